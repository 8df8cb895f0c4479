//! Invariant 9: built-in roles are code. No record stands in their place, whatever it says.

use super::Violation;
use crate::{access::built_in_roles, change::Key, directory::Directory};

pub(super) fn verify(directory: &Directory) -> Vec<Violation> {
    let stored = built_in_roles().iter().filter(|role| directory.get(&Key::Role(role.id)).is_some());
    stored.map(|role| Violation::new(9, format!("{} is stored", role.name))).collect()
}
