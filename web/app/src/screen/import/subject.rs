//! What is imported: users, or contacts that everybody shares. Files, columns, plan and rows are dealt with alike; what is different
//! between them stands here.

use super::reading::dispose;
use crate::{state::App, text};
use leptos::task::spawn_local;
use rollcall_core::{
    Directory, Timestamp,
    command::Authored,
    id::{ContactId, UserId},
    sync::Replica,
    transfer::{
        CellError, CellRead, Column, ContactColumn, ContactCounts, ContactMapping, ContactPlan, ContactPlanner,
        ContactStatus, CsvStyle, FieldChange, ImportOptions, ImportPlan, Mapping, Meanings, Part, PlanCounts, Planner,
        Row, RowStatus, Table, Turn, reject_rows, rejects,
    },
    value::ExtraKey,
};
use rollcall_view::Screen;
use std::sync::Arc;

/// What a file is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    Users,
    Contacts,
}

impl Subject {
    /// Where what was imported is listed.
    pub const fn list(self) -> Screen {
        match self {
            Self::Users => Screen::Users,
            Self::Contacts => Screen::Contacts,
        }
    }

    /// The meanings of the columns of a file, guessed.
    pub fn guess(self, table: &Table, names: &Directory) -> Read {
        match self {
            Self::Users => Read::Users(Mapping::guess(table), ImportPlan::default()),
            Self::Contacts => {
                let country = names.organisation().map(|organisation| &organisation.country);
                Read::Contacts(ContactMapping::guess(table, country), ContactPlan::default())
            }
        }
    }
}

/// What the columns of a file mean, and what becomes of its rows.
pub enum Read {
    Users(Mapping, ImportPlan),
    Contacts(ContactMapping, ContactPlan),
}

/// What a column holds, ready to be shown and chosen.
pub struct Holds {
    pub code: String,
    pub label: String,
    pub secret: bool,
    pub ignored: bool,
    /// Addresses need more room than other cells.
    pub wide: bool,
}

