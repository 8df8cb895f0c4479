//! Prepare a user without inviting it (S2.13), by hand or as a row of an import (S4.3).

use super::new_user::Then;
use crate::command::{Decision, Intent, NewUser, Standing, Start, guard};
use crate::{access::Permission, change::Key, context::Context, directory::Directory, id::UserId, refusal::Refusals};
use serde::{Deserialize, Serialize};

/// Make a user that is invited later. It takes its seats now (domain.md, 2.7). Needs `user.invite`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct PrepareUser(pub NewUser);

impl Intent for PrepareUser {
    const STANDING: Standing = Standing::AtOnce;

    fn user(&self) -> Option<UserId> {
        Some(self.0.id)
    }

    fn makes(&self) -> Option<Key> {
        Some(Key::User(self.0.id))
    }

    fn needs(&self) -> Vec<Key> {
        self.0.needs()
    }

    fn offered(directory: &Directory, context: &Context, about: &Key) -> Option<Start> {
        matches!(about, Key::Organisation)
            .then(|| Start::blank(guard::somewhere(directory, context, Permission::UserInvite)))
    }

    fn erased(self, user: UserId, _held: bool) -> Self {
        if self.0.id == user { Self(self.0.erased()) } else { self }
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        self.0.decide(directory, context, Permission::UserInvite, Then::Prepare)
    }
}

/// Prepare the user of one row of an import. Needs `user.import`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct ImportUser(pub NewUser);

impl Intent for ImportUser {
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

    fn offered(directory: &Directory, context: &Context, about: &Key) -> Option<Start> {
        matches!(about, Key::Organisation)
            .then(|| Start::blank(guard::everywhere(directory, context, Permission::UserImport)))
    }

    fn erased(self, user: UserId, _held: bool) -> Self {
        if self.0.id == user { Self(self.0.erased()) } else { self }
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        self.0.decide(directory, context, Permission::UserImport, Then::Prepare)
    }
}
