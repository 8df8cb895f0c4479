//! Which sheet of a workbook is read, where it has several.

use super::work::{Chosen, Work};
use crate::{
    language::t,
    ui::select::{Choice, SelectField},
};
use leptos::prelude::*;

/// The choice; nothing where there is none.
#[component]
pub fn Sheets() -> impl IntoView {
    let work: Work = expect_context();
    let sheets = Memo::new(move |_| work.sheet(|sheet| sheet.sheets.clone()).unwrap_or_default());
    view! { {move || Some(sheets.get()).filter(|(names, _)| names.len() > 1).map(|(names, place)| choice(work, names, place))} }
}

fn choice(work: Work, names: Vec<String>, place: usize) -> impl IntoView {
    let choices: Vec<Choice> = names.into_iter().enumerate().map(|(place, name)| Choice::new(place, name)).collect();
    let chosen = RwSignal::new(place.to_string());
    Effect::new(move |before: Option<String>| {
        let text = chosen.get();
        if before.is_some_and(|before| before != text) {
            work.read_as(Chosen { sheet: text.parse().ok(), encoding: None });
        }
        text
    });
    view! { <div class="which-sheet"><SelectField id="import-sheet" label=t!(import_sheet) choices=choices value=chosen /></div> }
}
