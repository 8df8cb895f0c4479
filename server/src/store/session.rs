//! Sessions.

use super::{Digest, Result, key};
use async_trait::async_trait;
use rollcall_core::{id::DeviceId, model::IdentifierKind, sync::Seq, time::Timestamp, value::Email};
use tokio::sync::broadcast;
use uuid::Uuid;

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
    /// None when the account has no mailbox.
    pub email: Option<Email>,
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

impl StoredSession {
    /// The name under which tries at its account are counted.
    pub fn key(&self) -> String {
        key(self.account, self.email.as_ref())
    }
}

/// Sessions.
#[async_trait]
pub trait SessionStore: Send + Sync + 'static {
    /// Makes a session, and ends the one that was not used for the longest time when there are a hundred. No when the account's password is no longer the one that was verified.
    async fn open_session(&self, session: &NewSession) -> Result<bool>;
    /// The session with this token, when it has neither expired nor been ended.
    async fn session(&self, token: &Digest, now: Timestamp) -> Result<Option<StoredSession>>;
    /// Whether the session with this token was ended by somebody else: an administrator, a deletion.
    async fn session_ended(&self, token: &Digest) -> Result<bool>;
    /// A session was used: it lives on, and was seen there.
    async fn touch_session(&self, token: &Digest, seen: Timestamp, expires: Timestamp, at: &Whereabouts) -> Result<()>;
    /// The live sessions of an account, the one used last first.
    async fn sessions_of(&self, account: Uuid, now: Timestamp) -> Result<Vec<StoredSession>>;
    /// Ends one session of an account, by its device; no when there is none.
    async fn end_session(&self, account: Uuid, device: DeviceId) -> Result<bool>;
    /// Ends all sessions of an account but one.
    async fn end_other_sessions(&self, account: Uuid, keep: &Digest) -> Result<()>;
    /// Ends every session and every mailed link of the server: a backup was restored.
    async fn end_everything_open(&self) -> Result<()>;
    /// Ends a session.
    async fn close_session(&self, token: &Digest) -> Result<()>;
    /// Tells of accounts that this process ended sessions of, however that came about. Of what other processes ended it tells
    /// nothing: the receiver looks now and then besides.
    fn ended(&self) -> broadcast::Receiver<Uuid>;
    /// Takes so many numbers for the commands of a session's own device, and gives the first.
    async fn take_seqs(&self, token: &Digest, count: u64) -> Result<Option<Seq>>;
}
