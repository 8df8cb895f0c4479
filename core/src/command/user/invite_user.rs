//! Invite a user (S0.2–S0.8): make it and send the invitation at once.

use super::new_user::Then;
use crate::command::{Decision, Intent, NewUser, Standing, Start, guard};
use crate::{
    access::Permission,
    change::Key,
    context::Context,
    directory::Directory,
    id::UserId,
    model::LicenceKind,
    refusal::{Refusal, Refusals},
};
use serde::{Deserialize, Serialize};

/// Make a user and send it a code and a link. Needs `user.invite`, and a plan for the user where there are plans.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct InviteUser(pub NewUser);

impl InviteUser {
    /// Whether its form is opened: inviting needs a free licence (S0.2), so not when there are plans and every one of them
    /// is full.
    ///
    /// # Errors
    /// Why not.
    pub fn opens(directory: &Directory, context: &Context) -> Result<(), Refusals> {
        guard::somewhere(directory, context, Permission::UserInvite)?;
        if directory.organisation().is_some_and(|organisation| organisation.policy.invite_without_plan) {
            return Ok(());
        }
        let mut plans = directory.licences().filter(|licence| licence.kind == LicenceKind::Plan).peekable();
        let Some(first) = plans.peek().map(|licence| licence.id) else { return Ok(()) };
        let mut all = 0_u32;
        for plan in plans {
            match plan.seats {
                Some(seats) if directory.seats_taken(plan.id) >= seats => all = all.saturating_add(seats),
                _ => return Ok(()),
            }
        }
        Err(Refusal::NoSeatLeft { licence: first, seats: all }.into())
    }
}

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

    fn offered(directory: &Directory, context: &Context, about: &Key) -> Option<Start> {
        matches!(about, Key::Organisation).then(|| Start::blank(Self::opens(directory, context)))
    }

    fn erased(self, user: UserId, _held: bool) -> Self {
        if self.0.id == user { Self(self.0.erased()) } else { self }
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        self.0.decide(directory, context, Permission::UserInvite, Then::Invite)
    }
}
