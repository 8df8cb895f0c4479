//! The database that all servers of a run share: a disk that writes a transaction whole or not at all, and remembers
//! everything that ever stood on it, for the oracles to compare with.

mod accounts;
mod jobs;
mod mailed;
mod tenant;

pub use accounts::{Accounts, Member, Place, Session};
pub use jobs::Jobs;
pub use tenant::Rows;

use crate::{
    bug::Bug,
    oracle::{
        self,
        account::{Cause, Shadow},
        past::Past,
    },
    universe::Universe,
};
use rollcall_core::{
    Directory,
    id::{TenantId, UserId},
    query::lets_in_by,
};
use rollcall_server::{
    identity::Token,
    store::{Batch, Commit, Head, Notice, Secret, StoreError},
};
use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};
use tokio::sync::broadcast;

/// The database.
pub struct Disk {
    pub universe: Arc<Universe>,
    /// The organisation that people have devices in.
    pub tenant: TenantId,
    kept: Mutex<Kept>,
    pasts: Mutex<BTreeMap<TenantId, Past>>,
    shadow: Mutex<Shadow>,
    backup: Mutex<Option<Kept>>,
    notices: Mutex<Vec<broadcast::Sender<Notice>>>,
}

/// What stands on the disk.
#[derive(Clone, Default)]
pub struct Kept {
    pub tenants: BTreeMap<TenantId, Rows>,
    pub accounts: Accounts,
    pub jobs: Jobs,
}

impl Disk {
    /// A disk with these organisations on it; the first is the one that people have devices in.
    pub fn new(universe: Arc<Universe>, directories: Vec<Directory>, accounts: Accounts) -> Self {
        let mut shadow = Shadow::default();
        shadow.begin(&accounts);
        let (mut kept, mut pasts) = (Kept { accounts, ..Kept::default() }, BTreeMap::new());
        let mut first = None;
        for directory in directories {
            let Some(organisation) = directory.organisation() else { continue };
            let (tenant, rows) = (organisation.id, Rows::of(&directory, organisation.slug.clone()));
            first.get_or_insert(tenant);
            pasts.insert(tenant, Past::new(rows.head, directory));
            kept.tenants.insert(tenant, rows);
        }
        #[expect(clippy::expect_used, reason = "whoever makes a disk says which organisations are on it")]
        let tenant = first.expect("an organisation");
        let (backup, notices) = Default::default();
        let (kept, pasts, shadow) = (Mutex::new(kept), Mutex::new(pasts), Mutex::new(shadow));
        Self { universe, tenant, kept, pasts, shadow, backup, notices }
    }

    /// What stands on it now.
    pub fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Where the organisation stands that people have devices in.
    pub fn head(&self) -> Option<Head> {
        self.kept().tenants.get(&self.tenant).map(|rows| rows.head)
    }

    /// What ever stood on it of an organisation.
    pub fn with_past<T>(&self, tenant: TenantId, question: impl FnOnce(&mut Past) -> T) -> Option<T> {
        self.pasts.lock().unwrap_or_else(PoisonError::into_inner).get_mut(&tenant).map(question)
    }

    /// What the oracle of accounts knows.
    pub fn shadow(&self) -> MutexGuard<'_, Shadow> {
        self.shadow.lock().unwrap_or_else(PoisonError::into_inner)
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

    /// One transaction on the accounts, under the eyes of the oracle.
    pub fn change<T>(&self, cause: &Cause, doing: impl FnOnce(&mut Accounts) -> T) -> T {
        let mut kept = self.kept();
        let before = kept.accounts.clone();
        let done = doing(&mut kept.accounts);
        oracle::account::check(&self.universe, &mut self.shadow(), cause, &before, &kept.accounts);
        done
    }

    /// Whether a session opens the organisation that people have devices in.
    pub fn opens(&self, secret: &str, user: UserId) -> bool {
        let kept = self.kept();
        let Some(session) = kept.accounts.session(&Token::brought(secret).digest(), self.universe.now()) else {
            return false;
        };
        let link = kept.accounts.links_of(session.account).into_iter().find(|link| link.tenant == self.tenant);
        let by = |past: &mut Past| session.by.is_none_or(|kind| lets_in_by(past.now(), kind));
        link.is_some_and(|link| {
            link.user == user && session.created > link.ended && !link.needs_new_password(session.proven)
        }) && self.with_past(self.tenant, by).unwrap_or_default()
    }

