//! The store as one server has it: the shared disk behind a connection that is slow, breaks, and dies with the server.

use crate::{bug::Bug, disk::Disk};
use async_trait::async_trait;
use rollcall_core::{
    Key, Record,
    id::{CommandId, DeviceId, TenantId, UserId},
    sync::Seq,
    time::{Span, Timestamp},
    value::Slug,
};
use rollcall_server::store::{
    Account, AddressChange, Batch, Chore, Commit, Digest, FailingJob, Head, Job, JobCounts, JobFailure, Link, LinkUse,
    LogRow, NewJob, NewSession, NotesOf, Notice, PasswordLink, SecurityNote, Since, Step, Store, StoreError,
    StoredInvitation, StoredSession, StoredVerdict, Whereabouts,
};
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};
use tokio::sync::{Notify, broadcast};
use uuid::Uuid;

type Result<T> = std::result::Result<T, StoreError>;

/// Whether a server still runs.
#[derive(Default)]
pub struct Life {
    dead: AtomicBool,
    died: Notify,
}

impl Life {
    pub fn is_over(&self) -> bool {
        self.dead.load(Ordering::Relaxed)
    }

    pub fn end(&self) {
        self.dead.store(true, Ordering::Relaxed);
        self.died.notify_waiters();
    }

    /// Comes when it is over.
    pub async fn over(&self) {
        let died = self.died.notified();
        if !self.is_over() {
            died.await;
        }
    }
}

/// One server's connection to the disk.
pub struct Connection {
    pub number: usize,
    pub disk: Arc<Disk>,
    pub life: Arc<Life>,
    pub notices: broadcast::Sender<Notice>,
}

impl Connection {
    /// The way to the disk: it takes its time, breaks at times, and never ends for a server that died.
    async fn way(&self) -> Result<()> {
        let universe = &self.disk.universe;
        tokio::time::sleep(universe.millis(0, 3)).await;
        if universe.strikes(universe.rates.node_dies) {
            universe.happened("servers died", format_args!("{}, on its way to the store", self.number));
            self.life.end();
        }
        self.alive().await;
        if universe.strikes(universe.rates.store_fails) {
            universe.happened("store failures", format_args!("of server {}", self.number));
            return Err(StoreError::Unreachable("the connection broke".to_owned()));
        }
        Ok(())
    }

    /// Goes on only in a server that lives.
    async fn alive(&self) {
        if self.life.is_over() {
            std::future::pending::<()>().await;
        }
    }

    fn knows(&self, tenant: TenantId) -> bool {
        tenant == self.disk.tenant
    }

    fn elsewhere<T>() -> Result<T> {
        Err(StoreError::Unreachable("this is no part of the simulation".to_owned()))
    }
}

#[async_trait]
impl Store for Connection {
    async fn tenants(&self) -> Result<Vec<TenantId>> {
        self.way().await?;
        Ok(vec![self.disk.tenant])
    }

    async fn tenant_named(&self, _: &Slug) -> Result<Option<TenantId>> {
        Self::elsewhere()
    }

    async fn head(&self, tenant: TenantId) -> Result<Option<Head>> {
        self.way().await?;
        Ok(self.knows(tenant).then(|| self.disk.kept().head))
    }

    async fn load(&self, tenant: TenantId) -> Result<Option<(Head, Vec<Record>)>> {
        self.way().await?;
        let kept = self.disk.kept();
        let records = || kept.records.values().filter_map(|(_, record)| record.clone()).collect();
        Ok(self.knows(tenant).then(|| (kept.head, records())))
    }

    async fn record(&self, tenant: TenantId, key: Key) -> Result<Option<Record>> {
        self.way().await?;
        let kept = self.disk.kept();
        Ok(kept.records.get(&key).filter(|_| self.knows(tenant)).and_then(|(_, record)| record.clone()))
    }

    async fn since(&self, tenant: TenantId, version: u64) -> Result<Option<Since>> {
        self.way().await?;
        Ok(self.knows(tenant).then(|| self.disk.since(version)))
    }

    async fn keys_since(&self, _: TenantId, version: u64) -> Result<Option<Vec<Key>>> {
        self.way().await?;
        let since = self.disk.since(version);
        let known = version >= since.head.log_floor;
        Ok(known.then(|| since.puts.into_iter().map(|put| put.key).collect()))
    }

    async fn verdicts(
        &self,
        _: TenantId,
        user: UserId,
        device: DeviceId,
        first: Seq,
        last: Seq,
    ) -> Result<Vec<StoredVerdict>> {
        self.way().await?;
        let kept = self.disk.kept();
        Ok(kept.verdicts.range((user, device, first)..=(user, device, last)).map(|(_, v)| v.clone()).collect())
    }

