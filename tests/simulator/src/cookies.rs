//! The cookies that a browser holds: a session's secret, and that by which the device is known again.

use axum::http::header::SET_COOKIE;
use rollcall_server::identity::cookie_name;
use std::{collections::BTreeMap, fmt};

/// All that a browser holds, by name.
#[derive(Clone, Debug, Default)]
pub struct Cookies(BTreeMap<String, String>);

impl Cookies {
    /// Nothing but a session.
    pub fn session_of(secret: &str) -> Self {
        Self(BTreeMap::from([(cookie_name(false).to_owned(), secret.to_owned())]))
    }

    /// The session's secret.
    pub fn session(&self) -> Option<&str> {
        self.0.get(cookie_name(false)).map(String::as_str)
    }

    /// Takes what an answer sets.
    pub fn take(&mut self, headers: &[(String, String)]) {
        let set = headers.iter().filter(|(name, _)| name == SET_COOKIE.as_str());
        for (name, value) in set.filter_map(|(_, text)| text.split(';').next()?.split_once('=')) {
            if value.is_empty() {
                self.0.remove(name);
            } else {
                self.0.insert(name.to_owned(), value.to_owned());
            }
        }
    }
}

/// As the header has them.
impl fmt::Display for Cookies {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pairs: Vec<String> = self.0.iter().map(|(name, value)| format!("{name}={value}")).collect();
        f.write_str(&pairs.join("; "))
    }
}
