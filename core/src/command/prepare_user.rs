//! Prepare a user without inviting it (S2.13), by hand or as a row of an import (S4.3).

use super::{Decision, NewUser, new_user::Then};
use crate::{access::Permission, context::Context, directory::Directory, refusal::Refusals};
use serde::{Deserialize, Serialize};

/// Make a user that is invited later. It takes its seats now (domain.md, 2.7). Needs `user.invite`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(transparent)]
pub struct PrepareUser(pub NewUser);

impl PrepareUser {
    pub(super) fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        self.0.decide(directory, context, Permission::UserInvite, Then::Prepare)
    }
}

/// Prepare the user of one row of an import. Needs `user.import`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(transparent)]
pub struct ImportUser(pub NewUser);

impl ImportUser {
    pub(super) fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        self.0.decide(directory, context, Permission::UserImport, Then::Prepare)
    }
}
