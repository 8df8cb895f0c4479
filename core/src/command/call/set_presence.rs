//! Sign in and out of queues, or take a break (S4.8).

use crate::command::{
    Decision, Intent, Standing,
    draft::{Draft, unless},
    guard,
};
use crate::{
    access::Permission,
    change::Record,
    context::Context,
    directory::Directory,
    id::UserId,
    model::{Presence, PresenceState, UserState},
    refusal::{Refusal, Refusals},
};
use serde::{Deserialize, Serialize};

/// Set the presence. Needs `queue.presence` for oneself, else `queue.supervise` over the user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct SetPresence {
    pub user: UserId,
    pub state: PresenceState,
}

impl Intent for SetPresence {
    const STANDING: Standing = Standing::AtOnce;

    fn user(&self) -> Option<UserId> {
        Some(self.user)
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        let (own, others) = (Permission::QueuePresence, Permission::QueueSupervise);
        let user = guard::self_or(directory, context, self.user, own, others)?;
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
