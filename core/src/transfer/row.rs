//! One row of a file, read: the values of a user to be made, and an error at every cell that holds none.

use super::{
    column::Column,
    error::{CellError, CellProblem},
    mapping::Mapping,
    names::Names,
    rows::Row,
    table::Table,
};
use crate::{
    command::{NewUser, RoleChoice},
    directory::Directory,
    id::UserId,
    model::{Identifier, Line, PhoneType, Role, RoleScope, Scope},
    sort,
    value::{
        Country, Email, Extension, ExtraValue, FullName, Language, Login, PhoneNumber, Position, TimeZone, ValueError,
    },
};

/// What a row says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowDraft {
    /// The user to be made; what a wrong cell should have said is left out.
    pub user: NewUser,
    /// What is wrong with the cells.
    pub errors: Vec<CellError>,
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
    /// How many cells a row may have with content.
    width: usize,
    /// How many cells a row must have: all that are read but extra information at its end, which some programs cut off
    /// where it is empty.
    needed: usize,
    names: Names,
    /// Completes mobile numbers where the row names no country (S2.9).
    country: Option<Country>,
}

/// A row in the making.
struct Reading<'r> {
    index: usize,
    row: &'r Row,
    user: NewUser,
    errors: Vec<CellError>,
    first_name: &'r str,
    last_name: (Option<usize>, &'r str),
    mobile: Option<(usize, &'r str)>,
    role: Option<(usize, Role)>,
}

impl RowReader {
    pub fn new(directory: &Directory, table: &Table, mapping: &Mapping) -> Self {
        let read = mapping.columns().iter().cloned().enumerate().filter(|(_, column)| *column != Column::Ignore);
        let columns: Vec<_> = read.take_while(|(index, _)| *index < table.width()).collect();
        let needed = columns.iter().filter(|(_, column)| !matches!(column, Column::Extra(_)));
        Self {
            needed: needed.map(|(index, _)| index + 1).max().unwrap_or_default(),
            columns,
            width: table.width(),
            names: Names::of(directory),
            country: directory.organisation().map(|organisation| organisation.country.clone()),
        }
    }

    /// Where a meaning stands in the file.
    pub fn index_of(&self, wanted: &Column) -> Option<usize> {
        self.columns.iter().find(|(_, column)| column == wanted).map(|(index, _)| *index)
    }

    /// Reads one row, for a user of this id.
    pub fn read(&mut self, index: usize, row: &Row, id: UserId) -> RowDraft {
        let mut reading = Reading::new(index, row, id);
        if reading.fits(self.needed, self.width) {
            let columns = std::mem::take(&mut self.columns);
            for (place, column) in &columns {
                self.read_cell(&mut reading, *place, column);
            }
            self.columns = columns;
            reading.join_names();
            reading.complete_mobile(self.country.as_ref());
            reading.place_role();
            reading.need_identifier(self);
        }
        RowDraft { user: reading.user, errors: reading.errors }
    }

    fn read_cell<'r>(&mut self, reading: &mut Reading<'r>, place: usize, column: &Column) {
        let cell = reading.row.cell(place).trim();
        if cell.is_empty() {
            return;
        }
        match column {
            Column::Email => reading.user.email = reading.value(place, Email::parse(cell)),
            Column::Mobile => reading.mobile = Some((place, cell)),
            Column::Login => reading.user.login = reading.value(place, Login::parse(cell)),
            Column::FullName => reading.user.profile.full_name = reading.value(place, FullName::parse(cell)),
            Column::FirstName => {
                reading.first_name = cell;
                reading.last_name.0 = reading.last_name.0.or(Some(place));
            }
            Column::LastName => reading.last_name = (Some(place), cell),
            Column::Position => reading.user.profile.position = reading.value(place, Position::parse(cell)),
            Column::Language => {
                reading.user.profile.language = reading.value(place, Language::parse(&cell.replace('_', "-")));
            }
            Column::TimeZone => reading.user.profile.time_zone = reading.value(place, TimeZone::parse(cell)),
            Column::Country => reading.user.profile.country = reading.value(place, Country::parse(cell)),
            Column::Extension => {
                let extension = reading.value(place, Extension::parse(cell));
                reading.user.line = extension.map(|extension| Line { extension, phone: PhoneType::default() });
            }
            Column::Extra(key) => {
                if let Some(value) = reading.value(place, ExtraValue::parse(cell)) {
                    reading.user.extra.insert(key.clone(), value);
                }
            }
            Column::Licence | Column::AddOns | Column::Role | Column::Teams => {
                self.read_names(reading, place, column, cell)
            }
            Column::Ignore => {}
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
                    match self.names.plans.find(name) {
                        Some(id) => reading.user.licence = Some(*id),
                        None => {
                            let nearest = self.names.plans.nearest(name);
                            reading.error(place, CellProblem::UnknownLicence { name: name.to_owned(), nearest });
                        }
                    }
                }
            }
            Column::AddOns => {
                for name in self.names.add_ons.split(cell) {
                    match self.names.add_ons.find(name) {
                        Some(id) => reading.user.add_ons.push(*id),
                        None => {
                            let nearest = self.names.add_ons.nearest(name);
                            reading.error(place, CellProblem::UnknownAddOn { name: name.to_owned(), nearest });
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
                    match self.names.roles.find(name) {
                        Some(role) => reading.role = Some((place, role.clone())),
                        None => {
                            let nearest = self.names.roles.nearest(name);
                            reading.error(place, CellProblem::UnknownRole { name: name.to_owned(), nearest });
                        }
                    }
                }
            }
            _ => {
                for name in self.names.teams.split(cell) {
                    match self.names.teams.find(name) {
                        Some(id) if reading.user.teams.contains(id) => {}
                        Some(id) => reading.user.teams.push(*id),
                        None => {
                            let nearest = self.names.teams.nearest(name);
                            reading.error(place, CellProblem::UnknownTeam { name: name.to_owned(), nearest });
                        }
                    }
                }
            }
        }
    }
}

