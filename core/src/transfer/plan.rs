//! The dry run of an import: every row against the directory, the rules, and the rows before it.

use super::{
    column::Column,
    error::{CellError, CellProblem},
    mapping::{Mapping, MappingProblem},
    options::ImportOptions,
    row::{CellRead, RowDraft, RowReader},
    table::Table,
};
use crate::{
    access::{Holding, Permission},
    change::Record,
    command::{Command, Decision, ImportUser, NewUser, decide},
    context::Context,
    directory::Directory,
    id::UserId,
    model::IdentifierKind,
    refusal::{Field, Refusal, Refusals},
};
use rustc_hash::{FxBuildHasher, FxHashMap};
use serde::Serialize;
use std::sync::Arc;

/// What an import would do.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ImportPlan {
    /// One for each row of the table, in its order.
    pub rows: Vec<PlannedRow>,
    pub counts: PlanCounts,
}

/// What becomes of one row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PlannedRow {
    /// Its place in [`Table::rows`].
    pub row: usize,
    /// The line of the file in which it begins, from 1.
    pub line: u32,
    pub status: RowStatus,
    /// What is made of cells that are spelled in an unusual way; for a person to look at before the import.
    pub read: Vec<CellRead>,
    /// Whether the person is blocked where the file comes from, and is left out therefore, whatever the status: it takes no seat.
    pub set_apart: bool,
}

/// How a row stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RowStatus {
    /// Can be imported by this command, a [`Command::ImportUser`].
    Ready(Box<Command>),
    /// The organisation has a user with this address, mobile number or log-in name; the row is skipped.
    AlreadyThere(UserId),
    /// The heading again, as in files that were joined; the row is skipped.
    HeadingAgain,
    /// What is wrong with it; never empty.
    Rejected(Vec<CellError>),
}

/// How many rows stand how. Each row counts once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PlanCounts {
    pub ready: usize,
    pub already_there: usize,
    pub rejected: usize,
    /// Headings that come again.
    pub headings: usize,
    /// People who are blocked where the file comes from, and left out.
    pub set_apart: usize,
    /// Cells, in rows that are ready, that are spelled in an unusual way and read all the same.
    pub cells_read: usize,
}

/// Why there is no plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum PlanError {
    /// The mapping has to be mended first.
    #[error("the columns are not clear")]
    Mapping(Vec<MappingProblem>),
    /// The actor may not import at all.
    #[error("not allowed to import")]
    Refused(Refusals),
}

/// Plans an import in portions, so that a page can go on showing its progress, and stop at any of them.
#[derive(Clone, Debug)]
pub struct Planner {
    table: Arc<Table>,
    /// What rules ask of a directory when users are made, as it will be after the rows so far.
    trial: Directory,
    context: Context,
    reader: RowReader,
    blocked_too: bool,
    /// What the rows so far are known by, folded, and their lines.
    seen: FxHashMap<(IdentifierKind, String), u32>,
    plan: ImportPlan,
}

/// Plans a whole import at once. Ids come from the caller: the core draws none.
///
/// # Errors
/// When the mapping has problems, or the actor may not import.
pub fn plan(
    directory: &Directory,
    context: Context,
    table: &Arc<Table>,
    mapping: &Mapping,
    options: ImportOptions,
    mut new_id: impl FnMut() -> UserId,
) -> Result<ImportPlan, PlanError> {
    let mut planner = Planner::new(directory, context, table.clone(), mapping, options)?;
    planner.advance(directory, usize::MAX, &mut new_id);
    Ok(planner.finish())
}

