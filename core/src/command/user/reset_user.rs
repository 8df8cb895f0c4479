//! Reset a user (S4.11): it is prepared anew and keeps extension, numbers and teams.

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
    model::{Profile, User, UserKind, UserState},
    refusal::{Refusal, Refusals},
};
use serde::{Deserialize, Serialize};

/// Any state → prepared; name, credentials and PIN go. Needs `user.reset_credentials` over the user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ResetUser {
    pub user: UserId,
}

impl Intent for ResetUser {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        Some(self.user)
    }

    fn offered(_directory: &Directory, _context: &Context, about: &Key) -> Option<Start> {
        let Key::User(user) = *about else { return None };
        Some(Start::ready(Self { user }))
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        let (user, mut refusals) = guard::another(directory, context, self.user, Permission::UserResetCredentials)?;
        if user.kind != UserKind::Person {
            refusals.push(Refusal::NotAPerson);
        }
        if !guard::owner_remains(directory, user) {
            refusals.push(Refusal::LastOwner);
        }
        if user.state == UserState::Prepared && user.profile.full_name.is_none() {
            refusals.push(Refusal::NothingToChange);
        }
        if user.state == UserState::Suspended {
            // It takes its seats again.
            refusals.extend(guard::licences(directory, user.licence, &user.add_ons, &[]));
        }
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            let profile = Profile { full_name: None, ..user.profile.clone() };
            draft.put(Record::User(User { state: UserState::Prepared, invitation: None, profile, ..user.clone() }));
            // Who comes next is nobody who leaves.
            draft.remove(Key::Scheduled(user.id));
            draft.effect(Effect::EndInvitation { user: user.id });
            draft.effect(Effect::EndSessions { user: user.id });
            draft.effect(Effect::ForgetSecrets { user: user.id });
            draft.done()
        })
    }
}
