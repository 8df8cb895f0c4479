//! Edit what an organisation is called and where it is.

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
    model::Organisation,
    refusal::{Field, Refusal, Refusals},
    value::{Country, Language, OrganisationName, TimeZone},
};
use serde::{Deserialize, Serialize};

/// Replace name, language, time zone and country. Needs `tenant.settings`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EditOrganisation {
    pub name: OrganisationName,
    pub language: Language,
    pub time_zone: TimeZone,
    pub country: Country,
}

impl Intent for EditOrganisation {
    const STANDING: Standing = Standing::AtOnce;

    fn user(&self) -> Option<UserId> {
        None
    }

    fn edits(&self) -> Option<Key> {
        Some(Key::Organisation)
    }

    fn stands(directory: &Directory, about: &Key) -> Option<Self> {
        let organisation = matches!(about, Key::Organisation).then(|| directory.organisation()).flatten()?;
        let Organisation { name, language, time_zone, country, .. } = organisation.clone();
        Some(Self { name, language, time_zone, country })
    }

    fn merge(&mut self, seen: &Self, now: &Self, merger: &mut Merger<'_>) {
        merger.field(&mut self.name, &seen.name, &now.name, Field::Name);
        merger.field(&mut self.language, &seen.language, &now.language, Field::Language);
        merger.field(&mut self.time_zone, &seen.time_zone, &now.time_zone, Field::TimeZone);
        merger.field(&mut self.country, &seen.country, &now.country, Field::Country);
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        guard::everywhere(directory, context, Permission::TenantSettings)?;
        let before = guard::organisation(directory)?;
        let after = Organisation {
            name: self.name.clone(),
            language: self.language.clone(),
            time_zone: self.time_zone.clone(),
            country: self.country.clone(),
            ..before.clone()
        };
        let same = (*before == after).then_some(Refusal::NothingToChange);
        unless(same.into_iter().collect(), || {
            let mut draft = Draft::new(directory);
            draft.put(Record::Organisation(after));
            draft.done()
        })
    }
}
