//! Create a team with some users in it (S0.9, S2.17).

use crate::command::{
    Decision, Intent, Standing, Start,
    draft::{Draft, unless},
    guard, size,
};
use crate::{
    access::{Holding, Permission},
    change::{Key, Record},
    context::{Actor, Context},
    directory::Directory,
    id::{TeamId, UserId},
    model::{Membership, Team, TeamKind},
    refusal::{Refusal, Refusals, Subject},
    sort,
    value::{TeamName, few},
};
use serde::{Deserialize, Serialize};

/// Make a team. Needs `team.manage` in the organisation, and with members what adding them needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CreateTeam {
    pub id: TeamId,
    pub name: TeamName,
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(as = "Option<_>", optional))]
    pub kind: TeamKind,
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(as = "Option<_>", optional))]
    #[serde(deserialize_with = "few")]
    pub members: Vec<UserId>,
}

impl Intent for CreateTeam {
    const STANDING: Standing = Standing::AtOnce;

    fn user(&self) -> Option<UserId> {
        None
    }

    fn makes(&self) -> Option<Key> {
        Some(Key::Team(self.id))
    }

    fn needs(&self) -> Vec<Key> {
        self.members.iter().copied().map(Key::User).collect()
    }

    fn offered(directory: &Directory, context: &Context, about: &Key) -> Option<Start> {
        matches!(about, Key::Organisation)
            .then(|| Start::blank(guard::everywhere(directory, context, Permission::TeamManage)))
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        let holding = guard::everywhere(directory, context, Permission::TeamManage)?;
        let mut refusals = Vec::new();
        if directory.team(self.id).is_some() {
            refusals.push(Refusal::IdInUse);
        }
        if directory.team_named(&self.name.folded()).is_some() {
            refusals.push(Refusal::NameTaken);
        }
        if self.members.iter().any(|user| directory.user(*user).is_none()) {
            refusals.push(Refusal::Unknown(Subject::User));
        }
        if !self.members.is_empty() && !holding.everywhere(Permission::TeamMembers) {
            refusals.push(Refusal::NotAllowed { permission: Permission::TeamMembers });
        }
        let others = self.members.iter().filter(|user| context.actor != Actor::User(**user));
        let outranks = |user: &UserId| holding.lacks_of(&Holding::of(directory, *user, context.now));
        refusals.extend(others.into_iter().find_map(outranks).map(|missing| Refusal::OutranksActor { missing }));
        refusals.extend(size::too_many(1 + self.members.len()));
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            draft.put(Record::Team(Team::new(self.id, self.name.clone(), self.kind)));
            let mut members = self.members.clone();
            sort::ascending(&mut members);
            members.dedup();
            for user in members {
                draft.put(Record::Membership(Membership { team: self.id, user, by_hand: true, through: Vec::new() }));
            }
            draft.done()
        })
    }
}
