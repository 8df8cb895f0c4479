//! The link with which the first organisation is founded, as long as there is none.

use super::{Digest, Result};
use async_trait::async_trait;
use rollcall_core::time::Timestamp;

/// The set-up link. There is one at most.
#[async_trait]
pub trait SetUpStore: Send + Sync + 'static {
    /// This is the link from now on, until it expires. No when there is an organisation already.
    async fn put_set_up_link(&self, token: &Digest, expires: Timestamp) -> Result<bool>;
    /// The link that is good; none when it has expired, or there is an organisation.
    async fn set_up_link(&self, now: Timestamp) -> Result<Option<Digest>>;
}
