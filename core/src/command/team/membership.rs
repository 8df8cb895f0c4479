//! Put a user into a team, and take it out (S0.10).

use crate::command::{
    Command, Decision, Intent, Standing, Start,
    draft::{Draft, unless},
    guard,
};
use crate::{
    access::Permission,
    change::{Key, Record},
    context::Context,
    directory::Directory,
    id::{TeamId, UserId},
    model::Membership,
    refusal::{Refusal, Refusals},
};
use serde::{Deserialize, Serialize};

/// Make the user a member by hand. Needs `team.members` in the team and over the user; where managers may add, it is enough to
/// see the user and to manage nowhere less.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AddMember {
    pub team: TeamId,
    pub user: UserId,
}

impl Intent for AddMember {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        Some(self.user)
    }

    fn needs(&self) -> Vec<Key> {
        vec![Key::Team(self.team), Key::User(self.user)]
    }

    fn undo(&self, _directory: &Directory) -> Option<Command> {
        Some(RemoveMember { team: self.team, user: self.user }.into())
    }

    fn offered(directory: &Directory, context: &Context, about: &Key) -> Option<Start> {
        let Key::Team(team) = *about else { return None };
        Some(Start::blank(guard::in_team(directory, context, team, Permission::TeamMembers)))
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        let (team, holding) = guard::in_team(directory, context, self.team, Permission::TeamMembers)?;
        let any = directory.organisation().is_some_and(|organisation| organisation.policy.managers_may_add);
        let user = match any {
            true => guard::equal(directory, context, self.user)?,
            false => guard::manage(directory, context, self.user, Permission::TeamMembers)?.0,
        };
        let membership = directory.membership(team.id, user.id);
        let mut refusals = Vec::new();
        if membership.is_some_and(|membership| membership.by_hand) {
            refusals.push(Refusal::AlreadyMember { team: team.id });
        }
        if membership.is_none() && !any {
            // Who has more to say in the team than over the user doesn't draw the user in to have it over it too.
            let gained = holding.in_team(team.id).without(holding.over(directory, user.id)).iter().next();
            refusals.extend(gained.map(|permission| Refusal::PermissionNotHeld { permission }));
        }
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            let through = membership.map(|membership| membership.through.clone()).unwrap_or_default();
            draft.put(Record::Membership(Membership { team: team.id, user: user.id, by_hand: true, through }));
            draft.done()
        })
    }
}

/// End the membership by hand; one that a role brought stays. Needs `team.members` in the team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RemoveMember {
    pub team: TeamId,
    pub user: UserId,
}

impl Intent for RemoveMember {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        Some(self.user)
    }

    fn needs(&self) -> Vec<Key> {
        vec![Key::Team(self.team), Key::User(self.user)]
    }

    fn undo(&self, directory: &Directory) -> Option<Command> {
        directory.membership(self.team, self.user).filter(|membership| membership.by_hand)?;
        Some(AddMember { team: self.team, user: self.user }.into())
    }

    fn offered(_directory: &Directory, _context: &Context, about: &Key) -> Option<Start> {
        let Key::Membership(team, user) = *about else { return None };
        Some(Start::ready(Self { team, user }))
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        let (team, _) = guard::in_team(directory, context, self.team, Permission::TeamMembers)?;
        let (user, _) = guard::manage(directory, context, self.user, Permission::TeamMembers)?;
        let Some(membership) = directory.membership(team.id, user.id).filter(|membership| membership.by_hand) else {
            return Err(Refusal::NotAMember { team: team.id }.into());
        };
        let mut draft = Draft::new(directory);
        if membership.through.is_empty() {
            draft.remove(Key::Membership(team.id, user.id));
        } else {
            draft.put(Record::Membership(Membership { by_hand: false, ..membership.clone() }));
        }
        draft.done()
    }
}
