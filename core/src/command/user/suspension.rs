//! Suspend a user, the reversible everyday way to end its access: it gives its seats back and loses its sessions. And give it
//! its access back: it takes its seats again.

use crate::command::{
    Command, Decision, Effect, Intent, Standing, Start,
    draft::{Draft, unless},
    guard,
};
use crate::{
    access::Permission,
    change::{Key, Record},
    context::Context,
    directory::Directory,
    id::UserId,
    model::{User, UserState},
    refusal::{Refusal, Refusals},
};
use serde::{Deserialize, Serialize};

/// Active → suspended. Needs `user.suspend` over a person, `system_user.manage` over what is none; that is rung no more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SuspendUser {
    pub user: UserId,
}

impl Intent for SuspendUser {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        Some(self.user)
    }

    fn undo(&self, _directory: &Directory) -> Option<Command> {
        Some(ReactivateUser { user: self.user }.into())
    }

    fn offered(_directory: &Directory, _context: &Context, about: &Key) -> Option<Start> {
        let Key::User(user) = *about else { return None };
        Some(Start::ready(Self { user }))
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        let permission = guard::telephony(directory, self.user, Permission::UserSuspend);
        let (user, mut refusals) = guard::another(directory, context, self.user, permission)?;
        if user.state != UserState::Active {
            refusals.push(Refusal::WrongState { state: user.state });
        }
        if !guard::owner_remains(directory, user) {
            refusals.push(Refusal::LastOwner);
        }
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            draft.put(Record::User(User { state: UserState::Suspended, ..user.clone() }));
            draft.effect(Effect::EndSessions { user: user.id });
            draft.done()
        })
    }
}

/// Suspended → active. Needs what suspending needs, and a free seat of each of the user's licences. Its off-boarding ends: nobody is
/// deleted who is back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReactivateUser {
    pub user: UserId,
}

impl Intent for ReactivateUser {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        Some(self.user)
    }

    fn undo(&self, _directory: &Directory) -> Option<Command> {
        Some(SuspendUser { user: self.user }.into())
    }

    fn offered(directory: &Directory, _context: &Context, about: &Key) -> Option<Start> {
        let Key::User(user) = *about else { return None };
        let record = directory.user(user)?;
        (record.state == UserState::Suspended).then(|| Start::ready(Self { user }))
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        let permission = guard::telephony(directory, self.user, Permission::UserSuspend);
        let (user, mut refusals) = guard::in_state(directory, context, self.user, permission, UserState::Suspended)?;
        if refusals.is_empty() {
            refusals.extend(guard::licences(directory, user.licence, &user.add_ons, &[]));
        }
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            draft.put(Record::User(User { state: UserState::Active, ..user.clone() }));
            draft.remove(Key::Scheduled(user.id));
            draft.done()
        })
    }
}
