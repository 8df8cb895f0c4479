//! What can be offered for many users at once: the deeds and things for which the actor has the right anywhere. Who of the
//! selected it may be done to, the plan tells (`bulk_plan`).

use super::{
    BulkAction, LicenceUsage, RoleOption,
    invite_options::{roles, teams_where},
    licence_usage,
};
use crate::{
    access::{Holding, Permission},
    context::Context,
    directory::Directory,
    id::TeamId,
    value::TeamName,
};
use serde::Serialize;

/// What can be done to many; what is empty or false is not offered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BulkOptions {
    pub send: bool,
    pub suspend: bool,
    pub delete: bool,
    /// Roles that the actor may give in some place, so that it may take them there too.
    pub roles: Vec<RoleOption>,
    /// Where roles that need a team can be given, by name.
    pub role_teams: Vec<(TeamId, TeamName)>,
    /// Whose members the actor may change, by name.
    pub teams: Vec<(TeamId, TeamName)>,
    pub licences: Vec<LicenceUsage>,
}

/// What a page offers this actor for a selection of users.
pub fn bulk_options(directory: &Directory, context: &Context) -> BulkOptions {
    let Ok(holding) = Holding::of_actor(directory, context) else { return BulkOptions::default() };
    let may = |permission| holding.somewhere(permission);
    let assigns = may(Permission::RoleAssign);
    let licences = may(Permission::LicenceAssign);
    BulkOptions {
        send: may(BulkAction::SendInvitations.permission()),
        suspend: may(BulkAction::Suspend.permission()),
        delete: may(BulkAction::Delete.permission()),
        roles: if assigns { roles(directory, &holding).collect() } else { Vec::new() },
        role_teams: teams_where(directory, &holding, Permission::RoleAssign),
        teams: teams_where(directory, &holding, Permission::TeamMembers),
        licences: if licences { licence_usage(directory) } else { Vec::new() },
    }
}
