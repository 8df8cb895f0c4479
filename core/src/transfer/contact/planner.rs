//! The dry run of an import of contacts: every row against the directory, the rules, and the rows before it.

use super::{
    column::ContactColumn,
    mapping::{ContactMapping, ContactMappingProblem},
    row::{ContactDraft, ContactReader},
};
use crate::{
    access::{Holding, Permission},
    command::{Command, ImportContact, decide},
    context::Context,
    directory::Directory,
    id::ContactId,
    model::Contact,
    refusal::{Refusal, Refusals},
    sort,
    transfer::{
        error::{CellError, CellProblem},
        row::CellRead,
        table::Table,
    },
    value::{PhoneNumber, fold},
};
use rustc_hash::FxHashMap;
use serde::Serialize;
use std::sync::Arc;

/// What an import would do.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ContactPlan {
    /// One for each row of the table, in its order.
    pub rows: Vec<PlannedContact>,
    pub counts: ContactCounts,
}

/// What becomes of one row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PlannedContact {
    /// Its place in [`Table::rows`].
    pub row: usize,
    /// The line of the file in which it begins, from 1.
    pub line: u32,
    pub status: ContactStatus,
    /// What is made of cells that are spelled in an unusual way; for a person to look at before the import.
    pub read: Vec<CellRead>,
}

/// How a row stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ContactStatus {
    /// Can be imported by this command.
    Ready(Box<ImportContact>),
    /// There is a contact that says all of it; the row is skipped.
    AlreadyThere(ContactId),
    /// The heading again, as in files that were joined; the row is skipped.
    HeadingAgain,
    /// What is wrong with it; never empty.
    Rejected(Vec<CellError>),
}

/// How many rows stand how. Each row counts once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ContactCounts {
    pub ready: usize,
    pub already_there: usize,
    pub rejected: usize,
    /// Headings that come again.
    pub headings: usize,
    /// Cells, in rows that are ready, that are spelled in an unusual way and read all the same.
    pub cells_read: usize,
}

/// Why there is no plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum ContactPlanError {
    /// The mapping has to be mended first.
    #[error("the columns are not clear")]
    Mapping(Vec<ContactMappingProblem>),
    /// The actor may not import contacts at all.
    #[error("not allowed to import contacts")]
    Refused(Refusals),
}

/// Under which contacts are looked for: name and company, as names are compared.
type Called = (String, Option<String>);
/// All that a contact says.
type Whole = (Called, Vec<PhoneNumber>, Option<String>);

/// Plans an import in portions, so that a page can go on showing its progress, and stop at any of them.
#[derive(Clone, Debug)]
pub struct ContactPlanner {
    table: Arc<Table>,
    context: Context,
    reader: ContactReader,
    /// The contacts that there are.
    there: FxHashMap<Called, Vec<ContactId>>,
    /// What the rows so far say, and their lines.
    seen: FxHashMap<Whole, u32>,
    plan: ContactPlan,
}

impl ContactPlanner {
    /// Starts a plan. `unusual`: whether cells are read that are spelled in an unusual way; else they are to be fixed.
    ///
    /// # Errors
    /// When the mapping has problems, or the actor may not import contacts.
    pub fn new(
        directory: &Directory,
        context: Context,
        table: Arc<Table>,
        mapping: &ContactMapping,
        unusual: bool,
    ) -> Result<Self, ContactPlanError> {
        let problems = mapping.problems();
        if !problems.is_empty() {
            return Err(ContactPlanError::Mapping(problems));
        }
        let permission = Permission::ContactsShared;
        match Holding::of_actor(directory, &context) {
            Ok(holding) if holding.everywhere(permission) => {}
            Ok(_) => return Err(ContactPlanError::Refused(Refusal::NotAllowed { permission }.into())),
            Err(refusal) => return Err(ContactPlanError::Refused(refusal.into())),
        }
        let mut there: FxHashMap<Called, Vec<ContactId>> = FxHashMap::default();
        for contact in directory.contacts() {
            there.entry(called(contact)).or_default().push(contact.id);
        }
        there.values_mut().for_each(|ids| sort::ascending(ids));
        let reader = ContactReader::new(directory, &table, mapping, unusual);
        Ok(Self { table, context, reader, there, seen: FxHashMap::default(), plan: ContactPlan::default() })
    }

