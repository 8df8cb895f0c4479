//! What waits for the server's word, for the marks of rows.

use crate::state::App;
use leptos::prelude::*;
use rollcall_core::Key;
use std::collections::HashSet;

/// The records that work which the server has not judged yet changes.
pub fn pending(app: App) -> Memo<HashSet<Key>> {
    Memo::new(move |_| {
        let keys = app.ask(|replica, _| {
            let changes = replica.pending().flat_map(|pending| &pending.changes.0);
            changes.map(|change| change.key).collect()
        });
        keys.unwrap_or_default()
    })
}
