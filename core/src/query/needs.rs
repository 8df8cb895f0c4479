//! Users of whom something needs a decision, to be listed: those behind the groups of [`super::attention`].

use crate::{
    access::{Holding, Permission, reads_sign_ins_over},
    context::Context,
    directory::Directory,
    id::UserId,
    model::{LastSignIn, User, UserKind, UserState},
    time::{Span, Timestamp},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What ends or is due within so long needs attention.
pub(super) const SOON: Span = Span::days(7);

/// What needs a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum UserNeed {
    /// Active people who may sign in and have not for long ([`LastSignIn::AWAY`]).
    Away,
    /// Permissions granted without a role (S2.23).
    Direct,
    /// Grants that end within a week.
    Ending,
    /// Off-boardings of which a step is due within a week.
    Leaving,
    /// What was due and could not be done.
    PutOff,
}

impl UserNeed {
    pub const ALL: [Self; 5] = [Self::Away, Self::Direct, Self::Ending, Self::Leaving, Self::PutOff];
}

/// Of whom it is needed.
pub fn in_need(directory: &Directory, need: UserNeed, now: Timestamp) -> BTreeSet<UserId> {
    let soon = now.after(SOON);
    let there = |user: &UserId| directory.user(*user).is_some();
    match need {
        UserNeed::Away => directory.users().filter(|user| is_away(directory, user, now)).map(|user| user.id).collect(),
        UserNeed::Direct => directory.direct_grants().map(|key| key.user).filter(there).collect(),
        UserNeed::Ending => directory.grants_ending(now, soon).map(|key| key.user).filter(there).collect(),
        UserNeed::Leaving => {
            let leaves = directory.all_scheduled().filter(|scheduled| scheduled.leaving().is_some());
            let due = leaves
                .filter(|scheduled| scheduled.put_off.is_none() && scheduled.due().is_some_and(|due| due <= soon));
            due.map(|scheduled| scheduled.user).collect()
        }
        UserNeed::PutOff => {
            let put_off = directory.all_scheduled().filter(|scheduled| scheduled.put_off.is_some());
            put_off.map(|scheduled| scheduled.user).collect()
        }
    }
}

/// Whether somebody who could has not signed in for long. Who was added only lately is not expected yet.
fn is_away(directory: &Directory, user: &User, now: Timestamp) -> bool {
    let since = now.before(LastSignIn::AWAY);
    let last = directory.last_sign_in(user.id).map(LastSignIn::begins);
    user.created <= since && last.is_none_or(|last| last <= since) && comes_in(directory, user, now)
}

/// Whether an active person has never signed in, though it may.
pub(super) fn never_came(directory: &Directory, user: &User, now: Timestamp) -> bool {
    directory.last_sign_in(user.id).is_none() && comes_in(directory, user, now)
}

/// Whether it is an active person who may open the portal.
fn comes_in(directory: &Directory, user: &User, now: Timestamp) -> bool {
    user.state == UserState::Active
        && user.kind == UserKind::Person
        && Holding::of(directory, user.id, now).at_all(Permission::PortalLogin)
}

/// Whether the actor is told of everybody when they were here last: else nobody can say who was not.
pub fn sees_sign_ins(directory: &Directory, context: &Context) -> bool {
    Holding::of_actor(directory, context).is_ok_and(|holding| reads_sign_ins_over(&holding))
}
