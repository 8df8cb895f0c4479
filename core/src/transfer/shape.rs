//! How the rows of a file are laid out, and what is wrong with rows and cells whatever they are to say.

use super::{
    error::CellProblem,
    rows::{Delimiter, Row},
    table::Table,
};
use crate::value::{Email, ValueError};

/// In bytes: what a cell of a spreadsheet can hold.
const LONGEST_CELL: usize = 32_767;

/// Why nothing can be read of a cell. Before anything looks at it: what a spreadsheet can't hold is no cell, but what swallowed
/// some.
pub(super) fn unsound(cell: &str) -> Option<CellProblem> {
    if cell.len() > LONGEST_CELL {
        return Some(ValueError::TooLong { max: 32_767 }.into());
    }
    cell.contains(char::REPLACEMENT_CHARACTER).then_some(CellProblem::Damaged)
}

/// How the rows of a file are laid out.
#[derive(Clone, Debug)]
pub(super) struct Shape {
    /// What separates cells; nothing does in a sheet, where none can move or swallow others.
    delimiter: Option<Delimiter>,
    /// How many columns there are.
    width: usize,
    /// How many cells rows have where all are followed by empty ones; at least the width.
    padded: usize,
    /// How many cells a row must have: all that are read but extra information at its end, which some programs cut off
    /// where it is empty.
    needed: usize,
    /// Where the addresses are.
    email: Option<usize>,
}

impl Shape {
    /// The shape of a table, of whose rows so many cells are needed.
    pub fn new(table: &Table, needed: usize, email: Option<usize>) -> Self {
        let (delimiter, width, padded) = (table.delimiter(), table.width(), table.padded());
        Self { delimiter, width, padded, needed, email }
    }

    /// Why a row has not the cells that the heading promises.
    pub fn misfit(&self, row: &Row) -> Option<CellProblem> {
        let delimiter = self.delimiter?;
        if let Some(until) = self.swallowed(row, delimiter) {
            return Some(CellProblem::SwallowedRows { until });
        }
        let (expected, found) = (self.width, row.len());
        if found > self.width && !self.is_padding(row, delimiter) {
            Some(CellProblem::TooManyCells { expected, found })
        } else if found < self.needed {
            Some(CellProblem::TooFewCells { expected, found })
        } else {
            None
        }
    }

    /// Whether the cells behind the last column are nothing but padding. Empty ones are not when a delimiter in a value may have
    /// moved all that follows by one: "Bean, Ben" without quotation marks.
    fn is_padding(&self, row: &Row, delimiter: Delimiter) -> bool {
        let filled = |cell: &str| !cell.trim().is_empty();
        if row.cells().skip(self.width).any(filled) {
            return false;
        }
        if row.len() <= self.padded {
            return true;
        }
        let cells: Vec<&str> = row.cells().take(self.width).collect();
        let split =
            |pair: &[&str]| matches!(pair, [before, cell] if filled(before) && filled(cell) && cell.starts_with(' '));
        let full = delimiter == Delimiter::Comma && cells.iter().all(|cell| filled(cell));
        !full && !cells.windows(2).any(split)
    }

    /// The last line of rows that a cell has swallowed: a line of it looks like a row of the file.
    fn swallowed(&self, row: &Row, delimiter: Delimiter) -> Option<u32> {
        let delimiter = char::from(delimiter.byte());
        let is_row = |line: &str| {
            let mut cells = line.split(delimiter);
            let count = cells.clone().count();
            let address = |cell: &str| Email::parse(cell.trim_matches([' ', '"', '\''])).is_ok();
            match self.email {
                Some(email) => count > 1 && cells.nth(email).is_some_and(address),
                None => count > 2 && count == self.width,
            }
        };
        let broken = |cell: &&str| cell.contains(['\r', '\n']);
        let swallows = |cell: &str| cell.split(['\r', '\n']).skip(1).any(is_row);
        if !row.cells().filter(broken).any(swallows) {
            return None;
        }
        let breaks = |cell: &str| cell.replace("\r\n", "\n").matches(['\r', '\n']).count();
        let lines: usize = row.cells().filter(broken).map(breaks).sum();
        Some(row.line().saturating_add(u32::try_from(lines).unwrap_or(u32::MAX)))
    }
}
