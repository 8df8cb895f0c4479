//! What is wrong with a file, its columns or its cells, in words.

use super::{refusal, value_error};
use rollcall_core::{
    Directory,
    transfer::{CellError, CellProblem, Column, Encoding, FileError, FileKind, MappingProblem, PlanError, Table},
};

/// Why a file is no table.
pub fn file_error(error: FileError) -> String {
    match error {
        FileError::Empty => "The file is empty. Pick another.".into(),
        FileError::TooLarge { max } => {
            format!("The file is larger than {} MB. Split it and import the parts.", max / (1024 * 1024))
        }
        FileError::NotText(FileKind::Picture) => "This is a picture, not a CSV file.".into(),
        FileError::NotText(FileKind::Pdf) => "This is a PDF, not a CSV file.".into(),
        FileError::NotText(FileKind::Spreadsheet) => {
            "This is a spreadsheet. Open it, save it as CSV, and pick that file.".into()
        }
        FileError::NotText(FileKind::WebPage) => {
            "This is a web page, not a CSV file. Perhaps the download asked for a sign-in.".into()
        }
        FileError::NotText(FileKind::Archive) => "This is an archive. Unpack it and pick the CSV file in it.".into(),
        FileError::NotText(FileKind::Binary) => "This is no text file, so it can't be a CSV file.".into(),
        FileError::Undecodable { line } => {
            format!("Line {line} can't be read as text. Save the file as CSV in UTF-8 and pick it again.")
        }
        FileError::HeaderOnly => "The file has headings, but no rows below them.".into(),
        FileError::TooManyRows { max } => {
            format!("The file has more than {} rows. Split it and import the parts.", crate::language::number(max))
        }
        FileError::TooManyColumns { max } => {
            format!("The file has more than {max} columns. Remove those that aren't needed.")
        }
        FileError::UnclosedQuote { line } => {
            format!("The quotation mark in line {line} is never closed. Mend the line and pick the file again.")
        }
    }
}

/// What a column holds, for the list to choose from.
pub fn column(column: &Column) -> String {
    match column {
        Column::Ignore => "Don't import".into(),
        Column::Extra(key) => format!("Extra: {key}"),
        Column::Role => "Role".into(),
        Column::FullName => "Full name".into(),
        other => other.heading().to_owned(),
    }
}

/// What stands in the way of a plan.
pub fn plan_error(error: &PlanError, table: &Table, names: Option<&Directory>) -> Vec<String> {
    match error {
        PlanError::Refused(refusals) => vec![super::refusals(refusals, names)],
        PlanError::Mapping(problems) => problems.iter().map(|problem| mapping_problem(problem, table)).collect(),
    }
}

fn mapping_problem(problem: &MappingProblem, table: &Table) -> String {
    let name = |index: usize| match table.heading(index) {
        "" => format!("column {}", index + 1),
        heading => format!("“{heading}”"),
    };
    match problem {
        MappingProblem::NoIdentifier => {
            "Say which column holds the e-mail addresses, mobile numbers or log-in names.".into()
        }
        MappingProblem::Twice { column: what, first, second } => {
            format!("{} and {} are both “{}”. Change one of them.", name(*first), name(*second), column(what))
        }
    }
}

/// What is wrong with a cell.
pub fn cell(problem: &CellProblem, names: Option<&Directory>) -> String {
    match problem {
        CellProblem::Value(error) => value_error(*error),
        CellProblem::UnknownRole { name, nearest } => unknown("role", name, nearest),
        CellProblem::UnknownLicence { name, nearest } => unknown("licence", name, nearest),
        CellProblem::UnknownAddOn { name, nearest } => unknown("add-on", name, nearest),
        CellProblem::UnknownTeam { name, nearest } => unknown("team", name, nearest),
        CellProblem::SeveralRoles => "Give one role; others are given after the import.".into(),
        CellProblem::SeveralLicences => "Give one licence.".into(),
        CellProblem::RoleNeedsOneTeam { role, .. } => format!("{role} holds inside a team: name exactly one."),
        CellProblem::TwiceInFile { line } => format!("Line {line} has this address already."),
        CellProblem::TooFewCells { expected, found } | CellProblem::TooManyCells { expected, found } => {
            format!("The row has {found} cells instead of {expected}.")
        }
        CellProblem::Refused(reason) => refusal(reason, names),
    }
}

/// Everything that is wrong with a row, with the headings of its columns.
pub fn row(errors: &[CellError], table: &Table, names: Option<&Directory>) -> String {
    let one = |error: &CellError| {
        let said = cell(&error.problem, names);
        match error.column.map(|column| table.heading(column)).filter(|heading| !heading.is_empty()) {
            Some(heading) => format!("{heading}: {said}"),
            None => said,
        }
    };
    errors.iter().map(one).collect::<Vec<_>>().join(" ")
}

fn unknown(kind: &str, name: &str, nearest: &[String]) -> String {
    match nearest {
        [] => format!("There is no {kind} called “{name}”."),
        [one] => format!("There is no {kind} called “{name}”. Did you mean “{one}”?"),
        several => format!("There is no {kind} called “{name}”. Did you mean one of {}?", several.join(", ")),
    }
}

/// How a file is encoded, for whoever wonders about odd letters.
pub fn encoding(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Utf8 => "UTF-8",
        Encoding::Utf16Le | Encoding::Utf16Be => "UTF-16",
        Encoding::Windows1252 => "Windows-1252",
    }
}
