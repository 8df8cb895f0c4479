//! Send the invitation to a prepared user (S2.15); several are sent as several commands, each with its own answer.

use super::new_user;
use crate::command::{
    Decision, Effect, Intent, Standing, Start,
    draft::{Draft, unless},
    guard,
};
use crate::{
    access::Permission,
    change::{Key, Record},
    context::Context,
    directory::Directory,
    id::UserId,
    model::{User, UserKind, UserState},
    refusal::{Refusal, Refusals},
};
use serde::{Deserialize, Serialize};

/// Prepared → invited. Needs `user.invite` over the user, and a plan where there are plans.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SendInvitation {
    pub user: UserId,
}

impl Intent for SendInvitation {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        Some(self.user)
    }

    fn offered(directory: &Directory, _context: &Context, about: &Key) -> Option<Start> {
        let Key::User(user) = *about else { return None };
        let record = directory.user(user)?;
        (record.state == UserState::Prepared).then(|| Start::ready(Self { user }))
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        send(directory, context, self.user, UserState::Prepared)
    }
}

/// Sends a first or a further invitation to a user that is in the given state.
pub(in crate::command) fn send(
    directory: &Directory,
    context: &Context,
    user: UserId,
    from: UserState,
) -> Result<Decision, Refusals> {
    let organisation = guard::organisation(directory)?;
    let (user, _) = guard::manage(directory, context, user, Permission::UserInvite)?;
    let mut refusals = Vec::new();
    if user.state != from {
        refusals.push(Refusal::WrongState { state: user.state });
    }
    if user.kind != UserKind::Person {
        refusals.push(Refusal::NotAPerson);
    }
    if user.email().is_none() {
        refusals.push(Refusal::NoEmail);
    }
    refusals.extend(guard::plan(directory, organisation, user.licence));
    unless(refusals, || {
        let round = user.invitation.map_or(0, |invitation| invitation.round).saturating_add(1);
        let invitation = Some(new_user::invitation(organisation, context, round));
        let mut draft = Draft::new(directory);
        draft.put(Record::User(User { state: UserState::Invited, invitation, ..user.clone() }));
        draft.remove(Key::Scheduled(user.id));
        draft.effect(Effect::SendInvitation { user: user.id });
        draft.done()
    })
}
