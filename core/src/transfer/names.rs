//! Finds roles, licences and teams by the names that a file has for them, and the nearest names for those it misspells.

use super::lists;
use crate::{
    directory::Directory,
    id::{LicenceId, TeamId},
    model::{LicenceKind, Role},
    sort,
    value::fold,
};
use rustc_hash::FxHashMap;
use std::borrow::Cow;

/// How many near names are offered.
const NEAREST: usize = 3;

/// For how many different mistakes in one kind of name near ones are looked up.
const MISTAKES: usize = 200;

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
        sort::ascending(&mut names);
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
        // Of a column that holds something else altogether, nobody wants to know what each cell is near to.
        if self.nearest.len() >= MISTAKES {
            return Vec::new();
        }
        let length = wanted.chars().count();
        let mut near: Vec<(usize, &String)> = Vec::new();
        for (folded, written) in &self.names {
            let inside = length > 2 && (folded.contains(&wanted) || wanted.contains(folded.as_str()));
            let distance = distance(&wanted, folded);
            if inside || distance <= (length / 3).max(1) {
                near.push((distance, written));
            }
        }
        sort::by_key(&mut near, |(distance, _)| *distance);
        let mut found: Vec<String> = near.into_iter().take(NEAREST).map(|(_, name)| name.clone()).collect();
        if found.is_empty() && self.names.len() <= NEAREST {
            found = self.names.iter().map(|(_, name)| name.clone()).collect();
        }
        self.nearest.insert(wanted, found.clone());
        found
    }

    /// The names in a cell: those in quotation marks, as our own files have them; the whole cell when that is a name; else its
    /// parts between semicolons, bars and line breaks, or between commas when there are none of those.
    pub fn split<'c>(&self, cell: &'c str) -> Vec<Cow<'c, str>> {
        self.split_with(cell, |name| self.find(name).is_some())
    }

    /// The same, where words stand among the names.
    pub fn split_with<'c>(&self, cell: &'c str, known: impl Fn(&str) -> bool) -> Vec<Cow<'c, str>> {
        if let Some(names) = lists::split_quoted(cell).filter(|names| names.iter().all(|name| known(name))) {
            return names.into_iter().map(Cow::Owned).collect();
        }
        let parts = |separators: &[char]| -> Vec<Cow<'c, str>> {
            cell.split(separators).map(str::trim).filter(|part| !part.is_empty()).map(Cow::Borrowed).collect()
        };
        if self.find(cell).is_some() {
            return vec![Cow::Borrowed(cell.trim())];
        }
        const SURE: [char; 4] = [';', '|', '\r', '\n'];
        if cell.contains(SURE) { parts(&SURE) } else { parts(&[',']) }
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

/// How many letters must be added, dropped, exchanged or swapped with their neighbour to make one name of the other
/// (optimal string alignment); names that differ very much in length are not compared.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().take(80).collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) > a.len() {
        return usize::MAX;
    }
    let at = |row: &[usize], place: usize| row.get(place).copied().unwrap_or(usize::MAX / 2);
    let (mut before, mut last): (Vec<usize>, Vec<usize>) = (Vec::new(), (0..=b.len()).collect());
    let mut previous = None;
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        let mut left = None;
        for (j, y) in b.iter().enumerate() {
            let exchanged = at(&last, j) + usize::from(x != y);
            let mut least = exchanged.min(at(&last, j + 1) + 1).min(at(&row, j) + 1);
            if previous == Some(y) && left == Some(x) {
                least = least.min(at(&before, j.saturating_sub(1)) + 1);
            }
            row.push(least);
            left = Some(y);
        }
        previous = Some(x);
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lookup(names: &[&'static str]) -> Lookup<usize> {
        Lookup::of(names.iter().copied().enumerate().map(|(index, name)| (name, index)))
    }

    #[test]
    fn distances() {
        for (a, b, wanted) in [
            ("sales", "sales", 0),
            ("slaes", "sales", 1),
            ("sale", "sales", 1),
            ("pro", "pri", 1),
            ("kitten", "sitting", 3),
        ] {
            assert_eq!(distance(a, b), wanted, "{a} {b}");
            assert_eq!(distance(b, a), wanted, "{b} {a}");
        }
        assert_eq!(distance("", ""), 0);
        assert_eq!(distance("a", "abcdef"), usize::MAX);
    }

    #[test]
    fn near_names() {
        let mut teams = lookup(&["Sales", "Sales North", "Support", "Büro Wien", "Finance"]);
        assert_eq!(teams.find(" sALES  north "), Some(&1));
        assert_eq!(teams.find("BU\u{308}RO wien"), Some(&3));
        for (wrong, near) in [
            ("slaes", &["Sales"][..]),
            ("sales", &["Sales", "Sales North"]),
            ("suport", &["Support"]),
            ("wien", &["Büro Wien"]),
            ("", &[]),
            ("Quality", &[]),
        ] {
            assert_eq!(teams.nearest(wrong), near, "{wrong}");
            assert_eq!(teams.nearest(wrong), near, "{wrong}, asked again");
        }
        assert_eq!(lookup(&["Pro", "Basic"]).nearest("Enterprise"), ["Basic", "Pro"], "few names are all told");
    }

    #[test]
    fn names_in_a_cell() {
        let teams = lookup(&["R&D, Wien", "Sales", "Support; Service"]);
        for (cell, names) in [
            ("Sales", &["Sales"][..]),
            (" support; service ", &["support; service"]),
            ("Sales; R&D, Wien", &["Sales", "R&D, Wien"]),
            ("Sales, Marketing", &["Sales", "Marketing"]),
            ("a | b\nc", &["a", "b", "c"]),
            (" ; ", &[]),
            ("\"Support; Service\"; Sales", &["Support; Service", "Sales"]),
            ("\"R&D, Wien\"", &["R&D, Wien"]),
            ("\"Unknown; Team\"", &["\"Unknown", "Team\""]),
        ] {
            assert_eq!(teams.split(cell), names, "{cell}");
        }
    }
}
