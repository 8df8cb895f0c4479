//! A channel of a team (S2.19).

use crate::{
    id::{ChannelId, TeamId},
    value::ChannelName,
};
use serde::{Deserialize, Serialize};

/// A channel in a team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Channel {
    pub id: ChannelId,
    pub team: TeamId,
    pub name: ChannelName,
    /// Whoever sees the team sees a public channel; a private one is for members.
    pub public: bool,
}
