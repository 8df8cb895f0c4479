//! What calendar and clock show in a time zone: the browser knows them.

use js_sys::{Date, Function, Object, Reflect};
use rollcall_core::{Timestamp, query::LocalTime, value};
use wasm_bindgen::{JsCast, JsValue};

/// Writes dates as ISO 8601 does.
const ISO: &str = "sv-SE";

/// What calendar and clock show in a zone; in UTC, where the browser does not know it.
pub fn local_time(zone: &value::TimeZone, at: Timestamp) -> LocalTime {
    let text = written(at, Some(zone.as_str())).or_else(|| written(at, None)).unwrap_or_default();
    let (date, clock) = text.split_once(' ').unwrap_or_default();
    let mut parts = clock.split(':').map(|part| part.parse::<u16>().unwrap_or_default());
    let minute = parts.next().unwrap_or_default() * 60 + parts.next().unwrap_or_default();
    LocalTime { date: value::Date::parse(date).unwrap_or(value::Date::FIRST), minute }
}

fn written(at: Timestamp, zone: Option<&str>) -> Option<String> {
    #[expect(clippy::cast_precision_loss, reason = "milliseconds of any date that there is are exact")]
    let date = Date::new(&JsValue::from_f64(at.0 as f64));
    let options = Object::new();
    Reflect::set(&options, &"timeZone".into(), &zone.unwrap_or("UTC").into()).ok()?;
    // An unknown zone is an exception, which only a call like this one survives.
    let write: Function = Reflect::get(&date, &"toLocaleString".into()).ok()?.dyn_into().ok()?;
    write.call2(&date, &ISO.into(), &options).ok()?.as_string()
}
