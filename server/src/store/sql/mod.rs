//! The store's SQL, written once in what SQLite and PostgreSQL have in common, and compiled for the database of the
//! module around it (`super::Db`).

mod account;
mod address;
mod commit;
mod erase;
mod house;
mod invitation;
mod job;
mod known_device;
mod password;
mod refold;
mod security;
mod session;
mod tenant;
mod transaction;

use super::{
    super::{
        Account, AddressChange, Batch, Chore, Commit, Digest, FailingJob, Head, Job, JobCounts, JobFailure, KnownTo,
        Link, LinkUse, LogRow, NewAccount, NewJob, NewKnownDevice, NewSession, NotesOf, Notice, PasswordLink, Queue,
        SecurityNote, Since, Step, Store, StoredInvitation, StoredSession, StoredVerdict, Whereabouts,
        commit::made_at,
        error::{Result, StoreError},
    },
    BEGIN_READ, BEGIN_WRITE, Database, Db,
};
#[cfg(test)]
pub(super) use refold::verify_refolded;

use async_trait::async_trait;
use rollcall_core::{
    Key, Record,
    id::{CommandId, DeviceId, TenantId, UserId},
    record::Unreadable,
    sync::Seq,
    time::{Span, Timestamp},
    value::{Email, Slug},
};
use sqlx::Transaction;
use tokio::sync::broadcast;
use transaction::Tx;
use uuid::Uuid;

impl Database {
    async fn reading(&self) -> Result<Transaction<'static, Db>> {
        Ok(self.read.begin_with(BEGIN_READ).await?)
    }

    async fn writing(&self) -> Result<Tx> {
        let begun = match self.write.begin_with(BEGIN_WRITE).await {
            // A transaction whose end failed, on a full disk for one, leaves a connection that can begin no other.
            Err(sqlx::Error::InvalidSavePointStatement) => {
                self.write.acquire().await?.close().await?;
                self.write.begin_with(BEGIN_WRITE).await?
            }
            begun => begun?,
        };
        Ok(Tx::new(begun, self.ended.clone()))
    }
}

#[async_trait]
impl Store for Database {
    async fn tenants(&self) -> Result<Vec<TenantId>> {
        self.all_tenants().await
    }
    async fn tenant_named(&self, slug: &Slug) -> Result<Option<TenantId>> {
        self.tenant_by_slug(slug).await
    }
    async fn head(&self, tenant: TenantId) -> Result<Option<Head>> {
        tenant::head(&mut *self.read.acquire().await?, tenant).await
    }
    async fn load(&self, tenant: TenantId) -> Result<Option<(Head, Vec<Record>)>> {
        self.load_tenant(tenant).await
    }
    async fn record(&self, tenant: TenantId, key: Key) -> Result<Option<Record>> {
        self.one_record(tenant, key).await
    }
    async fn since(&self, tenant: TenantId, version: u64) -> Result<Option<Since>> {
        self.puts_since(tenant, version).await
    }
    async fn keys_since(&self, tenant: TenantId, version: u64) -> Result<Option<Vec<Key>>> {
        self.changed_keys(tenant, version).await
    }
    async fn verdicts(
        &self,
        t: TenantId,
        user: UserId,
        d: DeviceId,
        first: Seq,
        last: Seq,
    ) -> Result<Vec<StoredVerdict>> {
        self.verdicts_between(t, user, d, first, last).await
    }
    async fn highest_seq(&self, tenant: TenantId, user: UserId, device: DeviceId) -> Result<Option<Seq>> {
        self.highest_seq_of(tenant, user, device).await
    }
    async fn forgotten_seq(&self, tenant: TenantId, user: UserId, device: DeviceId) -> Result<Option<Seq>> {
        self.device_floor(tenant, user, device).await
    }
    async fn verdicts_on(&self, tenant: TenantId, user: UserId, commands: &[CommandId]) -> Result<Vec<StoredVerdict>> {
        self.verdicts_by_id(tenant, user, commands).await
    }
    async fn commit(&self, batch: &Batch) -> Result<Commit> {
        self.write_batch(batch).await
    }
    async fn clashes(&self, tenant: TenantId) -> Result<u64> {
        self.count_clashes(tenant).await
    }
    async fn log(&self, tenant: TenantId, after: u64, limit: u32) -> Result<Vec<LogRow>> {
        self.read_log(tenant, after, limit).await
    }
    async fn renew_log_epochs(&self, epoch: u64) -> Result<()> {
        self.set_log_epochs(epoch).await
    }
    fn notices(&self) -> broadcast::Receiver<Notice> {
        self.notices.subscribe()
    }

