//! What a row shows of an extension.

use super::Page;
use crate::{
    language::{say, t},
    list::{Cell, Line},
    ui::icon::Icon,
};
use leptos::prelude::*;
use rollcall_core::{
    Key,
    query::{ExtensionRow, extension_row},
    value::Extension,
};
use rollcall_view::list::phone_type_name;

/// The contents of a row; tracked.
pub fn line(page: Page, extension: &Extension) -> Option<Line> {
    let row = page.app.ask(|replica, _| extension_row(replica.view(), extension)).flatten()?;
    let (word, tone) = standing(&row);
    let title = row.outside.then(|| t!(extensions_outside_means));
    let ExtensionRow { holder, phone, .. } = row;
    let waits = |user| page.pending.with(|pending| pending.contains(&Key::User(user)));
    let pending = holder.as_ref().is_some_and(|(user, _)| waits(*user));
    let name = extension.to_string();
    let holder = holder.map(|(_, name)| name).unwrap_or_default();
    let cells = vec![
        Cell::thing(&name, holder.clone(), Icon::Hash),
        Cell::Text(holder),
        Cell::Text(phone.map(|phone| say(&phone_type_name(phone))).unwrap_or_default()),
        Cell::State { word, tone, title, undelivered: false, pending },
    ];
    Some(Line { name, muted: false, cells })
}

/// How it stands, in a word, and the tone of its badge.
pub fn standing(row: &ExtensionRow) -> (String, &'static str) {
    match row {
        ExtensionRow { outside: true, .. } => (t!(extensions_outside), "warn"),
        ExtensionRow { holder: Some(_), .. } => (t!(numbers_state, state = "assigned"), "note"),
        ExtensionRow { holder: None, .. } => (t!(numbers_state, state = "free"), "good"),
    }
}
