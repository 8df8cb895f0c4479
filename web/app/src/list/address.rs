//! What a list shows, as it stands in the address: `?search=ann&state=active`.

use rollcall_view::list::{Declared, Query};
use wasm_bindgen::JsValue;
use web_sys::UrlSearchParams;

/// The part of the address after the question mark.
pub fn of(query: &Query) -> String {
    let Ok(address) = UrlSearchParams::new() else { return String::new() };
    for (name, text) in query.fields() {
        address.append(name, text);
    }
    String::from(address.to_string())
}

/// The query of an address.
pub fn read(list: &Declared, address: &str) -> Query {
    let Ok(address) = UrlSearchParams::new_with_str(address) else { return Query::default() };
    let field = |entry: JsValue| {
        let part = |at| js_sys::Reflect::get_u32(&entry, at).ok()?.as_string();
        Some((part(0)?, part(1)?))
    };
    let fields: Vec<(String, String)> = js_sys::Array::from(&address).iter().filter_map(field).collect();
    Query::read(list, fields)
}
