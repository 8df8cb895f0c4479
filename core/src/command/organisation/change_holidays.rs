//! Add holidays to the organisation's list, and take some off it (S0.12).

use crate::command::{
    Command, Decision, Intent, Standing, Start,
    draft::{Draft, unless},
    guard,
};
use crate::{
    access::Permission,
    change::{Key, Record},
    context::Context,
    directory::Directory,
    id::UserId,
    model::Holiday,
    refusal::{Refusal, Refusals},
    value::{Date, few},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The most holidays that are kept.
const MAX_HOLIDAYS: u16 = 500;

/// Days on which teams with opening hours are closed; one that is there already gets the name that is said. Needs
/// `tenant.settings`. Each day is a record of its own, so that two people's lists don't overwrite each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ChangeHolidays {
    #[serde(default, deserialize_with = "few")]
    pub add: Vec<Holiday>,
    #[serde(default, deserialize_with = "few")]
    pub remove: Vec<Date>,
}

impl Intent for ChangeHolidays {
    const STANDING: Standing = Standing::AtOnce;

    fn user(&self) -> Option<UserId> {
        None
    }

    fn undo(&self, directory: &Directory) -> Option<Command> {
        let added = self.add.iter().map(|holiday| holiday.date);
        let (there, new): (Vec<Date>, Vec<Date>) = added.partition(|date| directory.holiday(*date).is_some());
        let before = there.iter().chain(&self.remove).filter_map(|date| directory.holiday(*date).cloned());
        Some(Self { add: before.collect(), remove: new }.into())
    }

    fn offered(directory: &Directory, context: &Context, about: &Key) -> Option<Start> {
        let may = || guard::everywhere(directory, context, Permission::TenantSettings);
        matches!(about, Key::Organisation).then(|| Start::blank(may()))
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        guard::everywhere(directory, context, Permission::TenantSettings)?;
        guard::organisation(directory)?;
        let mut refusals = Vec::new();
        let mut named = BTreeSet::new();
        let mut dates = self.add.iter().map(|holiday| holiday.date).chain(self.remove.iter().copied());
        if !dates.all(|date| named.insert(date)) {
            refusals.push(Refusal::Repeated);
        }
        let there = directory.holidays().filter(|holiday| !named.contains(&holiday.date)).count();
        if there.saturating_add(self.add.len()) > usize::from(MAX_HOLIDAYS)
            || self.remove.len() > usize::from(MAX_HOLIDAYS)
        {
            refusals.push(Refusal::TooMany { max: MAX_HOLIDAYS });
        }
        let changes = |holiday: &Holiday| directory.holiday(holiday.date) != Some(holiday);
        let goes = |date: &Date| directory.holiday(*date).is_some();
        if !self.add.iter().any(changes) && !self.remove.iter().any(goes) {
            refusals.push(Refusal::NothingToChange);
        }
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            self.remove.iter().for_each(|date| draft.remove(Key::Holiday(*date)));
            self.add.iter().for_each(|holiday| draft.put(Record::Holiday(holiday.clone())));
            draft.done()
        })
    }
}
