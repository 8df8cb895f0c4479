//! Link a number to a mobile, so that both ring: a "mobile extension" (S2.8).

use crate::command::{
    Decision, Intent, Standing,
    draft::{Draft, unless},
    guard,
    merge::Merger,
};
use crate::{
    change::{Key, Record},
    context::Context,
    directory::Directory,
    id::UserId,
    model::{Number, NumberKind},
    refusal::{Field, Refusal, Refusals},
    value::PhoneNumber,
};
use serde::{Deserialize, Serialize};

/// Set or clear the linked mobile, or switch it off and remember it. Needs `number.assign` over the holder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LinkMobile {
    pub number: PhoneNumber,
    pub mobile: Option<PhoneNumber>,
    /// It is remembered, and does not ring.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(as = "Option<_>", optional))]
    pub off: bool,
}

impl Intent for LinkMobile {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        None
    }

    fn edits(&self) -> Option<Key> {
        Some(Key::Number(self.number))
    }

    fn stands(directory: &Directory, about: &Key) -> Option<Self> {
        let Key::Number(number) = *about else { return None };
        let record = directory.number(number)?;
        Some(Self { number, mobile: record.linked_mobile, off: record.link_off })
    }

    fn merge(&mut self, seen: &Self, now: &Self, merger: &mut Merger<'_>) {
        // Whether it rings says nothing without the mobile that it is about.
        let mut link = (self.mobile, self.off);
        merger.field(&mut link, &(seen.mobile, seen.off), &(now.mobile, now.off), Field::Mobile);
        (self.mobile, self.off) = link;
    }

    fn erased(self, _user: UserId, held: bool) -> Self {
        if held { Self { mobile: None, ..self } } else { self }
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        let number = guard::assignable(directory, context, self.number)?;
        let mut refusals = Vec::new();
        let other = self.mobile.and_then(|mobile| directory.number(mobile));
        if self.mobile == Some(number.number) || other.is_some_and(|other| other.kind != NumberKind::Mobile) {
            refusals.push(Refusal::NotAMobile);
        }
        if other.is_some_and(|other| other.holder.is_some() && other.holder != number.holder) {
            refusals.push(Refusal::NumberTaken);
        }
        let link_off = self.off && self.mobile.is_some();
        if number.linked_mobile == self.mobile && number.link_off == link_off {
            refusals.push(Refusal::NothingToChange);
        }
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            draft.put(Record::Number(Number { linked_mobile: self.mobile, link_off, ..number.clone() }));
            draft.done()
        })
    }
}
