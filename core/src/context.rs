//! Who asks, and when: all that a rule may know besides the directory itself.

use crate::{id::UserId, time::Timestamp};
use serde::{Deserialize, Serialize};

/// Who issues a command or asks a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// A signed-in user of the tenant.
    User(UserId),
    /// Somebody who proved to hold the invitation of this user, and may do nothing but accept it.
    Invitee(UserId),
    /// The operator of the server: founds organisations, reports calls.
    System,
}

/// What surrounds a decision. The core reads no clock: the server passes its own, a client its best guess.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Context {
    /// Who acts.
    pub actor: Actor,
    /// When the decision is made.
    pub now: Timestamp,
    /// Whether the directory at hand is all there is, or only what one actor may see.
    pub view: View,
}

/// How much of the tenant the deciding side knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum View {
    /// The server: every record.
    Whole,
    /// A client: what its actor may see. A rule that needs more can't say no for sure, and the outcome is provisional.
    Partial,
}
