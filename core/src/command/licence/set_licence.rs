//! Give a user another plan and other add-ons, or none (S0.3, S2.7).

use crate::command::{
    Command, Decision, Intent, Standing,
    draft::{Draft, unless},
    guard,
    merge::Merger,
};
use crate::{
    access::Permission,
    change::{Key, Record},
    context::Context,
    directory::Directory,
    id::{LicenceId, UserId},
    model::{User, UserKind},
    refusal::{Field, Refusal, Refusals},
    sort,
    value::few,
};
use serde::{Deserialize, Serialize};
use std::iter::once;

/// Replace the licence facet. Needs `licence.assign` over the user, and a seat of whatever it does not have yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SetLicence {
    pub user: UserId,
    pub licence: Option<LicenceId>,
    #[serde(deserialize_with = "few")]
    pub add_ons: Vec<LicenceId>,
}

impl Intent for SetLicence {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        Some(self.user)
    }

    fn needs(&self) -> Vec<Key> {
        once(Key::User(self.user)).chain(self.licence.iter().chain(&self.add_ons).copied().map(Key::Licence)).collect()
    }

    fn undo(&self, directory: &Directory) -> Option<Command> {
        Self::stands(directory, &Key::User(self.user)).map(Command::from)
    }

    fn edits(&self) -> Option<Key> {
        Some(Key::User(self.user))
    }

    fn stands(directory: &Directory, about: &Key) -> Option<Self> {
        let Key::User(user) = *about else { return None };
        let record = directory.user(user)?;
        Some(Self { user, licence: record.licence, add_ons: record.add_ons.clone() })
    }

    fn merge(&mut self, seen: &Self, now: &Self, merger: &mut Merger<'_>) {
        merger.field(&mut self.licence, &seen.licence, &now.licence, Field::Licence);
        merger.set(&mut self.add_ons, &seen.add_ons, &now.add_ons);
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        let (user, _) = guard::manage(directory, context, self.user, Permission::LicenceAssign)?;
        let mut add_ons = self.add_ons.clone();
        sort::ascending(&mut add_ons);
        add_ons.dedup();
        let mut refusals = Vec::new();
        if user.kind != UserKind::Person {
            refusals.push(Refusal::NotAPerson);
        }
        if user.licence == self.licence && user.add_ons == add_ons {
            refusals.push(Refusal::NothingToChange);
        }
        let had: Vec<_> = user.licence.iter().chain(&user.add_ons).copied().collect();
        refusals.extend(guard::licences(directory, self.licence, &add_ons, &had));
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            draft.put(Record::User(User { licence: self.licence, add_ons, ..user.clone() }));
            draft.done()
        })
    }
}
