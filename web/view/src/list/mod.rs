//! Lists: what one shows, how it is searched, filtered and sorted, which columns it has, and what keys do in it. Each list
//! is declared once (`users.rs`); `web/app/src/list` draws whatever is declared.

mod calls;
mod columns;
mod contacts;
mod directory;
mod extensions;
mod invitations;
mod keys;
mod numbers;
mod query;
mod recycle_bin;
pub mod rows;
mod selection;
mod teams;
mod users;
mod views;

pub use calls::{
    CALLS, call_direction_name, call_query, call_result_name, period_key, period_name, period_of_key, team_key,
    team_name, team_of_key,
};
pub use columns::{Column, Columns};
pub use contacts::CONTACTS;
pub use directory::DIRECTORY;
pub use extensions::{EXTENSIONS, PHONES, phone_type_key, phone_type_name};
pub use invitations::INVITATIONS;
pub use keys::{Press, Step};
pub use numbers::{NUMBERS, number_kind_key, number_kind_name};
pub use query::Query;
pub use recycle_bin::RECYCLE_BIN;
pub use selection::{Chosen, Reach};
pub use teams::{TEAMS, kind_name};
pub use users::{USERS, user_column, user_kind_name};
pub use views::{Unnamed, View, Views};

use rollcall_core::{Context, Directory};
use rollcall_words::Text;
use std::ops::Range;
use uuid::Uuid;

/// What is said of a list.
#[derive(Debug)]
pub struct Declared {
    /// What is kept of it on the device is kept under this name.
    pub name: &'static str,
    pub words: Words,
    pub filters: &'static [Filter],
    /// Every order, the usual one first.
    pub sorts: &'static [Sort],
    /// In the order in which they stand.
    pub columns: &'static [Column],
    /// Whether rows can be selected, to do something to all of them.
    pub selects: bool,
    /// What a query finds, and which part of that is to be answered.
    pub find: fn(&Asker<'_>, &Query, Range<usize>) -> Found,
    /// What each filter with choices offers, in the order of the filters.
    pub choices: fn(&Asker<'_>, &Query) -> Vec<Vec<Choice>>,
}

/// What something is called, or says.
pub type Said = fn() -> Text;

/// One of a few values of a filter that always stand there.
#[derive(Debug)]
pub struct Chip {
    pub value: &'static str,
    pub name: Said,
}

/// What a list says that no other says.
#[derive(Debug)]
pub struct Words {
    /// What is in it, such as "Users".
    pub title: Said,
    pub search: Said,
    pub search_hint: Said,
    pub loading: Said,
    /// How many it has, read out by screen readers.
    pub found: fn(usize) -> Text,
    /// How many are selected.
    pub selected: fn(usize) -> Text,
    /// There is nothing at all: what that is called, and what to do.
    pub empty: (Said, Said),
    /// Nothing fits the search and the filters.
    pub unfound: (Said, Said),
    /// The panel with one of its things.
    pub detail: Said,
}

/// Who asks, of what.
pub struct Asker<'a> {
    pub directory: &'a Directory,
    pub context: &'a Context,
    /// What the screen itself knows of some of its things, such as those whose mails did not arrive.
    pub marked: &'a [Uuid],
}

/// A part of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The ids of what is in this part, in the order of the list.
    pub ids: Vec<Uuid>,
    /// How many the whole list has.
    pub total: usize,
    /// For each of the filter's chips, how many it would leave.
    pub counts: Vec<usize>,
}

/// An order.
#[derive(Debug)]
pub struct Sort {
    /// As the core's query names it.
    pub key: &'static str,
    pub name: Said,
}

/// A filter.
#[derive(Debug)]
pub struct Filter {
    /// As the core's query names it.
    pub key: &'static str,
    pub name: Said,
    pub kind: FilterKind,
}

