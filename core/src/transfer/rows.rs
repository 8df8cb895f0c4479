//! Text to rows: what separates the cells, and in which line of the file each row begins.

use super::{cells::restore, error::FileError};
use serde::{Deserialize, Serialize};
use std::{io::Cursor, sync::Arc};

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
    /// A row that begins in this line, of cells as [`neutralise`](super::cells::neutralise) leaves them.
    pub(super) fn new(line: u32, cells: csv::StringRecord) -> Self {
        Self { line, cells }
    }

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
pub(super) fn records(text: String, delimiter: Delimiter, lines_before: u32) -> Result<Vec<Row>, FileError> {
    let mut records = Records::new(text, delimiter, lines_before);
    while records.advance(usize::MAX)? {}
    records.finish()
}

/// Reads the rows of a text in portions.
pub(super) struct Records {
    reader: csv::Reader<Cursor<Arc<[u8]>>>,
    lines: Lines,
    rows: Vec<Row>,
    record: csv::StringRecord,
}

impl Records {
    pub fn new(mut text: String, delimiter: Delimiter, lines_before: u32) -> Self {
        // A last row of our own: when it doesn't come out as it went in, an open quotation mark has swallowed it.
        text.push_str("\nz");
        let bytes: Arc<[u8]> = text.into_bytes().into();
        let reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter.byte())
            .buffer_capacity(64 * 1024)
            .from_reader(Cursor::new(bytes.clone()));
        let lines = Lines { bytes, at: 0, line: lines_before.saturating_add(1) };
        Self { reader, lines, rows: Vec::new(), record: csv::StringRecord::new() }
    }

    /// Reads the next rows, at most so many. Answers whether there are more.
    ///
    /// # Errors
    /// When there are too many.
    pub fn advance(&mut self, at_most: usize) -> Result<bool, FileError> {
        for _ in 0..at_most {
            // The text is UTF-8 and rows may differ in length, so nothing is left that the reader could refuse.
            let Ok(true) = self.reader.read_record(&mut self.record) else { return Ok(false) };
            let start = self.record.position().map_or(0, csv::Position::byte);
            let line = self.lines.line_of(usize::try_from(start).unwrap_or(usize::MAX));
            let row = Row { line, cells: self.record.clone() };
            if !row.is_blank() {
                self.rows.push(row);
            }
            if self.rows.len() > MAX_ROWS + SAMPLE + 1 {
                return Err(FileError::TooManyRows { max: MAX_ROWS });
            }
        }
        Ok(true)
    }

    /// How much is read, in bytes, and of how much.
    pub fn progress(&self) -> (usize, usize) {
        (self.lines.at, self.lines.bytes.len())
    }

    /// All rows.
    ///
    /// # Errors
    /// When a quotation mark is never closed, or there is no row.
    pub fn finish(mut self) -> Result<Vec<Row>, FileError> {
        match self.rows.pop() {
            Some(last) if last.len() == 1 && last.cell(0) == "z" => Ok(self.rows),
            Some(last) => Err(FileError::UnclosedQuote { line: last.line }),
            None => Err(FileError::Empty),
        }
    }
}

/// Counts lines as editors do: CRLF, LF and CR each end one.
struct Lines {
    bytes: Arc<[u8]>,
    at: usize,
    line: u32,
}

impl Lines {
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
