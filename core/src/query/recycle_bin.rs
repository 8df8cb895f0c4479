//! The deleted users that can still be restored, each with what comes back and what does not (domain.md, 2.3, 2.12).

use super::impact::{Missing, missing};
use crate::{
    access::{Holding, sees_removed},
    change::Record,
    command::{Decision, RestoreUser, decide},
    context::Context,
    directory::Directory,
    id::{LicenceId, TeamId, UserId},
    model::{GrantKey, Identifier, Removed},
    refusal::{Refusal, Refusals},
    sort,
    time::Timestamp,
    value::{Extension, PhoneNumber},
};
use serde::Serialize;
use std::cmp::Reverse;

/// A deleted user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Recycled {
    pub user: UserId,
    /// What it was called.
    pub name: String,
    pub deleted: Timestamp,
    pub by: Option<UserId>,
    /// Until when it can be restored.
    pub until: Timestamp,
    /// What it would get back at this moment.
    pub back: ComesBack,
    /// What it would not get back, and who has it.
    pub missing: Vec<Missing>,
    /// Why the asker can't restore it at this moment; empty when it can.
    pub why_not: Vec<Refusal>,
}

/// What a restored user gets back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ComesBack {
    pub identifiers: Vec<Identifier>,
    pub extension: Option<Extension>,
    pub numbers: Vec<PhoneNumber>,
    pub licences: Vec<LicenceId>,
    pub teams: Vec<TeamId>,
    pub grants: Vec<GrantKey>,
    /// How many phones.
    pub phones: usize,
}

/// The deleted users that can still be restored, the one that was deleted last first; none for who sees none.
pub fn recycle_bin(directory: &Directory, context: &Context) -> Vec<Recycled> {
    if !Holding::of_actor(directory, context).is_ok_and(|holding| sees_removed(&holding)) {
        return Vec::new();
    }
    // The server forgets those whose days are over when it next decides something.
    let kept = directory.removed_users().filter(|removed| removed.until > context.now);
    let mut bin: Vec<Recycled> = kept.map(|removed| row(directory, context, removed)).collect();
    sort::by_key(&mut bin, |row| (Reverse(row.deleted), row.user));
    bin
}

fn row(directory: &Directory, context: &Context, removed: &Removed) -> Recycled {
    let user = removed.user.id;
    let decided = decide(directory, context, &RestoreUser { user }.into());
    let (mut back, mut lacking) = (ComesBack::default(), Vec::new());
    if let Ok(decision) = &decided {
        back = comes_back(decision);
        missing(&mut lacking, directory, decision, removed);
    }
    Recycled {
        user,
        name: removed.user.display_name().into_owned(),
        deleted: removed.at,
        by: removed.by,
        until: removed.until,
        back,
        missing: lacking,
        why_not: decided.err().map(Refusals::into_vec).unwrap_or_default(),
    }
}

fn comes_back(decision: &Decision) -> ComesBack {
    let mut back = ComesBack::default();
    for record in decision.changes.0.iter().filter_map(|change| change.after.as_ref()) {
        match record {
            Record::User(user) => {
                back.identifiers.clone_from(&user.identifiers);
                back.extension = user.extension().cloned();
                back.licences = user.licences().collect();
            }
            Record::Number(number) => back.numbers.push(number.number),
            Record::Membership(membership) => back.teams.push(membership.team),
            Record::Grant(grant) => back.grants.push(grant.key),
            Record::Phone(_) => back.phones = back.phones.saturating_add(1),
            _ => {}
        }
    }
    back
}
