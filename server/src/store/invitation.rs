//! Invitations as they are stored: digests of link and code, never the two themselves.

use super::{Digest, Result};
use async_trait::async_trait;
use rollcall_core::{
    id::{TenantId, UserId},
    time::Timestamp,
    value::Email,
};

/// An invitation that was sent.
#[derive(Clone, Debug)]
pub struct StoredInvitation {
    pub token: Digest,
    pub tenant: TenantId,
    pub user: UserId,
    /// The address that it was mailed to: nobody else's account comes of it. None when a version that did not say sent it:
    /// then it is over. Nor when it was handed over.
    pub email: Option<Email>,
    /// It was handed over by an administrator: no mailbox is proven by it.
    pub handed: bool,
    /// Keyed with the link token, which is not stored: whoever has the database alone can't try codes.
    pub code: Digest,
    /// The sending that it belongs to; a later round ends it.
    pub round: u32,
    pub created: Timestamp,
    pub expires: Timestamp,
    /// Wrong codes so far.
    pub tries: u32,
    pub ending: Option<Ending>,
}

/// How an invitation ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    Used,
    /// Taken back, or followed by a later one.
    Ended,
}

/// Invitations.
#[async_trait]
pub trait InvitationStore: Send + Sync + 'static {
    /// Stores a new invitation and ends the user's older ones.
    async fn put_invitation(&self, invitation: &StoredInvitation) -> Result<()>;
    /// The invitation with this link token.
    async fn invitation(&self, token: &Digest) -> Result<Option<StoredInvitation>>;
    /// Counts a try of the code, unless there were `max` already: then none.
    async fn count_try(&self, token: &Digest, max: u32) -> Result<Option<u32>>;
    /// Takes back a try that was right.
    async fn pardon_try(&self, token: &Digest) -> Result<()>;
}
