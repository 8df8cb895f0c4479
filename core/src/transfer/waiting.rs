//! Rows that want what somebody else has until another row of the same file sets it free: an extension, a seat. What becomes of a
//! file does not depend on the order of its rows where all of them can be had: whoever wants what is taken waits, until it is free or
//! the file is over.

use super::plan::{RowStatus, Turn};
use crate::{
    change::Changes,
    command::{Authored, NewUser},
    id::LicenceId,
    model::User,
    refusal::Refusal,
    value::Extension,
};
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

/// What only one can have, or only so many.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Scarce {
    Extension(Extension),
    Seat(LicenceId),
}

/// What a row takes and gives back once it is carried out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Exchange {
    pub takes: Vec<Scarce>,
    pub gives: Vec<Scarce>,
}

impl Exchange {
    /// What somebody has before and after.
    pub fn of(before: &User, after: &User) -> Self {
        let scarce = |user: &User| of(user.extension(), user.seats());
        let (had, has) = (scarce(before), scarce(after));
        let missing = |from: &[Scarce], there: &[Scarce]| {
            from.iter().filter(|one| !there.contains(one)).cloned().collect::<Vec<_>>()
        };
        Self { takes: missing(&has, &had), gives: missing(&had, &has) }
    }

    /// What somebody new takes.
    pub fn of_new(user: &NewUser) -> Self {
        let extension = user.line.as_ref().map(|line| &line.extension);
        Self { takes: of(extension, user.licence.iter().chain(&user.add_ons).copied()), gives: Vec::new() }
    }
}

fn of(extension: Option<&Extension>, seats: impl Iterator<Item = LicenceId>) -> Vec<Scarce> {
    extension.cloned().map(Scarce::Extension).into_iter().chain(seats.map(Scarce::Seat)).collect()
}

/// Whether a refusal says nothing but that something scarce is taken.
pub(super) const fn is_missing(refusal: &Refusal) -> bool {
    matches!(refusal, Refusal::ExtensionTaken { .. } | Refusal::NoSeatLeft { .. })
}

/// What is missing, when nothing but that stands in the way: what could be given back is waited for.
pub(super) fn missing<'r>(
    refusals: impl Iterator<Item = &'r Refusal>,
    extension: Option<&Extension>,
) -> Option<Scarce> {
    let mut first = None;
    for refusal in refusals {
        let scarce = match refusal {
            Refusal::ExtensionTaken { .. } => Scarce::Extension(extension?.clone()),
            Refusal::NoSeatLeft { licence, .. } => Scarce::Seat(*licence),
            _ => return None,
        };
        first = first.or(Some(scarce));
    }
    first
}

/// What a row has changed of somebody who is here.
#[derive(Clone, Debug)]
pub(super) struct Done {
    pub before: User,
    pub after: User,
    pub changes: Vec<Changes>,
}

/// Rows that are carried out together, or not at all. While they are, nobody else waits.
#[derive(Clone, Debug)]
pub(super) struct Circle {
    /// As they waited before.
    pub members: Waiting,
    /// Those who are none of them.
    pub others: Waiting,
    /// What those of them want who have not gone yet.
    pub wanted: BTreeMap<Scarce, usize>,
    /// Those who have made room: how they stand, and by what commands.
    pub room: FxHashMap<usize, (User, Vec<Authored>)>,
    /// Those who can't.
    pub cannot: BTreeSet<usize>,
    pub turns: Vec<Turn>,
    pub carried: Vec<(usize, RowStatus)>,
    pub done: Vec<Done>,
}

impl Circle {
    pub fn new(members: Waiting, others: Waiting) -> Self {
        let mut wanted: BTreeMap<Scarce, usize> = BTreeMap::new();
        for scarce in members.rows.values().flat_map(|(_, exchange)| &exchange.takes) {
            *wanted.entry(scarce.clone()).or_default() += 1;
        }
        Self {
            members,
            others,
            wanted,
            room: FxHashMap::default(),
            cannot: BTreeSet::new(),
            turns: Vec::new(),
            carried: Vec::new(),
            done: Vec::new(),
        }
    }

    /// A row has what it wants.
    pub fn went(&mut self, row: usize) {
        for scarce in self.members.exchange(row).into_iter().flat_map(|exchange| &exchange.takes) {
            self.wanted.entry(scarce.clone()).and_modify(|count| *count = count.saturating_sub(1));
        }
    }
}

