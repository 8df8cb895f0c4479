//! A new plan or add-on, or another name and other seats for one.

use super::Page;
use crate::{
    browser,
    form::{Entry, Form, form_frame},
    language::{say, t},
    ui::{
        dialog::Dialog,
        field::TextField,
        select::{Choice, SelectField},
    },
};
use leptos::prelude::*;
use rollcall_core::{
    Command,
    command::{AddLicence, Authored, EditLicence, RemoveLicence},
    id::LicenceId,
    model::{Licence, LicenceKind},
    refusal::Field,
    value::LicenceName,
};
use rollcall_words::name;

/// Name and seats.
#[derive(Clone, Copy)]
struct Fields {
    name: Entry,
    seats: Entry,
}

/// The seats that were typed; none: no limit.
fn seats_of(text: &str) -> Option<Option<u32>> {
    let text = text.trim();
    if text.is_empty() { Some(None) } else { text.parse().ok().map(Some) }
}

impl Fields {
    fn new(form: Form, name: Option<String>, seats: Option<u32>) -> Self {
        let seats = seats.map(|seats| seats.to_string()).unwrap_or_default();
        Self {
            name: form.line(&[Field::Name], name, LicenceName::parse, false),
            seats: form
                .typed(&[Field::Seats], seats, |text| seats_of(text).is_none().then(|| t!(licences_seats_wrong))),
        }
    }

    /// What is filled in, once it is both; tracked.
    fn read(self) -> Option<(LicenceName, Option<u32>)> {
        Some((self.name.value(LicenceName::parse)?, self.seats.text.with(|text| seats_of(text))?))
    }

    fn drawn(self) -> AnyView {
        let label = |field| say(&name::field(field));
        view! {
            <TextField
                id="licence-name"
                label=label(Field::Name)
                value=self.name.text
                error=self.name.error()
                on_leave=self.name.leave()
            />
            <TextField
                id="licence-seats"
                label=label(Field::Seats)
                optional=true
                numeric=true
                hint=Signal::derive(|| t!(licences_seats_hint))
                value=self.seats.text
                error=self.seats.error()
                on_leave=self.seats.leave()
            />
        }
        .into_any()
    }
}

/// The dialog for a new one.
pub fn new(page: Page, on_close: Callback<()>) -> AnyView {
    let app = page.app;
    let form = Form::new(app, on_close).minded();
    let id = LicenceId::new(rollcall_client::new_id());
    let (fields, kind) = (Fields::new(form, None, None), form.choice(&[], "plan".to_owned()));
    let command = move || {
        let (name, seats) = fields.read()?;
        let plan = kind.text.with(|kind| kind == "plan");
        let kind = if plan { LicenceKind::Plan } else { LicenceKind::AddOn };
        Some(Command::from(AddLicence(Licence { id, kind, name, seats })))
    };
    form.tries_once_there(command);
    let save = move |()| {
        let Some(command) = untrack(command) else { return };
        let undo = Authored::from(RemoveLicence { licence: id });
        form.issue(command, move || app.say_done(t!(saved), Some(undo), t!(undone)));
    };
    let kinds: Vec<Choice> = ["plan", "add_on"].map(|kind| Choice::new(kind, t!(licences_kind, kind))).into();
    browser::focus("licence-name");
    let inside = view! {
        {fields.drawn()}
        <SelectField id="licence-kind" label=say(&name::field(Field::Kind)) choices=kinds value=kind.text />
    };
    framed(form, t!(licences_new), save, inside.into_any())
}

/// The dialog for one that is there.
pub fn edit(page: Page, licence: LicenceId, on_close: Callback<()>) -> AnyView {
    let app = page.app;
    let known = app.ask_once(|replica, _| {
        let record = replica.view().licence(licence)?;
        Some(EditLicence { licence, name: record.name.clone(), seats: record.seats })
    });
    let Some(seen) = known.flatten() else { return ().into_any() };
    let form = Form::new(app, on_close).minded().filled_with(seen.clone());
    let fields = Fields::new(form, Some(seen.name.to_string()), seen.seats);
    let command = move || {
        let (name, seats) = fields.read()?;
        Some(EditLicence { licence, name, seats })
    };
    form.tries_once_there(move || command().map(Command::from));
    let save = move |()| {
        let Some(edit) = untrack(command) else { return };
        if edit == seen {
            form.end();
            return;
        }
        let undo = Authored { command: seen.clone().into(), seen: Some(edit.clone().into()) };
        form.issue(edit.into(), move || app.say_done(t!(saved), Some(undo), t!(undone)));
    };
    browser::focus("licence-seats");
    framed(form, t!(licences_edit), save, fields.drawn())
}

fn framed(form: Form, title: String, save: impl Fn(()) + Send + Sync + 'static, fields: AnyView) -> AnyView {
    let yes = Signal::derive(|| t!(save));
    let frame = form_frame(form, yes, Signal::default(), form.said_whole(), Callback::new(save), fields);
    view! { <Dialog title=title narrow=true on_close=move || form.close()>{frame}</Dialog> }.into_any()
}
