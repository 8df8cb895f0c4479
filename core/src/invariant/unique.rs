//! Invariant 6: identifiers, extensions, names and hardware addresses are unique in the organisation (channels in their
//! team), and what looks them up finds their one holder.

use super::Violation;
use crate::directory::Directory;
use std::collections::BTreeSet;

pub(super) fn verify(directory: &Directory) -> Vec<Violation> {
    let mut twice = repeated(directory);
    twice.extend(misfiled(directory));
    twice
}

fn repeated(directory: &Directory) -> Vec<Violation> {
    let identifiers = directory.users().flat_map(|user| &user.identifiers).map(|i| {
        let (kind, folded) = i.folded();
        format!("{kind:?} {folded}")
    });
    let teams = directory.teams().map(|team| format!("team {}", team.name.folded()));
    let roles = directory.roles().map(|role| format!("role {}", role.name.folded()));
    let extensions = directory.users().filter_map(|user| Some(format!("extension {}", user.extension()?)));
    let channels = directory.teams().flat_map(|team| {
        let name = move |channel: &crate::model::Channel| format!("channel {} {}", team.id, channel.name.folded());
        directory.channels_of(team.id).map(name)
    });
    let addresses = directory.phones().filter_map(|phone| Some(format!("address {}", phone.mac.as_ref()?)));
    let mut seen = BTreeSet::new();
    identifiers
        .chain(teams)
        .chain(roles)
        .chain(extensions)
        .chain(channels)
        .chain(addresses)
        .filter_map(
            |name| {
                if seen.insert(name.clone()) { None } else { Some(Violation::new(6, format!("{name} twice"))) }
            },
        )
        .collect()
}

fn misfiled(directory: &Directory) -> Vec<Violation> {
    let mut wrong = Vec::new();
    for user in directory.users() {
        let known = |identifier: &crate::model::Identifier| {
            let (kind, folded) = identifier.folded();
            directory.user_identified(kind, &folded) == Some(user.id)
        };
        if !user.identifiers.iter().all(known)
            || user.extension().is_some_and(|extension| directory.user_at(extension) != Some(user.id))
        {
            wrong.push(Violation::new(6, format!("{} is not found by what is its own", user.id)));
        }
    }
    for team in directory.teams().filter(|team| directory.team_named(&team.name.folded()) != Some(team.id)) {
        wrong.push(Violation::new(6, format!("{} is not found by its name", team.id)));
    }
    for role in directory.roles().filter(|role| directory.role_named(&role.name.folded()) != Some(role.id)) {
        wrong.push(Violation::new(6, format!("{} is not found by its name", role.id)));
    }
    for number in directory.numbers() {
        let found = |holder| directory.numbers_of(holder).any(|other| other.number == number.number);
        if number.holder.is_some_and(|holder| !found(holder)) {
            wrong.push(Violation::new(6, format!("{} is not found by its holder", number.number)));
        }
    }
    wrong
}
