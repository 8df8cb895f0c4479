//! What page and server say to each other besides the sync: plain JSON over HTTP. Written once, used by both.

mod account;
mod mailed;
mod mark;
mod set_up;

pub use account::{
    AccountView, AddressStep, AddressView, AskHandOver, Browser, ChangeAddress, ChangePassword, ForgotPassword,
    HandedOver, HandedSecret, KnownDevice, LinkPurpose, PasswordView, PendingAddress, PersonExport, SecurityEvent,
    SecurityKind, SecurityPage, SessionView, SetPassword, SetPin,
};
pub use mailed::MailedPage;
pub use mark::{API, API_BEFORE, PROTOCOL_HEADER, TENANT_HEADER, tenant_in};
pub use set_up::{CheckSetUp, NewPlan, SET_UP_PAGE, SetUp, set_up_link};

use crate::{
    change::Changes,
    command::Decision,
    id::{TenantId, UserId},
    query::AuditEntry,
    refusal::{Field, Refusal, Refusals},
    time::Timestamp,
    value::{Email, FullName, OrganisationName, Slug},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// `POST /api/v1/session`: sign in.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SignIn {
    /// An e-mail address; or a mobile number or a log-in name, which mean somebody in one organisation only.
    pub identifier: String,
    pub password: String,
    /// The short name of that organisation. It may be left out where the server has only one. An account without an e-mail
    /// address of its own is meant by the address that this organisation has of its user.
    #[serde(default)]
    pub organisation: Option<String>,
    /// Takes the place of a temporary password, without which nobody gets in by one (`password_change_needed`). Left alone when the
    /// password is not temporary.
    #[serde(default)]
    pub new_password: Option<String>,
}

/// Who is signed in, and where it may go. Answer of `GET` and `POST /api/v1/session`, and of accepting an invitation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Session {
    /// Names the account: its address may change, and what lies on a device under this name stays its own.
    pub account: Uuid,
    /// The address that the account is signed in to by; none when it has no mailbox.
    pub email: Option<Email>,
    /// The organisations in which the account is an active user that may open the portal, by name (S2.2).
    pub organisations: Vec<Place>,
    /// The organisations in which it is active and may not: it has a phone there (invariant 13).
    #[serde(default)]
    pub without_portal: Vec<OrganisationName>,
    /// The organisations that let nobody in who signed in by such an identifier (their policy's `login_kinds`).
    #[serde(default)]
    pub by_another_identifier: Vec<OrganisationName>,
    /// The organisations that asked for a new password, set through a mailed link, which has not been set yet (S4.13).
    #[serde(default)]
    pub new_password_needed: Vec<OrganisationName>,
    /// The organisations that can't be asked at the moment: whether it may go there is known once they answer.
    #[serde(default)]
    pub unavailable: Vec<Place>,
}

impl Session {
    /// Every organisation that it may go to, as far as that is known.
    pub fn places(&self) -> impl Iterator<Item = &Place> {
        self.organisations.iter().chain(&self.unavailable)
    }
}

/// One organisation that an account belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Place {
    pub tenant: TenantId,
    pub user: UserId,
    pub slug: Slug,
    pub name: OrganisationName,
}

/// `GET /api/v1/info`: what a page must know before anybody signs in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Info {
    pub version: String,
    /// The sign-in that a demo server shows; absent on a real one.
    pub demo: Option<DemoSignIn>,
    /// Whether mail goes to a folder that the page shows as "Sent mail": a demo, or the operator asked for it.
    pub mail_outbox: bool,
    /// Whether the server has no organisation yet: whoever has the link that it printed founds one ([`SetUp`]).
    #[serde(default)]
    pub set_up: bool,
}

/// The sign-in of the demo organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DemoSignIn {
    pub email: String,
    pub password: String,
}

/// `GET /api/v1/invitations/{token}`: where an invitation stands, before anything is typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct InvitationView {
    pub status: InvitationStatus,
    /// Absent when the link is unknown.
    pub organisation: Option<OrganisationName>,
    pub email: Option<Email>,
    pub full_name: Option<FullName>,
    pub expires: Option<Timestamp>,
    /// Whether the address has an account already: then its password is asked for instead of a new one.
    pub has_account: bool,
    /// By what the person will sign in, for an invitation that was handed over.
    #[serde(default)]
    pub sign_in: Option<String>,
}

