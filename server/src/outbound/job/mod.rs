//! Runs jobs: side effects of commits, at least once each, again and again with growing pauses until they succeed.

mod budget;
mod line;

pub use budget::Budget;

use crate::{
    clock::Clock,
    house,
    identity::{
        account::{Addresses, Links},
        invitation::{Invitations, SendError},
        who,
    },
    limits::JobLimits,
    store::{Job, JobFailure, JobKind, NO_TENANT, Queue, Store, StoreError},
    tenant::TenantError,
};
use futures_util::{StreamExt, stream::FuturesUnordered};
use line::{Claimed, Line};
use rollcall_core::{
    Directory,
    api::{LinkPurpose, MailFailure},
    command::CarryOut,
    id::{TenantId, UserId},
    time::{Span, Timestamp},
    value::Email,
};
use std::{sync::Arc, time::Duration};
use tokio::{
    sync::{Notify, watch},
    time::{MissedTickBehavior, interval},
};

/// How long a job may take.
const WORK: Duration = Duration::from_secs(30);
/// How long a job may take that sends no mail. It may be done twice at the same time, and does the same again.
const UNHURRIED: Duration = Duration::from_secs(3_600);
/// How long a lease goes on after all the work that is claimed with it: a crash is thought of then.
const GRACE: Span = Span(60_000);
/// How often to look for jobs that became due, or that a crash left behind.
const POLL: Duration = Duration::from_secs(2);
/// The pause after the first failure; it doubles each time.
const FIRST_PAUSE: Span = Span(5_000);
/// The longest pause.
const LONGEST_PAUSE: Span = Span::hours(1);

/// Carries out jobs.
#[derive(Clone)]
pub struct Runner {
    pub store: Arc<dyn Store>,
    pub clock: Clock,
    pub invitations: Invitations,
    pub links: Links,
    pub addresses: Addresses,
    pub budget: Budget,
    pub limits: JobLimits,
}

impl Runner {
    /// Works until the server stops, on both queues at the same time.
    pub async fn run(self, bell: Arc<Notify>, stop: watch::Receiver<bool>) {
        let waits = (stop.clone(), stop);
        tokio::join!(self.work_on(Queue::Mails, Some(&bell), waits.0), self.work_on(Queue::Chores, None, waits.1));
    }

