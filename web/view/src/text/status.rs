//! How the engine is doing, in a word for the pill and a sentence for its details.

use super::{not_kept, problem, time};
use crate::{speech::say, t};
use rollcall_client::{Link, Saving, Status};
use rollcall_core::Timestamp;
use rollcall_words::{Count, Text, text};

/// The pill: its tone, its word, and the sentence behind it.
pub struct Pill {
    pub tone: &'static str,
    /// The word, and how much waits, if anything does.
    pub word: String,
    /// The same where there is little room, if something waits.
    pub short: Option<String>,
    pub sentence: String,
}

/// The pill for a status. What endangers work comes first.
pub fn pill(status: &Status, now: Timestamp) -> Pill {
    let pill = |tone, word: Text, sentence: String| Pill { tone, word: say(&word), short: None, sentence };
    // What is not even stored is the last to be called saved.
    let count = status.pending + status.storing;
    let waits = |tone, word: Text, waiting: fn(Count) -> Text, sentence: String| match count {
        0 => pill(tone, word, sentence),
        count => {
            Pill { tone, word: say(&waiting(count.into())), short: Some(t!(sync_short_waiting, word, count)), sentence }
        }
    };
    if let Saving::NotSaved(reason) = &status.saving {
        return pill("bad", text!(sync_not_saved), not_kept(reason));
    }
    match &status.link {
        Link::SignedOut => pill("warn", text!(sync_signed_out), t!(session_over)),
        Link::Forbidden(why) => pill("bad", text!(sync_no_access), problem(why)),
        Link::TooOld => pill("warn", text!(sync_update_needed), t!(page_too_old)),
        Link::Intercepted => {
            let waiting = |count: Count| text!(sync_intercepted_waiting, count);
            waits("warn", text!(sync_intercepted), waiting, t!(network_in_the_way))
        }
        Link::Slowed => {
            let waiting = |count: Count| text!(sync_slowed_waiting, count);
            waits("quiet", text!(sync_slowed), waiting, t!(sync_slowed_meaning))
        }
        Link::Offline if count == 0 => pill("quiet", text!(sync_offline), t!(sync_offline_meaning)),
        Link::Offline => {
            let waiting = |count: Count| text!(sync_offline_waiting, count);
            waits("warn", text!(sync_offline), waiting, t!(sync_offline_waiting_meaning))
        }
        Link::Connecting => pill("quiet", text!(sync_connecting), t!(sync_connecting_meaning)),
        Link::Online if count > 0 => pill("quiet", text!(sync_syncing), t!(sync_syncing_meaning, count)),
        Link::Online => {
            let meaning = match status.synced {
                Some(at) => t!(sync_saved_since_meaning, when = time::ago_text(at, now)),
                None => t!(sync_saved_meaning),
            };
            pill("good", text!(sync_saved), meaning)
        }
    }
}