    /// Takes a backup.
    pub fn back_up(&self) {
        let copy = self.kept().clone();
        *self.backup.lock().unwrap_or_else(PoisonError::into_inner) = Some(copy);
    }

    /// Puts the last backup in place, as an operator does who follows the handbook: all that was open is over.
    pub fn restore(&self) -> bool {
        let Some(mut old) = self.backup.lock().unwrap_or_else(PoisonError::into_inner).clone() else { return false };
        let mut kept = self.kept();
        if !self.universe.has(Bug::KeepSessions) {
            old.accounts.end_everything_open();
        }
        for (tenant, rows) in &mut old.tenants {
            let before = rows.head;
            if !self.universe.has(Bug::KeepLogEpoch) {
                let now = kept.tenants.get(tenant).map_or(0, |rows| rows.head.log_epoch);
                rows.head.log_epoch = now + 1;
            }
            self.with_past(*tenant, |past| past.restored(before, rows.head));
        }
        self.shadow().restored(&old.accounts);
        *kept = old;
        true
    }

    /// Forgets what was removed so far, as the housekeeping does with what was removed long ago.
    pub fn compact(&self) {
        self.kept().tenants.values_mut().for_each(Rows::compact);
    }

    /// Writes a batch, or nothing.
    pub fn commit(&self, batch: &Batch) -> Result<Commit, StoreError> {
        let (tenant, mut kept) = (batch.tenant, self.kept());
        let kept = &mut *kept;
        let Some(rows) = kept.tenants.get_mut(&tenant) else { return Ok(Commit::Conflict) };
        if let Some(commit) = rows.is_barred(batch, &self.universe) {
            return Ok(commit);
        }
        let before = kept.accounts.clone();
        let mut unfit = None;
        let written = kept.accounts.whole(|accounts| {
            for secret in batch.secrets.iter().filter(|secret| !self.forgets(secret)) {
                if accounts.write(tenant, secret).is_none() {
                    if let Secret::Link { user, .. } = secret {
                        unfit = Some(*user);
                    }
                    return None;
                }
                self.err(accounts, &before, tenant, secret);
            }
            Some(())
        });
        if let (None, Some(user)) = (written, unfit) {
            return Ok(Commit::Unfit(user));
        }
        rows.write(batch, &self.universe);
        kept.jobs.put(tenant, &batch.jobs);
        self.with_past(tenant, |past| oracle::log::check(&self.universe, past, rows, batch));
        let (cause, accounts) = (Cause::Commit(batch), &kept.accounts);
        oracle::account::check(&self.universe, &mut self.shadow(), &cause, &before, accounts);
        self.universe.count("commits");
        if batch.version != batch.expected {
            self.tell(tenant);
        }
        Ok(Commit::Done)
    }

    /// Whether a planted bug leaves a secret out.
    fn forgets(&self, secret: &Secret) -> bool {
        matches!(secret, Secret::EndLinks { .. }) && self.universe.has(Bug::LookUpLater)
    }

    /// What planted bugs make of a secret that was written.
    fn err(&self, accounts: &mut Accounts, before: &Accounts, tenant: TenantId, secret: &Secret) {
        match (self.universe.bug, secret) {
            (Some(Bug::ResetEverywhere), Secret::ExpirePassword { user, at }) => {
                let meant = accounts.users.get(&(tenant, *user)).map(|member| member.account);
                let same = accounts.users.values_mut().filter(|member| Some(member.account) == meant);
                same.for_each(|member| member.renew = *at);
            }
            (Some(Bug::SurviveSuspension), Secret::EndSessions { user, .. }) => {
                for (token, link) in &mut accounts.links {
                    if link.place == Some((tenant, *user)) {
                        link.over = before.links.get(token).is_some_and(|before| before.over);
                    }
                }
            }
            _ => {}
        }
    }

    /// The servers learn of the commit, sooner or later or not at all.
    fn tell(&self, tenant: TenantId) {
        for sender in self.notices().iter() {
            if self.universe.strikes(self.universe.rates.lost_notice) {
                self.universe.count("notices lost");
                continue;
            }
            let (wait, sender) = (self.universe.millis(0, 40), sender.clone());
            tokio::spawn(async move {
                tokio::time::sleep(wait).await;
                let _ = sender.send(tenant);
            });
        }
    }
}