/// How a filter is set.
#[derive(Debug)]
pub enum FilterKind {
    /// By one of a few buttons that always stand there, each with a count; the first is for no filter and has no value.
    Chips(&'static [Chip]),
    /// From a list whose choices come from the directory.
    Choice {
        any: Said,
        /// What a value is called; none: it is no value.
        named: fn(&Directory, &str) -> Option<Called>,
        /// Whether a text can be a value at all.
        reads: fn(&str) -> bool,
    },
    /// On or off: what it says, what a chip says when it is on, and a note with the number of those that it is about.
    Switch { label: Said, set: Said, note: fn(usize) -> Text },
}

/// The value of a filter that is on.
pub const ON: &str = "true";

impl Filter {
    /// Whether a text is a value of it.
    fn reads(&self, text: &str) -> bool {
        match &self.kind {
            FilterKind::Chips(chips) => chips.iter().any(|chip| chip.value == text),
            FilterKind::Choice { reads, .. } => reads(text),
            FilterKind::Switch { .. } => text == ON,
        }
    }
}

/// One thing that a filter can be set to, and how many it would leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    pub value: String,
    pub name: Called,
    pub count: usize,
}

/// What something is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Called {
    /// By people.
    Name(String),
    /// By the page.
    Words(Text),
}

impl Choice {
    /// From an id and a name.
    pub fn new((id, name, count): (impl ToString, impl ToString, usize)) -> Self {
        Self { value: id.to_string(), name: Called::Name(name.to_string()), count }
    }

    /// How many a switch would leave.
    pub fn switch(count: usize) -> Self {
        Self { value: ON.to_owned(), name: Called::Name(String::new()), count }
    }
}

impl Declared {
    /// The filter by chips, if there is one.
    pub fn chips(&self) -> Option<(&'static Filter, &'static [Chip])> {
        self.filters.iter().find_map(|filter| match filter.kind {
            FilterKind::Chips(chips) => Some((filter, chips)),
            _ => None,
        })
    }

    /// The other filters.
    pub fn more_filters(&self) -> impl Iterator<Item = &'static Filter> + use<> {
        self.filters.iter().filter(|filter| !matches!(filter.kind, FilterKind::Chips(_)))
    }

    /// The order of this name, or the usual one.
    pub fn sort(&self, key: &str) -> Option<&'static Sort> {
        self.sorts.iter().find(|sort| sort.key == key).or(self.sorts.first())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::de::DeserializeOwned;
    use std::collections::BTreeSet;

    impl Declared {
        /// Its orders and chips are named as the core's: `S` and `T` read all of them but the usual ones.
        pub(super) fn names<S: DeserializeOwned, T: DeserializeOwned>(&self) {
            self.orders::<S>();
            let (filter, chips) = self.chips().unwrap();
            for Chip { value, .. } in chips.iter().skip(1) {
                let mut query = Query::default();
                query.set(filter.key, (*value).to_owned());
                assert!(query.value::<T>(filter.key).is_some(), "{value} is no state of the core");
            }
        }

        /// Its orders alone.
        pub(super) fn orders<S: DeserializeOwned>(&self) {
            for sort in self.sorts {
                let mut query = Query::default();
                query.sort_by(self, sort.key, false);
                let usual = self.sorts.first().map(|sort| sort.key);
                assert_eq!(query.value::<S>("sort").is_none(), Some(sort.key) == usual, "{} is no order", sort.key);
            }
        }
    }

    #[test]
    fn every_list_is_declared_soundly() {
        for list in [&USERS, &TEAMS, &NUMBERS, &EXTENSIONS, &INVITATIONS, &RECYCLE_BIN, &CONTACTS, &DIRECTORY, &CALLS] {
            let mut fields: BTreeSet<&str> = query::OWN.into_iter().collect();
            for filter in list.filters {
                assert!(fields.insert(filter.key), "{} is there twice", filter.key);
                if let FilterKind::Chips([first, ..]) = filter.kind {
                    assert_eq!(first.value, "", "the first chip is for no filter");
                }
            }
            for column in list.columns {
                let sort = column.sort.map(|key| list.sorts.iter().any(|sort| sort.key == key));
                assert_ne!(sort, Some(false), "{} is sorted by nothing that there is", column.key);
            }
            assert!(list.columns.iter().any(|column| column.fixed), "a row without anything is no row");
        }
    }
}
