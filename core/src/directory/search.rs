//! Finding users by what is typed. All search texts lie in one string, in the order of the list, so that a keystroke is
//! one scan of memory; it is made anew at the first search after a change.

use super::index::SearchKey;
use crate::{id::UserId, model::UserState};
use memchr::memmem::Finder;
use std::{collections::BTreeMap, sync::OnceLock};

/// What a user is searched by, folded, and what lists are filtered by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchEntry {
    /// Name, identifiers, extension, numbers and position, folded and joined by line feeds.
    pub text: Box<str>,
    pub state: UserState,
}

/// Users by name, and the texts they are searched by.
#[derive(Clone, Debug, Default)]
pub(super) struct Search {
    entries: BTreeMap<SearchKey, SearchEntry>,
    flat: OnceLock<Flat>,
}

/// All texts in one, in the order of the list.
#[derive(Clone, Debug, Default)]
struct Flat {
    text: String,
    rows: Vec<FoundUser>,
    /// Where each row's text ends.
    ends: Vec<usize>,
}

/// A user that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FoundUser {
    pub id: UserId,
    pub state: UserState,
}

impl Search {
    pub fn add(&mut self, key: SearchKey, entry: SearchEntry) {
        self.entries.insert(key, entry);
        self.flat.take();
    }

    pub fn forget(&mut self, key: &SearchKey) {
        self.entries.remove(key);
        self.flat.take();
    }

    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (UserId, &SearchEntry)> {
        self.entries.iter().map(|((_, id), entry)| (*id, entry))
    }

    /// Calls `found` for each user whose text holds every one of the folded words, in the order of the list.
    pub fn find(&self, words: &[&str], mut found: impl FnMut(FoundUser)) {
        let flat = self.flat.get_or_init(|| Flat::of(&self.entries));
        // The longest word is the rarest: it is looked for, the others are checked where it was found.
        let Some(longest) = words.iter().max_by_key(|word| word.len()) else {
            return flat.rows.iter().copied().for_each(found);
        };
        let others: Vec<Finder> = words.iter().filter(|word| word != &longest).map(Finder::new).collect();
        let (finder, bytes) = (Finder::new(longest), flat.text.as_bytes());
        let (mut row, mut from) = (0, 0);
        while let Some(at) = bytes.get(from..).and_then(|rest| finder.find(rest)).map(|at| from + at) {
            row += flat.ends.get(row..).map_or(0, |ends| ends.partition_point(|end| *end <= at));
            let (Some(end), Some(user)) = (flat.ends.get(row), flat.rows.get(row)) else { return };
            let start = row.checked_sub(1).and_then(|before| flat.ends.get(before)).copied().unwrap_or_default();
            let text = bytes.get(start..*end).unwrap_or_default();
            if others.iter().all(|other| other.find(text).is_some()) {
                found(*user);
            }
            from = *end;
        }
    }
}

impl Flat {
    fn of(entries: &BTreeMap<SearchKey, SearchEntry>) -> Self {
        let mut flat = Self::default();
        flat.rows.reserve(entries.len());
        flat.ends.reserve(entries.len());
        for ((_, id), entry) in entries {
            flat.text.push_str(&entry.text);
            // A word has no white space, so none is found across two users.
            flat.text.push('\n');
            flat.rows.push(FoundUser { id: *id, state: entry.state });
            flat.ends.push(flat.text.len());
        }
        flat
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(search: &Search, words: &[&str]) -> Vec<u128> {
        let mut ids = Vec::new();
        search.find(words, |user| ids.push(user.id.uuid().as_u128()));
        ids
    }

    #[test]
    fn finds_every_word_in_one_user_in_order() {
        let mut search = Search::default();
        for (id, text) in [(1, "cy cyan\ncy@x.io"), (2, "ann lee\nann@x.io"), (3, "bob\nlee@x.io"), (4, "ann")] {
            let name = text.split('\n').next().unwrap_or_default();
            let entry = SearchEntry { text: text.into(), state: UserState::Active };
            search.add((name.into(), UserId::fixed(id)), entry);
        }
        assert_eq!(found(&search, &[]), [4, 2, 3, 1], "all, by name");
        assert_eq!(found(&search, &["ann"]), [4, 2]);
        assert_eq!(found(&search, &["lee"]), [2, 3], "each user once, however often the word occurs");
        assert_eq!(found(&search, &["x.io", "ann"]), [2]);
        assert_eq!(found(&search, &["cy", "cy"]), [1]);
        assert_eq!(found(&search, &["nobody"]), [0_u128; 0]);
        search.forget(&("ann".into(), UserId::fixed(4)));
        assert_eq!(found(&search, &["ann"]), [2], "a change is seen at once");
    }
}
