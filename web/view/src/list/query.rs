//! How a list is searched, filtered and sorted, field by field, as it stands in the address: `?search=ann&state=active`.
//! What is as always is left out. The names are those of the core's query.

use super::{Declared, FilterKind, ON};
use serde::{
    Deserialize,
    de::{IntoDeserializer, value::Error},
};

const SEARCH: &str = "search";
const SORT: &str = "sort";
const DESCENDING: &str = "descending";

/// The fields that every list has.
pub(super) const OWN: [&str; 3] = [SEARCH, SORT, DESCENDING];

/// How a list is shown: each field that is not as always, in the order of their names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query(Vec<(&'static str, String)>);

impl Query {
    /// What the fields of an address say; what means nothing in this list is left out.
    pub fn read(list: &Declared, fields: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut query = Self::default();
        for (name, text) in fields {
            match name.as_str() {
                SEARCH => query.set(SEARCH, text),
                SORT => query.sort_by(list, &text, query.descending()),
                DESCENDING => query.set(DESCENDING, if text == ON { text } else { String::new() }),
                _ => {
                    if let Some(filter) = list.filters.iter().find(|filter| filter.key == name && filter.reads(&text)) {
                        query.set(filter.key, text);
                    }
                }
            }
        }
        query
    }

    /// The fields, in the order of their names.
    pub fn fields(&self) -> &[(&'static str, String)] {
        &self.0
    }

    /// What a field says; nothing when it is as always.
    pub fn get(&self, field: &str) -> &str {
        self.0.iter().find(|(name, _)| *name == field).map_or("", |(_, text)| text)
    }

    /// Sets a field, or by an empty text puts it back as always.
    pub fn set(&mut self, field: &'static str, text: String) {
        self.0.retain(|(name, _)| *name != field);
        if !text.is_empty() {
            let at = self.0.partition_point(|(name, _)| *name < field);
            self.0.insert(at, (field, text));
        }
    }

    /// A field as a value of the core, if it is one.
    pub fn value<'a, T: Deserialize<'a>>(&'a self, field: &str) -> Option<T> {
        let text = self.get(field);
        (!text.is_empty()).then(|| T::deserialize(IntoDeserializer::<Error>::into_deserializer(text)).ok()).flatten()
    }

    /// Whether a switch is on.
    pub fn is_on(&self, field: &str) -> bool {
        self.get(field) == ON
    }

    pub fn search(&self) -> &str {
        self.get(SEARCH)
    }

    pub fn set_search(&mut self, words: String) {
        self.set(SEARCH, words);
    }

    /// By what it is sorted, as the core names it.
    pub fn sort(&self, list: &Declared) -> &'static str {
        list.sort(self.get(SORT)).map_or("", |sort| sort.key)
    }

    pub fn descending(&self) -> bool {
        self.is_on(DESCENDING)
    }

    /// Sorts by something; what is no order of the list is the usual one.
    pub fn sort_by(&mut self, list: &Declared, key: &str, descending: bool) {
        let usual = list.sorts.first().map_or("", |sort| sort.key);
        let key = list.sort(key).map_or(usual, |sort| sort.key);
        self.set(SORT, if key == usual { String::new() } else { key.to_owned() });
        self.set(DESCENDING, if descending { ON.to_owned() } else { String::new() });
    }

    /// Sorts by something, or the other way round when it is sorted so already.
    pub fn turn(&mut self, list: &Declared, key: &str) {
        let descending = self.sort(list) == key && !self.descending();
        self.sort_by(list, key, descending);
    }

    /// Whether anything but the order narrows the list.
    pub fn narrows(&self) -> bool {
        self.0.iter().any(|(name, text)| !matches!(*name, SORT | DESCENDING) && !text.trim().is_empty())
    }

    /// Whether a filter is set that does not always stand there.
    pub fn is_filtered(&self, list: &Declared) -> bool {
        list.more_filters().any(|filter| !self.get(filter.key).is_empty())
    }

    /// Without search and filters.
    pub fn clear(&mut self) {
        self.0.retain(|(name, _)| matches!(*name, SORT | DESCENDING));
    }

    /// Without the filters that don't always stand there.
    pub fn clear_filters(&mut self, list: &Declared) {
        let chips = |name: &str| {
            list.filters.iter().any(|filter| filter.key == name && matches!(filter.kind, FilterKind::Chips(_)))
        };
        self.0.retain(|(name, _)| OWN.contains(name) || chips(name));
    }

    /// What is in a list does not depend on its order.
    #[must_use]
    pub fn unsorted(mut self) -> Self {
        self.0.retain(|(name, _)| !matches!(*name, SORT | DESCENDING));
        self
    }
}

#[cfg(test)]
mod tests {
    use super::{super::USERS, *};
    use rollcall_core::{
        id::RoleId,
        query::{StateFilter, UserSort},
    };

    fn read(fields: &[(&str, &str)]) -> Query {
        Query::read(&USERS, fields.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())))
    }

    fn said(query: &Query) -> String {
        query.fields().iter().map(|(name, text)| format!("{name}={text}")).collect::<Vec<_>>().join("&")
    }

    #[test]
    fn an_address_says_what_is_not_as_always_and_leads_back_to_it() {
        let query = read(&[("state", "active"), ("sort", "email"), ("search", "an"), ("descending", "true")]);
        assert_eq!(said(&query), "descending=true&search=an&sort=email&state=active");
        assert_eq!(query.value::<StateFilter>("state"), Some(StateFilter::Active));
        assert_eq!(query.value::<UserSort>("sort"), Some(UserSort::Email));
        let again = Query::read(&USERS, query.fields().iter().map(|(name, text)| ((*name).to_owned(), text.clone())));
        assert_eq!(again, query);
        assert_eq!(read(&[("sort", "name"), ("state", ""), ("descending", "false"), ("search", "")]), Query::default());
    }

    #[test]
    fn what_means_nothing_is_left_out() {
        let query = read(&[
            ("state", "suspended"),
            ("sort", "nonsense"),
            ("role", "nobody"),
            ("shoe", "42"),
            ("hide_system", "maybe"),
        ]);
        assert_eq!(said(&query), "state=suspended");
        let role = RoleId::fixed(7);
        assert_eq!(read(&[("role", &role.to_string())]).value("role"), Some(role));
    }

    #[test]
    fn a_head_that_is_pressed_again_turns_the_order_round() {
        let mut query = Query::default();
        query.turn(&USERS, "email");
        assert_eq!(said(&query), "sort=email");
        query.turn(&USERS, "email");
        assert_eq!(said(&query), "descending=true&sort=email");
        query.turn(&USERS, "name");
        assert_eq!(said(&query), "");
        query.turn(&USERS, "name");
        assert_eq!(said(&query), "descending=true");
    }

    #[test]
    fn clearing_keeps_the_order() {
        let mut query = read(&[("search", "x"), ("sort", "state"), ("state", "active"), ("hide_system", "true")]);
        assert!(query.narrows() && query.is_filtered(&USERS));
        query.clear_filters(&USERS);
        assert_eq!(said(&query), "search=x&sort=state&state=active");
        assert!(!query.is_filtered(&USERS));
        query.clear();
        assert_eq!(said(&query), "sort=state");
        assert!(!query.narrows() && !read(&[("search", "  ")]).narrows());
        assert_eq!(query.unsorted(), Query::default());
    }
}
