//! One row of a file, read: the values of a user to be made, an error at every cell that holds none, and what was made of cells
//! that are spelled in an unusual way.

use super::{
    column::Column,
    error::{CellError, CellProblem},
    mapping::Mapping,
    meanings::Meanings,
    names::Names,
    options::{ImportOptions, RolesHold},
    rows::Row,
    scope,
    shape::{self, Shape},
    spelling::{self, Spelled},
    status,
    table::Table,
};
use crate::{
    command::{NewUser, RoleChoice},
    directory::Directory,
    id::UserId,
    model::{Identifier, Line, NumberKind, PhoneType, Role, Scope},
    sort,
    value::{Country, ExtraValue, FullName, PhoneNumber, Position, ValueError},
};
use serde::Serialize;

/// So many are told of one row.
pub(super) const MOST_ERRORS: usize = 50;

/// What a row says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowDraft {
    /// The user to be made; what a wrong cell should have said is left out.
    pub user: NewUser,
    /// What is wrong with the cells.
    pub errors: Vec<CellError>,
    /// What is made of cells that are spelled in an unusual way.
    pub read: Vec<CellRead>,
    /// Whether the person is blocked where the file comes from.
    pub blocked: bool,
    /// The numbers that become the person's.
    pub numbers: Vec<(NumberKind, PhoneNumber)>,
    /// Where its role holds besides.
    pub scopes: Vec<RoleChoice>,
    /// What the row doesn't say itself, and is said for all rows at once.
    pub for_all: ForAll,
}

/// What is said for all rows at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ForAll {
    pub licence: bool,
    pub teams: bool,
}

/// What is made of a cell that a person should look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CellRead {
    /// The column's place, from 0.
    pub column: usize,
    /// The value as it will be.
    pub value: String,
}

impl RowDraft {
    /// What the user will be known by, and the column that says so.
    pub(super) fn identifiers(&self) -> impl Iterator<Item = (Column, Identifier)> {
        let email = self.user.email.clone().map(|email| (Column::Email, Identifier::Email(email)));
        let mobile = self.user.mobile.map(|mobile| (Column::Mobile, Identifier::Mobile(mobile)));
        let login = self.user.login.clone().map(|login| (Column::Login, Identifier::Login(login)));
        email.into_iter().chain(mobile).chain(login)
    }
}

/// Reads rows by a mapping, with the names of one directory.
#[derive(Clone, Debug)]
pub(super) struct RowReader {
    /// The columns that are read, in the order in which errors are told.
    columns: Vec<(usize, Column)>,
    shape: Shape,
    names: Names,
    options: ImportOptions,
    /// Completes mobile numbers where the row names no country (S2.9).
    country: Option<Country>,
}

