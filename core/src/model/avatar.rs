//! Avatars of users and teams (S2.18), apart from the records they belong to, so that those stay small.

use crate::{
    id::{TeamId, UserId},
    value::Picture,
};
use serde::{Deserialize, Serialize};

/// A picture of a user or a team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Avatar {
    pub of: AvatarOf,
    pub picture: Picture,
}

/// Whom an avatar shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AvatarOf {
    User(UserId),
    Team(TeamId),
}
