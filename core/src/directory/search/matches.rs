//! What a search found: to be counted, narrowed, and read a page at a time.

use super::{
    super::{Directory, users::Row},
    Bits, Facet, Search, UserOrder,
};
use crate::{
    id::UserId,
    model::{User, UserKind, UserState},
};

/// Users that a search found.
pub struct Matches<'d> {
    directory: &'d Directory,
    search: &'d Search,
    rows: Bits,
}

/// Some of the users of a search, to be listed together.
pub struct Group(Bits);

/// How close what something is called comes to what was typed, the closest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Closeness {
    /// It begins so.
    Begins,
    /// Words of it do.
    WordsBegin,
    /// It was found by something else.
    Found,
}

impl<'d> Matches<'d> {
    pub(in crate::directory) fn new(directory: &'d Directory, search: &'d Search, words: &[&str]) -> Self {
        Self { directory, search, rows: search.find(directory, words) }
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.rows.count()
    }

    /// How many are in a state.
    pub fn count_in(&self, state: UserState) -> usize {
        self.rows.common(self.search.state(state))
    }

    /// How many are of a kind.
    pub fn count_of(&self, kind: UserKind) -> usize {
        self.rows.common(self.search.kind(kind))
    }

    /// How many are persons.
    pub fn persons(&self) -> usize {
        self.count_of(UserKind::Person)
    }

    /// Keeps those in a state.
    pub fn keep_state(&mut self, state: UserState) {
        self.rows.keep(&self.search.state(state).0);
    }

    /// Keeps those of a kind.
    pub fn keep_kind(&mut self, kind: UserKind) {
        self.rows.keep(&self.search.kind(kind).0);
    }

    /// Keeps those who are persons.
    pub fn keep_persons(&mut self) {
        self.keep_kind(UserKind::Person);
    }

    /// Keeps active people who can neither make nor take calls.
    pub fn keep_silent(&mut self) {
        self.rows.keep(&self.search.silent_rows().0);
    }

    /// Keeps those who are in a team, hold a role or have a licence.
    pub fn keep(&mut self, facet: Facet) {
        self.rows.keep(&self.group(facet).0.0);
    }

    /// Keeps those of a group.
    pub fn keep_group(&mut self, group: &Group) {
        self.rows.keep(&group.0.0);
    }

    /// Keeps those of one group or another.
    pub fn keep_any(&mut self, groups: &[&Group]) {
        let mut any = Bits::default();
        groups.iter().for_each(|group| any.with(&group.0));
        self.rows.keep(&any.0);
    }

    /// Those in a state of whom something holds; looks at each one in that state.
    pub fn those(&self, state: UserState, holds: impl Fn(&User) -> bool) -> Group {
        let mut rows = self.rows.clone();
        rows.keep(&self.search.state(state).0);
        let user = |row: &Row| self.directory.users.at(*row);
        Group(rows.iter().filter(|row| user(row).is_some_and(&holds)).collect())
    }

    /// How many of a group there are.
    pub fn count_group(&self, group: &Group) -> usize {
        self.rows.common(&group.0)
    }

    /// Everybody in a team, with a role or with a licence.
    pub fn group(&self, facet: Facet) -> Group {
        let mut rows = Bits::default();
        self.search.facets.get(&facet).into_iter().for_each(|there| there.onto(&mut rows));
        Group(rows)
    }

    /// These, as far as they are there.
    pub fn group_of(&self, users: impl IntoIterator<Item = UserId>) -> Group {
        Group(users.into_iter().filter_map(|user| self.directory.users.row(user)).collect())
    }

    /// Everybody in a state.
    pub fn group_in(&self, state: UserState) -> Group {
        Group(self.search.state(state).clone())
    }

    /// A page of them in an order.
    pub fn page(&self, by: UserOrder, descending: bool, from: usize, limit: usize) -> Vec<UserId> {
        if let Some(mut rows) = self.few(by) {
            if descending {
                rows.reverse();
            }
            return self.ids(rows.into_iter(), from, limit);
        }
        let rows = self.search.order(&self.directory.users, by).iter();
        let found = |row: &Row| self.rows.has(*row);
        match descending {
            false => self.ids(rows.filter(found), from, limit),
            true => self.ids(rows.rev().filter(found), from, limit),
        }
    }

    /// A page of them, group by group, each by name: whoever is in several stands in the first, whoever is in none at
    /// the end.
    pub fn page_grouped(&self, groups: &[Group], descending: bool, from: usize, limit: usize) -> Vec<UserId> {
        let mut parts = vec![Vec::new(); groups.len() + 1];
        let mut part = |n: usize, row| parts.get_mut(n).into_iter().for_each(|part: &mut Vec<Row>| part.push(row));
        if let Some(rows) = self.few(UserOrder::Name) {
            for row in rows {
                part(groups.iter().position(|group| group.0.has(row)).unwrap_or(groups.len()), row);
            }
        } else {
            let mut group_of = vec![groups.len(); self.directory.users.rows()];
            for (n, Group(rows)) in groups.iter().enumerate().rev() {
                for row in rows.iter() {
                    group_of.get_mut(row as usize).into_iter().for_each(|group| *group = n);
                }
            }
            let everybody = self.search.order(&self.directory.users, UserOrder::Name).iter();
            for row in everybody.filter(|row| self.rows.has(*row)) {
                part(group_of.get(row as usize).copied().unwrap_or_default(), row);
            }
        }
        let rows = parts.into_iter().flatten();
        if descending { self.ids(rows.rev(), from, limit) } else { self.ids(rows, from, limit) }
    }

    /// The first of them, by how close their folded names come to what was typed, and equally close ones by name.
    pub fn closest(&self, closeness: impl Fn(&[u8]) -> Closeness, limit: usize) -> Vec<UserId> {
        let none = || Group(Bits::none(self.rows.0.len()));
        let (mut begin, mut words_begin) = (none(), none());
        for row in self.rows.iter() {
            match closeness(self.search.texts.name(row)) {
                Closeness::Begins => begin.0.set(row, true),
                Closeness::WordsBegin => words_begin.0.set(row, true),
                Closeness::Found => {}
            }
        }
        self.page_grouped(&[begin, words_begin], false, 0, limit)
    }

    /// Few are sorted; many are picked out of everybody, who stand in order. Fewer are sorted when the order is there, and
    /// need not be made for them.
    fn few(&self, by: UserOrder) -> Option<Vec<Row>> {
        let share = if self.search.has_order(by) { 512 } else { 32 };
        (self.count().saturating_mul(share) < self.directory.users.len()).then(|| {
            let mut rows: Vec<Row> = self.rows.iter().collect();
            self.search.sort(&self.directory.users, by, &mut rows);
            rows
        })
    }

    fn ids(&self, rows: impl Iterator<Item = Row>, from: usize, limit: usize) -> Vec<UserId> {
        // The rows first: reading the users is then bound by memory's width and not by its delay.
        let rows: Vec<Row> = rows.skip(from).take(limit).collect();
        rows.into_iter().filter_map(|row| Some(self.directory.users.at(row)?.id)).collect()
    }
}
