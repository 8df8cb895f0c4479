//! Roles: the list, one role with its holders, and the matrix of what each may do (S2.10, S2.21–S2.22).

use crate::{
    access::{Holding, OWNER, Permission, brings_teams, built_in},
    context::Context,
    directory::Directory,
    id::{RoleId, TeamId, UserId},
    model::{Role, RoleScopes, Scope},
    sort,
    time::Timestamp,
    value::{Description, RoleName, TeamName, fold},
};
use serde::Serialize;

/// One row of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RoleRow {
    pub id: RoleId,
    pub name: RoleName,
    pub description: Option<Description>,
    pub scopes: RoleScopes,
    pub built_in: bool,
    /// Its holders can't be deleted (S1.12).
    pub protected: bool,
    pub permissions: Vec<Permission>,
    pub grants: usize,
}

/// One role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RoleDetail {
    pub row: RoleRow,
    /// Teams that its holders join, by name.
    pub teams: Vec<(TeamId, TeamName)>,
    pub team_permissions: Vec<Permission>,
    /// Holders by name.
    pub holders: Vec<Holder>,
}

/// Somebody who was granted a role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Holder {
    pub user: UserId,
    pub name: String,
    pub scope: Scope,
    pub until: Option<Timestamp>,
}

/// Which role grants which permission: a row per permission, a column per role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RoleMatrix {
    pub roles: Vec<(RoleId, RoleName)>,
    pub rows: Vec<(Permission, Vec<bool>)>,
}

/// Whether roles are any business of the actor: it may make, give or take what they consist of, somewhere.
pub fn sees_roles(directory: &Directory, context: &Context) -> bool {
    const BUSINESS: [Permission; 3] = [Permission::RoleManage, Permission::RoleAssign, Permission::PermissionGrant];
    Holding::of_signed_in(directory, context)
        .is_ok_and(|holding| BUSINESS.into_iter().any(|permission| holding.somewhere(permission)))
}

/// Every role: the built-in ones, most powerful first, then the others by name.
pub fn role_list(directory: &Directory) -> Vec<RoleRow> {
    let mut rows: Vec<RoleRow> = directory.roles().map(|role| row(directory, role)).collect();
    sort::by_key(
        &mut rows,
        |row| if row.built_in { (0, String::new(), row.id) } else { (1, row.name.folded(), row.id) },
    );
    rows
}

/// The roles of which teams may choose that their holders belong to them.
pub fn roles_for_teams(directory: &Directory) -> Vec<(RoleId, RoleName)> {
    let bring = |row: &RoleRow| directory.role(row.id).is_some_and(brings_teams);
    role_list(directory).into_iter().filter(bring).map(|row| (row.id, row.name)).collect()
}

/// One role with its teams and holders.
pub fn role_detail(directory: &Directory, id: RoleId) -> Option<RoleDetail> {
    let role = directory.role(id)?;
    let team = |id: &TeamId| directory.team(*id).map(|team| (team.id, team.name.clone()));
    let mut teams: Vec<_> = role.teams.iter().filter_map(team).collect();
    sort::by_key(&mut teams, |(_, name)| name.folded());
    let holder = |grant: &crate::model::Grant| Holder {
        user: grant.key.user,
        name: directory.user(grant.key.user).map(|user| user.display_name().into_owned()).unwrap_or_default(),
        scope: grant.key.scope,
        until: grant.until,
    };
    let mut holders: Vec<Holder> = directory.holders(id).map(holder).collect();
    sort::by_key(&mut holders, |holder| (fold(&holder.name), holder.user, holder.scope));
    let team_permissions = role.team_permissions.iter().collect();
    Some(RoleDetail { row: row(directory, role), teams, team_permissions, holders })
}

/// What each role grants, side by side.
pub fn role_matrix(directory: &Directory) -> RoleMatrix {
    let list = role_list(directory);
    let row = |permission: &Permission| {
        let grants = list.iter().map(|role| role.permissions.contains(permission)).collect();
        (*permission, grants)
    };
    let rows = Permission::ALL.iter().map(row).collect();
    RoleMatrix { roles: list.iter().map(|role| (role.id, role.name.clone())).collect(), rows }
}

fn row(directory: &Directory, role: &Role) -> RoleRow {
    RoleRow {
        id: role.id,
        name: role.name.clone(),
        description: role.description.clone(),
        scopes: role.scopes,
        built_in: built_in(role.id).is_some(),
        protected: role.id == OWNER,
        permissions: role.permissions.iter().collect(),
        grants: directory.holders(role.id).count(),
    }
}
