//! How the engine is doing, in a word for the pill and a sentence for whoever looks closer.

use super::{counted, time};
use rollcall_client::{Link, Saving, Status};
use rollcall_core::Timestamp;

/// The pill: its tone, its word, how much waits, and the sentence behind it.
pub struct Pill {
    pub tone: &'static str,
    pub word: &'static str,
    /// Changes that wait, with their noun and as a bare number; empty when none does.
    pub waiting: (String, String),
    pub sentence: String,
}

/// The pill for a status. What endangers work comes first.
pub fn pill(status: &Status, now: Timestamp) -> Pill {
    let pill = |tone, word, sentence: String| Pill { tone, word, waiting: Default::default(), sentence };
    let waiting = counted(status.pending, "change", "changes");
    if let Saving::NotSaved(sentence) = &status.saving {
        return pill("bad", "Not being saved!", sentence.clone());
    }
    match &status.link {
        Link::SignedOut => pill(
            "warn",
            "Signed out",
            "Your session has ended. Sign in again; your work is kept on this device.".into(),
        ),
        Link::Forbidden(sentence) => pill("bad", "No access", sentence.clone()),
        Link::TooOld => {
            pill("warn", "Update needed", "This page is too old for the server. Reload it; your work is kept.".into())
        }
        Link::Intercepted => Pill {
            tone: "warn",
            word: "Network in the way",
            waiting: match status.pending {
                0 => Default::default(),
                pending => (format!(" – {waiting} waiting"), format!(" · {}", crate::language::number(pending))),
            },
            sentence:
                "Something on this network answers in place of the server, such as a sign-in page. You can go on \
                       working; open another website to sign in to the network. Your changes are kept and sent then."
                    .into(),
        },
        Link::Slowed => Pill {
            tone: "quiet",
            word: "Slowed down",
            waiting: match status.pending {
                0 => Default::default(),
                pending => (format!(" – {waiting} waiting"), format!(" · {}", crate::language::number(pending))),
            },
            sentence: "The server is busy and asked for a pause. Nothing is lost; it goes on by itself.".into(),
        },
        Link::Offline if status.pending == 0 => {
            pill("quiet", "Offline", "You can go on working; changes are sent when you are back online.".into())
        }
        Link::Offline => Pill {
            tone: "warn",
            word: "Offline",
            waiting: (format!(" – {waiting} waiting"), format!(" · {}", crate::language::number(status.pending))),
            sentence: "They are kept on this device and sent by themselves when you are back online.".into(),
        },
        Link::Connecting => pill("quiet", "Connecting…", "Asking the server for news.".into()),
        Link::Online if status.pending > 0 => pill("quiet", "Syncing…", format!("{waiting} on the way to the server.")),
        Link::Online => {
            let when = status.synced.map(|at| format!(" Last heard from the server {}.", time::ago(at, now)));
            pill("good", "Saved", format!("Everything has reached the server.{}", when.unwrap_or_default()))
        }
    }
}
