//! The form for a contact: a new one, or one that is there.

use super::Page;
use crate::{
    browser,
    form::{Entry, Form, form_frame},
    language::{say, t},
    text,
    ui::{
        dialog::Dialog,
        field::{Field as Framed, TextField},
    },
};
use leptos::prelude::*;
use rollcall_core::{
    Command,
    command::{AddContact, Authored, DeleteContact, EditContact},
    id::ContactId,
    model::Contact,
    refusal::Field,
    value::{Country, Email, FullName, OrganisationName, PhoneNumber},
};
use rollcall_view::numbers::pasted;
use rollcall_words::name;

/// What is known of a contact.
#[derive(Clone, Copy)]
struct Fields {
    name: Entry,
    company: Entry,
    numbers: Entry,
    email: Entry,
    country: StoredValue<Option<Country>>,
}

impl Fields {
    fn new(page: Page, form: Form, known: Option<&Contact>) -> Self {
        let country = page.app.ask_once(|replica, _| replica.view().organisation().map(|of| of.country.clone()));
        let country = country.flatten();
        let numbers = known.map(|known| known.numbers.iter().map(ToString::to_string).collect::<Vec<_>>());
        let at_home = country.clone();
        let wrong = move |text: &str| {
            pasted(text, at_home.as_ref()).into_iter().find_map(|(number, read)| {
                read.err().map(|error| t!(contacts_number_wrong, number, why = text::value_error(error)))
            })
        };

        Self {
            name: form.line(&[Field::Name], known.map(|known| known.name.to_string()), FullName::parse, false),
            company: form.line(
                &[Field::Company],
                known.and_then(|known| known.company.as_ref()).map(ToString::to_string),
                OrganisationName::parse,
                true,
            ),
            numbers: form.typed(&[Field::Number], numbers.unwrap_or_default().join("\n"), wrong),
            email: form.line(
                &[Field::Email],
                known.and_then(|known| known.email.as_ref()).map(ToString::to_string),
                Email::parse,
                true,
            ),
            country: StoredValue::new(country),
        }
    }

    /// What is filled in, once it has a name; tracked. What is wrong is left out, and said at its field.
    fn read(self, id: ContactId) -> Option<Contact> {
        let mut numbers: Vec<PhoneNumber> = Vec::new();
        let typed = self.numbers.text.with(|text| self.country.with_value(|country| pasted(text, country.as_ref())));
        for number in typed.into_iter().filter_map(|(_, number)| number.ok()) {
            if !numbers.contains(&number) {
                numbers.push(number);
            }
        }
        Some(Contact {
            id,
            name: self.name.value(FullName::parse)?,
            company: self.company.value(OrganisationName::parse),
            numbers,
            email: self.email.value(Email::parse),
        })
    }

    fn drawn(self) -> AnyView {
        let label = |field| say(&name::field(field));
        let numbers = self.numbers;
        view! {
            <TextField
                id="contact-name"
                label=label(Field::Name)
                value=self.name.text
                error=self.name.error()
                on_leave=self.name.leave()
            />
            <TextField
                id="contact-company"
                label=label(Field::Company)
                optional=true
                value=self.company.text
                error=self.company.error()
                on_leave=self.company.leave()
            />
            <Framed
                id="contact-numbers"
                label=t!(contacts_numbers)
                optional=true
                hint=Signal::derive(|| t!(contacts_numbers_hint))
                error=numbers.error()
            >
                <textarea
                    id="contact-numbers"
                    class="input"
                    rows="3"
                    dir="ltr"
                    spellcheck="false"
                    aria-describedby="contact-numbers-note"
                    aria-invalid=move || numbers.error().with(Option::is_some).then_some("true")
                    prop:value=move || numbers.text.get()
                    on:input=move |event| numbers.text.set(event_target_value(&event))
                    on:blur=move |_| numbers.leave().run(())
                ></textarea>
            </Framed>
            <TextField
                id="contact-email"
                label=label(Field::Email)
                kind="email"
                optional=true
                value=self.email.text
                error=self.email.error()
                on_leave=self.email.leave()
            />
        }
        .into_any()
    }
}

/// The dialog for a new one.
pub fn add(page: Page, on_close: Callback<()>) -> AnyView {
    let app = page.app;
    let form = Form::new(app, on_close).minded();
    let id = ContactId::new(rollcall_client::new_id());
    let fields = Fields::new(page, form, None);
    let command = move || fields.read(id).map(|contact| Command::from(AddContact { contact }));
    form.tries_once_there(command);
    let save = move |()| {
        let Some(contact) = untrack(|| fields.read(id)) else { return };
        let (said, undo) = (t!(contacts_added, name = contact.name.to_string()), DeleteContact { contact: id });
        let command = AddContact { contact }.into();
        form.issue(command, move || app.say_done(said, Some(Authored::from(undo)), t!(undone)));
    };
    framed(form, t!(contacts_add), save, fields)
}

/// The dialog for one that is there.
pub fn edit(page: Page, id: ContactId, on_close: Callback<()>) -> AnyView {
    let app = page.app;
    let known = app.ask_once(|replica, _| replica.view().contact(id).cloned()).flatten();
    let Some(seen) = known.map(|contact| EditContact { contact }) else { return ().into_any() };
    let form = Form::new(app, on_close).minded().filled_with(seen.clone());
    let fields = Fields::new(page, form, Some(&seen.contact));
    form.tries_once_there(move || fields.read(id).map(|contact| Command::from(EditContact { contact })));
    let save = move |()| {
        let Some(contact) = untrack(|| fields.read(id)) else { return };
        if contact == seen.contact {
            form.end();
            return;
        }
        let edit = EditContact { contact };
        let undo = Authored { command: seen.clone().into(), seen: Some(edit.clone().into()) };
        form.issue(edit.into(), move || app.say_done(t!(saved), Some(undo), t!(undone)));
    };
    framed(form, t!(contacts_edit_title), save, fields)
}

fn framed(form: Form, title: String, save: impl Fn(()) + Send + Sync + 'static, fields: Fields) -> AnyView {
    browser::focus("contact-name");
    let yes = Signal::derive(|| t!(save));
    let frame = form_frame(form, yes, Signal::default(), form.said_whole(), Callback::new(save), fields.drawn());
    view! { <Dialog title=title narrow=true on_close=move || form.close()>{frame}</Dialog> }.into_any()
}