    async fn work_on(&self, queue: Queue, bell: Option<&Notify>, mut stop: watch::Receiver<bool>) {
        let (mut line, mut running) = (Line::new(self.limits), FuturesUnordered::new());
        // Whether more was due than there was room for; whether there may be something new; whether the server stops.
        let (mut more, mut woken, mut stopping) = (false, true, false);
        let mut poll = interval(POLL);
        poll.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            // A long queue takes a while to put in order: that is not done for each single job.
            if !stopping && line.room() > 0 && (woken || more && line.has_much_room()) {
                let claim = self.claim(queue, line.room());
                let (claimed, all) = beside(claim, &mut running, |tenant| line.done(tenant)).await;
                line.add(claimed);
                (more, woken) = (all, false);
            }
            while let Some(claimed) = line.next() {
                running.push(self.carry_out(claimed));
            }
            if stopping && running.is_empty() {
                return;
            }
            let rung = async {
                match bell {
                    Some(bell) => bell.notified().await,
                    None => std::future::pending().await,
                }
            };
            // In this order, because chance would make no run like another.
            tokio::select! {
                biased;
                _ = stop.wait_for(|stop| *stop), if !stopping => stopping = true,
                Some(tenant) = running.next() => line.done(tenant),
                () = rung => woken = true,
                _ = poll.tick() => woken = true,
            }
        }
    }

    /// Carries out the jobs that are due now, and gives how many there were.
    pub async fn round(&self) -> usize {
        self.take(Queue::Mails).await + self.take(Queue::Chores).await
    }

    async fn take(&self, queue: Queue) -> usize {
        let (mut line, mut running, mut count) = (Line::new(self.limits), FuturesUnordered::new(), 0);
        line.add(self.claim(queue, line.room()).await.0);
        loop {
            while let Some(claimed) = line.next() {
                count += 1;
                running.push(self.carry_out(claimed));
            }
            match running.next().await {
                Some(tenant) => line.done(tenant),
                None => return count,
            }
        }
    }

    /// Claims as many jobs as there is room for, and says whether there may be more.
    async fn claim(&self, queue: Queue, room: u32) -> (Vec<Claimed>, bool) {
        let now = self.clock.now();
        let lease = now.after(lease(self.limits));
        match self.store.claim_jobs(queue, now, lease, room).await {
            Ok(jobs) => {
                let more = u32::try_from(jobs.len()).unwrap_or(u32::MAX) >= room;
                (jobs.into_iter().map(|job| Claimed { job, lease }).collect(), more)
            }
            Err(error) => {
                tracing::error!(%error, "jobs could not be read");
                (Vec::new(), false)
            }
        }
    }

    /// Does a job, and gives whose it was.
    async fn carry_out(&self, Claimed { job, lease }: Claimed) -> TenantId {
        let tenant = job.tenant;
        // Others took so long that another process may begin it too: it is left to whoever claims it next.
        if job.kind.queue() == Queue::Chores || self.clock.now().after(work()) <= lease {
            self.do_job(job).await;
        }
        tenant
    }

    async fn do_job(&self, job: Job) {
        let longest = match job.kind.queue() {
            Queue::Mails => WORK,
            Queue::Chores => UNHURRIED,
        };
        let worked = tokio::time::timeout(longest, self.work(&job)).await;
        let worked =
            worked.unwrap_or_else(|_| Err(Undone::Failed(MailFailure::Unavailable, "it took too long".into())));
        let noted = match worked {
            Ok(()) => self.store.finish_job(job.id).await,
            Err(undone) => {
                let now = self.clock.now();
                let (again, failure) = match undone {
                    Undone::NotYet(at) => {
                        let error = "it is not due yet".to_owned();
                        (Some(at), JobFailure { reason: MailFailure::Unavailable, error })
                    }
                    Undone::OverBudget(until) => {
                        let error = "the budget of mails is used up".to_owned();
                        (Some(until), JobFailure { reason: MailFailure::OverBudget, error })
                    }
                    Undone::Failed(MailFailure::Refused, error) => {
                        (None, JobFailure { reason: MailFailure::Refused, error })
                    }
                    Undone::Failed(reason, error) => {
                        // What was ordered is never given up.
                        let endless = matches!(job.kind, JobKind::Wake { .. });
                        let most = if endless { u32::MAX } else { self.limits.tries };
                        (again(now, job.tries, most), JobFailure { reason, error })
                    }
                };
                let (error, given_up) = (&failure.error, again.is_none());
                tracing::warn!(job = %job.id, tenant = %job.tenant, tries = job.tries, given_up, %error, "a job failed");
                match (job.tenant, again) {
                    // There is nobody to whom it could be shown, and it says which address somebody has.
                    (NO_TENANT, None) => self.store.finish_job(job.id).await,
                    _ => self.store.defer_job(job.id, again, &failure).await,
                }
            }
        };
        if let Err(error) = noted {
            // The lease runs out, and the job is done again.
            tracing::error!(job = %job.id, %error, "the end of a job could not be noted");
        }
    }

    async fn work(&self, job: &Job) -> Result<(), Undone> {
        // Before a code is made: what is not mailed must not end the code that was.
        if let Some(until) = self.budget.take(job, self.clock.now()).await? {
            return Err(Undone::OverBudget(until));
        }
        let done = match &job.kind {
            JobKind::SendInvitation { user, round } => self.invitations.send(job.tenant, *user, *round).await,
            JobKind::SendPasswordLink { user, forced } => {
                let purpose = if *forced { LinkPurpose::Reset } else { LinkPurpose::Welcome };
                self.links.send((job.tenant, *user), purpose).await
            }
            JobKind::SendLink { user, purpose } => self.links.send((job.tenant, *user), *purpose).await,
            JobKind::SendForgotten { identifier, organisation } => {
                self.send_forgotten(job, identifier, organisation.as_deref()).await
            }
            JobKind::FollowAddress { user } => self.addresses.follow(job.tenant, *user).await,
            JobKind::MoveOwner { user, to } => self.move_owner((job.tenant, *user), to).await,
            JobKind::Erase { user } => {
                let (mailer, place) = (&self.invitations.mailer, (job.tenant, *user));
                house::erase(&*self.store, mailer, place, self.clock.now(), self.limits.rows).await
            }
            JobKind::Wake { at } => return self.wake(job.tenant, *at).await,
            JobKind::ChangeAddress { account, email } => self.addresses.change(*account, email.clone(), None).await,
            JobKind::AskAddress { account, email, verified } => {
                self.addresses.change(*account, email.clone(), Some(*verified)).await
            }
        };
        done.map_err(|error| Undone::Failed(error.failure(), error.to_string()))
    }

    /// Has an organisation carry out what is due. Whatever keeps it from that, it is due as long as it stands there.
    async fn wake(&self, tenant: TenantId, at: Timestamp) -> Result<(), Undone> {
        let now = self.clock.now();
        if now < at {
            // The clock was put back after the job was taken.
            return Err(Undone::NotYet(at));
        }
        // What is due goes before a question is answered, so much at a time.
        let mut before = usize::MAX;
        loop {
            let count = move |directory: &Directory| CarryOut::due(directory, now).count();
            match self.links.tenants.tenant(tenant).read(count).await {
                Ok(0) => return Ok(()),
                Ok(due) if due < before => before = due,
                Ok(_) => return Err(Undone::Failed(MailFailure::Unavailable, "something is due still".into())),
                Err(error) => return Err(Undone::Failed(MailFailure::Unavailable, error.to_string())),
            }
        }
    }

    async fn move_owner(&self, place: (TenantId, UserId), to: &Email) -> Result<(), SendError> {
        match self.addresses.move_owner(place.0, place.1, to).await? {
            true => Ok(()),
            false => self.links.send(place, LinkPurpose::Recovery).await,
        }
    }

    /// Nobody waits for the answer, and nobody learns whether there is such an account.
    async fn send_forgotten(&self, job: &Job, identifier: &str, organisation: Option<&str>) -> Result<(), SendError> {
        let (store, tenants, now) = (&self.store, &self.links.tenants, self.clock.now());
        // A mail that has to be tried again is still the same.
        let counts = job.tries <= 1;
        let typed = who::Typed::new(identifier, organisation);
        if counts && !self.budget.take_forgotten("typed", &typed.counted(), now).await.map_err(TenantError::from)? {
            return Ok(());
        }
        match who::meant(&**store, tenants, &typed).await {
            Ok(meant) => {
                let Some(account) = meant.with_mailbox() else { return Ok(()) };
                let address = account.key();
                if counts && !self.budget.take_forgotten("account", &address, now).await.map_err(TenantError::from)? {
                    return Ok(());
                }
                self.links.send_forgotten(account).await
            }
            Err(who::NotMeant::OrganisationNeeded) => Ok(()),
            Err(who::NotMeant::Tenant(error)) => Err(error.into()),
        }
    }
}

