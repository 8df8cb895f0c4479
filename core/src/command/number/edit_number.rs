//! Say what a number of the inventory is for, what it is called, and where its calls go when nobody holds it.

use crate::command::{
    Decision, Intent, Standing,
    draft::{Draft, unless},
    guard, ids,
    merge::Merger,
    size,
};
use crate::{
    access::Permission,
    change::{Key, Record},
    context::Context,
    directory::Directory,
    id::UserId,
    model::{Number, NumberKind, Target},
    refusal::{Field, Refusal, Refusals},
    value::{NumberLabel, PhoneNumber},
};
use serde::{Deserialize, Serialize};

/// Replace kind, label and target. Needs `number.assign` over the holder; for the target, in the organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EditNumber {
    pub number: PhoneNumber,
    pub kind: NumberKind,
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional = nullable))]
    pub label: Option<NumberLabel>,
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional = nullable))]
    pub target: Option<Target>,
}

impl Intent for EditNumber {
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
        let Number { kind, label, target, .. } = directory.number(number)?.clone();
        Some(Self { number, kind, label, target })
    }

    fn merge(&mut self, seen: &Self, now: &Self, merger: &mut Merger<'_>) {
        merger.field(&mut self.kind, &seen.kind, &now.kind, Field::Kind);
        merger.field(&mut self.label, &seen.label, &now.label, Field::Label);
        merger.field(&mut self.target, &seen.target, &now.target, Field::Target);
    }

    fn erased(self, _user: UserId, held: bool) -> Self {
        if held { Self { label: None, ..self } } else { self }
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        let number = guard::assignable(directory, context, self.number)?;
        let mut refusals = Vec::new();
        if self.target != number.target {
            guard::everywhere(directory, context, Permission::NumberAssign)?;
            refusals.extend(guard::routable(directory, context, number, self.target));
        }
        let links = |other: Key| match other {
            Key::Number(other) => directory.number(other).and_then(|other| other.linked_mobile) == Some(number.number),
            _ => false,
        };
        let mut others = directory.routed_to(Target::Number(number.number));
        if number.kind == NumberKind::Mobile && self.kind != number.kind && others.any(links) {
            refusals.push(Refusal::NotAMobile);
        }
        // A group's number is shown by many, any other by its holder alone.
        let ungrouped = number.kind == NumberKind::Group && self.kind != number.kind;
        let showing = directory.users_showing(number.number).filter(|user| ungrouped && Some(*user) != number.holder);
        let showing: Vec<UserId> = showing.collect();
        refusals.extend(size::too_many(1 + showing.len()));
        let after = Number { kind: self.kind, label: self.label.clone(), target: self.target, ..number.clone() };
        if after == *number {
            refusals.push(Refusal::NothingToChange);
        }
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            draft.put(Record::Number(after));
            showing.into_iter().for_each(|user| guard::stop_showing(&mut draft, user, number.number));
            draft.done()
        })
    }
}
