//! A screen for those who have any use for it; others who came to its address are told that they may not see it.

use crate::{
    language::t,
    state::app,
    ui::{empty::EmptyState, icon::Icon},
};
use leptos::prelude::*;
use rollcall_view::{Reader, Screen};

/// Draws it for whoever sees it.
pub fn if_seen(screen: Screen, drawn: fn() -> AnyView) -> AnyView {
    let app = app();
    let barred = Memo::new(move |_| {
        let seen = app.ask(|replica, now| {
            let reader = Reader { directory: replica.view(), context: &replica.context(now), mails_kept: false };
            screen.is_seen_by(&reader)
        });
        app.is_ready() && seen == Some(false)
    });
    let shown = move || {
        if barred.get() {
            view! { <EmptyState sign=Icon::Shield title=t!(no_access_title) sentence=t!(no_access_sentence) /> }
                .into_any()
        } else {
            drawn()
        }
    };
    shown.into_any()
}
