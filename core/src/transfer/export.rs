//! Files that Rollcall writes: the list of users (S2.16), and the rows of an import that have to be mended.

use super::{
    column::Column,
    heading::{PROBLEM, STATE},
    mapping::Mapping,
    table::Table,
    write::{CsvStyle, csv},
};
use crate::{
    access::{Holding, Permission},
    context::Context,
    directory::Directory,
    model::{Granted, Identifier, User, UserState},
    refusal::Refusal,
};
use serde::{Deserialize, Serialize};

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

/// The list of users as a CSV file, sorted by name. Only those over whom the actor holds `user.export`. Importing the
/// file into the same organisation changes nothing (invariant 16).
///
/// # Errors
/// When the actor may export nobody.
pub fn export_users(
    directory: &Directory,
    context: &Context,
    which: ExportUsers,
    style: CsvStyle,
) -> Result<Vec<u8>, Refusal> {
    let permission = Permission::UserExport;
    let holding = Holding::of_actor(directory, context)?;
    if !holding.somewhere(permission) {
        return Err(Refusal::NotAllowed { permission });
    }
    let allowed = |user: &&User| holding.over(directory, user.id).has(permission) && which.takes(user.state);
    let users = directory.users_by_name().filter(allowed);
    let columns = [
        Column::FullName,
        Column::Email,
        Column::Mobile,
        Column::Login,
        Column::Position,
        Column::Extension,
        Column::Role,
        Column::Licence,
        Column::AddOns,
        Column::Teams,
        Column::Language,
        Column::TimeZone,
        Column::Country,
    ];
    let headings = columns.iter().map(|column| column.heading().to_owned()).chain([STATE.to_owned()]).collect();
    let row = |user: &User| -> Vec<String> {
        columns.iter().map(|column| cell(directory, user, column)).chain([state(user.state).to_owned()]).collect()
    };
    Ok(csv(style, [headings].into_iter().chain(users.map(row))))
}

fn cell(directory: &Directory, user: &User, column: &Column) -> String {
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
        Column::AddOns => listed(user.add_ons.iter().filter_map(|id| Some(directory.licence(*id)?.name.as_str()))),
        Column::Teams => listed(directory.teams_of(user.id).filter_map(|id| Some(directory.team(id)?.name.as_str()))),
        Column::Role => listed(directory.grants_of(user.id).filter_map(|grant| match grant.key.what {
            Granted::Role(role) => Some(directory.role(role)?.name.as_str()),
            Granted::Permission(_) => None,
        })),
        Column::Language => text(user.profile.language.as_ref()),
        Column::TimeZone => text(user.profile.time_zone.as_ref()),
        Column::Country => text(user.profile.country.as_ref()),
        Column::FirstName
        | Column::LastName
        | Column::Blocked
        | Column::Enabled
        | Column::Extra(_)
        | Column::Secret
        | Column::Ignore => String::new(),
    }
}

/// Names in one cell, each once, sorted.
fn listed(names: impl Iterator<Item = impl ToString>) -> String {
    let names: std::collections::BTreeSet<String> = names.map(|name| name.to_string()).collect();
    names.into_iter().collect::<Vec<_>>().join("; ")
}

const fn state(state: UserState) -> &'static str {
    match state {
        UserState::Prepared => "Prepared",
        UserState::Invited => "Invited",
        UserState::Active => "Active",
        UserState::Suspended => "Suspended",
    }
}

/// Rows of an import that failed, in a file to be mended and imported again: the cells as they came, behind a first
/// column that says in the page's words what is wrong. That column is ignored on import. Columns of secrets are left out.
pub fn rejects<'t>(
    table: &'t Table,
    mapping: &'t Mapping,
    failed: impl IntoIterator<Item = (usize, String)>,
    style: CsvStyle,
) -> Vec<u8> {
    let old_problem = table.heading(0) == PROBLEM;
    let kept = |column: &usize| {
        !(old_problem && *column == 0) && mapping.columns().get(*column).is_none_or(|column| *column != Column::Secret)
    };
    // A file without headings gets those of its mapping, so that it is understood the next time too.
    let heading = |column: usize| match table.heading_line() {
        Some(_) => table.heading(column),
        None => mapping.columns().get(column).map(Column::heading).unwrap_or_default(),
    };
    let columns = (0..table.width()).filter(kept).map(|column| heading(column).to_owned());
    let headings = [PROBLEM.to_owned()].into_iter().chain(columns).collect();
    let row = |(index, problem): (usize, String)| {
        let cells = table.rows().get(index).into_iter().flat_map(|row| {
            let shown = mapping.without_secrets(table, row);
            (0..shown).filter(kept).map(|column| row.cell(column).to_owned())
        });
        [problem].into_iter().chain(cells).collect::<Vec<_>>()
    };
    csv(style, [headings].into_iter().chain(failed.into_iter().map(row)))
}