    /// Plans the next rows, at most so many. The directory is the one that the plan was started with, or what became of it.
    /// Answers whether rows are left. Ids come from the caller: the core draws none.
    pub fn advance(&mut self, directory: &Directory, at_most: usize, new_id: &mut dyn FnMut() -> ContactId) -> bool {
        let table = self.table.clone();
        let done = self.plan.rows.len();
        for (index, row) in table.rows().iter().enumerate().skip(done).take(at_most) {
            let (mut status, mut read) = (ContactStatus::HeadingAgain, Vec::new());
            if !table.is_heading(row) {
                let draft = self.reader.read(index, row, new_id());
                (status, read) = self.status(directory, index, row.line(), draft);
            }
            let planned = PlannedContact { row: index, line: row.line(), status, read };
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
    pub fn finish(self) -> ContactPlan {
        self.plan
    }

    fn status(
        &mut self,
        directory: &Directory,
        index: usize,
        line: u32,
        draft: ContactDraft,
    ) -> (ContactStatus, Vec<CellRead>) {
        let ContactDraft { contact, errors, read } = draft;
        let Some(contact) = contact else { return (ContactStatus::Rejected(errors), read) };
        let error = |column, problem| vec![CellError { row: index, column, problem }];
        let there = self.there.get(&called(&contact)).into_iter().flatten();
        let same = there.filter_map(|id| directory.contact(*id)).find(|there| says_all(there, &contact));
        if let Some(there) = same {
            return (ContactStatus::AlreadyThere(there.id), read);
        }
        let whole = whole(&contact);
        if let Some(earlier) = self.seen.get(&whole) {
            let problem = CellProblem::TwiceInFile { line: *earlier };
            return (ContactStatus::Rejected(error(self.reader.index_of(ContactColumn::Name), problem)), read);
        }
        let add = ImportContact { contact };
        match decide(directory, &self.context, &Command::from(add.clone())) {
            Ok(_) => {
                self.seen.insert(whole, line);
                (ContactStatus::Ready(Box::new(add)), read)
            }
            Err(refusals) => {
                let errors = refusals.into_iter().flat_map(|refusal| {
                    // There is a bound for the numbers of a contact, and for nothing else of it.
                    let many = matches!(refusal, Refusal::TooMany { .. });
                    let place = self.reader.index_of(ContactColumn::Number).filter(|_| many);
                    error(place, CellProblem::Refused(refusal))
                });
                (ContactStatus::Rejected(errors.collect()), read)
            }
        }
    }
}

impl ContactCounts {
    fn count(&mut self, row: &PlannedContact) {
        let count = match &row.status {
            ContactStatus::Ready(_) => {
                self.cells_read += row.read.len();
                &mut self.ready
            }
            ContactStatus::AlreadyThere(_) => &mut self.already_there,
            ContactStatus::HeadingAgain => &mut self.headings,
            ContactStatus::Rejected(_) => &mut self.rejected,
        };
        *count += 1;
    }
}

impl ContactPlan {
    /// The commands to issue, with the places of their rows.
    pub fn commands(&self) -> impl Iterator<Item = (usize, &ImportContact)> {
        self.rows.iter().filter_map(|row| match &row.status {
            ContactStatus::Ready(add) => Some((row.row, &**add)),
            _ => None,
        })
    }

    /// The rows that can't be imported, with what is wrong with them.
    pub fn rejected(&self) -> impl Iterator<Item = (usize, &[CellError])> {
        self.rows.iter().filter_map(|row| match &row.status {
            ContactStatus::Rejected(errors) => Some((row.row, errors.as_slice())),
            _ => None,
        })
    }
}

fn called(contact: &Contact) -> Called {
    (fold(contact.name.as_str()), contact.company.as_ref().map(|company| fold(company.as_str())))
}

fn whole(contact: &Contact) -> Whole {
    let mut numbers = contact.numbers.clone();
    sort::ascending(&mut numbers);
    (called(contact), numbers, contact.email.as_ref().map(|email| email.folded().to_string()))
}

/// Whether one says all that the other does, which is called the same.
fn says_all(there: &Contact, new: &Contact) -> bool {
    let folded = |contact: &Contact| contact.email.as_ref().map(|email| email.folded().to_string());
    let email = new.email.is_none() || folded(there) == folded(new);
    email && new.numbers.iter().all(|number| there.numbers.contains(number))
}
