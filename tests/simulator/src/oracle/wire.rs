//! What crosses the wire: nothing that the viewer may not see, nothing that is not so, and all that it needs to get from
//! where it was to where it is told to be.

use super::past::Past;
use crate::universe::Universe;
use rollcall_core::{
    Actor, Context, Key, Record,
    access::Holding,
    context::View,
    id::{CommandId, UserId},
    sync::{self, Cursor, Outcome, Put, SyncRequest, SyncResponse, TELLS_HELD, TELLS_MERGED, Update, snapshot},
};
use std::{collections::BTreeMap, sync::Arc};

/// The records of one viewer's view.
pub type Records = BTreeMap<Key, Record>;

/// What was ever told.
#[derive(Default)]
pub struct Told {
    views: BTreeMap<(UserId, [u64; 3]), Arc<Records>>,
    /// The verdicts as they were told; the last one last.
    verdicts: BTreeMap<CommandId, Vec<Said>>,
}

/// A verdict as it was told.
struct Said {
    /// The log epoch that it belongs to.
    epoch: u64,
    /// The version of the protocol in which it was told.
    protocol: u16,
    outcome: Outcome,
    heard: bool,
}

impl Said {
    /// Whether it is another verdict: a page of before is told of an edit that was merged that it was done.
    fn differs(&self, protocol: u16, outcome: &Outcome) -> bool {
        let version = |outcome: &Outcome| match outcome {
            Outcome::Applied { version } | Outcome::Merged { version, .. } => Some(*version),
            _ => None,
        };
        let before = self.protocol.min(protocol) < TELLS_MERGED && version(outcome).is_some();
        self.outcome != *outcome && !(before && version(&self.outcome) == version(outcome))
    }
}

/// Whether anybody waits for an answer. The network doubles requests, and hands nobody the answer to the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    Yes,
    No,
}

impl Told {
    /// What a user's view is at a cursor that it was told.
    pub fn view(&self, user: UserId, cursor: Cursor) -> Option<Arc<Records>> {
        self.views.get(&(user, numbers(cursor))).cloned()
    }

    /// The last verdict on a command that its client was told. Only when it was told none, one that nobody heard: a doubled
    /// request may arrive after a backup was restored, and be decided again.
    pub fn verdict(&self, command: CommandId) -> Option<&Outcome> {
        let said = self.verdicts.get(&command)?;
        said.iter().rfind(|said| said.heard).or(said.last()).map(|said| &said.outcome)
    }

