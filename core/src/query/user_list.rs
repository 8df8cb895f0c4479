//! The list of users: search as you type, filters and sorts combined, a count per filter, a page at a time (S1.1, S1.3).

use super::needs::{UserNeed, in_need};
use crate::{
    access::Permission,
    directory::{Directory, Facet, Group, Matches, UserOrder},
    id::{LicenceId, RoleId, TeamId, UserId},
    model::{Granted, User, UserKind, UserState},
    sort,
    time::Timestamp,
    value::{Date, Email, Extension, LicenceName, Position, RoleName, fold},
};
use serde::{Deserialize, Serialize};

/// What a list of users is to show.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct UserQuery {
    /// Words, each of which must occur in name, identifiers, extension, numbers, position or a team's name.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(as = "Option<_>", optional))]
    pub search: String,
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(as = "Option<_>", optional))]
    pub state: StateFilter,
    /// Persons only: no bridges, attendants, queues and services (S4.14).
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(as = "Option<_>", optional))]
    pub hide_system: bool,
    /// Only those of a kind (S4.1).
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional = nullable))]
    pub kind: Option<UserKind>,
    /// Only active people who can neither make nor take calls (S3.5).
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(as = "Option<_>", optional))]
    pub no_phone: bool,
    /// Only those of whom this needs a decision.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional = nullable))]
    pub need: Option<UserNeed>,
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional = nullable))]
    pub role: Option<RoleId>,
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional = nullable))]
    pub team: Option<TeamId>,
    /// A plan or an add-on.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional = nullable))]
    pub licence: Option<LicenceId>,
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(as = "Option<_>", optional))]
    pub sort: UserSort,
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(as = "Option<_>", optional))]
    pub descending: bool,
    /// How many users of the list to leave out at its start.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(as = "Option<_>", optional))]
    pub from: usize,
    /// How many users to answer at most; all when absent.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional = nullable))]
    pub limit: Option<usize>,
}

/// What a list of users is sorted by; equal ones, by name. Who has nothing to be sorted by comes last, or
/// first in a descending list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum UserSort {
    #[default]
    Name,
    Email,
    /// As a number.
    Extension,
    Position,
    /// The first of the user's roles, by name.
    Role,
    /// The first of the user's plan and add-ons, by name.
    Licence,
    /// Active, invited, expired, prepared, suspended.
    State,
    Created,
}

/// Which users, by state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum StateFilter {
    #[default]
    All,
    Active,
    Prepared,
    /// Invited and still open.
    Invited,
    /// Invited, but the time ran out.
    Expired,
    Suspended,
}

/// Where a user stands, with the clock taken into account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum UserStanding {
    Active,
    Prepared,
    Invited,
    Expired,
    Suspended,
}

/// How many users match the search and every filter but the one by state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Counts {
    pub all: usize,
    pub active: usize,
    pub prepared: usize,
    pub invited: usize,
    pub expired: usize,
    pub suspended: usize,
    /// Of all: those who are no persons.
    pub system: usize,
}

/// The answer: ids in the order of the list, so that a page makes only the rows it shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct UserList {
    pub users: Vec<UserId>,
    /// How many users the whole list has; a page of it may have fewer.
    pub total: usize,
    /// Of the search, whatever the state filter.
    pub counts: Counts,
}

/// One row of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct UserRow {
    pub id: UserId,
    pub kind: UserKind,
    /// What it is called: never nothing.
    pub name: String,
    pub email: Option<Email>,
    pub position: Option<Position>,
    pub extension: Option<Extension>,
    /// The names of its roles, in the order of their ids.
    pub roles: Vec<RoleName>,
    /// Permissions that it was granted without a role.
    pub permissions: Vec<Permission>,
    pub licence: Option<LicenceName>,
    pub standing: UserStanding,
    /// When the open invitation runs out.
    pub expires: Option<Timestamp>,
    /// The day on which it was last signed in, as far as that is known and the viewer's to see.
    pub last_sign_in: Option<Date>,
}

/// Those who match the search and every filter but the one by state.
pub(super) fn matching<'d>(directory: &'d Directory, query: &UserQuery, now: Timestamp) -> Matches<'d> {
    let folded = fold(&query.search);
    let words: Vec<&str> = folded.split_whitespace().collect();
    let mut found = directory.find(&words);
    let facets = [query.role.map(Facet::Role), query.team.map(Facet::Team), query.licence.map(Facet::Licence)];
    facets.into_iter().flatten().for_each(|facet| found.keep(facet));
    if query.hide_system {
        found.keep_persons();
    }
    if let Some(kind) = query.kind {
        found.keep_kind(kind);
    }
    if query.no_phone {
        found.keep_silent();
    }
    if let Some(need) = query.need {
        let those = found.group_of(in_need(directory, need, now));
        found.keep_group(&those);
    }
    found
}

