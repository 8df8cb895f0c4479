//! One row of a file of contacts, read: the contact to be made, an error at every cell that holds no value, and what was made of
//! cells that are spelled in an unusual way.

use super::{column::ContactColumn, mapping::ContactMapping};
use crate::{
    directory::Directory,
    id::ContactId,
    model::Contact,
    transfer::{
        error::{CellError, CellProblem},
        meanings::Meanings,
        row::{CellRead, MOST_ERRORS},
        rows::Row,
        shape::{self, Shape},
        spelling::{self, Spelled},
        table::Table,
    },
    value::{Country, Email, FullName, OrganisationName, PhoneNumber, ValueError},
};

/// What separates the numbers of a cell; the last is how Google writes several.
const BETWEEN: [&str; 4] = [";", "\n", "\r", ":::"];

/// What a row says.
pub(super) struct ContactDraft {
    /// None where the row is wrong.
    pub contact: Option<Contact>,
    pub errors: Vec<CellError>,
    pub read: Vec<CellRead>,
}

/// Reads rows by a mapping.
#[derive(Clone, Debug)]
pub(super) struct ContactReader {
    columns: Vec<(usize, ContactColumn)>,
    shape: Shape,
    /// Whether unusual spellings are read; else they are to be fixed.
    unusual: bool,
    /// Completes numbers where the row names no country.
    country: Option<Country>,
}

/// A row in the making.
struct Reading<'r> {
    index: usize,
    unusual: bool,
    errors: Vec<CellError>,
    read: Vec<CellRead>,
    name: Option<FullName>,
    /// The parts of the name, and where the row says them.
    parts: [&'r str; 2],
    named: Option<usize>,
    company: Option<OrganisationName>,
    email: Option<Email>,
    country: Option<Country>,
    numbers: Vec<(usize, &'r str)>,
}

impl ContactReader {
    pub fn new(directory: &Directory, table: &Table, mapping: &ContactMapping, unusual: bool) -> Self {
        let read = mapping.columns().iter().copied().enumerate().filter(|(_, column)| column.is_read());
        let columns: Vec<_> = read.take_while(|(index, _)| *index < table.width()).collect();
        // Some programs cut off what is empty at the end of a row: a name is all that a contact needs.
        let shape = Shape::new(table, mapping.needed(), mapping.index_of(ContactColumn::Email));
        let country = directory.organisation().map(|organisation| organisation.country.clone());
        Self { columns, shape, unusual, country }
    }

    /// Where a meaning stands in the file.
    pub fn index_of(&self, wanted: ContactColumn) -> Option<usize> {
        self.columns.iter().find(|(_, column)| *column == wanted).map(|(index, _)| *index)
    }

    /// Reads one row, for a contact of this id.
    pub fn read(&self, index: usize, row: &Row, id: ContactId) -> ContactDraft {
        let mut reading = Reading {
            index,
            unusual: self.unusual,
            errors: Vec::new(),
            read: Vec::new(),
            name: None,
            parts: [""; 2],
            named: None,
            company: None,
            email: None,
            country: None,
            numbers: Vec::new(),
        };
        let mut contact = None;
        if let Some(problem) = self.shape.misfit(row) {
            reading.error(None, problem);
        } else {
            self.columns.iter().for_each(|(place, column)| reading.cell(*place, *column, row));
            let numbers = reading.complete_numbers(self.country.as_ref());
            contact = self.contact(&mut reading, id, numbers);
        }
        let Reading { errors, read, .. } = reading;
        ContactDraft { contact: contact.filter(|_| errors.is_empty()), errors, read }
    }

    fn contact(&self, reading: &mut Reading<'_>, id: ContactId, numbers: Vec<PhoneNumber>) -> Option<Contact> {
        let parts = format!("{} {}", reading.parts[0], reading.parts[1]);
        if let (None, Some(place)) = (&reading.name, reading.named) {
            reading.name = reading.text(place, FullName::parse(&parts));
        }
        let company = reading.company.take();
        // Of a firm often nothing else is known.
        let called = || company.as_ref().and_then(|company| FullName::parse(company.as_str()).ok());
        let Some(name) = reading.name.take().or_else(called) else {
            if reading.errors.is_empty() {
                let named =
                    [ContactColumn::Name, ContactColumn::LastName, ContactColumn::FirstName, ContactColumn::Company];
                let place = named.into_iter().find_map(|column| self.index_of(column));
                reading.error(place, CellProblem::Value(ValueError::Empty));
            }
            return None;
        };
        Some(Contact { id, name, company, numbers, email: reading.email.take() })
    }
}

impl<'r> Reading<'r> {
    fn cell(&mut self, place: usize, column: ContactColumn, row: &'r Row) {
        let cell = row.cell(place).trim();
        if cell.is_empty() {
            return;
        }
        if let Some(problem) = shape::unsound(cell) {
            return self.error(Some(place), problem);
        }
        match column {
            ContactColumn::Name => self.name = self.text(place, FullName::parse(cell)),
            ContactColumn::FirstName => {
                self.parts[0] = cell;
                self.named.get_or_insert(place);
            }
            ContactColumn::LastName => {
                self.parts[1] = cell;
                self.named = Some(place);
            }
            ContactColumn::Company => self.company = self.text(place, OrganisationName::parse(cell)),
            ContactColumn::Number => {
                let mut rest = vec![cell];
                for between in BETWEEN {
                    rest = rest.into_iter().flat_map(|part| part.split(between)).collect();
                }
                let numbers = rest.into_iter().map(str::trim).filter(|part| !part.is_empty());
                self.numbers.extend(numbers.map(|part| (place, part)));
            }
            ContactColumn::Email => self.email = self.spelled(place, spelling::email(cell)),
            ContactColumn::Country => self.country = self.spelled(place, spelling::country(cell)),
            ContactColumn::Secret | ContactColumn::Ignore => {}
        }
    }

    /// Numbers without their country's prefix are completed with the country of the row, or of the organisation.
    fn complete_numbers(&mut self, country: Option<&Country>) -> Vec<PhoneNumber> {
        let country = self.country.clone().or_else(|| country.cloned());
        let mut numbers = Vec::new();
        for (place, text) in std::mem::take(&mut self.numbers) {
            let number = self.spelled(place, spelling::mobile(text, country.as_ref()));
            // The same in two columns.
            numbers.extend(number.filter(|number| !numbers.contains(number)));
        }
        numbers
    }

    /// Notes what is wrong; a row of which so much is wrong needs no more.
    fn error(&mut self, column: Option<usize>, problem: CellProblem) {
        if self.errors.len() < MOST_ERRORS {
            self.errors.push(CellError { row: self.index, column, problem });
        }
    }

    /// A text, or nothing where it shows nothing.
    fn text<T>(&mut self, column: usize, parsed: Result<T, ValueError>) -> Option<T> {
        match parsed {
            Ok(value) => Some(value),
            Err(ValueError::Empty) => None,
            Err(error) => {
                self.error(Some(column), CellProblem::Value(error));
                None
            }
        }
    }

    /// A value, with a note of what it is where that is not what the cell says at first sight.
    fn spelled<T: ToString>(&mut self, column: usize, spelled: Spelled<T>) -> Option<T> {
        let problem = match spelled.value {
            Ok(value) if !spelled.unusual => return Some(value),
            Ok(value) if self.unusual => {
                self.read.push(CellRead { column, value: value.to_string() });
                return Some(value);
            }
            Ok(value) => CellProblem::Unusual { read: value.to_string() },
            Err(problem) => problem,
        };
        self.error(Some(column), problem);
        None
    }
}
