//! Say where the calls of a number go that nobody holds, such as a group number.

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
    model::{Number, Target},
    refusal::{Field, Refusal, Refusals, Subject},
    value::PhoneNumber,
};
use serde::{Deserialize, Serialize};

/// Set or clear the target. Needs `number.assign` in the organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RouteNumber {
    pub number: PhoneNumber,
    pub target: Option<Target>,
}

impl Intent for RouteNumber {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        None
    }

    fn needs(&self) -> Vec<Key> {
        self.target.iter().filter_map(ids::target).collect()
    }

    fn edits(&self) -> Option<Key> {
        Some(Key::Number(self.number))
    }

    fn stands(directory: &Directory, about: &Key) -> Option<Self> {
        let Key::Number(number) = *about else { return None };
        Some(Self { number, target: directory.number(number)?.target })
    }

    fn merge(&mut self, seen: &Self, now: &Self, merger: &mut Merger<'_>) {
        merger.field(&mut self.target, &seen.target, &now.target, Field::Target);
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        guard::everywhere(directory, context, Permission::NumberAssign)?;
        let number = directory.number(self.number).ok_or(Refusal::Unknown(Subject::Number))?;
        let mut refusals = guard::routable(directory, context, number, self.target);
        if number.target == self.target {
            refusals.push(Refusal::NothingToChange);
        }
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            draft.put(Record::Number(Number { target: self.target, ..number.clone() }));
            draft.done()
        })
    }
}
