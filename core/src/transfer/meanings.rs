//! What the meanings of columns say of a file, whatever is imported: which cells can be shown, and what columns are called.

use super::{rows::Row, table::Table};
use std::borrow::Cow;

/// The meaning of every column of a file.
pub trait Meanings {
    /// Whether it holds secrets, which are never shown and never written.
    fn is_secret(&self, column: usize) -> bool;

    /// What Rollcall writes above it in a file that has no headings; it is recognised on import.
    fn heading(&self, column: usize) -> Cow<'_, str>;

    /// How many cells a row must have.
    fn needed(&self) -> usize;

    /// How many cells of a row can be shown and written for certain without a secret: where a row has more cells than the heading,
    /// or too few, they may stand anywhere behind the first one's place, or before it.
    fn without_secrets(&self, table: &Table, row: &Row) -> usize {
        let expected = table.width();
        match (0..expected).find(|column| self.is_secret(*column)) {
            _ if table.delimiter().is_none() => row.len(),
            Some(first) if row.len() > expected => first,
            Some(first) if row.len() < self.needed() => first.saturating_sub(expected.saturating_sub(row.len())),
            _ => row.len(),
        }
    }

    /// A cell that can be shown: nothing where a secret is or may be.
    fn shown<'t>(&self, table: &'t Table, row: &'t Row, column: usize) -> &'t str {
        let secret = self.is_secret(column);
        if secret || column >= self.without_secrets(table, row) { "" } else { row.cell(column) }
    }
}
