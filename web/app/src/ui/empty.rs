//! What a page shows when there is nothing to show: why, and what to do.

use super::icon::{Icon, icon};
use leptos::prelude::*;

/// An empty state; the children are what can be done.
#[component]
pub fn EmptyState(
    sign: Icon,
    #[prop(into)] title: String,
    #[prop(into)] sentence: String,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty">
            {icon(sign)}
            <h2>{title}</h2>
            <p>{sentence}</p>
            {children.map(|children| view! { <div class="row-of">{children()}</div> })}
        </div>
    }
}
