//! Invitations: who is still to be invited, whose invitation is open, runs out soon, or ran out (S0.7, S2.15).

use crate::{
    directory::{Directory, UserOrder},
    id::UserId,
    model::UserState,
    time::{Span, Timestamp},
    value::fold,
};
use serde::Serialize;

/// An invitation that runs out within this span is "expiring".
pub const EXPIRING: Span = Span::hours(6);

/// Users by the standing of their invitation, each group by name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Invitations {
    pub prepared: Vec<UserId>,
    pub open: Vec<UserId>,
    pub expiring: Vec<UserId>,
    pub expired: Vec<UserId>,
}

/// Everybody who has not come in yet.
pub fn invitations(directory: &Directory, now: Timestamp) -> Invitations {
    let prepared = directory.users_in(UserState::Prepared).map(|user| user.id).collect();
    let mut found = Invitations { prepared, ..Invitations::default() };
    for user in directory.users_in(UserState::Invited) {
        match user.invitation.map(|invitation| invitation.expires) {
            Some(expires) if expires > now.after(EXPIRING) => found.open.push(user.id),
            Some(expires) if expires > now => found.expiring.push(user.id),
            _ => found.expired.push(user.id),
        }
    }
    found
}

/// The prepared users whose name or address holds every word of the search; for "send invitations".
pub fn prepared_matching(directory: &Directory, search: &str) -> Vec<UserId> {
    let folded = fold(search);
    let words: Vec<&str> = folded.split_whitespace().collect();
    let mut found = directory.find(&words);
    found.keep_state(UserState::Prepared);
    found.page(UserOrder::Name, false, 0, usize::MAX)
}
