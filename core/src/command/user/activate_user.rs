//! Activate somebody who only has a phone (S4.5): without an invitation, because there is nothing to sign in to.

use super::hand_over::nameless;
use crate::command::{
    Decision, Effect, Intent, Standing, Start,
    draft::{Draft, unless},
    guard,
};
use crate::{
    access::{Holding, Permission},
    change::{Key, Record},
    context::Context,
    directory::Directory,
    id::UserId,
    model::{User, UserKind, UserState},
    refusal::{Refusal, Refusals},
};
use serde::{Deserialize, Serialize};

/// Prepared or invited → active, for a person who may not open the portal, as *Simple* users may not. Needs `user.invite` over
/// the user, and a plan where there are plans.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ActivateUser {
    pub user: UserId,
}

impl Intent for ActivateUser {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        Some(self.user)
    }

    fn offered(directory: &Directory, _context: &Context, about: &Key) -> Option<Start> {
        let Key::User(user) = *about else { return None };
        let waits = matches!(directory.user(user)?.state, UserState::Prepared | UserState::Invited);
        waits.then(|| Start::ready(Self { user }))
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        let organisation = guard::organisation(directory)?;
        let (user, _) = guard::manage(directory, context, self.user, Permission::UserInvite)?;
        let mut refusals = Vec::new();
        if !matches!(user.state, UserState::Prepared | UserState::Invited) {
            refusals.push(Refusal::WrongState { state: user.state });
        }
        if user.kind != UserKind::Person {
            refusals.push(Refusal::NotAPerson);
        }
        if Holding::of(directory, user.id, context.now).at_all(Permission::PortalLogin) {
            refusals.push(Refusal::OpensPortal);
        }
        refusals.extend(guard::plan(directory, organisation, user.licence));
        refusals.extend(nameless(user));
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            draft.put(Record::User(User { state: UserState::Active, invitation: None, ..user.clone() }));
            draft.remove(Key::Scheduled(user.id));
            if user.state == UserState::Invited {
                draft.effect(Effect::EndInvitation { user: user.id });
            }
            draft.done()
        })
    }
}
