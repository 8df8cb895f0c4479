//! Gives somebody without one an extension out of the free ones, with what rings there (S1.6, S1.7, S1.9), and takes it back, which is
//! asked first (S1.10).

use super::action::{self, Doing};
use crate::{
    browser,
    form::{Form, form_frame},
    language::{say, t},
    screen::user::telephony::{FREE, TYPES, type_code, type_name},
    state::App,
    text,
    ui::{
        dialog::{Confirm, Dialog},
        field::TextField,
        select::{Choice, SelectField},
    },
};
use leptos::prelude::*;
use rollcall_core::{
    command::{AssignExtension, UnassignExtension},
    id::UserId,
    model::{Line, PhoneType},
    query::extensions_free,
    refusal::Field,
    value::Extension,
};
use rollcall_words::name;

/// The form that gives one.
pub fn give(app: App, id: UserId, on_close: Callback<()>) -> AnyView {
    let form = Form::new(app, on_close).minded();
    let known = app.ask_once(|replica, _| {
        let range = replica.view().organisation().is_some_and(|house| house.policy.extensions.is_some());
        (extensions_free(replica.view(), FREE), range)
    });
    let (free, range) = known.unwrap_or_default();
    let first = free.first().map(ToString::to_string);
    let extension = form.line(&[Field::Extension], first, Extension::parse, false);
    let phone = form.choice(&[Field::PhoneType], type_code(PhoneType::default()).to_owned());
    let command = move || {
        let phone = phone.text.with(|code| TYPES.into_iter().find(|phone| type_code(*phone) == code));
        let line = Line { extension: extension.value(Extension::parse)?, phone: phone.unwrap_or_default() };
        Some(AssignExtension { user: id, line })
    };
    form.tries_once_there(move || command().map(Into::into));
    let save = move |()| {
        let Some(command) = untrack(command) else { return };
        let said = t!(users_assigned, name = name_of(app, id), extension = command.line.extension.to_string());
        let undo = UnassignExtension { user: id };
        form.issue(command.into(), move || app.say_done(said, Some(undo.into()), t!(undone)));
    };
    browser::focus("give-extension");
    let choices: Vec<Choice> = TYPES.map(|phone| Choice::new(type_code(phone), type_name(phone))).into();
    let hint = Signal::stored(match (range, free.is_empty()) {
        (true, false) => t!(users_assign_hint),
        (true, true) => t!(users_assign_none),
        (false, _) => t!(users_assign_any),
    });
    let fields = view! {
        <TextField id="give-extension" label=say(&name::field(Field::Extension)) numeric=true list="free-extensions" hint=hint value=extension.text error=extension.error() on_leave=extension.leave() />
        <datalist id="free-extensions">
            {free.into_iter().map(|extension| view! { <option value=extension.to_string()></option> }).collect_view()}
        </datalist>
        <SelectField id="give-phone" label=say(&name::field(Field::PhoneType)) choices=choices value=phone.text error=phone.error() />
    };
    let note = Signal::derive(move || if app.is_online() { String::new() } else { t!(ask_offline) });
    let frame = form_frame(
        form,
        Signal::derive(|| t!(users_assign)),
        note,
        form.said_whole(),
        Callback::new(save),
        fields.into_any(),
    );
    let title = t!(users_assign_to, name = name_of(app, id));
    view! { <Dialog title=title narrow=true on_close=move || form.close()>{frame}</Dialog> }.into_any()
}

/// The question before it is taken.
pub fn take(app: App, id: UserId, on_close: Callback<()>) -> AnyView {
    let extension = app.ask_once(|replica, _| {
        let user = replica.view().user(id)?;
        user.extension().map(ToString::to_string)
    });
    let Some(extension) = extension.flatten() else { return ().into_any() };
    let impact = app.engine().and_then(|engine| engine.dry_run(&UnassignExtension { user: id }.into()).ok());
    let comes = app.ask_once(|replica, _| impact.map(|impact| text::bulk::impact(&impact, true, replica.view())));
    let mut consequences = comes.flatten().unwrap_or_default();
    if !untrack(|| app.is_online()) {
        consequences.push(t!(ask_offline));
    }
    let own = app.ask_once(|replica, _| replica.user() == id).unwrap_or_default();
    let own = if own { "yes" } else { "no" };
    let yes_now = move || {
        on_close.run(());
        action::now(app, Doing::TakeExtension, id);
    };
    view! {
        <Confirm
            title=t!(user_unassign_title, extension, who = name_of(app, id))
            question=t!(user_unassign_question, own)
            consequences=consequences
            yes=t!(user_unassign_yes)
            on_yes=yes_now
            on_close=move || on_close.run(())
        />
    }
    .into_any()
}

fn name_of(app: App, id: UserId) -> String {
    app.ask_once(|replica, _| super::plan::name(replica.view(), id)).unwrap_or_default()
}
