//! The list of extensions (S1.6, S1.9).

use super::{Asker, Called, Chip, Choice, Column, Declared, Filter, FilterKind, Found, Query, Sort, Words};
use crate::numbers::extension_id;
use rollcall_core::{
    model::PhoneType,
    query::{self, ExtensionCounts, ExtensionQuery},
    refusal::Field,
};
use rollcall_words::{Text, name, text};
use std::ops::Range;

/// What is said of it.
pub static EXTENSIONS: Declared = Declared {
    name: "extensions",
    words: Words {
        title: || text!(extensions),
        search: || text!(extensions_search),
        search_hint: || text!(extensions_search_hint),
        loading: || text!(loading),
        found: |count| text!(extensions_found, count),
        selected: |count| text!(bulk_selected, count),
        empty: (|| text!(extensions_empty_title), || text!(extensions_empty_sentence)),
        unfound: (|| text!(list_unfound_title), || text!(list_unfound_sentence)),
        detail: || text!(extensions_detail),
    },
    filters: &[
        Filter {
            key: "state",
            name: || text!(users_filter_state),
            kind: FilterKind::Chips(&[
                Chip { value: "", name: || text!(list_all) },
                Chip { value: "free", name: || text!(numbers_state, state = "free") },
                Chip { value: "taken", name: || text!(numbers_state, state = "assigned") },
                Chip { value: "outside", name: || text!(extensions_outside) },
            ]),
        },
        Filter {
            key: "phone",
            name: || name::field(Field::PhoneType),
            kind: FilterKind::Choice {
                any: || text!(extensions_any_phone),
                named: |_, key| of_key(key).map(|phone| Called::Words(phone_type_name(phone))),
                reads: |text| of_key(text).is_some(),
            },
        },
    ],
    sorts: &[
        Sort { key: "extension", name: || name::field(Field::Extension) },
        Sort { key: "holder", name: || text!(numbers_holder) },
    ],
    columns: &[
        Column::new("who", || name::field(Field::Extension), (8, 10)).sorted("extension").fixed(),
        Column::new("holder", || text!(numbers_holder), (9, 24)).sorted("holder").rank(2),
        Column::new("phone", || name::field(Field::PhoneType), (8, 12)).rank(1),
        Column::new("state", || text!(users_state), (7, 0)).fixed(),
    ],
    selects: false,
    find,
    choices,
};

/// The types of phone, in their order.
pub const PHONES: [PhoneType; 3] = [PhoneType::Softphone, PhoneType::Webphone, PhoneType::DeskPhone];

/// What a type of phone is called.
pub fn phone_type_name(phone: PhoneType) -> Text {
    text!(value_phone_type, phone = phone_type_key(phone))
}

/// As the core writes it.
pub const fn phone_type_key(phone: PhoneType) -> &'static str {
    match phone {
        PhoneType::Softphone => "softphone",
        PhoneType::Webphone => "webphone",
        PhoneType::DeskPhone => "desk_phone",
    }
}

fn of_key(key: &str) -> Option<PhoneType> {
    PHONES.into_iter().find(|phone| phone_type_key(*phone) == key)
}

/// The query in the core's terms.
fn asked(query: &Query, part: Range<usize>) -> ExtensionQuery {
    ExtensionQuery {
        search: query.search().to_owned(),
        state: query.value("state").unwrap_or_default(),
        phone: query.value("phone"),
        sort: query.value("sort").unwrap_or_default(),
        descending: query.descending(),
        from: part.start,
        limit: Some(part.len()),
    }
}

fn find(asker: &Asker<'_>, query: &Query, part: Range<usize>) -> Found {
    let list = query::extension_list(asker.directory, &asked(query, part));
    let ExtensionCounts { all, free, taken, outside } = list.counts;
    Found {
        ids: list.extensions.iter().map(extension_id).collect(),
        total: list.total,
        counts: vec![all, free, taken, outside],
    }
}

fn choices(asker: &Asker<'_>, query: &Query) -> Vec<Vec<Choice>> {
    let phones = query::extension_phones(asker.directory, &asked(query, 0..0));
    let phone = |(phone, count)| Choice {
        value: phone_type_key(phone).to_owned(),
        name: Called::Words(phone_type_name(phone)),
        count,
    };
    vec![phones.into_iter().map(phone).collect()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use rollcall_core::query::{ExtensionSort, ExtensionState};

    #[test]
    fn every_name_is_one_of_the_cores() {
        EXTENSIONS.names::<ExtensionSort, ExtensionState>();
        for phone in PHONES {
            let mut query = Query::default();
            query.set("phone", phone_type_key(phone).to_owned());
            assert_eq!(query.value("phone"), Some(phone));
        }
    }

    #[test]
    fn a_query_comes_to_the_core_whole() {
        let fields = [("phone", "webphone"), ("state", "taken"), ("sort", "holder"), ("search", "10")];
        let fields = fields.map(|(name, text)| (name.to_owned(), text.to_owned()));
        let expected = ExtensionQuery {
            search: "10".into(),
            phone: Some(PhoneType::Webphone),
            state: ExtensionState::Taken,
            sort: ExtensionSort::Holder,
            descending: false,
            from: 3,
            limit: Some(2),
        };
        assert_eq!(asked(&Query::read(&EXTENSIONS, fields), 3..5), expected);
    }
}
