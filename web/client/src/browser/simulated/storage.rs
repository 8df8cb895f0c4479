//! A few short texts that outlive the simulated page.

use super::Tab;

pub fn get(name: &str) -> Option<String> {
    Tab::current()?.profile().text(name)
}

pub fn set(name: &str, text: &str) {
    if let Some(tab) = Tab::current() {
        tab.profile().set_text(name, Some(text));
    }
}

pub fn remove(name: &str) {
    if let Some(tab) = Tab::current() {
        tab.profile().set_text(name, None);
    }
}
