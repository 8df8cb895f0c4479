//! Language and theme of the page on this device; the language is kept with the profile too, for whoever may edit its own.

use crate::{
    language::{self, t},
    screen::user::parts::part,
    speak::speak,
    state::app,
    ui::select::{Choice, SelectField},
};
use leptos::prelude::*;

/// The part.
pub fn looks() -> AnyView {
    let app = app();
    let tag = RwSignal::new(language::tag());
    Effect::new(move |before: Option<String>| {
        let chosen = tag.get();
        if before.is_some_and(|before| before != chosen) {
            speak(app, &chosen);
        }
        chosen
    });
    let languages: Vec<Choice> =
        language::known().into_iter().map(|tag| Choice::new(&tag, language::own_name(&tag))).collect();
    let theme = move |name: String, value: Option<&'static str>| {
        view! {
            <label>
                <input
                    type="radio"
                    name="theme"
                    prop:checked=move || app.theme.with(|theme| theme.as_deref() == value)
                    on:change=move |_| app.set_theme(value)
                />
                {name}
            </label>
        }
    };
    let body = view! {
        <div class="rows">
            <SelectField id="own-language" label=t!(field_language) choices=languages value=tag />
            <div class="field">
                <span class="label">{t!(own_theme)}</span>
                <div class="choices" role="radiogroup" aria-label=t!(own_theme)>
                    {theme(t!(theme_light), Some("light"))} {theme(t!(theme_dark), Some("dark"))}
                    {theme(t!(theme_device), None)}
                </div>
            </div>
        </div>
    };
    part("looks-title", t!(own_looks), t!(own_looks_note), || false, body.into_any())
}
