//! Effective rights of a user, "explain": which grant gives a right, or what is missing (S2.10), and the other way round: who
//! may use a permission.

use crate::{
    access::{Holding, Permission, only_looks_up},
    context::Context,
    directory::Directory,
    id::{RoleId, TeamId, UserId},
    model::{Grant, Granted, Role, Scope, UserState},
    sort,
    time::Timestamp,
    value::fold,
};
use serde::Serialize;
use std::collections::BTreeSet;

/// One right of a user, where it holds, and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Right {
    pub permission: Permission,
    pub scope: Scope,
    pub from: Vec<RightSource>,
}

/// Where a right comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum RightSource {
    Role(RoleId),
    /// Inside a team that the role brings.
    RoleInTeam(RoleId, TeamId),
    /// Granted without a role (S2.23).
    Direct,
}

/// Why a user has a right over another user, or has not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Explanation {
    pub allowed: bool,
    /// The rights that give it.
    pub because: Vec<Right>,
    /// Rights of this permission that do not reach there.
    pub elsewhere: Vec<Right>,
    /// It is not active, so it may do nothing at all.
    pub not_active: bool,
    /// What the other holds and this one lacks: nobody manages somebody above (invariant 7). Reading is no managing.
    pub outranked_by: Option<Permission>,
}

/// Everything a user may do, by permission and place, with the sources of each.
pub fn effective_rights(directory: &Directory, user: UserId, now: Timestamp) -> Vec<Right> {
    let mut rights: Vec<Right> = Vec::new();
    let mut add = |permission: Permission, scope: Scope, from: RightSource| {
        let same = |right: &&mut Right| right.permission == permission && right.scope == scope;
        match rights.iter_mut().find(same) {
            Some(right) => right.from.push(from),
            None => rights.push(Right { permission, scope, from: vec![from] }),
        }
    };
    for grant in directory.grants_of(user).filter(|grant| in_force(directory, grant, now)) {
        match grant.key.what {
            Granted::Permission(permission) => add(permission, grant.key.scope, RightSource::Direct),
            Granted::Role(id) => {
                let Some(role) = directory.role(id) else { continue };
                role.permissions.iter().for_each(|p| add(p, grant.key.scope, RightSource::Role(id)));
                for team in role.teams.iter().filter(|team| directory.team(**team).is_some_and(|team| !team.disabled)) {
                    let source = RightSource::RoleInTeam(id, *team);
                    role.team_permissions.iter().for_each(|p| add(p, Scope::Team(*team), source));
                }
            }
        }
    }
    sort::by_key(&mut rights, |right| (right.permission, right.scope));
    rights
}

/// Why a user may use a permission over another user, or may not.
pub fn explain(
    directory: &Directory,
    user: UserId,
    permission: Permission,
    over: UserId,
    now: Timestamp,
) -> Explanation {
    let rights = effective_rights(directory, user, now);
    let reaches = |right: &Right| match right.scope {
        Scope::Organisation => true,
        Scope::Own => user == over,
        Scope::Team(team) => directory.membership(team, over).is_some(),
    };
    let (because, elsewhere): (Vec<_>, Vec<_>) =
        rights.into_iter().filter(|right| right.permission == permission).partition(reaches);
    let not_active = directory.user(user).is_none_or(|user| user.state != UserState::Active);
    let lacks = || Holding::of(directory, user, now).lacks_of(&Holding::of(directory, over, now));
    let outranked_by = if user == over || permission.reads() { None } else { lacks() };
    let allowed = !because.is_empty() && !not_active && outranked_by.is_none();
    Explanation { allowed, because, elsewhere, not_active, outranked_by }
}

/// Somebody who may use a permission, with the rights that give it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Entitled {
    pub user: UserId,
    pub name: String,
    pub rights: Vec<Right>,
}

/// Who may use a permission, by name: over this user, or anywhere. Whoever is not active may nothing.
pub fn who_may(directory: &Directory, permission: Permission, over: Option<UserId>, now: Timestamp) -> Vec<Entitled> {
    let gives = |role: &&Role| role.permissions.has(permission) || role.team_permissions.has(permission);
    let by_roles = directory.roles().filter(gives).flat_map(|role| directory.holders(role.id));
    let holders: BTreeSet<UserId> =
        by_roles.chain(directory.single_grants(permission)).map(|grant| grant.key.user).collect();
    let entitled = |user: UserId| {
        let record = directory.user(user).filter(|user| user.state == UserState::Active)?;
        let rights = match over {
            Some(over) => Some(explain(directory, user, permission, over, now)).filter(|told| told.allowed)?.because,
            None => {
                let rights = effective_rights(directory, user, now);
                rights.into_iter().filter(|right| right.permission == permission).collect()
            }
        };
        let name = record.display_name().into_owned();
        (!rights.is_empty()).then_some(Entitled { user, name, rights })
    };
    let mut all: Vec<Entitled> = holders.into_iter().filter_map(entitled).collect();
    sort::by_key(&mut all, |entitled| (fold(&entitled.name), entitled.user));
    all
}

fn in_force(directory: &Directory, grant: &Grant, now: Timestamp) -> bool {
    let ended = grant.until.is_some_and(|until| until <= now);
    let rests = matches!(grant.key.scope, Scope::Team(team) if directory.team(team).is_none_or(|team| team.disabled));
    !ended && !rests
}

/// Whether the actor sees nobody but itself whole: what it has of colleagues is what `directory.read` shows, if anything. A page opens
/// with the directory for it.
pub fn looks_up_only(directory: &Directory, context: &Context) -> bool {
    Holding::of_signed_in(directory, context).is_ok_and(|holding| only_looks_up(&holding))
}