impl Planner {
    /// Starts a plan. Of the directory only what many rows ask for is copied: no users.
    ///
    /// # Errors
    /// When the mapping has problems, or the actor may not import.
    pub fn new(
        directory: &Directory,
        context: Context,
        table: Arc<Table>,
        mapping: &Mapping,
        options: ImportOptions,
    ) -> Result<Self, PlanError> {
        let problems = mapping.problems();
        if !problems.is_empty() {
            return Err(PlanError::Mapping(problems));
        }
        let permission = Permission::UserImport;
        match Holding::of_actor(directory, &context) {
            Ok(holding) if holding.somewhere(permission) => {}
            Ok(_) => return Err(PlanError::Refused(Refusal::NotAllowed { permission }.into())),
            Err(refusal) => return Err(PlanError::Refused(refusal.into())),
        }
        Ok(Self {
            trial: directory.without_users_but(context.actor.person()),
            context,
            blocked_too: options.blocked,
            reader: RowReader::new(directory, &table, mapping, options),
            // Growing as they fill, they would be copied again and again, the last times for longer than a page may stand still.
            seen: FxHashMap::with_capacity_and_hasher(table.rows().len(), FxBuildHasher),
            plan: ImportPlan { rows: Vec::with_capacity(table.rows().len()), ..ImportPlan::default() },
            table,
        })
    }

    /// Plans the next rows, at most so many. The directory is the one that the plan was started with, or what became of it.
    /// Answers whether rows are left.
    pub fn advance(&mut self, directory: &Directory, at_most: usize, new_id: &mut dyn FnMut() -> UserId) -> bool {
        let table = self.table.clone();
        let done = self.plan.rows.len();
        for (index, row) in table.rows().iter().enumerate().skip(done).take(at_most) {
            let planned = if table.is_heading(row) {
                let status = RowStatus::HeadingAgain;
                PlannedRow { row: index, line: row.line(), status, read: Vec::new(), set_apart: false }
            } else {
                let draft = self.reader.read(index, row, new_id());
                self.planned(directory, index, row.line(), draft)
            };
            self.plan.counts.count(&planned);
            self.plan.rows.push(planned);
        }
        self.plan.rows.len() < table.rows().len()
    }

    /// How many rows are planned.
    pub fn done(&self) -> usize {
        self.plan.rows.len()
    }

    /// The plan so far.
    pub fn finish(self) -> ImportPlan {
        self.plan
    }

    fn planned(&mut self, directory: &Directory, index: usize, line: u32, mut draft: RowDraft) -> PlannedRow {
        let read = std::mem::take(&mut draft.read);
        let set_apart = draft.blocked && !self.blocked_too;
        let status = self.status(directory, index, line, draft, set_apart);
        // Who is here already isn't left out.
        let set_apart = set_apart && !matches!(status, RowStatus::AlreadyThere(_));
        PlannedRow { row: index, line, status, read, set_apart }
    }

    fn status(
        &mut self,
        directory: &Directory,
        index: usize,
        line: u32,
        draft: RowDraft,
        set_apart: bool,
    ) -> RowStatus {
        let error = |column, problem| CellError { row: index, column, problem };
        let identifiers: Vec<_> =
            draft.identifiers().map(|(column, identifier)| (column, identifier.folded())).collect();
        let RowDraft { user, mut errors, .. } = draft;
        for (column, known) in &identifiers {
            if let Some(earlier) = self.seen.get(known) {
                let problem = CellProblem::TwiceInFile { line: *earlier };
                errors.push(error(self.reader.index_of(column), problem));
                return RowStatus::Rejected(errors);
            }
        }
        let there = |(_, (kind, folded)): &(Column, (IdentifierKind, String))| directory.user_identified(*kind, folded);
        if let Some(user) = identifiers.iter().find_map(there) {
            return RowStatus::AlreadyThere(user);
        }
        if identifiers.is_empty() {
            return RowStatus::Rejected(errors);
        }
        if !set_apart {
            self.seen.extend(identifiers.into_iter().map(|(_, known)| (known, line)));
        }
        let command = Command::from(ImportUser(user));
        match decide(&self.trial, &self.context, &command) {
            Ok(decision) if errors.is_empty() => {
                if !set_apart {
                    self.take(&decision);
                }
                return RowStatus::Ready(Box::new(command));
            }
            Ok(_) => {}
            Err(refusals) => {
                let whole = errors.is_empty();
                for refusal in refusals {
                    let column = column_of(&refusal, &command).and_then(|column| self.place(&column));
                    // A row with wrong cells was tried without them: only what is wrong with its other cells is sure.
                    if whole || column.is_some_and(|place| errors.iter().all(|e| e.column != Some(place))) {
                        errors.push(error(column, CellProblem::Refused(refusal)));
                    }
                }
            }
        }
        RowStatus::Rejected(errors)
    }

