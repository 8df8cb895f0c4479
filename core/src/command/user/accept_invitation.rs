//! Accept an invitation (S0.8): the invitee gives its own name, the server stores its password, the user is active.

use crate::command::{
    Decision, Effect, Intent, Standing, Start,
    draft::{Draft, unless},
};
use crate::{
    change::{Key, Record},
    context::{Actor, Context},
    directory::Directory,
    id::UserId,
    model::{Profile, User, UserState},
    refusal::{Refusal, Refusals, Subject},
    value::FullName,
};
use serde::{Deserialize, Serialize};

/// Invited → active. Only the invitee itself, who proved to hold the code; the password never comes here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AcceptInvitation {
    pub user: UserId,
    pub full_name: FullName,
}

impl Intent for AcceptInvitation {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        Some(self.user)
    }

    fn offered(_directory: &Directory, _context: &Context, _about: &Key) -> Option<Start> {
        // The page of an invitation does it.
        None
    }

    fn erased(self, user: UserId, _held: bool) -> Self {
        if self.user == user { Self { full_name: FullName::erased(), ..self } } else { self }
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        if context.actor != Actor::Invitee(self.user) {
            return Err(Refusal::ActorNotActive.into());
        }
        let user = directory.user(self.user).ok_or(Refusal::Unknown(Subject::User))?;
        let mut refusals = Vec::new();
        if user.state != UserState::Invited {
            refusals.push(Refusal::WrongState { state: user.state });
        } else if user.invitation_expired(context.now) {
            refusals.push(Refusal::InvitationExpired);
        }
        unless(refusals, || {
            let profile = Profile { full_name: Some(self.full_name.clone()), ..user.profile.clone() };
            let mut draft = Draft::new(directory);
            draft.put(Record::User(User { state: UserState::Active, invitation: None, profile, ..user.clone() }));
            draft.effect(Effect::EndInvitation { user: user.id });
            draft.done()
        })
    }
}
