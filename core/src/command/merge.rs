//! Merging edits field by field: nobody's edit is overwritten unseen (domain.md, section 2.21). An edit comes with the values that
//! its author saw. Of its fields, those that still have the value that was seen, or have the wanted one already, are changed;
//! one that somebody else changed meanwhile stays as it is, and is named.

use super::{Command, Decision, decide};
use crate::{
    access::Permissions,
    change::{Change, Changes, Key, Record},
    context::Context,
    directory::Directory,
    refusal::{Field, Refusal, Refusals},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A command, and for an edit what its author saw where it edits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Authored {
    pub command: Command,
    /// The same verb about the same thing, with the values that its author saw. None for other verbs; for an edit, before it is
    /// known ([`crate::sync::Replica::check_all`]), or if it is to win over whatever stands.
    pub seen: Option<Command>,
}

impl<C: Into<Command>> From<C> for Authored {
    fn from(command: C) -> Self {
        Self { command: command.into(), seen: None }
    }
}

/// What came of an edit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edited {
    /// What is carried out: the edit, with fields that others changed meanwhile as they stand.
    pub command: Command,
    pub decision: Decision,
    /// Fields that somebody else changed since the author saw them, to something else than the author wants.
    pub kept: Vec<Field>,
}

/// As [`decide`], for a command whose author saw these values: the same verb about the same thing, as it stood then. Without
/// them, and for verbs that write nothing over what stands, the command is carried out as it is.
///
/// # Errors
/// The refusals, never empty.
pub fn decide_edit(
    directory: &Directory,
    context: &Context,
    command: &Command,
    seen: Option<&Command>,
) -> Result<Edited, Refusals> {
    let merged = seen.and_then(|seen| command.merged(seen, directory));
    let Some((merged, kept)) = merged else {
        let decision = decide(directory, context, command)?;
        return Ok(Edited { command: command.clone(), decision, kept: Vec::new() });
    };
    let decision = match decide(directory, context, &merged) {
        // Somebody else wanted the same, or all that was wanted is kept out: both were edits.
        Err(refusals) if seen != Some(command) && *refusals.first() == Refusal::NothingToChange => Decision::default(),
        decided => decided?,
    };
    Ok(Edited { command: merged, decision, kept })
}

impl Command {
    /// This edit, as it goes together with what others did since its author saw `seen`, and the fields that they changed to
    /// something else. None when they did nothing, and for what is no edit, or not of what was seen.
    fn merged(&self, seen: &Self, directory: &Directory) -> Option<(Self, Vec<Field>)> {
        let now = self.standing_values(directory).filter(|now| now != seen)?;
        self.over(seen, &now, None)
    }

    /// What insists on these fields of an edit, whatever they are by now, and on nothing else of it.
    pub fn insisting(&self, seen: &Self, fields: &[Field], directory: &Directory) -> Option<Authored> {
        let now = self.standing_values(directory)?;
        let (command, _) = self.over(seen, &now, Some(fields))?;
        Some(Authored { command, seen: Some(now) })
    }

    /// The fields in which two edits of one thing differ.
    pub fn differing(&self, other: &Self) -> Vec<Field> {
        self.over(other, other, Some(&[])).map(|(_, fields)| fields).unwrap_or_default()
    }

    /// The fields of this edit that were changed by these changes.
    pub fn fields_changed(&self, changes: &Changes) -> Vec<Field> {
        let about = self.edits();
        let edited = |change: &&Change| Some(edited_by(change.key)) == about;
        let side = |record: fn(&Change) -> Option<&Record>| {
            let records = changes.0.iter().filter(edited).filter_map(record).cloned();
            self.standing_values(&Directory::from_records(records))
        };
        let both = side(|change| change.before.as_ref()).zip(side(|change| change.after.as_ref()));
        both.map(|(before, after)| after.differing(&before)).unwrap_or_default()
    }

    /// This edit, written over what stands: merged with what its author saw, or insisting on some fields. With the fields that it
    /// edits and that stay as they are.
    fn over(&self, seen: &Self, now: &Self, insists: Option<&[Field]>) -> Option<(Self, Vec<Field>)> {
        let (mut merged, mut merger) = (self.clone(), Merger { insists, kept: Vec::new() });
        merged.merge(seen, now, &mut merger).then_some((merged, merger.kept))
    }
}

/// The record that an edit which changes this one says it is about: how calls of a user are handled is a user's, what is decided
/// about calls and keeping is the organisation's.
pub const fn edited_by(key: Key) -> Key {
    match key {
        Key::CallHandling(user) => Key::User(user),
        Key::Keeping | Key::CallPolicy => Key::Organisation,
        key => key,
    }
}

/// Goes through the fields of an edit.
pub(super) struct Merger<'m> {
    /// The fields to insist on, whatever they are by now; none: those that others changed are kept.
    pub(super) insists: Option<&'m [Field]>,
    /// The fields that are edited, and stay as they are.
    pub(super) kept: Vec<Field>,
}

impl Merger<'_> {
    /// One field: as its author wants it, as it was seen, as it stands. What is to be written is in the first afterwards.
    pub fn field<T: PartialEq + Clone>(&mut self, mine: &mut T, seen: &T, now: &T, field: Field) {
        if mine == now {
            return;
        }
        let edited = mine != seen;
        let written = match self.insists {
            Some(fields) => edited && fields.contains(&field),
            None => edited && now == seen,
        };
        if written {
            return;
        }
        if edited && !self.kept.contains(&field) {
            self.kept.push(field);
        }
        mine.clone_from(now);
    }

    /// Members of a set are added and taken one by one: sets never stand against each other.
    pub fn set<T: PartialEq + Clone>(&self, mine: &mut Vec<T>, seen: &[T], now: &[T]) {
        if self.insists.is_some() {
            *mine = now.to_vec();
        } else if seen != now {
            let stays = |member: &&T| mine.contains(member) || !seen.contains(member);
            let comes = |member: &&T| !seen.contains(member) && !now.contains(member);
            *mine = now.iter().filter(stays).chain(mine.iter().filter(comes)).cloned().collect();
        }
    }

    /// The same for permissions.
    pub fn permissions(&self, mine: &mut Permissions, seen: Permissions, now: Permissions) {
        *mine = match self.insists {
            None => now.without(seen.without(*mine)).and(mine.without(seen)),
            Some(_) => now,
        };
    }

    /// Each key is a field of its own.
    pub fn map<K: Ord + Clone, V: PartialEq + Clone>(
        &mut self,
        mine: &mut BTreeMap<K, V>,
        seen: &BTreeMap<K, V>,
        now: &BTreeMap<K, V>,
        field: Field,
    ) {
        let mut merged = now.clone();
        for key in mine.keys().chain(seen.keys()) {
            let mut value = mine.get(key);
            self.field(&mut value, &seen.get(key), &now.get(key), field);
            match value {
                Some(value) => drop(merged.insert(key.clone(), value.clone())),
                None => drop(merged.remove(key)),
            }
        }
        *mine = merged;
    }
}
