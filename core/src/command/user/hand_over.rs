//! Hand a person what it signs in with, by word of mouth or on paper: nobody needs a mailbox (S2.4, S3.3, S4.5).

use super::new_user;
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
    model::{User, UserKind, UserState},
    refusal::{Field, Refusal, Refusals},
    value::ValueError,
};
use serde::{Deserialize, Serialize};

/// Make a person an invitation or a temporary password, which the server tells to the actor, once. The secret itself never comes
/// here. Needs `user.reset_credentials` over the user, who is somebody else, and a plan where there are plans.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HandOver {
    pub user: UserId,
    pub what: Handed,
}

/// What is handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Handed {
    /// A link and a code, as an invitation has. Prepared or invited → invited anew: the older code ends (invariant 11).
    Invitation,
    /// A password to be changed at the first sign-in (domain.md, 2.5). Prepared or invited → active; who is active loses its
    /// password and its sessions.
    Password,
}

impl Intent for HandOver {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        Some(self.user)
    }

    fn offered(directory: &Directory, _context: &Context, about: &Key) -> Option<Start> {
        let Key::User(user) = *about else { return None };
        let state = directory.user(user)?.state;
        let what = if state == UserState::Active { Handed::Password } else { Handed::Invitation };
        // Which of them is asked first; and what is told fills a dialog.
        Some(Start::Form(Self { user, what }.into()))
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        let organisation = guard::organisation(directory)?;
        let (user, mut refusals) = guard::another(directory, context, self.user, Permission::UserResetCredentials)?;
        if user.kind != UserKind::Person {
            return Err(Refusal::NotAPerson.into());
        }
        match (user.state, self.what) {
            (UserState::Prepared | UserState::Invited, _) | (UserState::Active, Handed::Password) => {}
            (state, _) => refusals.push(Refusal::WrongState { state }),
        }
        let kinds = &organisation.policy.login_kinds;
        if !user.identifiers.iter().any(|identifier| kinds.contains(&identifier.kind())) {
            refusals.push(Refusal::NoSignIn);
        }
        let active = user.state == UserState::Active;
        if !active {
            refusals.extend(guard::plan(directory, organisation, user.licence));
        }
        if self.what == Handed::Password && !active {
            refusals.extend(nameless(user));
        }
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            match self.what {
                Handed::Invitation => {
                    let round = user.invitation.map_or(0, |invitation| invitation.round).saturating_add(1);
                    let invitation = Some(new_user::invitation(organisation, context, round));
                    draft.put(Record::User(User { state: UserState::Invited, invitation, ..user.clone() }));
                }
                Handed::Password if active => draft.effect(Effect::EndSessions { user: user.id }),
                Handed::Password => {
                    draft.put(Record::User(User { state: UserState::Active, invitation: None, ..user.clone() }));
                }
            }
            match user.state {
                UserState::Invited => draft.effect(Effect::EndInvitation { user: user.id }),
                // It needs none that is mailed at a moment.
                UserState::Prepared => draft.remove(Key::Scheduled(user.id)),
                UserState::Active | UserState::Suspended => {}
            }
            draft.effect(Effect::HandOver { user: user.id, what: self.what });
            draft.done()
        })
    }
}

/// Why a person can't be active: nobody knows what to call it.
pub(super) fn nameless(user: &User) -> Option<Refusal> {
    let missing = Refusal::Invalid { field: Field::FullName, error: ValueError::Empty };
    user.profile.full_name.is_none().then_some(missing)
}
