//! Text to rows: which character separates the cells, where the heading is, and in which line of the file each row
//! begins.

use super::{
    decode::{Certainty, Decoded, decode},
    encoding::{Encoding, Hints},
    error::FileError,
    rows::{Delimiter, MAX_ROWS, Records, Row, SAMPLE},
    sniff::{self, Layout},
};

/// The most columns.
pub const MAX_COLUMNS: usize = 300;

/// A file, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    source: Source,
    heading: Option<Row>,
    width: usize,
    padded: usize,
    rows: Vec<Row>,
}

/// Where a table comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A file of text: how it is encoded, how sure that is, and what separates its cells.
    Text { encoding: Encoding, certainty: Certainty, delimiter: Delimiter },
    /// A sheet of a workbook.
    Sheet { name: String },
}

/// Reads a table in portions, so that a page can go on showing its progress, and stop.
pub trait Rows {
    /// Reads the next rows, at most so many. Answers whether there are more.
    ///
    /// # Errors
    /// When there are too many, or the file is damaged.
    fn advance(&mut self, at_most: usize) -> Result<bool, FileError>;

    /// How much of the file is read, in bytes, and of how much.
    fn progress(&self) -> (usize, usize);

    /// The table, once everything is read: finds its heading, and skips what stands above it.
    ///
    /// # Errors
    /// When it is no table.
    fn finish(self: Box<Self>) -> Result<Table, FileError>;
}

/// Reads a file of text.
pub struct TableReader {
    source: Source,
    records: Records,
}

impl TableReader {
    /// Finds the delimiter of a file that was [decoded](decode).
    pub fn new(decoded: Decoded) -> Self {
        let Decoded { text, encoding, certainty } = decoded;
        let (stated, lines_before, text) = sniff::stated_delimiter(text);
        let delimiter = stated.unwrap_or_else(|| sniff::delimiter(&text));
        let records = Records::new(text, delimiter, lines_before);
        Self { source: Source::Text { encoding, certainty, delimiter }, records }
    }
}

impl Rows for TableReader {
    fn advance(&mut self, at_most: usize) -> Result<bool, FileError> {
        self.records.advance(at_most)
    }

    fn progress(&self) -> (usize, usize) {
        self.records.progress()
    }

    fn finish(self: Box<Self>) -> Result<Table, FileError> {
        table(self.source, self.records.finish()?)
    }
}

/// The table of these rows: finds its heading, and skips what stands above it.
pub(super) fn table(source: Source, mut rows: Vec<Row>) -> Result<Table, FileError> {
    let Layout { heading, first } = sniff::layout(rows.get(..rows.len().min(SAMPLE)).unwrap_or_default());
    let data = rows.split_off(first.min(rows.len()));
    let heading = heading.and_then(|index| rows.into_iter().nth(index));
    if data.is_empty() {
        return Err(if heading.is_some() { FileError::HeaderOnly } else { FileError::Empty });
    }
    if data.len() > MAX_ROWS {
        return Err(FileError::TooManyRows { max: MAX_ROWS });
    }
    let widest = || data.iter().map(Row::len).max().unwrap_or_default();
    let width = match (&heading, &source) {
        (Some(heading), Source::Text { .. }) => heading.len(),
        // No cell of a sheet moves: what stands beside the table is a column without a heading.
        (Some(heading), Source::Sheet { .. }) => heading.len().max(widest()),
        (None, _) => widest(),
    };
    if width > MAX_COLUMNS {
        return Err(FileError::TooManyColumns { max: MAX_COLUMNS });
    }
    let padded = padded(&data, width);
    Ok(Table { source, heading, width, padded, rows: data })
}

/// How many cells rows have where the program that wrote them puts empty ones behind each: the heading's, unless most have more.
fn padded(rows: &[Row], width: usize) -> usize {
    let top = rows.get(..rows.len().min(SAMPLE)).unwrap_or_default();
    let empty = |row: &&Row| row.cells().skip(width).all(|cell| cell.trim().is_empty());
    let usual = sniff::usual_width(top);
    let many = top.iter().filter(|row| row.len() == usual).filter(empty).count();
    if usual > width && many * 2 > top.len() && top.len() > 1 { usual } else { width }
}

impl Table {
    /// Reads a file: finds its encoding, its delimiter and its heading, and skips what stands above the heading.
    ///
    /// # Errors
    /// When it is no table.
    pub fn read(bytes: &[u8], hints: &Hints<'_>) -> Result<Self, FileError> {
        Self::whole(Box::new(TableReader::new(decode(bytes, hints)?)))
    }

    /// Reads all rows at once.
    ///
    /// # Errors
    /// When it is no table.
    pub fn whole(mut rows: Box<dyn Rows>) -> Result<Self, FileError> {
        while rows.advance(usize::MAX)? {}
        rows.finish()
    }

    /// Where it comes from.
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// How a file of text is encoded, and how sure that is.
    pub fn letters(&self) -> Option<(Encoding, &Certainty)> {
        match &self.source {
            Source::Text { encoding, certainty, .. } => Some((*encoding, certainty)),
            Source::Sheet { .. } => None,
        }
    }

    /// What separates its cells in a file of text.
    pub fn delimiter(&self) -> Option<Delimiter> {
        match self.source {
            Source::Text { delimiter, .. } => Some(delimiter),
            Source::Sheet { .. } => None,
        }
    }

    /// How many columns it has.
    pub fn width(&self) -> usize {
        self.width
    }

    /// How many cells its rows have at most that are as they should be.
    pub(super) fn padded(&self) -> usize {
        self.padded
    }

    /// The line of the heading, from 1; none when the file starts with data at once.
    pub fn heading_line(&self) -> Option<u32> {
        self.heading.as_ref().map(Row::line)
    }

    /// What stands above a column, trimmed; empty when nothing does.
    pub fn heading(&self, column: usize) -> &str {
        self.heading.as_ref().map(|row| row.cell(column).trim()).unwrap_or_default()
    }

    /// Whether a row is the heading again, as in files that were joined.
    pub(super) fn is_heading(&self, row: &Row) -> bool {
        self.heading.as_ref().is_some_and(|heading| row.len() == heading.len() && row.cells().eq(heading.cells()))
    }

    /// The rows below the heading, without the blank ones.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }
}
