//! Whether an agent takes calls from queues at the moment (S4.8).

use crate::{id::UserId, time::Timestamp};
use serde::{Deserialize, Serialize};

/// An agent's presence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Presence {
    pub user: UserId,
    pub state: PresenceState,
    pub since: Timestamp,
}

/// What an agent said of itself. Whether it is on a call is known from the calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PresenceState {
    Available,
    Break,
    SignedOut,
}