    async fn is_an_accounts(&self, email: &Email, now: Timestamp) -> Result<bool> {
        self.is_some_accounts(email, now).await
    }
    async fn account_named(&self, folded: &str) -> Result<Option<Account>> {
        self.account_by_address(folded).await
    }
    async fn account(&self, id: Uuid) -> Result<Option<Account>> {
        self.account_by_id(id).await
    }
    async fn account_of(&self, tenant: TenantId, user: UserId) -> Result<Option<Account>> {
        self.account_of_user(tenant, user).await
    }
    async fn put_job(&self, tenant: TenantId, job: &NewJob) -> Result<()> {
        self.insert_job(tenant, job).await
    }
    async fn put_password_link(&self, link: &PasswordLink) -> Result<()> {
        self.insert_password_link(link).await
    }
    async fn password_link(&self, token: &Digest) -> Result<Option<PasswordLink>> {
        self.password_link_by_token(token).await
    }
    async fn use_password_link(
        &self,
        link: &PasswordLink,
        using: &LinkUse,
        pin: Option<&str>,
        now: Timestamp,
    ) -> Result<bool> {
        self.use_link(link, using, pin, now).await
    }
    async fn change_password(&self, account: Uuid, old: &str, new: &str, keep: &Digest) -> Result<bool> {
        self.exchange_password(account, old, new, keep).await
    }
    async fn put_address_change(&self, change: &AddressChange) -> Result<()> {
        self.insert_address_change(change).await
    }
    async fn address_change(&self, token: &Digest) -> Result<Option<AddressChange>> {
        self.address_change_by_token(token).await
    }
    async fn pending_address(&self, account: Uuid, now: Timestamp) -> Result<Option<AddressChange>> {
        self.address_change_that_waits(account, now).await
    }
    async fn confirm_address(&self, change: &AddressChange) -> Result<bool> {
        self.set_address(change).await
    }
    async fn stop_address(&self, change: &AddressChange) -> Result<bool> {
        self.take_address_back(change).await
    }
    async fn put_note(&self, note: &SecurityNote) -> Result<()> {
        self.insert_note(note).await
    }
    async fn notes(&self, of: NotesOf, before: Timestamp, limit: u32) -> Result<Vec<SecurityNote>> {
        self.notes_before(of, before, limit).await
    }
    async fn links(&self, account: Uuid) -> Result<Vec<Link>> {
        self.links_of(account).await
    }
    async fn open_session(&self, session: &NewSession) -> Result<bool> {
        self.insert_session(session).await
    }
    async fn session(&self, token: &Digest, now: Timestamp) -> Result<Option<StoredSession>> {
        self.live_session(token, now).await
    }
    async fn session_ended(&self, token: &Digest) -> Result<bool> {
        self.session_was_ended(token).await
    }
    async fn touch_session(&self, token: &Digest, seen: Timestamp, expires: Timestamp, at: &Whereabouts) -> Result<()> {
        self.note_session_use(token, seen, expires, at).await
    }
    async fn sessions_of(&self, account: Uuid, now: Timestamp) -> Result<Vec<StoredSession>> {
        self.live_sessions_of(account, now).await
    }
    async fn end_session(&self, account: Uuid, device: DeviceId) -> Result<bool> {
        self.end_session_of(account, device).await
    }
    async fn end_other_sessions(&self, account: Uuid, keep: &Digest) -> Result<()> {
        self.end_sessions_but(account, keep).await
    }
    async fn end_everything_open(&self) -> Result<()> {
        self.end_all_open().await
    }
    async fn close_session(&self, token: &Digest) -> Result<()> {
        self.delete_session(token).await
    }
    fn ended(&self) -> broadcast::Receiver<Uuid> {
        self.ended.subscribe()
    }
    async fn take_seqs(&self, token: &Digest, count: u64) -> Result<Option<Seq>> {
        self.count_up_seq(token, count).await
    }
    async fn device_known_to(&self, device: &Digest, now: Timestamp) -> Result<Vec<KnownTo>> {
        self.accounts_of_device(device, now).await
    }
    async fn device_key(&self, fresh: &[u8; 32]) -> Result<[u8; 32]> {
        self.key_of_devices(fresh).await
    }
    async fn know_device(&self, device: &NewKnownDevice) -> Result<()> {
        self.upsert_known_device(device).await
    }
    async fn strike(&self, bucket: &Digest, now: Timestamp, window: Span) -> Result<(u32, Timestamp)> {
        self.count_strike(bucket, now, window).await
    }
    async fn pardon(&self, bucket: &Digest, count: Option<u32>) -> Result<()> {
        self.uncount_strikes(bucket, count).await
    }

