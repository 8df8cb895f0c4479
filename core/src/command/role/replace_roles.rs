//! Replace roles of a user by others in one step (S3.7): nobody is left without a role in between, nor, where each user has
//! one role, refused a second one first.

use super::grant::{GiveGrant, brought, give, given, held_there, take};
use crate::command::{Command, Decision, Intent, RoleChoice, Standing, Start, draft::Draft, guard, ids, size};
use crate::{
    access::{OWNER, Permission},
    change::Key,
    context::Context,
    directory::Directory,
    id::UserId,
    model::{GrantKey, Granted, Scope, UserKind},
    refusal::{Refusal, Refusals, Subject},
    time::Timestamp,
    value::few,
};
use serde::{Deserialize, Serialize};

/// Take these roles and give those, for good. Needs for each what taking or giving it needs; what must hold of the user and
/// the organisation is judged by how things stand at the end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReplaceRoles {
    pub user: UserId,
    #[serde(deserialize_with = "few")]
    pub take: Vec<RoleChoice>,
    #[serde(deserialize_with = "few")]
    pub give: Vec<RoleChoice>,
}

impl ReplaceRoles {
    /// Every role that the user has gives way to this one.
    pub fn all(directory: &Directory, user: UserId, role: RoleChoice) -> Self {
        let held = |grant: GrantKey| Some(RoleChoice { role: grant.role()?, scope: grant.scope });
        let held = directory.grants_of(user).filter_map(|grant| held(grant.key));
        Self { user, take: held.filter(|held| *held != role).collect(), give: vec![role] }
    }

    /// Whether the user has more than one role at the end, and gets one of them now.
    fn several(&self, directory: &Directory, context: &Context) -> bool {
        let ended = |until: Option<Timestamp>| until.is_some_and(|until| until <= context.now);
        let taken = |grant: &GrantKey| self.take.iter().any(|choice| self.grant(choice) == *grant);
        let kept = directory.grants_of(self.user).filter(|grant| !ended(grant.until) && !taken(&grant.key));
        let first = self.give.first().map(|choice| choice.role);
        let mut roles = kept.filter_map(|grant| grant.key.role()).chain(self.give.iter().map(|choice| choice.role));
        first.is_some() && roles.any(|role| Some(role) != first)
    }

    fn grant(&self, choice: &RoleChoice) -> GrantKey {
        GrantKey { user: self.user, what: Granted::Role(choice.role), scope: choice.scope }
    }
}

impl Intent for ReplaceRoles {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        Some(self.user)
    }

    fn needs(&self) -> Vec<Key> {
        let choices = self.take.iter().chain(&self.give);
        let named = choices.flat_map(|choice| [Some(Key::Role(choice.role)), ids::scope(choice.scope)]).flatten();
        [Key::User(self.user)].into_iter().chain(named).collect()
    }

    fn undo(&self, directory: &Directory) -> Option<Command> {
        let lasts = |choice: &RoleChoice| directory.grant(&self.grant(choice)).is_some_and(|held| held.until.is_none());
        let new = |choice: &RoleChoice| directory.grant(&self.grant(choice)).is_none();
        // What had an end, or was there before, a person should look at.
        let plain = self.take.iter().all(lasts) && self.give.iter().all(new);
        plain.then(|| Self { user: self.user, take: self.give.clone(), give: self.take.clone() }.into())
    }

    fn offered(directory: &Directory, context: &Context, about: &Key) -> Option<Start> {
        GiveGrant::offered(directory, context, about)
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        let organisation = guard::organisation(directory)?;
        let (user, holding) = guard::manage(directory, context, self.user, Permission::RoleAssign)?;
        let mut refusals = Vec::new();
        if user.kind != UserKind::Person {
            refusals.push(Refusal::NotAPerson);
        }
        let mut changes = 0;
        for choice in &self.take {
            let grant = self.grant(choice);
            held_there(directory, &holding, &grant)?;
            if directory.grant(&grant).is_none() {
                refusals.push(Refusal::Unknown(Subject::Grant));
            }
            changes += brought(directory, &grant);
        }
        for choice in &self.give {
            let grant = self.grant(choice);
            let held = held_there(directory, &holding, &grant)?;
            let there = directory.grant(&grant).is_some_and(|grant| grant.until.is_none());
            if !there {
                refusals.extend(given(directory, &holding, held, grant, None));
            }
            changes += brought(directory, &grant);
        }
        let owner = |choice: &RoleChoice| choice.role == OWNER && choice.scope == Scope::Organisation;
        let unmade = self.take.iter().any(owner) && !self.give.iter().any(owner);
        if unmade && !guard::owner_remains(directory, user) {
            refusals.push(Refusal::LastOwner);
        }
        if organisation.policy.single_role && self.several(directory, context) {
            refusals.push(Refusal::SingleRole);
        }
        refusals.extend(size::too_many(changes));
        Refusals::none(refusals)?;
        let mut draft = Draft::new(directory);
        self.take.iter().for_each(|choice| take(&mut draft, directory, self.grant(choice)));
        self.give.iter().for_each(|choice| give(&mut draft, directory, self.grant(choice), None));
        let decision = draft.done()?;
        if decision.changes.is_empty() { Err(Refusal::NothingToChange.into()) } else { Ok(decision) }
    }
}
