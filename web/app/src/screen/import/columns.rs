//! What each column holds: guessed, with the first cells to judge by, and changeable by hand.

use super::{
    subject::Holds,
    work::{Work, delimiter},
};
use crate::{
    language::t,
    text,
    ui::{
        banner::Banner,
        icon::{Icon, icon},
    },
};
use leptos::prelude::*;
use rollcall_core::transfer::Source;

/// Cells shown of a column, and how many rows are looked at for them.
const SAMPLES: usize = 3;
const LOOKED_AT: usize = 1_000;

/// The columns.
#[component]
pub fn Columns() -> impl IntoView {
    let work: Work = expect_context();
    let about = move || {
        work.sheet(|sheet| {
            let (count, file) = (sheet.table.rows().len(), &sheet.name);
            match sheet.table.source() {
                Source::Text { encoding, delimiter: between, .. } => {
                    let encoding = text::import::encoding(*encoding);
                    t!(import_about, count, delimiter = delimiter(*between), encoding, file)
                }
                Source::Sheet { name } => t!(import_about_sheet, count, file, sheet = name),
            }
        })
    };
    let columns = move || {
        let list = work.sheet(|sheet| {
            let one = |index: usize| {
                let samples: Vec<String> = sheet
                    .table
                    .rows()
                    .iter()
                    .take(LOOKED_AT)
                    .map(|row| sheet.read.shown(&sheet.table, row, index).trim())
                    .filter(|cell| !cell.is_empty())
                    .take(SAMPLES)
                    .map(str::to_owned)
                    .collect();
                let name = text::import::column_name(&sheet.table, index);
                let choices = sheet.read.choices(index, &name);
                Some((index, name, sheet.read.holds(index)?, choices, samples.join(" · ")))
            };
            (0..sheet.read.columns()).filter_map(one).collect::<Vec<_>>()
        });
        list.unwrap_or_default()
            .into_iter()
            .map(|(index, name, holds, choices, samples)| one(work, index, name, holds, choices, samples))
            .collect_view()
    };
    view! {
        <p class="soft file-about clip">{about}</p>
        {move || {
            work.problems
                .get()
                .into_iter()
                .map(|said| view! { <Banner tone="bad" sign=Icon::Alert><p>{said}</p></Banner> })
                .collect_view()
        }}
        <details class="columns" open=true>
            <summary><h2>{t!(import_columns)}</h2></summary>
            <ul class="mapping">{columns}</ul>
        </details>
    }
}

fn one(
    work: Work,
    index: usize,
    name: String,
    holds: Holds,
    choices: Vec<(String, String)>,
    samples: String,
) -> impl IntoView {
    let Holds { code, label, secret, ignored, .. } = holds;
    if secret {
        return view! {
            <li class="ignored">
                <strong class="clip" dir="auto" title=name.clone()>{name.clone()}</strong>
                <span class="faint" title=t!(column_secret_note)>{icon(Icon::Shield)} " " {label}</span>
            </li>
        }
        .into_any();
    }
    let heading = name.clone();
    let choose = move |code: String| work.set_column(index, &heading, &code);
    let options = choices
        .into_iter()
        .map(|(choice, label)| {
            let selected = choice == code;
            view! { <option value=choice selected=selected>{label}</option> }
        })
        .collect_view();
    view! {
        <li class:ignored=ignored>
            <div class="clip">
                <strong class="clip" dir="auto" title=name.clone()>{name.clone()}</strong>
                <span class="clip faint" dir="auto" title=samples.clone()>{samples.clone()}</span>
            </div>
            <select class="select" aria-label=t!(import_column_holds, name) on:change=move |event| choose(event_target_value(&event))>
                {options}
            </select>
        </li>
    }
    .into_any()
}
