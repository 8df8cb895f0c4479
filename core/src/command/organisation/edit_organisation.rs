//! Edit what an organisation is called and where it is.

use crate::command::{
    Decision, Intent, Standing, Start,
    draft::{Draft, unless},
    guard,
};
use crate::{
    access::Permission,
    change::{Key, Record},
    context::Context,
    directory::Directory,
    id::UserId,
    model::Organisation,
    refusal::{Refusal, Refusals},
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

    fn offered(directory: &Directory, _context: &Context, about: &Key) -> Option<Start> {
        let organisation = matches!(about, Key::Organisation).then(|| directory.organisation()).flatten()?;
        let Organisation { name, language, time_zone, country, .. } = organisation.clone();
        Some(Start::form(Self { name, language, time_zone, country }))
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
