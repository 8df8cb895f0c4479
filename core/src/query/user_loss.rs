//! What goes when a user is deleted (domain.md, 2.9): what its confirmation, or a plan to let somebody go, shows beforehand.

use super::impact::unrouted;
use crate::{
    change::{Key, Record},
    command::{Decision, DeleteUser, decide},
    context::Context,
    directory::Directory,
    id::{LicenceId, PhoneId, TeamId, UserId},
    model::{GrantKey, Identifier},
    refusal::{Refusal, Refusals},
    sort,
    time::Timestamp,
    value::{Extension, PhoneNumber},
};
use serde::Serialize;

/// What a user has, and loses when it is deleted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct UserLoss {
    pub identifiers: Vec<Identifier>,
    pub extension: Option<Extension>,
    pub numbers: Vec<PhoneNumber>,
    pub phones: Vec<PhoneId>,
    /// Where it takes a seat at this moment.
    pub seats: Vec<LicenceId>,
    /// By name.
    pub teams: Vec<TeamId>,
    pub grants: Vec<GrantKey>,
    /// What sends calls to it or its voicemail, and sends them nowhere then: numbers, teams, system users, others' rules.
    pub routes: Vec<Key>,
    /// Whether it takes messages.
    pub voicemail: bool,
    /// Until when it could be restored, were it deleted at this moment; none when it could not be, or not be deleted.
    pub restorable: Option<Timestamp>,
    /// Why the asker can't delete it at this moment; empty when it can.
    pub why_not: Vec<Refusal>,
}

/// What the user loses when it is deleted, as far as the directory shows it; nothing when it is not there.
pub fn user_loss(directory: &Directory, context: &Context, id: UserId) -> Option<UserLoss> {
    let user = directory.user(id)?;
    let decided = decide(directory, context, &DeleteUser { user: id }.into());
    let mut teams: Vec<TeamId> = directory.teams_of(id).collect();
    sort::by_key(&mut teams, |team| (directory.team(*team).map(|team| team.name.folded()), *team));
    Some(UserLoss {
        identifiers: user.identifiers.clone(),
        extension: user.extension().cloned(),
        numbers: directory.numbers_of(id).map(|number| number.number).collect(),
        phones: directory.phones_of(id).map(|phone| phone.id).collect(),
        seats: user.seats().collect(),
        teams,
        grants: directory.grants_of(id).map(|grant| grant.key).collect(),
        routes: unrouted(directory, id).collect(),
        voicemail: directory.handling(id).is_some_and(|handling| handling.voicemail.on),
        restorable: decided.as_ref().ok().and_then(until),
        why_not: decided.err().map(Refusals::into_vec).unwrap_or_default(),
    })
}

/// Until when a decision that deletes somebody keeps it to be restored.
fn until(decision: &Decision) -> Option<Timestamp> {
    decision.changes.0.iter().find_map(|change| match &change.after {
        Some(Record::Removed(removed)) => Some(removed.until),
        _ => None,
    })
}
