//! Moments by the clock here, as the browser tells them and as its fields for moments have them.

use crate::language::tag;
use rollcall_core::{Timestamp, value::Date};

/// The clock here at a moment.
pub fn date(at: Timestamp) -> js_sys::Date {
    #[expect(clippy::cast_precision_loss, reason = "milliseconds of any date that there is are exact")]
    js_sys::Date::new(&wasm_bindgen::JsValue::from_f64(at.0 as f64))
}

/// Milliseconds as a browser tells them; none when it tells of no moment.
pub fn whole(milliseconds: f64) -> Option<i64> {
    #[expect(clippy::cast_possible_truncation, reason = "milliseconds of any date that there is are exact")]
    milliseconds.is_finite().then_some(milliseconds as i64)
}

/// A moment as a field for moments has it: `2026-12-31T08:00`.
pub fn local_text(at: Timestamp) -> String {
    let date = date(at);
    let (year, month, day) = (date.get_full_year(), date.get_month() + 1, date.get_date());
    format!("{year:04}-{month:02}-{day:02}T{:02}:{:02}", date.get_hours(), date.get_minutes())
}

/// What such a field says.
pub fn of_local_text(text: &str) -> Option<Timestamp> {
    whole(js_sys::Date::new(&text.into()).get_time()).map(Timestamp)
}

/// A day of the calendar as the language writes it, wherever the clock here stands.
pub fn day_text(day: Date) -> String {
    let options = js_sys::Object::new();
    for (name, value) in [("day", "numeric"), ("month", "short"), ("year", "numeric"), ("timeZone", "UTC")] {
        // A plain object takes any property.
        let _ = js_sys::Reflect::set(&options, &name.into(), &value.into());
    }
    js_sys::Date::new(&day.to_string().into()).to_locale_date_string(&tag(), &options).into()
}