    /// Takes what a row will take of what other rows could want: seats and an extension. A hundred thousand users would take as long
    /// to throw away as to make.
    fn take(&mut self, decision: &Decision) {
        for change in &decision.changes.0 {
            if let Some(Record::User(user)) = &change.after {
                self.trial.take_for(user);
            }
        }
    }

    /// Where a meaning stands; a full name may stand in parts.
    fn place(&self, column: &Column) -> Option<usize> {
        let parts: &[Column] = if *column == Column::FullName { &[Column::LastName, Column::FirstName] } else { &[] };
        self.reader.index_of(column).or_else(|| parts.iter().find_map(|part| self.reader.index_of(part)))
    }
}

impl PlanCounts {
    fn count(&mut self, row: &PlannedRow) {
        let count = match &row.status {
            _ if row.set_apart => &mut self.set_apart,
            RowStatus::Ready(_) => {
                self.cells_read += row.read.len();
                &mut self.ready
            }
            RowStatus::AlreadyThere(_) => &mut self.already_there,
            RowStatus::HeadingAgain => &mut self.headings,
            RowStatus::Rejected(_) => &mut self.rejected,
        };
        *count += 1;
    }
}

/// The column that a refusal concerns.
fn column_of(refusal: &Refusal, command: &Command) -> Option<Column> {
    let Command::ImportUser(ImportUser(user)) = command else { return None };
    let licence_or_add_on = |of_plan: bool| Some(if of_plan { Column::Licence } else { Column::AddOns });
    match refusal {
        Refusal::NoSeatLeft { licence, .. } | Refusal::WrongLicenceKind { licence } => {
            licence_or_add_on(user.licence == Some(*licence))
        }
        Refusal::NotAllowed { permission: Permission::LicenceAssign } => licence_or_add_on(user.licence.is_some()),
        Refusal::NotAllowed { permission: Permission::NumberAssign } => Some(Column::Extension),
        Refusal::NotAllowed { permission: Permission::RoleAssign } => Some(Column::Role),
        Refusal::NotAllowed { permission: Permission::TeamMembers } => Some(Column::Teams),
        _ => match refusal.field()? {
            Field::Email => Some(Column::Email),
            Field::Mobile => Some(Column::Mobile),
            Field::Login => Some(Column::Login),
            Field::FullName | Field::Name => Some(Column::FullName),
            Field::Position => Some(Column::Position),
            Field::Role | Field::Scope => Some(Column::Role),
            Field::Licence => Some(Column::Licence),
            Field::AddOns => Some(Column::AddOns),
            Field::Team => Some(Column::Teams),
            Field::Language => Some(Column::Language),
            Field::TimeZone => Some(Column::TimeZone),
            Field::Extension => Some(Column::Extension),
            _ => None,
        },
    }
}

impl ImportPlan {
    /// The commands to issue, with the places of their rows.
    pub fn commands(&self) -> impl Iterator<Item = (usize, &Command)> {
        self.chosen().filter_map(|row| match &row.status {
            RowStatus::Ready(command) => Some((row.row, &**command)),
            _ => None,
        })
    }

    /// The rows that are not left out.
    fn chosen(&self) -> impl Iterator<Item = &PlannedRow> {
        self.rows.iter().filter(|row| !row.set_apart)
    }

    /// The rows that can't be imported, with what is wrong with them.
    pub fn rejected(&self) -> impl Iterator<Item = (usize, &[CellError])> {
        self.chosen().filter_map(|row| match &row.status {
            RowStatus::Rejected(errors) => Some((row.row, errors.as_slice())),
            _ => None,
        })
    }
}

impl PlannedRow {
    /// The user that the row makes, when it is ready.
    pub fn user(&self) -> Option<&NewUser> {
        match &self.status {
            RowStatus::Ready(command) => match &**command {
                Command::ImportUser(ImportUser(user)) => Some(user),
                _ => None,
            },
            _ => None,
        }
    }
}
