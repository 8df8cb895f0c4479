//! Draws an icon.

use leptos::prelude::*;
pub use rollcall_view::Icon;

/// An icon; the text beside it says what it means.
pub fn icon(icon: Icon) -> impl IntoView {
    view! {
        <svg class=if icon.points() { "icon pointing" } else { "icon" } viewBox="0 0 24 24" aria-hidden="true">
            <path d=icon.path() />
        </svg>
    }
}
