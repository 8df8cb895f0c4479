//! What a row shows of a contact.

use super::Page;
use crate::{
    language::t,
    list::{Cell, Line},
};
use leptos::prelude::*;
use rollcall_core::{Key, id::ContactId, value::PhoneNumber};

/// How a contact stands, in a word, and the tone of its badge.
pub fn standing() -> (String, &'static str) {
    (t!(contacts_shared), "note")
}

/// The numbers in one line: the first, and how many more there are.
fn called(numbers: &[PhoneNumber]) -> String {
    match numbers {
        [] => String::new(),
        [one] => one.to_string(),
        [first, more @ ..] => t!(contacts_numbers_more, first = first.to_string(), count = more.len()),
    }
}

/// The contents of a row; tracked.
pub fn line(page: Page, id: ContactId) -> Option<Line> {
    let pending = page.pending.with(|pending| pending.contains(&Key::Contact(id)));
    let contact = page.app.ask(|replica, _| replica.view().contact(id).cloned()).flatten()?;
    let said = |value: Option<String>| value.unwrap_or_default();
    let (name, company) = (contact.name.to_string(), said(contact.company.as_ref().map(ToString::to_string)));
    let email = said(contact.email.as_ref().map(ToString::to_string));
    let numbers = called(&contact.numbers);
    let narrow = if numbers.is_empty() { email.clone() } else { numbers.clone() };
    let (word, tone) = standing();
    let cells = vec![
        Cell::Who { name: name.clone(), sub: String::new(), narrow, kind: "", sign: None },
        Cell::Text(company),
        Cell::Number(numbers),
        Cell::Text(email),
        Cell::State { word, tone, title: None, undelivered: false, pending },
    ];
    Some(Line { name, muted: false, cells })
}