/// Those whose invitation ran out, and those whose invitation is open.
fn invited(found: &Matches<'_>, now: Timestamp) -> [Group; 2] {
    [true, false].map(|expired| found.those(UserState::Invited, |user| user.invitation_expired(now) == expired))
}

/// Keeps those whom the filter by state lets through.
pub(super) fn keep_state(found: &mut Matches<'_>, state: StateFilter, now: Timestamp) {
    let groups = invited(found, now);
    keep_standing(found, state, &groups);
}

fn keep_standing(found: &mut Matches<'_>, state: StateFilter, [expired, open]: &[Group; 2]) {
    match state {
        StateFilter::All => {}
        StateFilter::Active => found.keep_state(UserState::Active),
        StateFilter::Prepared => found.keep_state(UserState::Prepared),
        StateFilter::Invited => found.keep_group(open),
        StateFilter::Expired => found.keep_group(expired),
        StateFilter::Suspended => found.keep_state(UserState::Suspended),
    }
}

/// Finds users.
pub fn user_list(directory: &Directory, query: &UserQuery, now: Timestamp) -> UserList {
    let mut found = matching(directory, query, now);
    let groups = invited(&found, now);
    let [expired, open] = &groups;
    let all = found.count();
    let counts = Counts {
        all,
        active: found.count_in(UserState::Active),
        prepared: found.count_in(UserState::Prepared),
        invited: found.count_group(open),
        expired: found.count_group(expired),
        suspended: found.count_in(UserState::Suspended),
        system: all - found.persons(),
    };
    keep_standing(&mut found, query.state, &groups);
    let (from, limit) = (query.from, query.limit.unwrap_or(usize::MAX));
    let sorted = |by| found.page(by, query.descending, from, limit);
    let grouped = |groups: &[Group]| found.page_grouped(groups, query.descending, from, limit);
    let users = match query.sort {
        UserSort::Name => sorted(UserOrder::Name),
        UserSort::Email => sorted(UserOrder::Email),
        UserSort::Extension => sorted(UserOrder::Extension),
        UserSort::Position => sorted(UserOrder::Position),
        UserSort::Created => sorted(UserOrder::Created),
        UserSort::Role => {
            let mut roles: Vec<_> = directory.roles().collect();
            sort::by_key(&mut roles, |role| (role.name.folded(), role.id));
            grouped(&roles.iter().map(|role| found.group(Facet::Role(role.id))).collect::<Vec<_>>())
        }
        UserSort::Licence => {
            let mut licences: Vec<_> = directory.licences().collect();
            sort::by_key(&mut licences, |licence| (licence.name.folded(), licence.id));
            grouped(&licences.iter().map(|licence| found.group(Facet::Licence(licence.id))).collect::<Vec<_>>())
        }
        UserSort::State => {
            let (active, prepared) = (found.group_in(UserState::Active), found.group_in(UserState::Prepared));
            let [expired, open] = groups;
            grouped(&[active, open, expired, prepared, found.group_in(UserState::Suspended)])
        }
    };
    UserList { users, total: found.count(), counts }
}

/// The row of one user.
pub fn user_row(directory: &Directory, id: UserId, now: Timestamp) -> Option<UserRow> {
    let user = directory.user(id)?;
    let mut row = UserRow {
        id,
        kind: user.kind,
        name: user.display_name().into_owned(),
        email: user.email().cloned(),
        position: user.profile.position.clone(),
        extension: user.extension().cloned(),
        roles: Vec::new(),
        permissions: Vec::new(),
        licence: user.licence.and_then(|id| directory.licence(id)).map(|licence| licence.name.clone()),
        standing: standing(user, now),
        expires: user.invitation.map(|invitation| invitation.expires),
        last_sign_in: directory.last_sign_in(id).map(|sign_in| sign_in.day),
    };
    for grant in directory.grants_of(id) {
        match grant.key.what {
            Granted::Role(role) => row.roles.extend(directory.role(role).map(|role| role.name.clone())),
            Granted::Permission(permission) => row.permissions.push(permission),
        }
    }
    row.roles.dedup();
    Some(row)
}

/// Where a user stands at this moment.
fn standing(user: &User, now: Timestamp) -> UserStanding {
    match user.state {
        UserState::Active => UserStanding::Active,
        UserState::Prepared => UserStanding::Prepared,
        UserState::Suspended => UserStanding::Suspended,
        UserState::Invited if user.invitation_expired(now) => UserStanding::Expired,
        UserState::Invited => UserStanding::Invited,
    }
}
