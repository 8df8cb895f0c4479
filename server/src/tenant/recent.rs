//! The keys that changed lately, so that most deltas need no question to the store.

use rollcall_core::Key;
use std::collections::VecDeque;

/// Changed keys, oldest first.
pub(super) struct Recent {
    /// Every change after this version is here.
    from: u64,
    changed: VecDeque<(u64, Key)>,
    most: usize,
}

impl Recent {
    /// Nothing changed yet after this version. At most so many changes will be remembered.
    pub fn since(version: u64, most: usize) -> Self {
        Self { from: version, changed: VecDeque::new(), most }
    }

    /// Notes a change. Versions never go down.
    pub fn add(&mut self, version: u64, key: Key) {
        self.changed.push_back((version, key));
        if self.changed.len() > self.most
            && let Some((oldest, _)) = self.changed.pop_front()
        {
            self.from = self.from.max(oldest);
        }
    }

    /// The keys that changed after a version, unless that is longer ago than this remembers.
    pub fn after(&self, version: u64) -> Option<Vec<Key>> {
        let known = version >= self.from;
        known.then(|| self.changed.iter().rev().take_while(|(at, _)| *at > version).map(|(_, key)| *key).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rollcall_core::id::UserId;

    const MOST: usize = 50;

    fn key(n: u128) -> Key {
        Key::User(UserId::fixed(n))
    }

    #[test]
    fn it_knows_what_came_after_and_what_it_forgot() {
        let mut recent = Recent::since(7, MOST);
        assert_eq!(recent.after(7), Some(vec![]));
        assert_eq!(recent.after(6), None);
        recent.add(8, key(1));
        recent.add(9, key(2));
        assert_eq!(recent.after(7), Some(vec![key(2), key(1)]));
        assert_eq!(recent.after(8), Some(vec![key(2)]));
        for n in 0..MOST as u64 {
            recent.add(10 + n, key(3));
        }
        assert_eq!(recent.after(8), None);
        assert_eq!(recent.after(9).map(|keys| keys.len()), Some(MOST));
    }
}
