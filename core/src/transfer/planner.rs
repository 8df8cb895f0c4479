//! The dry run of an import: every row against the directory, the rules, and the rows before it.

use super::{
    column::Column,
    concerned::column_of,
    error::{CellError, CellProblem},
    mapping::Mapping,
    options::ImportOptions,
    plan::{ImportPlan, Part, PlanError, PlannedRow, RowStatus, Turn},
    row::{RowDraft, RowReader},
    table::Table,
    update::{Step, granted, numbered, update},
    waiting::{Circle, Done, Exchange, Scarce, Waiting, is_missing, missing},
};
use crate::{
    access::{Holding, Permission},
    change::{Changes, Key, Record},
    command::{Command, Decision, ImportUser, decide},
    context::Context,
    directory::Directory,
    id::UserId,
    model::{Identifier, IdentifierKind, NumberKind, User},
    refusal::Refusal,
    value::{Extension, PhoneNumber, fold},
};
use rustc_hash::{FxBuildHasher, FxHashMap};
use std::{collections::VecDeque, sync::Arc};

/// Plans an import in portions, so that a page can go on showing its progress, and stop at any of them.
#[derive(Clone, Debug)]
pub struct Planner {
    pub(super) table: Arc<Table>,
    /// What rules ask of a directory when users are made, as it will be after the rows so far.
    pub(super) trial: Directory,
    pub(super) context: Context,
    reader: RowReader,
    blocked_too: bool,
    /// The fields in which people who are here are updated.
    update: Vec<Column>,
    /// The rows that want what another row may set free.
    pub(super) waiting: Waiting,
    /// What rows have set free, and nobody was asked yet whether it waits for that.
    pub(super) free: VecDeque<Scarce>,
    /// Whether none of those who wait can be helped.
    hopeless: bool,
    pub(super) circle: Option<Box<Circle>>,
    /// Where the last extension was found at which somebody could stand for a moment.
    pub(super) spare: Option<Extension>,
    /// What the rows so far are known by, folded, and their lines.
    seen: FxHashMap<(IdentifierKind, String), u32>,
    pub(super) plan: ImportPlan,
}

/// A row to be tried, and how.
#[derive(Clone, Copy)]
pub(super) struct Attempt<'a> {
    pub index: usize,
    /// Whether it was tried before.
    pub again: bool,
    /// How somebody stands who made room for others before.
    pub stands: Option<&'a User>,
}

