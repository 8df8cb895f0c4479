//! One row of a file, read: the values of a user to be made, and an error at every cell that holds none.

use super::{
    column::Column,
    error::{CellError, CellProblem},
    mapping::Mapping,
    names::Names,
    table::{Row, Table},
};
use crate::{
    command::{NewUser, RoleChoice},
    directory::Directory,
    id::{LicenceId, TeamId, UserId},
    model::{Profile, Role, RoleScope, Scope},
    value::{Country, Email, Extension, ExtraKey, ExtraValue, FullName, Language, Position, TimeZone, ValueError},
};
use std::collections::BTreeMap;

/// What a row says about the user to be made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowDraft {
    pub email: Option<Email>,
    pub profile: Profile,
    pub licence: Option<LicenceId>,
    pub add_ons: Vec<LicenceId>,
    pub role: Option<RoleChoice>,
    pub teams: Vec<TeamId>,
    pub extra: BTreeMap<ExtraKey, ExtraValue>,
    /// What is wrong with its cells.
    pub errors: Vec<CellError>,
}

impl RowDraft {
    /// The user to be made; none without an address.
    pub fn user(&self, id: UserId) -> Option<NewUser> {
        Some(NewUser {
            id,
            email: Some(self.email.clone()?),
            mobile: None,
            login: None,
            line: None,
            number: None,
            profile: self.profile.clone(),
            licence: self.licence,
            add_ons: self.add_ons.clone(),
            role: self.role,
            teams: self.teams.clone(),
            extra: self.extra.clone(),
        })
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
    extension: Option<ExtraKey>,
}

/// A row in the making.
struct Reading<'r> {
    index: usize,
    row: &'r Row,
    draft: RowDraft,
    first_name: &'r str,
    last_name: (Option<usize>, &'r str),
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
            extension: ExtraKey::parse(Column::Extension.heading()).ok(),
        }
    }

    /// Where a meaning stands in the file.
    pub fn index_of(&self, wanted: &Column) -> Option<usize> {
        self.columns.iter().find(|(_, column)| column == wanted).map(|(index, _)| *index)
    }

    pub fn read(&mut self, index: usize, row: &Row) -> RowDraft {
        let mut reading =
            Reading { index, row, draft: RowDraft::default(), first_name: "", last_name: (None, ""), role: None };
        if !reading.fits(self.needed, self.width) {
            return reading.draft;
        }
        let columns = std::mem::take(&mut self.columns);
        for (place, column) in &columns {
            self.read_cell(&mut reading, *place, column);
        }
        self.columns = columns;
        reading.join_names();
        reading.place_role();
        reading.draft
    }

    fn read_cell<'r>(&mut self, reading: &mut Reading<'r>, place: usize, column: &Column) {
        let cell = reading.row.cell(place).trim();
        if cell.is_empty() {
            if *column == Column::Email {
                reading.error(place, CellProblem::Value(ValueError::Empty));
            }
            return;
        }
        match column {
            Column::Email => reading.draft.email = reading.value(place, Email::parse(cell)),
            Column::FullName => reading.draft.profile.full_name = reading.value(place, FullName::parse(cell)),
            Column::FirstName => {
                reading.first_name = cell;
                reading.last_name.0 = reading.last_name.0.or(Some(place));
            }
            Column::LastName => reading.last_name = (Some(place), cell),
            Column::Position => reading.draft.profile.position = reading.value(place, Position::parse(cell)),
            Column::Language => {
                reading.draft.profile.language = reading.value(place, Language::parse(&cell.replace('_', "-")));
            }
            Column::TimeZone => reading.draft.profile.time_zone = reading.value(place, TimeZone::parse(cell)),
            Column::Country => reading.draft.profile.country = reading.value(place, Country::parse(cell)),
            Column::Extension => {
                if let Some(extension) = reading.value(place, Extension::parse(cell))
                    && let Some(key) = &self.extension
                    && let Ok(value) = ExtraValue::parse(extension.as_str())
                {
                    reading.draft.extra.insert(key.clone(), value);
                }
            }
            Column::Extra(key) => {
                if let Some(value) = reading.value(place, ExtraValue::parse(cell)) {
                    reading.draft.extra.insert(key.clone(), value);
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
                        Some(id) => reading.draft.licence = Some(*id),
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
                        Some(id) => reading.draft.add_ons.push(*id),
                        None => {
                            let nearest = self.names.add_ons.nearest(name);
                            reading.error(place, CellProblem::UnknownAddOn { name: name.to_owned(), nearest });
                        }
                    }
                }
                reading.draft.add_ons.sort_unstable();
                reading.draft.add_ons.dedup();
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
                        Some(id) if reading.draft.teams.contains(id) => {}
                        Some(id) => reading.draft.teams.push(*id),
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

impl Reading<'_> {
    fn error(&mut self, column: impl Into<Option<usize>>, problem: CellProblem) {
        self.draft.errors.push(CellError { row: self.index, column: column.into(), problem });
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
        self.draft.errors.is_empty()
    }

    /// First and last name make the full name where the row has none.
    fn join_names(&mut self) {
        let (place, last) = self.last_name;
        if let Some(place) = place
            && self.draft.profile.full_name.is_none()
        {
            let joined = format!("{} {last}", self.first_name);
            self.draft.profile.full_name = self.value(place, FullName::parse(&joined));
        }
    }

    /// A role holds on the user itself, in the organisation, or in the one team of the row.
    fn place_role(&mut self) {
        let Some((place, role)) = self.role.take() else { return };
        let scope = match (role.scope, self.draft.teams.as_slice()) {
            (RoleScope::Own, _) => Scope::Own,
            (RoleScope::Organisation, _) => Scope::Organisation,
            (RoleScope::Team, [team]) => Scope::Team(*team),
            (RoleScope::Team, teams) => {
                let teams = teams.len();
                return self.error(place, CellProblem::RoleNeedsOneTeam { role: role.name, teams });
            }
        };
        self.draft.role = Some(RoleChoice { role: role.id, scope });
    }
}
