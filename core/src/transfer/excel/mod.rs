//! Workbooks of Excel (`.xlsx`; ECMA-376): sheets read as they are shown, and the list of users written.
//!
//! Reading keeps no more in memory than a file of text may hold, whatever a file claims or hides: parts are unpacked a little at a
//! time, what is kept is counted, and what is larger than any workbook's is refused. The page has this code in a file of its own, which it fetches when it
//! first meets a workbook.

mod budget;
mod date;
mod format;
mod number;
mod package;
mod rows;
mod styles;
#[cfg(test)]
mod tests;
mod texts;
mod workbook;
mod write;
mod xml;

pub use rows::SheetReader;
pub use workbook::{Workbook, is_workbook};
pub use write::{WorkbookWriter, widen, widths, write_workbook};
