//! What is selected in a list. It outlives searches and filters: one may select here and there, then act on all.

use super::Query;
use std::{
    collections::HashSet,
    ops::{Range, RangeInclusive},
};
use uuid::Uuid;

/// Lists up to so many rows are compared with the selection one by one.
const FEW: usize = 500;

/// What is selected.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chosen {
    ids: HashSet<Uuid>,
    /// The list of which everything was selected at once, and how many that were; until one is taken back.
    whole: Option<(Query, usize)>,
}

impl Chosen {
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    pub fn has(&self, id: Uuid) -> bool {
        self.ids.contains(&id)
    }

    /// In an order that stays the same.
    pub fn list(&self) -> Vec<Uuid> {
        let mut ids: Vec<Uuid> = self.ids.iter().copied().collect();
        rollcall_core::sort::ascending(&mut ids);
        ids
    }

    /// Selects some, or takes them back.
    pub fn pick(&mut self, ids: &[Uuid], on: bool) {
        if !on {
            self.whole = None;
        }
        for id in ids {
            if on {
                self.ids.insert(*id);
            } else {
                self.ids.remove(id);
            }
        }
    }

    /// Selects everything that a query finds, in sight or not.
    pub fn everything(&mut self, query: Query, ids: Vec<Uuid>) {
        self.whole = Some((query.unsorted(), ids.len()));
        self.ids.extend(ids);
    }

    /// Whether everything that a query finds is selected. A long list is not walked for it at each key: it is what was
    /// selected as a whole and has not changed since.
    pub fn is_whole(&self, query: &Query, total: usize, ids: impl FnOnce() -> Vec<Uuid>) -> bool {
        if total == 0 || self.len() < total {
            return false;
        }
        if total <= FEW {
            return ids().iter().all(|id| self.has(*id));
        }
        self.whole.as_ref().is_some_and(|(of, count)| *count == total && *of == query.clone().unsorted())
    }
}

/// How far a selection by Shift and arrows reaches, from where it began.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    from: usize,
    to: usize,
}

impl Reach {
    /// A row was picked: what comes next reaches from there.
    pub fn at(row: usize) -> Self {
        Self { from: row, to: row }
    }

    /// The rows from where it began to this one.
    pub fn rows(self, to: usize) -> RangeInclusive<usize> {
        self.from.min(to)..=self.from.max(to)
    }

    /// Reaches to another row than the one that the keyboard is on: which rows are selected then, and which no longer. It
    /// begins at the keyboard's row when that is not where it reached last.
    pub fn extend(&mut self, here: usize, to: usize) -> (RangeInclusive<usize>, Range<usize>) {
        if self.to != here {
            *self = Self::at(here);
        }
        let before = self.rows(here);
        self.to = to;
        let now = self.rows(to);
        let gone = if before.end() > now.end() {
            now.end() + 1..before.end() + 1
        } else if before.start() < now.start() {
            *before.start()..*now.start()
        } else {
            0..0
        };
        (now, gone)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(range: Range<u128>) -> Vec<Uuid> {
        range.map(Uuid::from_u128).collect()
    }

    #[test]
    fn a_small_list_is_whole_when_all_of_it_is_selected_however_that_came() {
        let mut chosen = Chosen::default();
        chosen.pick(&ids(0..3), true);
        let whole = |chosen: &Chosen| chosen.is_whole(&Query::default(), 3, || ids(0..3));
        assert!(whole(&chosen));
        chosen.pick(&ids(1..2), false);
        assert!(!whole(&chosen) && !chosen.has(Uuid::from_u128(1)) && chosen.len() == 2);
        chosen.pick(&ids(7..8), true);
        assert!(!whole(&chosen), "as many, but others");
        assert!(!Chosen::default().is_whole(&Query::default(), 0, Vec::new));
    }

    #[test]
    fn a_long_list_is_whole_while_it_is_what_was_selected() {
        let mut chosen = Chosen::default();
        let mut query = Query::default();
        chosen.everything(query.clone(), ids(0..900));
        let never = || -> Vec<Uuid> { panic!("a long list is not walked") };
        assert!(chosen.is_whole(&query, 900, never));
        query.set("sort", "email".into());
        assert!(chosen.is_whole(&query, 900, never), "in any order");
        query.set("state", "active".into());
        assert!(!chosen.is_whole(&query, 800, never), "a part of it is another list");
        chosen.pick(&ids(0..1), false);
        assert!(!chosen.is_whole(&Query::default(), 900, never));
        assert_eq!(chosen.list().first(), Some(&Uuid::from_u128(1)));
    }

    #[test]
    fn shift_and_arrows_reach_on_and_back_over_where_they_began() {
        let mut reach = Reach::at(0);
        assert_eq!(reach.extend(5, 6), (5..=6, 0..0), "from the row that the keyboard is on");
        assert_eq!(reach.extend(6, 8), (5..=8, 0..0));
        assert_eq!(reach.extend(8, 7), (5..=7, 8..9));
        assert_eq!(reach.extend(7, 3), (3..=5, 6..8), "to the other side");
        assert_eq!(reach.extend(3, 4), (4..=5, 3..4));
        assert_eq!(reach.extend(4, 5), (5..=5, 4..5));
        assert_eq!(reach.extend(9, 10), (9..=10, 0..0), "somewhere else");
        assert_eq!(Reach::at(9).rows(2), 2..=9);
    }
}
