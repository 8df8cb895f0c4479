//! The directory: colleagues as everybody may look them up (domain.md, D15).

use super::{Asker, Choice, Column, Declared, Found, Query, Sort, Words};
use rollcall_core::{
    query::{self, StateFilter, UserQuery},
    refusal::Field,
};
use rollcall_words::{name, text};
use std::ops::Range;

/// What is said of it.
pub static DIRECTORY: Declared = Declared {
    name: "directory",
    words: Words {
        title: || text!(directory),
        search: || text!(directory_search),
        search_hint: || text!(directory_search_hint),
        loading: || text!(loading),
        found: |count| text!(directory_found, count),
        selected: |count| text!(bulk_selected, count),
        empty: (|| text!(directory_empty_title), || text!(directory_empty_sentence)),
        unfound: (|| text!(list_unfound_title), || text!(list_unfound_sentence)),
        detail: || text!(directory_detail),
    },
    filters: &[],
    sorts: &[
        Sort { key: "name", name: || name::field(Field::FullName) },
        Sort { key: "position", name: || name::field(Field::Position) },
        Sort { key: "extension", name: || name::field(Field::Extension) },
        Sort { key: "email", name: || name::field(Field::Email) },
    ],
    columns: &[
        Column::new("who", || name::field(Field::FullName), (11, 20)).sorted("name").fixed(),
        Column::new("position", || name::field(Field::Position), (8, 16)).sorted("position").rank(2),
        Column::new("extension", || name::field(Field::Extension), (7, 8)).sorted("extension").rank(1),
        Column::new("mail", || name::field(Field::Email), (9, 18)).sorted("email").rank(1),
        Column::new("state", || text!(directory_presence), (8, 0)).fixed(),
    ],
    selects: false,
    find,
    choices: |_, _| Vec::<Vec<Choice>>::new(),
};

/// The query in the core's terms: people who are here.
fn asked(query: &Query, part: Range<usize>) -> UserQuery {
    UserQuery {
        search: query.search().to_owned(),
        state: StateFilter::Active,
        hide_system: true,
        sort: query.value("sort").unwrap_or_default(),
        descending: query.descending(),
        from: part.start,
        limit: Some(part.len()),
        ..UserQuery::default()
    }
}

fn find(asker: &Asker<'_>, query: &Query, part: Range<usize>) -> Found {
    let list = query::user_list(asker.directory, &asked(query, part), asker.context.now);
    Found { ids: list.users.into_iter().map(|id| id.uuid()).collect(), total: list.total, counts: Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rollcall_core::query::UserSort;

    #[test]
    fn every_order_is_one_of_the_cores() {
        DIRECTORY.orders::<UserSort>();
    }

    #[test]
    fn a_query_comes_to_the_core_whole_and_asks_for_active_people() {
        let fields = [("sort", "extension"), ("search", "x"), ("descending", "true"), ("state", "prepared")];
        let fields = fields.map(|(name, text)| (name.to_owned(), text.to_owned()));
        let expected = UserQuery {
            search: "x".into(),
            state: StateFilter::Active,
            hide_system: true,
            sort: UserSort::Extension,
            descending: true,
            from: 3,
            limit: Some(2),
            ..UserQuery::default()
        };
        assert_eq!(asked(&Query::read(&DIRECTORY, fields), 3..5), expected);
    }
}
