//! Files that Rollcall writes: the list of users (S2.16), and the rows of an import that have to be mended.

use super::{
    column::Column,
    heading::{PROBLEM, STATE},
    lists,
    meanings::Meanings,
    names::Names,
    scope,
    table::Table,
    write::{CsvStyle, csv},
};
use crate::{
    access::{Holding, Permission},
    context::Context,
    directory::Directory,
    id::UserId,
    model::{Granted, Identifier, NumberKind, Scope, User, UserKind, UserState},
    refusal::Refusal,
    sort,
    time::Timestamp,
    value::Date,
};
use serde::{Deserialize, Serialize};
use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
};

/// Milliseconds.
const DAY: i64 = 86_400_000;

/// Which users an export has (S2.16).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExportUsers {
    Active,
    Prepared,
    /// The active and the prepared ones.
    Both,
    /// The invited and the suspended ones as well.
    #[default]
    All,
}

impl ExportUsers {
    const fn takes(self, state: UserState) -> bool {
        match self {
            Self::Active => matches!(state, UserState::Active),
            Self::Prepared => matches!(state, UserState::Prepared),
            Self::Both => matches!(state, UserState::Active | UserState::Prepared),
            Self::All => true,
        }
    }
}

/// Whether the actor may export anybody at all.
pub fn may_export(directory: &Directory, context: &Context) -> bool {
    Holding::of_actor(directory, context).is_ok_and(|holding| holding.somewhere(Permission::UserExport))
}

/// The columns that every list of users has; behind them come those of numbers and extra information that anybody in it has.
const COLUMNS: [Column; 14] = [
    Column::FullName,
    Column::Email,
    Column::Mobile,
    Column::Login,
    Column::Position,
    Column::Extension,
    Column::Role,
    Column::RoleScope,
    Column::Licence,
    Column::AddOns,
    Column::Teams,
    Column::Language,
    Column::TimeZone,
    Column::Country,
];

/// A column of the list of users.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UserColumn {
    /// One that an import reads.
    Read(Column),
    /// Of the numbers of a kind that somebody has, the one at this place, from 0; an import reads it.
    Number(NumberKind, usize),
    /// Its state; an import passes over this one and those below.
    State,
    /// A person, or what else it is.
    Kind,
    /// All its numbers of the inventory.
    Numbers,
    /// The day on which it signed in last (UTC).
    LastSignIn,
    /// The day on which it was made (UTC).
    Added,
}

impl UserColumn {
    fn heading(&self) -> Cow<'_, str> {
        match self {
            Self::Read(column) => column.heading(),
            Self::Number(kind, _) => Column::Number(*kind).heading().into_owned().into(),
            Self::State => STATE.into(),
            Self::Kind => "Kind".into(),
            Self::Numbers => "Numbers held".into(),
            Self::LastSignIn => "Last sign-in".into(),
            Self::Added => "Added".into(),
        }
    }
}

/// The list of users as rows of texts, sorted by name, with all of them that an import can take. Only those over whom the actor holds
/// `user.export`. Importing the rows into the same organisation changes nothing (invariant 16).
pub struct UserRows<'d> {
    directory: &'d Directory,
    names: Names,
    users: Vec<&'d User>,
    chosen: Option<Vec<UserColumn>>,
}

impl<'d> UserRows<'d> {
    /// The users that the actor may export.
    ///
    /// # Errors
    /// When the actor may export nobody.
    pub fn new(directory: &'d Directory, context: &Context, which: ExportUsers) -> Result<Self, Refusal> {
        Self::allowed(directory, context, which, directory.users_by_name())
    }

    fn allowed(
        directory: &'d Directory,
        context: &Context,
        which: ExportUsers,
        users: impl Iterator<Item = &'d User>,
    ) -> Result<Self, Refusal> {
        let permission = Permission::UserExport;
        let holding = Holding::of_actor(directory, context)?;
        if !holding.somewhere(permission) {
            return Err(Refusal::NotAllowed { permission });
        }
        let allowed = |user: &&User| holding.over(directory, user.id).has(permission) && which.takes(user.state);
        Ok(Self { directory, names: Names::of(directory), users: users.filter(allowed).collect(), chosen: None })
    }

    /// These users in their order, as far as they are there still and the actor may export them.
    ///
    /// # Errors
    /// When the actor may export nobody.
    pub fn of(
        directory: &'d Directory,
        context: &Context,
        which: ExportUsers,
        users: &[UserId],
    ) -> Result<Self, Refusal> {
        let found = users.iter().filter_map(|user| directory.user(*user));
        Self::allowed(directory, context, which, found)
    }

    /// Who they are, in their order.
    pub fn ids(&self) -> Vec<UserId> {
        self.users.iter().map(|user| user.id).collect()
    }

