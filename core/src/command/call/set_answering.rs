//! Set the answering rules of a user (S4.10).

use crate::command::{
    Decision, Intent, Standing,
    draft::{Draft, unless},
    guard, ids,
    merge::Merger,
};
use crate::{
    change::{Key, Record},
    context::Context,
    directory::Directory,
    id::UserId,
    model::{AnsweringRule, CallHandling, Target},
    refusal::{Field, Refusal, Refusals},
    value::few,
};
use serde::{Deserialize, Serialize};
use std::iter::once;

/// Replace the rules. Needs `callhandling.self` for oneself, else `callhandling.manage` over the user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SetAnswering {
    pub user: UserId,
    /// In order; the first that fits decides.
    #[serde(deserialize_with = "few")]
    pub rules: Vec<AnsweringRule>,
}

impl Intent for SetAnswering {
    const STANDING: Standing = Standing::AtOnce;

    fn user(&self) -> Option<UserId> {
        Some(self.user)
    }

    fn needs(&self) -> Vec<Key> {
        once(Key::User(self.user)).chain(self.rules.iter().filter_map(|rule| ids::forwarded(&rule.action))).collect()
    }

    fn edits(&self) -> Option<Key> {
        Some(Key::User(self.user))
    }

    fn stands(directory: &Directory, about: &Key) -> Option<Self> {
        let Key::User(user) = *about else { return None };
        let rules = directory.handling(user).map(|handling| handling.rules.clone()).unwrap_or_default();
        Some(Self { user, rules })
    }

    fn merge(&mut self, seen: &Self, now: &Self, merger: &mut Merger<'_>) {
        // Their order says what they do.
        merger.field(&mut self.rules, &seen.rules, &now.rules, Field::Rules);
    }

    fn erased(self, user: UserId, _held: bool) -> Self {
        if self.user == user { Self { rules: Vec::new(), ..self } } else { self }
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        let (user, before) = guard::call_handling(directory, context, self.user)?;
        if self.rules.len() > 30 {
            return Err(Refusal::TooMany { max: 30 }.into());
        }
        let mut refusals = Vec::new();
        for rule in &self.rules {
            refusals.extend(guard::answering_rule(directory, context, user.id, rule));
        }
        let after = CallHandling { rules: self.rules.clone(), ..before.clone() };
        let comes_back = |target| guard::loops(directory, Target::User(user.id), target);
        if after.forwards_all().is_some_and(comes_back) && !refusals.contains(&Refusal::TargetLoops) {
            refusals.push(Refusal::TargetLoops);
        }
        if before.rules == self.rules {
            refusals.push(Refusal::NothingToChange);
        }
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            draft.put(Record::CallHandling(after));
            draft.done()
        })
    }
}
