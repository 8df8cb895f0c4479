//! The database that all servers of a run share: a disk that writes a transaction whole or not at all, and remembers
//! everything that ever stood on it, for the oracles to compare with.

use crate::{
    bug::Bug,
    oracle::{self, log::SKEW, past::Past},
    universe::Universe,
};
use rollcall_core::{
    Directory, Key, Record, Timestamp,
    id::{DeviceId, TenantId, UserId},
    sync::Seq,
};
use rollcall_server::{
    account::Token,
    store::{
        Batch, Clash, Commit, Digest, Head, Link, LogRow, Notice, Secret, Since, StoreError, StoredPut, StoredSession,
        StoredVerdict, Whereabouts,
    },
};
use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};
use tokio::sync::broadcast;
use uuid::Uuid;

/// What names a command of a device.
pub type Slot = (UserId, DeviceId, Seq);

fn slot(stored: &StoredVerdict) -> Slot {
    (stored.user, stored.device, stored.verdict.seq)
}

/// The database.
pub struct Disk {
    pub universe: Arc<Universe>,
    pub tenant: TenantId,
    kept: Mutex<Kept>,
    past: Mutex<Past>,
    backup: Mutex<Option<Kept>>,
    notices: Mutex<Vec<broadcast::Sender<Notice>>>,
}

/// What stands on the disk.
#[derive(Clone)]
pub struct Kept {
    pub head: Head,
    pub records: BTreeMap<Key, (u64, Option<Record>)>,
    pub log: Vec<LogRow>,
    pub verdicts: BTreeMap<Slot, StoredVerdict>,
    pub clashes: Vec<Clash>,
    pub links: BTreeMap<UserId, Link>,
    pub sessions: BTreeMap<Digest, StoredSession>,
    next_session: u64,
}

impl Disk {
    /// A disk with one organisation on it.
    pub fn new(universe: Arc<Universe>, tenant: TenantId, directory: Directory) -> Self {
        let head = Head { version: 1, log_epoch: 1, log_floor: 0, forgotten: Timestamp(0) };
        let records = directory.records().map(|record| (record.key(), (1, Some(record)))).collect();
        let users = directory.users().map(|user| user.id);
        let links = users.map(|user| (user, Link { tenant, user, ended: Timestamp(0), renew: Timestamp(0) })).collect();
        let kept = Kept {
            head,
            records,
            links,
            log: Vec::new(),
            verdicts: BTreeMap::new(),
            clashes: Vec::new(),
            sessions: BTreeMap::new(),
            next_session: 0,
        };
        let (backup, notices) = Default::default();
        let past = Mutex::new(Past::new(head, directory));
        Self { universe, tenant, kept: Mutex::new(kept), past, backup, notices }
    }

    /// What stands on it now.
    pub fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What ever stood on it.
    pub fn past(&self) -> MutexGuard<'_, Past> {
        self.past.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Where a new server hears of commits.
    pub fn listen(&self) -> broadcast::Sender<Notice> {
        let sender = broadcast::Sender::new(16);
        self.notices().push(sender.clone());
        sender
    }

    fn notices(&self) -> MutexGuard<'_, Vec<broadcast::Sender<Notice>>> {
        self.notices.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Somebody signs in: a session whose secret this gives, when the user has an account.
    pub fn sign_in(&self, user: UserId) -> Option<String> {
        let now = self.universe.now();
        let mut kept = self.kept();
        kept.links.get(&user)?;
        let email = self.past().now().user(user)?.email()?.clone();
        kept.next_session += 1;
        let secret = format!("session-{}", kept.next_session);
        let token = Token::brought(&secret).digest();
        let session = StoredSession {
            token,
            account: user.uuid(),
            email,
            proven: Timestamp(0),
            device: DeviceId::new(Uuid::from_u128(u128::from(kept.next_session))),
            by: None,
            // A moment later than any server's clock can have ended the older ones.
            created: now.after(SKEW),
            expires: Timestamp(i64::MAX),
            // Never noted again: it is as if used just now, for ever.
            seen: Timestamp(i64::MAX),
            whereabouts: Whereabouts::default(),
        };
        kept.sessions.insert(token, session);
        Some(secret)
    }

    /// Takes a backup.
    pub fn back_up(&self) {
        let copy = self.kept().clone();
        *self.backup.lock().unwrap_or_else(PoisonError::into_inner) = Some(copy);
    }

