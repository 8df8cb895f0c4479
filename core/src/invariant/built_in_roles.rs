//! Invariant 9: built-in roles are code. A record in the place of one says which teams its holders belong to, and nothing else;
//! those whose place is the whole organisation have none.

use super::Violation;
use crate::{
    access::{as_built_in, brings_teams, built_in_roles},
    change::{Key, Record},
    directory::Directory,
};

pub(super) fn verify(directory: &Directory) -> Vec<Violation> {
    let wrong = |record: &Record| match record {
        Record::Role(role) => as_built_in(role.clone()) != *role || !brings_teams(role),
        _ => false,
    };
    let stored = built_in_roles().iter().filter_map(|role| directory.get(&Key::Role(role.id)));
    stored.filter(wrong).map(|record| Violation::new(9, format!("{record:?} is stored"))).collect()
}
