//! Merging edits field by field: nobody's edit is overwritten unseen (domain.md, section 2.21). An edit comes with the values that
//! its author saw. Of its fields, those that still have the value that was seen, or have the wanted one already, are changed;
//! one that somebody else changed meanwhile stays as it is, and is named.

use super::{Command, Decision, decide};
use crate::{
    access::Permissions,
    change::{Change, Changes, Key, Record},
    context::Context,
    directory::Directory,
    refusal::{Field, FieldPath, Refusal, Refusals},
    value::ExtraKey,
};
use serde::{Deserialize, Serialize};
use std::{cmp::Ordering, collections::BTreeMap};

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
    pub kept: Vec<FieldPath>,
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
    let as_it_is = || {
        let decision = decide(directory, context, command)?;
        Ok(Edited { command: command.clone(), decision, kept: Vec::new() })
    };
    let Some(seen) = seen else { return as_it_is() };
    if command.edits().is_none() || (seen.verb(), seen.edits()) != (command.verb(), command.edits()) {
        // It would win over what stands, though its author may think that it does not.
        return Err(Refusal::SeenElsewhere.into());
    }
    let Some(now) = command.standing_values(directory).filter(|now| now != seen) else { return as_it_is() };
    let alone = decide(directory, context, command);
    if let Err(refusals) = &alone
        && refusals.iter().any(|refusal| matches!(refusal, Refusal::TooMany { .. }))
    {
        // Nothing is compared with more than there may be of it.
        return alone.and_then(|_| as_it_is());
    }
    let Some((merged, kept)) = command.over(seen, &now, None) else { return as_it_is() };
    let decision = match decide(directory, context, &merged) {
        // Somebody else wanted the same, or all that was wanted is kept out: both were edits.
        Err(refusals) if seen != command && *refusals.first() == Refusal::NothingToChange => Decision::default(),
        Err(refusals) if alone.is_ok() && *refusals.first() != Refusal::NothingToChange => {
            let mut reasons = refusals.into_vec();
            reasons.push(Refusal::ChangedMeanwhile);
            return Err(Refusals::none(reasons).err().unwrap_or_else(|| Refusal::ChangedMeanwhile.into()));
        }
        decided => decided?,
    };
    Ok(Edited { command: merged, decision, kept })
}

impl Command {
    /// What insists on these fields of an edit, whatever they are by now, and on nothing else of it.
    pub fn insisting(&self, seen: &Self, fields: &[FieldPath], directory: &Directory) -> Option<Authored> {
        let now = self.standing_values(directory)?;
        let (command, _) = self.over(seen, &now, Some(fields))?;
        Some(Authored { command, seen: Some(now) })
    }

    /// What an edit's author saw, as if an earlier edit of its own had never been, which was refused since: where that one's values
    /// were seen, what had been seen by that one is. None where it is an edit of something else.
    pub fn seen_without(&self, refused: &Self, seen: &Self) -> Option<Self> {
        if (self.edits(), self.verb()) != (refused.edits(), refused.verb()) {
            return None;
        }
        seen.over(refused, self, None).map(|(without, _)| without)
    }

    /// The fields in which two edits of one thing differ.
    pub fn differing(&self, other: &Self) -> Vec<FieldPath> {
        self.over(other, other, Some(&[])).map(|(_, fields)| fields).unwrap_or_default()
    }

    /// The fields of this edit that were changed by these changes.
    pub fn fields_changed(&self, changes: &Changes) -> Vec<FieldPath> {
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
    fn over(&self, seen: &Self, now: &Self, insists: Option<&[FieldPath]>) -> Option<(Self, Vec<FieldPath>)> {
        let (mut merged, mut merger) = (self.clone(), Merger { insists, kept: Vec::new() });
        merged.merge(seen, now, &mut merger).then_some((merged, merger.kept))
    }
}

/// The record that an edit which changes this one says it is about: how calls of a user are handled, and what is scheduled for it,
/// is a user's, what is decided about calls and keeping is the organisation's.
pub const fn edited_by(key: Key) -> Key {
    match key {
        Key::CallHandling(user) | Key::Scheduled(user) => Key::User(user),
        Key::Keeping | Key::CallPolicy => Key::Organisation,
        key => key,
    }
}

/// Goes through the fields of an edit.
pub(super) struct Merger<'m> {
    /// The fields to insist on, whatever they are by now; none: those that others changed are kept.
    pub(super) insists: Option<&'m [FieldPath]>,
    /// The fields that are edited, and stay as they are.
    pub(super) kept: Vec<FieldPath>,
}