/// How a row stands.
pub enum Stands<'a> {
    Ready,
    Update(&'a [FieldChange]),
    AlreadyThere,
    /// The heading again.
    Heading,
    /// Somebody who is blocked where the file comes from.
    Apart,
    Rejected(&'a [CellError]),
}

impl Read {
    fn meanings(&self) -> &dyn Meanings {
        match self {
            Self::Users(mapping, _) => mapping,
            Self::Contacts(mapping, _) => mapping,
        }
    }

    /// How many columns there are.
    pub fn columns(&self) -> usize {
        match self {
            Self::Users(mapping, _) => mapping.columns().len(),
            Self::Contacts(mapping, _) => mapping.columns().len(),
        }
    }

    /// What a column holds.
    pub fn holds(&self, index: usize) -> Option<Holds> {
        Some(match self {
            Self::Users(mapping, _) => {
                let column = mapping.columns().get(index)?;
                Holds {
                    code: column.code().to_owned(),
                    label: text::import::column(column),
                    secret: *column == Column::Secret,
                    ignored: *column == Column::Ignore,
                    wide: *column == Column::Email,
                }
            }
            Self::Contacts(mapping, _) => {
                let column = *mapping.columns().get(index)?;
                Holds {
                    code: column.code().to_owned(),
                    label: text::import::contact_column(column),
                    secret: column == ContactColumn::Secret,
                    ignored: column == ContactColumn::Ignore,
                    wide: column == ContactColumn::Email,
                }
            }
        })
    }

    /// Whether a column is read.
    pub fn is_read(&self, index: usize) -> bool {
        match self {
            Self::Users(mapping, _) => mapping.columns().get(index).is_some_and(Column::is_read),
            Self::Contacts(mapping, _) => mapping.columns().get(index).is_some_and(|column| column.is_read()),
        }
    }

    /// What a column may hold: each with its code.
    pub fn choices(&self, index: usize, name: &str) -> Vec<(String, String)> {
        match self {
            Self::Users(mapping, _) => {
                let extra = extra(mapping, index, name).map(Column::Extra);
                let all = Column::CHOICES.iter().cloned().chain(extra);
                all.map(|column| (column.code().to_owned(), text::import::column(&column))).collect()
            }
            Self::Contacts(..) => {
                let all = ContactColumn::CHOICES.iter();
                all.map(|column| (column.code().to_owned(), text::import::contact_column(*column))).collect()
            }
        }
    }

    /// Says by hand what a column holds.
    pub fn set(&mut self, index: usize, name: &str, code: &str) {
        match self {
            Self::Users(mapping, _) => {
                let chosen = match (code, extra(mapping, index, name)) {
                    ("extra", Some(key)) => Some(Column::Extra(key)),
                    (code, _) => Column::from_code(code),
                };
                if let Some(chosen) = chosen {
                    mapping.set(index, chosen);
                }
            }
            Self::Contacts(mapping, _) => {
                if let Some(chosen) = ContactColumn::from_code(code) {
                    mapping.set(index, chosen);
                }
            }
        }
    }

    /// Whether a column has roles.
    pub fn has_roles(&self) -> bool {
        match self {
            Self::Users(mapping, _) => mapping.index_of(&Column::Role).is_some(),
            Self::Contacts(..) => false,
        }
    }

    /// A cell that can be shown.
    pub fn shown<'t>(&self, table: &'t Table, row: &'t Row, column: usize) -> &'t str {
        self.meanings().shown(table, row, column)
    }

    /// How a row stands; none while it is not planned.
    pub fn stands(&self, row: usize) -> Option<Stands<'_>> {
        Some(match self {
            Self::Users(_, plan) => {
                let row = plan.rows.get(row)?;
                match &row.status {
                    _ if row.set_apart => Stands::Apart,
                    RowStatus::Ready(_) => Stands::Ready,
                    RowStatus::Update(update) => Stands::Update(&update.fields),
                    RowStatus::AlreadyThere(_) => Stands::AlreadyThere,
                    RowStatus::HeadingAgain => Stands::Heading,
                    RowStatus::Rejected(errors) => Stands::Rejected(errors),
                }
            }
            Self::Contacts(_, plan) => match &plan.rows.get(row)?.status {
                ContactStatus::Ready(_) => Stands::Ready,
                ContactStatus::AlreadyThere(_) => Stands::AlreadyThere,
                ContactStatus::HeadingAgain => Stands::Heading,
                ContactStatus::Rejected(errors) => Stands::Rejected(errors),
            },
        })
    }

    /// The cells of a row that are read in another way than they are written.
    pub fn read(&self, row: usize) -> &[CellRead] {
        match self {
            Self::Users(_, plan) => plan.rows.get(row).map(|row| row.read.as_slice()),
            Self::Contacts(_, plan) => plan.rows.get(row).map(|row| row.read.as_slice()),
        }
        .unwrap_or_default()
    }

    /// What is carried out at this place of the order; none when all is.
    pub fn turn(&self, place: usize) -> Option<(Turn, Vec<Authored>)> {
        match self {
            Self::Users(_, plan) => plan.turns.get(place).map(|turn| (*turn, plan.commands_of(*turn))),
            Self::Contacts(_, plan) => {
                let commands = match &plan.rows.get(place)?.status {
                    ContactStatus::Ready(add) => vec![(**add).clone().into()],
                    _ => Vec::new(),
                };
                Some((Turn { row: place, part: Part::Whole }, commands))
            }
        }
    }

    /// The rows that can't be imported, with what is wrong with them.
    pub fn rejected(&self) -> Box<dyn Iterator<Item = (usize, &[CellError])> + '_> {
        match self {
            Self::Users(_, plan) => Box::new(plan.rejected()),
            Self::Contacts(_, plan) => Box::new(plan.rejected()),
        }
    }

    /// The fields of people who are here that its columns could update.
    pub fn updatable(&self) -> Vec<Column> {
        let mut fields: Vec<Column> = Vec::new();
        if let Self::Users(mapping, _) = self {
            for field in mapping.columns().iter().filter_map(Column::updates) {
                if !fields.contains(&field) {
                    fields.push(field);
                }
            }
        }
        fields
    }

    /// Throws the plan away, in portions: that takes almost as long as making it.
    pub fn forget_plan(&mut self) {
        match self {
            Self::Users(_, plan) => spawn_local(dispose(std::mem::take(plan).rows)),
            Self::Contacts(_, plan) => spawn_local(dispose(std::mem::take(plan).rows)),
        }
    }

    /// Rows to be fixed, as the rows of a sheet.
    pub fn reject_rows(&self, table: &Table, rows: impl IntoIterator<Item = (usize, String)>) -> Vec<Vec<String>> {
        match self {
            Self::Users(mapping, _) => reject_rows(table, mapping, rows).collect(),
            Self::Contacts(mapping, _) => reject_rows(table, mapping, rows).collect(),
        }
    }

    /// The same as CSV.
    pub fn rejects(&self, table: &Table, rows: impl IntoIterator<Item = (usize, String)>, style: CsvStyle) -> Vec<u8> {
        match self {
            Self::Users(mapping, _) => rejects(table, mapping, rows, style),
            Self::Contacts(mapping, _) => rejects(table, mapping, rows, style),
        }
    }
}

