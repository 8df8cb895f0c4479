//! Which column of a file holds what: guessed from the headings and the cells, and changeable by hand.

use super::{
    column::Column,
    heading::{self, Claim},
    meanings::Meanings,
    rows::Row,
    spelling, status,
    table::Table,
};
use crate::{
    access::built_in_roles,
    sort,
    value::{ExtraKey, fold},
};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// How many rows are looked at to see what a column holds.
const LOOKED_AT: usize = 200;

/// The meaning of every column of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    columns: Vec<Column>,
}

/// Why a mapping can't be used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum MappingProblem {
    /// No column is said to hold what users are known by: e-mail addresses, mobile numbers or log-in names.
    #[error("no column holds e-mail addresses, mobile numbers or log-in names")]
    NoIdentifier,
    /// Two columns, counted from 0, are said to hold the same.
    #[error("the columns {first} and {second} are both {}", column.code())]
    Twice { column: Column, first: usize, second: usize },
}

impl MappingProblem {
    /// The stable code.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoIdentifier => "mapping_no_identifier",
            Self::Twice { .. } => "mapping_twice",
        }
    }
}

impl Mapping {
    /// Guesses the meaning of every column. What isn't understood is ignored; no meaning is given twice. A column named like
    /// something we know is that even if its cells don't fit, so that they can say what is wrong with them.
    pub fn guess(table: &Table) -> Self {
        let claims: Vec<_> = (0..table.width()).map(|column| heading::claim(table.heading(column))).collect();
        let mut mapping = Self { columns: vec![Column::Ignore; table.width()] };
        for (index, claim) in claims.iter().enumerate() {
            if *claim == Some(Claim::Secret) {
                mapping.columns.iter_mut().skip(index).take(1).for_each(|place| *place = Column::Secret);
            }
        }
        mapping.guess_email(table, &claims);
        let mut by_rank: Vec<_> = claims.iter().enumerate().filter_map(|(i, c)| Some((i, c.as_ref()?))).collect();
        sort::by_key(&mut by_rank, |(index, claim)| match claim {
            // Of two columns that claim one meaning, one whose cells fit is surer than any name.
            Claim::Is { column, rank, loose } => (!holds(table, *index, column), *loose, *rank),
            Claim::LogIn { rank } => (false, false, *rank),
            Claim::Extra(_) | Claim::Secret => (true, true, usize::MAX),
        });
        for (index, claim) in by_rank {
            match claim {
                Claim::Is { column: Column::Email, .. } | Claim::Secret => {}
                Claim::LogIn { .. } if share(table, index, |cell| spelling::login(cell).value.is_ok()) == 100 => {
                    mapping.give(index, Column::Login);
                }
                Claim::LogIn { .. } => {}
                Claim::Is { column, loose, .. }
                    if !loose || (holds(table, index, column) && is_ours(table, index, column)) =>
                {
                    mapping.give_or_keep(index, column.clone(), table);
                }
                // A name of many meanings, such as "Number", above cells that are none of ours.
                Claim::Is { column: Column::Enabled | Column::Blocked, .. } => {}
                Claim::Is { .. } => {
                    mapping.give(index, ExtraKey::parse(table.heading(index)).map_or(Column::Ignore, Column::Extra));
                }
                Claim::Extra(key) => mapping.give(index, Column::Extra(key.clone())),
            }
        }
        mapping.split_name(table);
        mapping
    }

    /// The meaning of every column, in the order of the file.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// Says what a column holds. A column that the file doesn't have is left alone, and so is one of secrets.
    pub fn set(&mut self, index: usize, column: Column) {
        if let Some(place) = self.columns.get_mut(index).filter(|place| **place != Column::Secret) {
            *place = column;
        }
    }

    /// Where the first column of a meaning is.
    pub fn index_of(&self, column: &Column) -> Option<usize> {
        self.columns.iter().position(|other| other == column)
    }

    /// What stands in the way of an import.
    pub fn problems(&self) -> Vec<MappingProblem> {
        let mut problems = Vec::new();
        if Column::IDENTIFIERS.iter().all(|column| self.index_of(column).is_none()) {
            problems.push(MappingProblem::NoIdentifier);
        }
        for (second, column) in self.columns.iter().enumerate() {
            let first = self.index_of(column).unwrap_or(second);
            if first < second && !column.repeats() {
                problems.push(MappingProblem::Twice { column: column.clone(), first, second });
            }
        }
        problems
    }

    /// Gives a meaning, unless it is taken.
    fn give(&mut self, index: usize, column: Column) {
        let free = self.columns.get(index) == Some(&Column::Ignore);
        if free && (column.repeats() || self.index_of(&column).is_none()) {
            self.set(index, column);
        }
    }

    /// Gives a meaning; a column that claims one which another column has is kept as extra information.
    fn give_or_keep(&mut self, index: usize, column: Column, table: &Table) {
        let taken = !column.repeats() && self.index_of(&column).is_some();
        let same = |other: &usize| self.columns.get(*other) == Some(&column);
        let twin = (0..table.width()).filter(same).any(|other| table.heading(other) == table.heading(index));
        match ExtraKey::parse(table.heading(index)) {
            // The same heading twice: the second is left out, and is seen to be.
            Ok(key) if taken && !twin => self.give(index, Column::Extra(key)),
            _ => self.give(index, column),
        }
    }