/// A row in the making.
struct Reading<'r> {
    index: usize,
    row: &'r Row,
    user: NewUser,
    errors: Vec<CellError>,
    read: Vec<CellRead>,
    /// Whether unusual spellings are read.
    unusual: bool,
    blocked: bool,
    first_name: &'r str,
    last_name: (Option<usize>, &'r str),
    mobile: Option<(usize, &'r str)>,
    numbers: Vec<(usize, NumberKind, &'r str)>,
    for_all: ForAll,
    role: Option<(usize, Role)>,
    /// Where it holds, as the row says.
    scopes: Vec<Scope>,
    more: Vec<RoleChoice>,
}

impl RowReader {
    pub fn new(directory: &Directory, table: &Table, mapping: &Mapping, options: ImportOptions) -> Self {
        let read = mapping.columns().iter().cloned().enumerate().filter(|(_, column)| column.is_read());
        let columns: Vec<_> = read.take_while(|(index, _)| *index < table.width()).collect();
        let shape = Shape::new(table, mapping.needed(), mapping.index_of(&Column::Email));
        Self {
            columns,
            shape,
            names: Names::of(directory),
            options,
            country: directory.organisation().map(|organisation| organisation.country.clone()),
        }
    }

    /// What a column holds.
    pub fn meaning(&self, place: usize) -> Option<&Column> {
        self.columns.iter().find(|(index, _)| *index == place).map(|(_, column)| column)
    }

    /// Where a meaning stands in the file.
    pub fn index_of(&self, wanted: &Column) -> Option<usize> {
        self.columns.iter().find(|(_, column)| column == wanted).map(|(index, _)| *index)
    }

    /// Reads one row, for a user of this id.
    pub fn read(&mut self, index: usize, row: &Row, id: UserId) -> RowDraft {
        let mut reading = Reading::new(index, row, id, self.options.unusual);
        let mut numbers = Vec::new();
        if let Some(problem) = self.shape.misfit(row) {
            reading.error(None, problem);
        } else {
            let columns = std::mem::take(&mut self.columns);
            for (place, column) in &columns {
                self.read_cell(&mut reading, *place, column);
            }
            self.columns = columns;
            reading.join_names();
            reading.complete_mobile(self.country.as_ref());
            numbers = reading.complete_numbers(self.country.as_ref());
            reading.complete(&self.options);
            reading.place_role(self.options.roles, self.index_of(&Column::RoleScope));
            reading.need_identifier(self);
        }
        let Reading { user, errors, read, blocked, for_all, more, .. } = reading;
        RowDraft { user, errors, read, blocked, numbers, scopes: more, for_all }
    }

    fn read_cell<'r>(&mut self, reading: &mut Reading<'r>, place: usize, column: &Column) {
        let cell = reading.row.cell(place).trim();
        if cell.is_empty() {
            return;
        }
        if let Some(problem) = shape::unsound(cell) {
            return reading.error(place, problem);
        }
        match column {
            Column::Email => reading.user.email = reading.spelled(place, spelling::email(cell)),
            Column::Mobile => reading.mobile = Some((place, cell)),
            Column::Number(kind) => reading.numbers.push((place, *kind, cell)),
            Column::Login => reading.user.login = reading.spelled(place, spelling::login(cell)),
            Column::FullName => reading.user.profile.full_name = reading.text(place, FullName::parse(cell)),
            Column::FirstName => {
                reading.first_name = cell;
                reading.last_name.0 = reading.last_name.0.or(Some(place));
            }
            Column::LastName => reading.last_name = (Some(place), cell),
            Column::Position => reading.user.profile.position = reading.text(place, Position::parse(cell)),
            Column::Language => {
                reading.user.profile.language = reading.spelled(place, spelling::language(cell));
            }
            Column::TimeZone => reading.user.profile.time_zone = reading.spelled(place, spelling::time_zone(cell)),
            Column::Country => reading.user.profile.country = reading.spelled(place, spelling::country(cell)),
            Column::Extension => {
                let extension = reading.spelled(place, spelling::extension(cell));
                reading.user.line = extension.map(|extension| Line { extension, phone: PhoneType::default() });
            }
            Column::Extra(key) => {
                if let Some(value) = reading.text(place, ExtraValue::parse(cell)) {
                    reading.user.extra.insert(key.clone(), value);
                }
            }
            Column::Licence | Column::AddOns | Column::Role | Column::RoleScope | Column::Teams => {
                self.read_names(reading, place, column, cell)
            }
            Column::Blocked | Column::Enabled => {
                reading.blocked |= status::blocked(cell, *column == Column::Blocked);
            }
            Column::Secret | Column::Ignore => {}
        }
    }

    fn read_names(&mut self, reading: &mut Reading<'_>, place: usize, column: &Column, cell: &str) {
        match column {
            Column::Licence => {
                let names = self.names.plans.split(cell);
                if names.len() > 1 {
                    reading.error(place, CellProblem::SeveralLicences);
                }
                for name in names {
                    match self.names.plans.find(&name) {
                        Some(id) => reading.user.licence = Some(*id),
                        None => {
                            let nearest = self.names.plans.nearest(&name);
                            reading.error(place, CellProblem::UnknownLicence { name: name.into_owned(), nearest });
                        }
                    }
                }
            }
            Column::AddOns => {
                for name in self.names.add_ons.split(cell) {
                    match self.names.add_ons.find(&name) {
                        Some(id) => reading.user.add_ons.push(*id),
                        None => {
                            let nearest = self.names.add_ons.nearest(&name);
                            reading.error(place, CellProblem::UnknownAddOn { name: name.into_owned(), nearest });
                        }
                    }
                }
                sort::ascending(&mut reading.user.add_ons);
                reading.user.add_ons.dedup();
            }
            Column::Role => {
                let names = self.names.roles.split(cell);
                if names.len() > 1 {
                    reading.error(place, CellProblem::SeveralRoles);
                }
                for name in names {
                    match self.names.roles.find(&name) {
                        Some(role) => reading.role = Some((place, role.clone())),
                        None => {
                            let nearest = self.names.roles.nearest(&name);
                            reading.error(place, CellProblem::UnknownRole { name: name.into_owned(), nearest });
                        }
                    }
                }
            }
            Column::RoleScope => {
                let (scopes, unknown) = scope::read(&self.names, cell);
                reading.scopes = scopes;
                for name in unknown {
                    let nearest = self.names.teams.nearest(&name);
                    reading.error(place, CellProblem::UnknownTeam { name: name.into_owned(), nearest });
                }
            }
            _ => {
                for name in self.names.teams.split(cell) {
                    match self.names.teams.find(&name) {
                        Some(id) if reading.user.teams.contains(id) => {}
                        Some(id) => reading.user.teams.push(*id),
                        None => {
                            let nearest = self.names.teams.nearest(&name);
                            reading.error(place, CellProblem::UnknownTeam { name: name.into_owned(), nearest });
                        }
                    }
                }
            }
        }
    }
}

impl<'r> Reading<'r> {
    fn new(index: usize, row: &'r Row, id: UserId, unusual: bool) -> Self {
        Self {
            index,
            row,
            user: NewUser::blank(id),
            errors: Vec::new(),
            read: Vec::new(),
            unusual,
            blocked: false,
            first_name: "",
            last_name: (None, ""),
            mobile: None,
            numbers: Vec::new(),
            for_all: ForAll::default(),
            role: None,
            scopes: Vec::new(),
            more: Vec::new(),
        }
    }

    /// Notes what is wrong; a row of which so much is wrong needs no more.
    fn error(&mut self, column: impl Into<Option<usize>>, problem: CellProblem) {
        if self.errors.len() >= MOST_ERRORS {
            return;
        }
        self.errors.push(CellError { row: self.index, column: column.into(), problem });
    }

    /// A text, or nothing where it shows nothing.
    fn text<T>(&mut self, column: usize, parsed: Result<T, ValueError>) -> Option<T> {
        match parsed {
            Ok(value) => Some(value),
            Err(ValueError::Empty) => None,
            Err(error) => {
                self.error(column, CellProblem::Value(error));
                None
            }
        }
    }

    /// A value, with a note of what it is where that is not what the cell says at first sight.
    fn spelled<T: ToString>(&mut self, column: usize, spelled: Spelled<T>) -> Option<T> {
        match spelled.value {
            Ok(value) if !spelled.unusual => Some(value),
            Ok(value) if self.unusual => {
                self.read.push(CellRead { column, value: value.to_string() });
                Some(value)
            }
            Ok(value) => {
                self.error(column, CellProblem::Unusual { read: value.to_string() });
                None
            }
            Err(problem) => {
                self.error(column, problem);
                None
            }
        }
    }

    /// What is said for all rows at once stands where a row says nothing itself.
    fn complete(&mut self, options: &ImportOptions) {
        let says = |errors: &[CellError], of: fn(&CellProblem) -> bool| errors.iter().any(|error| of(&error.problem));
        let licence = |p: &CellProblem| matches!(p, CellProblem::UnknownLicence { .. } | CellProblem::SeveralLicences);
        if self.user.licence.is_none() && !says(&self.errors, licence) {
            self.user.licence = options.licence;
            self.for_all.licence = true;
        }
        if self.user.teams.is_empty() && !says(&self.errors, |p| matches!(p, CellProblem::UnknownTeam { .. })) {
            self.user.teams.clone_from(&options.teams);
            self.for_all.teams = true;
        }
    }

    /// First and last name make the full name where the row has none.
    fn join_names(&mut self) {
        let (place, last) = self.last_name;
        if let Some(place) = place
            && self.user.profile.full_name.is_none()
        {
            let joined = format!("{} {last}", self.first_name);
            self.user.profile.full_name = self.text(place, FullName::parse(&joined));
        }
    }

    /// A number without its country's prefix is completed with the country of the row, or of the organisation.
    fn complete_mobile(&mut self, country: Option<&Country>) {
        if let Some((place, cell)) = self.mobile {
            let spelled = spelling::mobile(cell, self.user.profile.country.as_ref().or(country));
            self.user.mobile = self.spelled(place, spelled);
        }
    }

    /// The numbers that become the person's, completed as well.
    fn complete_numbers(&mut self, country: Option<&Country>) -> Vec<(NumberKind, PhoneNumber)> {
        let country = self.user.profile.country.clone().or_else(|| country.cloned());
        let mut numbers: Vec<(NumberKind, PhoneNumber)> = Vec::new();
        for (place, kind, cell) in std::mem::take(&mut self.numbers) {
            let number = self.spelled(place, spelling::mobile(cell, country.as_ref()));
            // The same in two columns, as when the mobile is the work number too.
            let new = number.filter(|number| !numbers.iter().any(|(_, other)| other == number));
            numbers.extend(new.map(|number| (kind, number)));
        }
        numbers
    }

    /// A row that says nothing to know the user by is wrong where it should.
    fn need_identifier(&mut self, reader: &RowReader) {
        let known = self.user.email.is_some() || self.user.mobile.is_some() || self.user.login.is_some();
        let places: Vec<usize> = Column::IDENTIFIERS.iter().filter_map(|column| reader.index_of(column)).collect();
        let told = self.errors.iter().any(|error| error.column.is_some_and(|column| places.contains(&column)));
        if !known && !told {
            self.error(places.first().copied(), CellProblem::Value(ValueError::Empty));
        }
    }

    /// A role holds where the row says, in this column; else on the user itself, in the organisation, or in teams of the row.
    fn place_role(&mut self, hold: RolesHold, said: Option<usize>) {
        let Some((place, role)) = self.role.take() else { return };
        let mut scopes = std::mem::take(&mut self.scopes);
        if scopes.is_empty() {
            scopes = scope::of_row(&role, &self.user.teams, hold);
        }
        let mut choices = scopes.into_iter().map(|scope| RoleChoice { role: role.id, scope });
        self.user.role = choices.next();
        self.more = choices.collect();
        // Where a wrong cell should have said it, that is told.
        let told = |error: &CellError| error.column.is_some() && error.column == said;
        if self.user.role.is_none() && !self.errors.iter().any(told) {
            let teams = self.user.teams.len();
            self.error(place, CellProblem::RoleNeedsOneTeam { role: role.name, teams });
        }
    }
}
