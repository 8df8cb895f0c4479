//! Plants bugs between server and client: as if the server had them, or as if the client had.

use crate::{bug::Bug, oracle::past::Past, universe::Universe};
use rollcall_core::{
    Actor, Context, Key,
    access::Holding,
    context::View,
    sync::{Outcome, Put, SyncRequest, SyncResponse, Update, delta},
};
use std::collections::BTreeSet;

/// What the server says, before anybody hears it.
pub fn server(universe: &Universe, past: &Past, asked: &SyncRequest, said: &mut SyncResponse) {
    match universe.bug {
        Some(Bug::SkipVerdict) if universe.one_in(4) => drop(said.verdicts.pop()),
        Some(Bug::TrustClientClock) => {
            if let Some(first) = asked.commands.first() {
                said.now = first.claimed;
            }
        }
        Some(Bug::ConcealKept) => {
            for verdict in &mut said.verdicts {
                if let Outcome::Merged { version, .. } = verdict.outcome {
                    verdict.outcome = Outcome::Applied { version };
                }
            }
        }
        Some(Bug::CursorSkips) if universe.one_in(4) => said.cursor.version += 1,
        Some(Bug::LeakRecord) => leak(universe, past, said),
        Some(Bug::StaleViewEpoch) => ignore_rights(past, asked, said),
        _ => {}
    }
}

/// What the client makes of what it heard.
pub fn client(universe: &Universe, said: &mut SyncResponse) {
    if universe.has(Bug::LosePut)
        && let Update::Delta(puts) = &mut said.update
        && universe.one_in(2)
    {
        puts.pop();
    }
}

/// Something that the viewer does not hold yet, whether it may see it or not.
fn leak(universe: &Universe, past: &Past, said: &mut SyncResponse) {
    let Update::Delta(puts) = &mut said.update else { return };
    let told: BTreeSet<Key> = puts.iter().map(|put| put.key).collect();
    let untold: Vec<Key> = past.now().keys().filter(|key| !told.contains(key)).collect();
    if let Some(record) = universe.one_of(&untold).and_then(|key| past.now().get(key)) {
        puts.push(Put { key: record.key(), record: Some(record) });
    }
}

/// A difference where rights have changed, as if they had not.
fn ignore_rights(past: &Past, asked: &SyncRequest, said: &mut SyncResponse) {
    let Some(base) = asked.cursor.filter(|base| base.view_epoch != said.cursor.view_epoch) else { return };
    let directories = past.at(base.log_epoch, base.version).zip(past.at(said.cursor.log_epoch, said.cursor.version));
    let Some((before, now)) = directories else { return };
    let keys = before.records().chain(now.records()).map(|record| record.key());
    let changed = keys.filter(|key| before.get(key) != now.get(key));
    let context = Context { actor: Actor::User(asked.user), now: said.now, view: View::Whole };
    if let Ok(viewer) = Holding::of_actor(&now, &context) {
        said.update = Update::Delta(delta(&now, &viewer, changed));
    }
}
