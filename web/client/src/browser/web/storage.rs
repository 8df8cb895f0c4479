//! A few short texts that outlive the page. Where the browser keeps nothing, nothing is kept, and nobody is bothered.

use web_sys::Storage;

pub fn get(name: &str) -> Option<String> {
    local()?.get_item(name).ok()?
}

pub fn set(name: &str, text: &str) {
    if let Some(storage) = local() {
        let _ = storage.set_item(name, text);
    }
}

pub fn remove(name: &str) {
    if let Some(storage) = local() {
        let _ = storage.remove_item(name);
    }
}

fn local() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}
