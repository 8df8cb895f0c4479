//! What crosses the wire: nothing that the viewer may not see, nothing that is not so, and all that it needs to get from
//! where it was to where it is told to be.

use super::{log::SKEW, past::Past};
use crate::universe::Universe;
use rollcall_core::{
    Actor, Context, Key, Record,
    access::Holding,
    context::View,
    id::{CommandId, UserId},
    sync::{self, Cursor, Outcome, Put, SyncRequest, SyncResponse, TELLS_HELD, Update, snapshot},
};
use std::{collections::BTreeMap, sync::Arc};

/// The records of one viewer's view.
pub type Records = BTreeMap<Key, Record>;

/// What was ever told.
#[derive(Default)]
pub struct Told {
    views: BTreeMap<(UserId, [u64; 3]), Arc<Records>>,
    /// The verdicts as they were told, with the log epoch that they belong to; the last one last.
    verdicts: BTreeMap<CommandId, Vec<(u64, Outcome)>>,
}

impl Told {
    /// What a user's view is at a cursor that it was told.
    pub fn view(&self, user: UserId, cursor: Cursor) -> Option<Arc<Records>> {
        self.views.get(&(user, numbers(cursor))).cloned()
    }

    /// The last verdict that was told on a command.
    pub fn verdict(&self, command: CommandId) -> Option<&Outcome> {
        self.verdicts.get(&command)?.last().map(|(_, outcome)| outcome)
    }

    /// Checks an answer on its way out of a server.
    pub fn check(&mut self, universe: &Universe, past: &Past, request: &SyncRequest, response: &SyncResponse) {
        let cursor = response.cursor;
        let who = format!("user {} at {cursor:?}", request.user);
        if response.now.since(universe.now()).0.abs() > SKEW.0 {
            universe.wrong(format!("{who} was told that it is {:?}", response.now));
        }
        if request.protocol < TELLS_HELD && matches!(response.update, Update::Stale | Update::Difference { .. }) {
            universe.wrong(format!("{who}: an old page was answered in words that it does not know"));
        }
        // A question has the client's own cursor, and tells of nothing but verdicts.
        if response.update == Update::Stale {
            universe.count("questions what is held");
            if request.held.is_some() || Some(cursor) != request.cursor {
                universe.wrong(format!("{who} was asked what it holds, for no reason"));
            }
            return self.check_verdicts(universe, past.epoch(), request, response);
        }
        let Some(directory) = past.at(cursor.log_epoch, cursor.version) else {
            return universe.wrong(format!("{who}: there never was such a version"));
        };
        let context = Context { actor: Actor::User(request.user), now: response.now, view: View::Whole };
        let Ok(viewer) = Holding::of_actor(&directory, &context) else {
            return universe.wrong(format!("{who} is no active user, and got an answer"));
        };
        // A page is told of the kinds of records that its version can read.
        let read = snapshot(&directory, &viewer).into_iter().filter(|record| record.key().since() <= request.protocol);
        let view: Arc<Records> = Arc::new(read.map(|record| (record.key(), record)).collect());
        self.check_update(universe, &who, &view, request, &response.update);
        let known = self.views.entry((request.user, numbers(cursor))).or_insert_with(|| view.clone());
        if *known != view {
            universe.wrong(format!("{who}: one cursor stands for two views; {}", difference(known, &view)));
        }
        self.check_verdicts(universe, cursor.log_epoch, request, response);
    }

    fn check_update(&self, universe: &Universe, who: &str, view: &Records, request: &SyncRequest, update: &Update) {
        let told: Records = match update {
            Update::Snapshot(records) => {
                universe.count("snapshots");
                records.iter().map(|record| (record.key(), record.clone())).collect()
            }
            Update::Stale => return,
            // All of some buckets: what is in the others is held as it is.
            Update::Difference { buckets, parts } => {
                universe.count("differences");
                let Some(base) = request.cursor.and_then(|cursor| self.view(request.user, cursor)) else {
                    return universe.wrong(format!("{who} was told a difference to nothing"));
                };
                let puts = sync::puts(*buckets, parts.clone(), base.values().cloned());
                with(&base, puts)
            }
            Update::Delta(puts) => {
                universe.count("deltas");
                for put in puts {
                    if put.record.as_ref() != view.get(&put.key) {
                        universe.wrong(format!("{who} was told of {:?} what its view does not hold", put.key));
                    }
                }
                let base = request.cursor.and_then(|cursor| self.view(request.user, cursor));
                let Some(base) = base else {
                    return universe.wrong(format!("{who} was told a difference to nothing"));
                };
                with(&base, puts.clone())
            }
        };
        if told != *view {
            universe.wrong(format!("{who} was told what leads to another view: {}", difference(&told, view)));
        }
    }

    fn check_verdicts(&mut self, universe: &Universe, epoch: u64, request: &SyncRequest, response: &SyncResponse) {
        let asked: Vec<_> = request.commands.iter().map(|envelope| (envelope.seq, envelope.id)).collect();
        let answered: Vec<_> = response.verdicts.iter().map(|verdict| (verdict.seq, verdict.command)).collect();
        if asked != answered {
            universe.wrong(format!("user {} asked for {asked:?} and was answered {answered:?}", request.user));
        }
        for verdict in &response.verdicts {
            let told = self.verdicts.entry(verdict.command).or_default();
            let other = told.iter().find(|(at, outcome)| *at == epoch && *outcome != verdict.outcome);
            if let Some((_, other)) = other {
                universe.wrong(format!("command {} got {other:?}, then {:?}", verdict.command, verdict.outcome));
            }
            match verdict.outcome {
                Outcome::Applied { .. } => universe.count("verdicts: applied"),
                Outcome::Refused { .. } => universe.count("verdicts: refused"),
                Outcome::Clashed => universe.count("verdicts: clashed"),
            }
            told.push((epoch, verdict.outcome.clone()));
        }
    }
}

/// A view after some changes.
fn with(base: &Records, puts: Vec<Put>) -> Records {
    let mut records = base.clone();
    for put in puts {
        match put.record {
            Some(record) => drop(records.insert(put.key, record)),
            None => drop(records.remove(&put.key)),
        }
    }
    records
}

fn numbers(cursor: Cursor) -> [u64; 3] {
    [cursor.log_epoch, cursor.version, cursor.view_epoch]
}

/// Where two views differ, for people.
pub fn difference(here: &Records, there: &Records) -> String {
    let keys = here.keys().chain(there.keys()).collect::<std::collections::BTreeSet<_>>();
    let differing = keys.into_iter().filter(|key| here.get(key) != there.get(key));
    let told = |key: &&Key| match (here.contains_key(key), there.contains_key(key)) {
        (true, false) => format!("{key:?} is too much"),
        (false, true) => format!("{key:?} is missing"),
        _ => format!("{key:?} differs"),
    };
    differing.take(5).map(|key| told(&key)).collect::<Vec<_>>().join(", ")
}
