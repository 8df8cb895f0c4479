//! Badges: where a user stands, the marks of work that the server has not confirmed and of mails that were not delivered.

use super::icon::{Icon, icon};
use crate::language::t;
use leptos::prelude::*;
use rollcall_core::query::UserStanding;
use rollcall_view::text;

/// Where a user stands.
pub fn standing_badge(standing: UserStanding) -> impl IntoView {
    let (word, tone) = text::standing(standing);
    view! { <span class=format!("badge {tone}")>{word}</span> }
}

/// Marks what waits for the server's word.
pub fn pending_mark() -> impl IntoView {
    view! { <span class="pending-mark" title=t!(pending_title)>{icon(Icon::Clock)} {t!(pending)}</span> }
}

/// Marks a user to whom a mail could not be delivered.
pub fn undelivered_mark() -> impl IntoView {
    view! { <span class="pending-mark undelivered" title=t!(undelivered_title)>{icon(Icon::Mail)} {t!(undelivered)}</span> }
}
