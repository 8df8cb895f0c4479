//! Invariant 10: grants scoped to a disabled team rest, so nobody holds anything there by them.

use super::Violation;
use crate::{access::Holding, directory::Directory, time::Timestamp};

pub(super) fn verify(directory: &Directory) -> Vec<Violation> {
    let disabled = |team| directory.team(team).is_none_or(|team| team.disabled);
    let awake = directory.users().filter(|user| {
        // At the beginning of time no grant has ended.
        let holding = Holding::of(directory, user.id, Timestamp(i64::MIN));
        holding.teams.iter().any(|(team, _)| disabled(*team))
    });
    awake.map(|user| Violation::new(10, format!("{} holds something in a disabled team", user.id))).collect()
}
