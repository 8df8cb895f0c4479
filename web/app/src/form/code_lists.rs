//! What fields for a language, a country and a time zone offer as one types: the lists `languages`, `countries` and `time-zones`.

use crate::language;
use leptos::prelude::*;
use rollcall_core::value::{Country, TimeZone};

/// The three lists; they stand in a form once.
pub fn code_lists() -> AnyView {
    view! {
        <datalist id="languages">
            {language::known()
                .into_iter()
                .map(|tag| view! { <option value=tag.clone()>{language::own_name(&tag)}</option> })
                .collect_view()}
        </datalist>
        <datalist id="countries">
            {Country::all().map(|code| view! { <option value=code>{language::region_name(code)}</option> }).collect_view()}
        </datalist>
        <datalist id="time-zones">
            {TimeZone::all().map(|zone| view! { <option value=zone></option> }).collect_view()}
        </datalist>
    }
    .into_any()
}
