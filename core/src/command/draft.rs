//! Collects the changes and effects of a decision.

use super::{Decision, Effect};
use crate::{
    change::{Change, Changes, Key, Record},
    directory::Directory,
};

/// A decision in the making over a directory. A record is written at most once.
pub(super) struct Draft<'d> {
    directory: &'d Directory,
    changes: Vec<Change>,
    effects: Vec<Effect>,
}

impl<'d> Draft<'d> {
    pub fn new(directory: &'d Directory) -> Self {
        Self { directory, changes: Vec::new(), effects: Vec::new() }
    }

    /// Writes a record; writing what stands there already changes nothing.
    pub fn put(&mut self, record: Record) {
        let key = record.key();
        let before = self.directory.get(&key);
        if before.as_ref() != Some(&record) {
            self.changes.push(Change { key, before, after: Some(record) });
        }
    }

    /// Removes a record, if it is there.
    pub fn remove(&mut self, key: Key) {
        if let Some(before) = self.directory.get(&key) {
            self.changes.push(Change { key, before: Some(before), after: None });
        }
    }

    pub fn effect(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    pub fn done(self) -> Decision {
        Decision { changes: Changes(self.changes), effects: self.effects }
    }
}

/// The decision, unless something speaks against it.
pub(super) fn unless(
    refusals: Vec<crate::Refusal>,
    draft: impl FnOnce() -> Decision,
) -> Result<Decision, crate::Refusals> {
    if refusals.is_empty() { Ok(draft()) } else { Err(refusals) }
}
