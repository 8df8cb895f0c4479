//! Let an owner in again who is locked out: what the operator of a server does when nobody else can (`rollcall recover`).

use crate::command::{
    Decision, Effect, Intent, Standing, Start,
    draft::{Draft, unless},
    guard,
};
use crate::{
    access::OWNER,
    change::Key,
    context::{Actor, Context},
    directory::Directory,
    id::UserId,
    model::{GrantKey, Granted, Scope, UserKind, UserState},
    refusal::{Refusal, Refusals, Subject},
};
use serde::{Deserialize, Serialize};

/// Mail a link with which an owner sets a new password. Only the system does it, and nothing changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RecoverOwner {
    pub user: UserId,
}

impl Intent for RecoverOwner {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        Some(self.user)
    }

    fn offered(_directory: &Directory, _context: &Context, _about: &Key) -> Option<Start> {
        // The operator of the server does it.
        None
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        if context.actor != Actor::System {
            return Err(Refusal::ActorNotActive.into());
        }
        guard::organisation(directory)?;
        let user = directory.user(self.user).ok_or(Refusal::Unknown(Subject::User))?;
        let mut refusals = Vec::new();
        if user.kind != UserKind::Person {
            refusals.push(Refusal::NotAPerson);
        }
        let key = GrantKey { user: user.id, what: Granted::Role(OWNER), scope: Scope::Organisation };
        if directory.grant(&key).is_none_or(|grant| grant.until.is_some_and(|until| until <= context.now)) {
            refusals.push(Refusal::NotAnOwner);
        }
        if user.state != UserState::Active {
            refusals.push(Refusal::WrongState { state: user.state });
        }
        if user.email().is_none() {
            refusals.push(Refusal::NoEmail);
        }
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            draft.effect(Effect::SendRecovery { user: user.id });
            draft.done()
        })
    }
}
