//! Rows to bytes: CSV as RFC 4180 has it, in UTF-8, with cells that no spreadsheet runs.

use super::{cells::neutralise, table::Delimiter};
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
    let start = if style.bom { b"\xEF\xBB\xBF".to_vec() } else { Vec::new() };
    let mut writer = csv::WriterBuilder::new()
        .flexible(true)
        .delimiter(style.delimiter.byte())
        .terminator(csv::Terminator::CRLF)
        .from_writer(start);
    for row in rows {
        for cell in row {
            // Writing into a vector can't fail, and rows may differ in length.
            let _ = writer.write_field(neutralise(cell.as_ref()).as_bytes());
        }
        let _ = writer.write_record(None::<&[u8]>);
    }
    writer.into_inner().unwrap_or_default()
}
