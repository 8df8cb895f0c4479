//! Make a user choose a new password (S4.13).

use crate::command::{
    Decision, Effect, Intent, Standing, Start,
    draft::{Draft, unless},
    guard,
};
use crate::{change::Key, context::Context, directory::Directory, id::UserId, refusal::Refusals};
use serde::{Deserialize, Serialize};

/// End its sessions; the next sign-in asks for a new password. Needs `user.reset_credentials` over the user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ForcePasswordReset {
    pub user: UserId,
}

impl Intent for ForcePasswordReset {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        Some(self.user)
    }

    fn offered(_directory: &Directory, _context: &Context, about: &Key) -> Option<Start> {
        let Key::User(user) = *about else { return None };
        Some(Start::ready(Self { user }))
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        let (user, refusals) = guard::credentials(directory, context, self.user)?;
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            draft.effect(Effect::ForcePasswordReset { user: user.id });
            draft.effect(Effect::EndSessions { user: user.id });
            draft.done()
        })
    }
}
