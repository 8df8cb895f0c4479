//! Buttons. One that is disabled for a reason stays reachable, so that the reason can be read.

use super::icon::{Icon, icon};
use leptos::{ev::MouseEvent, prelude::*};

/// A button with a text. Kinds: `primary`, `danger`, `plain`, `small`, or nothing.
#[component]
pub fn Button(
    #[prop(into)] label: Signal<String>,
    #[prop(optional)] kind: &'static str,
    #[prop(optional, into)] sign: Option<Icon>,
    /// Submits the form that it is in.
    #[prop(optional)]
    submit: bool,
    #[prop(optional, into)] busy: Signal<bool>,
    #[prop(optional, into)] disabled: Signal<bool>,
    /// The id of the text that says why it is disabled.
    #[prop(optional)]
    described_by: &'static str,
    #[prop(optional, into)] on_click: Option<Callback<MouseEvent>>,
) -> impl IntoView {
    let click = move |event: MouseEvent| {
        if disabled.get_untracked() || busy.get_untracked() {
            event.prevent_default();
        } else if let Some(on_click) = on_click {
            on_click.run(event);
        }
    };
    view! {
        <button
            type=if submit { "submit" } else { "button" }
            class=format!("button {kind}")
            aria-busy=move || busy.get().then_some("true")
            aria-disabled=move || disabled.get().then_some("true")
            aria-describedby=(!described_by.is_empty()).then_some(described_by)
            on:click=click
        >
            {sign.map(icon)}
            {label}
        </button>
    }
}

/// A button with a picture; the label is read out and shown on hovering.
#[component]
pub fn IconButton(
    #[prop(into)] label: String,
    sign: Icon,
    #[prop(optional)] kind: &'static str,
    on_click: impl Fn(MouseEvent) + 'static,
) -> impl IntoView {
    view! {
        <button type="button" class=format!("button plain square {kind}") aria-label=label.clone() title=label on:click=on_click>
            {icon(sign)}
        </button>
    }
}
