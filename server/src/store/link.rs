//! Mailed links with which people set passwords, or confirm with theirs that they are a user.

use super::{Digest, NewAccount, Result};
use async_trait::async_trait;
use rollcall_core::{
    api::LinkPurpose,
    id::{TenantId, UserId},
    time::Timestamp,
    value::Email,
};
use uuid::Uuid;

/// A mailed link with which a person sets a password, or confirms with it that it is a user.
#[derive(Clone, Debug)]
pub struct PasswordLink {
    pub token: Digest,
    pub purpose: LinkPurpose,
    /// The user that it is about; none when the person asked for the link itself.
    pub place: Option<(TenantId, UserId)>,
    /// The account that it is for; none for one that is still to be made, with `email`.
    pub account: Option<Uuid>,
    /// The address that it was mailed to.
    pub email: Email,
    pub created: Timestamp,
    pub expires: Timestamp,
    /// Used, followed by a newer one, or ended with what it was for.
    pub over: bool,
}

/// What using a [`PasswordLink`] does, in one transaction.
#[derive(Clone)]
pub enum LinkUse {
    /// Sets the password of the link's account, ends its sessions and its other links.
    SetPassword { hash: String },
    /// Makes the link's account, and links it.
    Open(NewAccount),
    /// Links the link's account, whose password was verified against this hash.
    Join { verified: String },
}

/// Mailed links, and passwords.
#[async_trait]
pub trait LinkStore: Send + Sync + 'static {
    /// Stores a new link and ends the user's older ones.
    async fn put_password_link(&self, link: &PasswordLink) -> Result<()>;
    /// The link with this token.
    async fn password_link(&self, token: &Digest) -> Result<Option<PasswordLink>>;
    /// Uses a link, once: what it is for and nothing else. No, and nothing is changed, when the link is over meanwhile, its
    /// account is gone or has another address, or is nobody or somebody else in the link's place.
    /// With it the voicemail PIN of the link's user is set, given by its hash.
    async fn use_password_link(
        &self,
        link: &PasswordLink,
        using: &LinkUse,
        pin: Option<&str>,
        now: Timestamp,
    ) -> Result<bool>;
    /// Changes an account's password if it still has the old hash, and ends its other sessions and its links. No when it
    /// has not.
    async fn change_password(&self, account: Uuid, old: &str, new: &str, keep: &Digest) -> Result<bool>;
    /// Sets the voicemail PIN of a user, given by its hash. No when the account is not that user, or its password no longer has the
    /// hash that was verified.
    async fn set_pin(&self, account: Uuid, place: (TenantId, UserId), verified: &str, pin: &str) -> Result<bool>;
}
