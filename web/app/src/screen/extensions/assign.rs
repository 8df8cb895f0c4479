//! Gives an extension to somebody, with the phone that rings there (S1.7, S1.9); or another to its holder.

use super::Page;
use crate::{
    browser,
    form::{Entry, Form, form_frame},
    language::{say, t},
    screen::picks::users,
    ui::{
        dialog::Dialog,
        field::TextField,
        picker::Picker,
        select::{Choice, SelectField},
    },
};
use leptos::prelude::*;
use rollcall_core::{
    Command,
    command::{AssignExtension, Authored, ChangeExtension, UnassignExtension},
    id::UserId,
    model::{Line, PhoneType},
    query::extensions_free,
    refusal::Field,
    value::Extension,
};
use rollcall_view::list::{PHONES, phone_type_key, phone_type_name};
use rollcall_words::name;

/// The two fields of a line.
struct Fields {
    extension: Entry,
    phone: Entry,
}

impl Fields {
    fn new(form: Form, line: Option<Line>) -> Self {
        let phone = line.as_ref().map(|line| line.phone).unwrap_or_default();
        let extension = line.map(|line| line.extension.to_string());
        Self {
            extension: form.line(&[Field::Extension], extension, Extension::parse, false),
            phone: form.choice(&[Field::PhoneType], phone_type_key(phone).to_owned()),
        }
    }

    /// What is filled in, once it is an extension.
    fn line(&self) -> impl Fn() -> Option<Line> + Copy + use<> {
        let Self { extension, phone } = *self;
        move || {
            let chosen = phone.text.get();
            let phone = PHONES.into_iter().find(|phone| phone_type_key(*phone) == chosen);
            Some(Line { extension: extension.value(Extension::parse)?, phone: phone.unwrap_or(PhoneType::Softphone) })
        }
    }

    fn drawn(&self) -> AnyView {
        let Self { extension, phone } = *self;
        let phones: Vec<Choice> =
            PHONES.map(|phone| Choice::new(phone_type_key(phone), say(&phone_type_name(phone)))).into();
        view! {
            <div class="pair">
                <TextField
                    id="extension"
                    label=say(&name::field(Field::Extension))
                    numeric=true
                    value=extension.text
                    error=extension.error()
                    on_leave=extension.leave()
                />
                <SelectField
                    id="extension-phone"
                    label=say(&name::field(Field::PhoneType))
                    choices=phones
                    value=phone.text
                    error=phone.error()
                />
            </div>
        }
        .into_any()
    }
}

/// What a user has at the moment.
fn line_of(page: Page, user: UserId) -> Option<Line> {
    page.app.ask_once(|replica, _| replica.view().user(user)?.line.clone()).flatten()
}

/// The dialog that gives one to somebody: this one, or the first that is free.
pub fn assign(page: Page, extension: Option<Extension>, on_close: Callback<()>) -> AnyView {
    let app = page.app;
    let first = extension.or_else(|| app.ask_once(|replica, _| extensions_free(replica.view(), 1).pop()).flatten());
    let form = Form::new(app, on_close).minded();
    let fields = Fields::new(form, first.map(|extension| Line { extension, phone: PhoneType::Softphone }));
    let whom = form.choice(&[], String::new());
    let user = move || whom.text.with(|user| user.parse::<UserId>().ok());
    let line = fields.line();
    // Who has one already gets this one in its place.
    let command = move || -> Option<Command> {
        let (user, line) = (user()?, line()?);
        Some(match line_of(page, user) {
            Some(_) => ChangeExtension { user, line }.into(),
            None => AssignExtension { user, line }.into(),
        })
    };
    form.tries_once_there(command);
    form.idle_while(Signal::derive(move || user().is_none()));
    let instead = Signal::derive(move || {
        let had = user().and_then(|user| line_of(page, user));
        had.map(|had| t!(extensions_instead, extension = had.extension.to_string())).unwrap_or_default()
    });
    let save = move |()| {
        let (Some(user), Some(command)) = (untrack(user), untrack(command)) else { return };
        let undo: Authored = match line_of(page, user) {
            Some(line) => ChangeExtension { user, line }.into(),
            None => UnassignExtension { user }.into(),
        };
        form.issue(command, move || app.say_done(t!(saved), Some(undo), t!(undone)));
    };
    browser::focus("extension-holder");
    let fields = view! {
        <Picker
            id="extension-holder"
            label=t!(numbers_to_whom)
            hint=instead
            value=whom.text
            find=Callback::new(move |words: String| users(app, &words))
        />
        {fields.drawn()}
    };
    framed(form, t!(extensions_assign), t!(numbers_assign), save, fields.into_any())
}

/// The dialog that gives its holder another, or has another phone ring.
pub fn change(page: Page, user: UserId, on_close: Callback<()>) -> AnyView {
    let app = page.app;
    let Some(before) = line_of(page, user) else { return ().into_any() };
    let seen = ChangeExtension { user, line: before.clone() };
    let form = Form::new(app, on_close).minded().filled_with(seen.clone());
    let fields = Fields::new(form, Some(before));
    let line = fields.line();
    let command = move || Some(ChangeExtension { user, line: line()? });
    form.tries_once_there(move || command().map(Command::from));
    let save = move |()| {
        let Some(change) = untrack(command) else { return };
        if change == seen {
            form.end();
            return;
        }
        let undo = Authored { command: seen.clone().into(), seen: Some(change.clone().into()) };
        form.issue(change.into(), move || app.say_done(t!(saved), Some(undo), t!(undone)));
    };
    framed(form, t!(extensions_change), t!(save), save, fields.drawn())
}

fn framed(
    form: Form,
    title: String,
    yes: String,
    save: impl Fn(()) + Send + Sync + 'static,
    fields: AnyView,
) -> AnyView {
    let yes = Signal::stored(yes);
    let frame = form_frame(form, yes, Signal::default(), form.said_whole(), Callback::new(save), fields);
    view! { <Dialog title=title narrow=true on_close=move || form.close()>{frame}</Dialog> }.into_any()
}
