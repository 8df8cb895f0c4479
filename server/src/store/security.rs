//! The security log.

use super::{Result, Whereabouts};
use async_trait::async_trait;
use rollcall_core::{
    api::SecurityKind,
    id::{TenantId, UserId},
    time::Timestamp,
};
use uuid::Uuid;

/// Something that happened to an account, for its person and its organisations' owners to see.
#[derive(Clone, Debug)]
pub struct SecurityNote {
    /// Sorts by the moment it was made.
    pub id: Uuid,
    pub at: Timestamp,
    pub kind: SecurityKind,
    /// None: the account that `place` is, if it is one.
    pub account: Option<Uuid>,
    /// The organisation's user that it is about; none when it is about the account alone.
    pub place: Option<(TenantId, UserId)>,
    pub whereabouts: Whereabouts,
}

/// Whose notes are asked for.
#[derive(Clone, Copy, Debug)]
pub enum NotesOf {
    /// All about an account.
    Account(Uuid),
    /// All about an organisation's users, and about their accounts since they became such: not from before this moment, by the
    /// term that the organisation chose.
    Tenant(TenantId, Timestamp),
    /// Those of [`Self::Tenant`] that are about one user.
    User(TenantId, UserId, Timestamp),
}

/// The security log.
#[async_trait]
pub trait SecurityStore: Send + Sync + 'static {
    /// Writes into the security log.
    async fn put_note(&self, note: &SecurityNote) -> Result<()>;
    /// The security log, newest first: at most `limit` notes from before a moment.
    async fn notes(&self, of: NotesOf, before: Timestamp, limit: u32) -> Result<Vec<SecurityNote>>;
}
