//! Take an invitation back: the code ends, the user is prepared again and keeps its seat.

use crate::command::{
    Decision, Effect, Intent, Standing, Start,
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
    refusal::Refusals,
};
use serde::{Deserialize, Serialize};

/// Invited → prepared. Needs `user.invite` over the user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RevokeInvitation {
    pub user: UserId,
}

impl Intent for RevokeInvitation {
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
        let (permission, state) = (Permission::UserInvite, UserState::Invited);
        let (user, refusals) = guard::in_state(directory, context, self.user, permission, state)?;
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            draft.put(Record::User(User { state: UserState::Prepared, invitation: None, ..user.clone() }));
            draft.effect(Effect::EndInvitation { user: user.id });
            draft.done()
        })
    }
}
