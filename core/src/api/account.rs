//! Accounts on the wire: mailed links, passwords, sessions, the sign-in address, the security log.

use super::SentMail;
use crate::{
    command::{Handed, NewUser},
    id::{DeviceId, UserId},
    privacy::Person,
    time::Timestamp,
    value::{Email, OrganisationName},
};
use serde::{Deserialize, Serialize};

/// `POST /api/v1/tenants/{tenant}/users/{user}/hand-over`: make the user something to sign in with, which the answer
/// ([`HandedOver`]) tells, once. Another request makes something else and ends what there was.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AskHandOver {
    pub what: Handed,
    /// The temporary password, when the administrator says it; else the server makes one.
    #[serde(default)]
    pub password: Option<String>,
    /// The user to be made for it, which is prepared in the same step (S3.3). Its id is the address's.
    #[serde(default)]
    pub new: Option<NewUser>,
}

/// What there is to hand over. Shown once: nobody can ask for it again.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HandedOver {
    /// By what the person signs in, as far as its organisation lets it in by that.
    pub sign_in: Vec<String>,
    pub secret: HandedSecret,
    /// Until when it is good: as long as an invitation is.
    pub expires: Timestamp,
}

/// The secret itself.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum HandedSecret {
    /// Both are needed.
    Invitation { link: String, code: String },
    /// A password that the server made.
    Password(String),
    /// The password that the administrator said.
    Said,
}

/// `POST /api/v1/passwords`: mail me a link. Always answered 202, after the same time, whether there is such an account.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ForgotPassword {
    /// Like [`SignIn::identifier`](super::SignIn::identifier).
    pub identifier: String,
    #[serde(default)]
    pub organisation: Option<String>,
}

/// What a mailed link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum LinkPurpose {
    /// The user is new: it chooses a password and a voicemail PIN (S4.12).
    Welcome,
    /// An administrator asks for a new password (S4.13).
    Reset,
    /// The person asked for a new password itself.
    Forgotten,
    /// The operator of the server lets an owner back in.
    Recovery,
    /// The address has an account: its person confirms with the account's password that it is this user.
    Join,
}

/// `GET /api/v1/passwords/{token}`: what a mailed link is for, while it is good.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PasswordView {
    pub purpose: LinkPurpose,
    /// The address that the link was mailed to.
    pub email: Email,
    /// None when the person asked for it itself.
    pub organisation: Option<OrganisationName>,
    pub expires: Timestamp,
    /// Whether a voicemail PIN can be set along with the password.
    pub sets_pin: bool,
}

/// `POST /api/v1/passwords/{token}`: set the password, or confirm with it when the purpose is [`LinkPurpose::Join`]. Answered
/// by a [`Session`](super::Session).
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SetPassword {
    pub password: String,
    #[serde(default)]
    pub voicemail_pin: Option<String>,
}

/// `POST /api/v1/account/password`: change one's own password, 204. All other sessions of the account end.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ChangePassword {
    pub old: String,
    pub new: String,
}

/// `POST /api/v1/tenants/{tenant}/voicemail-pin`: set one's own voicemail PIN in an organisation, 204.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SetPin {
    /// The password of one's account.
    pub password: String,
    pub voicemail_pin: String,
}

/// `GET /api/v1/account`: one's own account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AccountView {
    /// None when the account has no mailbox.
    pub email: Option<Email>,
    /// A new sign-in address that waits to be confirmed.
    pub pending: Option<PendingAddress>,
}

/// A sign-in address that waits for the link that was mailed to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PendingAddress {
    pub email: Email,
    pub expires: Timestamp,
}

/// `POST /api/v1/account/address`: sign in by another address from now on, 202. A link is mailed to it; until it is opened, the
/// old one signs in.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ChangeAddress {
    pub email: String,
    pub password: String,
}

/// `GET /api/v1/addresses/{token}`: what a link about a change of address is for, while it is good. `POST` does it, 204.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AddressView {
    pub step: AddressStep,
    /// None where somebody else asked and the new address has not confirmed: by which one an account was signed in to so far is
    /// nothing that an organisation can find out by naming a mailbox.
    pub old: Option<Email>,
    pub new: Email,
    pub expires: Timestamp,
}

