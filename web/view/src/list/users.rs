//! The list of users (S1.1–S1.3).

use super::{Asker, Called, Chip, Choice, Column, Declared, Filter, FilterKind, Found, Query, Sort, Words};
use rollcall_core::{
    id::{LicenceId, RoleId, TeamId},
    model::UserKind,
    query::{self, Counts, UserNeed, UserQuery},
    refusal::Field,
    transfer::{Column as Read, UserColumn},
};
use rollcall_words::{Text, name, text};
use serde::{
    Deserialize,
    de::{IntoDeserializer, value::Error},
};
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
            key: "kind",
            name: || text!(users_filter_kind),
            kind: FilterKind::Choice {
                any: || text!(users_any_kind),
                named: |_, code| Some(Called::Words(user_kind_name(user_kind_at(code)?))),
                reads: |code| user_kind_at(code).is_some(),
            },
        },
        Filter {
            key: "hide_system",
            name: || text!(users_hide_system),
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
        Filter {
            key: "need",
            name: || text!(users_need),
            kind: FilterKind::Choice {
                any: || text!(users_any_need),
                named: |_, code| Some(Called::Words(text!(users_need_of, need = code))),
                reads: |code| need(code).is_some(),
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
        Column::new("add_ons", || name::field(Field::AddOns), (7, 11)).optional(),
        Column::new("numbers", || text!(users_numbers), (9, 10)).optional(),
        Column::new("mobile", || name::field(Field::Mobile), (9, 0)).optional(),
        Column::new("login", || name::field(Field::Login), (7, 9)).optional(),
        Column::new("kind", || text!(users_filter_kind), (6, 7)).optional(),
        Column::new("language", || name::field(Field::Language), (6, 0)).optional(),
        Column::new("zone", || name::field(Field::TimeZone), (8, 9)).optional(),
        Column::new("seen", || text!(users_last_sign_in), (8, 0)).optional(),
        Column::new("added", || text!(users_added), (8, 0)).sorted("created").optional(),
        Column::new("state", || text!(users_state), (7, 0)).sorted("state").fixed(),
    ],
    selects: true,
    find,
    choices,
};

/// What a kind of user is called.
pub fn user_kind_name(kind: UserKind) -> Text {
    match kind {
        UserKind::Person => text!(user_kind_person),
        UserKind::Service => text!(user_kind_service),
        UserKind::ConferenceBridge => text!(user_kind_bridge),
        UserKind::AutoAttendant => text!(user_kind_attendant),
        UserKind::CallQueue => text!(user_kind_queue),
    }
}

/// The kind that the core calls so.
fn user_kind_at(code: &str) -> Option<UserKind> {
    UserKind::deserialize(IntoDeserializer::<Error>::into_deserializer(code)).ok()
}

/// How the core calls a kind.
fn user_kind_key(kind: UserKind) -> &'static str {
    match kind {
        UserKind::Person => "person",
        UserKind::Service => "service",
        UserKind::ConferenceBridge => "conference_bridge",
        UserKind::AutoAttendant => "auto_attendant",
        UserKind::CallQueue => "call_queue",
    }
}

/// What a file has for a column of the list.
pub fn user_column(key: &str) -> Option<UserColumn> {
    Some(match key {
        "who" => UserColumn::Read(Read::FullName),
        "position" => UserColumn::Read(Read::Position),
        "mail" => UserColumn::Read(Read::Email),
        "ext" => UserColumn::Read(Read::Extension),
        "roles" => UserColumn::Read(Read::Role),
        "teams" => UserColumn::Read(Read::Teams),
        "plan" => UserColumn::Read(Read::Licence),
        "add_ons" => UserColumn::Read(Read::AddOns),
        "numbers" => UserColumn::Numbers,
        "mobile" => UserColumn::Read(Read::Mobile),
        "login" => UserColumn::Read(Read::Login),
        "kind" => UserColumn::Kind,
        "language" => UserColumn::Read(Read::Language),
        "zone" => UserColumn::Read(Read::TimeZone),
        "seen" => UserColumn::LastSignIn,
        "added" => UserColumn::Added,
        "state" => UserColumn::State,
        _ => return None,
    })
}

/// What needs a decision, as addresses call it.
const fn code(need: UserNeed) -> &'static str {
    match need {
        UserNeed::Away => "away",
        UserNeed::Direct => "direct",
        UserNeed::Ending => "ending",
        UserNeed::Leaving => "leaving",
        UserNeed::PutOff => "put_off",
    }
}

/// What needs a decision, of how many.
fn needing((need, count): (UserNeed, usize)) -> Choice {
    let name = Called::Words(text!(users_need_of, need = code(need)));
    Choice { value: code(need).to_owned(), name, count }
}

fn need(text: &str) -> Option<UserNeed> {
    UserNeed::ALL.into_iter().find(|need| code(*need) == text)
}

pub(super) fn is<T: FromStr>(text: &str) -> bool {
    text.parse::<T>().is_ok()
}

/// The query in the core's terms.
fn asked(query: &Query, part: Range<usize>) -> UserQuery {
    UserQuery {
        search: query.search().to_owned(),
        state: query.value("state").unwrap_or_default(),
        hide_system: query.is_on("hide_system"),
        kind: query.value("kind"),
        no_phone: query.is_on("no_phone"),
        need: need(query.get("need")),
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
    let mut filters = query::user_filters(asker.directory, &asked(query, 0..0), asker.context.now);
    if !query::sees_sign_ins(asker.directory, asker.context) {
        filters.needs.retain(|(need, _)| *need != UserNeed::Away);
    }
    vec![
        filters.roles.into_iter().map(Choice::new).collect(),
        filters.teams.into_iter().map(Choice::new).collect(),
        filters.licences.into_iter().map(Choice::new).collect(),
        filters.kinds.into_iter().filter(|(_, count)| *count > 0).map(kind_choice).collect(),
        vec![Choice::switch(filters.system)],
        vec![Choice::switch(filters.no_phone)],
        filters.needs.into_iter().map(needing).collect(),
    ]
}

fn kind_choice((kind, count): (UserKind, usize)) -> Choice {
    Choice { value: user_kind_key(kind).to_owned(), name: Called::Words(user_kind_name(kind)), count }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rollcall_core::query::{StateFilter, UserSort};

    #[test]
    fn every_column_can_be_saved_and_every_kind_is_called_as_the_core_calls_it() {
        for column in USERS.columns {
            assert!(user_column(column.key).is_some(), "{} is in no file", column.key);
        }
        assert_eq!(user_column("shoe"), None);
        for kind in UserKind::ALL {
            assert_eq!(user_kind_at(user_kind_key(kind)), Some(kind));
        }
    }

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