/// The rows that wait, by their places in the file.
#[derive(Clone, Debug, Default)]
pub(super) struct Waiting {
    rows: BTreeMap<usize, (Scarce, Exchange)>,
    by_want: BTreeSet<(Scarce, usize)>,
}

impl Waiting {
    /// A row waits for what it lacks; an earlier wait of it is over.
    pub fn add(&mut self, row: usize, missing: Scarce, exchange: Exchange) {
        self.remove(row);
        self.by_want.insert((missing.clone(), row));
        self.rows.insert(row, (missing, exchange));
    }

    /// A row waits no longer. Answers what it would exchange.
    pub fn remove(&mut self, row: usize) -> Option<Exchange> {
        self.taken(row).map(|(_, exchange)| exchange)
    }

    /// What a row lacks that waits no longer, and what it would exchange.
    pub fn taken(&mut self, row: usize) -> Option<(Scarce, Exchange)> {
        let (missing, exchange) = self.rows.remove(&row)?;
        self.by_want.remove(&(missing.clone(), row));
        Some((missing, exchange))
    }

    /// What a row would exchange.
    pub fn exchange(&self, row: usize) -> Option<&Exchange> {
        self.rows.get(&row).map(|(_, exchange)| exchange)
    }

    /// Rows of another set wait here as well.
    pub fn join(&mut self, others: Self) {
        self.rows.extend(others.rows);
        self.by_want.extend(others.by_want);
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    pub fn has(&self, row: usize) -> bool {
        self.rows.contains_key(&row)
    }

    /// The rows, in the order of the file.
    pub fn rows(&self) -> impl Iterator<Item = usize> {
        self.rows.keys().copied()
    }

    /// The first in the file that waits for this.
    pub fn first(&self, scarce: &Scarce) -> Option<usize> {
        let mut from = self.by_want.range((scarce.clone(), 0)..);
        from.next().filter(|(one, _)| one == scarce).map(|(_, row)| *row)
    }

    /// Takes out those who can all be carried out together: each gives something, and what it takes is there, or given by one of them.
    /// Of two who want the same the first in the file has it. `there` says how many of something are.
    pub fn take_circles(&mut self, there: impl Fn(&Scarce) -> usize) -> Self {
        let mut supply: BTreeMap<&Scarce, usize> = BTreeMap::new();
        let mut takers: BTreeMap<&Scarce, BTreeSet<usize>> = BTreeMap::new();
        let givers = || self.rows.iter().filter(|(_, (_, exchange))| !exchange.gives.is_empty());
        for (row, (_, exchange)) in givers() {
            for scarce in &exchange.takes {
                takers.entry(scarce).or_default().insert(*row);
                supply.entry(scarce).or_insert_with(|| there(scarce));
            }
        }
        for scarce in self.rows.values().flat_map(|(_, exchange)| &exchange.gives) {
            supply.entry(scarce).and_modify(|count| *count += 1);
        }
        let mut left_out: BTreeSet<usize> = BTreeSet::new();
        let mut unsure: Vec<&Scarce> = takers.keys().copied().collect();
        while let Some(scarce) = unsure.pop() {
            loop {
                let enough = supply.get(scarce).copied().unwrap_or_default();
                let last = takers.get(scarce).filter(|takers| takers.len() > enough).and_then(BTreeSet::last);
                let Some((row, (_, exchange))) = last.and_then(|row| self.rows.get_key_value(row)) else { break };
                left_out.insert(*row);
                for taken in &exchange.takes {
                    if let Some(takers) = takers.get_mut(taken) {
                        takers.remove(row);
                    }
                }
                for given in &exchange.gives {
                    supply.entry(given).and_modify(|count| *count = count.saturating_sub(1));
                    unsure.push(given);
                }
            }
        }
        let mut circles = Self::default();
        let rows: Vec<usize> = givers().map(|(row, _)| *row).filter(|row| !left_out.contains(row)).collect();
        for row in rows {
            if let Some((missing, exchange)) = self.rows.get(&row).cloned() {
                self.remove(row);
                circles.add(row, missing, exchange);
            }
        }
        circles
    }
}