    async fn highest_seq(&self, _: TenantId, user: UserId, device: DeviceId) -> Result<Option<Seq>> {
        self.way().await?;
        let (first, last) = (Seq(0), Seq(u64::MAX));
        let kept = self.disk.kept();
        Ok(kept.verdicts.range((user, device, first)..=(user, device, last)).next_back().map(|((_, _, seq), _)| *seq))
    }

    async fn forgotten_seq(&self, _: TenantId, _: UserId, _: DeviceId) -> Result<Option<Seq>> {
        self.way().await?;
        // The simulated disk forgets no verdict.
        Ok(None)
    }

    async fn verdicts_on(&self, _: TenantId, user: UserId, commands: &[CommandId]) -> Result<Vec<StoredVerdict>> {
        self.way().await?;
        let asked = |stored: &&StoredVerdict| stored.user == user && commands.contains(&stored.verdict.command);
        Ok(self.disk.kept().verdicts.values().filter(asked).cloned().collect())
    }

    async fn commit(&self, batch: &Batch) -> Result<Commit> {
        self.way().await?;
        let universe = &self.disk.universe;
        if universe.has(Bug::AcknowledgeEarly) && universe.one_in(20) {
            return Ok(Commit::Done);
        }
        let committed = self.disk.commit(batch)?;
        universe.note(format_args!(
            "server {} commits {} to {}: {committed:?}",
            self.number, batch.expected, batch.version
        ));
        if committed == Commit::Conflict {
            universe.count("conflicts between servers");
        }
        tokio::time::sleep(universe.millis(0, 5)).await;
        if universe.strikes(universe.rates.node_dies) {
            universe
                .happened("servers died", format_args!("{}, between a commit and its acknowledgement", self.number));
            self.life.end();
        }
        self.alive().await;
        if universe.strikes(universe.rates.unsure_commit) {
            universe.happened("commits without an answer", format_args!("of server {}", self.number));
            return Err(StoreError::Unreachable("the connection broke during the commit".to_owned()));
        }
        Ok(committed)
    }

    async fn clashes(&self, _: TenantId) -> Result<u64> {
        Ok(self.disk.kept().clashes.len() as u64)
    }

    async fn log(&self, _: TenantId, after: u64, limit: u32) -> Result<Vec<LogRow>> {
        self.way().await?;
        let kept = self.disk.kept();
        Ok(kept.log.iter().filter(|row| row.version > after).take(limit as usize).cloned().collect())
    }

    async fn renew_log_epochs(&self, _: u64) -> Result<()> {
        Self::elsewhere()
    }

    fn notices(&self) -> broadcast::Receiver<Notice> {
        self.notices.subscribe()
    }

    async fn links(&self, account: Uuid) -> Result<Vec<Link>> {
        self.way().await?;
        Ok(self.disk.kept().links.get(&UserId::new(account)).copied().into_iter().collect())
    }

    async fn session(&self, token: &Digest, _: Timestamp) -> Result<Option<StoredSession>> {
        self.way().await?;
        Ok(self.disk.kept().sessions.get(token).cloned())
    }

    async fn session_ended(&self, _: &Digest) -> Result<bool> {
        self.way().await?;
        // Sessions stay here: what ends them is the moment at which their user's link ended them.
        Ok(false)
    }

    async fn touch_session(&self, _: &Digest, _: Timestamp, _: Timestamp, _: &Whereabouts) -> Result<()> {
        self.way().await
    }

    async fn close_session(&self, token: &Digest) -> Result<()> {
        self.way().await?;
        self.disk.kept().sessions.remove(token);
        Ok(())
    }

