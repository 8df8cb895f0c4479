//! A grant: a role or a single permission, given to a user, reaching as far as its scope.

use crate::{
    access::Permission,
    id::{RoleId, TeamId, UserId},
    time::Timestamp,
};
use serde::{Deserialize, Serialize};

/// What makes a grant unique: the same thing is given to the same user in the same place once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GrantKey {
    pub user: UserId,
    pub what: Granted,
    pub scope: Scope,
}

impl GrantKey {
    /// The role that it gives, when it gives one.
    pub const fn role(&self) -> Option<RoleId> {
        match self.what {
            Granted::Role(role) => Some(role),
            Granted::Permission(_) => None,
        }
    }
}

/// A grant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Grant {
    pub key: GrantKey,
    pub source: GrantSource,
    /// When it ends by itself.
    pub until: Option<Timestamp>,
}

/// What is granted: a role, or a permission without a role (S2.23).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Granted {
    Role(RoleId),
    Permission(Permission),
}

impl From<Permission> for Granted {
    fn from(permission: Permission) -> Self {
        Self::Permission(permission)
    }
}

/// Where a grant reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    Own,
    Team(TeamId),
    Organisation,
}

/// Who made a grant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum GrantSource {
    Hand,
    Provisioning,
}
