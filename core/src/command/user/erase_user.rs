//! Erase a person: delete it for good, and let nothing tell who it was. The logs keep that something happened.

use crate::command::{Decision, DeleteUser, Effect, Intent, Standing, Start, draft::Draft, guard};
use crate::{
    access::Permission,
    change::{Key, Record},
    context::Context,
    directory::Directory,
    id::UserId,
    refusal::Refusals,
};
use serde::{Deserialize, Serialize};

/// Delete a user, with no way to restore it, and take out of the logs who it was. Somebody who was deleted before can be
/// erased too. Needs `user.delete` and `audit.read` in the organisation; the rules of deletion hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EraseUser {
    pub user: UserId,
}

impl Intent for EraseUser {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        Some(self.user)
    }

    fn offered(directory: &Directory, _context: &Context, about: &Key) -> Option<Start> {
        let (Key::User(user) | Key::Removed(user)) = *about else { return None };
        (directory.user(user).is_some() || directory.removed_user(user).is_some()).then(|| Start::ready(Self { user }))
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        guard::everywhere(directory, context, Permission::UserDelete)?;
        guard::everywhere(directory, context, Permission::AuditRead)?;
        guard::organisation(directory)?;
        let user = self.user;
        let mut decision = if directory.user(user).is_some() {
            DeleteUser { user }.decide(directory, context)?
        } else {
            let mut draft = Draft::new(directory);
            draft.remove(Key::Removed(user));
            draft.remove(Key::RemovedLines(user));
            draft.done()?
        };
        // Nothing is kept to restore it from.
        decision
            .changes
            .0
            .retain(|change| change.after.is_none() || !matches!(change.key, Key::Removed(_) | Key::RemovedLines(_)));
        // What its numbers are called may tell who it was.
        for change in &mut decision.changes.0 {
            if let Some(Record::Number(number)) = &mut change.after {
                number.label = None;
            }
        }
        decision.effects.push(Effect::Erase { user });
        Ok(decision)
    }
}
