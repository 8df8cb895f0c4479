//! All that the directory has about one person, to hand it out ("export all about a person").

use crate::{
    access::{Holding, Permission},
    change::{Key, Record},
    context::{Actor, Context},
    directory::Directory,
    id::UserId,
    refusal::{Refusal, Refusals, Subject},
};
use serde::{Deserialize, Serialize};

/// Every record about a user: itself, what it was granted, where it is a member, its numbers, phones, calls, answering
/// rules, presence, picture, and what is kept of it when it was deleted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    pub user: UserId,
    pub records: Vec<Record>,
}

/// Gathers what there is about a user, for itself and for whoever may erase it.
///
/// # Errors
/// Why the actor may not: it is neither the user nor holds `user.delete` and `audit.read` in the organisation, the user
/// outranks it, or there is nothing.
pub fn person(directory: &Directory, context: &Context, user: UserId) -> Result<Person, Refusals> {
    let holding = Holding::of_actor(directory, context).map_err(|refusal| vec![refusal])?;
    if context.actor != Actor::User(user) {
        for permission in [Permission::UserDelete, Permission::AuditRead] {
            if !holding.everywhere(permission) {
                return Err(vec![Refusal::NotAllowed { permission }]);
            }
        }
        if let Some(missing) = holding.lacks_of(&Holding::of(directory, user, context.now)) {
            return Err(vec![Refusal::OutranksActor { missing }]);
        }
    }
    let own = [Key::User(user), Key::Removed(user), Key::RemovedLines(user)];
    let keys = own.into_iter().chain(directory.keys_of(user));
    let records: Vec<Record> = keys.filter_map(|key| directory.get(&key)).collect();
    if records.is_empty() { Err(vec![Refusal::Unknown(Subject::User)]) } else { Ok(Person { user, records }) }
}