/// An extra field is named after its heading.
fn extra(mapping: &Mapping, index: usize, name: &str) -> Option<ExtraKey> {
    match mapping.columns().get(index) {
        Some(Column::Extra(key)) => Some(key.clone()),
        _ => ExtraKey::parse(name).ok(),
    }
}

/// A dry run under way.
pub enum Planning {
    Users(Box<Planner>),
    Contacts(Box<ContactPlanner>),
}

impl Planning {
    /// Begins it, or says what stands in the way.
    pub fn new(
        read: &Read,
        table: &Arc<Table>,
        replica: &Replica,
        now: Timestamp,
        options: ImportOptions,
    ) -> Result<Self, Vec<String>> {
        let (names, context) = (replica.view(), replica.context(now));
        match read {
            Read::Users(mapping, _) => {
                let started = Planner::new(names, context, table.clone(), mapping, options);
                let said = |error| text::import::plan_error(&error, table, Some(names));
                started.map(|planner| Self::Users(Box::new(planner))).map_err(said)
            }
            Read::Contacts(mapping, _) => {
                let started = ContactPlanner::new(names, context, table.clone(), mapping, options.unusual);
                let said = |error| text::import::contact_plan_error(&error, table, Some(names));
                started.map(|planner| Self::Contacts(Box::new(planner))).map_err(said)
            }
        }
    }

    /// Plans the next rows; whether there are more.
    pub fn advance(&mut self, app: App, rows: usize) -> Option<bool> {
        match self {
            Self::Users(planner) => {
                let mut id = || UserId::new(rollcall_client::new_id());
                app.ask_once(|replica, _| planner.advance(replica.view(), rows, &mut id))
            }
            Self::Contacts(planner) => {
                let mut id = || ContactId::new(rollcall_client::new_id());
                app.ask_once(|replica, _| planner.advance(replica.view(), rows, &mut id))
            }
        }
    }

    pub fn done(&self) -> usize {
        match self {
            Self::Users(planner) => planner.done(),
            Self::Contacts(planner) => planner.done(),
        }
    }

    /// Throws it away, in portions.
    pub fn forget(self) {
        match self {
            Self::Users(planner) => spawn_local(dispose(planner.finish().rows)),
            Self::Contacts(planner) => spawn_local(dispose(planner.finish().rows)),
        }
    }

    /// The plan, put into what was read, and its counts.
    pub fn finish(self, read: &mut Read) -> PlanCounts {
        match (self, read) {
            (Self::Users(planner), Read::Users(_, plan)) => {
                *plan = planner.finish();
                plan.counts
            }
            (Self::Contacts(planner), Read::Contacts(_, plan)) => {
                *plan = planner.finish();
                let ContactCounts { ready, already_there, rejected, headings, cells_read } = plan.counts;
                PlanCounts { ready, already_there, rejected, headings, cells_read, ..PlanCounts::default() }
            }
            _ => PlanCounts::default(),
        }
    }
}
