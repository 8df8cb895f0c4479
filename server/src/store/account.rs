//! Accounts: one per e-mail address, whatever the number of organisations; the links that are mailed to them, their
//! sessions, and what happened to them.

use super::Digest;
use rollcall_core::{
    api::{LinkPurpose, SecurityKind},
    id::{DeviceId, TenantId, UserId},
    model::IdentifierKind,
    time::{Span, Timestamp},
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
    /// When the link was mailed through which the password was last set.
    pub proven: Timestamp,
}

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

/// A change of an account's sign-in address, with the digests of its two links.
#[derive(Clone, Debug)]
pub struct AddressChange {
    pub id: Uuid,
    pub account: Uuid,
    pub before: Email,
    pub after: Email,
    /// The link that was mailed to the new address.
    pub confirm: Digest,
    /// The link that was mailed to the old one.
    pub stop: Digest,
    /// The organisation whose administrator asked; none when the person did.
    pub tenant: Option<TenantId>,
    pub expires: Timestamp,
    pub state: AddressState,
}

impl AddressChange {
    /// How long both links live.
    pub const LIFETIME: Span = Span::hours(24);

    /// When it was asked for.
    pub fn asked(&self) -> Timestamp {
        Timestamp(self.expires.0.saturating_sub(Self::LIFETIME.0))
    }
}

/// Where a change of address stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressState {
    Waits,
    Confirmed,
    Over,
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
    /// Since when.
    pub linked: Timestamp,
    /// Sessions made at this moment or earlier open nothing here: they were ended.
    pub ended: Timestamp,
    /// The organisation asks for a password set through a link that was mailed at this moment or later; 0: it does not.
    pub renew: Timestamp,
}

impl Link {
    /// Whether the organisation waits for a new password, given when the account's was last set through a mailed link.
    pub fn needs_new_password(&self, proven: Timestamp) -> bool {
        self.renew > Timestamp(0) && proven < self.renew
    }
}

/// Where a session, or something that happened, was.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Whereabouts {
    /// The network address; none when it is unknown.
    pub network: Option<String>,
    /// The browser's `User-Agent`, cut to a bounded length.
    pub agent: Option<String>,
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
    pub whereabouts: Whereabouts,
    /// The password's hash that was verified: a password that was changed meanwhile opens no session.
    pub verified: String,
}

/// A live session.
#[derive(Clone, Debug)]
pub struct StoredSession {
    pub token: Digest,
    pub account: Uuid,
    pub email: Email,
    /// The last moment at which the account's password was set through a mailed link.
    pub proven: Timestamp,
    pub device: DeviceId,
    /// By what its person signed in; None when a mailed link said who it is.
    pub by: Option<IdentifierKind>,
    pub created: Timestamp,
    pub expires: Timestamp,
    /// When it was last used, to some minutes.
    pub seen: Timestamp,
    pub whereabouts: Whereabouts,
}

/// A device on which somebody signed in: its tries are counted apart from those of strangers.
#[derive(Clone, Copy, Debug)]
pub struct NewKnownDevice {
    pub account: Uuid,
    /// The cookie that it had so far; what it was known to moves on to the new one.
    pub before: Option<Digest>,
    pub device: Digest,
    pub seen: Timestamp,
    pub expires: Timestamp,
}

impl NewKnownDevice {
    /// So many are known to an account; the one that was seen longest ago goes first.
    pub const MOST: u32 = 20;
}

/// An account that a device is known to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownTo {
    pub account: Uuid,
    /// Its folded e-mail address.
    pub folded: String,
}

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
    /// All about an organisation's users, and about their accounts since they became such.
    Tenant(TenantId),
    /// Those of [`Self::Tenant`] that are about one user.
    User(TenantId, UserId),
}
