//! Files that the page makes of rows: a workbook, by the part of the page that writes them, or CSV.

use crate::{
    browser,
    excel::{Lines, excel},
    language::t,
    state::App,
};

/// What the browser is told that a workbook is.
const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// A file to be saved.
pub enum Content {
    Csv(Vec<u8>),
    /// A sheet of a workbook: its name, and its rows, of which the first is the heading.
    Sheet(String, Lines),
}

/// Saves a file under a name, to which its ending is added; says so when that can't be done.
pub async fn download(app: App, name: String, content: Content) {
    let saved = match content {
        Content::Csv(bytes) => browser::download(&format!("{name}.csv"), "text/csv;charset=utf-8", &bytes).is_ok(),
        Content::Sheet(sheet, rows) => {
            let Ok(excel) = excel().await else { return app.toasts.warn(t!(screen_missing_sentence)) };
            let bytes = (excel.write)(&sheet, rows);
            bytes.is_some_and(|bytes| browser::download(&format!("{name}.xlsx"), WORKBOOK, &bytes).is_ok())
        }
    };
    if !saved {
        app.toasts.warn(t!(download_failed));
    }
}
