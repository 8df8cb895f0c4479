//! The list of teams (S2.17, S2.20).

use super::{Asker, Called, Chip, Choice, Column, Declared, Filter, FilterKind, Found, Query, Sort, Words, users::is};
use rollcall_core::{
    context::Actor,
    id::{RoleId, UserId},
    model::TeamKind,
    query::{self, TeamCounts, TeamQuery},
    refusal::Field,
};
use rollcall_words::{Text, name, text};
use std::ops::Range;

/// What is said of it.
pub static TEAMS: Declared = Declared {
    name: "teams",
    words: Words {
        title: || text!(teams),
        search: || text!(teams_search),
        search_hint: || text!(teams_search),
        loading: || text!(teams_loading),
        found: |count| text!(teams_found, count),
        selected: |count| text!(bulk_selected, count),
        empty: (|| text!(teams_empty_title), || text!(teams_empty_sentence)),
        unfound: (|| text!(teams_none_title), || text!(teams_none_sentence)),
        detail: || text!(teams_detail),
    },
    filters: &[
        Filter {
            key: "state",
            name: || text!(users_filter_state),
            kind: FilterKind::Chips(&[
                Chip { value: "", name: || text!(list_all) },
                Chip { value: "active", name: || text!(teams_active) },
                Chip { value: "disabled", name: || text!(teams_disabled) },
            ]),
        },
        Filter {
            key: "kind",
            name: || text!(teams_kind),
            kind: FilterKind::Choice {
                any: || text!(teams_any_kind),
                named: |_, kind| {
                    TeamKind::ALL.into_iter().find(|of| key(*of) == kind).map(|of| Called::Words(kind_name(of)))
                },
                reads: |text| TeamKind::ALL.into_iter().any(|kind| key(kind) == text),
            },
        },
        Filter {
            key: "role",
            name: || text!(teams_brought_by),
            kind: FilterKind::Choice {
                any: || text!(users_any_role),
                named: |names, id| Some(Called::Name(names.role(id.parse().ok()?)?.name.to_string())),
                reads: is::<RoleId>,
            },
        },
        Filter {
            key: "mine",
            name: || text!(teams_mine),
            kind: FilterKind::Switch {
                label: || text!(teams_mine),
                set: || text!(teams_mine),
                note: |count| text!(teams_found, count),
            },
        },
        Filter {
            key: "takes_calls",
            name: || text!(teams_take_calls),
            kind: FilterKind::Switch {
                label: || text!(teams_take_calls),
                set: || text!(teams_take_calls),
                note: |count| text!(teams_found, count),
            },
        },
    ],
    sorts: &[
        Sort { key: "name", name: || name::field(Field::Name) },
        Sort { key: "kind", name: || text!(teams_kind) },
        Sort { key: "members", name: || name::field(Field::Members) },
        Sort { key: "state", name: || text!(users_state) },
    ],
    columns: &[
        Column::new("who", || name::field(Field::Name), (11, 24)).sorted("name").fixed(),
        Column::new("kind", || text!(teams_kind), (7, 0)).sorted("kind").optional(),
        Column::new("members", || name::field(Field::Members), (6, 0)).sorted("members").rank(2),
        Column::new("managers", || text!(teams_managers), (8, 16)).rank(1),
        Column::new("roles", || text!(teams_roles), (7, 12)),
        Column::new("channels", || text!(teams_channels), (6, 0)),
        Column::new("called", || text!(teams_called_at), (8, 12)),
        Column::new("state", || text!(users_state), (7, 0)).sorted("state").fixed(),
    ],
    selects: true,
    find,
    choices,
};

/// What a kind of team is called.
pub fn kind_name(kind: TeamKind) -> Text {
    match kind {
        TeamKind::Team => text!(teams_kind_team),
        TeamKind::Department => text!(teams_kind_department),
        TeamKind::Site => text!(teams_kind_site),
    }
}

/// As the core writes it.
const fn key(kind: TeamKind) -> &'static str {
    match kind {
        TeamKind::Team => "team",
        TeamKind::Department => "department",
        TeamKind::Site => "site",
    }
}

fn me(asker: &Asker<'_>) -> Option<UserId> {
    match asker.context.actor {
        Actor::User(user) => Some(user),
        _ => None,
    }
}

/// The query in the core's terms.
fn asked(asker: &Asker<'_>, query: &Query, part: Range<usize>) -> TeamQuery {
    TeamQuery {
        search: query.search().to_owned(),
        state: query.value("state").unwrap_or_default(),
        kind: query.value("kind"),
        role: query.value("role"),
        member: me(asker).filter(|_| query.is_on("mine")),
        takes_calls: query.is_on("takes_calls"),
        sort: query.value("sort").unwrap_or_default(),
        descending: query.descending(),
        from: part.start,
        limit: Some(part.len()),
    }
}

fn find(asker: &Asker<'_>, query: &Query, part: Range<usize>) -> Found {
    let list = query::team_list(asker.directory, &asked(asker, query, part));
    let TeamCounts { all, active, disabled } = list.counts;
    Found {
        ids: list.teams.into_iter().map(|id| id.uuid()).collect(),
        total: list.total,
        counts: vec![all, active, disabled],
    }
}

fn choices(asker: &Asker<'_>, query: &Query) -> Vec<Vec<Choice>> {
    let filters = query::team_filters(asker.directory, &asked(asker, query, 0..0), me(asker));
    let kind = |(kind, count)| Choice { value: key(kind).to_owned(), name: Called::Words(kind_name(kind)), count };
    vec![
        filters.kinds.into_iter().map(kind).collect(),
        filters.roles.into_iter().map(Choice::new).collect(),
        vec![Choice::switch(filters.mine)],
        vec![Choice::switch(filters.takes_calls)],
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use rollcall_core::{
        Context, Directory, Timestamp,
        context::View,
        query::{TeamSort, TeamState},
    };

    #[test]
    fn every_name_is_one_of_the_cores() {
        TEAMS.names::<TeamSort, TeamState>();
        for kind in TeamKind::ALL {
            let mut query = Query::default();
            query.set("kind", key(kind).to_owned());
            assert_eq!(query.value("kind"), Some(kind));
        }
    }

    #[test]
    fn mine_are_those_of_whoever_asks() {
        let ann = UserId::fixed(7);
        let context = Context { actor: Actor::User(ann), now: Timestamp(0), view: View::Partial };
        let asker = Asker { directory: &Directory::default(), context: &context, marked: &[] };
        let fields = [("mine", "true"), ("kind", "site"), ("takes_calls", "true"), ("sort", "members")];
        let fields = fields.map(|(name, text)| (name.to_owned(), text.to_owned()));
        let expected = TeamQuery {
            member: Some(ann),
            kind: Some(TeamKind::Site),
            takes_calls: true,
            sort: TeamSort::Members,
            from: 3,
            limit: Some(2),
            ..TeamQuery::default()
        };
        assert_eq!(asked(&asker, &Query::read(&TEAMS, fields), 3..5), expected);
        assert_eq!(asked(&asker, &Query::default(), 0..0).member, None);
    }
}
