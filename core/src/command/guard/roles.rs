//! Questions about roles and grants: an actor grants only what it holds itself, where it holds it (invariant 7).

use crate::{
    access::{FOR_ONESELF, Holding, Permission, Permissions, visible},
    change::Record,
    directory::Directory,
    id::{TeamId, UserId},
    model::{GrantKey, Granted, Role, RoleScope, RoleScopes, Scope},
    refusal::{Refusal, Subject},
};

/// Why a grant can't be made by somebody who holds `held` where it is to reach, and `holding` for as long as it lasts. A
/// role that brings a team puts people into it, which takes `team.members` there.
pub(in crate::command) fn grantable(
    directory: &Directory,
    holding: &Holding,
    held: Permissions,
    grant: GrantKey,
) -> Option<Refusal> {
    let known = |team| directory.team(team).is_some_and(|team| !team.disabled);
    match grant.what {
        Granted::Permission(permission) => match grant.scope {
            Scope::Team(team) if !known(team) => Some(Refusal::Unknown(Subject::Team)),
            _ => (!held.has(permission)).then_some(Refusal::PermissionNotHeld { permission }),
        },
        Granted::Role(id) => {
            let Some(role) = directory.role(id) else { return Some(Refusal::Unknown(Subject::Role)) };
            if !role.scopes.has(grant.scope.reach()) {
                return Some(Refusal::ScopeNotAllowed { role: id, allowed: role.scopes });
            }
            if let Scope::Team(team) = grant.scope
                && !known(team)
            {
                return Some(Refusal::Unknown(Subject::Team));
            }
            let missing = role.permissions.without(held).iter().next();
            let given = role.team_permissions.and(MEMBERS);
            let in_teams = |team| given.without(holding.in_team(team)).iter().next();
            let missing = missing.or_else(|| role.teams.iter().find_map(|team| in_teams(*team)));
            missing.map(|missing| Refusal::GrantsMoreThanHeld { role: id, missing })
        }
    }
}

/// Where somebody may give a role to a new user, be it in one team of many: whoever offers it there is not refused.
pub(in crate::command) fn may_give(directory: &Directory, holding: &Holding, role: &Role) -> RoleScopes {
    let given = |holding: &Holding, held: Permissions, scope: Scope| {
        let grant = GrantKey { user: UserId::fixed(0), what: Granted::Role(role.id), scope };
        held.has(Permission::RoleAssign) && grantable(directory, holding, held, grant).is_none()
    };
    let lasting = holding.lasting(directory, None);
    let there = |scope: RoleScope| match scope {
        RoleScope::Own => {
            let over_new = holding.teams.iter().fold(holding.everywhere, |held, (_, there)| held.and(*there));
            given(&lasting, over_new, Scope::Own)
        }
        RoleScope::Organisation => given(&lasting, lasting.everywhere, Scope::Organisation),
        RoleScope::Team => {
            let mut teams = directory.teams().map(|team| team.id);
            teams.any(|team| given(&lasting, lasting.in_team(team), Scope::Team(team)))
        }
    };
    role.scopes.iter().filter(|scope| there(*scope)).fold(RoleScopes::NONE, RoleScopes::with)
}

/// Putting people into a team.
const MEMBERS: Permissions = Permissions::of(&[Permission::TeamMembers]);

/// All that holders of a role get, `team.members` for what brings them into teams included.
pub(in crate::command) fn given(role: &Role) -> Permissions {
    let brings = if role.teams.is_empty() { Permissions::NONE } else { MEMBERS };
    role.permissions.and(role.team_permissions).and(brings)
}

/// Whether the team is there for the holder.
pub(in crate::command) fn sees_team(directory: &Directory, holding: &Holding, team: TeamId) -> bool {
    let record = directory.team(team).cloned().map(Record::Team);
    record.is_some_and(|record| visible(directory, holding, &record).is_some())
}

/// Why a role can't be as described.
pub(in crate::command) fn role(directory: &Directory, holding: &Holding, role: &Role) -> Vec<Refusal> {
    let mut refusals = Vec::new();
    let folded = role.name.folded();
    let before = directory.role(role.id);
    // What it is called it may keep, though another bears the name: an earlier version told the two apart.
    let kept = before.is_some_and(|before| before.name.folded() == folded);
    if !kept && directory.role_named(&folded).is_some() {
        refusals.push(Refusal::NameTaken);
    }
    if let Some(permission) = given(role).without(holding.everywhere).iter().next() {
        refusals.push(Refusal::PermissionNotHeld { permission });
    }
    if role.scopes.has(RoleScope::Own) {
        // And what an earlier version let it have.
        let had = before.filter(|before| before.scopes.has(RoleScope::Own)).map(|before| before.permissions);
        let others = role.permissions.without(FOR_ONESELF).without(had.unwrap_or_default());
        refusals.extend(others.iter().next().map(|permission| Refusal::ReachesOthers { permission }));
    }
    if role.teams.iter().any(|team| !sees_team(directory, holding, *team)) {
        refusals.push(Refusal::Unknown(Subject::Team));
    }
    refusals.extend(too_many_teams(role.teams.len()));
    refusals
}

/// The most teams that a role brings.
const MAX_TEAMS: u16 = 100;

/// The refusal of a role that brings so many teams, if those are too many.
pub(in crate::command) fn too_many_teams(teams: usize) -> Option<Refusal> {
    (teams > usize::from(MAX_TEAMS)).then_some(Refusal::TooMany { max: MAX_TEAMS })
}
