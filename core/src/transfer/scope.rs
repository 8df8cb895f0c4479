//! Where a role holds, in a cell: `Everywhere`, `Own`, or the names of teams.

use super::{heading::folded, lists, names::Names, options::RolesHold};
use crate::{
    directory::Directory,
    id::TeamId,
    model::{Role, RoleScope, Scope},
};
use std::borrow::Cow;

/// What says that a role holds in the organisation, and for the person alone. A team that is called so goes before; then our own
/// files use the next word.
const EVERYWHERE: [&str; 9] = [
    "everywhere",
    "wholeorganisation",
    "wholeorganization",
    "organisation",
    "organization",
    "uberall",
    "ganzeorganisation",
    "partout",
    "في كل مكان",
];
const OWN: [&str; 5] = ["own", "ownonly", "personally", "eigene", "personlich"];
/// The same as our own files have them, in the order in which they are tried.
const WRITTEN_EVERYWHERE: [&str; 3] = ["Everywhere", "Whole organisation", "Organisation"];
const WRITTEN_OWN: [&str; 3] = ["Own", "Own only", "Personally"];

/// The scopes that a cell names; the names that are no team's beside them.
pub(super) fn read<'c>(names: &Names, cell: &'c str) -> (Vec<Scope>, Vec<Cow<'c, str>>) {
    let (mut scopes, mut unknown) = (Vec::new(), Vec::new());
    let word = |name: &str| {
        let word = folded(name);
        let is = |words: &[&str]| words.iter().any(|one| folded(one) == word);
        match () {
            () if is(&EVERYWHERE) => Some(Scope::Organisation),
            () if is(&OWN) => Some(Scope::Own),
            () => None,
        }
    };
    let scope = |name: &str| names.teams.find(name).map(|team| Scope::Team(*team)).or_else(|| word(name));
    for name in names.teams.split_with(cell, |name| scope(name).is_some()) {
        match scope(&name) {
            Some(scope) if scopes.contains(&scope) => {}
            Some(scope) => scopes.push(scope),
            None => unknown.push(name),
        }
    }
    (scopes, unknown)
}

/// Writes where a role holds; nothing where nobody needs to say it, because the role holds for the person alone.
pub(super) fn write(directory: &Directory, names: &Names, scopes: &[Scope]) -> String {
    if matches!(scopes, [] | [Scope::Own]) {
        return String::new();
    }
    let free = |words: [&'static str; 3]| words.into_iter().find(|word| names.teams.find(word).is_none());
    let (everywhere, own) = (free(WRITTEN_EVERYWHERE), free(WRITTEN_OWN));
    let written = scopes.iter().filter_map(|scope| match scope {
        Scope::Organisation => everywhere,
        Scope::Own => own,
        Scope::Team(team) => directory.team(*team).map(|team| team.name.as_str()),
    });
    lists::join(written, |name| names.teams.find(name).is_some())
}

/// Where a role holds of which its row says nothing; nothing where it has to.
pub(super) fn of_row(role: &Role, teams: &[TeamId], hold: RolesHold) -> Vec<Scope> {
    use RolesHold::{Everywhere, OneTeam, Teams};
    match (hold, teams) {
        _ if role.scopes.has(RoleScope::Own) => vec![Scope::Own],
        _ if role.scopes.only() == Some(RoleScope::Organisation) => vec![Scope::Organisation],
        (Everywhere, _) if role.scopes.has(RoleScope::Organisation) => vec![Scope::Organisation],
        (OneTeam, [_, _, ..]) => Vec::new(),
        (OneTeam | Teams | Everywhere, teams) => teams.iter().copied().map(Scope::Team).collect(),
    }
}
