//! Rename a team, or say what it stands for (S0.10, S2.18).

use crate::command::{
    Decision, Intent, Standing,
    draft::{Draft, unless},
    guard,
    merge::Merger,
};
use crate::{
    access::Permission,
    change::{Key, Record},
    context::Context,
    directory::Directory,
    id::{TeamId, UserId},
    model::{Team, TeamKind},
    refusal::{Field, Refusal, Refusals},
    value::TeamName,
};
use serde::{Deserialize, Serialize};

/// Replace name and kind. Needs `team.manage` in the team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EditTeam {
    pub team: TeamId,
    pub name: TeamName,
    pub kind: TeamKind,
}

impl Intent for EditTeam {
    const STANDING: Standing = Standing::AtOnce;

    fn user(&self) -> Option<UserId> {
        None
    }

    fn needs(&self) -> Vec<Key> {
        vec![Key::Team(self.team)]
    }

    fn edits(&self) -> Option<Key> {
        Some(Key::Team(self.team))
    }

    fn stands(directory: &Directory, about: &Key) -> Option<Self> {
        let Key::Team(team) = *about else { return None };
        let record = directory.team(team)?;
        Some(Self { team, name: record.name.clone(), kind: record.kind })
    }

    fn merge(&mut self, seen: &Self, now: &Self, merger: &mut Merger<'_>) {
        merger.field(&mut self.name, &seen.name, &now.name, Field::Name);
        merger.field(&mut self.kind, &seen.kind, &now.kind, Field::Kind);
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        let (team, _) = guard::in_team(directory, context, self.team, Permission::TeamManage)?;
        let mut refusals = Vec::new();
        let folded = self.name.folded();
        // What it is called it may keep, though another bears the name: an earlier version told the two apart.
        if folded != team.name.folded() && directory.team_named(&folded).is_some() {
            refusals.push(Refusal::NameTaken);
        }
        if team.name == self.name && team.kind == self.kind {
            refusals.push(Refusal::NothingToChange);
        }
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            draft.put(Record::Team(Team { name: self.name.clone(), kind: self.kind, ..team.clone() }));
            draft.done()
        })
    }
}
