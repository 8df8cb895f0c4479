//! A role: what may be done. Where it may be done is the scope of each grant, one of those that the role allows.

use super::Scope;
use crate::{
    access::Permissions,
    id::{RoleId, TeamId},
    value::{Description, RoleName, few},
};
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, SeqAccess, Visitor},
};
use std::fmt;

/// A named set of permissions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Role {
    pub id: RoleId,
    pub name: RoleName,
    pub description: Option<Description>,
    pub permissions: Permissions,
    /// Where it may be given; whoever gives it chooses.
    pub scopes: RoleScopes,
    /// Teams that its holders join (S2.11, S2.21).
    #[serde(deserialize_with = "few")]
    pub teams: Vec<TeamId>,
    /// What its holders may do inside those teams.
    pub team_permissions: Permissions,
}

impl Role {
    /// A role that brings no teams.
    pub fn new(id: RoleId, name: RoleName, permissions: Permissions, scopes: impl Into<RoleScopes>) -> Self {
        let (teams, team_permissions) = (Vec::new(), Permissions::NONE);
        Self { id, name, description: None, permissions, scopes: scopes.into(), teams, team_permissions }
    }
}

/// How far a grant of a role reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
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

impl RoleScope {
    /// All of them, the narrowest first.
    pub const ALL: [Self; 3] = [Self::Own, Self::Team, Self::Organisation];
}

impl Scope {
    /// How far it reaches, whichever team it names.
    pub const fn reach(self) -> RoleScope {
        match self {
            Self::Own => RoleScope::Own,
            Self::Team(_) => RoleScope::Team,
            Self::Organisation => RoleScope::Organisation,
        }
    }
}

/// Some of the scopes: those in which a role may be given. Of a stored role at least one.
#[derive(Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "Array<RoleScope>"))]
pub struct RoleScopes(u8);

impl RoleScopes {
    /// None of them.
    pub const NONE: Self = Self(0);

    /// A role of an earlier version had one scope, which was stored as its number: the sets of one stand at those numbers.
    /// Append only.
    const STORED: [Self; 7] = [Self(1), Self(2), Self(4), Self(3), Self(5), Self(6), Self(7)];

    /// These and that one.
    #[must_use]
    pub const fn with(self, scope: RoleScope) -> Self {
        Self(self.0 | 1 << scope as u8)
    }

    /// Whether it is one of them.
    pub const fn has(self, scope: RoleScope) -> bool {
        self.0 & (1 << scope as u8) != 0
    }

    /// Whether it is none.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The scopes, the narrowest first.
    pub fn iter(self) -> impl Iterator<Item = RoleScope> {
        RoleScope::ALL.into_iter().filter(move |scope| self.has(*scope))
    }

    /// The only one, when it is one.
    pub fn only(self) -> Option<RoleScope> {
        let mut scopes = self.iter();
        scopes.next().filter(|_| scopes.next().is_none())
    }
}

impl From<RoleScope> for RoleScopes {
    fn from(scope: RoleScope) -> Self {
        Self::NONE.with(scope)
    }
}

impl fmt::Debug for RoleScopes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

impl Serialize for RoleScopes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            return serializer.collect_seq(self.iter());
        }
        // Of a query's answer, which is never stored, it may be none.
        let at = Self::STORED.iter().position(|scopes| scopes == self);
        serializer.serialize_u8(at.and_then(|at| u8::try_from(at).ok()).unwrap_or(u8::MAX))
    }
}

impl<'de> Deserialize<'de> for RoleScopes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            return deserializer.deserialize_seq(Named);
        }
        let stored = usize::from(u8::deserialize(deserializer)?);
        Self::STORED.get(stored).copied().ok_or_else(|| D::Error::custom("no such scopes"))
    }
}

/// Reads the names of scopes.
struct Named;

impl<'de> Visitor<'de> for Named {
    type Value = RoleScopes;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of at least one scope")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut names: A) -> Result<RoleScopes, A::Error> {
        let mut scopes = RoleScopes::NONE;
        while let Some(scope) = names.next_element()? {
            scopes = scopes.with(scope);
        }
        if scopes.is_empty() { Err(A::Error::invalid_length(0, &self)) } else { Ok(scopes) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{decode, encode};

    #[test]
    fn scopes_are_read_as_earlier_versions_wrote_them() {
        for scope in RoleScope::ALL {
            let only = RoleScopes::from(scope);
            assert_eq!(only.only(), Some(scope));
            assert_eq!(encode(&only), encode(&scope));
            assert_eq!(decode::<RoleScopes>(&encode(&scope)), Ok(only));
        }
        for stored in 0..7 {
            let scopes: RoleScopes = decode(&[encode(&())[0], stored]).unwrap();
            assert_eq!(encode(&scopes)[1..], [stored]);
            assert_eq!(RoleScopes::STORED.iter().filter(|other| **other == scopes).count(), 1);
            assert_eq!(serde_json::from_value::<RoleScopes>(serde_json::to_value(scopes).unwrap()).unwrap(), scopes);
        }
        assert!(decode::<RoleScopes>(&[encode(&())[0], 7]).is_err());
        let both = RoleScopes::from(RoleScope::Organisation).with(RoleScope::Team);
        assert_eq!(serde_json::to_string(&both).unwrap(), r#"["team","organisation"]"#);
        assert_eq!(both.only(), None);
        assert_eq!(format!("{both:?}"), "{Team, Organisation}");
        assert!(serde_json::from_str::<RoleScopes>("[]").is_err());
        assert!(serde_json::from_str::<RoleScopes>(r#""everywhere""#).is_err());
    }
}
