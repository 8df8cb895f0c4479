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

/// Writes rows, each as long as it is.
pub(super) fn csv<R>(style: CsvStyle, rows: impl IntoIterator<Item = R>) -> Vec<u8>
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
            push(&mut out, neutralise(cell.as_ref()).as_bytes(), style.delimiter);
        }
        // A row of nothing but an empty cell would be no row.
        if out.len() == start {
            out.extend_from_slice(b"\"\"");
        }
        out.extend_from_slice(b"\r\n");
    }
    out
}

/// Writes a cell, in quotes if it needs them. The writer of `csv` does the same, and brings tables of numbers, in case only
/// texts are to be quoted, that weigh as much as a screen of the page.
fn push(out: &mut Vec<u8>, cell: &[u8], delimiter: Delimiter) {
    let needs = |byte: &u8| matches!(byte, b'"' | b'\r' | b'\n') || *byte == delimiter.byte();
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

    proptest! {
        #[test]
        fn rows_are_written_as_the_csv_crate_writes_them(
            rows: Vec<Vec<String>>,
            quoted in "[\",;|\t\r\n a]{0,6}",
            pick in 0usize..4,
        ) {
            let delimiter = [Delimiter::Comma, Delimiter::Semicolon, Delimiter::Tab, Delimiter::Pipe][pick];
            let rows: Vec<_> = rows.into_iter().chain([vec![quoted], vec![String::new()], Vec::new()]).collect();
            let mut writer = csv::WriterBuilder::new()
                .flexible(true)
                .delimiter(delimiter.byte())
                .terminator(csv::Terminator::CRLF)
                .from_writer(Vec::new());
            for row in &rows {
                for cell in row {
                    writer.write_field(neutralise(cell).as_bytes()).unwrap();
                }
                writer.write_record(None::<&[u8]>).unwrap();
            }
            prop_assert_eq!(csv(CsvStyle { delimiter, bom: false }, rows), writer.into_inner().unwrap());
        }
    }
}
