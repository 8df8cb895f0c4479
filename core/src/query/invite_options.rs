//! What the form for a new user offers this actor: whether it may invite at all, and which roles it may give (S0.2–S0.4).

use super::{LicenceUsage, licence_usage};
use crate::{
    access::{Holding, OWNER, Permission},
    command::{InviteUser, may_give},
    context::Context,
    directory::Directory,
    id::{RoleId, TeamId},
    model::{LicenceKind, Role, RoleScopes, Team},
    refusal::{Refusal, Refusals},
    sort,
    value::{RoleName, TeamName},
};
use serde::Serialize;

/// What can be chosen for a new user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct InviteOptions {
    /// Why the button is disabled; empty when it is not.
    pub refusals: Vec<Refusal>,
    pub plans: Vec<LicenceUsage>,
    pub add_ons: Vec<LicenceUsage>,
    pub roles: Vec<RoleOption>,
    /// The teams that the actor may put the user into, by name.
    pub teams: Vec<(TeamId, TeamName)>,
    /// Whether a team must be chosen, because the actor may invite into teams only.
    pub team_needed: bool,
    /// Whether an import is allowed.
    pub may_import: bool,
    /// Whether a new user may be handed a temporary password, instead of being invited (S3.3).
    pub may_hand_over: bool,
    /// Whether a new user may be given an extension and a number (S0.3).
    pub may_assign_numbers: bool,
}

/// A role that the actor may give.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RoleOption {
    pub id: RoleId,
    pub name: RoleName,
    /// Where the actor may give it, somewhere at least.
    pub scopes: RoleScopes,
}

/// What the form for a new user offers. An actor that isn't active gets nothing but the refusal.
pub fn invite_options(directory: &Directory, context: &Context) -> InviteOptions {
    let mut options = InviteOptions {
        refusals: Vec::new(),
        plans: Vec::new(),
        add_ons: Vec::new(),
        roles: Vec::new(),
        teams: Vec::new(),
        team_needed: false,
        may_import: false,
        may_hand_over: false,
        may_assign_numbers: false,
    };
    options.refusals = InviteUser::opens(directory, context).err().map(Refusals::into_vec).unwrap_or_default();
    let barred = options.refusals.iter().any(|refusal| refusal.nature().hides());
    let Some(holding) = Holding::of_actor(directory, context).ok().filter(|_| !barred) else { return options };
    options.may_import = holding.everywhere(Permission::UserImport);
    options.may_hand_over = holding.somewhere(Permission::UserResetCredentials);
    options.may_assign_numbers = holding.somewhere(Permission::NumberAssign);
    options.team_needed = !holding.everywhere(Permission::UserInvite);
    (options.plans, options.add_ons) =
        licence_usage(directory).into_iter().partition(|licence| licence.kind == LicenceKind::Plan);
    options.roles = roles(directory, &holding).filter(|role| role.id != OWNER).collect();
    options.teams = teams_where(directory, &holding, Permission::TeamMembers);
    options
}

/// The roles that a holder may give in some place: the built-in ones first, each by name.
pub(super) fn roles(directory: &Directory, holding: &Holding) -> impl Iterator<Item = RoleOption> {
    let option = |role: &Role| {
        let scopes = may_give(directory, holding, role);
        (!scopes.is_empty()).then(|| RoleOption { id: role.id, name: role.name.clone(), scopes })
    };
    let mut roles: Vec<_> = directory.roles().filter_map(option).collect();
    sort::by_key(&mut roles, |role| (crate::access::built_in(role.id).is_none(), role.name.folded()));
    roles.into_iter()
}

/// The teams that are not disabled in which a holder has a permission, by name.
pub(super) fn teams_where(directory: &Directory, holding: &Holding, permission: Permission) -> Vec<(TeamId, TeamName)> {
    let may = |team: &&Team| !team.disabled && holding.in_team(team.id).has(permission);
    let mut teams: Vec<_> = directory.teams().filter(may).map(|team| (team.id, team.name.clone())).collect();
    sort::by_key(&mut teams, |(_, name)| name.folded());
    teams
}
