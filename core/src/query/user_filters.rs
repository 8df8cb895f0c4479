//! What the list of users can be filtered by, with how many each choice would leave; asked for while its menu is open.

use super::{
    licence_usage,
    needs::{UserNeed, in_need},
    role_list,
    user_list::{UserQuery, keep_state, matching},
};
use crate::{
    directory::{Directory, Facet, Matches},
    id::{LicenceId, RoleId, TeamId},
    model::UserKind,
    sort,
    time::Timestamp,
    value::{LicenceName, RoleName, TeamName},
};
use serde::Serialize;

/// The choices of each filter. A count tells how many users match the search, the state and every other filter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct UserFilters {
    /// The built-in roles, most powerful first, then the others by name.
    pub roles: Vec<(RoleId, RoleName, usize)>,
    /// By name.
    pub teams: Vec<(TeamId, TeamName, usize)>,
    /// Every plan, then every add-on, by name.
    pub licences: Vec<(LicenceId, LicenceName, usize)>,
    /// Those who are no persons (S4.14).
    pub system: usize,
    /// Each kind, people first (S4.1).
    pub kinds: Vec<(UserKind, usize)>,
    /// Active people without a phone.
    pub no_phone: usize,
    /// What needs a decision, of whom there are any.
    pub needs: Vec<(UserNeed, usize)>,
}

/// The choices that a query leaves.
pub fn user_filters(directory: &Directory, query: &UserQuery, now: Timestamp) -> UserFilters {
    let without = |query: UserQuery| {
        let mut found = matching(directory, &query, now);
        keep_state(&mut found, query.state, now);
        found
    };
    let by_role = without(UserQuery { role: None, ..query.clone() });
    let by_team = without(UserQuery { team: None, ..query.clone() });
    let by_licence = without(UserQuery { licence: None, ..query.clone() });
    let of_any_kind = without(UserQuery { hide_system: false, kind: None, ..query.clone() });
    let by_kind = without(UserQuery { kind: None, ..query.clone() });
    let mut silent = without(UserQuery { no_phone: false, ..query.clone() });
    silent.keep_silent();
    let in_any_need = without(UserQuery { need: None, ..query.clone() });
    let needs = UserNeed::ALL.into_iter().filter_map(|need| {
        let count = in_any_need.count_group(&in_any_need.group_of(in_need(directory, need, now)));
        (count > 0).then_some((need, count))
    });
    let count = |found: &Matches<'_>, facet| found.count_group(&found.group(facet));
    let roles =
        role_list(directory).into_iter().map(|role| (role.id, role.name, count(&by_role, Facet::Role(role.id))));
    let mut teams: Vec<_> = directory.teams().map(|team| (team.id, &team.name)).collect();
    sort::by_key(&mut teams, |(id, name)| (name.folded(), *id));
    let teams = teams.into_iter().map(|(id, name)| (id, name.clone(), count(&by_team, Facet::Team(id))));
    let licences = licence_usage(directory).into_iter();
    UserFilters {
        roles: roles.collect(),
        teams: teams.collect(),
        licences: licences.map(|l| (l.id, l.name, count(&by_licence, Facet::Licence(l.id)))).collect(),
        kinds: UserKind::ALL.map(|kind| (kind, by_kind.count_of(kind))).into_iter().collect(),
        system: of_any_kind.count() - of_any_kind.persons(),
        no_phone: silent.count(),
        needs: needs.collect(),
    }
}
