//! What is known of a user: name, position, language, time zone, country, how it signs in, licence, teams, extra information
//! (S2.5–S2.12). Of somebody who may not be edited, the same to read.

use super::{
    One, extra,
    parts::{act, fact, field, nothing, part, standing},
    sign_in,
    target::TargetFields,
};
use crate::{
    form::{Form, code_lists, part_frame},
    language::{self, t},
    router::Route,
    screen::users::Ask,
    ui::{field::TextField, icon::Icon, link::Link},
};
use leptos::prelude::*;
use rollcall_core::{
    command::{Authored, EditProfile, EditSystemUser, Verb},
    model::Profile,
    query::UserDetail,
    refusal::Field,
    value::{Country, FullName, Language, Position, TimeZone},
};
use rollcall_view::Screen;
use std::sync::Arc;

/// The tab.
pub fn profile(one: One) -> AnyView {
    let edits = Memo::new(move |_| one.may(Verb::EditProfile));
    let system = Memo::new(move |_| one.may(Verb::EditSystemUser));
    let person = Memo::new(move |_| one.is_person());
    let identifies = Memo::new(move |_| one.may(Verb::SetIdentifiers));
    let extras = Memo::new(move |_| one.may(Verb::EditExtra));
    let has_extra = one.part(|detail| !detail.extra.is_empty());
    view! {
        {move || {
            if system.get() {
                named(one)
            } else if edits.get() && person.get() {
                edited(one)
            } else {
                read(one)
            }
        }}
        {move || (identifies.get() && person.get()).then(|| sign_in::identifiers(one))}
        {move || person.get().then(|| licence(one))}
        {teams(one)}
        {move || (extras.get() || has_extra.get() == Some(true)).then(|| extra::extra(one, extras.get()))}
    }
    .into_any()
}

fn text_of(value: &Option<impl ToString>) -> Option<String> {
    value.as_ref().map(ToString::to_string)
}

/// What is told of a person, to edit.
fn edited(one: One) -> AnyView {
    let app = one.app;
    let id = one.id;
    let form = standing("profile-title", one.part(|detail| detail.profile.clone()), move |before: Profile, ended| {
        let seen = EditProfile { user: id, profile: before.clone() };
        let form = Form::new(app, ended).minded().filled_with(seen.clone());
        let name = form.line(&[Field::FullName], text_of(&before.full_name), FullName::parse, true);
        let position = form.line(&[Field::Position], text_of(&before.position), Position::parse, true);
        let language = form.line(&[Field::Language], text_of(&before.language), Language::parse, true);
        let zone = form.line(&[Field::TimeZone], text_of(&before.time_zone), TimeZone::parse, true);
        let country = form.line(&[Field::Country], text_of(&before.country), Country::parse, true);
        let edit = move || EditProfile {
            user: id,
            profile: Profile {
                full_name: name.value(FullName::parse),
                position: position.value(Position::parse),
                language: language.value(Language::parse),
                time_zone: zone.value(TimeZone::parse),
                country: country.value(Country::parse),
            },
        };
        form.tries(move || edit().into());
        let save = move |()| {
            let edit = untrack(edit);
            if edit.profile == before {
                form.end();
                return;
            }
            let undo = Authored { command: seen.clone().into(), seen: Some(edit.clone().into()) };
            form.issue(edit.into(), move || {
                app.say_done(t!(users_profile_saved), Some(undo), t!(users_profile_restored));
            });
        };
        // What holds where nothing is said.
        let house = app.ask_once(|replica, _| {
            let house = replica.view().organisation()?;
            Some((house.language.to_string(), house.time_zone.to_string(), house.country.to_string()))
        });
        let (its_language, its_zone, its_country) = house.flatten().unwrap_or_default();
        let fields = view! {
            <div class="pair">
                <TextField id="user-name" label=t!(full_name) value=name.text error=name.error() on_leave=name.leave() />
                <TextField id="user-position" label=field(Field::Position) optional=true value=position.text error=position.error() on_leave=position.leave() />
            </div>
            <div class="pair">
                <TextField id="user-language" label=field(Field::Language) optional=true placeholder=its_language list="languages" value=language.text error=language.error() on_leave=language.leave() />
                <TextField id="user-country" label=t!(users_country) optional=true placeholder=its_country list="countries" value=country.text error=country.error() on_leave=country.leave() />
            </div>
            <TextField id="user-zone" label=field(Field::TimeZone) optional=true placeholder=its_zone list="time-zones" value=zone.text error=zone.error() on_leave=zone.leave() />
            {code_lists()}
        };
        (form, part_frame(form, Callback::new(save), fields.into_any()))
    });
    let waits = move || one.waits(&[Verb::EditProfile]);
    part("profile-title", t!(user_profile), t!(user_profile_note), waits, form)
}

