//! The list of users (S1.1–S1.3).

use super::{Asker, Called, Chip, Choice, Column, Declared, Filter, FilterKind, Found, Query, Sort, Words};
use rollcall_core::{
    id::{LicenceId, RoleId, TeamId},
    query::{self, Counts, UserQuery},
    refusal::Field,
};
use rollcall_words::{name, text};
use std::{ops::Range, str::FromStr};

/// What is said of it.
pub static USERS: Declared = Declared {
    name: "users",
    words: Words {
        title: || text!(users),
        search: || text!(users_search),
        search_hint: || text!(users_search_hint),
        loading: || text!(users_loading),
        found: |count| text!(users_found, count),
        selected: |count| text!(bulk_selected, count),
        empty: (|| text!(users_empty_title), || text!(users_empty_sentence)),
        unfound: (|| text!(users_nobody_title), || text!(users_nobody_sentence)),
        detail: || text!(users_detail),
    },
    filters: &[
        Filter {
            key: "state",
            name: || text!(users_filter_state),
            kind: FilterKind::Chips(&[
                Chip { value: "", name: || text!(list_all) },
                Chip { value: "active", name: || text!(standing_active) },
                Chip { value: "invited", name: || text!(standing_invited) },
                Chip { value: "expired", name: || text!(standing_expired) },
                Chip { value: "prepared", name: || text!(standing_prepared) },
                Chip { value: "suspended", name: || text!(standing_suspended) },
            ]),
        },
        Filter {
            key: "role",
            name: || name::field(Field::Role),
            kind: FilterKind::Choice {
                any: || text!(users_any_role),
                named: |names, id| Some(Called::Name(names.role(id.parse().ok()?)?.name.to_string())),
                reads: is::<RoleId>,
            },
        },
        Filter {
            key: "team",
            name: || name::field(Field::Team),
            kind: FilterKind::Choice {
                any: || text!(users_any_team),
                named: |names, id| Some(Called::Name(names.team(id.parse().ok()?)?.name.to_string())),
                reads: is::<TeamId>,
            },
        },
        Filter {
            key: "licence",
            name: || name::field(Field::Licence),
            kind: FilterKind::Choice {
                any: || text!(users_any_licence),
                named: |names, id| Some(Called::Name(names.licence(id.parse().ok()?)?.name.to_string())),
                reads: is::<LicenceId>,
            },
        },
        Filter {
            key: "hide_system",
            name: || text!(users_filter_kind),
            kind: FilterKind::Switch {
                label: || text!(users_hide_system),
                set: || text!(users_filter_no_system),
                note: |count| if count == 0 { text!(users_system_none) } else { text!(users_system_count, count) },
            },
        },
        Filter {
            key: "no_phone",
            name: || text!(users_filter_phone),
            kind: FilterKind::Switch {
                label: || text!(users_no_phone),
                set: || text!(users_no_phone),
                note: |count| text!(users_found, count),
            },
        },
    ],
    sorts: &[
        Sort { key: "name", name: || name::field(Field::FullName) },
        Sort { key: "email", name: || name::field(Field::Email) },
        Sort { key: "extension", name: || name::field(Field::Extension) },
        Sort { key: "position", name: || name::field(Field::Position) },
        Sort { key: "role", name: || name::field(Field::Role) },
        Sort { key: "licence", name: || name::field(Field::Licence) },
        Sort { key: "state", name: || text!(users_state) },
        Sort { key: "created", name: || text!(users_added) },
    ],
    columns: &[
        Column::new("who", || name::field(Field::FullName), (11, 24)).sorted("name").fixed(),
        Column::new("position", || name::field(Field::Position), (8, 12)).sorted("position").optional(),
        Column::new("mail", || name::field(Field::Email), (9, 20)).sorted("email").rank(2),
        Column::new("ext", || name::field(Field::Extension), (6, 0)).sorted("extension").rank(1),
        Column::new("roles", || name::field(Field::Role), (6, 12)).sorted("role").rank(1),
        Column::new("teams", || text!(users_teams), (7, 12)).optional(),
        Column::new("plan", || name::field(Field::Licence), (6, 11)).sorted("licence"),
        Column::new("added", || text!(users_added), (8, 0)).sorted("created").optional(),
        Column::new("state", || text!(users_state), (7, 0)).sorted("state").fixed(),
    ],
    selects: true,
    find,
    choices,
};

pub(super) fn is<T: FromStr>(text: &str) -> bool {
    text.parse::<T>().is_ok()
}

/// The query in the core's terms.
fn asked(query: &Query, part: Range<usize>) -> UserQuery {
    UserQuery {
        search: query.search().to_owned(),
        state: query.value("state").unwrap_or_default(),
        hide_system: query.is_on("hide_system"),
        no_phone: query.is_on("no_phone"),
        role: query.value("role"),
        team: query.value("team"),
        licence: query.value("licence"),
        sort: query.value("sort").unwrap_or_default(),
        descending: query.descending(),
        from: part.start,
        limit: Some(part.len()),
    }
}

fn find(asker: &Asker<'_>, query: &Query, part: Range<usize>) -> Found {
    let list = query::user_list(asker.directory, &asked(query, part), asker.context.now);
    let Counts { all, active, prepared, invited, expired, suspended, .. } = list.counts;
    Found {
        ids: list.users.into_iter().map(|id| id.uuid()).collect(),
        total: list.total,
        counts: vec![all, active, invited, expired, prepared, suspended],
    }
}

fn choices(asker: &Asker<'_>, query: &Query) -> Vec<Vec<Choice>> {
    let filters = query::user_filters(asker.directory, &asked(query, 0..0), asker.context.now);
    vec![
        filters.roles.into_iter().map(Choice::new).collect(),
        filters.teams.into_iter().map(Choice::new).collect(),
        filters.licences.into_iter().map(Choice::new).collect(),
        vec![Choice::switch(filters.system)],
        vec![Choice::switch(filters.no_phone)],
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use rollcall_core::query::{StateFilter, UserSort};

    #[test]
    fn every_name_is_one_of_the_cores() {
        USERS.names::<UserSort, StateFilter>();
    }

    #[test]
    fn a_query_comes_to_the_core_whole() {
        let role = RoleId::fixed(3);
        let fields = [("role", role.to_string()), ("hide_system", "true".into()), ("state", "expired".into())];
        let fields = fields.into_iter().chain([("sort", "created".into()), ("descending", "true".into())]);
        let query = Query::read(&USERS, fields.map(|(name, text)| (name.to_owned(), text)));
        let asked = asked(&query, 32..96);
        let expected = UserQuery {
            role: Some(role),
            hide_system: true,
            state: StateFilter::Expired,
            sort: UserSort::Created,
            descending: true,
            from: 32,
            limit: Some(64),
            ..UserQuery::default()
        };
        assert_eq!(asked, expected);
    }
}
