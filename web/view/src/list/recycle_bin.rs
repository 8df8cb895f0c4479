//! The list of deleted users that can still be restored (domain.md, 2.3).

use super::{Asker, Choice, Column, Declared, Found, Query, Sort, Words};
use rollcall_core::{
    query::{self, BinQuery},
    refusal::Field,
};
use rollcall_words::{name, text};
use std::ops::Range;

/// What is said of it.
pub static RECYCLE_BIN: Declared = Declared {
    name: "recycle-bin",
    words: Words {
        title: || text!(recycle_bin),
        search: || text!(bin_search),
        search_hint: || text!(bin_search_hint),
        loading: || text!(loading),
        found: |count| text!(bin_found, count),
        selected: |count| text!(bulk_selected, count),
        empty: (|| text!(bin_empty_title), || text!(bin_empty_sentence)),
        unfound: (|| text!(list_unfound_title), || text!(list_unfound_sentence)),
        detail: || text!(bin_detail),
    },
    filters: &[],
    sorts: &[
        Sort { key: "deleted", name: || text!(bin_deleted) },
        Sort { key: "name", name: || name::field(Field::FullName) },
        Sort { key: "until", name: || text!(bin_until) },
    ],
    columns: &[
        Column::new("who", || name::field(Field::FullName), (11, 22)).sorted("name").fixed(),
        Column::new("deleted", || text!(bin_deleted), (10, 0)).sorted("deleted").rank(1),
        Column::new("by", || text!(bin_by), (8, 14)),
        Column::new("until", || text!(bin_until), (11, 0)).sorted("until").rank(2),
        Column::new("state", || text!(bin_restorable), (9, 0)).fixed(),
    ],
    selects: true,
    find,
    choices: |_, _| Vec::<Vec<Choice>>::new(),
};

/// The query in the core's terms.
fn asked(query: &Query, part: Range<usize>) -> BinQuery {
    BinQuery {
        search: query.search().to_owned(),
        sort: query.value("sort").unwrap_or_default(),
        descending: query.descending(),
        from: part.start,
        limit: Some(part.len()),
    }
}

fn find(asker: &Asker<'_>, query: &Query, part: Range<usize>) -> Found {
    let list = query::bin_list(asker.directory, asker.context, &asked(query, part));
    Found { ids: list.users.into_iter().map(|id| id.uuid()).collect(), total: list.total, counts: Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rollcall_core::query::BinSort;

    #[test]
    fn every_order_is_one_of_the_cores() {
        RECYCLE_BIN.orders::<BinSort>();
    }

    #[test]
    fn a_query_comes_to_the_core_whole() {
        let fields = [("sort", "until"), ("search", "x"), ("descending", "true")];
        let fields = fields.map(|(name, text)| (name.to_owned(), text.to_owned()));
        let expected = BinQuery { search: "x".into(), sort: BinSort::Until, descending: true, from: 3, limit: Some(2) };
        assert_eq!(asked(&Query::read(&RECYCLE_BIN, fields), 3..5), expected);
    }
}
