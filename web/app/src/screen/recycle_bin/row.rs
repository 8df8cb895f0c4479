//! What a row shows of a deleted user.

use super::Page;
use crate::{
    language::{say, t},
    list::{Cell, Line},
    text,
};
use leptos::prelude::*;
use rollcall_core::{
    Key,
    id::UserId,
    query::{Recycled, recycled},
};

/// Whether it can be restored, in a word, and the tone of its badge.
pub fn standing(row: &Recycled) -> (String, &'static str) {
    match row {
        Recycled { why_not, .. } if !why_not.is_empty() => (t!(bin_state, state = "not"), "bad"),
        Recycled { missing, .. } if !missing.is_empty() => (t!(bin_state, state = "partly"), "warn"),
        _ => (t!(bin_state, state = "whole"), "good"),
    }
}

/// The contents of a row; tracked.
pub fn line(page: Page, id: UserId) -> Option<Line> {
    let pending = page.pending.with(|pending| pending.contains(&Key::Removed(id)));
    let line = page.app.ask(|replica, now| {
        let names = replica.view();
        let row = recycled(names, &replica.context(now), id)?;
        let (word, tone) = standing(&row);
        let by = row.by.and_then(|by| names.user(by)).map(|by| by.display_name().into_owned());
        let until = say(&text::time::until_text(row.until, now));
        let cells = vec![
            Cell::Who { name: row.name.clone(), sub: String::new(), narrow: until.clone(), kind: "", sign: None },
            Cell::Text(text::time::ago(row.deleted, now)),
            Cell::Text(by.unwrap_or_default()),
            Cell::Text(until),
            Cell::State { word, tone, title: None, undelivered: false, pending },
        ];
        Some(Line { name: row.name, muted: false, cells })
    });
    line.flatten()
}