/// Why a job was not done.
enum Undone {
    /// It is due at this moment.
    NotYet(Timestamp),
    /// There is room again at this moment.
    OverBudget(Timestamp),
    Failed(MailFailure, String),
}

impl From<StoreError> for Undone {
    fn from(error: StoreError) -> Self {
        Self::Failed(MailFailure::Unavailable, error.to_string())
    }
}

/// Waits for something while the jobs under way go on. Whoever is not polled may hold the connection for which this waits, and
/// with it everybody else.
async fn beside<T>(
    wanted: impl Future<Output = T>,
    running: &mut FuturesUnordered<impl Future<Output = TenantId>>,
    mut done: impl FnMut(TenantId),
) -> T {
    let mut wanted = std::pin::pin!(wanted);
    loop {
        // In this order, because chance would make no run like another.
        tokio::select! {
            biased;
            found = &mut wanted => return found,
            Some(tenant) = running.next() => done(tenant),
        }
    }
}

/// How long until another process may think that this one crashed.
///
/// INVARIANT: no mail is sent twice at the same time. A lease is longer than all the work that is claimed with it, be it all of
/// one organisation; and a mail for which others left too little of it is not begun.
fn lease(limits: JobLimits) -> Span {
    let places = line::half(limits);
    Span(i64::from(limits.claimed.div_ceil(places)).saturating_mul(work().0).saturating_add(GRACE.0))
}

/// How long a mail may take.
fn work() -> Span {
    Span(i64::try_from(WORK.as_millis()).unwrap_or(i64::MAX))
}

/// When to try again after so many tries; never, after the last of so many.
fn again(now: Timestamp, tries: u32, most: u32) -> Option<Timestamp> {
    let pause = FIRST_PAUSE.0.saturating_mul(1_i64.checked_shl(tries.saturating_sub(1)).unwrap_or(i64::MAX));
    (tries < most).then(|| now.after(Span(pause.clamp(FIRST_PAUSE.0, LONGEST_PAUSE.0))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_and_end() {
        let most = JobLimits::default().tries;
        let pause = |tries| again(Timestamp(0), tries, most).map(|at| at.0 / 1000);
        assert_eq!((pause(1), pause(2), pause(3)), (Some(5), Some(10), Some(20)));
        assert_eq!((pause(31), pause(32)), (Some(3600), None));
        let sum: i64 = (1..most).filter_map(pause).sum();
        assert!((20 * 3600..28 * 3600).contains(&sum), "{sum} s");
    }
}
