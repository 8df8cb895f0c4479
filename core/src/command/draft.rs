//! Collects the changes and effects of a decision, as far as one command may change things.

use super::{
    Decision, Effect,
    size::{self, Size},
};
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
    size: Size,
}

impl<'d> Draft<'d> {
    pub fn new(directory: &'d Directory) -> Self {
        Self { directory, changes: Vec::new(), at: FxHashMap::default(), effects: Vec::new(), size: Size::default() }
    }

    /// The record as it stands in the draft. None in one that is refused anyway: reading on would be work for nothing.
    pub fn get(&self, key: &Key) -> Option<Record> {
        if self.size.is_too_much() {
            return None;
        }
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
        // Not even built: a hundred thousand bytes in each of twenty thousand records would be the server's memory.
        if self.size.is_too_much() {
            return;
        }
        if let Some(change) = self.at.get(&key).and_then(|at| self.changes.get_mut(*at)) {
            self.size.remove(change);
            change.after = after;
            self.size.add(change);
            return;
        }
        let before = self.directory.get(&key);
        if before != after {
            self.at.insert(key, self.changes.len());
            let change = Change { key, before, after };
            self.size.add(&change);
            self.changes.push(change);
        }
    }

    pub fn effect(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    /// The decision, unless it changes too much after all: what no verb counted before is refused all the same.
    ///
    /// INVARIANT: no decision is larger than one command may be.
    pub fn done(mut self) -> Result<Decision, Refusals> {
        if let Some(refusal) = size::too_large(self.size) {
            return Err(refusal.into());
        }
        self.changes.retain(|change| change.before != change.after);
        Ok(Decision { changes: Changes(self.changes), effects: self.effects })
    }
}

/// The decision, unless something speaks against it.
pub(super) fn unless(
    reasons: Vec<Refusal>,
    draft: impl FnOnce() -> Result<Decision, Refusals>,
) -> Result<Decision, Refusals> {
    Refusals::none(reasons).and_then(|()| draft())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        command::MAX_CHANGES,
        id::UserId,
        model::{Avatar, AvatarOf, User, UserKind, UserState},
        time::Timestamp,
        value::Picture,
    };

    fn user(n: usize) -> Record {
        Record::User(User::new(UserId::fixed(n as u128), UserKind::Person, UserState::Active, Timestamp(1)))
    }

    /// So many records of so many bytes.
    fn of(count: usize, record: impl Fn(usize) -> Record) -> Result<Decision, Refusals> {
        let directory = Directory::default();
        let mut draft = Draft::new(&directory);
        (0..count).for_each(|n| draft.put(record(n)));
        assert!(draft.changes.len() <= MAX_CHANGES + 1, "no more is built");
        draft.done()
    }

    /// Such a decision is a mistake of a verb's, and no user's fault; it must not come through even so.
    #[test]
    fn what_no_verb_counted_is_refused_too() {
        assert_eq!(of(MAX_CHANGES, user).unwrap().changes.0.len(), MAX_CHANGES);
        let refused = Refusal::TooManyChanges { changes: 20_001, max: 20_000 };
        assert_eq!(of(MAX_CHANGES + 1, user), Err(refused.clone().into()));
        assert_eq!(of(2 * MAX_CHANGES, user), Err(refused.into()));
    }

    #[test]
    fn bytes_count_as_records_do() {
        let mut bytes = b"\xff\xd8\xff".to_vec();
        bytes.resize(20 * 1024, 0);
        let picture = Picture::parse(&bytes).unwrap();
        let avatar = |n| Record::Avatar(Avatar { of: AvatarOf::User(UserId::fixed(n)), picture: picture.clone() });
        assert_eq!(of(MAX_CHANGES / 20, |n| avatar(n as u128)).unwrap().changes.0.len(), 1_000);
        let refused = Refusal::TooManyChanges { changes: 20_020, max: 20_000 };
        assert_eq!(of(MAX_CHANGES / 20 + 1, |n| avatar(n as u128)), Err(refused.into()));
    }

    #[test]
    fn what_is_written_again_counts_as_it_becomes() {
        let mut bytes = b"\xff\xd8\xff".to_vec();
        bytes.resize(20 * 1024, 0);
        let of = AvatarOf::User(UserId::fixed(1));
        let record = Record::Avatar(Avatar { of, picture: Picture::parse(&bytes).unwrap() });
        let directory = Directory::default();
        let mut draft = Draft::new(&directory);
        (0..2 * MAX_CHANGES).for_each(|_| draft.put(record.clone()));
        draft.remove(Key::Avatar(of));
        assert_eq!(draft.size, Size { changes: 1, kib: 0 });
        assert_eq!(draft.done(), Ok(Decision::default()));
    }
}
