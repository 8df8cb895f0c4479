//! The dry run of an import: every row against the directory, the rules, and the rows before it.

use super::{
    column::Column,
    error::{CellError, CellProblem},
    mapping::Mapping,
    options::ImportOptions,
    plan::{ImportPlan, PlanError, PlannedRow, RowStatus},
    row::{RowDraft, RowReader},
    table::Table,
    update::{Step, numbered, update},
};
use crate::{
    access::{Holding, Permission},
    change::{Changes, Key, Record},
    command::{Command, Decision, ImportUser, decide},
    context::Context,
    directory::Directory,
    id::UserId,
    model::{Identifier, IdentifierKind, NumberKind, User},
    refusal::{Field, Refusal},
    value::{PhoneNumber, fold},
};
use rustc_hash::{FxBuildHasher, FxHashMap};
use std::sync::Arc;

/// Plans an import in portions, so that a page can go on showing its progress, and stop at any of them.
#[derive(Clone, Debug)]
pub struct Planner {
    table: Arc<Table>,
    /// What rules ask of a directory when users are made, as it will be after the rows so far.
    trial: Directory,
    context: Context,
    reader: RowReader,
    blocked_too: bool,
    /// The fields in which people who are here are updated.
    update: Vec<Column>,
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
            update: options.update.clone(),
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
                PlannedRow {
                    row: index,
                    line: row.line(),
                    status,
                    read: Vec::new(),
                    set_apart: false,
                    then: Vec::new(),
                }
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
        let mut then = Vec::new();
        let status = self.status(directory, index, line, draft, set_apart, &mut then);
        // Who is here already isn't left out.
        let set_apart = set_apart && !matches!(status, RowStatus::AlreadyThere(_) | RowStatus::Update(_));
        PlannedRow { row: index, line, status, read, set_apart, then }
    }

    fn status(
        &mut self,
        directory: &Directory,
        index: usize,
        line: u32,
        draft: RowDraft,
        set_apart: bool,
        then: &mut Vec<Command>,
    ) -> RowStatus {
        let error = |column, problem| CellError { row: index, column, problem };
        let identifiers: Vec<_> =
            draft.identifiers().map(|(column, identifier)| (column, identifier.folded())).collect();
        let known = |(column, (kind, folded)): &(Column, (IdentifierKind, String))| {
            Some((column.clone(), *kind, directory.user_identified(*kind, folded)?))
        };
        let there: Vec<_> = identifiers.iter().filter_map(known).collect();
        let mut errors = draft.errors.clone();
        for (column, known) in &identifiers {
            if let Some(earlier) = self.seen.get(known) {
                let problem = CellProblem::TwiceInFile { line: *earlier };
                errors.push(error(self.reader.index_of(column), problem));
                return RowStatus::Rejected(errors);
            }
        }
        if let Some(user) = there.first().and_then(|(_, _, id)| directory.user(*id)) {
            if self.update.is_empty() {
                return RowStatus::AlreadyThere(user.id);
            }
            // By one column it is somebody, by another somebody else.
            let others = there.into_iter().filter(|(_, _, id)| *id != user.id);
            errors.extend(others.map(|(column, kind, user)| {
                error(self.reader.index_of(&column), CellProblem::Refused(Refusal::AlreadyAUser { user, kind }))
            }));
            if errors.len() > draft.errors.len() {
                return RowStatus::Rejected(errors);
            }
            // Another row may name the same person by something else.
            let own = user.identifiers.iter().map(Identifier::folded);
            self.seen.extend(identifiers.into_iter().map(|(_, known)| known).chain(own).map(|known| (known, line)));
            return self.updated(directory, index, user, &draft);
        }
        let RowDraft { user, numbers, .. } = draft;
        if identifiers.is_empty() {
            return RowStatus::Rejected(errors);
        }
        if !set_apart {
            self.seen.extend(identifiers.into_iter().map(|(_, known)| (known, line)));
        }
        let command = Command::from(ImportUser(user));
        match decide(&self.trial, &self.context, &command) {
            Ok(decision) if errors.is_empty() && numbers.is_empty() => {
                if !set_apart {
                    self.take(&decision);
                }
                return RowStatus::Ready(Box::new(command));
            }
            Ok(decision) if errors.is_empty() => {
                let id = decision.changes.0.iter().find_map(|change| match change.key {
                    Key::User(id) => Some(id),
                    _ => None,
                });
                self.trial.apply(&decision.changes);
                let commands: Vec<_> = numbers
                    .iter()
                    .filter_map(|(kind, number)| {
                        Some((Column::Number(*kind), self.numbered(directory, id?, *kind, *number)))
                    })
                    .collect();
                let tried = self.tried(index, &commands);
                if set_apart || tried.is_err() {
                    self.undo(tried.as_ref().unwrap_or_else(|(_, done)| done));
                    self.trial.undo(&decision.changes);
                } else if let Some(id) = id {
                    self.trial.let_go(id);
                }
                match tried {
                    Ok(_) => {
                        then.extend(commands.into_iter().flat_map(|(_, commands)| commands));
                        return RowStatus::Ready(Box::new(command));
                    }
                    Err((more, _)) => errors.extend(more),
                }
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

    /// What a row would update of somebody who is here, tried after the rows before it.
    fn updated(&mut self, directory: &Directory, index: usize, user: &User, draft: &RowDraft) -> RowStatus {
        let chosen = |error: &&CellError| match error.column.and_then(|place| self.reader.meaning(place)) {
            Some(column) => column.updates().is_some_and(|field| self.update.contains(&field)),
            None => true,
        };
        // A team that is disabled isn't found by its name, and who is in it stays there.
        let is_in = |name: &str| {
            let teams = directory.teams_of(user.id).filter_map(|team| directory.team(team));
            teams.into_iter().any(|team| fold(team.name.as_str()) == fold(name))
        };
        let known = |error: &&CellError| matches!(&error.problem, CellProblem::UnknownTeam { name, .. } if is_in(name));
        let errors: Vec<_> = draft.errors.iter().filter(chosen).filter(|error| !known(error)).cloned().collect();
        if !errors.is_empty() {
            return RowStatus::Rejected(errors);
        }
        for (_, number) in &draft.numbers {
            self.know_number(directory, *number);
        }
        let Some((update, steps)) = update(directory, &self.trial, user, draft, &self.update) else {
            return RowStatus::AlreadyThere(user.id);
        };
        let is_actor = self.context.actor.person() == Some(user.id);
        if !is_actor {
            self.trial.take_over(directory, user);
        }
        let tried = self.tried(index, &steps);
        if let Err((_, done)) = &tried {
            self.undo(done);
        }
        if !is_actor {
            self.trial.let_go(user.id);
        }
        match tried {
            Ok(_) => RowStatus::Update(Box::new(update)),
            Err((errors, _)) => RowStatus::Rejected(errors),
        }
    }

    /// Tries commands one after the other, by what they are about; the first that is refused ends it, with the reasons and what was done before it.
    fn tried(&mut self, index: usize, steps: &[Step]) -> Result<Vec<Changes>, (Vec<CellError>, Vec<Changes>)> {
        let mut done = Vec::new();
        for (column, commands) in steps {
            for command in commands {
                match decide(&self.trial, &self.context, command) {
                    Ok(decision) => {
                        self.trial.apply(&decision.changes);
                        done.push(decision.changes);
                    }
                    Err(refusals) => {
                        let place = self.place(column);
                        let error =
                            |refusal| CellError { row: index, column: place, problem: CellProblem::Refused(refusal) };
                        return Err((refusals.into_iter().map(error).collect(), done));
                    }
                }
            }
        }
        Ok(done)
    }

    fn undo(&mut self, done: &[Changes]) {
        done.iter().rev().for_each(|changes| self.trial.undo(changes));
    }

    /// What makes a number somebody's, as the rows before left the inventory.
    fn numbered(&mut self, directory: &Directory, user: UserId, kind: NumberKind, number: PhoneNumber) -> Vec<Command> {
        self.know_number(directory, number);
        numbered(&self.trial, user, kind, number)
    }

    /// Has a number of the inventory in the trial, as it is or as earlier rows left it.
    fn know_number(&mut self, directory: &Directory, number: PhoneNumber) {
        if let (None, Some(known)) = (self.trial.number(number), directory.number(number)) {
            self.trial.put(Key::Number(number), Some(Record::Number(known.clone())));
        }
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
