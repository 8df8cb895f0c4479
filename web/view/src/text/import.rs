//! What is wrong with a file, its columns or its cells, in words.

use crate::{speech::say, t};
use rollcall_core::{
    Directory,
    model::NumberKind,
    transfer::{
        CellError, CellProblem, Column, ContactColumn, ContactMappingProblem, ContactPlanError, Encoding, FieldChange,
        FileError, FileKind, MappingProblem, PlanError, Table,
    },
};
use rollcall_words::{Text, refusal, text, value_error};

/// Why a file is no table.
pub fn file_error(error: FileError) -> String {
    match error {
        FileError::Empty => t!(file_empty),
        FileError::TooLarge { max } => t!(file_too_large, max = max / (1024 * 1024)),
        FileError::NotText(kind) => t!(file_not_text, kind = file_kind(kind)),
        FileError::Locked => t!(file_locked),
        FileError::Undecodable { encoding: unread } => t!(file_undecodable, encoding = encoding(unread)),
        FileError::HeaderOnly => t!(file_header_only),
        FileError::TooManyRows { max } => t!(file_too_many_rows, max),
        FileError::TooManyColumns { max } => t!(file_too_many_columns, max),
        FileError::UnclosedQuote { line } => t!(file_unclosed_quote, line),
    }
}

const fn file_kind(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Picture => "picture",
        FileKind::Pdf => "pdf",
        FileKind::Spreadsheet => "spreadsheet",
        FileKind::WebPage => "web-page",
        FileKind::Archive => "archive",
        FileKind::Binary => "binary",
    }
}

/// What a column holds, for the list to choose from.
pub fn column(column: &Column) -> String {
    match column {
        Column::Ignore => t!(column_ignore),
        Column::Email => t!(field_email),
        Column::Mobile => t!(column_login_mobile),
        Column::Login => t!(field_login),
        Column::FullName => t!(full_name),
        Column::FirstName => t!(column_first_name),
        Column::LastName => t!(column_last_name),
        Column::Position => t!(field_position),
        Column::Licence => t!(field_licence),
        Column::AddOns => t!(field_add_ons),
        Column::Role => t!(field_role),
        Column::RoleScope => t!(column_role_scope),
        Column::Teams => t!(users_teams),
        Column::Language => t!(field_language),
        Column::TimeZone => t!(field_time_zone),
        Column::Country => t!(users_country),
        Column::Extension => t!(field_extension),
        Column::Number(kind) => t!(column_number, kind = number_kind(*kind)),
        Column::Blocked => t!(column_blocked),
        Column::Enabled => t!(column_enabled),
        Column::Secret => t!(column_secret),
        Column::Extra(key) => t!(column_extra, name = key.to_string()),
    }
}

/// The same of a file of contacts.
pub fn contact_column(column: ContactColumn) -> String {
    match column {
        ContactColumn::Ignore => t!(column_ignore),
        ContactColumn::Name => t!(full_name),
        ContactColumn::FirstName => t!(column_first_name),
        ContactColumn::LastName => t!(column_last_name),
        ContactColumn::Company => t!(field_company),
        ContactColumn::Number => t!(field_number),
        ContactColumn::Email => t!(field_email),
        ContactColumn::Country => t!(users_country),
        ContactColumn::Secret => t!(column_secret),
    }
}

/// The messages about a kind of numbers have the words for it.
const fn number_kind(kind: NumberKind) -> &'static str {
    match kind {
        NumberKind::Virtual => "virtual",
        NumberKind::Landline => "landline",
        NumberKind::Mobile => "mobile",
        NumberKind::Work => "work",
        NumberKind::Group => "group",
    }
}

/// What is updated of somebody who is here already: each field as it is and as it will be.
pub fn update(fields: &[FieldChange]) -> String {
    let one = |change: &FieldChange| {
        let (field, after) = (column(&change.column), &change.after);
        match change.before.as_str() {
            "" => t!(import_field_added, field, after),
            before => t!(import_field_changed, field, before, after),
        }
    };
    fields.iter().map(one).collect::<Vec<_>>().join(" · ")
}

