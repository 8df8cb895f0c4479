//! The inbox: work that the server refused, with the reason and what can be done; work that still waits; and what has
//! just been done, so that every command's standing is told somewhere.

mod carry;
mod done;
mod kept;
mod refused;
mod waiting;

use crate::{
    language::t,
    router::Route,
    state::app,
    ui::{empty::EmptyState, icon::Icon, link::Link},
};
use carry::Carry;
pub use carry::save_offer;
use done::Done;
use leptos::prelude::*;
use refused::Refused;
use waiting::Waiting;

/// What a command does, as a link to what it is about, if that is there.
fn titled(title: String, to: Option<Route>) -> AnyView {
    match to {
        Some(to) => view! { <Link to=to>{title}</Link> }.into_any(),
        None => title.into_any(),
    }
}

/// The page.
#[component]
pub fn Inbox() -> impl IntoView {
    let app = app();
    let refused = refused::items(app);
    let waiting = waiting::items(app);
    let done = done::items(app);
    let nothing = move || refused.with(Vec::is_empty) && waiting.with(|waiting| waiting.all == 0);
    view! {
        <div class="page narrow">
            <header class="page-head">
                <div class="page-title">
                    <h1>{t!(inbox)}</h1>
                    <p class="soft">{t!(inbox_sub)}</p>
                </div>
            </header>
            <Show when=nothing>
                <EmptyState
                    sign=Icon::Check
                    title=t!(inbox_empty_title)
                    sentence=t!(inbox_empty)
                />
            </Show>
            <Show when=move || !refused.with(Vec::is_empty)>
                <Refused items=refused />
            </Show>
            <Show when=move || waiting.with(|waiting| waiting.all > 0)>
                <Waiting items=waiting />
            </Show>
            <Show when=move || !done.with(Vec::is_empty)>
                <Done items=done />
            </Show>
            <Carry />
        </div>
    }
}
