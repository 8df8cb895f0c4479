//! A field of a form: label, control, hint, and what is wrong with it, tied together for screen readers.

use super::icon::{Icon, icon};
use crate::language::t;
use leptos::prelude::*;

/// The frame around a control with this id. The control should name `{id}-note` in `aria-describedby`.
#[component]
pub fn Field(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    #[prop(optional)] optional: bool,
    #[prop(optional, into)] hint: Signal<String>,
    #[prop(optional, into)] error: Signal<Option<String>>,
    children: Children,
) -> impl IntoView {
    view! {
        <div class="field">
            <label for=id.clone()>
                {label}
                {optional.then(|| view! { <span class="optional">" " {t!(optional)}</span> })}
            </label>
            {children()}
            <div id=format!("{id}-note") aria-live="polite">
                {move || match error.get() {
                    Some(error) => Some(view! { <p class="error">{icon(Icon::Alert)} <span>{error}</span></p> }.into_any()),
                    None => {
                        let hint = hint.get();
                        (!hint.is_empty()).then(|| view! { <p class="hint">{hint}</p> }.into_any())
                    }
                }}
            </div>
        </div>
    }
}

/// A field for a line of text.
#[component]
pub fn TextField(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    value: RwSignal<String>,
    /// `text`, `email` or `password`.
    #[prop(default = "text")]
    kind: &'static str,
    #[prop(optional)] autocomplete: &'static str,
    #[prop(optional, into)] placeholder: String,
    /// The id of a list of values that are offered as one types.
    #[prop(optional)]
    list: &'static str,
    #[prop(optional)] optional: bool,
    #[prop(optional)] autofocus: bool,
    /// Digits only: a phone shows its keys for numbers.
    #[prop(optional)]
    numeric: bool,
    #[prop(optional, into)] hint: Signal<String>,
    #[prop(optional, into)] error: Signal<Option<String>>,
    /// Called when the field is left.
    #[prop(optional, into)]
    on_leave: Option<Callback<()>>,
) -> impl IntoView {
    let shown = RwSignal::new(false);
    let secret = kind == "password";
    let show = if numeric { t!(show_digits) } else { t!(show_password) };
    view! {
        <Field id=id.clone() label=label optional=optional hint=hint error=error>
            <div class="with-inside">
                <input
                    id=id.clone()
                    class="input"
                    inputmode=numeric.then_some("numeric")
                    type=move || if secret && shown.get() { "text" } else { kind }
                    name=id.clone()
                    autocomplete=if autocomplete.is_empty() { "off" } else { autocomplete }
                    placeholder=placeholder
                    list=(!list.is_empty()).then_some(list)
                    autofocus=autofocus
                    spellcheck="false"
                    autocapitalize=if kind == "text" { "words" } else { "none" }
                    dir=if kind == "text" { "auto" } else { "ltr" }
                    aria-describedby=format!("{id}-note")
                    aria-invalid=move || error.with(Option::is_some).then_some("true")
                    prop:value=move || value.get()
                    on:input=move |event| value.set(event_target_value(&event))
                    on:blur=move |_| {
                        // A field that is removed while it has the focus is left too, when its callback is gone already.
                        let _ = on_leave.and_then(|on_leave| on_leave.try_run(()));
                    }
                />
                {secret
                    .then(|| {
                        view! {
                            <button
                                type="button"
                                class="button plain inside"
                                aria-pressed=move || if shown.get() { "true" } else { "false" }
                                aria-label=show.clone()
                                title=show
                                on:click=move |_| shown.update(|shown| *shown = !*shown)
                            >
                                {icon(Icon::Eye)}
                            </button>
                        }
                    })}
            </div>
        </Field>
    }
}
