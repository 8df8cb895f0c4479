//! Choose the roles whose holders belong to a team (S2.18).

use crate::command::{
    Decision, Intent, Standing, bring,
    draft::{Draft, unless},
    guard,
    merge::Merger,
    size,
};
use crate::{
    access::{Permission, brings_teams},
    change::Key,
    context::Context,
    directory::Directory,
    id::{RoleId, TeamId, UserId},
    model::Role,
    refusal::{Refusal, Refusals, Subject},
    sort,
    value::few,
};
use serde::{Deserialize, Serialize};
use std::iter::once;

/// The most roles that a team is given at once.
const MAX_ROLES: u16 = 1_000;

/// Replace the roles that bring the team; holders follow. Built-in ones may be among them, save those that hold in the whole
/// organisation only. Needs `role.manage`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SetTeamRoles {
    pub team: TeamId,
    #[serde(deserialize_with = "few")]
    pub roles: Vec<RoleId>,
}

impl Intent for SetTeamRoles {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        None
    }

    fn needs(&self) -> Vec<Key> {
        once(Key::Team(self.team)).chain(self.roles.iter().copied().map(Key::Role)).collect()
    }

    fn edits(&self) -> Option<Key> {
        Some(Key::Team(self.team))
    }

    fn stands(directory: &Directory, about: &Key) -> Option<Self> {
        let Key::Team(team) = *about else { return None };
        let roles = directory.roles().filter(|role| role.teams.contains(&team)).map(|role| role.id).collect();
        Some(Self { team, roles })
    }

    fn merge(&mut self, seen: &Self, now: &Self, merger: &mut Merger<'_>) {
        merger.set(&mut self.roles, &seen.roles, &now.roles);
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        let holding = guard::everywhere(directory, context, Permission::RoleManage)?;
        let team = directory.team(self.team).filter(|team| guard::sees_team(directory, &holding, team.id));
        let Some(team) = team else {
            return Err(Refusal::Unknown(Subject::Team).into());
        };
        let brings = |role: &Role| role.teams.contains(&team.id);
        let mut refusals = Vec::new();
        if self.roles.iter().any(|id| directory.role(*id).is_none()) {
            refusals.push(Refusal::Unknown(Subject::Role));
        }
        if self.roles.len() > usize::from(MAX_ROLES) {
            refusals.push(Refusal::TooMany { max: MAX_ROLES });
            return Refusals::none(refusals).map(|()| Decision::default());
        }
        let mut changed: Vec<&Role> =
            directory.roles().filter(|role| brings(role) != self.roles.contains(&role.id)).collect();
        // A decision is the same wherever it is made.
        sort::by_key(&mut changed, |role| role.id);
        if changed.iter().any(|role| !brings_teams(role)) {
            refusals.push(Refusal::BuiltInRole);
        }
        let missing = |role: &&Role| {
            let bringing = Role { teams: vec![team.id], ..(*role).clone() };
            guard::given(&bringing).without(holding.everywhere).iter().next()
        };
        if let Some(permission) = changed.iter().find_map(missing) {
            refusals.push(Refusal::PermissionNotHeld { permission });
        }
        if changed.is_empty() && refusals.is_empty() {
            refusals.push(Refusal::NothingToChange);
        }
        let after = |role: &Role| {
            let mut teams = role.teams.clone();
            match brings(role) {
                true => teams.retain(|id| *id != team.id),
                false => teams.push(team.id),
            }
            teams
        };
        // One that brings more, from before there was a bound, may still bring fewer.
        let gains = changed.iter().filter(|role| !brings(role)).map(|role| after(role).len());
        refusals.extend(gains.max().and_then(guard::too_many_teams));
        let follow = |role: &&Role| 1 + size::following(directory, role.id, &role.teams, &after(role));
        refusals.extend(size::too_many(changed.iter().map(follow).sum()));
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            for role in changed {
                let teams = after(role);
                bring::follow(&mut draft, directory, role.id, &role.teams, &teams);
                bring::put(&mut draft, role, teams);
            }
            draft.done()
        })
    }
}
