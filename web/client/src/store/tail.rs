//! What the server sent since the chunks were written: one entry a batch, in order, the last word on a key counts.

use crate::browser::tuning;
use rollcall_core::{
    Key, Record,
    sync::{Batch, News},
};
use rustc_hash::FxHashMap;

/// The records that differ from what the chunks hold; absent when they are gone.
#[derive(Default)]
pub struct Overlay(FxHashMap<Key, Option<Record>>);

impl Overlay {
    /// What these batches change, oldest first. A snapshot never stands in the tail: it is written as chunks.
    pub fn of(batches: impl IntoIterator<Item = Batch>) -> Self {
        let mut overlay = Self::default();
        for batch in batches {
            if let News::Delta(puts) = batch.update {
                overlay.0.extend(puts.into_iter().map(|put| (put.key, put.record)));
            }
        }
        overlay
    }

    /// Whether this has the last word on a record.
    pub fn covers(&self, key: &Key) -> bool {
        self.0.contains_key(key)
    }

    pub fn keys(&self) -> impl Iterator<Item = &Key> {
        self.0.keys()
    }

    /// The records that are there.
    pub fn records(&self) -> impl Iterator<Item = &Record> {
        self.0.values().flatten()
    }
}

/// Whether a tail of so many batches with so many changed records should be folded.
pub fn is_long(batches: u64, puts: usize) -> bool {
    let usual = tuning();
    batches > usual.tail_batches || puts > usual.tail_puts
}

#[cfg(test)]
mod tests {
    use super::*;
    use rollcall_core::{
        Timestamp,
        id::{RoleId, TeamId, UserId},
        model::Membership,
        sync::{Cursor, Put},
    };

    /// Somebody's place in a team: with a role through which it came, to distinguish two versions.
    fn place(user: u128, through: u128) -> Record {
        let (team, user, through) = (TeamId::fixed(1), UserId::fixed(user), vec![RoleId::fixed(through)]);
        Record::Membership(Membership { team, user, by_hand: false, through })
    }

    fn batch(puts: Vec<Put>) -> Batch {
        Batch {
            base: None,
            cursor: Cursor { log_epoch: 1, version: 1, view_epoch: 1 },
            now: Timestamp(0),
            update: News::Delta(puts),
            settled: Vec::new(),
            rejected: Vec::new(),
        }
    }

    fn put(record: Record) -> Put {
        Put { key: record.key(), record: Some(record) }
    }

    #[test]
    fn the_last_word_counts() {
        let gone = Put { key: place(2, 0).key(), record: None };
        let overlay =
            Overlay::of([batch(vec![put(place(1, 1)), put(place(2, 1))]), batch(vec![gone, put(place(1, 9))])]);
        assert_eq!(overlay.records().collect::<Vec<_>>(), [&place(1, 9)]);
        assert!(overlay.covers(&place(2, 0).key()), "what is gone must not come back from its chunk");
        assert!(!overlay.covers(&place(3, 0).key()));
    }
}
