//! How somebody likes things shown on this device, such as the columns of a list: texts by their names. What one searches for
//! may be in them, so they go when the account signs out or its session is ended, and no other account finds them.

use crate::browser::storage;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

const NAME: &str = "rollcall-settings-1";

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Settings {
    account: Uuid,
    texts: BTreeMap<String, String>,
}

fn load(account: Uuid) -> Settings {
    let kept = storage::get(NAME).and_then(|text| serde_json::from_str::<Settings>(&text).ok());
    kept.filter(|kept| kept.account == account).unwrap_or(Settings { account, ..Settings::default() })
}

/// What an account has set under a name.
pub fn get(account: Uuid, name: &str) -> Option<String> {
    load(account).texts.remove(name)
}

/// Sets something for an account, or takes it back. Where the browser keeps nothing, it holds until the reload.
pub fn set(account: Uuid, name: &str, text: Option<&str>) {
    let mut settings = load(account);
    match text {
        Some(text) => drop(settings.texts.insert(name.to_owned(), text.to_owned())),
        None => drop(settings.texts.remove(name)),
    }
    if let Ok(text) = serde_json::to_string(&settings) {
        storage::set(NAME, &text);
    }
}

/// Forgets all of them.
pub(crate) fn clear() {
    storage::remove(NAME);
}

/// Forgets what other accounts have set.
pub(crate) fn clear_others(account: Uuid) {
    if load(account).texts.is_empty() {
        clear();
    }
}
