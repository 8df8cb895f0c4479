//! Edit what is dialled but no person (S4.1).

use crate::command::{
    Decision, Intent, Standing,
    draft::{Draft, unless},
    guard, ids,
    merge::Merger,
};
use crate::{
    access::Permission,
    change::{Key, Record},
    context::Context,
    directory::Directory,
    id::UserId,
    model::{Profile, Target, User, UserKind},
    refusal::{Field, Refusal, Refusals},
    value::FullName,
};
use serde::{Deserialize, Serialize};
use std::iter::once;

/// Replace name and target. Needs `system_user.manage`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EditSystemUser {
    pub user: UserId,
    pub name: FullName,
    pub target: Option<Target>,
}

impl Intent for EditSystemUser {
    const STANDING: Standing = Standing::AtOnce;

    fn user(&self) -> Option<UserId> {
        Some(self.user)
    }

    fn needs(&self) -> Vec<Key> {
        once(Key::User(self.user)).chain(self.target.iter().filter_map(ids::target)).collect()
    }

    fn edits(&self) -> Option<Key> {
        Some(Key::User(self.user))
    }

    fn stands(directory: &Directory, about: &Key) -> Option<Self> {
        let Key::User(user) = *about else { return None };
        let record = directory.user(user)?;
        let name = record.profile.full_name.clone().filter(|_| record.kind != UserKind::Person)?;
        Some(Self { user, name, target: record.target })
    }

    fn merge(&mut self, seen: &Self, now: &Self, merger: &mut Merger<'_>) {
        merger.field(&mut self.name, &seen.name, &now.name, Field::FullName);
        merger.field(&mut self.target, &seen.target, &now.target, Field::Target);
    }

    fn erased(self, user: UserId, _held: bool) -> Self {
        if self.user == user { Self { name: FullName::erased(), target: None, ..self } } else { self }
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        let (user, _) = guard::manage(directory, context, self.user, Permission::SystemUserManage)?;
        let mut refusals = Vec::new();
        if user.kind == UserKind::Person {
            refusals.push(Refusal::NotASystemUser);
        }
        refusals.extend(self.target.and_then(|target| guard::target(directory, context, target)));
        if self.target.is_some_and(|target| guard::loops(directory, Target::User(user.id), target)) {
            refusals.push(Refusal::TargetLoops);
        }
        let profile = Profile { full_name: Some(self.name.clone()), ..user.profile.clone() };
        let after = User { profile, target: self.target, ..user.clone() };
        if after == *user {
            refusals.push(Refusal::NothingToChange);
        }
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            draft.put(Record::User(after));
            draft.done()
        })
    }
}
