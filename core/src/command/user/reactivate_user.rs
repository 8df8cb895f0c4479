//! Give a suspended user its access back; it takes its seats again.

use crate::command::{
    Command, Decision, Intent, Standing, SuspendUser,
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

/// Suspended → active. Needs `user.suspend` over the user and a free seat of each of its licences.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ReactivateUser {
    pub user: UserId,
}

impl Intent for ReactivateUser {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        Some(self.user)
    }

    fn makes(&self) -> Option<Key> {
        None
    }

    fn needs(&self) -> Vec<Key> {
        vec![Key::User(self.user)]
    }

    fn undo(&self, _directory: &Directory) -> Option<Command> {
        Some(SuspendUser { user: self.user }.into())
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
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
