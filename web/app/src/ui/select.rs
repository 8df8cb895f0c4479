//! A choice of one out of a list.

use super::field::Field;
use leptos::prelude::*;

/// One thing to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    pub value: String,
    pub label: String,
    /// It is listed, and can't be chosen; the label says why.
    pub disabled: bool,
}

impl Choice {
    pub fn new(value: impl ToString, label: impl Into<String>) -> Self {
        Self { value: value.to_string(), label: label.into(), disabled: false }
    }
}

/// A field with a list to choose from.
#[component]
pub fn SelectField(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    #[prop(into)] choices: Signal<Vec<Choice>>,
    value: RwSignal<String>,
    #[prop(optional)] optional: bool,
    #[prop(optional, into)] hint: Signal<String>,
    #[prop(optional, into)] error: Signal<Option<String>>,
) -> impl IntoView {
    let options = move || {
        choices
            .get()
            .into_iter()
            .map(|choice| {
                let mine = choice.value.clone();
                view! {
                    <option
                        value=choice.value
                        disabled=choice.disabled
                        selected=move || value.with(|value| *value == mine)
                    >
                        {choice.label}
                    </option>
                }
            })
            .collect_view()
    };
    view! {
        <Field id=id.clone() label=label optional=optional hint=hint error=error>
            <select
                id=id.clone()
                class="select"
                aria-describedby=format!("{id}-note")
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                on:change=move |event| value.set(event_target_value(&event))
            >
                {options}
            </select>
        </Field>
    }
}
