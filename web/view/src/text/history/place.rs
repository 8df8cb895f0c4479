//! What an entry of the log is about and where that is shown, and what filters of the log are called.

use crate::{
    numbers::number_id,
    route::{Route, TeamTab, UserTab},
    screen::Screen,
    t,
};
use rollcall_core::{
    Directory, Key,
    command::Verb,
    query::{AuditEntry, AuditWay},
};

/// What a verb is called in a list of all of them.
pub fn verb_name(verb: Verb) -> String {
    t!(activity_verb, verb = verb.tag())
}

/// What a way of doing something is called in a list of all of them.
pub fn way_name(way: AuditWay) -> String {
    t!(activity_way, way = way.code())
}

/// What it is about and still there, by name, with where it is shown.
pub fn about(entry: &AuditEntry, names: &Directory) -> Vec<(String, Route)> {
    let mut found: Vec<(String, Route)> = Vec::new();
    let keys = entry.user.map(Key::User).into_iter().chain(entry.changes.0.iter().map(|change| change.key));
    for place in keys.filter_map(|key| place(key, names)) {
        if !found.contains(&place) {
            found.push(place);
        }
        if found.len() == LINKS {
            break;
        }
    }
    found
}

/// So many things are linked at most: one entry may be about thousands.
const LINKS: usize = 4;

fn place(key: Key, names: &Directory) -> Option<(String, Route)> {
    let user = |id| Some((names.user(id)?.display_name().into_owned(), Route::User(id, UserTab::Activity)));
    match key {
        Key::User(id) | Key::CallHandling(id) | Key::Membership(_, id) => user(id),
        Key::Grant(grant) => user(grant.user),
        Key::Team(id) => Some((names.team(id)?.name.to_string(), Route::Team(id, TeamTab::Members))),
        Key::Contact(id) => Some((names.contact(id)?.name.to_string(), Route::At(Screen::Contacts, Some(id.uuid())))),
        Key::Licence(id) => Some((names.licence(id)?.name.to_string(), Route::At(Screen::Licences, None))),
        Key::Number(number) => {
            let number = names.number(number)?.number;
            Some((number.to_string(), Route::At(Screen::Numbers, Some(number_id(number)))))
        }
        Key::Role(id) => Some((names.role(id)?.name.to_string(), Route::At(Screen::Roles, Some(id.uuid())))),
        Key::Phone(id) => user(names.phone(id)?.user),
        _ => None,
    }
}