    /// The addresses: the surest heading above a column that holds any; else any column of addresses; else the surest
    /// heading all the same, so that its cells can say what is wrong with them.
    fn guess_email(&mut self, table: &Table, claims: &[Option<Claim>]) {
        let addresses: Vec<bool> =
            (0..table.width()).map(|i| share(table, i, |c| spelling::email(c).value.is_ok())).map(|s| s > 50).collect();
        let secret = |index: usize| self.columns.get(index) == Some(&Column::Secret);
        let holds = |index: usize| !secret(index) && addresses.get(index).copied().unwrap_or_default();
        let by_heading = |log_ins: bool, holding: bool| {
            let ranked = claims.iter().enumerate().filter_map(|(index, claim)| match claim {
                Some(Claim::Is { column: Column::Email, rank, .. }) if !log_ins => Some((*rank, index)),
                Some(Claim::LogIn { rank }) if log_ins => Some((*rank, index)),
                _ => None,
            });
            ranked.filter(|(_, index)| !holding || holds(*index)).min().map(|(_, index)| index)
        };
        let found = by_heading(false, true)
            .or_else(|| by_heading(true, true))
            .or_else(|| by_heading(false, false))
            .or_else(|| (0..table.width()).find(|index| holds(*index)));
        if let Some(index) = found {
            self.set(index, Column::Email);
        }
    }

    /// "Name" beside "Vorname" is the family name, "Nombre" beside "Apellidos" the given one, unless the cells show
    /// that it is both.
    fn split_name(&mut self, table: &Table) {
        let part = |wanted| self.index_of(&wanted);
        let (full, first, last) = (part(Column::FullName), part(Column::FirstName), part(Column::LastName));
        let (other, becomes, index) = match (full, first, last) {
            (Some(full), Some(first), None) => (first, Column::LastName, full),
            (Some(full), None, Some(last)) => (last, Column::FirstName, full),
            (None, Some(_), None) => {
                // "Nombre" alone is the whole name.
                if let Some(index) = first.filter(|index| heading::may_be_one_part(table.heading(*index))) {
                    self.set(index, Column::FullName);
                }
                return;
            }
            _ => return,
        };
        let both = |row: &&Row| fold(row.cell(index)).contains(&fold(row.cell(other)));
        let rows = table.rows().get(..table.rows().len().min(LOOKED_AT)).unwrap_or_default();
        let whole = rows.iter().filter(both).count() * 2 > rows.len();
        if heading::may_be_one_part(table.heading(index)) && !whole {
            self.set(index, becomes);
        }
    }
}

impl Meanings for Mapping {
    fn is_secret(&self, column: usize) -> bool {
        self.columns.get(column) == Some(&Column::Secret)
    }

    fn heading(&self, column: usize) -> Cow<'_, str> {
        self.columns.get(column).map(Column::heading).unwrap_or_default()
    }

    /// All that are read but extra information at its end, which some programs cut off where it is empty.
    fn needed(&self) -> usize {
        self.columns
            .iter()
            .rposition(|column| column.is_read() && !matches!(column, Column::Extra(_)))
            .map_or(0, |at| at + 1)
    }
}

/// Whether half of the filled cells of a column can be what its heading says, or more. Only meanings with a form of their own
/// can be told, and roles not: an organisation's own are unknown here.
fn holds(table: &Table, index: usize, column: &Column) -> bool {
    let fits: fn(&str) -> bool = match column {
        Column::Language => |cell| spelling::language(cell).value.is_ok(),
        Column::TimeZone => |cell| spelling::time_zone(cell).value.is_ok(),
        Column::Country => |cell| spelling::country(cell).value.is_ok(),
        Column::Extension => |cell| spelling::extension(cell).value.is_ok(),
        Column::Enabled | Column::Blocked => return share(table, index, status::known) >= 50,
        _ => return true,
    };
    let filled = |row: &Row| !row.cell(index).trim().is_empty();
    share(table, index, fits) >= 50 || !table.rows().iter().take(LOOKED_AT).any(filled)
}

/// Whether a column that may name roles names any that every organisation has.
fn is_ours(table: &Table, index: usize, column: &Column) -> bool {
    let role = |cell: &str| built_in_roles().iter().any(|role| fold(role.name.as_str()) == fold(cell));
    *column != Column::Role || share(table, index, role) >= 50
}

/// How many of the filled cells of a column fit, in per cent.
pub(super) fn share(table: &Table, index: usize, fits: impl Fn(&str) -> bool) -> usize {
    let cells = table.rows().iter().take(LOOKED_AT).map(|row| row.cell(index).trim()).filter(|cell| !cell.is_empty());
    let (mut all, mut fitting) = (0, 0);
    for cell in cells {
        all += 1;
        fitting += usize::from(fits(cell));
    }
    fitting * 100 / all.max(1)
}
