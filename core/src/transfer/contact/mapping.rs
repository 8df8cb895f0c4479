//! Which column of a file of contacts holds what: guessed from the headings, or from the cells where there are none, and
//! changeable by hand.

use super::column::ContactColumn;
use crate::{
    sort,
    transfer::{heading, mapping::share, meanings::Meanings, spelling, table::Table},
    value::{Country, fold},
};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// How many rows are looked at to see what a column holds.
const LOOKED_AT: usize = 200;

/// The meaning of every column of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactMapping {
    columns: Vec<ContactColumn>,
}

/// Why a mapping can't be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum ContactMappingProblem {
    /// No column is said to hold names or companies.
    #[error("no column holds names")]
    NoName,
    /// Two columns, counted from 0, are said to hold the same.
    #[error("the columns {first} and {second} are both {}", column.code())]
    Twice { column: ContactColumn, first: usize, second: usize },
}

impl ContactMappingProblem {
    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoName => "mapping_no_name",
            Self::Twice { .. } => "mapping_twice",
        }
    }
}

impl ContactMapping {
    /// Guesses the meaning of every column. What isn't understood is ignored; of two columns with one meaning the surer one has it.
    pub fn guess(table: &Table, country: Option<&Country>) -> Self {
        let mut mapping = Self { columns: vec![ContactColumn::Ignore; table.width()] };
        let claims = (0..table.width()).filter_map(|at| Some((at, heading::contact_claim(table.heading(at))?)));
        let mut claims: Vec<_> = claims.collect();
        sort::by_key(&mut claims, |(at, (column, rank))| {
            // Of two columns of addresses the one that holds any.
            let empty = *column == ContactColumn::Email && share(table, *at, is_address) == 0;
            (empty, *rank, *at)
        });
        for (at, (column, _)) in claims {
            mapping.give(at, column);
        }
        if table.heading_line().is_none() {
            mapping.guess_by_cells(table, country);
        }
        mapping.split_name(table);
        mapping
    }

    /// The meaning of every column, in the order of the file.
    pub fn columns(&self) -> &[ContactColumn] {
        &self.columns
    }

    /// Says what a column holds. A column that the file doesn't have is left alone, and so is one of secrets.
    pub fn set(&mut self, index: usize, column: ContactColumn) {
        if let Some(place) = self.columns.get_mut(index).filter(|place| **place != ContactColumn::Secret) {
            *place = column;
        }
    }

    /// Where the first column of a meaning is.
    pub fn index_of(&self, column: ContactColumn) -> Option<usize> {
        self.columns.iter().position(|other| *other == column)
    }

    /// What stands in the way of an import.
    pub fn problems(&self) -> Vec<ContactMappingProblem> {
        use ContactColumn as C;
        let mut problems = Vec::new();
        if [C::Name, C::FirstName, C::LastName, C::Company].iter().all(|column| self.index_of(*column).is_none()) {
            problems.push(ContactMappingProblem::NoName);
        }
        for (second, column) in self.columns.iter().copied().enumerate() {
            let first = self.index_of(column).unwrap_or(second);
            if first < second && !column.repeats() {
                problems.push(ContactMappingProblem::Twice { column, first, second });
            }
        }
        problems
    }

    /// Gives a meaning, unless it is taken.
    fn give(&mut self, index: usize, column: ContactColumn) {
        let free = self.columns.get(index) == Some(&ContactColumn::Ignore);
        if free && (column.repeats() || self.index_of(column).is_none()) {
            self.set(index, column);
        }
    }

    /// Without headings: addresses and numbers are known by their form, and the first column besides is the name.
    fn guess_by_cells(&mut self, table: &Table, country: Option<&Country>) {
        for at in 0..table.width() {
            let is_number = |cell: &str| spelling::mobile(cell, country).value.is_ok();
            if share(table, at, is_address) > 50 {
                self.give(at, ContactColumn::Email);
            } else if share(table, at, is_number) > 50 {
                self.give(at, ContactColumn::Number);
            } else if share(table, at, |cell| cell.chars().any(char::is_alphabetic)) > 50 {
                self.give(at, ContactColumn::Name);
            }
        }
    }

    /// "Name" beside "Vorname" is the family name, "Nombre" beside "Apellidos" the given one, unless the cells show that it is both.
    fn split_name(&mut self, table: &Table) {
        use ContactColumn as C;
        let (first, last) = (self.index_of(C::FirstName), self.index_of(C::LastName));
        let Some(full) = self.index_of(C::Name) else {
            // "Nombre" alone is the whole name.
            if let (Some(first), None) = (first, last)
                && heading::may_be_one_part(table.heading(first))
            {
                self.set(first, C::Name);
            }
            return;
        };
        let (other, becomes) = match (first, last) {
            (Some(first), None) => (first, C::LastName),
            (None, Some(last)) => (last, C::FirstName),
            _ => return,
        };
        let rows = table.rows().get(..table.rows().len().min(LOOKED_AT)).unwrap_or_default();
        let both = rows.iter().filter(|row| fold(row.cell(full)).contains(&fold(row.cell(other)))).count();
        if heading::may_be_one_part(table.heading(full)) && both * 2 <= rows.len() {
            self.set(full, becomes);
        }
    }
}

impl Meanings for ContactMapping {
    fn is_secret(&self, column: usize) -> bool {
        self.columns.get(column) == Some(&ContactColumn::Secret)
    }

    fn heading(&self, column: usize) -> Cow<'_, str> {
        self.columns.get(column).copied().map(ContactColumn::heading).unwrap_or_default().into()
    }

    /// All up to the names: what stands behind them may be empty, and is cut off by some programs.
    fn needed(&self) -> usize {
        use ContactColumn as C;
        let named = |column: &C| matches!(column, C::Name | C::FirstName | C::LastName);
        let last = self.columns.iter().rposition(named);
        last.or_else(|| self.columns.iter().position(|column| column.is_read())).map_or(0, |at| at + 1)
    }
}

fn is_address(cell: &str) -> bool {
    spelling::email(cell).value.is_ok()
}