/// Where an invitation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum InvitationStatus {
    Open,
    /// The time ran out (S0.7): ask for another.
    Expired,
    /// It was accepted: sign in.
    Used,
    /// It was taken back, or a later one was sent.
    Ended,
    /// Too many wrong codes: ask for another.
    Locked,
    /// No such link.
    Unknown,
}

/// `POST /api/v1/invitations/{token}/code`: is this the code?
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CheckCode {
    pub code: String,
}

/// `POST /api/v1/invitations/{token}/accept`: become an active user, signed in.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Accept {
    pub code: String,
    pub full_name: String,
    pub password: String,
}

/// The shortest password (NIST SP 800-63B, 8 and more), in characters.
pub const PASSWORD_MIN: u16 = 10;
/// The longest password, in bytes: hashing more would be a way to tire the server.
pub const PASSWORD_MAX: u16 = 256;

/// `GET /api/v1/tenants/{tenant}/audit`: who did what when, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AuditPage {
    pub entries: Vec<AuditEntry>,
    /// Where the next page begins: to be asked with `before`. None: that was all. A page may have few entries, or none, and
    /// more behind it.
    pub next: Option<u64>,
}

/// A mail that could not be delivered so far: `GET /api/v1/tenants/{tenant}/undelivered`, for who may invite.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Undelivered {
    /// Whom the mail is about: an invitation that is not delivered is shown at its user, with "send again".
    pub user: UserId,
    pub what: MailKind,
    pub reason: MailFailure,
    /// How often it was tried.
    pub tries: u32,
    /// When it is tried again; none when it was given up.
    pub again: Option<Timestamp>,
}

/// What a mail is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum MailKind {
    Invitation,
    /// A link that sets a password, or joins an organisation.
    Password,
    /// A link that confirms a new address, or tells the old one.
    Address,
}

/// Why a mail was not delivered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum MailFailure {
    /// The mail server refused it for good (a 5xx reply): check the address.
    Refused,
    /// The mail server can't be reached, or asked to try again later.
    Unavailable,
    /// The organisation, or the address, has had its share of mails for now.
    OverBudget,
}

/// A mail that was put into the outbox folder: `GET /api/v1/tenants/{tenant}/mail`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SentMail {
    pub at: Timestamp,
    pub to: String,
    pub subject: String,
    pub body: String,
}

/// Any error answer: problem details (RFC 9457).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Problem {
    pub status: u16,
    pub title: String,
    /// For people, in the language that the request asks for (`Accept-Language`); English where it is for whoever writes a
    /// program.
    #[serde(default)]
    pub detail: String,
    /// Stable, for machines: `wrong_credentials`, `too_many_requests`, `wrong_code` ….
    pub code: String,
    /// The field of the request that it concerns.
    #[serde(default)]
    pub field: Option<Field>,
    /// The reasons, when a rule refused.
    #[serde(default)]
    pub refusals: Vec<Refusal>,
    /// Seconds until the next try may succeed, of `too_many_requests`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after: Option<u32>,
    /// How many tries are left, of `wrong_code`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left: Option<u32>,
}

/// What a host is told that asks whether a command may happen, or has it happen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Answer {
    pub allowed: bool,
    /// Every reason why not, most important first; empty when it is allowed.
    pub refusals: Vec<Reason>,
    /// What would change, or did; empty when it isn't allowed.
    pub changes: Changes,
}

/// One reason why not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reason {
    /// Stable, for machines: `no_seat_left`, `already_a_user` ….
    pub code: String,
    /// For the people who write the host; what users read is the host's own, in their language.
    pub message: String,
    /// The field of a form at which to show it, when it concerns one.
    pub field: Option<Field>,
    /// All that is known about it.
    pub refusal: Refusal,
}

impl From<Result<Decision, Refusals>> for Answer {
    fn from(decided: Result<Decision, Refusals>) -> Self {
        match decided {
            Ok(decision) => Self { allowed: true, refusals: Vec::new(), changes: decision.changes },
            Err(refusals) => Self {
                allowed: false,
                refusals: refusals.into_iter().map(Reason::from).collect(),
                changes: Changes::default(),
            },
        }
    }
}

impl From<Refusal> for Reason {
    fn from(refusal: Refusal) -> Self {
        let (code, field) = (refusal.code().to_owned(), refusal.field());
        Self { code, message: refusal.to_string(), field, refusal }
    }
}
