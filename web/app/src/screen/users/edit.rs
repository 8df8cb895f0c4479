//! Edits what is known of a person: name, position, language, time zone, country (S1.6, S2.5, S2.12).

use super::Page;
use crate::{
    browser,
    language::{say, t},
    text,
    ui::{banner::Banner, button::Button, dialog::Dialog, field::TextField, icon::Icon},
};
use leptos::prelude::*;
use rollcall_client::IssueError;
use rollcall_core::{
    command::EditProfile,
    id::UserId,
    model::Profile,
    refusal::Field,
    value::{Country, FullName, Language, Position, TimeZone, ValueError},
};

/// A field that may be empty, and is checked when it is left.
#[derive(Clone, Copy)]
struct Entry {
    text: RwSignal<String>,
    left: RwSignal<bool>,
}

impl Entry {
    fn new(value: Option<&impl ToString>) -> Self {
        Self { text: RwSignal::new(value.map(ToString::to_string).unwrap_or_default()), left: RwSignal::new(false) }
    }

    /// The value; nothing when nothing was typed.
    fn parse<T>(self, parse: fn(&str) -> Result<T, ValueError>) -> Result<Option<T>, ValueError> {
        self.text.with(|text| if text.trim().is_empty() { Ok(None) } else { parse(text).map(Some) })
    }

    fn error<T: 'static>(self, parse: fn(&str) -> Result<T, ValueError>) -> Signal<Option<String>> {
        Signal::derive(move || if self.left.get() { self.parse(parse).err().map(text::value_error) } else { None })
    }

    fn leave(self) -> Callback<()> {
        Callback::new(move |()| self.left.set(true))
    }
}

/// The dialog.
#[component]
pub fn EditProfileDialog(id: UserId, on_close: impl Fn() + Clone + Send + Sync + 'static) -> impl IntoView {
    let page: Page = expect_context();
    let app = page.app;
    let before = app.ask_once(|replica, _| replica.view().user(id).map(|user| user.profile.clone())).flatten();
    let before = before.unwrap_or_default();
    let name = Entry::new(before.full_name.as_ref());
    let position = Entry::new(before.position.as_ref());
    let language = Entry::new(before.language.as_ref());
    let zone = Entry::new(before.time_zone.as_ref());
    let country = Entry::new(before.country.as_ref());
    let profile = move || -> Result<Profile, ValueError> {
        Ok(Profile {
            full_name: name.parse(FullName::parse)?,
            position: position.parse(Position::parse)?,
            language: language.parse(Language::parse)?,
            time_zone: zone.parse(TimeZone::parse)?,
            country: country.parse(Country::parse)?,
        })
    };
    let refused = RwSignal::new(None::<String>);
    let busy = RwSignal::new(false);
    let close = on_close.clone();
    let submit = move || {
        for entry in [name, position, language, zone, country] {
            entry.left.set(true);
        }
        let Ok(profile) = untrack(profile) else { return };
        if profile == before {
            close();
            return;
        }
        busy.set(true);
        let undo = EditProfile { user: id, profile: before.clone() };
        let close = close.clone();
        app.issue(EditProfile { user: id, profile }, move |result| {
            busy.set(false);
            match result {
                Ok(_) => {
                    close();
                    app.toasts.say_undo(t!(users_profile_saved), move || {
                        app.issue_saying(undo, t!(users_profile_restored), None);
                    });
                }
                Err(error @ (IssueError::Refused(_) | IssueError::NotSaved(_))) => {
                    refused.set(Some(app.issue_error(&error)))
                }
            }
        });
    };
    let cancel = on_close.clone();
    let field = |field| say(&rollcall_words::name::field(field));
    browser::focus("edit-name");
    view! {
        <Dialog title=t!(users_edit) on_close=on_close>
            <form
                novalidate
                on:submit=move |event| {
                    event.prevent_default();
                    submit();
                }
            >
                <div class="body">
                    {move || refused.get().map(|said| view! { <Banner tone="bad" sign=Icon::Alert><p>{said}</p></Banner> })}
                    <TextField id="edit-name" label=t!(full_name) value=name.text error=name.error(FullName::parse) on_leave=name.leave() />
                    <TextField id="edit-position" label=field(Field::Position) optional=true value=position.text error=position.error(Position::parse) on_leave=position.leave() />
                    <div class="pair">
                        <TextField id="edit-language" label=field(Field::Language) optional=true placeholder="en" value=language.text error=language.error(Language::parse) on_leave=language.leave() />
                        <TextField id="edit-country" label=t!(users_country) optional=true placeholder="DE" value=country.text error=country.error(Country::parse) on_leave=country.leave() />
                    </div>
                    <TextField id="edit-zone" label=field(Field::TimeZone) optional=true placeholder="Europe/Berlin" value=zone.text error=zone.error(TimeZone::parse) on_leave=zone.leave() />
                </div>
                <div class="foot">
                    <Button label=t!(cancel) on_click=Callback::new(move |_| cancel()) />
                    <Button label=t!(save) kind="primary" submit=true busy=busy />
                </div>
            </form>
        </Dialog>
    }
}
