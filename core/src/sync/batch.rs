//! What a client makes of an answer.

use super::{Cursor, Outcome, Put, Rejected, Seq};
use crate::{change::Record, time::Timestamp};
use serde::{Deserialize, Serialize};

/// What a client makes durable in one transaction after an answer: the server's data, the cursor, the settled outbox
/// rows, and what came back refused. Also how one tab tells the others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Batch {
    /// The cursor that a delta starts from; a tab that stands elsewhere has missed something and reads again.
    pub base: Option<Cursor>,
    pub cursor: Cursor,
    pub now: Timestamp,
    pub update: News,
    /// Outbox rows that have their verdict.
    pub settled: Vec<Seq>,
    /// Those of them that were refused, for the inbox.
    pub rejected: Vec<Rejected>,
}

/// What of an answer is stored and shown: a difference has been told apart into what changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum News {
    /// These records changed, appeared or went.
    Delta(Vec<Put>),
    /// The whole view.
    Snapshot(Vec<Record>),
}

impl Batch {
    /// Whether a command of this device met another one under its number: the device's name is no longer its own.
    pub fn clashed(&self) -> bool {
        self.rejected.iter().any(|rejected| rejected.outcome == Outcome::Clashed)
    }
}
