//! What the organisation is called, and what holds for people of whom nothing else is said: language, time zone, country.

use super::{Page, fields::saved};
use crate::{
    form::{Form, code_lists},
    language::t,
    screen::user::parts::{field, part, standing},
    ui::field::TextField,
};
use leptos::prelude::*;
use rollcall_core::{
    Key,
    command::EditOrganisation,
    model::Organisation,
    refusal::Field,
    value::{Country, Language, OrganisationName, TimeZone},
};

pub fn part_of(page: Page) -> AnyView {
    let stands = page.stands(|directory| directory.organisation().cloned());
    let stands = Memo::new(move |_| {
        let Organisation { name, language, time_zone, country, .. } = stands.get().flatten()?;
        Some(EditOrganisation { name, language, time_zone, country })
    });
    let form = standing("settings-organisation", stands, move |seen: EditOrganisation, ended| {
        let form = Form::new(page.app, ended).minded().filled_with(seen.clone());
        let name = form.line(&[Field::Name], Some(seen.name.to_string()), OrganisationName::parse, false);
        let language = form.line(&[Field::Language], Some(seen.language.to_string()), Language::parse, false);
        let zone = form.line(&[Field::TimeZone], Some(seen.time_zone.to_string()), TimeZone::parse, false);
        let country = form.line(&[Field::Country], Some(seen.country.to_string()), Country::parse, false);
        let edit = move || {
            Some(EditOrganisation {
                name: name.value(OrganisationName::parse)?,
                language: language.value(Language::parse)?,
                time_zone: zone.value(TimeZone::parse)?,
                country: country.value(Country::parse)?,
            })
        };
        let hint = |text: String| Signal::derive(move || text.clone());
        let fields = view! {
            <TextField id="organisation-name" label=field(Field::Name) value=name.text error=name.error() on_leave=name.leave() />
            <div class="pair">
                <TextField
                    id="organisation-language"
                    label=field(Field::Language)
                    list="languages"
                    hint=hint(t!(settings_language_note))
                    value=language.text
                    error=language.error()
                    on_leave=language.leave()
                />
                <TextField
                    id="organisation-country"
                    label=field(Field::Country)
                    list="countries"
                    hint=hint(t!(settings_country_note))
                    value=country.text
                    error=country.error()
                    on_leave=country.leave()
                />
            </div>
            <TextField
                id="organisation-zone"
                label=field(Field::TimeZone)
                list="time-zones"
                hint=hint(t!(settings_zone_note))
                value=zone.text
                error=zone.error()
                on_leave=zone.leave()
            />
            {code_lists()}
        };
        (form, saved(page, form, seen, edit, fields.into_any()))
    });
    let waits = page.waits(Key::Organisation);
    part("settings-organisation", t!(settings_organisation), t!(settings_organisation_note), waits, form)
}
