//! What is kept of organisations: their records, their log, the verdicts on their commands.

use super::{Head, LogRow, Notice, Result, Since, StoredVerdict};
use async_trait::async_trait;
use rollcall_core::{
    Key, Record,
    id::{CommandId, DeviceId, TenantId, UserId},
    sync::Seq,
    value::Slug,
};
use tokio::sync::broadcast;

/// The organisations that are kept.
#[async_trait]
pub trait TenantStore: Send + Sync + 'static {
    /// Every tenant.
    async fn tenants(&self) -> Result<Vec<TenantId>>;
    /// The organisation, when there is exactly one.
    async fn only_tenant(&self) -> Result<Option<TenantId>>;
    /// The tenant with this short name.
    async fn tenant_named(&self, slug: &Slug) -> Result<Option<TenantId>>;
    /// Where a tenant stands; none when there is no such tenant.
    async fn head(&self, tenant: TenantId) -> Result<Option<Head>>;
    /// A tenant's records, all of the version that the head tells.
    async fn load(&self, tenant: TenantId) -> Result<Option<(Head, Vec<Record>)>>;
    /// One record, as it stands.
    async fn record(&self, tenant: TenantId, key: Key) -> Result<Option<Record>>;
    /// Every record that changed after a version, as it stands at the head's version.
    async fn since(&self, tenant: TenantId, version: u64) -> Result<Option<Since>>;
    /// The keys of the records that changed after a version.
    /// None when it is too long ago to tell: removed records have been forgotten since.
    async fn keys_since(&self, tenant: TenantId, version: u64) -> Result<Option<Vec<Key>>>;
    /// The verdicts on one device's commands, of the sequence numbers from `first` to `last`.
    async fn verdicts(
        &self,
        tenant: TenantId,
        user: UserId,
        device: DeviceId,
        first: Seq,
        last: Seq,
    ) -> Result<Vec<StoredVerdict>>;
    /// The highest number under which a device's commands have a verdict.
    async fn highest_seq(&self, tenant: TenantId, user: UserId, device: DeviceId) -> Result<Option<Seq>>;
    /// The highest number of a device of which the verdict was forgotten.
    async fn forgotten_seq(&self, tenant: TenantId, user: UserId, device: DeviceId) -> Result<Option<Seq>>;
    /// The verdicts on these commands, whichever device sent them.
    async fn verdicts_on(&self, tenant: TenantId, user: UserId, commands: &[CommandId]) -> Result<Vec<StoredVerdict>>;
    /// How many of one user's commands were set apart because their number was used before.
    async fn clashes(&self, tenant: TenantId) -> Result<u64>;
    /// The audit log of a tenant after a version, oldest first, at most `limit` rows; fewer when they are long, and none only
    /// behind the last.
    async fn log(&self, tenant: TenantId, after: u64, limit: u32) -> Result<Vec<LogRow>>;
    /// The same before a version, newest first.
    async fn log_before(&self, tenant: TenantId, before: u64, limit: u32) -> Result<Vec<LogRow>>;
    /// Gives every tenant a new log epoch: to be called after a backup was restored.
    async fn renew_log_epochs(&self, epoch: u64) -> Result<()>;
    /// Tells of new versions that other processes made. A lagging or silent channel is no error: the receiver polls too.
    fn notices(&self) -> broadcast::Receiver<Notice>;
}
