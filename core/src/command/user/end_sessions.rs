//! End a user's sessions and keys, wherever they are.

use crate::command::{Decision, Effect, Intent, Standing, Start, draft::Draft, guard};
use crate::{
    access::{Holding, Permission},
    change::Key,
    context::{Actor, Context},
    directory::Directory,
    id::UserId,
    model::{UserKind, UserState},
    refusal::Refusals,
};
use serde::{Deserialize, Serialize};

/// Sign the user out everywhere. Needs `session.revoke` over the user, or to be it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EndSessions {
    pub user: UserId,
}

impl Intent for EndSessions {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        Some(self.user)
    }

    fn offered(directory: &Directory, _context: &Context, about: &Key) -> Option<Start> {
        let Key::User(user) = *about else { return None };
        let record = directory.user(user)?;
        (record.kind == UserKind::Person && record.state == UserState::Active).then(|| Start::ready(Self { user }))
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        if context.actor == Actor::User(self.user) {
            Holding::of_actor(directory, context)?;
        } else {
            guard::manage(directory, context, self.user, Permission::SessionRevoke)?;
        }
        let mut draft = Draft::new(directory);
        draft.effect(Effect::EndSessions { user: self.user });
        draft.done()
    }
}
