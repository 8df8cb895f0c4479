//! Meters and progress: how much of something is used or done.

use crate::language::t;
use leptos::prelude::*;
use rollcall_core::query::LicenceUsage;

/// The seats of a plan or an add-on.
pub fn licence_meter(usage: &LicenceUsage) -> impl IntoView + use<> {
    let name = usage.name.to_string();
    let taken = usage.taken;
    let (tone, amount, said, part) = match usage.seats {
        Some(seats) => {
            let part = taken.saturating_mul(100) / seats.max(1);
            let tone = if taken >= seats {
                "full"
            } else if part >= 90 {
                "nearly"
            } else {
                ""
            };
            let said = t!(seats_of_licence, licence = &name, taken, seats);
            (tone, t!(seats_taken, taken, seats), said, part.min(100))
        }
        None => ("", t!(seats_taken_unlimited, taken), t!(seats_of_licence_unlimited, licence = &name, taken), 0),
    };
    view! {
        <li class=format!("meter {tone}") title=said.clone()>
            <span class="hidden-text">{said.clone()}</span>
            <span class="line" aria-hidden="true">
                <span class="clip" dir="auto">{name}</span>
                <span class="number soft">{amount}</span>
            </span>
            <span class="track" aria-hidden="true"><span style:--part=format!("{part}%")></span></span>
        </li>
    }
}

/// How far something is.
#[component]
pub fn ProgressBar(
    #[prop(into)] label: String,
    #[prop(into)] done: Signal<usize>,
    #[prop(into)] all: Signal<usize>,
) -> impl IntoView {
    let part = move || done.get().saturating_mul(100) / all.get().max(1);
    view! {
        <div
            class="meter"
            role="progressbar"
            aria-label=label.clone()
            aria-valuemin="0"
            aria-valuemax="100"
            aria-valuenow=move || part().to_string()
        >
            <span class="line">
                <span>{label.clone()}</span>
                <span class="number soft">
                    {move || t!(so_many_of, done = done.get(), all = all.get())}
                </span>
            </span>
            <span class="track"><span style:--part=move || format!("{}%", part())></span></span>
        </div>
    }
}
