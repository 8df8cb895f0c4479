//! What a client holds as confirmed is exactly its user's view at its cursor.

use super::wire::{Records, Told, difference};
use crate::universe::Universe;
use rollcall_client::Engine;
use rollcall_core::sync::Replica;

/// What a replica holds as confirmed: without what its own commands do, pending or not stored yet.
pub fn confirmed(replica: &Replica, now: rollcall_core::Timestamp) -> Records {
    let mut settled = replica.clone();
    settled.settle_if_behind(now);
    let drafts: Vec<_> = settled.drafts().map(|(id, _)| id).collect();
    settled.withdraw(&drafts, now);
    let mut view = settled.view().clone();
    let pending: Vec<_> = settled.pending().collect();
    for pending in pending.iter().rev() {
        view.undo(&pending.changes);
    }
    view.records().map(|record| (record.key(), record)).collect()
}

/// Checks one tab.
pub fn check(universe: &Universe, told: &Told, who: &str, engine: &Engine) {
    let now = engine.now();
    engine.with(|replica| {
        universe.count("views compared");
        let confirmed = confirmed(replica, now);
        match replica.cursor() {
            None if confirmed.is_empty() => {}
            None => universe.wrong(format!("{who} has records and no cursor")),
            Some(cursor) => match told.view(replica.user(), cursor) {
                None => universe.wrong(format!("{who} stands at {cursor:?}, which nobody told it")),
                Some(view) if *view == confirmed => {}
                Some(view) => universe
                    .wrong(format!("{who} does not hold its view at {cursor:?}: {}", difference(&confirmed, &view))),
            },
        }
    });
}
