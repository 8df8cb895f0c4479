//! Finding users by what is typed, filtered and sorted. Made at the first search and kept true from then on, so that a
//! server that never searches pays nothing, and a keystroke after a change costs what every keystroke does.

mod bits;
mod matches;
mod order;
mod sieve;
mod texts;

use super::{
    Directory,
    users::{Row, Users},
};
use crate::{
    id::{LicenceId, RoleId, TeamId},
    model::{User, UserKind, UserState},
    value::fold,
};
use bits::{Bits, Rows};
pub use matches::{Closeness, Group, Matches};
use memchr::memmem::Finder;
use order::Order;
use rustc_hash::FxHashMap;
use sieve::Sieve;
use std::{borrow::Cow, cmp::Ordering, sync::OnceLock};
use texts::Texts;

/// What users of a list can be filtered by, besides their state and kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Facet {
    Team(TeamId),
    Role(RoleId),
    /// A plan or an add-on.
    Licence(LicenceId),
}

/// An order of users that is kept once it was asked for. Those without what they are sorted by come last; equal ones
/// stand by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UserOrder {
    Name,
    Email,
    /// As a number.
    Extension,
    Position,
    Created,
}

/// Each order, once it was asked for.
type Orders = [OnceLock<Order>; ORDERS.len()];

/// What finds users.
#[derive(Clone, Debug, Default)]
pub(super) struct Search {
    texts: Texts,
    sieve: Sieve,
    all: Bits,
    states: [Bits; 4],
    kinds: [Bits; 5],
    /// Has an extension or a number.
    reachable: Bits,
    facets: FxHashMap<Facet, Rows>,
    orders: Orders,
}

/// The order by name, which settles every other one.
#[derive(Clone, Copy)]
struct Names<'s> {
    texts: &'s Texts,
    users: &'s Users,
}

impl Names<'_> {
    fn compare(self, a: Row, b: Row) -> Ordering {
        let id = |row: Row| self.users.at(row).map(|user| user.id);
        self.texts.name(a).cmp(self.texts.name(b)).then_with(|| id(a).cmp(&id(b)))
    }

    /// The first letters as a number: tells most names apart without looking at them.
    fn prefix(self, row: Row) -> u64 {
        let mut first = [0; 8];
        first.iter_mut().zip(self.texts.name(row)).for_each(|(first, byte)| *first = *byte);
        u64::from_be_bytes(first)
    }

    fn sort(self, rows: &mut [Row]) {
        let mut keyed: Vec<(u64, Row)> = rows.iter().map(|row| (self.prefix(*row), *row)).collect();
        keyed.sort_unstable_by(|(a, row), (b, other)| a.cmp(b).then_with(|| self.compare(*row, *other)));
        rows.iter_mut().zip(keyed).for_each(|(row, (_, sorted))| *row = sorted);
    }

    /// How others stand to this row.
    fn place(self, by: UserOrder, row: Row) -> impl Fn(Row) -> Ordering {
        let own = key(self.users.at(row), by);
        move |other| key(self.users.at(other), by).cmp(&own).then_with(|| self.compare(other, row))
    }
}

/// What a user is sorted by, before its name: nothing comes last.
fn key<'u>(user: Option<&'u User>, by: UserOrder) -> (bool, u64, Cow<'u, str>) {
    let none = (true, 0, Cow::Borrowed(""));
    let text = |text: &'u str| (false, 0, folded(text));
    let Some(user) = user else { return none };
    match by {
        UserOrder::Name => (false, 0, Cow::Borrowed("")),
        UserOrder::Email => user.email().map_or(none, |email| text(email.as_str())),
        UserOrder::Position => user.profile.position.as_ref().map_or(none, |position| text(position.as_str())),
        UserOrder::Created => (false, user.created.0.cast_unsigned() ^ (1 << 63), Cow::Borrowed("")),
        UserOrder::Extension => user.extension().map_or(none, |extension| {
            let digits = extension.as_str();
            (false, digits.parse::<u64>().unwrap_or_default(), Cow::Borrowed(digits))
        }),
    }
}

