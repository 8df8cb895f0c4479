//! Text to rows: which character separates the cells, where the heading is, and in which line of the file each row
//! begins.

use super::{
    decode::{Decoded, Encoding, decode},
    error::FileError,
    rows::{Delimiter, MAX_ROWS, Row, SAMPLE, records},
    sniff::{self, Layout},
};

/// The most columns.
pub const MAX_COLUMNS: usize = 300;

/// A file, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    encoding: Encoding,
    delimiter: Delimiter,
    heading: Option<Row>,
    width: usize,
    rows: Vec<Row>,
}

impl Table {
    /// Reads a file: finds its encoding, its delimiter and its heading, and skips what stands above the heading.
    ///
    /// # Errors
    /// When it is no table.
    pub fn read(bytes: &[u8]) -> Result<Self, FileError> {
        let Decoded { text, encoding } = decode(bytes)?;
        let (stated, lines_before, text) = sniff::stated_delimiter(text);
        let delimiter = stated.unwrap_or_else(|| sniff::delimiter(&text));
        let mut rows = records(text, delimiter, lines_before)?;
        let Layout { heading, first } = sniff::layout(rows.get(..rows.len().min(SAMPLE)).unwrap_or_default());
        let data = rows.split_off(first.min(rows.len()));
        let heading = heading.and_then(|index| rows.into_iter().nth(index));
        if data.is_empty() {
            return Err(if heading.is_some() { FileError::HeaderOnly } else { FileError::Empty });
        }
        if data.len() > MAX_ROWS {
            return Err(FileError::TooManyRows { max: MAX_ROWS });
        }
        let width = match &heading {
            Some(heading) => heading.len(),
            None => data.iter().map(Row::len).max().unwrap_or_default(),
        };
        if width > MAX_COLUMNS {
            return Err(FileError::TooManyColumns { max: MAX_COLUMNS });
        }
        Ok(Self { encoding, delimiter, heading, width, rows: data })
    }

    /// How the file is encoded.
    pub fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// What separates its cells.
    pub fn delimiter(&self) -> Delimiter {
        self.delimiter
    }

    /// How many columns it has.
    pub fn width(&self) -> usize {
        self.width
    }

    /// The line of the heading, from 1; none when the file starts with data at once.
    pub fn heading_line(&self) -> Option<u32> {
        self.heading.as_ref().map(Row::line)
    }

    /// What stands above a column, trimmed; empty when nothing does.
    pub fn heading(&self, column: usize) -> &str {
        self.heading.as_ref().map(|row| row.cell(column).trim()).unwrap_or_default()
    }

    /// The rows below the heading, without the blank ones.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }
}
