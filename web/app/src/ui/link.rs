//! A link inside the page: followed without loading, unless a new tab is asked for.

use crate::{
    router::{Route, is_plain_click},
    state::app,
};
use leptos::prelude::*;

/// A link to a place of the page.
#[component]
pub fn Link(
    to: Route,
    #[prop(optional)] class: &'static str,
    /// How the list there is to be shown: what follows the path.
    #[prop(optional, into)]
    asking: String,
    children: Children,
) -> impl IntoView {
    let router = app().router;
    let screen = to.screen();
    let current = move || router.is(|route| screen.is_some() && route.screen() == screen).then_some("page");
    view! {
        <a
            href=if asking.is_empty() { to.path() } else { format!("{}?{asking}", to.path()) }
            class=class
            aria-current=current
            on:click=move |event| {
                if is_plain_click(&event) {
                    event.prevent_default();
                    if asking.is_empty() {
                        router.go(to.clone());
                    } else {
                        router.go_asking(to.clone(), asking.clone());
                    }
                }
            }
        >
            {children()}
        </a>
    }
}
