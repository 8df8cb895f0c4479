//! What can be wrong with a file, and with a cell. The codes are stable for machines; the page makes the sentences.

use super::encoding::Encoding;
use crate::{
    refusal::Refusal,
    value::{RoleName, ValueError},
};
use serde::{Deserialize, Serialize};

/// Why a file can't be read as a table at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum FileError {
    /// Nothing, or no letter and no digit.
    #[error("the file is empty")]
    Empty,
    /// More than [`MAX_BYTES`](super::MAX_BYTES) bytes.
    #[error("the file is larger than {max} bytes")]
    TooLarge { max: usize },
    /// Something else than text.
    #[error("the file is {0:?}, not a CSV file")]
    NotText(FileKind),
    /// A workbook that opens with a password only.
    #[error("the workbook is locked with a password")]
    Locked,
    /// In an encoding that can't be read here.
    #[error("the encoding {} can't be read", encoding.label())]
    Undecodable { encoding: Encoding },
    /// A heading and no rows.
    #[error("the file has headings, but no rows")]
    HeaderOnly,
    /// More than [`MAX_ROWS`](super::MAX_ROWS) rows.
    #[error("the file has more than {max} rows")]
    TooManyRows { max: usize },
    /// More than [`MAX_COLUMNS`](super::MAX_COLUMNS) columns.
    #[error("the file has more than {max} columns")]
    TooManyColumns { max: usize },
    /// A quotation mark opens in the row of this line and never closes: all that follows would be one cell.
    #[error("the quotation mark in line {line} is never closed")]
    UnclosedQuote { line: u32 },
}

/// What a file that is no text seems to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// PNG, JPEG, GIF or WebP.
    Picture,
    Pdf,
    /// A workbook that can't be read here: an old one, another program's, or a damaged one. To be saved as XLSX or CSV first.
    Spreadsheet,
    /// A web page under the name of a CSV file, such as a sign-in page that was downloaded by mistake.
    WebPage,
    /// Another archive.
    Archive,
    /// Anything else with bytes that no text has.
    Binary,
}

impl FileError {
    /// The stable code.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "file_empty",
            Self::TooLarge { .. } => "file_too_large",
            Self::NotText(FileKind::Picture) => "file_is_picture",
            Self::NotText(FileKind::Pdf) => "file_is_pdf",
            Self::NotText(FileKind::Spreadsheet) => "file_is_spreadsheet",
            Self::NotText(FileKind::WebPage) => "file_is_web_page",
            Self::NotText(FileKind::Archive) => "file_is_archive",
            Self::NotText(FileKind::Binary) => "file_is_binary",
            Self::Locked => "file_locked",
            Self::Undecodable { .. } => "file_undecodable",
            Self::HeaderOnly => "file_header_only",
            Self::TooManyRows { .. } => "file_too_many_rows",
            Self::TooManyColumns { .. } => "file_too_many_columns",
            Self::UnclosedQuote { .. } => "file_unclosed_quote",
        }
    }
}

/// What is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("row {row}: {problem}")]
pub struct CellError {
    /// The row's place in [`Table::rows`](super::Table::rows), from 0.
    pub row: usize,
    /// The column's place, from 0; none when it concerns the row as a whole.
    pub column: Option<usize>,
    pub problem: CellProblem,
}

/// What is wrong with a cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum CellProblem {
    /// The text is no such value.
    #[error("{0}")]
    Value(ValueError),
    /// No role has this name.
    #[error("no role is called {name}")]
    UnknownRole { name: String, nearest: Vec<String> },
    /// No plan has this name.
    #[error("no licence is called {name}")]
    UnknownLicence { name: String, nearest: Vec<String> },
    /// No add-on has this name.
    #[error("no add-on is called {name}")]
    UnknownAddOn { name: String, nearest: Vec<String> },
    /// No team has this name.
    #[error("no team is called {name}")]
    UnknownTeam { name: String, nearest: Vec<String> },
    /// A new user gets one role; others are given afterwards.
    #[error("more than one role")]
    SeveralRoles,
    /// More than one plan.
    #[error("more than one licence")]
    SeveralLicences,
    /// The role holds inside a team, so the row must name exactly one.
    #[error("the role {role} needs exactly one team, not {teams}")]
    RoleNeedsOneTeam { role: RoleName, teams: usize },
    /// An earlier row of the file, at this line, has the same address, mobile number or log-in name.
    #[error("line {line} has the same already")]
    TwiceInFile { line: u32 },
    /// The row ends before its last column that is read.
    #[error("the row has {found} cells instead of {expected}")]
    TooFewCells { expected: usize, found: usize },
    /// The row has more cells than the heading has, and nothing says that those at its end are only padding.
    #[error("the row has {found} cells instead of {expected}")]
    TooManyCells { expected: usize, found: usize },
    /// The row has as many cells as it should only because a quotation mark, opened in one of them and closed far below, has
    /// swallowed the rows from the next line to this one.
    #[error("the quotation mark swallows the rows until line {until}")]
    SwallowedRows { until: u32 },
    /// Bytes of the cell are no characters, in this file already or in a program before it.
    #[error("the cell is damaged")]
    Damaged,
    /// More than one address or number.
    #[error("more than one value")]
    SeveralValues,
    /// An extension or something else stands behind a phone number.
    #[error("{more} stands behind the number")]
    NumberWithMore { more: String },
    /// The value is spelled in an unusual way, and nobody has said that such cells are to be read.
    #[error("would be read as {read}")]
    Unusual { read: String },
    /// A rule of the directory says no.
    #[error("{0}")]
    Refused(Refusal),
}

impl CellProblem {
    /// The stable code.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Value(_) => "invalid_value",
            Self::UnknownRole { .. } => "unknown_role",
            Self::UnknownLicence { .. } => "unknown_licence",
            Self::UnknownAddOn { .. } => "unknown_add_on",
            Self::UnknownTeam { .. } => "unknown_team",
            Self::SeveralRoles => "several_roles",
            Self::SeveralLicences => "several_licences",
            Self::RoleNeedsOneTeam { .. } => "role_needs_one_team",
            Self::TwiceInFile { .. } => "twice_in_file",
            Self::TooFewCells { .. } => "too_few_cells",
            Self::TooManyCells { .. } => "too_many_cells",
            Self::SwallowedRows { .. } => "swallowed_rows",
            Self::Damaged => "damaged",
            Self::SeveralValues => "several_values",
            Self::NumberWithMore { .. } => "number_with_more",
            Self::Unusual { .. } => "unusual_spelling",
            Self::Refused(refusal) => refusal.code(),
        }
    }
}
