//! Invite a user (S0.2–S0.8): make it and send the invitation at once.

use super::{Decision, NewUser, new_user::Then};
use crate::{access::Permission, context::Context, directory::Directory, refusal::Refusals};
use serde::{Deserialize, Serialize};

/// Make a user and send it a code and a link. Needs `user.invite`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(transparent)]
pub struct InviteUser(pub NewUser);

impl InviteUser {
    pub(super) fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        self.0.decide(directory, context, Permission::UserInvite, Then::Invite)
    }
}
