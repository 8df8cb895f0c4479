//! What was done about a user, with what stood before and after (invariant 14).

use super::{One, parts::part};
use crate::{language::t, screen::history::Log};
use leptos::prelude::*;
use rollcall_core::query::AuditQuery;

/// The tab.
pub fn activity(one: One) -> AnyView {
    let log = Log::new(one.app, AuditQuery { user: Some(one.id), quiet: true, ..AuditQuery::default() });
    // What was done meanwhile and has reached the server is in the log.
    let waiting = Memo::new(move |_| one.page.pending.with(|pending| pending.contains(&one.id)));
    Effect::new(move |before: Option<bool>| {
        let waits = waiting.get();
        if before == Some(true) && !waits {
            log.ask();
        }
        waits
    });
    let list = log.view(false, (t!(user_history_none_title), t!(user_history_none)));
    part("history-title", t!(user_tab_activity), t!(user_history_note), || false, list)
}
