//! A whole view, or a long delta, read a little at a time between commits, so that no large tenant stands still while
//! somebody syncs for the first time or after a long absence. What changes under the reading is told as the difference to its
//! end, and the answer is exactly the view of one version.

use super::{
    Result, TenantError,
    state::State,
    sync::{Reply, Told},
};
use crate::heavy::Heavy;
use rollcall_core::{
    Actor, Context, Key, Record,
    access::{Holding, view_epoch, visible},
    context::View,
    id::UserId,
    sync::{self, Cursor, Held, Put, SyncResponse, Update},
    time::Timestamp,
};
use std::collections::HashSet;

/// Keys that are looked at together: what hangs on several of them is read once.
const ABREAST: usize = 64;
/// Each of a record counts as another one.
const KIB: usize = 1024;

/// A view being read.
pub(super) struct Reading {
    user: UserId,
    viewer: Holding,
    /// Where it began.
    begun: Cursor,
    /// What is still to be looked at.
    keys: Vec<Key>,
    read: Read,
    reply: Reply,
}

/// What was read so far.
enum Read {
    /// Of the whole view; who holds something already is told the difference.
    View { records: Vec<Record>, held: Option<Held> },
    /// Of what changed since the client's cursor.
    Delta(Vec<Put>),
}

impl Reading {
    /// Begins to read what a user may see.
    pub fn whole(state: &State, user: UserId, held: Option<Held>, now: Timestamp, reply: Reply) -> Option<Self> {
        let keys = state.directory.keys().collect();
        Self::begin(state, user, keys, Read::View { records: Vec::new(), held }, now, reply)
    }

    /// Begins to read what changed for a user in these records.
    pub fn since(state: &State, user: UserId, changed: Vec<Key>, now: Timestamp, reply: Reply) -> Option<Self> {
        Self::begin(state, user, changed, Read::Delta(Vec::new()), now, reply)
    }

    fn begin(state: &State, user: UserId, keys: Vec<Key>, read: Read, now: Timestamp, reply: Reply) -> Option<Self> {
        let (viewer, begun) = match state.seen_by(user, now) {
            Ok(seen) => seen,
            Err(error) => {
                let _ = reply.send(Err(error));
                return None;
            }
        };
        Some(Self { user, viewer, begun, keys, read, reply })
    }

    /// Reads on. Gives itself back when there is more to read.
    pub fn go_on(mut self, state: &State, now: Timestamp, heavy: &Heavy) -> Option<Self> {
        if self.reply.is_closed() {
            // The client has gone.
            return None;
        }
        let mut room = state.tuning.slice;
        while room > 0 && !self.keys.is_empty() {
            let some = self.keys.split_off(self.keys.len().saturating_sub(room.min(ABREAST)));
            let cost: usize = match &mut self.read {
                Read::View { records, .. } => {
                    let from = records.len();
                    let there = some.iter().filter_map(|key| state.directory.get(key));
                    records.extend(there.filter_map(|record| visible(&state.directory, &self.viewer, &record)));
                    some.len().saturating_add(records.iter().skip(from).map(|record| record.weight() / KIB).sum())
                }
                Read::Delta(puts) => {
                    let from = puts.len();
                    puts.extend(sync::delta(&state.directory, &self.viewer, some));
                    let kib = |put: &Put| put.record.as_ref().map_or(0, Record::weight) / KIB;
                    puts.iter().skip(from).map(|put| kib(put).saturating_add(1)).sum()
                }
            };
            room = room.saturating_sub(cost.max(1));
        }
        if !self.keys.is_empty() { Some(self) } else { self.end(state, now, heavy) }
    }

    /// All was looked at, at one moment or another: what changed since is looked at again.
    fn end(self, state: &State, now: Timestamp, heavy: &Heavy) -> Option<Self> {
        let Self { user, begun, mut read, reply, .. } = self;
        let (viewer, here) = match state.seen_by(user, now) {
            Ok(seen) => seen,
            Err(error) => {
                let _ = reply.send(Err(error));
                return None;
            }
        };
        let same = (here.log_epoch, here.view_epoch) == (begun.log_epoch, begun.view_epoch);
        let Some(changed) = state.recent.after(begun.version).filter(|_| same) else {
            // Another view, or too much happened.
            let held = match read {
                Read::View { held, .. } => held,
                Read::Delta(_) => None,
            };
            return Self::whole(state, user, held, now, reply);
        };
        let again = sync::delta(&state.directory, &viewer, changed);
        let keys: HashSet<Key> = again.iter().map(|put| put.key).collect();
        match &mut read {
            Read::View { records, .. } => {
                records.retain(|record| !keys.contains(&record.key()));
                records.extend(again.into_iter().filter_map(|put| put.record));
            }
            Read::Delta(puts) => {
                puts.retain(|put| !keys.contains(&put.key));
                puts.extend(again);
                // What hangs on two changes was read with each of them.
                puts.sort_unstable_by_key(|put| put.key);
                puts.dedup_by_key(|put| put.key);
            }
        }
        // Telling views apart takes a while, and needs the tenant no more.
        heavy.start(move || {
            let update = match read {
                Read::View { records, held: Some(held) } => sync::difference(records, &held),
                Read::View { records, held: None } => Update::Snapshot(records),
                Read::Delta(puts) => Update::Delta(puts),
            };
            let verdicts = Vec::new();
            let _ = reply.send(Ok(Told::News(SyncResponse { cursor: here, user, now, verdicts, update })));
        });
        None
    }
}

impl State {
    /// What a user holds, and where a client stands that holds what the user may see now.
    pub fn seen_by(&self, user: UserId, now: Timestamp) -> Result<(Holding, Cursor)> {
        let context = Context { actor: Actor::User(user), now, view: View::Whole };
        let viewer = Holding::of_actor(&self.directory, &context).map_err(|r| TenantError::Refused(r.into()))?;
        let (log_epoch, version) = (self.head.log_epoch, self.head.version);
        let cursor = Cursor { log_epoch, version, view_epoch: view_epoch(&viewer) };
        Ok((viewer, cursor))
    }
}
