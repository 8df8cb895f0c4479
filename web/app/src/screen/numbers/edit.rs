//! Says what a number is for and what it is called.

use super::Page;
use crate::{
    form::{Form, form_frame},
    language::{say, t},
    ui::{
        dialog::Dialog,
        field::TextField,
        select::{Choice, SelectField},
    },
};
use leptos::prelude::*;
use rollcall_core::{
    command::{Authored, EditNumber},
    model::NumberKind,
    refusal::Field,
    value::{NumberLabel, PhoneNumber},
};
use rollcall_view::list::{number_kind_key, number_kind_name};
use rollcall_words::name;

/// Every kind of number, to choose from.
pub fn kinds() -> Vec<Choice> {
    NumberKind::ALL.map(|kind| Choice::new(number_kind_key(kind), say(&number_kind_name(kind)))).into()
}

/// The kind that was chosen.
pub fn kind_of(chosen: &str) -> NumberKind {
    NumberKind::ALL.into_iter().find(|kind| number_kind_key(*kind) == chosen).unwrap_or(NumberKind::Virtual)
}

/// The dialog.
pub fn dialog(page: Page, number: PhoneNumber, on_close: Callback<()>) -> AnyView {
    let app = page.app;
    let seen = app.ask_once(|replica, _| {
        let record = replica.view().number(number)?;
        Some(EditNumber { number, kind: record.kind, label: record.label.clone(), target: record.target })
    });
    let Some(seen) = seen.flatten() else { return ().into_any() };
    let form = Form::new(app, on_close).minded().filled_with(seen.clone());
    let kind = form.choice(&[Field::Kind], number_kind_key(seen.kind).to_owned());
    let label = form.line(&[Field::Label], seen.label.as_ref().map(ToString::to_string), NumberLabel::parse, true);
    let before = seen.clone();
    let edit = move || EditNumber {
        kind: kind.text.with(|kind| kind_of(kind)),
        label: label.value(NumberLabel::parse),
        ..before.clone()
    };
    let tried = edit.clone();
    form.tries(move || tried().into());
    let save = move |()| {
        let edit = untrack(&edit);
        if edit == seen {
            form.end();
            return;
        }
        let undo = Authored { command: seen.clone().into(), seen: Some(edit.clone().into()) };
        form.issue(edit.into(), move || app.say_done(t!(saved), Some(undo), t!(undone)));
    };
    let field = |field| say(&name::field(field));
    let fields = view! {
        <SelectField id="number-kind" label=field(Field::Kind) choices=kinds() value=kind.text error=kind.error() />
        <TextField id="number-label" label=field(Field::Label) optional=true value=label.text error=label.error() on_leave=label.leave() />
    };
    let frame = form_frame(
        form,
        Signal::derive(|| t!(save)),
        Signal::default(),
        form.said_whole(),
        Callback::new(save),
        fields.into_any(),
    );
    view! { <Dialog title=t!(numbers_edit) narrow=true on_close=move || form.close()>{frame}</Dialog> }.into_any()
}
