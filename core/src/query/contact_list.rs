//! The list of shared contacts (S4.4): searched, sorted, a page at a time; a row is the contact itself, asked for by its id.

use crate::{directory::Directory, id::ContactId, model::Contact, sort, value::fold};
use serde::{Deserialize, Serialize};

/// Which contacts a list is to show.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(default)]
pub struct ContactQuery {
    /// Words, each of which must occur in name, company, address or a number.
    pub search: String,
    pub sort: ContactSort,
    pub descending: bool,
    /// How many contacts of the list to leave out at its start.
    pub from: usize,
    /// How many to answer at most; all when absent.
    pub limit: Option<usize>,
}

/// What a list of contacts is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ContactSort {
    #[default]
    Name,
    /// By company, those of one by name; those without one last.
    Company,
}

/// The contacts that a list shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ContactList {
    /// How many there are.
    pub total: usize,
    /// How many of them fit.
    pub matching: usize,
    /// In the order of the list.
    pub contacts: Vec<ContactId>,
}

/// The contacts that fit.
pub fn contact_list(directory: &Directory, query: &ContactQuery) -> ContactList {
    let search = fold(&query.search);
    let words: Vec<&str> = search.split_whitespace().collect();
    let mut found: Vec<&Contact> = directory.contacts().filter(|contact| fits(contact, &words)).collect();
    let name = |contact: &Contact| (fold(contact.name.as_str()), contact.id);
    match query.sort {
        ContactSort::Name => sort::by_key(&mut found, |contact| name(contact)),
        ContactSort::Company => sort::by_key(&mut found, |contact| {
            let company = contact.company.as_ref().map(|company| fold(company.as_str()));
            (company.is_none(), company, name(contact))
        }),
    }
    if query.descending {
        found.reverse();
    }
    let page = found.iter().skip(query.from).take(query.limit.unwrap_or(usize::MAX));
    ContactList {
        total: directory.contacts().count(),
        matching: found.len(),
        contacts: page.map(|contact| contact.id).collect(),
    }
}

fn fits(contact: &Contact, words: &[&str]) -> bool {
    if words.is_empty() {
        return true;
    }
    let mut text = fold(contact.name.as_str());
    let company = contact.company.iter().map(|company| fold(company.as_str()));
    let email = contact.email.iter().map(|email| email.folded().to_string());
    for more in company.chain(email).chain(contact.numbers.iter().map(ToString::to_string)) {
        // Nobody searches for a line break.
        text.push('\n');
        text.push_str(&more);
    }
    words.iter().all(|word| text.contains(word))
}
