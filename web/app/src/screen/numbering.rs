//! What forms offer of extensions and numbers: those that are free, and what rings there (S0.3, S1.5–S1.7).

use crate::{
    form::{Entry, Form},
    language::{say, t},
    state::App,
    text,
    ui::{
        field::TextField,
        select::{Choice, SelectField},
    },
};
use leptos::prelude::*;
use rollcall_core::{
    Refusal,
    id::UserId,
    model::{Line, PhoneType},
    query::extensions_free,
    refusal::Field,
    value::{Extension, PhoneNumber},
};
use rollcall_view::list::{PHONES, number_kind_name, phone_type_key, phone_type_name};
use rollcall_words::name;

/// So many free extensions are offered.
const FREE: usize = 100;

/// The fields for an extension and what rings there. A handle: copies are the same.
#[derive(Clone, Copy)]
pub struct LineFields {
    app: App,
    extension: Entry,
    phone: Entry,
    optional: bool,
}

impl LineFields {
    /// Fields that begin with this; `optional`: they may stay empty.
    pub fn new(app: App, form: Form, first: Option<Line>, optional: bool) -> Self {
        let phone = first.as_ref().map(|line| line.phone).unwrap_or_default();
        let extension = first.map(|line| line.extension.to_string());
        Self {
            app,
            extension: form.line(&[Field::Extension], extension, Extension::parse, optional),
            phone: form.choice(&[Field::PhoneType], phone_type_key(phone).to_owned()),
            optional,
        }
    }

    /// What is filled in, once it is an extension; tracked.
    pub fn line(self) -> Option<Line> {
        let phone = self.phone.text.with(|chosen| PHONES.into_iter().find(|phone| phone_type_key(*phone) == chosen));
        Some(Line { extension: self.extension.value(Extension::parse)?, phone: phone.unwrap_or(PhoneType::Softphone) })
    }

    /// Draws both side by side.
    pub fn draw(self) -> AnyView {
        let phones: Vec<Choice> =
            PHONES.map(|phone| Choice::new(phone_type_key(phone), say(&phone_type_name(phone)))).into();
        view! {
            <div class="pair">
                {self.draw_extension()}
                <SelectField
                    id="extension-phone"
                    label=say(&name::field(Field::PhoneType))
                    choices=phones
                    value=self.phone.text
                    error=self.phone.error()
                />
            </div>
        }
        .into_any()
    }

    /// Draws the extension alone: what is no person has no phone.
    pub fn draw_extension(self) -> AnyView {
        let free = self.app.ask_once(|replica, _| extensions_free(replica.view(), FREE)).unwrap_or_default();
        let hint = free.first().map(ToString::to_string).unwrap_or_default();
        let extension = self.extension;
        view! {
            <TextField
                id="extension"
                label=say(&name::field(Field::Extension))
                numeric=true
                optional=self.optional
                placeholder=hint
                list="free-extensions"
                value=extension.text
                error=extension.error()
                on_leave=extension.leave()
            />
            <datalist id="free-extensions">
                {free.into_iter().map(|extension| view! { <option value=extension.to_string()></option> }).collect_view()}
            </datalist>
        }
        .into_any()
    }
}

/// The field for a number of the inventory. A handle: copies are the same.
#[derive(Clone, Copy)]
pub struct NumberField {
    app: App,
    user: UserId,
    number: Entry,
}

impl NumberField {
    /// One for a user whom the form's command makes with its number.
    pub fn new(app: App, form: Form, user: UserId, first: Option<PhoneNumber>) -> Self {
        let first = first.map(|number| number.to_string()).unwrap_or_default();
        Self { app, user, number: form.choice(&[Field::Number], first) }
    }

    /// One for a user who is given the number once it is made: whether it is still free is looked up here meanwhile.
    pub fn given_after(app: App, form: Form, user: UserId) -> Self {
        let taken = move |text: &str| {
            let number = PhoneNumber::parse(text).ok()?;
            let free = app.ask(|replica, now| replica.view().number(number).is_some_and(|it| it.free_for(user, now)));
            let said = || app.ask_once(|replica, _| text::in_place(&[Refusal::NumberTaken], Some(replica.view())));
            if free == Some(false) { said() } else { None }
        };
        Self { app, user, number: form.typed(&[Field::Number], String::new(), taken) }
    }

    /// What is chosen; tracked.
    pub fn value(self) -> Option<PhoneNumber> {
        self.number.value(PhoneNumber::parse)
    }

    /// Draws it.
    pub fn draw(self) -> AnyView {
        let (number, choices) = (self.number, free_numbers(self.app, self.user, t!(number_none)));
        // Of a number that was chosen and is taken by now, the reason is said.
        let lost =
            number.text.with_untracked(|text| choices.iter().all(|choice| choice.value != *text).then(|| text.clone()));
        // Where none is free there is nothing to choose.
        if choices.len() == 1 && lost.is_none() {
            return ().into_any();
        }
        let choices: Vec<Choice> =
            choices.into_iter().chain(lost.map(|text| Choice::new(&text, text.clone()))).collect();
        view! {
            <SelectField
                id="free-number"
                label=say(&name::field(Field::Number))
                choices=choices
                optional=true
                value=number.text
                error=number.error()
            />
        }
        .into_any()
    }
}

/// The numbers that can be given to this user at the moment, with what they are for; `none` stands for none of them.
pub fn free_numbers(app: App, user: UserId, none: String) -> Vec<Choice> {
    let free = app.ask_once(|replica, now| {
        let numbers = replica.view().numbers().filter(|number| number.free_for(user, now));
        let choice = |number: &rollcall_core::model::Number| {
            let (kind, said) = (say(&number_kind_name(number.kind)), number.number.to_string());
            let label = match &number.label {
                Some(label) => t!(user_number_labelled, number = said, kind, label = label.to_string()),
                None => t!(user_number_of_kind, number = said, kind),
            };
            Choice::new(number.number, label)
        };
        numbers.map(choice).collect::<Vec<_>>()
    });
    let mut choices = vec![Choice::new("", none)];
    choices.extend(free.unwrap_or_default());
    choices
}
