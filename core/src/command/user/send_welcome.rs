//! Send a welcome link (S4.12) with which a user sets its password and voicemail PIN.

use crate::command::{
    Decision, Effect, Intent, Standing, Start,
    draft::{Draft, unless},
    guard,
};
use crate::{
    change::Key,
    context::Context,
    directory::Directory,
    id::UserId,
    refusal::{Refusal, Refusals},
};
use serde::{Deserialize, Serialize};

/// Mail the link to an active user. Needs `user.reset_credentials` over the user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SendWelcome {
    pub user: UserId,
}

impl Intent for SendWelcome {
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
        let (user, mut refusals) = guard::credentials(directory, context, self.user)?;
        if user.email().is_none() {
            refusals.push(Refusal::NoEmail);
        }
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            draft.effect(Effect::SendWelcome { user: user.id });
            draft.done()
        })
    }
}
