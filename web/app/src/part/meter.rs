//! Meters and progress: how much of something is used or done.

use leptos::prelude::*;
use rollcall_core::query::LicenceUsage;

/// The seats of a plan or an add-on.
pub fn licence_meter(usage: &LicenceUsage) -> impl IntoView + use<> {
    let name = usage.name.to_string();
    let taken = usage.taken;
    let (tone, amount, part) = match usage.seats {
        Some(seats) => {
            let part = taken.saturating_mul(100) / seats.max(1);
            let tone = if taken >= seats {
                "full"
            } else if part >= 90 {
                "nearly"
            } else {
                ""
            };
            let of = |count: u32| crate::language::number(count as usize);
            (tone, format!("{} / {}", of(taken), of(seats)), part.min(100))
        }
        None => ("", format!("{} used", crate::language::number(taken as usize)), 0),
    };
    let said = format!("{name}: {amount}");
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
                    {move || format!("{} of {}", crate::language::number(done.get()), crate::language::number(all.get()))}
                </span>
            </span>
            <span class="track"><span style:--part=move || format!("{}%", part())></span></span>
        </div>
    }
}
