//! The messages between a client and the server. The body of `POST /api/tenants/{tenant}/sync` is a [`SyncRequest`], its
//! answer a [`SyncResponse`], in the stored form of [`crate::record`] or as JSON.

use super::Rejected;
use crate::{
    change::{Key, Record},
    command::Command,
    id::{CommandId, DeviceId, UserId},
    refusal::Refusals,
    time::Timestamp,
};
use serde::{Deserialize, Serialize};

/// The version of these messages.
pub const PROTOCOL_VERSION: u16 = 1;
/// The most commands in one request; a longer outbox goes in several.
pub const MAX_COMMANDS: usize = 1_000;

/// A device's own count of its commands: 1, 2, 3 …, without gaps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Seq(pub u64);

/// A command on its way to the server, as it stands in the outbox.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Envelope {
    pub device: DeviceId,
    /// Given inside the transaction that stores the envelope in the outbox.
    pub seq: Seq,
    pub id: CommandId,
    /// The version of the command format, [`crate::command::COMMAND_VERSION`] when it was issued.
    pub version: u16,
    /// When the device says that it was issued. Shown, never trusted.
    pub claimed: Timestamp,
    pub command: Command,
}

/// How far a client's data goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cursor {
    /// Changes when the server was restored from a backup.
    pub log_epoch: u64,
    /// The tenant's version that the client's confirmed data equals, as far as it is visible.
    pub version: u64,
    /// What the client's user could see then ([`crate::access::view_epoch`]).
    pub view_epoch: u64,
}

/// Push and pull in one: what the client did, and how far it knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SyncRequest {
    pub protocol: u16,
    /// Whose commands and whose view: a browser may hold another account's session by now, and nobody's work is ever
    /// done in another's name.
    pub user: UserId,
    pub device: DeviceId,
    pub cursor: Option<Cursor>,
    /// In the order of their sequence numbers, at most [`MAX_COMMANDS`].
    pub commands: Vec<Envelope>,
}

/// A verdict for every command of the request, and what changed since the cursor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SyncResponse {
    pub cursor: Cursor,
    pub user: UserId,
    /// The server's clock, for expiries; a client's own may be years off.
    pub now: Timestamp,
    pub verdicts: Vec<Verdict>,
    pub update: Update,
}

/// What the server decided about one command: durable, exactly one per command.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    pub seq: Seq,
    pub command: CommandId,
    pub at: Timestamp,
    pub outcome: Outcome,
}

/// How a command ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Done, in this version of the tenant.
    Applied { version: u64 },
    /// Not done. Its sequence number is used up all the same, so nothing jams.
    Refused { refusals: Refusals },
    /// The same device sent another command under this number before (a cloned profile): set apart, never applied.
    Clashed,
}

/// What a client has to change to hold its view of the cursor's version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Update {
    /// These records changed, appeared or went.
    Delta(Vec<Put>),
    /// The whole view: the cursor was missing, foreign or too old, or the view itself changed.
    Snapshot(Vec<Record>),
}

/// One record as it stands now, for this viewer; absent when it is gone or no longer visible.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Put {
    pub key: Key,
    pub record: Option<Record>,
}

/// What a client makes durable in one transaction after an answer: the server's data, the cursor, the settled outbox
/// rows, and what came back refused. Also how one tab tells the others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Batch {
    /// The cursor that a delta starts from; a tab that stands elsewhere has missed something and reads again.
    pub base: Option<Cursor>,
    pub cursor: Cursor,
    pub now: Timestamp,
    pub update: Update,
    /// Outbox rows that have their verdict.
    pub settled: Vec<Seq>,
    /// Those of them that were refused, for the inbox.
    pub rejected: Vec<Rejected>,
}
