//! How the letters of a file are encoded, where that is a guess: the names as each reading has them, for a person to choose.

use super::work::{Chosen, Work};
use crate::{
    language::t,
    text,
    ui::icon::{Icon, icon},
};
use leptos::prelude::*;
use rollcall_core::transfer::{Candidate, Certainty, Encoding};

/// The choice; nothing where the file says it itself.
#[component]
pub fn Letters() -> impl IntoView {
    let work: Work = expect_context();
    let guessed = Memo::new(move |_| {
        let asked = work.sheet(|sheet| match sheet.table.letters() {
            Some((encoding, Certainty::Guessed(candidates))) => Some((encoding, candidates.clone())),
            _ => None,
        });
        asked.flatten()
    });
    view! { {move || guessed.get().map(|(encoding, candidates)| choice(work, encoding, candidates))} }
}

fn read_as(work: Work, encoding: Encoding) {
    work.read_as(Chosen { encoding: Some(encoding), sheet: None });
}

fn choice(work: Work, chosen: Encoding, candidates: Vec<Candidate>) -> impl IntoView {
    let others: Vec<Encoding> = Encoding::ALL
        .iter()
        .filter(|encoding| !candidates.iter().any(|candidate| candidate.encoding == **encoding))
        .copied()
        .collect();
    let listed = candidates.iter().any(|candidate| candidate.encoding == chosen);
    let lines = candidates
        .into_iter()
        .map(|Candidate { encoding, samples }| {
            view! {
                <label class="check">
                    <input
                        type="radio"
                        name="import-encoding"
                        prop:checked=encoding == chosen
                        on:change=move |_| read_as(work, encoding)
                    />
                    <span class="reading">
                        <strong dir="auto">{samples.join(" · ")}</strong>
                        <small>{text::import::encoding(encoding)}</small>
                    </span>
                </label>
            }
        })
        .collect_view();
    let options = others
        .into_iter()
        .map(|encoding| {
            view! { <option value=encoding.label() selected=encoding == chosen>{text::import::encoding(encoding)}</option> }
        })
        .collect_view();
    let choose = move |event| {
        if let Some(encoding) = Encoding::from_label(&event_target_value(&event)) {
            read_as(work, encoding);
        }
    };
    view! {
        <section class="banner warn" aria-labelledby="import-guess">
            {icon(Icon::Info)}
            <p id="import-guess">{t!(import_guess)}</p>
            <div class="readings" role="radiogroup" aria-labelledby="import-guess">{lines}</div>
            <select class="select" aria-label=t!(import_guess_other) on:change=choose>
                <option value="" selected=listed disabled=true>{t!(import_guess_other)}</option>
                {options}
            </select>
        </section>
    }
}
