//! Housekeeping: what is no longer needed goes, in small steps, on one node at a time, when the database says that it is
//! due. Between two steps whoever wants to write has its turn.

mod erase;
mod terms;

pub use erase::erase;
pub use terms::Terms;

use crate::{
    clock::Clock,
    store::{Chore, NotedAccount, Result, Step, Store},
};
use rollcall_core::{
    Key, Record,
    id::TenantId,
    time::{Span, Timestamp},
};
use std::{collections::HashMap, sync::Arc, time::Duration};
use tokio::sync::watch;
use uuid::Uuid;

/// How often to look whether something is due.
const LOOK: Duration = Duration::from_secs(60);
/// For how long nobody else takes a chore, should this node die over it.
const LEASE: Span = Span(300_000);
/// After how long a chore is extended.
const EXTEND: Span = Span(60_000);
/// How often what is old goes.
const CLEAN_EVERY: Span = Span::hours(1);
/// How often verdicts are forgotten.
const FORGET_EVERY: Span = Span::days(1);
/// For how long after an upgrade none is forgotten: a node of an older version, which may still run, would do a command
/// again whose verdict is gone.
const FORGET_FIRST: Span = Span::days(7);

/// Does the chores.
#[derive(Clone)]
pub struct House {
    pub store: Arc<dyn Store>,
    pub clock: Clock,
    pub terms: Terms,
    /// How many rows a step takes at most: it holds the only writer of an embedded database.
    pub rows: u32,
    /// How long others have the writer to themselves after each step.
    pub pause: Duration,
}

/// The lease went to another node.
struct Lost;

/// Somebody at a chore.
struct Holding<'h> {
    house: &'h House,
    chore: Chore,
    holder: Uuid,
    extended: Timestamp,
}

impl House {
    /// A house with the usual terms.
    pub fn new(store: Arc<dyn Store>, clock: Clock) -> Self {
        Self { store, clock, terms: Terms::default(), rows: 100, pause: Duration::from_millis(20) }
    }

    /// Works until the server stops.
    pub async fn run(self, mut stop: watch::Receiver<bool>) {
        let mut stopped = stop.clone();
        let work = async {
            loop {
                if let Err(error) = self.turn().await {
                    tracing::error!(%error, "housekeeping failed; the next turn goes on where it ended");
                }
                tokio::select! {
                    _ = stopped.wait_for(|stop| *stop) => return,
                    () = tokio::time::sleep(LOOK) => {}
                }
            }
        };
        // Between any two steps it can be left: what is done is done, and the lease ends by itself.
        tokio::select! {
            () = work => {}
            _ = stop.wait_for(|stop| *stop) => {}
        }
    }

    /// The terms of an organisation: what it chose for what its people can read.
    async fn kept(&self, tenant: TenantId) -> Result<Terms> {
        Ok(match self.store.record(tenant, Key::Keeping).await? {
            Some(Record::Keeping(keeping)) => self.terms.chosen(&keeping),
            _ => self.terms,
        })
    }

    /// Does the chores that are due, unless another node is at them, and gives how many rows went.
    ///
    /// # Errors
    /// The store fails. What was done is done; the rest is done when the lease has ended.
    pub async fn turn(&self) -> Result<u64> {
        let now = self.clock.now();
        let mut gone = 0;
        for (chore, first, every) in
            [(Chore::Clean, now, CLEAN_EVERY), (Chore::Forget, now.after(FORGET_FIRST), FORGET_EVERY)]
        {
            let holder = self.clock.id();
            if !self.store.take_chore(chore, first, now, now.after(LEASE), holder).await? {
                continue;
            }
            let mut holding = Holding { house: self, chore, holder, extended: now };
            let done = match chore {
                Chore::Clean => holding.clean(now).await?,
                Chore::Forget => holding.forget(now).await?,
                // Not of the house.
                Chore::SignIns => Ok(0),
            };
            match done {
                Ok(rows) => {
                    gone += rows;
                    self.store.end_chore(chore, holder, now.after(every)).await?;
                }
                Err(Lost) => tracing::warn!(chore = chore.name(), "another node took over the housekeeping"),
            }
        }
        Ok(gone)
    }
}

type Done = Result<std::result::Result<u64, Lost>>;