impl Attempt<'_> {
    pub const fn again(index: usize) -> Self {
        Self { index, again: true, stands: None }
    }
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
            waiting: Waiting::default(),
            free: VecDeque::new(),
            hopeless: false,
            circle: None,
            spare: None,
            plan: ImportPlan {
                rows: Vec::with_capacity(table.rows().len()),
                turns: Vec::with_capacity(table.rows().len()),
                ..ImportPlan::default()
            },
            table,
        })
    }

    /// Plans the next rows, at most so many. The directory is the one that the plan was started with, or what became of it.
    /// Answers whether rows are left.
    pub fn advance(&mut self, directory: &Directory, at_most: usize, new_id: &mut dyn FnMut() -> UserId) -> bool {
        (0..at_most).all(|_| self.step(directory, new_id)) && !self.is_done()
    }

    /// Whoever waits for what was set free comes first, then the next row, and when there are no more, those who wait for each other.
    /// Answers whether there was anything to do.
    fn step(&mut self, directory: &Directory, new_id: &mut dyn FnMut() -> UserId) -> bool {
        if let Some(circle) = self.circle.take() {
            self.in_circle(directory, circle, new_id);
            return true;
        }
        if let Some(scarce) = self.free.front().cloned() {
            match self.waiting.first(&scarce).filter(|_| self.how_many(&scarce) > 0) {
                Some(index) => {
                    self.waiting.remove(index);
                    self.try_again(directory, index, new_id);
                }
                None => drop(self.free.pop_front()),
            }
            return true;
        }
        let table = self.table.clone();
        let index = self.plan.rows.len();
        if let Some(row) = table.rows().get(index) {
            let line = row.line();
            let planned = if table.is_heading(row) {
                let status = RowStatus::HeadingAgain;
                PlannedRow { row: index, line, status, read: Vec::new(), set_apart: false, then: Vec::new() }
            } else {
                let draft = self.reader.read(index, row, new_id());
                self.planned(directory, Attempt { index, again: false, stands: None }, line, draft)
            };
            self.plan.rows.push(planned);
            return true;
        }
        let Some(first) = self.waiting.rows().next() else { return false };
        if self.hopeless || !self.begin_circle() {
            // Nobody in the file gives what any of them waits for.
            self.hopeless = true;
            self.give_up(directory, first, new_id);
        }
        true
    }

    fn is_done(&self) -> bool {
        self.plan.rows.len() == self.table.rows().len()
            && self.free.is_empty()
            && self.waiting.is_empty()
            && self.circle.is_none()
    }

    /// How many of something are there for whoever wants it.
    pub(super) fn how_many(&self, scarce: &Scarce) -> usize {
        match scarce {
            Scarce::Extension(extension) => usize::from(self.trial.user_at(extension).is_none()),
            Scarce::Seat(licence) => {
                let seats = self.trial.licence(*licence).and_then(|licence| licence.seats);
                let left = seats.map(|seats| seats.saturating_sub(self.trial.seats_taken(*licence)));
                left.map_or(usize::MAX / 2, |left| usize::try_from(left).unwrap_or(usize::MAX / 2))
            }
        }
    }

    /// What a row says, read once more.
    pub(super) fn draft(&mut self, index: usize, new_id: &mut dyn FnMut() -> UserId) -> Option<RowDraft> {
        let table = self.table.clone();
        Some(self.reader.read(index, table.rows().get(index)?, new_id()))
    }

    fn try_again(&mut self, directory: &Directory, index: usize, new_id: &mut dyn FnMut() -> UserId) {
        let Some((draft, line)) = self.draft(index, new_id).zip(self.plan.rows.get(index).map(|row| row.line)) else {
            return;
        };
        let planned = self.planned(directory, Attempt::again(index), line, draft);
        if let Some(row) = self.plan.rows.get_mut(index) {
            *row = planned;
        }
    }

    /// Nobody will set free what a row waits for: it is told what is in the way by now.
    pub(super) fn give_up(&mut self, directory: &Directory, index: usize, new_id: &mut dyn FnMut() -> UserId) {
        self.waiting.remove(index);
        self.try_again(directory, index, new_id);
        // It would wait again for the same.
        self.waiting.remove(index);
    }

    /// How many rows are planned.
    pub fn done(&self) -> usize {
        self.plan.rows.len()
    }

    /// The plan so far.
    pub fn finish(self) -> ImportPlan {
        let mut plan = self.plan;
        plan.rows.iter().for_each(|row| plan.counts.count(row));
        plan
    }

    fn planned(&mut self, directory: &Directory, attempt: Attempt<'_>, line: u32, mut draft: RowDraft) -> PlannedRow {
        let read = std::mem::take(&mut draft.read);
        let set_apart = draft.blocked && !self.blocked_too;
        let mut then = Vec::new();
        let status = self.status(directory, attempt, line, draft, set_apart, &mut then);
        // Who is here already isn't left out.
        let set_apart = set_apart && !matches!(status, RowStatus::AlreadyThere(_) | RowStatus::Update(_));
        if !set_apart && matches!(status, RowStatus::Ready(_) | RowStatus::Update(_)) {
            self.plan.turns.push(Turn { row: attempt.index, part: Part::Whole });
        }
        PlannedRow { row: attempt.index, line, status, read, set_apart, then }
    }

    fn status(
        &mut self,
        directory: &Directory,
        attempt: Attempt<'_>,
        line: u32,
        draft: RowDraft,
        set_apart: bool,
        then: &mut Vec<Command>,
    ) -> RowStatus {
        let index = attempt.index;
        let error = |column, problem| CellError { row: index, column, problem };
        let identifiers: Vec<_> =
            draft.identifiers().map(|(column, identifier)| (column, identifier.folded())).collect();
        let known = |(column, (kind, folded)): &(Column, (IdentifierKind, String))| {
            Some((column.clone(), *kind, directory.user_identified(*kind, folded)?))
        };
        let there: Vec<_> = identifiers.iter().filter_map(known).collect();
        let mut errors = draft.errors.clone();
        for (column, known) in &identifiers {
            if let Some(earlier) = self.seen.get(known).filter(|_| !attempt.again) {
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
            return match self.updated(directory, attempt, user, &draft) {
                (status, Some(done)) => {
                    self.hopeless = false;
                    self.free.extend(Exchange::of(&done.before, &done.after).gives);
                    status
                }
                (status, None) => status,
            };
        }
        let RowDraft { user, numbers, scopes, .. } = draft;
        if identifiers.is_empty() {
            return RowStatus::Rejected(errors);
        }
        if !set_apart {
            self.seen.extend(identifiers.into_iter().map(|(_, known)| (known, line)));
        }
        let command = Command::from(ImportUser(user));
        match decide(&self.trial, &self.context, &command) {
            Ok(decision) if errors.is_empty() && numbers.is_empty() && scopes.is_empty() => {
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
                let mut commands: Vec<Step> = id.map(|id| granted(id, &scopes)).into_iter().collect();
                commands.extend(numbers.iter().filter_map(|(kind, number)| {
                    Some((Column::Number(*kind), self.numbered(directory, id?, *kind, *number)))
                }));
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
                let new = match &command {
                    Command::ImportUser(ImportUser(user)) => Some(user),
                    _ => None,
                };
                let extension = new.and_then(|user| user.line.as_ref()).map(|line| &line.extension);
                if let Some(scarce) = missing(refusals.iter(), extension).filter(|_| whole && !set_apart) {
                    let exchange = new.map(Exchange::of_new).unwrap_or_default();
                    self.wait(index, scarce, exchange);
                }
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

    /// A row waits, where any row could set free what it lacks.
    fn wait(&mut self, index: usize, missing: Scarce, exchange: Exchange) {
        let column = match missing {
            Scarce::Extension(_) => Column::Extension,
            Scarce::Seat(_) => Column::Licence,
        };
        if self.update.contains(&column) {
            self.waiting.add(index, missing, exchange);
        }
    }

    /// What a row would update of somebody who is here, tried after the rows before it.
    pub(super) fn updated(
        &mut self,
        directory: &Directory,
        attempt: Attempt<'_>,
        user: &User,
        draft: &RowDraft,
    ) -> (RowStatus, Option<Done>) {
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
            return (RowStatus::Rejected(errors), None);
        }
        for (_, number) in &draft.numbers {
            self.know_number(directory, *number);
        }
        let Some((update, steps)) = update(directory, &self.trial, user, draft, &self.update) else {
            return (RowStatus::AlreadyThere(user.id), None);
        };
        let before = attempt.stands.unwrap_or(user).clone();
        self.bring(directory, &before);
        let tried = self.tried(attempt.index, &steps);
        if let Err((_, done)) = &tried {
            self.undo(done);
        }
        let after = self.trial.user(user.id).cloned();
        self.let_go(user.id);
        match tried {
            Ok(changes) => {
                let done = after.map(|after| Done { before, after, changes });
                (RowStatus::Update(Box::new(update)), done)
            }
            Err((errors, _)) => {
                let refusals = errors.iter().filter_map(|error| match &error.problem {
                    CellProblem::Refused(refusal) => Some(refusal),
                    _ => None,
                });
                let extension = draft.user.line.as_ref().map(|line| &line.extension);
                if let Some(scarce) = missing(refusals, extension) {
                    self.wait(attempt.index, scarce, Exchange::of(user, &update.applied(user)));
                }
                (RowStatus::Rejected(errors), None)
            }
        }
    }

    /// Has somebody in the trial who is here; the actor always is.
    pub(super) fn bring(&mut self, directory: &Directory, user: &User) {
        if self.context.actor.person() != Some(user.id) {
            self.trial.take_over(directory, user);
        }
    }

    pub(super) fn let_go(&mut self, user: UserId) {
        if self.context.actor.person() != Some(user) {
            self.trial.let_go(user);
        }
    }

    /// Tries commands one after the other, by what they are about; the first that is refused ends it, with the reasons and what was
    /// done before it. What is only missing may come: whether the rest could be done shows at once.
    fn tried(&mut self, index: usize, steps: &[Step]) -> Result<Vec<Changes>, (Vec<CellError>, Vec<Changes>)> {
        let (mut done, mut errors) = (Vec::new(), Vec::new());
        for (column, commands) in steps {
            for command in commands {
                let refusals = match decide(&self.trial, &self.context, command) {
                    Ok(decision) => {
                        self.trial.apply(&decision.changes);
                        done.push(decision.changes);
                        continue;
                    }
                    Err(refusals) => refusals,
                };
                let (ends, place) = (!refusals.iter().all(is_missing), self.place(column));
                let error = |refusal| CellError { row: index, column: place, problem: CellProblem::Refused(refusal) };
                errors.extend(refusals.into_iter().map(error));
                if ends {
                    return Err((errors, done));
                }
                break;
            }
        }
        if errors.is_empty() { Ok(done) } else { Err((errors, done)) }
    }

    pub(super) fn undo(&mut self, done: &[Changes]) {
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
        let parts: &[Column] = match column {
            Column::FullName => &[Column::LastName, Column::FirstName],
            Column::RoleScope => &[Column::Role],
            _ => &[],
        };
        self.reader.index_of(column).or_else(|| parts.iter().find_map(|part| self.reader.index_of(part)))
    }
}
