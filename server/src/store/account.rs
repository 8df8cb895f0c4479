//! Accounts: one per e-mail address, whatever the number of organisations; and their sessions.

use super::Digest;
use rollcall_core::{
    id::{DeviceId, TenantId, UserId},
    model::IdentifierKind,
    time::Timestamp,
    value::Email,
};
use uuid::Uuid;

/// A sign-in.
#[derive(Clone)]
pub struct Account {
    pub id: Uuid,
    pub email: Email,
    /// The password's hash in the PHC string format.
    pub password: String,
    /// The password is right and lets nobody in: a new one must be set.
    pub must_change: bool,
}

/// A link with which a person sets a new password.
#[derive(Clone, Debug)]
pub struct PasswordLink {
    pub token: Digest,
    pub tenant: TenantId,
    pub user: UserId,
    pub created: Timestamp,
    pub expires: Timestamp,
    pub used: bool,
}

/// A sign-in to be made.
#[derive(Clone)]
pub struct NewAccount {
    pub id: Uuid,
    pub email: Email,
    /// The password's hash in the PHC string format.
    pub password: String,
    pub created: Timestamp,
}

impl std::fmt::Debug for NewAccount {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "NewAccount({})", self.id)
    }
}

/// An account is a user of a tenant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    pub tenant: TenantId,
    pub user: UserId,
    /// Sessions made at this moment or earlier open nothing here: they were ended.
    pub ended: Timestamp,
}

/// A session to be made.
#[derive(Clone, Debug)]
pub struct NewSession {
    pub token: Digest,
    pub account: Uuid,
    /// Under which the session's own commands are counted.
    pub device: DeviceId,
    /// By what its person signed in; None when a mailed link said who it is.
    pub by: Option<IdentifierKind>,
    pub created: Timestamp,
    pub expires: Timestamp,
}

/// A live session.
#[derive(Clone, Debug)]
pub struct StoredSession {
    pub token: Digest,
    pub account: Uuid,
    pub email: Email,
    pub device: DeviceId,
    /// By what its person signed in; None when a mailed link said who it is.
    pub by: Option<IdentifierKind>,
    pub created: Timestamp,
    pub expires: Timestamp,
}
