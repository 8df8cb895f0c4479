//! Taking out of what is stored who somebody was.

use super::Result;
use async_trait::async_trait;
use rollcall_core::{
    id::{TenantId, UserId},
    value::Email,
};

/// The addresses of a user.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AddressesOf {
    /// Where its organisation mailed it.
    pub mailed: Vec<Email>,
    /// Those that its account had, has or waits for: its own affair, and no administrator's.
    pub account: Vec<Email>,
}

/// Traces of people.
#[async_trait]
pub trait ErasureStore: Send + Sync + 'static {
    /// Takes what told who a user was out of the rows of the audit log after a version, the oldest first: at most `limit` of
    /// them, fewer when they are long. Gives the version of the last; none behind the end of the log. Whoever else is erased
    /// from a row at the same time stays erased.
    async fn erase_from_log(&self, tenant: TenantId, user: UserId, after: u64, limit: u32) -> Result<Option<u64>>;
    /// The addresses of a user and of its account, as far as they are known: by the user's own links and notes, or because the
    /// account had one of `known`.
    async fn addresses_of(&self, tenant: TenantId, user: UserId, known: &[Email]) -> Result<AddressesOf>;
    /// Removes what tells who a user was, apart from the directory and the audit log. The user has no account any more.
    async fn erase_traces(&self, tenant: TenantId, user: UserId) -> Result<()>;
}
