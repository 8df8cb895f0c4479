//! Invite a user (S0.2–S0.8): make it and send the invitation at once.

use super::new_user::Then;
use crate::command::{Decision, Intent, NewUser, Standing};
use crate::{access::Permission, change::Key, context::Context, directory::Directory, id::UserId, refusal::Refusals};
use serde::{Deserialize, Serialize};

/// Make a user and send it a code and a link. Needs `user.invite`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(transparent)]
pub struct InviteUser(pub NewUser);

impl Intent for InviteUser {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        Some(self.0.id)
    }

    fn makes(&self) -> Option<Key> {
        Some(Key::User(self.0.id))
    }

    fn needs(&self) -> Vec<Key> {
        self.0.needs()
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        self.0.decide(directory, context, Permission::UserInvite, Then::Invite)
    }
}
