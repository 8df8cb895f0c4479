//! How the list is searched, filtered and sorted, as it stands in the address: `?search=ann&state=active`. What is as
//! always is left out. The names are those of the core's query.

use rollcall_core::query::UserQuery;
use serde_json::{Map, Value};
use web_sys::UrlSearchParams;

/// What depends on the window and not on the person.
const PAGING: [&str; 2] = ["from", "limit"];

/// The part of the address after the question mark.
pub fn of(query: &UserQuery) -> String {
    let usual = fields(&UserQuery::default());
    let Ok(address) = UrlSearchParams::new() else { return String::new() };
    for (name, value) in fields(query).into_iter().filter(|(name, value)| usual.get(name) != Some(value)) {
        match value {
            Value::String(text) => address.append(&name, &text),
            other => address.append(&name, &other.to_string()),
        }
    }
    String::from(address.to_string())
}

/// The query of an address; what it says that means nothing is left out.
pub fn query(address: &str) -> UserQuery {
    let Ok(address) = UrlSearchParams::new_with_str(address) else { return UserQuery::default() };
    let read = |said: &Map<String, Value>| serde_json::from_value(Value::Object(said.clone())).ok();
    let (mut said, mut query) = (Map::new(), UserQuery::default());
    for name in fields(&UserQuery::default()).into_iter().map(|(name, _)| name) {
        let Some(text) = address.get(&name) else { continue };
        let plain = serde_json::from_str(&text).ok();
        for value in [Some(Value::String(text)), plain].into_iter().flatten() {
            said.insert(name.clone(), value);
            if let Some(read) = read(&said) {
                query = read;
                break;
            }
            said.remove(&name);
        }
    }
    query
}

fn fields(query: &UserQuery) -> Map<String, Value> {
    match serde_json::to_value(query) {
        Ok(Value::Object(mut fields)) => {
            PAGING.iter().for_each(|name| drop(fields.remove(*name)));
            fields
        }
        _ => Map::new(),
    }
}