/// The name of something that is no person, and where calls go that reach it.
fn named(one: One) -> AnyView {
    let (app, id) = (one.app, one.id);
    let stands = one.part(|detail| {
        let name = detail.profile.full_name.clone()?;
        Some(EditSystemUser { user: detail.row.id, name, target: detail.target })
    });
    let stands = Memo::new(move |_| stands.get().flatten());
    let form = standing("profile-title", stands, move |seen: EditSystemUser, ended| {
        let form = Form::new(app, ended).minded().filled_with(seen.clone());
        let name = form.line(&[Field::FullName], Some(seen.name.to_string()), FullName::parse, false);
        let target = TargetFields::new(one, form, seen.target, t!(user_no_target), || true);
        let (to, before) = (target.clone(), seen.name.clone());
        let edit = move || EditSystemUser {
            user: id,
            name: name.value(FullName::parse).unwrap_or_else(|| before.clone()),
            target: to.value(),
        };
        let trial = edit.clone();
        form.tries(move || trial().into());
        let save = move |()| {
            let edit = untrack(&edit);
            if edit == seen {
                form.end();
                return;
            }
            let undo = Authored { command: seen.clone().into(), seen: Some(edit.clone().into()) };
            form.issue(edit.into(), move || {
                app.say_done(t!(users_profile_saved), Some(undo), t!(users_profile_restored));
            });
        };
        let fields = view! {
            <TextField id="user-name" label=t!(user_called) value=name.text error=name.error() on_leave=name.leave() />
            {target.draw(t!(user_sends_to))}
        };
        (form, part_frame(form, Callback::new(save), fields.into_any()))
    });
    let waits = move || one.waits(&[Verb::EditSystemUser]);
    part("profile-title", t!(user_tab_profile), t!(user_system_note), waits, form)
}

/// The same, to read.
fn read(one: One) -> AnyView {
    let facts = move || {
        one.detail.get().map(|detail: Arc<UserDetail>| {
            let profile = &detail.profile;
            let of = |value: Option<String>| value.unwrap_or_default();
            view! {
                <dl class="facts">
                    {fact(t!(full_name), of(text_of(&profile.full_name)))}
                    {fact(field(Field::Email), of(text_of(&detail.row.email)))}
                    {fact(field(Field::Position), of(text_of(&profile.position)))}
                    {fact(field(Field::Extension), of(text_of(&detail.row.extension)))}
                    {fact(field(Field::Language), of(text_of(&profile.language)))}
                    {fact(field(Field::TimeZone), of(text_of(&profile.time_zone)))}
                    {fact(t!(users_country), of(text_of(&profile.country)))}
                </dl>
            }
        })
    };
    part("profile-title", t!(user_tab_profile), String::new(), || false, facts.into_any())
}

/// Plan and add-ons.
fn licence(one: One) -> AnyView {
    let shown = Memo::new(move |_| {
        let has = one.detail.with(|detail| detail.as_ref().is_some_and(|detail| detail.row.licence.is_some()));
        has || one.offered(Verb::SetLicence).is_some()
    });
    let body = move || {
        one.detail.get().map(|detail| {
            let plan = text_of(&detail.row.licence).unwrap_or_else(|| t!(no_licence));
            let add_ons: Vec<String> = detail.add_ons.iter().map(ToString::to_string).collect();
            let change = Callback::new(move |()| one.page.ask.set(Some(Ask::Licence(one.id))));
            view! {
                <div class="setting">
                    <div class="clip">
                        <h3 dir="auto">{plan}</h3>
                        {(!add_ons.is_empty()).then(|| view! { <p class="soft">{language::list(&add_ons)}</p> })}
                    </div>
                    {act("licence-why", one.offered(Verb::SetLicence), t!(users_change_licence), Icon::Card, "", change)}
                </div>
            }
        })
    };
    let waits = move || one.waits(&[Verb::SetLicence]);
    view! { {move || shown.get().then(|| part("licence-title", field(Field::Licence), String::new(), waits, body.into_any()))} }
        .into_any()
}

/// The teams that it is in.
fn teams(one: One) -> AnyView {
    let teams = one.part(|detail| detail.teams.clone());
    let body = move || {
        let teams = teams.get().unwrap_or_default();
        if teams.is_empty() {
            return nothing(t!(user_no_team));
        }
        let team = |(id, name): (rollcall_core::id::TeamId, rollcall_core::value::TeamName)| {
            view! { <li><Link to=Route::At(Screen::Teams, Some(id.uuid())) class="tag">{name.to_string()}</Link></li> }
        };
        view! { <ul class="tags">{teams.into_iter().map(team).collect_view()}</ul> }.into_any()
    };
    let waits = move || one.waits(&[Verb::AddMember, Verb::RemoveMember]);
    part("teams-title", t!(users_teams), String::new(), waits, body.into_any())
}
