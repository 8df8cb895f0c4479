//! Edit a user's extra information (S2.6).

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
    id::UserId,
    model::User,
    refusal::{Field, Refusal, Refusals},
    value::{ExtraKey, ExtraValue, few_entries},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Replace the extra facet. Needs `user.edit` over the user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EditExtra {
    pub user: UserId,
    #[serde(deserialize_with = "few_entries")]
    pub extra: BTreeMap<ExtraKey, ExtraValue>,
}

impl Intent for EditExtra {
    const STANDING: Standing = Standing::AtOnce;

    fn user(&self) -> Option<UserId> {
        Some(self.user)
    }

    fn edits(&self) -> Option<Key> {
        Some(Key::User(self.user))
    }

    fn stands(directory: &Directory, about: &Key) -> Option<Self> {
        let Key::User(user) = *about else { return None };
        Some(Self { user, extra: directory.user(user)?.extra.clone() })
    }

    fn merge(&mut self, seen: &Self, now: &Self, merger: &mut Merger<'_>) {
        merger.map(&mut self.extra, &seen.extra, &now.extra, Field::Extra);
    }

    fn erased(self, user: UserId, _held: bool) -> Self {
        if self.user == user { Self { extra: BTreeMap::new(), ..self } } else { self }
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        let (user, _) = guard::manage(directory, context, self.user, Permission::UserEdit)?;
        let mut refusals = Vec::new();
        if self.extra.len() > 50 {
            refusals.push(Refusal::TooMany { max: 50 });
        }
        if user.extra == self.extra {
            refusals.push(Refusal::NothingToChange);
        }
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            draft.put(Record::User(User { extra: self.extra.clone(), ..user.clone() }));
            draft.done()
        })
    }
}
