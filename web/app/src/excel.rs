//! Reading and writing workbooks lies in a file of its own, which is fetched when the page first meets one, and with all others
//! once the page is open. What is here is the door to it: whoever goes through it has none of that code.

use rollcall_core::transfer::{FileError, Rows, Workbook, widths, write_workbook};
use std::sync::Arc;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// A workbook, or why there is none.
pub type Opened = Result<Box<dyn Book>, FileError>;
/// Rows of cells.
pub type Lines = Vec<Vec<String>>;

/// What the file can do.
#[derive(Clone, Copy)]
pub struct Excel {
    /// Opens a workbook.
    pub open: fn(Arc<[u8]>) -> Opened,
    /// Writes a workbook with a sheet of this name; the first row is the heading.
    pub write: fn(&str, Lines) -> Option<Vec<u8>>,
}

/// A workbook that is open.
pub trait Book {
    /// The names of its sheets.
    fn sheets(&self) -> Vec<String>;
    /// The place of the sheet to read where nobody chooses one.
    fn first(&self) -> usize;
    /// Begins to read a sheet.
    fn sheet(&self, place: usize) -> Result<Box<dyn Rows>, FileError>;
}

impl Book for Workbook {
    fn sheets(&self) -> Vec<String> {
        self.sheets().map(str::to_owned).collect()
    }

    fn first(&self) -> usize {
        self.first()
    }

    fn sheet(&self, place: usize) -> Result<Box<dyn Rows>, FileError> {
        Ok(Box::new(self.sheet(place)?))
    }
}

/// The file, once it is there.
#[wasm_split(excel, fallible)]
pub fn excel() -> Result<Excel, SplitLoaderError> {
    Ok(Excel { open, write })
}

fn open(bytes: Arc<[u8]>) -> Opened {
    Ok(Box::new(Workbook::open(bytes)?))
}

fn write(sheet: &str, rows: Lines) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    write_workbook(&mut out, sheet, &widths(&rows), rows).ok()?;
    Some(out)
}
