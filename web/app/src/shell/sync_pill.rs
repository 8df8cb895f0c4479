//! How the sync stands.

use crate::{state::app, text};
use leptos::prelude::*;
use rollcall_client::Link as Connection;

/// How the sync stands, in a word; pressing it syncs now, or opens the sign-in.
#[component]
pub fn SyncPill() -> impl IntoView {
    let app = app();
    let pill = move || {
        let now = app.ask(|_, now| now)?;
        app.status().map(|status| text::status::pill(&status, now))
    };
    let press = move |_| {
        if app.status().is_some_and(|status| status.link == Connection::SignedOut) {
            app.sign_in_again.set(true);
        } else {
            app.sync_now();
        }
    };
    // Read out only when the word itself changes, not at every tick of the clock.
    let word = Memo::new(move |_| pill().map(|pill| (pill.tone, pill.word, pill.short)));
    view! {
        <button type="button" class="sync" title=move || pill().map(|pill| pill.sentence) on:click=press>
            <span role="status" aria-live="polite" class=move || format!("sync-word {}", word.get().map_or("", |w| w.0))>
                {move || {
                    word.get()
                        .map(|(_, word, short)| match short {
                            None => view! { <span>{word}</span> }.into_any(),
                            Some(short) => {
                                view! { <span class="long">{word}</span> <span class="short">{short}</span> }.into_any()
                            }
                        })
                }}
            </span>
        </button>
    }
}
