//! What a person signs in with: addresses, mobile numbers, log-in names (S2.4). Another one waits for the server's word.

use super::{
    One,
    parts::{part, standing},
};
use crate::{
    form::{Entry, Form, part_frame},
    language::{say, t},
    text,
    ui::{button::Button, field::TextField, icon::Icon},
};
use leptos::prelude::*;
use rollcall_core::{
    command::{SetIdentifiers, Verb},
    model::{Identifier, IdentifierKind},
    refusal::Field,
    value::{Country, Email, Login, PhoneNumber, ValueError},
};
use std::sync::Arc;

const KINDS: [IdentifierKind; 3] = [IdentifierKind::Email, IdentifierKind::Mobile, IdentifierKind::Login];

/// A line of the form.
#[derive(Clone, Copy)]
struct Row {
    kind: IdentifierKind,
    entry: Entry,
}

/// The part.
pub fn identifiers(one: One) -> AnyView {
    let (app, id) = (one.app, one.id);
    let country = Arc::new(one.country());
    let form = standing(
        "sign-in-title",
        one.part(|detail| detail.identifiers.clone()),
        move |before: Vec<Identifier>, ended| {
            let seen = SetIdentifiers { user: id, identifiers: before.clone() };
            let form = Form::new(app, ended).minded().filled_with(seen.clone());
            let entry = {
                let country = country.clone();
                move |kind: IdentifierKind, first: String| {
                    let country = country.clone();
                    let wrong = move |text: &str| {
                        let empty = text.trim().is_empty();
                        if empty {
                            None
                        } else {
                            read(kind, text, country.as_ref().as_ref()).err().map(text::value_error)
                        }
                    };
                    Row { kind, entry: form.typed(about(kind), first, wrong) }
                }
            };
            let mut first: Vec<Row> = before.iter().map(|known| entry(known.kind(), written(known))).collect();
            if !first.iter().any(|row| row.kind == IdentifierKind::Email) {
                first.insert(0, entry(IdentifierKind::Email, String::new()));
            }
            let rows = RwSignal::new(first);
            let edit = {
                let country = country.clone();
                move || {
                    let read =
                        |row: &Row| row.entry.text.with(|text| read(row.kind, text, country.as_ref().as_ref()).ok());
                    SetIdentifiers { user: id, identifiers: rows.with(|rows| rows.iter().filter_map(read).collect()) }
                }
            };
            let trial = edit.clone();
            form.tries(move || trial().into());
            let save = move |()| {
                let edit = untrack(&edit);
                if edit.identifiers == before {
                    form.end();
                    return;
                }
                form.issue(edit.into(), move || app.toasts.say(t!(user_sign_in_saved)));
            };
            let lines = move || {
                let line = |(at, Row { kind, entry }): (usize, Row)| {
                    view! {
                        <TextField
                            id=format!("sign-in-{at}")
                            label=say(&rollcall_words::name::field(kind.field()))
                            kind=if kind == IdentifierKind::Email { "email" } else { "text" }
                            value=entry.text
                            error=entry.error()
                            on_leave=entry.leave()
                        />
                    }
                };
                rows.get().into_iter().enumerate().map(line).collect_view()
            };
            let owner = Owner::current().unwrap_or_default();
            let add = KINDS.map(|kind| {
                let (entry, owner) = (entry.clone(), owner.clone());
                let add = move |_| {
                    let row = owner.with(|| entry(kind, String::new()));
                    rows.update(|rows| rows.push(row));
                };
                let label = match kind {
                    IdentifierKind::Email => t!(user_add_email),
                    IdentifierKind::Mobile => t!(user_add_mobile),
                    IdentifierKind::Login => t!(user_add_login),
                };
                view! { <Button label=label kind="small" sign=Icon::Plus on_click=Callback::new(add) /> }
            });
            let fields = view! {
                {lines}
                <div class="row-of">{add.into_iter().collect_view()}</div>
            };
            (form, part_frame(form, Callback::new(save), fields.into_any()))
        },
    );
    let waits = move || one.waits(&[Verb::SetIdentifiers]);
    part("sign-in-title", t!(user_sign_in), t!(user_sign_in_note), waits, form)
}

const fn about(kind: IdentifierKind) -> &'static [Field] {
    match kind {
        IdentifierKind::Email => &[Field::Email],
        IdentifierKind::Mobile => &[Field::Mobile],
        IdentifierKind::Login => &[Field::Login],
    }
}

fn read(kind: IdentifierKind, text: &str, country: Option<&Country>) -> Result<Identifier, ValueError> {
    match kind {
        IdentifierKind::Email => Email::parse(text).map(Identifier::Email),
        IdentifierKind::Mobile => PhoneNumber::typed(text, country).map(Identifier::Mobile),
        IdentifierKind::Login => Login::parse(text).map(Identifier::Login),
    }
}

fn written(identifier: &Identifier) -> String {
    match identifier {
        Identifier::Email(email) => email.to_string(),
        Identifier::Mobile(mobile) => mobile.to_string(),
        Identifier::Login(login) => login.to_string(),
    }
}
