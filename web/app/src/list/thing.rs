//! What the panels of things that are no people share: their heads, and what is known of them.

use super::row::sign_box;
use crate::ui::{badge::pending_mark, icon::Icon};
use leptos::prelude::*;

/// The head of a panel: what it is, a line about it, how it stands (a word and its tone), and what more there is to say of that.
pub fn thing_head(
    sign: Icon,
    name: String,
    about: String,
    (word, tone): (String, &'static str),
    pending: bool,
    note: Option<String>,
) -> AnyView {
    view! {
        <div class="detail-head">
            {sign_box(sign, "large")}
            <div class="detail-name">
                <h2 class="number"><bdi>{name}</bdi></h2>
                {(!about.is_empty()).then(|| view! { <p class="soft" dir="auto">{about}</p> })}
                <div class="row-of">
                    <span class=format!("badge {tone}")>{word}</span>
                    {pending.then(pending_mark)}
                </div>
                {note.map(|note| view! { <p class="soft">{note}</p> })}
            </div>
        </div>
    }
    .into_any()
}

/// Facts, each with its name; what is not there is left out.
pub fn facts(facts: impl IntoIterator<Item = (String, Option<AnyView>)>) -> AnyView {
    let facts: Vec<_> = facts
        .into_iter()
        .filter_map(|(name, value)| Some(view! { <div><dt>{name}</dt><dd dir="auto">{value?}</dd></div> }))
        .collect();
    view! { <dl class="facts">{facts}</dl> }.into_any()
}
