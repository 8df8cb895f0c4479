//! A team, and who is in it.

use super::{Routing, Target};
use crate::{
    id::{RoleId, TeamId, UserId},
    value::TeamName,
};
use serde::{Deserialize, Serialize};

/// A team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Team {
    pub id: TeamId,
    pub name: TeamName,
    pub kind: TeamKind,
    /// A disabled team is invisible without `team.manage`; its memberships stay (S2.20).
    pub disabled: bool,
    /// Where its calls go; none: it takes no calls.
    pub routing: Option<Routing>,
}

impl Team {
    /// Where its calls overflow to.
    pub fn overflow(&self) -> Option<Target> {
        self.routing.as_ref().and_then(|routing| routing.overflow)
    }

    /// An active team that takes no calls.
    pub fn new(id: TeamId, name: TeamName, kind: TeamKind) -> Self {
        Self { id, name, kind, disabled: false, routing: None }
    }
}

/// What a team stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TeamKind {
    #[default]
    Team,
    Department,
    Site,
}

impl TeamKind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Team, Self::Department, Self::Site];
}

/// A user in a team, and why: by hand, through roles, or both. It goes when no reason is left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Membership {
    pub team: TeamId,
    pub user: UserId,
    pub by_hand: bool,
    pub through: Vec<RoleId>,
}
