//! Disable a team, and enable it again (S2.20): users no longer see a disabled one, its memberships stay.

use crate::command::{
    Command, Decision, Intent, Standing, Start,
    draft::{Draft, unless},
    guard,
};
use crate::{
    access::{Holding, Permission},
    change::{Key, Record},
    context::Context,
    directory::Directory,
    id::{TeamId, UserId},
    model::Team,
    refusal::{Refusal, Refusals, Subject},
};
use serde::{Deserialize, Serialize};

/// Active → disabled. Needs `team.manage` in the team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DisableTeam {
    pub team: TeamId,
}

impl Intent for DisableTeam {
    const STANDING: Standing = Standing::AtOnce;

    fn user(&self) -> Option<UserId> {
        None
    }

    fn needs(&self) -> Vec<Key> {
        vec![Key::Team(self.team)]
    }

    fn undo(&self, _directory: &Directory) -> Option<Command> {
        Some(EnableTeam { team: self.team }.into())
    }

    fn offered(directory: &Directory, _context: &Context, about: &Key) -> Option<Start> {
        let Key::Team(team) = *about else { return None };
        let record = directory.team(team)?;
        (!record.disabled).then(|| Start::ready(Self { team }))
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        let (team, _) = guard::in_team(directory, context, self.team, Permission::TeamManage)?;
        let same = team.disabled.then_some(Refusal::NothingToChange);
        unless(same.into_iter().collect(), || {
            let mut draft = Draft::new(directory);
            draft.put(Record::Team(Team { disabled: true, ..team.clone() }));
            draft.done()
        })
    }
}

/// Disabled → active. Needs `team.manage` in the team; for this alone a grant counts that rests, so that who may disable a team
/// may enable it again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EnableTeam {
    pub team: TeamId,
}

impl Intent for EnableTeam {
    const STANDING: Standing = Standing::AtOnce;

    fn user(&self) -> Option<UserId> {
        None
    }

    fn needs(&self) -> Vec<Key> {
        vec![Key::Team(self.team)]
    }

    fn undo(&self, _directory: &Directory) -> Option<Command> {
        Some(DisableTeam { team: self.team }.into())
    }

    fn offered(directory: &Directory, _context: &Context, about: &Key) -> Option<Start> {
        let Key::Team(team) = *about else { return None };
        let record = directory.team(team)?;
        record.disabled.then(|| Start::ready(Self { team }))
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        let holding = Holding::of_actor(directory, context)?;
        let seen = directory.team(self.team).filter(|team| guard::sees_team(directory, &holding, team.id));
        let team = seen.ok_or(Refusal::Unknown(Subject::Team))?;
        if !holding.enables(team.id) {
            return Err(Refusal::NotAllowed { permission: Permission::TeamManage }.into());
        }
        let same = (!team.disabled).then_some(Refusal::NothingToChange);
        unless(same.into_iter().collect(), || {
            let mut draft = Draft::new(directory);
            draft.put(Record::Team(Team { disabled: false, ..team.clone() }));
            draft.done()
        })
    }
}
