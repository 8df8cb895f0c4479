//! Rows to bytes: CSV as RFC 4180 has it, in UTF-8, with cells that no spreadsheet runs.

use super::{cells::neutralise, rows::Delimiter};
use serde::{Deserialize, Serialize};

/// How a CSV file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CsvStyle {
    pub delimiter: Delimiter,
    /// A mark at the start, without which Excel takes UTF-8 for Windows-1252.
    pub bom: bool,
}

impl Default for CsvStyle {
    fn default() -> Self {
        Self { delimiter: Delimiter::Comma, bom: true }
    }
}

/// Rows as a CSV file, each as long as it is.
pub fn csv<R>(style: CsvStyle, rows: impl IntoIterator<Item = R>) -> Vec<u8>
where
    R: IntoIterator,
    R::Item: AsRef<str>,
{
    let mut out = if style.bom { b"\xEF\xBB\xBF".to_vec() } else { Vec::new() };
    for row in rows {
        let start = out.len();
        for (place, cell) in row.into_iter().enumerate() {
            if place > 0 {
                out.push(style.delimiter.byte());
            }
            push(&mut out, neutralise(cell.as_ref()).as_bytes());
        }
        // A row of nothing but an empty cell would be no row.
        if out.len() == start {
            out.extend_from_slice(b"\"\"");
        }
        out.extend_from_slice(b"\r\n");
    }
    out
}

/// Writes a cell, in quotes if it needs them, or would in a file of another delimiter: spreadsheets split at what their country
/// uses, whatever the file says. The writer of `csv` brings tables of numbers, in case only
/// texts are to be quoted, that weigh as much as a screen of the page.
fn push(out: &mut Vec<u8>, cell: &[u8]) {
    let needs = |byte: &u8| matches!(byte, b'"' | b'\r' | b'\n' | b',' | b';' | b'\t' | b'|');
    if !cell.iter().any(needs) {
        out.extend_from_slice(cell);
        return;
    }
    out.push(b'"');
    for byte in cell {
        if *byte == b'"' {
            out.push(b'"');
        }
        out.push(*byte);
    }
    out.push(b'"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_cell_is_one_cell_whatever_a_spreadsheet_splits_at() {
        let style = CsvStyle { delimiter: Delimiter::Comma, bom: false };
        let row = [["a;=1+1", "b|c", "d\te", "f,g", "h i"]];
        assert_eq!(csv(style, row), b"\"a;=1+1\",\"b|c\",\"d\te\",\"f,g\",h i\r\n");
    }

    proptest! {
        #[test]
        fn rows_are_read_by_the_csv_crate_as_they_were_written(
            rows: Vec<Vec<String>>,
            quoted in "[\",;|\t\r\n a]{0,6}",
            pick in 0usize..4,
        ) {
            let delimiter = [Delimiter::Comma, Delimiter::Semicolon, Delimiter::Tab, Delimiter::Pipe][pick];
            let rows: Vec<_> = rows.into_iter().chain([vec![quoted], vec![String::new()], Vec::new()]).collect();
            let written = csv(CsvStyle { delimiter, bom: false }, &rows);
            let mut reader = csv::ReaderBuilder::new()
                .flexible(true)
                .has_headers(false)
                .delimiter(delimiter.byte())
                .from_reader(&written[..]);
            let read: Vec<Vec<String>> =
                reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
            // A row without a cell is one with an empty cell.
            let cells = |row: &Vec<String>| match &row[..] {
                [] => vec![String::new()],
                cells => cells.iter().map(|cell| neutralise(cell).into_owned()).collect(),
            };
            prop_assert_eq!(read, rows.iter().map(cells).collect::<Vec<_>>());
        }
    }
}
