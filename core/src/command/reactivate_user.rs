//! Give a suspended user its access back; it takes its seats again.

use super::{
    Decision,
    draft::{Draft, unless},
    guard,
};
use crate::{
    access::Permission,
    change::Record,
    context::Context,
    directory::Directory,
    id::UserId,
    model::{User, UserState},
    refusal::Refusals,
};
use serde::{Deserialize, Serialize};

/// Suspended → active. Needs `user.suspend` over the user and a free seat of each of its licences.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ReactivateUser {
    pub user: UserId,
}

impl ReactivateUser {
    pub(super) fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        let (permission, state) = (Permission::UserSuspend, UserState::Suspended);
        let (user, mut refusals) = guard::in_state(directory, context, self.user, permission, state)?;
        if refusals.is_empty() {
            refusals.extend(guard::licences(directory, user.licence, &user.add_ons, &[]));
        }
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            draft.put(Record::User(User { state: UserState::Active, ..user.clone() }));
            draft.done()
        })
    }
}
