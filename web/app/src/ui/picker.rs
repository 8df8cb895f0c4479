//! A field that finds one out of many as its name is typed: a combobox, with what was found in a list below it.

use super::{
    field::Field,
    icon::{Icon, icon},
};
use leptos::{ev, prelude::*};

/// One thing that can be picked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pick {
    pub value: String,
    pub name: String,
    /// What distinguishes it from others of the same name.
    pub sub: String,
    pub sign: Icon,
}

/// The field. `value` is what was picked: nothing while something else is typed; `first` is the name of what it begins with, and
/// `find` finds by words.
#[component]
pub fn Picker(
    id: &'static str,
    #[prop(into)] label: String,
    value: RwSignal<String>,
    #[prop(optional, into)] first: String,
    /// What is typed, for who minds that nothing was picked for it.
    #[prop(optional)]
    typed: Option<RwSignal<String>>,
    find: Callback<String, Vec<Pick>>,
    #[prop(optional)] optional: bool,
    #[prop(optional, into)] hint: Signal<String>,
    #[prop(optional, into)] error: Signal<Option<String>>,
) -> impl IntoView {
    let text = typed.unwrap_or_else(|| RwSignal::new(String::new()));
    text.set(first);
    let (at, open) = (RwSignal::new(0_usize), RwSignal::new(false));
    let found = Memo::new(move |_| if open.get() { find.run(text.get()) } else { Vec::new() });
    let pick = move |pick: Pick| {
        text.set(pick.name);
        value.set(pick.value);
        open.set(false);
    };
    let keys = move |event: ev::KeyboardEvent| {
        let (here, last) = (at.get_untracked(), found.with_untracked(Vec::len).saturating_sub(1));
        match event.key().as_str() {
            "ArrowDown" if !open.get_untracked() => open.set(true),
            "ArrowDown" => at.set(if here >= last { 0 } else { here + 1 }),
            "ArrowUp" => at.set(here.checked_sub(1).unwrap_or(last)),
            "Enter" if open.get_untracked() && !event.ctrl_key() && !event.meta_key() => {
                if let Some(chosen) = found.with_untracked(|found| found.get(here).cloned()) {
                    pick(chosen);
                }
            }
            // Only the list is closed, not what it stands in.
            "Escape" if open.get_untracked() => open.set(false),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let option = move |(place, one): (usize, Pick)| {
        let chosen = one.clone();
        view! {
            <div
                id=format!("{id}-{place}")
                role="option"
                aria-selected=move || if at.get() == place { "true" } else { "false" }
                // The field keeps the focus.
                on:pointerdown=|event| event.prevent_default()
                on:click=move |_| pick(chosen.clone())
            >
                {icon(one.sign)}
                <span class="clip" dir="auto">{one.name}</span>
                <span class="clip faint" dir="auto">{one.sub}</span>
            </div>
        }
    };
    view! {
        <Field id=id label=label optional=optional hint=hint error=error>
            <input
                id=id
                class="input"
                type="text"
                role="combobox"
                aria-expanded=move || if open.get() { "true" } else { "false" }
                aria-controls=format!("{id}-list")
                aria-autocomplete="list"
                aria-activedescendant=move || (found.with(Vec::len) > 0).then(|| format!("{id}-{}", at.get()))
                aria-describedby=format!("{id}-note")
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                autocomplete="off"
                spellcheck="false"
                dir="auto"
                prop:value=move || text.get()
                on:input=move |event| {
                    at.set(0);
                    value.set(String::new());
                    text.set(event_target_value(&event));
                    open.set(true);
                }
                on:keydown=keys
                on:blur=move |_| open.set(false)
            />
            <div
                id=format!("{id}-list")
                class="palette-list picker"
                role="listbox"
                hidden=move || found.with(Vec::is_empty)
            >
                {move || found.get().into_iter().enumerate().map(option).collect_view()}
            </div>
        </Field>
    }
}
