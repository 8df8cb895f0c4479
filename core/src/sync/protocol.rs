//! The messages between a client and the server. The body of `POST /api/v1/tenants/{tenant}/sync` is a [`SyncRequest`], its
//! answer a [`SyncResponse`], in the stored form of [`crate::record`] or as JSON. How those of older versions are read
//! stands in [`super::read`].

use super::{Held, Outcome, Part};
use crate::{
    change::{Key, Record},
    command::{COMMAND_VERSION, Command},
    id::{CommandId, DeviceId, UserId},
    time::Timestamp,
};
use serde::{Deserialize, Serialize};

/// The version of these messages. It goes up with the commands in them too, so that one number tells whether the other
/// side understands; and with the kinds of records ([`Key::since`]) and of refusals ([`crate::Refusal::since`]).
pub const PROTOCOL_VERSION: u16 = 6 + COMMAND_VERSION;
/// The oldest version that the server still understands.
pub const OLDEST_PROTOCOL: u16 = 1;
/// Since this version a client can tell what it holds, and be told the difference.
pub const TELLS_HELD: u16 = 2;
/// Since this version of the command format an envelope tells what its author saw.
pub const TELLS_SEEN: u16 = 3;
/// Since this version a client can be told that fields were kept out of an edit.
pub const TELLS_MERGED: u16 = 3 + TELLS_SEEN;
/// Since this version it can be told which entries of the extra information were.
pub const TELLS_KEYS: u16 = 8;
/// The most commands in one request; a longer outbox goes in several.
pub const MAX_COMMANDS: usize = 1_000;

/// A device's own count of its commands: 1, 2, 3 …, without gaps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Seq(pub u64);

/// A command on its way to the server, as it stands in the outbox.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Envelope {
    pub device: DeviceId,
    /// Given inside the transaction that stores the envelope in the outbox.
    pub seq: Seq,
    pub id: CommandId,
    /// The version of the command format in which the command is written. In memory it is [`COMMAND_VERSION`] always:
    /// an older one is read as what it means today.
    pub version: u16,
    /// When the device says that it was issued. Shown, never trusted.
    pub claimed: Timestamp,
    pub command: Command,
    /// For an edit: what its author saw there, by which it merges with what others did ([`crate::command::decide_edit`]). None for
    /// other verbs, and for edits of older versions, which win. Since version [`TELLS_SEEN`] of the command format.
    pub seen: Option<Command>,
}

/// How far a client's data goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Cursor {
    /// Changes when the server was restored from a backup.
    pub log_epoch: u64,
    /// The tenant's version that the client's confirmed data equals, as far as it is visible.
    pub version: u64,
    /// What the client's user could see then ([`crate::access::view_epoch`]).
    pub view_epoch: u64,
}

/// Push and pull in one: what the client did, and how far it knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SyncRequest {
    pub protocol: u16,
    /// Whose commands and whose view: a browser may hold another account's session by now, and nobody's work is ever
    /// done in another's name.
    pub user: UserId,
    pub device: DeviceId,
    pub cursor: Option<Cursor>,
    /// In the order of their sequence numbers, at most [`MAX_COMMANDS`].
    pub commands: Vec<Envelope>,
    /// What the client holds at its cursor, when the server has asked ([`Update::Stale`]). Since version 2.
    pub held: Option<Held>,
}

/// A verdict for every command of the request, and what changed since the cursor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Verdict {
    pub seq: Seq,
    pub command: CommandId,
    pub at: Timestamp,
    pub outcome: Outcome,
}

/// What a client has to change to hold its view of the cursor's version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Update {
    /// These records changed, appeared or went.
    Delta(Vec<Put>),
    /// The whole view: the cursor was missing, foreign or too old, or the view itself changed.
    Snapshot(Vec<Record>),
    /// No delta reaches here from the cursor, and the view is large: ask again and tell what you hold. The cursor of the
    /// answer is the client's own, and nothing but the verdicts is new.
    Stale,
    /// All records of the buckets in which the client holds something else; of so many buckets in all.
    Difference { buckets: u32, parts: Vec<Part> },
}

/// One record as it stands now, for this viewer; absent when it is gone or no longer visible.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Put {
    pub key: Key,
    pub record: Option<Record>,
}
