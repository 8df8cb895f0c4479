//! Collects the changes and effects of a decision.

use super::{Decision, Effect};
use crate::{
    change::{Change, Changes, Key, Record},
    directory::Directory,
    refusal::{Refusal, Refusals},
};
use rustc_hash::FxHashMap;

/// A decision in the making over a directory. Reading sees what was written; a record changes at most once.
pub(super) struct Draft<'d> {
    directory: &'d Directory,
    changes: Vec<Change>,
    at: FxHashMap<Key, usize>,
    effects: Vec<Effect>,
}

impl<'d> Draft<'d> {
    pub fn new(directory: &'d Directory) -> Self {
        Self { directory, changes: Vec::new(), at: FxHashMap::default(), effects: Vec::new() }
    }

    /// The record as it stands in the draft.
    pub fn get(&self, key: &Key) -> Option<Record> {
        match self.at.get(key).and_then(|at| self.changes.get(*at)) {
            Some(change) => change.after.clone(),
            None => self.directory.get(key),
        }
    }

    /// Writes a record; writing what stands there already changes nothing.
    pub fn put(&mut self, record: Record) {
        self.set(record.key(), Some(record));
    }

    /// Removes a record, if it is there.
    pub fn remove(&mut self, key: Key) {
        self.set(key, None);
    }

    fn set(&mut self, key: Key, after: Option<Record>) {
        if let Some(change) = self.at.get(&key).and_then(|at| self.changes.get_mut(*at)) {
            change.after = after;
            return;
        }
        let before = self.directory.get(&key);
        if before != after {
            self.at.insert(key, self.changes.len());
            self.changes.push(Change { key, before, after });
        }
    }

    pub fn effect(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    pub fn done(mut self) -> Decision {
        self.changes.retain(|change| change.before != change.after);
        Decision { changes: Changes(self.changes), effects: self.effects }
    }
}

/// The decision, unless something speaks against it.
pub(super) fn unless(reasons: Vec<Refusal>, draft: impl FnOnce() -> Decision) -> Result<Decision, Refusals> {
    Refusals::none(reasons).map(|()| draft())
}