    async fn account_named(&self, _: &str) -> Result<Option<Account>> {
        Self::elsewhere()
    }
    async fn account(&self, _: Uuid) -> Result<Option<Account>> {
        Self::elsewhere()
    }
    async fn account_of(&self, _: TenantId, _: UserId) -> Result<Option<Account>> {
        Self::elsewhere()
    }
    async fn put_job(&self, _: TenantId, _: &NewJob) -> Result<()> {
        Self::elsewhere()
    }
    async fn put_password_link(&self, _: &PasswordLink) -> Result<()> {
        Self::elsewhere()
    }
    async fn password_link(&self, _: &Digest) -> Result<Option<PasswordLink>> {
        Self::elsewhere()
    }
    async fn use_password_link(&self, _: &PasswordLink, _: &LinkUse, _: Timestamp) -> Result<bool> {
        Self::elsewhere()
    }
    async fn set_pin(&self, _: TenantId, _: UserId, _: &str) -> Result<()> {
        Self::elsewhere()
    }
    async fn change_password(&self, _: Uuid, _: &str, _: &str, _: &Digest) -> Result<bool> {
        Self::elsewhere()
    }
    async fn put_address_change(&self, _: &AddressChange) -> Result<()> {
        Self::elsewhere()
    }
    async fn address_change(&self, _: &Digest) -> Result<Option<AddressChange>> {
        Self::elsewhere()
    }
    async fn pending_address(&self, _: Uuid, _: Timestamp) -> Result<Option<AddressChange>> {
        Self::elsewhere()
    }
    async fn confirm_address(&self, _: &AddressChange) -> Result<bool> {
        Self::elsewhere()
    }
    async fn stop_address(&self, _: &AddressChange) -> Result<bool> {
        Self::elsewhere()
    }
    async fn put_note(&self, _: &SecurityNote) -> Result<()> {
        self.way().await
    }
    async fn notes(&self, _: NotesOf, _: Timestamp, _: u32) -> Result<Vec<SecurityNote>> {
        Self::elsewhere()
    }
    async fn sessions_of(&self, _: Uuid, _: Timestamp) -> Result<Vec<StoredSession>> {
        Self::elsewhere()
    }
    async fn end_session(&self, _: Uuid, _: DeviceId) -> Result<bool> {
        Self::elsewhere()
    }
    async fn end_other_sessions(&self, _: Uuid, _: &Digest) -> Result<()> {
        Self::elsewhere()
    }
    async fn end_everything_open(&self) -> Result<()> {
        Self::elsewhere()
    }
    async fn open_session(&self, _: &NewSession) -> Result<bool> {
        Self::elsewhere()
    }
    async fn take_seqs(&self, _: &Digest, _: u64) -> Result<Option<Seq>> {
        Self::elsewhere()
    }
    async fn strike(&self, _: &Digest, _: Timestamp, _: Span) -> Result<(u32, Timestamp)> {
        Self::elsewhere()
    }
    async fn pardon(&self, _: &Digest, _: Option<u32>) -> Result<()> {
        Self::elsewhere()
    }
    async fn put_invitation(&self, _: &StoredInvitation) -> Result<()> {
        Self::elsewhere()
    }
    async fn invitation(&self, _: &Digest) -> Result<Option<StoredInvitation>> {
        Self::elsewhere()
    }
    async fn count_try(&self, _: &Digest, _: u32) -> Result<Option<u32>> {
        Self::elsewhere()
    }
    async fn pardon_try(&self, _: &Digest) -> Result<()> {
        Self::elsewhere()
    }
    async fn claim_jobs(&self, _: Timestamp, _: Timestamp, _: u32) -> Result<Vec<Job>> {
        Self::elsewhere()
    }
    async fn finish_job(&self, _: Uuid) -> Result<()> {
        Self::elsewhere()
    }
    async fn defer_job(&self, _: Uuid, _: Option<Timestamp>, _: &JobFailure) -> Result<()> {
        Self::elsewhere()
    }
    async fn failing_jobs(&self, _: TenantId, _: u32) -> Result<Vec<FailingJob>> {
        Self::elsewhere()
    }
    async fn job_counts(&self) -> Result<JobCounts> {
        Self::elsewhere()
    }
    async fn take_chore(&self, _: Chore, _: Timestamp, _: Timestamp, _: Timestamp, _: Uuid) -> Result<bool> {
        Self::elsewhere()
    }
    async fn keep_chore(&self, _: Chore, _: Uuid, _: Timestamp) -> Result<bool> {
        Self::elsewhere()
    }
    async fn end_chore(&self, _: Chore, _: Uuid, _: Timestamp) -> Result<()> {
        Self::elsewhere()
    }
    async fn raise_log_floor(&self, _: TenantId, _: Timestamp) -> Result<bool> {
        Self::elsewhere()
    }
    async fn raise_forgotten(&self, _: TenantId, _: Timestamp) -> Result<bool> {
        Self::elsewhere()
    }
    async fn rewrite_log(&self, _: TenantId, _: &[LogRow]) -> Result<()> {
        Self::elsewhere()
    }
    async fn erase_traces(&self, _: TenantId, _: UserId) -> Result<()> {
        Self::elsewhere()
    }
    async fn clean(&self, _: Step, _: Timestamp, _: u32) -> Result<u64> {
        Self::elsewhere()
    }
    async fn close(&self) {}
}
