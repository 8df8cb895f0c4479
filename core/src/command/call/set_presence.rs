//! Sign in and out of queues, or take a break (S4.8).

use crate::command::{
    Decision, Intent, Standing, Start,
    draft::{Draft, unless},
    guard,
};
use crate::{
    access::Permission,
    change::{Key, Record},
    context::Context,
    directory::Directory,
    id::UserId,
    model::{Presence, PresenceState, UserKind, UserState},
    refusal::{Refusal, Refusals},
};
use serde::{Deserialize, Serialize};

/// Set the presence. Needs `queue.presence` for oneself, else `queue.supervise` over the user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SetPresence {
    pub user: UserId,
    pub state: PresenceState,
}

/// For one's own, and for that of others.
const OWN: Permission = Permission::QueuePresence;
const OTHERS: Permission = Permission::QueueSupervise;

impl Intent for SetPresence {
    const STANDING: Standing = Standing::AtOnce;

    fn user(&self) -> Option<UserId> {
        Some(self.user)
    }

    fn offered(directory: &Directory, context: &Context, about: &Key) -> Option<Start> {
        let Key::User(user) = *about else { return None };
        directory.user(user).filter(|user| user.kind == UserKind::Person && user.state == UserState::Active)?;
        Some(match directory.presence(user) {
            Some(presence) => Start::form(Self { user, state: presence.state }),
            None => Start::blank(guard::self_or(directory, context, user, OWN, OTHERS)),
        })
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        let user = guard::self_or(directory, context, self.user, OWN, OTHERS)?;
        let mut refusals = Vec::new();
        if user.state != UserState::Active {
            refusals.push(Refusal::WrongState { state: user.state });
        }
        if directory.presence(user.id).is_some_and(|presence| presence.state == self.state) {
            refusals.push(Refusal::NothingToChange);
        }
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            draft.put(Record::Presence(Presence { user: user.id, state: self.state, since: context.now }));
            draft.done()
        })
    }
}
