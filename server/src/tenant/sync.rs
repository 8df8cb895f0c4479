//! What a client gets: the difference since its cursor, or the whole view when there is no telling the difference.

use super::{Result, state::State};
use crate::store::Store;
use rollcall_core::{
    Key,
    id::UserId,
    sync::{self, Cursor, Held, SyncResponse, Update, Verdict},
    time::Timestamp,
};
use tokio::sync::oneshot;

/// What a client knows already.
#[derive(Clone, Debug, Default)]
pub struct Ask {
    pub cursor: Option<Cursor>,
    /// What it holds at the cursor, when it was asked.
    pub held: Option<Held>,
    /// It can be asked.
    pub tells_held: bool,
}

/// What whoever syncs is told.
pub(super) enum Told {
    News(SyncResponse),
    /// The commands have these verdicts. So many bytes at most have to be read for the rest, which takes a share of answers.
    Large(Vec<Verdict>, usize),
}

pub(super) type Reply = oneshot::Sender<Result<Told>>;

/// What there is to answer.
pub(super) enum Pulled {
    Answer(SyncResponse),
    /// The whole view has to be read, and is large.
    Whole(Option<Held>),
    /// These records changed, and they are many.
    Since(Vec<Key>),
}

impl State {
    /// The news for a user since the cursor.
    pub async fn pull(
        &mut self,
        store: &dyn Store,
        user: UserId,
        Ask { cursor, held, tells_held }: Ask,
        now: Timestamp,
    ) -> Result<Pulled> {
        // The client was served by a process that is ahead of this one: never take it back.
        if cursor.is_some_and(|cursor| cursor.log_epoch == self.head.log_epoch && cursor.version > self.head.version) {
            self.catch_up(store).await?;
        }
        let (viewer, here) = self.seen_by(user, now)?;
        let bytes = self.tuning.bytes_at_once;
        let changed = match cursor.filter(|cursor| self.reaches(cursor, &here)) {
            None => None,
            Some(cursor) => match self.recent.after(cursor.version) {
                Some(keys) => Some(keys),
                None => store.keys_since(self.tenant, cursor.version).await?,
            },
        };
        // A delta of more than there is would be longer than the view.
        let changed = changed.filter(|keys| keys.len() <= self.directory.len().max(self.tuning.at_once));
        let update = match changed {
            Some(keys) if keys.len() > self.tuning.at_once => return Ok(Pulled::Since(keys)),
            Some(keys) => match sync::delta_within(&self.directory, &viewer, keys.iter().copied(), bytes) {
                Some(puts) => Update::Delta(puts),
                None => return Ok(Pulled::Since(keys)),
            },
            None => match (cursor, held) {
                (Some(cursor), None) if tells_held && self.directory.len() >= self.tuning.worth_asking => {
                    let (verdicts, update) = (Vec::new(), Update::Stale);
                    return Ok(Pulled::Answer(SyncResponse { cursor, user, now, verdicts, update }));
                }
                (cursor, held) => {
                    let held = held.filter(|_| cursor.is_some());
                    let few = self.directory.len() <= self.tuning.at_once;
                    let read = few.then(|| sync::snapshot_within(&self.directory, &viewer, bytes)).flatten();
                    match (read, held) {
                        (None, held) => return Ok(Pulled::Whole(held)),
                        (Some(records), Some(held)) => sync::difference(records, &held),
                        (Some(records), None) => Update::Snapshot(records),
                    }
                }
            },
        };
        Ok(Pulled::Answer(SyncResponse { cursor: here, user, now, verdicts: Vec::new(), update }))
    }

    /// Whether a delta can be told from the one cursor to the other.
    fn reaches(&self, from: &Cursor, here: &Cursor) -> bool {
        from.log_epoch == here.log_epoch
            && from.view_epoch == here.view_epoch
            && (self.head.log_floor..=here.version).contains(&from.version)
    }
}