impl Merger<'_> {
    /// One field: as its author wants it, as it was seen, as it stands. What is to be written is in the first afterwards. Answers
    /// whether it is edited, and stays as it is.
    pub fn field<T: PartialEq + Clone>(&mut self, mine: &mut T, seen: &T, now: &T, field: Field) -> bool {
        let path = field.into();
        let stays = self.stays(mine, seen, now, &path);
        if stays && !self.kept.contains(&path) {
            self.kept.push(path);
        }
        stays
    }

    /// One field that stays as it is because another one does. Whoever insists on it has it.
    pub fn keep<T: PartialEq + Clone>(&mut self, mine: &mut T, now: &T, field: Field) {
        let path = field.into();
        if self.insists.is_none() && mine != now && !self.kept.contains(&path) {
            mine.clone_from(now);
            self.kept.push(path);
        }
    }

    fn stays<T: PartialEq + Clone>(&self, mine: &mut T, seen: &T, now: &T, path: &FieldPath) -> bool {
        if mine == now {
            return false;
        }
        let edited = mine != seen;
        let written = match self.insists {
            Some(paths) => edited && paths.iter().any(|insists| insists.covers(path)),
            None => edited && now == seen,
        };
        if !written {
            mine.clone_from(now);
        }
        edited && !written
    }

    /// Members of a set are added and taken one by one: sets never stand against each other.
    pub fn set<T: Ord + Clone>(&self, mine: &mut Vec<T>, seen: &[T], now: &[T]) {
        if self.insists.is_some() {
            *mine = now.to_vec();
        } else if seen != now {
            let (wanted, seen, there) = (Members::of(mine), Members::of(seen), Members::of(now));
            let stays = |member: &&T| wanted.has(member) || !seen.has(member);
            let comes = |member: &&T| !seen.has(member) && !there.has(member);
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
    pub fn map<V: PartialEq + Clone>(
        &mut self,
        mine: &mut BTreeMap<ExtraKey, V>,
        seen: &BTreeMap<ExtraKey, V>,
        now: &BTreeMap<ExtraKey, V>,
        field: Field,
    ) {
        let mut merged = now.clone();
        for key in mine.keys().chain(seen.keys().filter(|key| !mine.contains_key(*key))) {
            let mut value = mine.get(key);
            let path = FieldPath { field, key: Some(key.clone()) };
            if self.stays(&mut value, &seen.get(key), &now.get(key), &path) {
                self.kept.push(path);
            }
            match value {
                Some(value) => drop(merged.insert(key.clone(), value.clone())),
                None => drop(merged.remove(key)),
            }
        }
        *mine = merged;
    }
}

/// The members of a list, to be found without comparing each with each.
struct Members<'l, T> {
    list: &'l [T],
    /// Their places, in their order.
    order: Vec<usize>,
}

impl<'l, T: Ord> Members<'l, T> {
    fn of(list: &'l [T]) -> Self {
        Self { list, order: in_order(list.len(), &|one, other| list.get(one).cmp(&list.get(other))) }
    }

    fn has(&self, member: &T) -> bool {
        self.order.binary_search_by(|place| self.list.get(*place).cmp(&Some(member))).is_ok()
    }
}

/// Sorts places. Of no type: sorting takes kilobytes of the page for each type that is sorted.
fn in_order(places: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..places).collect();
    order.sort_by(|one, other| compare(*one, *other));
    order
}
