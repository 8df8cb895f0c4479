//! What a list shows, as it stands in the address: `?search=ann&state=active`.

use rollcall_view::list::{Declared, Query};
use wasm_bindgen::JsValue;
use web_sys::UrlSearchParams;

/// The part of the address after the question mark.
pub fn of(query: &Query) -> String {
    written(query.fields())
}

/// Fields as they stand in an address.
pub fn written(fields: &[(&'static str, String)]) -> String {
    let Ok(address) = UrlSearchParams::new() else { return String::new() };
    for (name, text) in fields {
        address.append(name, text);
    }
    String::from(address.to_string())
}

/// The query of an address.
pub fn read(list: &Declared, address: &str) -> Query {
    Query::read(list, fields(address))
}

/// The fields of an address.
pub fn fields(address: &str) -> Vec<(String, String)> {
    let Ok(address) = UrlSearchParams::new_with_str(address) else { return Vec::new() };
    let field = |entry: JsValue| {
        let part = |at| js_sys::Reflect::get_u32(&entry, at).ok()?.as_string();
        Some((part(0)?, part(1)?))
    };
    js_sys::Array::from(&address).iter().filter_map(field).collect()
}
