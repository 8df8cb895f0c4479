//! A line of short facts about one thing.

use leptos::prelude::*;

/// Facts one after the other, each kept from pulling the others along in its own direction.
pub fn facts(facts: impl IntoIterator<Item = String>) -> impl IntoView {
    let fact = |(index, fact)| view! { {(index > 0).then_some(" · ")} <bdi>{fact}</bdi> };
    facts.into_iter().enumerate().map(fact).collect_view()
}