    /// Puts the last backup in place, as an operator does who follows the handbook. Sessions are left as they are: whose
    /// session it was is no matter of this simulation.
    pub fn restore(&self) -> bool {
        let Some(mut old) = self.backup.lock().unwrap_or_else(PoisonError::into_inner).clone() else { return false };
        let mut kept = self.kept();
        old.sessions = kept.sessions.clone();
        old.next_session = kept.next_session;
        let before = old.head;
        if !self.universe.has(Bug::KeepLogEpoch) {
            old.head.log_epoch = kept.head.log_epoch + 1;
        }
        self.past().restored(before, old.head);
        *kept = old;
        true
    }

    /// Forgets what was removed so far, as the housekeeping does with what was removed long ago.
    pub fn compact(&self) {
        let mut kept = self.kept();
        let floor = kept.head.version;
        kept.head.log_floor = floor;
        kept.records.retain(|_, (version, record)| record.is_some() || *version > floor);
    }

    /// Every record that changed after a version.
    pub fn since(&self, version: u64) -> Since {
        let kept = self.kept();
        let mut puts: Vec<StoredPut> = kept
            .records
            .iter()
            .filter(|(_, (at, _))| *at > version)
            .map(|(key, (at, record))| StoredPut { key: *key, version: *at, record: record.clone() })
            .collect();
        puts.sort_by_key(|put| put.version);
        Since { head: kept.head, puts }
    }

    /// Writes a batch, or nothing.
    pub fn commit(&self, batch: &Batch) -> Result<Commit, StoreError> {
        let mut kept = self.kept();
        if kept.head.version != batch.expected && !self.universe.has(Bug::IgnoreExpectedVersion) {
            return Ok(Commit::Conflict);
        }
        if !self.universe.has(Bug::ForgetVerdicts) {
            for stored in &batch.verdicts {
                let (slot, id) = (slot(stored), stored.verdict.command);
                let judged = |other: &StoredVerdict| other.user == stored.user && other.verdict.command == id;
                if kept.verdicts.contains_key(&slot) || kept.verdicts.values().any(judged) {
                    self.universe.count("commands that had a verdict already");
                    return Ok(Commit::Repeated);
                }
            }
            kept.verdicts.extend(batch.verdicts.iter().map(|stored| (slot(stored), stored.clone())));
        }
        let forgetful = self.universe.has(Bug::DropTombstone);
        for put in batch.puts.iter().filter(|put| !(forgetful && put.record.is_none())) {
            kept.records.insert(put.key, (put.version, put.record.clone()));
        }
        kept.head.version = batch.version;
        kept.log.extend(batch.log.iter().cloned());
        kept.clashes.extend(batch.clashes.iter().cloned());
        for secret in &batch.secrets {
            self.write_secret(&mut kept, secret);
        }
        oracle::log::check(&self.universe, &mut self.past(), &kept, batch);
        self.universe.count("commits");
        if batch.version != batch.expected {
            self.tell();
        }
        Ok(Commit::Done)
    }

    fn write_secret(&self, kept: &mut Kept, secret: &Secret) {
        match secret {
            Secret::EndSessions { user, at } => {
                if let Some(link) = kept.links.get_mut(user) {
                    link.ended = link.ended.max(*at);
                }
                self.universe.happened("sessions ended", format_args!("{user}"));
            }
            Secret::Forget { user } => {
                kept.links.remove(user);
            }
            // A directory can have people whose accounts this simulation knows nothing of.
            Secret::Link { user, .. } => {
                let link = Link { tenant: self.tenant, user: *user, ended: Timestamp(0), renew: Timestamp(0) };
                kept.links.insert(*user, link);
            }
            Secret::EndInvitations { .. }
            | Secret::OpenAccount(_)
            | Secret::ExpirePassword { .. }
            | Secret::EndLinks { .. }
            | Secret::Note(_) => {}
        }
    }

    /// The servers learn of the commit, sooner or later or not at all.
    fn tell(&self) {
        for sender in self.notices().iter() {
            if self.universe.strikes(self.universe.rates.lost_notice) {
                self.universe.count("notices lost");
                continue;
            }
            let (wait, sender, tenant) = (self.universe.millis(0, 40), sender.clone(), self.tenant);
            tokio::spawn(async move {
                tokio::time::sleep(wait).await;
                let _ = sender.send(tenant);
            });
        }
    }
}
