//! How the list is searched, filtered and sorted, as it stands in the address: `?search=ann&state=active`. What is as
//! always is left out. The names are those of the core's query.
//!
//! Fields are told apart by the browser's JSON: a tree of values in Rust would bring readers and writers of its own.

use js_sys::{JSON, Object, Reflect};
use rollcall_core::query::UserQuery;
use wasm_bindgen::JsValue;
use web_sys::UrlSearchParams;

/// What depends on the window and not on the person.
const PAGING: [&str; 2] = ["from", "limit"];

/// The part of the address after the question mark.
pub fn of(query: &UserQuery) -> String {
    let usual = fields(&UserQuery::default());
    let Ok(address) = UrlSearchParams::new() else { return String::new() };
    for (name, text) in fields(query).into_iter().filter(|field| !usual.contains(field)) {
        // A text stands there without its quotes.
        let plain = JSON::parse(&text).ok().and_then(|value| value.as_string());
        address.append(&name, plain.as_deref().unwrap_or(&text));
    }
    String::from(address.to_string())
}

/// The query of an address; what it says that means nothing is left out.
pub fn query(address: &str) -> UserQuery {
    let Ok(address) = UrlSearchParams::new_with_str(address) else { return UserQuery::default() };
    let (said, mut query) = (Object::new(), UserQuery::default());
    for (name, _) in fields(&UserQuery::default()) {
        let Some(text) = address.get(&name) else { continue };
        let name = JsValue::from(name);
        let plain = JSON::parse(&text).ok();
        for value in [Some(JsValue::from(text)), plain].into_iter().flatten() {
            let _ = Reflect::set(&said, &name, &value);
            if let Some(read) = read(&said) {
                query = read;
                break;
            }
            let _ = Reflect::delete_property(&said, &name);
        }
    }
    query
}

fn read(said: &Object) -> Option<UserQuery> {
    serde_json::from_str(&String::from(JSON::stringify(said).ok()?)).ok()
}

/// The fields in the order of their names, each with its value as JSON.
fn fields(query: &UserQuery) -> Vec<(String, String)> {
    let said = serde_json::to_string(query).ok().and_then(|text| JSON::parse(&text).ok());
    let entries = said.map(|said| Object::entries(&Object::from(said)).to_vec()).unwrap_or_default();
    let field = |entry: JsValue| {
        let name = Reflect::get_u32(&entry, 0).ok()?.as_string()?;
        let value = JSON::stringify(&Reflect::get_u32(&entry, 1).ok()?).ok()?;
        (!PAGING.contains(&name.as_str())).then(|| (name, String::from(value)))
    };
    let mut fields: Vec<(String, String)> = entries.into_iter().filter_map(field).collect();
    rollcall_core::sort::ascending(&mut fields);
    fields
}
