//! The list of numbers (S2.8).

use super::{Asker, Called, Chip, Choice, Column, Declared, Filter, FilterKind, Found, Query, Sort, Words};
use crate::numbers::number_id;
use rollcall_core::{
    model::NumberKind,
    query::{self, NumberCounts, NumberQuery},
    refusal::Field,
};
use rollcall_words::{Text, name, text};
use std::ops::Range;

/// What is said of it.
pub static NUMBERS: Declared = Declared {
    name: "numbers",
    words: Words {
        title: || text!(numbers),
        search: || text!(numbers_search),
        search_hint: || text!(numbers_search_hint),
        loading: || text!(loading),
        found: |count| text!(numbers_found, count),
        selected: |count| text!(bulk_selected, count),
        empty: (|| text!(numbers_empty_title), || text!(numbers_empty_sentence)),
        unfound: (|| text!(list_unfound_title), || text!(list_unfound_sentence)),
        detail: || text!(numbers_detail),
    },
    filters: &[
        Filter {
            key: "state",
            name: || text!(users_filter_state),
            kind: FilterKind::Chips(&[
                Chip { value: "", name: || text!(list_all) },
                Chip { value: "free", name: || text!(numbers_state, state = "free") },
                Chip { value: "assigned", name: || text!(numbers_state, state = "assigned") },
                Chip { value: "quarantine", name: || text!(numbers_state, state = "quarantine") },
                Chip { value: "routed", name: || text!(numbers_state, state = "routed") },
            ]),
        },
        Filter {
            key: "kind",
            name: || name::field(Field::Kind),
            kind: FilterKind::Choice {
                any: || text!(teams_any_kind),
                named: |_, kind| of_key(kind).map(|kind| Called::Words(number_kind_name(kind))),
                reads: |text| of_key(text).is_some(),
            },
        },
        Filter {
            key: "linked",
            name: || text!(numbers_linked),
            kind: FilterKind::Switch {
                label: || text!(numbers_linked),
                set: || text!(numbers_linked),
                note: |count| text!(numbers_found, count),
            },
        },
    ],
    sorts: &[
        Sort { key: "number", name: || name::field(Field::Number) },
        Sort { key: "kind", name: || name::field(Field::Kind) },
        Sort { key: "label", name: || name::field(Field::Label) },
        Sort { key: "state", name: || text!(users_state) },
        Sort { key: "holder", name: || text!(numbers_holder) },
    ],
    columns: &[
        Column::new("who", || name::field(Field::Number), (12, 16)).sorted("number").fixed(),
        Column::new("kind", || name::field(Field::Kind), (9, 4)).sorted("kind").rank(1),
        Column::new("label", || name::field(Field::Label), (7, 12)).sorted("label"),
        Column::new("holder", || text!(numbers_holder), (9, 16)).sorted("holder").rank(2),
        Column::new("mobile", || text!(numbers_linked), (9, 8)),
        Column::new("target", || name::field(Field::Target), (7, 12)).optional(),
        Column::new("last", || text!(numbers_last_holder), (8, 12)).optional(),
        Column::new("state", || text!(users_state), (7, 0)).sorted("state").fixed(),
    ],
    selects: true,
    find,
    choices,
};

/// What a kind of number is called.
pub fn number_kind_name(kind: NumberKind) -> Text {
    text!(value_number_kind, kind = number_kind_key(kind))
}

/// As the core writes it.
pub const fn number_kind_key(kind: NumberKind) -> &'static str {
    match kind {
        NumberKind::Virtual => "virtual",
        NumberKind::Landline => "landline",
        NumberKind::Mobile => "mobile",
        NumberKind::Work => "work",
        NumberKind::Group => "group",
    }
}

fn of_key(key: &str) -> Option<NumberKind> {
    NumberKind::ALL.into_iter().find(|kind| number_kind_key(*kind) == key)
}

/// The query in the core's terms.
fn asked(query: &Query, part: Range<usize>) -> NumberQuery {
    NumberQuery {
        search: query.search().to_owned(),
        state: query.value("state").unwrap_or_default(),
        kind: query.value("kind"),
        linked: query.is_on("linked"),
        sort: query.value("sort").unwrap_or_default(),
        descending: query.descending(),
        from: part.start,
        limit: Some(part.len()),
    }
}

fn find(asker: &Asker<'_>, query: &Query, part: Range<usize>) -> Found {
    let list = query::number_list(asker.directory, &asked(query, part), asker.context.now);
    let NumberCounts { all, free, assigned, quarantine, routed } = list.counts;
    Found {
        ids: list.numbers.into_iter().map(number_id).collect(),
        total: list.total,
        counts: vec![all, free, assigned, quarantine, routed],
    }
}

fn choices(asker: &Asker<'_>, query: &Query) -> Vec<Vec<Choice>> {
    let filters = query::number_filters(asker.directory, &asked(query, 0..0), asker.context.now);
    let kind = |(kind, count)| Choice {
        value: number_kind_key(kind).to_owned(),
        name: Called::Words(number_kind_name(kind)),
        count,
    };
    vec![filters.kinds.into_iter().map(kind).collect(), vec![Choice::switch(filters.linked)]]
}

#[cfg(test)]
mod tests {
    use super::*;
    use rollcall_core::query::{NumberSort, NumberState};

    #[test]
    fn every_name_is_one_of_the_cores() {
        NUMBERS.names::<NumberSort, NumberState>();
        for kind in NumberKind::ALL {
            let mut query = Query::default();
            query.set("kind", number_kind_key(kind).to_owned());
            assert_eq!(query.value("kind"), Some(kind));
        }
    }

    #[test]
    fn a_query_comes_to_the_core_whole() {
        let fields =
            [("kind", "work"), ("linked", "true"), ("state", "free"), ("sort", "holder"), ("descending", "true")];
        let fields = fields.map(|(name, text)| (name.to_owned(), text.to_owned()));
        let expected = NumberQuery {
            kind: Some(NumberKind::Work),
            linked: true,
            state: NumberState::Free,
            sort: NumberSort::Holder,
            descending: true,
            from: 3,
            limit: Some(2),
            ..NumberQuery::default()
        };
        assert_eq!(asked(&Query::read(&NUMBERS, fields), 3..5), expected);
    }
}
