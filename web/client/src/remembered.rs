//! Who was signed in and where, kept on the device so that a reload with no network opens the directory.
//! No secret is kept: the session itself is a cookie that no script sees.

use crate::browser::storage;
use rollcall_core::{api::Place, api::Session, id::TenantId};
use serde::{Deserialize, Serialize};

const NAME: &str = "rollcall-session-1";

/// Who was signed in last, and which organisation was open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remembered {
    pub session: Session,
    /// The organisation that was chosen, when there are several (S2.2).
    pub chosen: Option<TenantId>,
}

impl Remembered {
    /// The organisation to open: the chosen one, or the only one.
    pub fn place(&self) -> Option<&Place> {
        let places = &self.session.organisations;
        match self.chosen {
            Some(tenant) => places.iter().find(|place| place.tenant == tenant),
            None => places.first().filter(|_| places.len() == 1),
        }
    }
}

/// What was remembered; none when nothing was, or it can't be read.
pub fn load() -> Option<Remembered> {
    let text = storage::get(NAME)?;
    serde_json::from_str(&text).ok()
}

/// Remembers. Where the browser keeps nothing, nothing is remembered.
pub fn save(remembered: &Remembered) {
    if let Ok(text) = serde_json::to_string(remembered) {
        storage::set(NAME, &text);
    }
}

/// Forgets: at sign-out.
pub fn clear() {
    storage::remove(NAME);
}
