//! A check box with its label, and a small text below it.

use leptos::prelude::*;

/// A check box.
#[component]
pub fn Checkbox(
    #[prop(into)] label: String,
    #[prop(optional, into)] note: String,
    #[prop(optional)] disabled: bool,
    #[prop(into)] checked: Signal<bool>,
    on_change: impl Fn(bool) + 'static,
) -> impl IntoView {
    view! {
        <label class="check" aria-disabled=disabled.then_some("true")>
            <input
                type="checkbox"
                disabled=disabled
                prop:checked=move || checked.get()
                on:change=move |event| on_change(event_target_checked(&event))
            />
            <span>
                <span dir="auto">{label}</span>
                {(!note.is_empty()).then(|| view! { <small>{note}</small> })}
            </span>
        </label>
    }
}
