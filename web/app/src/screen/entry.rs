//! The frame of the pages before an organisation is open: a card in the middle, with the name of the product.

use leptos::prelude::*;
use rollcall_core::value::OrganisationName;
use rollcall_words::{Arg, text};

/// The name of an organisation for a message, or "your organisation" where it isn't known.
pub fn organisation_name(name: Option<&OrganisationName>) -> Arg {
    name.map_or_else(|| text!(your_organisation).into(), |name| name.to_string().into())
}

/// A card in the middle of the window.
#[component]
pub fn Entry(
    #[prop(into)] title: Signal<String>,
    #[prop(optional, into)] sub: Signal<String>,
    children: Children,
) -> impl IntoView {
    view! {
        <main class="entry">
            <div class="entry-card">
                <p class="brand">
                    <img src="/icon.svg" alt="" width="28" height="28" />
                    "Rollcall"
                </p>
                <h1><bdi>{title}</bdi></h1>
                {move || {
                    let sub = sub.get();
                    (!sub.is_empty()).then(|| view! { <p class="soft"><bdi>{sub}</bdi></p> })
                }}
                {children()}
            </div>
        </main>
    }
}
