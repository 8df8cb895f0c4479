//! Who is selected. It outlives searches and filters: one may select here and there, then act on all.

use super::Page;
use leptos::prelude::*;
use rollcall_core::{id::UserId, query::UserQuery};
use std::collections::HashSet;

/// Lists up to so many users are compared with the selection one by one.
const FEW: usize = 500;

/// The selected users. A handle: copies are the same.
#[derive(Clone, Copy)]
pub struct Selection {
    ids: RwSignal<HashSet<UserId>>,
    /// The list of which everybody was selected at once, and how many they were; until one is taken back.
    whole: RwSignal<Option<(UserQuery, usize)>>,
    /// Where a range of rows starts.
    from: StoredValue<usize>,
}

impl Selection {
    pub fn new() -> Self {
        Self { ids: RwSignal::new(HashSet::new()), whole: RwSignal::new(None), from: StoredValue::new(0) }
    }

    /// How many; tracked.
    pub fn len(self) -> usize {
        self.ids.with(HashSet::len)
    }

    pub fn len_untracked(self) -> usize {
        self.ids.with_untracked(HashSet::len)
    }

    /// Whether one is selected; tracked.
    pub fn has(self, id: UserId) -> bool {
        self.ids.with(|ids| ids.contains(&id))
    }

    /// The selected users at this moment, in an order that stays the same.
    pub fn list(self) -> Vec<UserId> {
        let mut ids: Vec<UserId> = self.ids.with_untracked(|ids| ids.iter().copied().collect());
        rollcall_core::sort::ascending(&mut ids);
        ids
    }

    pub fn clear(self) {
        self.whole.set(None);
        self.ids.update(HashSet::clear);
    }

    /// Selects everybody in the list, in sight or not.
    pub fn everybody(self, page: Page) {
        let users = page.users(0, None);
        self.whole.set(Some((unsorted(page.query.get_untracked()), users.len())));
        self.ids.update(|ids| ids.extend(users));
    }

    /// Whether everybody in the list is selected; tracked. A long list is not walked for it at each key: it is what was
    /// selected as a whole and has not changed since.
    pub fn is_whole(self, page: Page) -> bool {
        let total = page.total();
        if total == 0 || self.len() < total {
            return false;
        }
        if total <= FEW {
            page.query.track();
            let users = page.users(0, None);
            return self.ids.with(|ids| users.iter().all(|id| ids.contains(id)));
        }
        let query = unsorted(page.query.get());
        self.whole.with(|whole| whole.as_ref().is_some_and(|(of, count)| *of == query && *count == total))
    }

    /// Selects a row or takes it back; with a range, every row since the last one that was picked.
    pub fn pick(self, page: Page, index: usize, on: bool, range: bool) {
        let from = if range { self.from.get_value() } else { index };
        self.from.set_value(index);
        let (low, high) = (from.min(index), from.max(index));
        let ids = page.users(low, Some(high - low + 1));
        if !on {
            self.whole.set(None);
        }
        self.ids.update(|selected| {
            for id in ids {
                if on {
                    selected.insert(id);
                } else {
                    selected.remove(&id);
                }
            }
        });
    }
}

/// Who is in a list does not depend on its order.
fn unsorted(query: UserQuery) -> UserQuery {
    let UserQuery { sort, descending, .. } = UserQuery::default();
    UserQuery { sort, descending, ..query }
}