/// What a column of a file is called: its heading, or its number.
pub fn column_name(table: &Table, index: usize) -> String {
    match table.heading(index) {
        "" => t!(import_column_number, number = index + 1),
        heading => heading.to_owned(),
    }
}

/// What stands in the way of a plan.
pub fn plan_error(error: &PlanError, table: &Table, names: Option<&Directory>) -> Vec<String> {
    match error {
        PlanError::Refused(refusals) => vec![super::refusals(refusals, names)],
        PlanError::Mapping(problems) => problems.iter().map(|problem| mapping_problem(problem, table)).collect(),
    }
}

/// The same of a file of contacts.
pub fn contact_plan_error(error: &ContactPlanError, table: &Table, names: Option<&Directory>) -> Vec<String> {
    let name = |index: usize| column_name(table, index);
    let said = |problem: &ContactMappingProblem| match *problem {
        ContactMappingProblem::NoName => t!(import_contacts_no_name),
        ContactMappingProblem::Twice { column, first, second } => {
            t!(import_column_twice, column = contact_column(column), first = name(first), second = name(second))
        }
    };
    match error {
        ContactPlanError::Refused(refusals) => vec![super::refusals(refusals, names)],
        ContactPlanError::Mapping(problems) => problems.iter().map(said).collect(),
    }
}

fn mapping_problem(problem: &MappingProblem, table: &Table) -> String {
    let name = |index: usize| column_name(table, index);
    match problem {
        MappingProblem::NoIdentifier => t!(import_no_identifier),
        MappingProblem::Twice { column: what, first, second } => {
            t!(import_column_twice, column = column(what), first = name(*first), second = name(*second))
        }
    }
}

/// What is wrong with a cell.
pub fn cell(problem: &CellProblem, names: Option<&Directory>) -> String {
    say(&cell_problem(problem, names))
}

fn cell_problem(problem: &CellProblem, names: Option<&Directory>) -> Text {
    match problem {
        CellProblem::Value(error) => value_error(*error),
        CellProblem::UnknownRole { name, nearest } => unknown("role", name, nearest),
        CellProblem::UnknownLicence { name, nearest } => unknown("licence", name, nearest),
        CellProblem::UnknownAddOn { name, nearest } => unknown("add-on", name, nearest),
        CellProblem::UnknownTeam { name, nearest } => unknown("team", name, nearest),
        CellProblem::SeveralRoles => text!(cell_several_roles),
        CellProblem::SeveralLicences => text!(cell_several_licences),
        CellProblem::RoleNeedsOneTeam { role, .. } => text!(cell_role_needs_team, role = role.to_string()),
        CellProblem::TwiceInFile { line } => text!(cell_twice, line = *line),
        CellProblem::TooFewCells { expected, found } | CellProblem::TooManyCells { expected, found } => {
            text!(cell_count, expected = *expected, found = *found)
        }
        CellProblem::SwallowedRows { until } => text!(cell_swallowed, until = *until),
        CellProblem::Damaged => text!(cell_damaged),
        CellProblem::SeveralValues => text!(cell_several_values),
        CellProblem::NumberWithMore { more } => text!(cell_number_with_more, more),
        CellProblem::Unusual { read } => text!(cell_unusual, read),
        CellProblem::Refused(reason) => refusal(reason, names),
    }
}

/// Everything that is wrong with a row, with the headings of its columns.
pub fn row(errors: &[CellError], table: &Table, names: Option<&Directory>) -> String {
    let one = |error: &CellError| {
        let problem = cell_problem(&error.problem, names);
        match error.column.map(|column| table.heading(column)).filter(|heading| !heading.is_empty()) {
            Some(heading) => t!(cell_in_column, column = heading, problem),
            None => say(&problem),
        }
    };
    errors.iter().map(one).collect::<Vec<_>>().join(" ")
}

fn unknown(kind: &str, name: &str, nearest: &[String]) -> Text {
    match nearest {
        [] => text!(cell_unknown, kind, name),
        near => text!(cell_unknown_near, kind, name, nearest = near.to_vec()),
    }
}

/// The name of an encoding, for whoever wonders about odd letters.
pub fn encoding(encoding: Encoding) -> String {
    t!(encoding_name, encoding = encoding.label())
}
