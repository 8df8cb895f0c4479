//! Invariant 6: identifiers and names are unique in the organisation.

use super::Violation;
use crate::directory::Directory;
use std::collections::BTreeSet;

pub(super) fn verify(directory: &Directory) -> Vec<Violation> {
    let identifiers = directory.users().flat_map(|user| &user.identifiers).map(|i| {
        let (kind, folded) = i.folded();
        format!("{kind:?} {folded}")
    });
    let teams = directory.teams().map(|team| format!("team {}", team.name.folded()));
    let roles = directory.roles().map(|role| format!("role {}", role.name.folded()));
    let extensions = directory.users().filter_map(|user| Some(format!("extension {}", user.extension()?)));
    let mut seen = BTreeSet::new();
    identifiers
        .chain(teams)
        .chain(roles)
        .chain(extensions)
        .filter_map(|name| {
            if seen.insert(name.clone()) { None } else { Some(Violation { number: 6, what: format!("{name} twice") }) }
        })
        .collect()
}