/// The folded text, which most addresses are already.
fn folded(text: &str) -> Cow<'_, str> {
    let plain = |byte: u8| byte.is_ascii() && !byte.is_ascii_uppercase();
    if text.bytes().all(plain) { Cow::Borrowed(text) } else { Cow::Owned(fold(text)) }
}

/// The orders in which a user that changes keeps its place.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Kept([bool; ORDERS.len()]);

impl Kept {
    pub fn between(old: &User, new: &User) -> Self {
        let named = old.display_name() == new.display_name();
        Self(ORDERS.map(|by| named && key(Some(old), by) == key(Some(new), by)))
    }

    /// The orders that were made, but for those.
    fn others(self, orders: &mut Orders) -> impl Iterator<Item = (UserOrder, &mut Order)> {
        let all = ORDERS.into_iter().zip(orders).zip(self.0);
        all.filter_map(|((by, order), kept)| Some((by, order.get_mut().filter(|_| !kept)?)))
    }
}

impl Search {
    /// What finds the users of a directory.
    pub fn of(directory: &Directory) -> Self {
        let users = &directory.users;
        let mut search = Self { texts: Texts::with_capacity(users.len()), ..Self::default() };
        let mut text = String::new();
        let mut facets: FxHashMap<Facet, Vec<Row>> = FxHashMap::default();
        for (row, user) in users.standing() {
            text.clear();
            let reachable = directory.search_text(user, &mut text);
            search.texts.put(row, &text);
            search.note(row, user, reachable);
            for licence in user.licences() {
                facets.entry(Facet::Licence(licence)).or_default().push(row);
            }
        }
        let mut join = |facet, user| facets.entry(facet).or_default().extend(users.row(user));
        directory.memberships.values().for_each(|place| join(Facet::Team(place.team), place.user));
        for (role, holders) in &*directory.index.holders {
            holders.iter().for_each(|(user, _)| join(Facet::Role(*role), *user));
        }
        search.facets = facets.into_iter().map(|(facet, rows)| (facet, rows.into_iter().collect())).collect();
        search.texts.shrink();
        search.sieve = Sieve::of(users.rows(), |row| search.texts.text(row));
        search
    }

    /// Takes a user in. It stands in the row already, and in the orders that were kept.
    pub fn add(&mut self, users: &Users, row: Row, text: &str, reachable: bool, kept: Kept) {
        let Some(user) = users.at(row) else { return };
        self.texts.put(row, text);
        self.sieve.mark(row, self.texts.text(row), true);
        self.note(row, user, reachable);
        let names = Names { texts: &self.texts, users };
        for (by, order) in kept.others(&mut self.orders) {
            order.insert(row, names.place(by, row));
        }
    }

    /// Lets a user go that still stands in the row; it keeps its place in some orders, if it comes back.
    pub fn forget(&mut self, users: &Users, row: Row, kept: Kept) {
        let names = Names { texts: &self.texts, users };
        for (by, order) in kept.others(&mut self.orders) {
            order.remove(row, names.place(by, row));
        }
        self.sieve.mark(row, self.texts.text(row), false);
        self.texts.forget(row);
        let sets = self.states.iter_mut().chain([&mut self.all, &mut self.reachable]);
        sets.chain(&mut self.kinds).for_each(|set| set.set(row, false));
    }

    /// What a user is searched by has changed; what it is called has not.
    pub fn reword(&mut self, row: Row, text: &str, reachable: bool) {
        self.reachable.set(row, reachable);
        if self.texts.text(row) != text.as_bytes() {
            self.sieve.mark(row, self.texts.text(row), false);
            self.texts.put(row, text);
            self.sieve.mark(row, self.texts.text(row), true);
        }
    }