impl Holding<'_> {
    async fn clean(&mut self, now: Timestamp) -> Done {
        let terms = self.house.terms;
        let mut gone = 0;
        for (step, before) in [
            (Step::ExpiredSessions, now),
            (Step::EndedSessions, now.before(terms.ended)),
            (Step::Strikes, now),
            (Step::PasswordLinks, now),
            (Step::KnownDevices, now),
            (Step::AddressChanges, now.before(terms.ended)),
            (Step::Invitations, now.before(terms.ended)),
            (Step::GivenUpJobs, now.before(terms.given_up)),
        ] {
            match self.all(step, before).await? {
                Ok(rows) => gone += rows,
                lost => return Ok(lost),
            }
        }
        let mut security = HashMap::new();
        for tenant in self.house.store.tenants().await? {
            let kept = self.house.kept(tenant).await?;
            security.insert(tenant, kept.security);
            let log = now.before(kept.log);
            // Whoever was away since before the horizon gets a snapshot instead of a delta. The floor goes up before the
            // rows go from which it is read.
            self.house.store.raise_log_floor(tenant, log.max(now.before(terms.tombstones))).await?;
            for (step, before) in [
                (Step::Tombstones(tenant), now),
                (Step::Log(tenant), log),
                (Step::SecurityNotesOf(tenant), now.before(kept.security)),
                (Step::Clashes(tenant), now.before(terms.clashes)),
            ] {
                match self.all(step, before).await? {
                    Ok(rows) => gone += rows,
                    lost => return Ok(lost),
                }
            }
        }
        match self.notes_of_accounts(now, &security).await? {
            Ok(rows) => gone += rows,
            lost => return Ok(lost),
        }
        match self.all(Step::SecurityNotes, now.before(terms.security)).await? {
            Ok(rows) => Ok(Ok(gone + rows)),
            lost => Ok(lost),
        }
    }

    /// Notes of an account alone belong to all of its organisations: the one that keeps them longest decides, and each reads no
    /// further back than it chose itself. What others chose is nothing to it.
    async fn notes_of_accounts(&mut self, now: Timestamp, security: &HashMap<TenantId, Span>) -> Done {
        let House { store, rows, pause, terms, .. } = self.house;
        let (mut gone, mut after) = (0, None);
        loop {
            let noted = store.noted_accounts(after, *rows).await?;
            let Some(last) = noted.last() else { return Ok(Ok(gone)) };
            after = Some(last.account);
            for NotedAccount { account, oldest, tenants } in noted {
                let longest = tenants.iter().filter_map(|tenant| security.get(tenant)).max();
                let before = now.before(*longest.unwrap_or(&terms.security));
                if oldest.is_none_or(|oldest| oldest > before) {
                    continue;
                }
                match self.all(Step::SecurityNotesOfAccount(account), before).await? {
                    Ok(rows) => gone += rows,
                    lost => return Ok(lost),
                }
            }
            if !self.holds().await? {
                return Ok(Err(Lost));
            }
            tokio::time::sleep(*pause).await;
        }
    }

    async fn forget(&mut self, now: Timestamp) -> Done {
        let before = now.before(self.house.terms.verdicts);
        let mut gone = 0;
        for tenant in self.house.store.tenants().await? {
            if let lost @ Err(Lost) = self.all(Step::UndatedVerdicts(tenant), before).await? {
                return Ok(lost);
            }
            if !self.house.store.raise_forgotten(tenant, before).await? {
                continue;
            }
            match self.all(Step::Verdicts(tenant), before).await? {
                Ok(rows) => gone += rows,
                lost => return Ok(lost),
            }
        }
        Ok(Ok(gone))
    }

    /// Whether it is still this node's; goes on with it.
    async fn holds(&mut self) -> Result<bool> {
        let now = self.house.clock.now();
        if now < self.extended.after(EXTEND) {
            return Ok(true);
        }
        self.extended = now;
        self.house.store.keep_chore(self.chore, self.holder, now.after(LEASE)).await
    }

    /// Step after step, until nothing is left that is so old.
    async fn all(&mut self, step: Step, before: Timestamp) -> Done {
        let House { store, rows, pause, .. } = self.house;
        let mut gone = 0;
        loop {
            if !self.holds().await? {
                return Ok(Err(Lost));
            }
            let taken = store.clean(step, before, *rows).await?;
            gone += taken;
            if taken < u64::from(*rows) {
                return Ok(Ok(gone));
            }
            tokio::time::sleep(*pause).await;
        }
    }
}