    /// Checks an answer on its way out of a server.
    pub fn check(
        &mut self,
        universe: &Universe,
        past: &Past,
        request: &SyncRequest,
        response: &SyncResponse,
        heard: Heard,
    ) {
        let cursor = response.cursor;
        let who = format!("user {} at {cursor:?}", request.user);
        if !universe.is_now(response.now) {
            universe.wrong(format!("{who} was told that it is {:?}", response.now));
        }
        if request.protocol < TELLS_HELD && matches!(response.update, Update::Stale | Update::Difference { .. }) {
            universe.wrong(format!("{who}: an old page was answered in words that it does not know"));
        }
        if request.protocol >= TELLS_MERGED
            && response.verdicts.iter().any(|verdict| past.authors.is_concealed(cursor.log_epoch, verdict))
        {
            universe.wrong(format!("{who} was told that an edit was done, and fields were kept out of it"));
        }
        // A question has the client's own cursor, and tells of nothing but verdicts.
        if response.update == Update::Stale {
            universe.count("questions what is held");
            if request.held.is_some() || Some(cursor) != request.cursor {
                universe.wrong(format!("{who} was asked what it holds, for no reason"));
            }
            return self.check_verdicts(universe, past.epoch(), request, response, heard);
        }
        let Some(directory) = past.at(cursor.log_epoch, cursor.version) else {
            return universe.wrong(format!("{who}: there never was such a version"));
        };
        let context = Context { actor: Actor::User(request.user), now: response.now, view: View::Whole };
        let Ok(viewer) = Holding::of_actor(&directory, &context) else {
            return universe.wrong(format!("{who} is no active user, and got an answer"));
        };
        // A page is told of records that its version can read, in the form in which it can.
        let all = snapshot(&directory, &viewer).into_iter();
        let read = all.filter_map(|record| record.readable_in(request.protocol));
        let view: Arc<Records> = Arc::new(read.map(|record| (record.key(), record)).collect());
        if matches!(response.update, Update::Snapshot(_) | Update::Difference { .. })
            && directory.len() > universe.knobs.server.tenants.at_once
        {
            universe.count("views read in turns");
        }
        self.check_update(universe, &who, &view, request, &response.update);
        let known = self.views.entry((request.user, numbers(cursor))).or_insert_with(|| view.clone());
        if *known != view {
            universe.wrong(format!("{who}: one cursor stands for two views; {}", difference(known, &view)));
        }
        self.check_verdicts(universe, cursor.log_epoch, request, response, heard);
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

    fn check_verdicts(
        &mut self,
        universe: &Universe,
        epoch: u64,
        request: &SyncRequest,
        response: &SyncResponse,
        heard: Heard,
    ) {
        let asked: Vec<_> = request.commands.iter().map(|envelope| (envelope.seq, envelope.id)).collect();
        let answered: Vec<_> = response.verdicts.iter().map(|verdict| (verdict.seq, verdict.command)).collect();
        if asked != answered {
            universe.wrong(format!("user {} asked for {asked:?} and was answered {answered:?}", request.user));
        }
        for verdict in &response.verdicts {
            let told = self.verdicts.entry(verdict.command).or_default();
            let other =
                told.iter().find(|said| said.epoch == epoch && said.differs(request.protocol, &verdict.outcome));
            if let Some(Said { outcome: other, .. }) = other {
                universe.wrong(format!("command {} got {other:?}, then {:?}", verdict.command, verdict.outcome));
            }
            match &verdict.outcome {
                Outcome::Applied { .. } => universe.count("verdicts: applied"),
                Outcome::Refused { .. } => universe.count("verdicts: refused"),
                Outcome::Clashed => universe.count("verdicts: clashed"),
                Outcome::Merged { .. } => universe.count("verdicts: merged"),
            }
            let (protocol, outcome) = (request.protocol, verdict.outcome.clone());
            told.push(Said { epoch, protocol, outcome, heard: heard == Heard::Yes });
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rates::Rates;
    use rollcall_core::{
        Refusal, Timestamp,
        command::Expire,
        id::DeviceId,
        sync::{Envelope, PROTOCOL_VERSION, Seq, Verdict},
    };

    #[tokio::test]
    async fn what_nobody_heard_takes_nothing_back() {
        let universe = Universe::new(1, Rates::none(), None);
        let (user, device, id) = (UserId::fixed(1), DeviceId::fixed(2), CommandId::fixed(3));
        let (seq, at) = (Seq(1), Timestamp(0));
        let envelope = Envelope { device, seq, id, version: 1, claimed: at, command: Expire {}.into(), seen: None };
        let (cursor, held) = (Cursor { log_epoch: 1, version: 1, view_epoch: 1 }, None);
        let request =
            SyncRequest { protocol: PROTOCOL_VERSION, user, device, cursor: None, commands: vec![envelope], held };
        let mut told = Told::default();
        let mut tell = |epoch, outcome, heard| {
            let verdicts = vec![Verdict { seq, command: id, at, outcome }];
            let response = SyncResponse { cursor, user, now: at, verdicts, update: Update::Stale };
            told.check_verdicts(&universe, epoch, &request, &response, heard);
            told.verdict(id).cloned()
        };
        let (applied, refused) =
            (Outcome::Applied { version: 1 }, Outcome::Refused { refusals: Refusal::NothingToChange.into() });
        assert_eq!(tell(1, applied.clone(), Heard::Yes), Some(applied.clone()));
        assert_eq!(tell(2, refused.clone(), Heard::No), Some(applied));
        assert_eq!(tell(2, refused.clone(), Heard::Yes), Some(refused));
        assert!(!universe.is_wrong());
    }
}
