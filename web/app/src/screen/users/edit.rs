//! Edits what is known of a person: name, position, language, time zone, country (S1.6, S2.5, S2.12).

use super::Page;
use crate::{
    browser,
    form::{Form, form_frame},
    language::{say, t},
    ui::{dialog::Dialog, field::TextField},
};
use leptos::prelude::*;
use rollcall_core::{
    command::{Authored, EditProfile},
    id::UserId,
    model::Profile,
    refusal::Field,
    value::{Country, FullName, Language, Position, TimeZone},
};

/// The dialog.
#[component]
pub fn EditProfileDialog(id: UserId, on_close: Callback<()>) -> impl IntoView {
    let page: Page = expect_context();
    let app = page.app;
    let before = app.ask_once(|replica, _| replica.view().user(id).map(|user| user.profile.clone())).flatten();
    let before = before.unwrap_or_default();
    let seen = EditProfile { user: id, profile: before.clone() };
    let form = Form::new(app, on_close).minded().filled_with(seen.clone());
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
    let field = |field| say(&rollcall_words::name::field(field));
    browser::focus("edit-name");
    let fields = view! {
        <TextField id="edit-name" label=t!(full_name) value=name.text error=name.error() on_leave=name.leave() />
        <TextField id="edit-position" label=field(Field::Position) optional=true value=position.text error=position.error() on_leave=position.leave() />
        <div class="pair">
            <TextField id="edit-language" label=field(Field::Language) optional=true placeholder="en" value=language.text error=language.error() on_leave=language.leave() />
            <TextField id="edit-country" label=t!(users_country) optional=true placeholder="DE" value=country.text error=country.error() on_leave=country.leave() />
        </div>
        <TextField id="edit-zone" label=field(Field::TimeZone) optional=true placeholder="Europe/Berlin" value=zone.text error=zone.error() on_leave=zone.leave() />
    };
    let (save_label, note) = (Signal::derive(|| t!(save)), Signal::default());
    view! {
        <Dialog title=t!(users_edit) on_close=move || form.close()>
            {form_frame(form, save_label, note, form.said_whole(), Callback::new(save), fields.into_any())}
        </Dialog>
    }
}

fn text_of(value: &Option<impl ToString>) -> Option<String> {
    value.as_ref().map(ToString::to_string)
}
