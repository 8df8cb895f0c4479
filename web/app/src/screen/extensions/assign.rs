//! Gives an extension to somebody, with the phone that rings there (S1.7, S1.9); or another to its holder.

use super::Page;
use crate::{
    browser,
    form::{Form, form_frame},
    language::t,
    screen::{numbering::LineFields, picks::users},
    ui::{dialog::Dialog, picker::Picker},
};
use leptos::prelude::*;
use rollcall_core::{
    Command,
    command::{AssignExtension, Authored, ChangeExtension, UnassignExtension},
    id::UserId,
    model::{Line, PhoneType},
    query::extensions_free,
    value::Extension,
};

/// What a user has at the moment.
fn line_of(page: Page, user: UserId) -> Option<Line> {
    page.app.ask_once(|replica, _| replica.view().user(user)?.line.clone()).flatten()
}

/// The dialog that gives one to somebody: this one, or the first that is free.
pub fn assign(page: Page, extension: Option<Extension>, on_close: Callback<()>) -> AnyView {
    let app = page.app;
    let first = extension.or_else(|| app.ask_once(|replica, _| extensions_free(replica.view(), 1).pop()).flatten());
    let form = Form::new(app, on_close).minded();
    let fields =
        LineFields::new(app, form, first.map(|extension| Line { extension, phone: PhoneType::Softphone }), false);
    let whom = form.choice(&[], String::new());
    let user = move || whom.text.with(|user| user.parse::<UserId>().ok());
    // Who has one already gets this one in its place.
    let command = move || -> Option<Command> {
        let (user, line) = (user()?, fields.line()?);
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
        {fields.draw()}
    };
    framed(form, t!(extensions_assign), t!(numbers_assign), save, fields.into_any())
}

/// The dialog that gives its holder another, or has another phone ring.
pub fn change(page: Page, user: UserId, on_close: Callback<()>) -> AnyView {
    let app = page.app;
    let Some(before) = line_of(page, user) else { return ().into_any() };
    let seen = ChangeExtension { user, line: before.clone() };
    let form = Form::new(app, on_close).minded().filled_with(seen.clone());
    let fields = LineFields::new(app, form, Some(before), false);
    let command = move || Some(ChangeExtension { user, line: fields.line()? });
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
    framed(form, t!(extensions_change), t!(save), save, fields.draw())
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
