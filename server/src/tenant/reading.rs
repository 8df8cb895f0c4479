//! A whole view, read a little at a time between commits, so that no large tenant stands still while somebody syncs for
//! the first time. What changes under the reading is told as the difference to its end, and the answer is exactly the
//! view of one version.

use super::{Result, TenantError, state::State};
use rollcall_core::{
    Actor, Context, Key, Record,
    access::{Holding, view_epoch, visible},
    context::View,
    id::UserId,
    sync::{self, Cursor, Held, SyncResponse, Update, Verdict},
    time::Timestamp,
};
use std::collections::HashSet;
use tokio::sync::oneshot;

/// A view being read.
pub(super) struct Reading {
    user: UserId,
    viewer: Holding,
    /// Where it began.
    begun: Cursor,
    /// What is still to be looked at.
    keys: Vec<Key>,
    records: Vec<Record>,
    /// What the client holds: it is told the difference.
    held: Option<Held>,
    verdicts: Vec<Verdict>,
    reply: oneshot::Sender<Result<SyncResponse>>,
}

impl Reading {
    /// Begins to read what a user may see.
    pub fn begin(
        state: &State,
        user: UserId,
        held: Option<Held>,
        verdicts: Vec<Verdict>,
        now: Timestamp,
        reply: oneshot::Sender<Result<SyncResponse>>,
    ) -> Option<Self> {
        let (viewer, begun) = match state.seen_by(user, now) {
            Ok(seen) => seen,
            Err(error) => {
                let _ = reply.send(Err(error));
                return None;
            }
        };
        let keys = state.directory.keys().collect();
        Some(Self { user, viewer, begun, keys, records: Vec::new(), held, verdicts, reply })
    }

    /// Reads on. Gives itself back when there is more to read.
    pub fn go_on(mut self, state: &State, now: Timestamp) -> Option<Self> {
        if self.reply.is_closed() {
            // The client has gone.
            return None;
        }
        let rest = self.keys.len().saturating_sub(state.tuning.slice);
        for key in self.keys.drain(rest..) {
            let record = state.directory.get(&key);
            self.records.extend(record.and_then(|record| visible(&state.directory, &self.viewer, &record)));
        }
        if !self.keys.is_empty() { Some(self) } else { self.end(state, now) }
    }

    /// All was looked at, at one moment or another: what changed since is looked at again.
    fn end(self, state: &State, now: Timestamp) -> Option<Self> {
        let Self { user, begun, held, verdicts, reply, mut records, .. } = self;
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
            return Self::begin(state, user, held, verdicts, now, reply);
        };
        if !changed.is_empty() {
            let puts = sync::delta(&state.directory, &viewer, changed);
            let again: HashSet<Key> = puts.iter().map(|put| put.key).collect();
            records.retain(|record| !again.contains(&record.key()));
            records.extend(puts.into_iter().filter_map(|put| put.record));
        }
        // Telling views apart takes a while, and needs the tenant no more.
        tokio::task::spawn_blocking(move || {
            let update = match held {
                Some(held) => sync::difference(records, &held),
                None => Update::Snapshot(records),
            };
            let _ = reply.send(Ok(SyncResponse { cursor: here, user, now, verdicts, update }));
        });
        None
    }
}

impl State {
    /// What a user holds, and where a client stands that holds what the user may see now.
    pub fn seen_by(&self, user: UserId, now: Timestamp) -> Result<(Holding, Cursor)> {
        let context = Context { actor: Actor::User(user), now, view: View::Whole };
        let viewer = Holding::of_actor(&self.directory, &context).map_err(|r| TenantError::Refused(vec![r]))?;
        let (log_epoch, version) = (self.head.log_epoch, self.head.version);
        let cursor = Cursor { log_epoch, version, view_epoch: view_epoch(&viewer) };
        Ok((viewer, cursor))
    }
}