    pub fn join(&mut self, facet: Facet, row: Row) {
        self.facets.entry(facet).or_default().insert(row);
    }

    pub fn leave(&mut self, facet: Facet, row: Row) {
        if let Some(rows) = self.facets.get_mut(&facet) {
            rows.remove(row);
        }
    }

    fn note(&mut self, row: Row, user: &User, reachable: bool) {
        self.all.set(row, true);
        self.reachable.set(row, reachable);
        let kind = self.kinds.get_mut(user.kind as usize);
        self.states.get_mut(user.state as usize).into_iter().chain(kind).for_each(|set| set.set(row, true));
    }

    fn state(&self, state: UserState) -> &Bits {
        self.states.get(state as usize).unwrap_or(&self.all)
    }

    fn kind(&self, kind: UserKind) -> &Bits {
        self.kinds.get(kind as usize).unwrap_or(&self.all)
    }

    /// Active people who can neither make nor take calls.
    pub fn silent(&self) -> usize {
        self.silent_rows().count()
    }

    fn silent_rows(&self) -> Bits {
        let mut silent = self.state(UserState::Active).clone();
        silent.keep(&self.kind(UserKind::Person).0);
        silent.without(&self.reachable);
        silent
    }

    /// The rows whose text, or one of whose teams, holds every one of the folded words.
    fn find(&self, directory: &Directory, words: &[&str]) -> Bits {
        let mut rows = self.all.clone();
        let mut unsure = Vec::new();
        for word in words {
            let (mut found, exact) = self.sieve.candidates(word.as_bytes());
            let finder = Finder::new(word);
            let mut in_team = Bits::default();
            let named = directory.index.team_names.iter().filter(|(name, _)| finder.find(name.as_bytes()).is_some());
            for (_, team) in named {
                self.facets.get(&Facet::Team(team)).into_iter().for_each(|rows| rows.onto(&mut in_team));
            }
            found.with(&in_team);
            rows.keep(&found.0);
            if !exact {
                unsure.push((finder, in_team));
            }
        }
        if !unsure.is_empty() {
            let has = |row: Row, (finder, in_team): &(Finder, Bits)| {
                in_team.has(row) || finder.find(self.texts.text(row)).is_some()
            };
            let mut sure = Bits::none(rows.0.len());
            let certain = rows.iter().filter(|row| unsure.iter().all(|word| has(*row, word)));
            certain.for_each(|row| sure.set(row, true));
            rows = sure;
        }
        rows
    }

    /// Where an order is once it was asked for.
    const fn place(&self, by: UserOrder) -> &OnceLock<Order> {
        let [name, email, extension, position, created] = &self.orders;
        match by {
            UserOrder::Name => name,
            UserOrder::Email => email,
            UserOrder::Extension => extension,
            UserOrder::Position => position,
            UserOrder::Created => created,
        }
    }

    /// Whether an order was asked for before.
    fn has_order(&self, by: UserOrder) -> bool {
        self.place(by).get().is_some()
    }

    /// Rows in an order, which is made now if it was never asked for.
    fn order(&self, users: &Users, by: UserOrder) -> &Order {
        self.place(by).get_or_init(|| {
            let mut rows: Vec<Row> = match by {
                UserOrder::Name => self.all.iter().collect(),
                _ => self.order(users, UserOrder::Name).iter().collect(),
            };
            self.sort(users, by, &mut rows);
            Order::of(&rows)
        })
    }

    /// Sorts a few rows.
    fn sort(&self, users: &Users, by: UserOrder, rows: &mut [Row]) {
        let names = Names { texts: &self.texts, users };
        names.sort(rows);
        if by != UserOrder::Name {
            rows.sort_by_cached_key(|row| key(users.at(*row), by));
        }
    }
}

/// Each order at its place.
const ORDERS: [UserOrder; 5] =
    [UserOrder::Name, UserOrder::Email, UserOrder::Extension, UserOrder::Position, UserOrder::Created];