impl<'r> Reading<'r> {
    fn new(index: usize, row: &'r Row, id: UserId) -> Self {
        Self {
            index,
            row,
            user: NewUser::blank(id),
            errors: Vec::new(),
            first_name: "",
            last_name: (None, ""),
            mobile: None,
            role: None,
        }
    }

    fn error(&mut self, column: impl Into<Option<usize>>, problem: CellProblem) {
        self.errors.push(CellError { row: self.index, column: column.into(), problem });
    }

    fn value<T>(&mut self, column: usize, parsed: Result<T, ValueError>) -> Option<T> {
        parsed.map_err(|error| self.error(column, CellProblem::Value(error))).ok()
    }

    /// Whether the row has the cells that the heading promises.
    fn fits(&mut self, needed: usize, width: usize) -> bool {
        let filled = |cell: &str| !cell.trim().is_empty();
        if self.row.cells().skip(width).any(filled) {
            self.error(None, CellProblem::TooManyCells { expected: width, found: self.row.len() });
        } else if self.row.len() < needed {
            self.error(None, CellProblem::TooFewCells { expected: width, found: self.row.len() });
        }
        self.errors.is_empty()
    }

    /// First and last name make the full name where the row has none.
    fn join_names(&mut self) {
        let (place, last) = self.last_name;
        if let Some(place) = place
            && self.user.profile.full_name.is_none()
        {
            let joined = format!("{} {last}", self.first_name);
            self.user.profile.full_name = self.value(place, FullName::parse(&joined));
        }
    }

    /// A number without its country's prefix is completed with the country of the row, or of the organisation.
    fn complete_mobile(&mut self, country: Option<&Country>) {
        if let Some((place, cell)) = self.mobile {
            let parsed = PhoneNumber::typed(cell, self.user.profile.country.as_ref().or(country));
            self.user.mobile = self.value(place, parsed);
        }
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

    /// A role holds on the user itself, in the organisation, or in the one team of the row.
    fn place_role(&mut self) {
        let Some((place, role)) = self.role.take() else { return };
        let scope = match (role.scopes, self.user.teams.as_slice()) {
            (scopes, _) if scopes.has(RoleScope::Own) => Scope::Own,
            (scopes, _) if scopes.only() == Some(RoleScope::Organisation) => Scope::Organisation,
            (_, [team]) => Scope::Team(*team),
            (_, teams) => {
                let teams = teams.len();
                return self.error(place, CellProblem::RoleNeedsOneTeam { role: role.name, teams });
            }
        };
        self.user.role = Some(RoleChoice { role: role.id, scope });
    }
}
