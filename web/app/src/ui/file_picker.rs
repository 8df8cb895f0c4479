//! Picks a file: by a dialog of the system, by keyboard, or by dropping it.

use super::icon::{Icon, icon};
use leptos::prelude::*;
use web_sys::File;

/// A place to pick or drop one file.
#[component]
pub fn FilePicker(
    /// What can be picked, such as `.csv,text/csv`.
    accept: &'static str,
    #[prop(into)] title: String,
    #[prop(into)] note: String,
    on_pick: impl Fn(File) + Clone + 'static,
) -> impl IntoView {
    let over = RwSignal::new(false);
    let picked = on_pick.clone();
    view! {
        <label
            class="file-picker"
            class:over=move || over.get()
            on:dragover=move |event| {
                event.prevent_default();
                over.set(true);
            }
            on:dragleave=move |_| over.set(false)
            on:drop=move |event| {
                event.prevent_default();
                over.set(false);
                if let Some(file) = event.data_transfer().and_then(|data| data.files()).and_then(|files| files.get(0)) {
                    on_pick(file);
                }
            }
        >
            <input
                type="file"
                class="hidden-text"
                accept=accept
                on:change=move |event| {
                    let input: web_sys::HtmlInputElement = event_target(&event);
                    if let Some(file) = input.files().and_then(|files| files.get(0)) {
                        picked(file);
                    }
                    // So that the same file can be picked again once it is fixed.
                    input.set_value("");
                }
            />
            {icon(Icon::Upload)}
            <strong>{title}</strong>
            <span class="soft">{note}</span>
        </label>
    }
}