    /// Only some of them.
    #[must_use]
    pub fn only(mut self, wanted: impl Fn(UserId) -> bool) -> Self {
        self.users.retain(|user| wanted(user.id));
        self
    }

    /// With these columns in place of all that an import can take.
    #[must_use]
    pub fn with_columns(mut self, columns: Vec<UserColumn>) -> Self {
        self.chosen = Some(columns);
        self
    }

    /// How many they are.
    pub fn len(&self) -> usize {
        self.users.len()
    }

    /// Whether there is nobody.
    pub fn is_empty(&self) -> bool {
        self.users.is_empty()
    }

    /// The columns of their list.
    pub fn columns(&self) -> UserColumns {
        if let Some(chosen) = &self.chosen {
            return UserColumns(chosen.clone());
        }
        let (mut numbers, mut extras) = (BTreeMap::<NumberKind, usize>::new(), BTreeSet::new());
        for user in &self.users {
            for kind in NumberKind::ALL {
                let most = numbers.entry(kind).or_default();
                *most = self.numbers(user.id, kind).count().max(*most);
            }
            extras.extend(user.extra.keys().cloned());
        }
        let several = |(kind, most): (NumberKind, usize)| (0..most).map(move |place| UserColumn::Number(kind, place));
        let fixed = COLUMNS.into_iter().map(UserColumn::Read).chain(numbers.into_iter().flat_map(several));
        let extras = extras.into_iter().map(|key| UserColumn::Read(Column::Extra(key)));
        UserColumns(fixed.chain(extras).chain([UserColumn::State]).collect())
    }

    /// The rows: what stands above each column, and the users.
    pub fn rows(&self) -> impl Iterator<Item = Vec<String>> {
        let columns = self.columns();
        let headings = columns.headings();
        let below = self.users.iter().map(move |user| self.row(&columns, user));
        [headings].into_iter().chain(below)
    }

    /// The rows of the users, in these columns.
    pub fn below(&self, columns: &UserColumns) -> impl Iterator<Item = Vec<String>> {
        self.users.iter().map(|user| self.row(columns, user))
    }

    fn row(&self, columns: &UserColumns, user: &User) -> Vec<String> {
        let cell = |column: &UserColumn| match column {
            UserColumn::Read(column) => cell(self.directory, &self.names, user, column),
            UserColumn::Number(kind, place) => self.numbers(user.id, *kind).nth(*place).unwrap_or_default(),
            UserColumn::State => state(user.state).to_owned(),
            UserColumn::Kind => kind(user.kind).to_owned(),
            UserColumn::Numbers => listed(self.directory.numbers_of(user.id).map(|number| number.number)),
            UserColumn::LastSignIn => {
                self.directory.last_sign_in(user.id).map(|last| last.day.to_string()).unwrap_or_default()
            }
            UserColumn::Added => day(user.created),
        };
        columns.0.iter().map(cell).collect()
    }

    /// The numbers of a kind that somebody has.
    fn numbers(&self, user: UserId, kind: NumberKind) -> impl Iterator<Item = String> {
        let numbers = self.directory.numbers_of(user).filter(move |number| number.kind == kind);
        numbers.map(|number| number.number.to_string())
    }
}

/// The columns of a list of users. Of several numbers of one kind each has its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserColumns(Vec<UserColumn>);

impl UserColumns {
    /// What stands above each column.
    pub fn headings(&self) -> Vec<String> {
        self.0.iter().map(|column| column.heading().into_owned()).collect()
    }
}

/// The list of users as a CSV file.
///
/// # Errors
/// When the actor may export nobody.
pub fn export_users(
    directory: &Directory,
    context: &Context,
    which: ExportUsers,
    style: CsvStyle,
) -> Result<Vec<u8>, Refusal> {
    Ok(csv(style, UserRows::new(directory, context, which)?.rows()))
}

