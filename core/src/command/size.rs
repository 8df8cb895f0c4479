//! How much one command may change. A verb that fans out counts what it would change and refuses before it builds any of it, and
//! a draft ([`super::draft`]) takes no more than that, so that one command can take neither a server's memory nor the turn of
//! everybody else in the organisation.

use crate::{
    change::Change,
    directory::Directory,
    id::{RoleId, TeamId, UserId},
    refusal::Refusal,
};

/// The most records that one command may change, and the most KiB that these may have, as they were and as they become. The
/// server decides and writes so many in about a second, for which the others of the organisation wait; it is room for a role
/// that puts 200 people into 100 teams, or a team of 20,000.
pub const MAX_CHANGES: usize = 20_000;

/// How much is changed: how many records, and how many KiB (one that has less counts as none).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Size {
    pub changes: usize,
    pub kib: usize,
}

impl Size {
    /// Both together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        let (changes, kib) = (self.changes.saturating_add(other.changes), self.kib.saturating_add(other.kib));
        Self { changes, kib }
    }

    pub fn add(&mut self, change: &Change) {
        *self = self.and(Self { changes: 1, kib: change.kib() });
    }

    /// Takes back what was added.
    pub fn remove(&mut self, change: &Change) {
        self.changes = self.changes.saturating_sub(1);
        self.kib = self.kib.saturating_sub(change.kib());
    }

    /// Whether one command may not change so much.
    pub fn is_too_much(self) -> bool {
        self.changes.max(self.kib) > MAX_CHANGES
    }
}

/// The refusal of a command that would change so many records, if those are too many.
pub(super) fn too_many(changes: usize) -> Option<Refusal> {
    too_large(Size { changes, kib: 0 })
}

/// The refusal of a command that would change so much, if that is too much. A KiB counts as a record.
pub(super) fn too_large(size: Size) -> Option<Refusal> {
    let told = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let changes = told(size.changes.max(size.kib));
    size.is_too_much().then(|| Refusal::TooManyChanges { changes, max: told(MAX_CHANGES) })
}

/// How many these are, as far as it matters: no longer exact where they are more than one command may change.
pub(super) fn count<T>(these: impl Iterator<Item = T>) -> usize {
    these.take(MAX_CHANGES.saturating_add(1)).count()
}

/// How many memberships change when a role brings other teams than before; no longer exact where they are too many.
pub(super) fn following(directory: &Directory, role: RoleId, before: &[TeamId], after: &[TeamId]) -> usize {
    let only = |these: &[TeamId], those: &[TeamId]| these.iter().filter(|team| !those.contains(team)).count();
    let teams = only(before, after).saturating_add(only(after, before));
    let Some(most) = MAX_CHANGES.checked_div(teams) else { return 0 };
    // Somebody may hold the role in many teams, one after the other.
    let (mut holders, mut last) = (0_usize, None::<UserId>);
    for grant in directory.holders(role) {
        if last.replace(grant.key.user) != Some(grant.key.user) {
            holders = holders.saturating_add(1);
        }
        if holders > most {
            break;
        }
    }
    holders.saturating_mul(teams)
}