/// Which of the two links of a change of address this is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AddressStep {
    /// Mailed to the new address: confirms it.
    Confirm,
    /// Mailed to the old address: stops the change, or takes it back, for a day.
    Stop,
}

/// One session of one's own account: `GET /api/v1/account/sessions`. `DELETE /api/v1/account/sessions/{device}` ends one, `DELETE
/// /api/v1/account/sessions` all others, both 204.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SessionView {
    /// Names the session.
    pub device: DeviceId,
    /// Whether it is the one that asks.
    pub current: bool,
    pub created: Timestamp,
    /// When it was last used, to some minutes.
    pub seen: Timestamp,
    /// The network address that it was last used from; none when that is unknown.
    pub network: Option<String>,
    pub browser: Browser,
}

/// What a session runs in, as far as its `User-Agent` tells: "Firefox", "Windows".
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Browser {
    pub name: Option<String>,
    pub system: Option<String>,
}

/// `GET /api/v1/tenants/{tenant}/users/{user}/export`: all that there is about a person, for itself and for whoever may erase it.
/// What its organisation did with it stands in the audit log (`?user=`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PersonExport {
    #[serde(flatten)]
    pub person: Person,
    /// The address that it signs in by; none when it has no account. For others only when the directory has that address as well:
    /// by which one it signs in is its own affair.
    pub account: Option<Email>,
    /// The sign-in address that waits for its mailbox to speak; for itself alone.
    pub pending_address: Option<PendingAddress>,
    /// The devices on which it signed in and that are still known; for itself alone, absent for others.
    pub known_devices: Option<Vec<KnownDevice>>,
    /// Its live sessions. Absent when they are not for who asks: they tell where it was.
    pub sessions: Option<Vec<SessionView>>,
    /// What happened to its account, newest first; absent like its sessions.
    pub security: Option<Vec<SecurityEvent>>,
    /// The mails to it that are kept, without the links and codes in them.
    pub mails: Vec<SentMail>,
}

/// A device on which somebody signed in: its tries to sign in are counted apart from those of strangers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct KnownDevice {
    /// When somebody last signed in there.
    pub seen: Timestamp,
    /// Until when it is known.
    pub expires: Timestamp,
}

/// The security log: one's own at `GET /api/v1/account/security`, the organisation's at `GET
/// /api/v1/tenants/{tenant}/security` for owners. Newest first; `?before=` pages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SecurityPage {
    pub events: Vec<SecurityEvent>,
    /// Where the next page begins: to be asked with `before`. None: that was all.
    pub next: Option<u64>,
}

/// Something that happened to an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SecurityEvent {
    pub at: Timestamp,
    pub kind: SecurityKind,
    /// The user that the account is in the organisation that asks; none in one's own log.
    pub user: Option<UserId>,
    pub network: Option<String>,
    pub browser: Browser,
}

/// What happened. Stored by name: names stay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SecurityKind {
    SignedIn,
    SignInFailed,
    SignedOut,
    /// A session was ended by its person from another one, or by an administrator.
    SessionEnded,
    /// A link that sets a password, or joins, was mailed.
    LinkMailed,
    /// A password was set through a mailed link.
    PasswordSet,
    /// The password was changed with the old one.
    PasswordChanged,
    /// The account became a user of an organisation.
    Joined,
    /// A new sign-in address was asked for …
    AddressChangeAsked,
    /// … confirmed …
    AddressChanged,
    /// … or stopped, or taken back, from the old address.
    AddressChangeStopped,
    /// An administrator asked for a new password.
    ResetOrdered,
    /// The operator ordered a recovery.
    RecoveryOrdered,
    /// An administrator was given a link and a code, or a temporary password, to hand over.
    HandedOver,
    /// The person set the PIN of its voicemail in an organisation, with its password.
    PinSet,
}
