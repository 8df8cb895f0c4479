//! Finds roles, licences and teams by the names that a file has for them, and the nearest names for those it misspells.

use crate::{
    directory::Directory,
    id::{LicenceId, TeamId},
    model::{LicenceKind, Role},
    value::fold,
};
use rustc_hash::FxHashMap;

/// How many near names are offered.
const NEAREST: usize = 3;

/// All names that a file may use.
#[derive(Clone, Debug)]
pub(super) struct Names {
    pub roles: Lookup<Role>,
    pub plans: Lookup<LicenceId>,
    pub add_ons: Lookup<LicenceId>,
    pub teams: Lookup<TeamId>,
}

impl Names {
    pub fn of(directory: &Directory) -> Self {
        let licences = |kind| directory.licences().filter(move |l| l.kind == kind).map(|l| (l.name.as_str(), l.id));
        Self {
            roles: Lookup::of(directory.roles().map(|role| (role.name.as_str(), role.clone()))),
            plans: Lookup::of(licences(LicenceKind::Plan)),
            add_ons: Lookup::of(licences(LicenceKind::AddOn)),
            teams: Lookup::of(
                directory.teams().filter(|team| !team.disabled).map(|team| (team.name.as_str(), team.id)),
            ),
        }
    }
}

/// Things by their folded names.
#[derive(Clone, Debug)]
pub(super) struct Lookup<T> {
    things: FxHashMap<String, T>,
    /// Folded and as written, sorted, so that near names come in a steady order.
    names: Vec<(String, String)>,
    /// What was found for a name that isn't there: files repeat their mistakes.
    nearest: FxHashMap<String, Vec<String>>,
}

impl<T> Lookup<T> {
    fn of<'n>(named: impl Iterator<Item = (&'n str, T)>) -> Self {
        let (mut things, mut names) = (FxHashMap::default(), Vec::new());
        for (name, thing) in named {
            names.push((folded(name), name.to_owned()));
            things.insert(folded(name), thing);
        }
        names.sort_unstable();
        Self { things, names, nearest: FxHashMap::default() }
    }

    /// The thing of this name.
    pub fn find(&self, name: &str) -> Option<&T> {
        self.things.get(&folded(name))
    }

    /// The names most like this one, the nearest first; when none is near and there are few, all of them.
    pub fn nearest(&mut self, name: &str) -> Vec<String> {
        let wanted = folded(name);
        if let Some(found) = self.nearest.get(&wanted) {
            return found.clone();
        }
        let length = wanted.chars().count();
        let mut near: Vec<(usize, &String)> = Vec::new();
        for (folded, written) in &self.names {
            let distance = distance(&wanted, folded);
            let inside = length > 2 && (folded.contains(&wanted) || wanted.contains(folded.as_str()));
            if inside || distance <= (length / 3).max(1) {
                near.push((distance, written));
            }
        }
        near.sort_by_key(|(distance, _)| *distance);
        let mut found: Vec<String> = near.into_iter().take(NEAREST).map(|(_, name)| name.clone()).collect();
        if found.is_empty() && self.names.len() <= NEAREST {
            found = self.names.iter().map(|(_, name)| name.clone()).collect();
        }
        self.nearest.insert(wanted, found.clone());
        found
    }

    /// The names in a cell: the whole cell when that is a name, else its parts between semicolons, bars and line
    /// breaks, or between commas when there are none of those.
    pub fn split<'c>(&self, cell: &'c str) -> Vec<&'c str> {
        let parts = |separators: &[char]| -> Vec<&'c str> {
            cell.split(separators).map(str::trim).filter(|part| !part.is_empty()).collect()
        };
        if self.find(cell).is_some() {
            return vec![cell.trim()];
        }
        match parts(&[';', '|', '\r', '\n']) {
            single if single.len() <= 1 => parts(&[',', '\r', '\n']),
            several => several,
        }
    }
}

fn folded(name: &str) -> String {
    let mut words = name.split_whitespace().map(fold);
    let mut text = words.next().unwrap_or_default();
    for word in words {
        text.push(' ');
        text.push_str(&word);
    }
    text
}

/// How many letters must be added, dropped or exchanged to make one name of the other (Levenshtein); names that differ
/// very much in length are not compared.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().take(80).collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) > a.len() {
        return usize::MAX;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (y, cell) in b.iter().zip(row.iter_mut().skip(1)) {
            let here = if x == y { diagonal } else { 1 + diagonal.min(left).min(*cell) };
            diagonal = *cell;
            *cell = here;
            left = here;
        }
    }
    row.last().copied().unwrap_or_default()
}
