//! The list of shared contacts (S4.4).

use super::{Asker, Choice, Column, Declared, Found, Query, Sort, Words};
use rollcall_core::{
    query::{self, ContactQuery},
    refusal::Field,
};
use rollcall_words::{name, text};
use std::ops::Range;

/// What is said of it.
pub static CONTACTS: Declared = Declared {
    name: "contacts",
    words: Words {
        title: || text!(contacts),
        search: || text!(contacts_search),
        search_hint: || text!(contacts_search_hint),
        loading: || text!(loading),
        found: |count| text!(contacts_found, count),
        selected: |count| text!(bulk_selected, count),
        empty: (|| text!(contacts_empty_title), || text!(contacts_empty_sentence)),
        unfound: (|| text!(list_unfound_title), || text!(list_unfound_sentence)),
        detail: || text!(contacts_detail),
    },
    filters: &[],
    sorts: &[
        Sort { key: "name", name: || name::field(Field::Name) },
        Sort { key: "company", name: || name::field(Field::Company) },
    ],
    columns: &[
        Column::new("who", || name::field(Field::Name), (11, 20)).sorted("name").fixed(),
        Column::new("company", || name::field(Field::Company), (8, 16)).sorted("company").rank(1),
        Column::new("called", || text!(contacts_numbers), (9, 16)).rank(2),
        Column::new("mail", || name::field(Field::Email), (9, 18)).rank(1),
        Column::new("state", || text!(users_state), (7, 0)).fixed(),
    ],
    selects: true,
    find,
    choices: |_, _| Vec::<Vec<Choice>>::new(),
};

/// The query in the core's terms.
fn asked(query: &Query, part: Range<usize>) -> ContactQuery {
    ContactQuery {
        search: query.search().to_owned(),
        sort: query.value("sort").unwrap_or_default(),
        descending: query.descending(),
        from: part.start,
        limit: Some(part.len()),
    }
}

fn find(asker: &Asker<'_>, query: &Query, part: Range<usize>) -> Found {
    let list = query::contact_list(asker.directory, &asked(query, part));
    Found { ids: list.contacts.into_iter().map(|id| id.uuid()).collect(), total: list.matching, counts: Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rollcall_core::query::ContactSort;

    #[test]
    fn every_order_is_one_of_the_cores() {
        CONTACTS.orders::<ContactSort>();
    }

    #[test]
    fn a_query_comes_to_the_core_whole() {
        let fields = [("sort", "company"), ("search", "x"), ("descending", "true")];
        let fields = fields.map(|(name, text)| (name.to_owned(), text.to_owned()));
        let expected =
            ContactQuery { search: "x".into(), sort: ContactSort::Company, descending: true, from: 3, limit: Some(2) };
        assert_eq!(asked(&Query::read(&CONTACTS, fields), 3..5), expected);
    }
}
