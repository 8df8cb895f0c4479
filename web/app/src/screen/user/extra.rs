//! Extra information about a user: names and values of the organisation's own (S2.6).

use super::{
    One,
    parts::{fact, nothing, part, standing},
};
use crate::{
    form::{Entry, Form, part_frame},
    language::{say, t},
    text,
    ui::{
        button::{Button, IconButton},
        field::TextField,
        icon::Icon,
    },
};
use leptos::prelude::*;
use rollcall_core::{
    command::{Authored, EditExtra, Verb},
    refusal::Field,
    value::{ExtraKey, ExtraValue},
};
use std::collections::BTreeMap;

/// The part; to edit, or to read.
pub fn extra(one: One, edits: bool) -> AnyView {
    let title = say(&rollcall_words::name::field(Field::Extra));
    let waits = move || one.waits(&[Verb::EditExtra]);
    let stands = one.part(|detail| detail.extra.clone());
    if !edits {
        let facts = move || {
            let extra = stands.get().unwrap_or_default();
            extra.into_iter().map(|(key, value)| fact(key.to_string(), value.to_string())).collect_view()
        };
        return part("extra-title", title, String::new(), waits, view! { <dl class="facts">{facts}</dl> }.into_any());
    }
    let (app, id) = (one.app, one.id);
    let form = standing("extra-title", stands, move |before: Vec<(ExtraKey, ExtraValue)>, ended| {
        let before: BTreeMap<ExtraKey, ExtraValue> = before.into_iter().collect();
        let seen = EditExtra { user: id, extra: before.clone() };
        let form = Form::new(app, ended).minded().filled_with(seen.clone());
        let row = move |key: String, value: String| -> (Entry, Entry) {
            let empty = |text: &str| text.trim().is_empty();
            let wrong = move |text: &str| ExtraKey::parse(text).err().filter(|_| !empty(text)).map(text::value_error);
            let key = form.typed(&[Field::Extra], key, wrong);
            let wrong = move |text: &str| ExtraValue::parse(text).err().filter(|_| !empty(text)).map(text::value_error);
            (key, form.typed(&[Field::Extra], value, wrong))
        };
        let first: Vec<_> = before.iter().map(|(key, value)| row(key.to_string(), value.to_string())).collect();
        let rows = RwSignal::new(first);
        let edit = move || {
            let read =
                |(key, value): &(Entry, Entry)| Some((key.value(ExtraKey::parse)?, value.value(ExtraValue::parse)?));
            EditExtra { user: id, extra: rows.with(|rows| rows.iter().filter_map(read).collect()) }
        };
        form.tries(move || edit().into());
        let save = move |()| {
            let edit = untrack(edit);
            if edit.extra == before {
                form.end();
                return;
            }
            let undo = Authored { command: seen.clone().into(), seen: Some(edit.clone().into()) };
            form.issue(edit.into(), move || app.say_done(t!(user_extra_saved), Some(undo), t!(user_extra_restored)));
        };
        let lines = move || {
            let line = |(at, (key, value)): (usize, (Entry, Entry))| {
                let remove = move |_| {
                    key.text.set(String::new());
                    value.text.set(String::new());
                };
                let gone = move || key.text.with(String::is_empty) && value.text.with(String::is_empty);
                view! {
                    <div class="extra" class:emptied=gone>
                        <TextField id=format!("extra-key-{at}") label=t!(user_extra_name) value=key.text error=key.error() on_leave=key.leave() />
                        <TextField id=format!("extra-value-{at}") label=t!(user_extra_value) value=value.text error=value.error() on_leave=value.leave() />
                        <IconButton label=t!(user_extra_remove) sign=Icon::Trash on_click=remove />
                    </div>
                }
            };
            rows.get().into_iter().enumerate().map(line).collect_view()
        };
        let none = move || rows.with(Vec::is_empty).then(|| nothing(t!(user_extra_none)));
        let owner = Owner::current().unwrap_or_default();
        let add = move |_| {
            let row = owner.with(|| row(String::new(), String::new()));
            rows.update(|rows| rows.push(row));
        };
        let fields = view! {
            {none}
            {lines}
            <div class="row-of">
                <Button label=t!(user_extra_add) kind="small" sign=Icon::Plus on_click=Callback::new(add) />
            </div>
        };
        (form, part_frame(form, Callback::new(save), fields.into_any()))
    });
    part("extra-title", title, t!(user_extra_note), waits, form)
}
