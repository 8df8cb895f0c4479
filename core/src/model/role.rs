//! A role: what may be done. Where it may be done is the scope of each grant.

use crate::{
    access::Permissions,
    id::{RoleId, TeamId},
    value::{Description, RoleName},
};
use serde::{Deserialize, Serialize};

/// A named set of permissions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Role {
    pub id: RoleId,
    pub name: RoleName,
    pub description: Option<Description>,
    pub permissions: Permissions,
    /// Where its grants reach.
    pub scope: RoleScope,
    /// Teams that its holders join (S2.11, S2.21).
    pub teams: Vec<TeamId>,
    /// What its holders may do inside those teams.
    pub team_permissions: Permissions,
}

impl Role {
    /// A role that brings no teams.
    pub fn new(id: RoleId, name: RoleName, permissions: Permissions, scope: RoleScope) -> Self {
        let (teams, team_permissions) = (Vec::new(), Permissions::NONE);
        Self { id, name, description: None, permissions, scope, teams, team_permissions }
    }
}

/// Where a role's grants reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum RoleScope {
    /// The holder itself.
    Own,
    /// The team named by each grant.
    Team,
    Organisation,
}
