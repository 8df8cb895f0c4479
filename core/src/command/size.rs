//! How much one command may change. A verb that fans out counts what it would change and refuses before it builds any of it,
//! so that one command can take neither a server's memory nor the turn of everybody else in the organisation.

use super::Decision;
use crate::{
    directory::Directory,
    id::{RoleId, TeamId, UserId},
    refusal::{Refusal, Refusals},
};
use rustc_hash::FxHashSet;

/// The most records that one command may change. The server decides and writes so many in about a second, for which the
/// others of the organisation wait; it is room for a role that puts 200 people into 100 teams, or a team of 20,000.
pub const MAX_CHANGES: usize = 20_000;

/// The refusal of a command that would change so many records, if those are too many.
pub(super) fn too_many(changes: usize) -> Option<Refusal> {
    let told = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    (changes > MAX_CHANGES).then(|| Refusal::TooManyChanges { changes: told(changes), max: told(MAX_CHANGES) })
}

/// A decision, unless it changes too much after all: what no verb thought of counting is refused all the same.
pub(super) fn checked(decision: Decision) -> Result<Decision, Refusals> {
    match too_many(decision.changes.0.len()) {
        Some(refusal) => Err(refusal.into()),
        None => Ok(decision),
    }
}

/// How many memberships change when a role brings other teams than before.
pub(super) fn following(directory: &Directory, role: RoleId, before: &[TeamId], after: &[TeamId]) -> usize {
    let only = |these: &[TeamId], those: &[TeamId]| these.iter().filter(|team| !those.contains(team)).count();
    let teams = only(before, after).saturating_add(only(after, before));
    if teams == 0 {
        return 0;
    }
    // Somebody may hold the role in many teams.
    let holders: FxHashSet<UserId> = directory.holders(role).map(|grant| grant.key.user).collect();
    holders.len().saturating_mul(teams)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        change::{Change, Changes, Key},
        id::UserId,
    };

    /// Such a decision is a mistake of a verb's, and no user's fault; it must not come through even so.
    #[test]
    fn what_no_verb_counted_is_refused_too() {
        let decision = |count: usize| {
            let gone = |n: usize| Change { key: Key::User(UserId::fixed(n as u128)), before: None, after: None };
            Decision { changes: Changes((0..count).map(gone).collect()), effects: Vec::new() }
        };
        assert!(checked(decision(MAX_CHANGES)).is_ok());
        let refused = Refusal::TooManyChanges { changes: 20_001, max: 20_000 };
        assert_eq!(checked(decision(MAX_CHANGES + 1)), Err(refused.into()));
    }
}
