//! Send an invitation again (S0.7): the older code ends (invariant 11).

use super::send_invitation::send;
use crate::command::{Decision, Intent, Standing, Start};
use crate::{change::Key, context::Context, directory::Directory, id::UserId, model::UserState, refusal::Refusals};
use serde::{Deserialize, Serialize};

/// Invited → invited anew, expired or not. Needs `user.invite` over the user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ResendInvitation {
    pub user: UserId,
}

impl Intent for ResendInvitation {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        Some(self.user)
    }

    fn offered(directory: &Directory, _context: &Context, about: &Key) -> Option<Start> {
        let Key::User(user) = *about else { return None };
        let record = directory.user(user)?;
        (record.state == UserState::Invited).then(|| Start::ready(Self { user }))
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        send(directory, context, self.user, UserState::Invited)
    }
}
