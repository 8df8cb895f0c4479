//! Text to rows: what separates the cells, and in which line of the file each row begins.

use super::{cells::restore, error::FileError};
use serde::{Deserialize, Serialize};

/// The most rows below the heading.
pub const MAX_ROWS: usize = 100_000;
/// How many rows from the top are looked at.
pub(super) const SAMPLE: usize = 60;

/// What separates the cells of a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Delimiter {
    #[default]
    Comma,
    Semicolon,
    Tab,
    Pipe,
}

impl Delimiter {
    /// All of them, the most usual first.
    pub const ALL: [Self; 4] = [Self::Comma, Self::Semicolon, Self::Tab, Self::Pipe];

    /// The character itself; all are ASCII.
    pub const fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
            Self::Pipe => b'|',
        }
    }
}

/// One row of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    line: u32,
    cells: csv::StringRecord,
}

impl Row {
    /// The line of the file in which the row begins, from 1.
    pub fn line(&self) -> u32 {
        self.line
    }

    /// How many cells it has.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// Whether it has no cell at all.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// A cell, without the apostrophe that keeps a spreadsheet from running it; empty when the row ends before it.
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map(restore).unwrap_or_default()
    }

    /// Every cell.
    pub fn cells(&self) -> impl Iterator<Item = &str> {
        self.cells.iter().map(restore)
    }

    /// Whether nothing stands in it.
    pub(super) fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// Every row of a text that isn't blank.
pub(super) fn records(mut text: String, delimiter: Delimiter, lines_before: u32) -> Result<Vec<Row>, FileError> {
    // A last row of our own: when it doesn't come out as it went in, an open quotation mark has swallowed it.
    text.push_str("\nz");
    let bytes = text.as_bytes();
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter.byte())
        .buffer_capacity(64 * 1024)
        .from_reader(bytes);
    let mut lines = Lines { bytes, at: 0, line: lines_before.saturating_add(1) };
    let mut rows = Vec::new();
    let mut record = csv::StringRecord::new();
    // The text is UTF-8 and rows may differ in length, so nothing is left that the reader could refuse.
    while let Ok(true) = reader.read_record(&mut record) {
        let start = record.position().map_or(0, csv::Position::byte);
        let line = lines.line_of(usize::try_from(start).unwrap_or(usize::MAX));
        let row = Row { line, cells: record.clone() };
        if !row.is_blank() {
            rows.push(row);
        }
        if rows.len() > MAX_ROWS + SAMPLE + 1 {
            return Err(FileError::TooManyRows { max: MAX_ROWS });
        }
    }
    match rows.pop() {
        Some(last) if last.len() == 1 && last.cell(0) == "z" => Ok(rows),
        Some(last) => Err(FileError::UnclosedQuote { line: last.line }),
        None => Err(FileError::Empty),
    }
}

/// Counts lines as editors do: CRLF, LF and CR each end one.
struct Lines<'t> {
    bytes: &'t [u8],
    at: usize,
    line: u32,
}

impl Lines<'_> {
    /// The line of the first character at or behind `start` that is no line break.
    fn line_of(&mut self, start: usize) -> u32 {
        while let Some(byte) = self.bytes.get(self.at) {
            let breaks = matches!(byte, b'\r' | b'\n');
            if self.at >= start && !breaks {
                break;
            }
            self.at += 1;
            let ends = *byte == b'\n' || *byte == b'\r' && self.bytes.get(self.at) != Some(&b'\n');
            self.line = self.line.saturating_add(u32::from(ends));
        }
        self.line
    }
}