    async fn put_invitation(&self, invitation: &StoredInvitation) -> Result<()> {
        self.insert_invitation(invitation).await
    }
    async fn invitation(&self, token: &Digest) -> Result<Option<StoredInvitation>> {
        self.invitation_by_token(token).await
    }
    async fn count_try(&self, token: &Digest, max: u32) -> Result<Option<u32>> {
        self.count_code_try(token, max).await
    }
    async fn pardon_try(&self, token: &Digest) -> Result<()> {
        self.uncount_code_try(token).await
    }

    async fn claim_jobs(&self, queue: Queue, now: Timestamp, lease: Timestamp, limit: u32) -> Result<Vec<Job>> {
        self.lease_jobs(queue, now, lease, limit).await
    }
    async fn finish_job(&self, id: Uuid) -> Result<()> {
        self.delete_job(id).await
    }
    async fn defer_job(&self, id: Uuid, again: Option<Timestamp>, failure: &JobFailure) -> Result<()> {
        self.set_job_back(id, again, failure).await
    }
    async fn failing_jobs(&self, tenant: TenantId, limit: u32) -> Result<Vec<FailingJob>> {
        self.jobs_failing(tenant, limit).await
    }
    async fn job_counts(&self) -> Result<JobCounts> {
        self.count_jobs().await
    }

    async fn take_chore(
        &self,
        chore: Chore,
        first: Timestamp,
        now: Timestamp,
        lease: Timestamp,
        holder: Uuid,
    ) -> Result<bool> {
        self.lease_chore(chore, first, now, lease, holder).await
    }
    async fn keep_chore(&self, chore: Chore, holder: Uuid, lease: Timestamp) -> Result<bool> {
        self.extend_chore(chore, holder, lease).await
    }
    async fn end_chore(&self, chore: Chore, holder: Uuid, due: Timestamp) -> Result<()> {
        self.finish_chore(chore, holder, due).await
    }
    async fn raise_log_floor(&self, tenant: TenantId, before: Timestamp) -> Result<bool> {
        self.move_log_floor(tenant, before).await
    }
    async fn raise_forgotten(&self, tenant: TenantId, before: Timestamp) -> Result<bool> {
        self.move_forgotten(tenant, before).await
    }
    async fn rewrite_log(&self, tenant: TenantId, rows: &[LogRow]) -> Result<()> {
        self.update_log(tenant, rows).await
    }
    async fn addresses_of(&self, tenant: TenantId, user: UserId, known: &[Email]) -> Result<Vec<Email>> {
        self.addresses_of_user(tenant, user, known).await
    }
    async fn erase_traces(&self, tenant: TenantId, user: UserId) -> Result<()> {
        self.remove_traces(tenant, user).await
    }
    async fn clean(&self, step: Step, before: Timestamp, rows: u32) -> Result<u64> {
        self.take_step(step, before, rows).await
    }
    async fn close(&self) {
        self.read.close().await;
        self.write.close().await;
    }
}

/// An identifier as the sixteen bytes that are stored.
fn bytes(id: Uuid) -> Vec<u8> {
    id.as_bytes().to_vec()
}

/// Reads sixteen bytes back.
fn uuid(bytes: &[u8]) -> Result<Uuid> {
    Uuid::from_slice(bytes).map_err(|_| Unreadable::Damaged.into())
}

fn digest(bytes: Vec<u8>) -> Result<Digest> {
    bytes.try_into().map_err(|_| Unreadable::Damaged.into())
}

/// Databases count with signed numbers; ours never come near the limit.
fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn unsigned(number: i64) -> u64 {
    u64::try_from(number).unwrap_or_default()
}

fn small(number: i64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
