//! Delete a team (S0.11): its users stay as they are.

use crate::command::{
    Decision, Intent, Standing, Start, bring,
    draft::{Draft, unless},
    guard, size,
};
use crate::{
    access::Permission,
    change::Key,
    context::Context,
    directory::Directory,
    id::{TeamId, UserId},
    model::{AvatarOf, Role, Target},
    refusal::{Refusal, Refusals},
    sort,
};
use serde::{Deserialize, Serialize};

/// Remove a team with its channels, memberships and grants. Refused while calls are routed to it. Needs `team.manage`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DeleteTeam {
    pub team: TeamId,
}

impl Intent for DeleteTeam {
    const STANDING: Standing = Standing::AtOnce;

    fn user(&self) -> Option<UserId> {
        None
    }

    fn needs(&self) -> Vec<Key> {
        vec![Key::Team(self.team)]
    }

    fn offered(_directory: &Directory, _context: &Context, about: &Key) -> Option<Start> {
        let Key::Team(team) = *about else { return None };
        Some(Start::ready(Self { team }))
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        let (team, _) = guard::in_team(directory, context, self.team, Permission::TeamManage)?;
        let by: Vec<Key> = directory.routed_to(Target::Team(team.id)).collect();
        let routed = (!by.is_empty()).then_some(Refusal::RoutedTo { by });
        let mut bringing: Vec<&Role> = directory.roles().filter(|role| role.teams.contains(&team.id)).collect();
        // A decision is the same wherever it is made.
        sort::by_key(&mut bringing, |role| role.id);
        let inside = size::count(directory.members(team.id)) + size::count(directory.channels_of(team.id));
        // The team and its picture, too.
        let many = size::too_many(2 + inside + size::count(directory.grants_in(team.id)) + bringing.len());
        unless(routed.into_iter().chain(many).collect(), || {
            let mut draft = Draft::new(directory);
            for user in directory.members(team.id) {
                draft.remove(Key::Membership(team.id, user));
            }
            directory.channels_of(team.id).for_each(|channel| draft.remove(Key::Channel(channel.id)));
            directory.grants_in(team.id).for_each(|grant| draft.remove(Key::Grant(grant)));
            // A role that was given here may have brought other teams.
            for grant in directory.grants_in(team.id) {
                if let Some(role) = grant.role() {
                    bring::ended(&mut draft, directory, grant.user, role);
                }
            }
            for role in bringing {
                let teams = role.teams.iter().copied().filter(|id| *id != team.id).collect();
                bring::put(&mut draft, role, teams);
            }
            draft.remove(Key::Avatar(AvatarOf::Team(team.id)));
            draft.remove(Key::Team(team.id));
            draft.done()
        })
    }
}
