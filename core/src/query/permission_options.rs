//! The single permissions that somebody may give a user, and where (S2.23): for the form that gives one. It is possible, and
//! advised against: a role says what it is for, and is changed for all its holders at once.

use super::invite_options::teams_where;
use crate::{
    access::{Holding, Permission},
    command::{GiveGrant, decide},
    context::Context,
    directory::Directory,
    id::{TeamId, UserId},
    model::{GrantKey, Granted, RoleScope, RoleScopes, Scope},
    refusal::Refusal,
    value::TeamName,
};
use serde::Serialize;

/// What a form that gives a single permission offers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PermissionOptions {
    /// What can be given in one way at least, in the order of the catalogue.
    pub permissions: Vec<PermissionOption>,
    /// Where those can be given that may hold in a team, by name.
    pub teams: Vec<(TeamId, TeamName)>,
}

/// A permission to give.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PermissionOption {
    pub permission: Permission,
    /// Where it may be given; in some team, for teams.
    pub scopes: RoleScopes,
}

/// What this actor may give the user.
pub fn permission_options(directory: &Directory, context: &Context, user: UserId) -> PermissionOptions {
    let teams = Holding::of_actor(directory, context)
        .map(|holding| teams_where(directory, &holding, Permission::PermissionGrant))
        .unwrap_or_default();
    let given = |permission: Permission, scope: Scope| {
        let grant = GrantKey { user, what: Granted::Permission(permission), scope };
        let refused = decide(directory, context, &GiveGrant { grant, until: None }.into()).err();
        // What it has already can be given an end.
        refused.is_none_or(|refusals| refusals.iter().all(|refusal| *refusal == Refusal::NothingToChange))
    };
    let option = |permission: Permission| {
        let there = |scope: &RoleScope| match scope {
            RoleScope::Own => given(permission, Scope::Own),
            RoleScope::Team => teams.iter().any(|(team, _)| given(permission, Scope::Team(*team))),
            RoleScope::Organisation => given(permission, Scope::Organisation),
        };
        let scopes = RoleScope::ALL.into_iter().filter(there).fold(RoleScopes::NONE, RoleScopes::with);
        (!scopes.is_empty()).then_some(PermissionOption { permission, scopes })
    };
    let permissions: Vec<_> = Permission::ALL.iter().copied().filter_map(option).collect();
    let in_teams = permissions.iter().any(|option| option.scopes.has(RoleScope::Team));
    PermissionOptions { permissions, teams: if in_teams { teams } else { Vec::new() } }
}
