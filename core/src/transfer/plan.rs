//! The dry run of an import: every row against the directory, the rules, and the rows before it.

use super::{
    column::Column,
    error::{CellError, CellProblem},
    mapping::{Mapping, MappingProblem},
    row::{RowDraft, RowReader},
    table::Table,
};
use crate::{
    access::{Holding, Permission},
    command::{Command, ImportUser, NewUser, decide},
    context::Context,
    directory::Directory,
    id::UserId,
    model::IdentifierKind,
    refusal::{Field, Refusal, Refusals},
};
use rustc_hash::FxHashMap;
use serde::Serialize;

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
}

/// How a row stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RowStatus {
    /// Can be imported by this command, a [`Command::ImportUser`].
    Ready(Box<Command>),
    /// The organisation has a user with this address, mobile number or log-in name; the row is skipped.
    AlreadyThere(UserId),
    /// What is wrong with it; never empty.
    Rejected(Vec<CellError>),
}

/// How many rows stand how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PlanCounts {
    pub ready: usize,
    pub already_there: usize,
    pub rejected: usize,
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

/// Plans an import in portions, so that a page can go on showing its progress.
#[derive(Clone, Debug)]
pub struct Planner {
    /// The directory as it will be after the rows so far.
    directory: Directory,
    context: Context,
    reader: RowReader,
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
    table: &Table,
    mapping: &Mapping,
    mut new_id: impl FnMut() -> UserId,
) -> Result<ImportPlan, PlanError> {
    let mut planner = Planner::new(directory, context, table, mapping)?;
    planner.advance(table, usize::MAX, &mut new_id);
    Ok(planner.finish())
}

impl Planner {
    /// Starts a plan. The directory is copied, and stays as it is.
    ///
    /// # Errors
    /// When the mapping has problems, or the actor may not import.
    pub fn new(directory: &Directory, context: Context, table: &Table, mapping: &Mapping) -> Result<Self, PlanError> {
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
            directory: directory.clone(),
            context,
            reader: RowReader::new(directory, table, mapping),
            seen: FxHashMap::default(),
            plan: ImportPlan::default(),
        })
    }

    /// Plans the next rows, at most so many, of the table that the plan was started with. Answers whether rows are left.
    pub fn advance(&mut self, table: &Table, at_most: usize, new_id: &mut dyn FnMut() -> UserId) -> bool {
        let done = self.plan.rows.len();
        for (index, row) in table.rows().iter().enumerate().skip(done).take(at_most) {
            let draft = self.reader.read(index, row, new_id());
            let status = self.status(index, row.line(), draft);
            let count = match &status {
                RowStatus::Ready(_) => &mut self.plan.counts.ready,
                RowStatus::AlreadyThere(_) => &mut self.plan.counts.already_there,
                RowStatus::Rejected(_) => &mut self.plan.counts.rejected,
            };
            *count += 1;
            self.plan.rows.push(PlannedRow { row: index, line: row.line(), status });
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

    fn status(&mut self, index: usize, line: u32, draft: RowDraft) -> RowStatus {
        let error = |column, problem| CellError { row: index, column, problem };
        let identifiers: Vec<_> =
            draft.identifiers().map(|(column, identifier)| (column, identifier.folded())).collect();
        let RowDraft { user, mut errors } = draft;
        for (column, known) in &identifiers {
            if let Some(earlier) = self.seen.get(known) {
                let problem = CellProblem::TwiceInFile { line: *earlier };
                errors.push(error(self.reader.index_of(column), problem));
                return RowStatus::Rejected(errors);
            }
        }
        let there =
            |(_, (kind, folded)): &(Column, (IdentifierKind, String))| self.directory.user_identified(*kind, folded);
        if let Some(user) = identifiers.iter().find_map(there) {
            return RowStatus::AlreadyThere(user);
        }
        if identifiers.is_empty() {
            return RowStatus::Rejected(errors);
        }
        self.seen.extend(identifiers.into_iter().map(|(_, known)| (known, line)));
        let command = Command::from(ImportUser(user.clone()));
        match decide(&self.directory, &self.context, &command) {
            Ok(decision) if errors.is_empty() => {
                self.directory.apply(&decision.changes);
                return RowStatus::Ready(Box::new(command));
            }
            Ok(_) => {}
            Err(refusals) => {
                let whole = errors.is_empty();
                for refusal in refusals {
                    let column = column_of(&refusal, &user).and_then(|column| self.place(&column));
                    // A row with wrong cells was tried without them: only what is wrong with its other cells is sure.
                    if whole || column.is_some_and(|place| errors.iter().all(|e| e.column != Some(place))) {
                        errors.push(error(column, CellProblem::Refused(refusal)));
                    }
                }
            }
        }
        RowStatus::Rejected(errors)
    }

    /// Where a meaning stands; a full name may stand in parts.
    fn place(&self, column: &Column) -> Option<usize> {
        let parts: &[Column] = if *column == Column::FullName { &[Column::LastName, Column::FirstName] } else { &[] };
        self.reader.index_of(column).or_else(|| parts.iter().find_map(|part| self.reader.index_of(part)))
    }
}

/// The column that a refusal concerns.
fn column_of(refusal: &Refusal, user: &NewUser) -> Option<Column> {
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
        self.rows.iter().filter_map(|row| match &row.status {
            RowStatus::Ready(command) => Some((row.row, &**command)),
            _ => None,
        })
    }

    /// The rows that can't be imported, with what is wrong with them.
    pub fn rejected(&self) -> impl Iterator<Item = (usize, &[CellError])> {
        self.rows.iter().filter_map(|row| match &row.status {
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
