//! Delete a user for good (S1.8, S2.14): its seats, grants and memberships go with it.

use super::{
    Decision, Effect,
    draft::{Draft, unless},
    guard,
};
use crate::{
    access::{OWNER, Permission},
    change::Key,
    context::{Actor, Context},
    directory::Directory,
    id::UserId,
    refusal::{Refusal, Refusals},
};
use serde::{Deserialize, Serialize};

/// Remove a user and all that hangs on it. Needs `user.delete` over the user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct DeleteUser {
    pub user: UserId,
}

impl DeleteUser {
    pub(super) fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        let (user, _) = guard::manage(directory, context, self.user, Permission::UserDelete)?;
        let mut refusals = Refusals::new();
        if context.actor == Actor::User(self.user) {
            refusals.push(Refusal::Oneself);
        }
        if directory.holds(self.user, OWNER) {
            refusals.push(Refusal::ProtectedRole { role: OWNER });
        }
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            for grant in directory.grants_of(user.id) {
                draft.remove(Key::Grant(grant.key));
            }
            for team in directory.teams_of(user.id) {
                draft.remove(Key::Membership(team, user.id));
            }
            draft.remove(Key::User(user.id));
            draft.effect(Effect::EndInvitation { user: user.id });
            draft.effect(Effect::EndSessions { user: user.id });
            draft.effect(Effect::ForgetSecrets { user: user.id });
            draft.done()
        })
    }
}
