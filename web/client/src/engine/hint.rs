//! What tabs say to each other. Hints only: what counts stands in the store.

use crate::Link;
use rollcall_core::{Timestamp, sync::Cursor};
use serde::{Deserialize, Serialize};

/// What tabs say to each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hint {
    /// Something was written to the store.
    Stored,
    /// The leader should talk to the server now.
    Sync,
    /// Is there a leader?
    Ping,
    /// There is, this is how the connection stands, and how far the store is: who missed that something was stored sees it
    /// by this.
    Link {
        link: Link,
        synced: Option<Timestamp>,
        #[serde(default)]
        stored: Option<Cursor>,
        /// Of the store: it counts what moves no cursor too, such as the verdict of refused work.
        #[serde(default)]
        generation: Option<u64>,
    },
    /// This tab signs out.
    Ended,
}

impl Hint {
    pub fn to_text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// None for what a tab of another version says.
    pub fn from_text(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rollcall_core::api::Problem;

    #[test]
    fn hints_come_through() {
        let hints = [
            Hint::Stored,
            Hint::Sync,
            Hint::Ping,
            Hint::Link {
                link: Link::Forbidden(Box::new(Problem {
                    detail: "no longer a user here".to_owned(),
                    ..Problem::default()
                })),
                synced: Some(Timestamp(5)),
                stored: None,
                generation: Some(7),
            },
            Hint::Link { link: Link::Online, synced: None, stored: None, generation: None },
            Hint::Ended,
        ];
        for hint in hints {
            assert_eq!(Hint::from_text(&hint.to_text()), Some(hint));
        }
        assert_eq!(Hint::from_text("{\"later\":{}}"), None);
        assert_eq!(Hint::from_text(""), None);
    }
}