fn cell(directory: &Directory, names: &Names, user: &User, column: &Column) -> String {
    fn text(value: Option<&impl ToString>) -> String {
        value.map(ToString::to_string).unwrap_or_default()
    }
    match column {
        Column::FullName => text(user.profile.full_name.as_ref()),
        Column::Email => text(user.email()),
        Column::Mobile => listed(user.identifiers.iter().filter_map(|identifier| match identifier {
            Identifier::Mobile(number) => Some(number.to_string()),
            Identifier::Email(_) | Identifier::Login(_) => None,
        })),
        Column::Login => listed(user.identifiers.iter().filter_map(|identifier| match identifier {
            Identifier::Login(login) => Some(login.to_string()),
            Identifier::Email(_) | Identifier::Mobile(_) => None,
        })),
        Column::Position => text(user.profile.position.as_ref()),
        Column::Extension => text(user.extension()),
        Column::Licence => text(user.licence.and_then(|id| directory.licence(id)).map(|licence| &licence.name)),
        Column::AddOns => {
            let add_ons = user.add_ons.iter().filter_map(|id| Some(directory.licence(*id)?.name.as_str()));
            lists::join(add_ons, |name| names.add_ons.find(name).is_some())
        }
        Column::Teams => {
            let teams = directory.teams_of(user.id).filter_map(|id| Some(directory.team(id)?.name.as_str()));
            lists::join(teams, |name| names.teams.find(name).is_some())
        }
        Column::Role => {
            let roles = directory.grants_of(user.id).filter_map(|grant| match grant.key.what {
                Granted::Role(role) => Some(directory.role(role)?.name.as_str()),
                Granted::Permission(_) => None,
            });
            lists::join(roles, |name| names.roles.find(name).is_some())
        }
        Column::RoleScope => {
            let grants = || directory.grants_of(user.id).filter_map(|grant| Some((grant.key.role()?, grant.key.scope)));
            let first = grants().next().map(|(role, _)| role);
            // Of several roles one cell can't say it, and no import makes them.
            let one = grants().all(|(role, _)| Some(role) == first);
            let mut scopes: Vec<Scope> = grants().filter(|_| one).map(|(_, scope)| scope).collect();
            sort::ascending(&mut scopes);
            scope::write(directory, names, &scopes)
        }
        Column::Language => text(user.profile.language.as_ref()),
        Column::TimeZone => text(user.profile.time_zone.as_ref()),
        Column::Country => text(user.profile.country.as_ref()),
        Column::Extra(key) => text(user.extra.get(key)),
        Column::FirstName
        | Column::LastName
        | Column::Blocked
        | Column::Enabled
        | Column::Number(_)
        | Column::Secret
        | Column::Ignore => String::new(),
    }
}

/// Log-in names or numbers in one cell: none has a separator in it.
fn listed(names: impl Iterator<Item = impl ToString>) -> String {
    let names: BTreeSet<String> = names.map(|name| name.to_string()).collect();
    names.into_iter().collect::<Vec<_>>().join("; ")
}

/// The day in UTC.
fn day(at: Timestamp) -> String {
    let days = u32::try_from(at.0.div_euclid(DAY)).ok();
    days.and_then(|days| Date::of_days(days).ok()).map(|date| date.to_string()).unwrap_or_default()
}

const fn kind(kind: UserKind) -> &'static str {
    match kind {
        UserKind::Person => "Person",
        UserKind::Service => "Service",
        UserKind::ConferenceBridge => "Conference bridge",
        UserKind::AutoAttendant => "Auto attendant",
        UserKind::CallQueue => "Call queue",
    }
}

const fn state(state: UserState) -> &'static str {
    match state {
        UserState::Prepared => "Prepared",
        UserState::Invited => "Invited",
        UserState::Active => "Active",
        UserState::Suspended => "Suspended",
    }
}

/// Rows of an import that failed, to be mended and imported again: the cells as they came, behind a first column that says in
/// the page's words what is wrong. That column is ignored on import. Columns of secrets are left out. The first row is the heading.
pub fn reject_rows<'t>(
    table: &'t Table,
    mapping: &'t impl Meanings,
    failed: impl IntoIterator<Item = (usize, String)>,
) -> impl Iterator<Item = Vec<String>> {
    let old_problem = table.heading(0) == PROBLEM;
    let kept = move |column: &usize| !(mapping.is_secret(*column) || (old_problem && *column == 0));
    // A file without headings gets those of its mapping, so that it is understood the next time too.
    let heading = |column: usize| match table.heading_line() {
        Some(_) => table.heading(column).into(),
        None => mapping.heading(column),
    };
    let columns = (0..table.width()).filter(kept).map(|column| heading(column).into_owned());
    let headings = [PROBLEM.to_owned()].into_iter().chain(columns).collect::<Vec<_>>();
    let row = move |(index, problem): (usize, String)| {
        let cells = table.rows().get(index).into_iter().flat_map(|row| {
            let shown = mapping.without_secrets(table, row);
            (0..shown).filter(kept).map(|column| row.cell(column).to_owned())
        });
        [problem].into_iter().chain(cells).collect::<Vec<_>>()
    };
    [headings].into_iter().chain(failed.into_iter().map(row))
}

/// Rows of an import that failed, as a CSV file.
pub fn rejects<'t>(
    table: &'t Table,
    mapping: &'t impl Meanings,
    failed: impl IntoIterator<Item = (usize, String)>,
    style: CsvStyle,
) -> Vec<u8> {
    csv(style, reject_rows(table, mapping, failed))
}
