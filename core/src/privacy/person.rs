//! All that the directory has about one person, to hand it out ("export all about a person").

use crate::{
    access::{Holding, Permission},
    change::{Key, Record},
    context::{Actor, Context},
    directory::Directory,
    id::UserId,
    query::security_log,
    refusal::{Refusal, Refusals, Subject},
};
use serde::{Deserialize, Serialize};

/// Every record about a user: itself, what it was granted, where it is a member, its numbers, phones, calls, answering
/// rules, presence, picture, and what is kept of it when it was deleted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Person {
    pub user: UserId,
    pub records: Vec<Record>,
}

/// How much of what lies beside the directory whoever asks may have too: the account's sessions, what happened to it, mails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// It is the person itself: all about its account, whichever organisations it is in.
    Own,
    /// An owner: where somebody was is the owners' to read, as in the security log.
    Owner,
    /// Whoever else may have what the directory has: the organisation's mails, and nothing about where somebody was.
    Mails,
}

/// How much of what lies beside the directory the actor may have about a user of whom it may have [`person`].
pub fn beside(directory: &Directory, context: &Context, user: UserId) -> Beside {
    if context.actor == Actor::User(user) {
        return Beside::Own;
    }
    if security_log(directory, context).is_ok() { Beside::Owner } else { Beside::Mails }
}

/// Whether the actor may have what there is about a user: the user itself, and whoever may erase it.
///
/// # Errors
/// Why not: it is neither the user nor holds `user.delete` and `audit.read` in the organisation, or the user outranks it.
pub fn may_have(directory: &Directory, context: &Context, user: UserId) -> Result<(), Refusals> {
    let holding = Holding::of_actor(directory, context)?;
    if context.actor == Actor::User(user) {
        return Ok(());
    }
    for permission in [Permission::UserDelete, Permission::AuditRead] {
        if !holding.everywhere(permission) {
            return Err(Refusal::NotAllowed { permission }.into());
        }
    }
    match holding.lacks_of(&Holding::of(directory, user, context.now)) {
        Some(missing) => Err(Refusal::OutranksActor { missing }.into()),
        None => Ok(()),
    }
}

/// Gathers what there is about a user, for whoever [may have](may_have) it.
///
/// # Errors
/// Why the actor may not, or that there is nothing.
pub fn person(directory: &Directory, context: &Context, user: UserId) -> Result<Person, Refusals> {
    may_have(directory, context, user)?;
    // Nobody finds out by it that it is to leave.
    let hidden = |key: &Key| matches!(key, Key::Scheduled(_)) && context.actor == Actor::User(user);
    let own = [Key::User(user), Key::Removed(user), Key::RemovedLines(user)];
    let keys = own.into_iter().chain(directory.keys_of(user)).filter(|key| !hidden(key));
    let records: Vec<Record> = keys.filter_map(|key| directory.get(&key)).collect();
    if records.is_empty() { Err(Refusal::Unknown(Subject::User).into()) } else { Ok(Person { user, records }) }
}
