//! What a row shows of a number.

use super::Page;
use crate::{
    language::{say, t},
    list::{Cell, Line},
    text,
    ui::icon::Icon,
};
use leptos::prelude::*;
use rollcall_core::{
    Directory, Key, Timestamp,
    id::UserId,
    model::Number,
    query::{NumberRow, NumberStanding, number_row},
    value::PhoneNumber,
};
use rollcall_view::list::number_kind_name;
use rollcall_words::target;

/// The contents of a row; tracked.
pub fn line(page: Page, number: PhoneNumber) -> Option<Line> {
    let pending = page.pending.with(|pending| pending.contains(&Key::Number(number)));
    let (row, last, calls) = page.app.ask(|replica, now| {
        let row = number_row(replica.view(), number, now)?;
        let last = last_holder(replica.view(), &row.number);
        let calls = sent_to(replica.view(), &row.number);
        Some((row, last, calls))
    })??;
    let name = number.to_string();
    let (word, tone) = standing(row.standing);
    let NumberRow { number, holder, .. } = row;
    let holder = holder.unwrap_or_default();
    let label = number.label.as_ref().map(ToString::to_string).unwrap_or_default();
    let narrow = [&holder, &label, &calls].into_iter().find(|text| !text.is_empty()).cloned().unwrap_or_default();
    let title = page.app.ask_once(|_, now| rests(&number, now)).flatten();
    let cells = vec![
        Cell::thing(&name, narrow, Icon::Phone),
        Cell::Text(say(&number_kind_name(number.kind))),
        Cell::Text(label),
        Cell::Text(holder),
        Cell::Text(mobile(&number)),
        Cell::Text(calls),
        Cell::Text(last),
        Cell::State { word, tone, title, undelivered: false, pending },
    ];
    Some(Line { name, muted: false, cells })
}

/// Where it stands, in a word, and the tone of its badge.
pub fn standing(standing: NumberStanding) -> (String, &'static str) {
    match standing {
        NumberStanding::Free => (t!(numbers_state, state = "free"), "good"),
        NumberStanding::Assigned => (t!(numbers_state, state = "assigned"), "note"),
        NumberStanding::Quarantine => (t!(numbers_state, state = "quarantine"), "warn"),
        NumberStanding::Routed => (t!(numbers_state, state = "routed"), "accent"),
    }
}

/// Until when others can't have it.
pub fn rests(number: &Number, now: Timestamp) -> Option<String> {
    let until = number.quarantine_until.filter(|_| number.rests(now))?;
    Some(t!(numbers_rests, when = text::time::until_text(until, now)))
}

/// The mobile that rings with it, or is remembered.
pub fn mobile(number: &Number) -> String {
    match number.linked_mobile {
        Some(mobile) if number.link_off => t!(value_link_off, mobile = mobile.to_string()),
        mobile => mobile.map(|mobile| mobile.to_string()).unwrap_or_default(),
    }
}

/// Where its calls go when nobody holds it.
pub fn sent_to(names: &Directory, number: &Number) -> String {
    number.target.map(|to| say(&target(to, names))).unwrap_or_default()
}

/// Who held it before.
pub fn last_holder(names: &Directory, number: &Number) -> String {
    number.last_holder.filter(|_| number.holder.is_none()).map(|id| called(names, id)).unwrap_or_default()
}

/// What a user is called.
pub fn called(names: &Directory, id: UserId) -> String {
    names.user(id).map_or_else(|| t!(ask_gone), |user| user.display_name().into_owned())
}
