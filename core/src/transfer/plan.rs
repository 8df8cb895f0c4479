//! What an import would do, row by row.

use super::{error::CellError, mapping::MappingProblem, row::CellRead, update::Update};
use crate::{
    command::{Authored, Command, ImportUser, NewUser},
    id::UserId,
    refusal::Refusals,
};
use serde::Serialize;

/// What an import would do.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ImportPlan {
    /// One for each row of the table, in its order.
    pub rows: Vec<PlannedRow>,
    pub counts: PlanCounts,
    /// The rows to carry out, in the order in which they can be: who sets something free goes before whoever takes it.
    pub turns: Vec<Turn>,
}

/// When a row is carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Turn {
    /// Its place in [`ImportPlan::rows`].
    pub row: usize,
    pub part: Part,
}

/// What of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// All of it.
    Whole,
    /// It makes room for others who exchange something with it in a circle. What follows, up to the rest of each row that made room,
    /// belongs together: an import does not stop in between.
    Room,
    Rest,
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
    /// What is issued after the command of a row that is ready: the person's numbers.
    pub then: Vec<Command>,
}

/// How a row stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RowStatus {
    /// Can be imported by this command, a [`Command::ImportUser`], and those after it.
    Ready(Box<Command>),
    /// Somebody who is here already, and of whom something is updated.
    Update(Box<Update>),
    /// The organisation has a user with this address, mobile number or log-in name, and nothing of it is updated; the row is skipped.
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
    /// People who are here already and are updated.
    pub updated: usize,
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

impl PlanCounts {
    pub(super) fn count(&mut self, row: &PlannedRow) {
        let count = match &row.status {
            _ if row.set_apart => &mut self.set_apart,
            RowStatus::Ready(_) => {
                self.cells_read += row.read.len();
                &mut self.ready
            }
            RowStatus::Update(_) => {
                self.cells_read += row.read.len();
                &mut self.updated
            }
            RowStatus::AlreadyThere(_) => &mut self.already_there,
            RowStatus::HeadingAgain => &mut self.headings,
            RowStatus::Rejected(_) => &mut self.rejected,
        };
        *count += 1;
    }
}

impl ImportPlan {
    /// The commands to issue, in their order, with the places of their rows.
    pub fn commands(&self) -> impl Iterator<Item = (usize, Authored)> {
        self.turns.iter().flat_map(|turn| self.commands_of(*turn).into_iter().map(|command| (turn.row, command)))
    }

    /// The commands of one turn.
    pub fn commands_of(&self, turn: Turn) -> Vec<Authored> {
        let Some(row) = self.rows.get(turn.row) else { return Vec::new() };
        match (&row.status, turn.part) {
            (RowStatus::Update(update), Part::Room) => update.room.clone(),
            _ => row.commands().collect(),
        }
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
    /// The commands to issue for it, in their order; what makes room for others beforehand is not among them.
    pub fn commands(&self) -> impl Iterator<Item = Authored> {
        let (first, update): (Option<&Command>, &[Authored]) = match &self.status {
            RowStatus::Ready(command) => (Some(command), &[]),
            RowStatus::Update(update) => (None, &update.commands),
            _ => (None, &[]),
        };
        let made = first.into_iter().chain(&self.then).cloned();
        made.map(Authored::from).chain(update.iter().cloned())
    }

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
