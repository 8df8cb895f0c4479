//! Taking out of a row of the log who a user was: what happened stays, with all ids; names, addresses, numbers, pictures
//! and whatever else tells who somebody is go. What the values are replaced by is the same for everybody.

use crate::{
    change::{Change, Changes, Record},
    command::Command,
    id::UserId,
    model::{AvatarOf, Call, CallHandling, Grant, Membership, Number, Phone, Removed, RemovedLines, Task, User},
    value::Picture,
};

/// The row without anything that tells who the user was. A number of the inventory stays as the key of its record, and no
/// longer says who held it.
pub fn erased(command: &Command, changes: &Changes, user: UserId) -> (Command, Changes) {
    let held = |record: &Record| matches!(record, Record::Number(number) if number.holder == Some(user));
    let held = changes.0.iter().any(|change| change.before.iter().chain(&change.after).any(held));
    let strip = |change: &Change| Change {
        key: change.key,
        before: change.before.clone().map(|before| record(before, user)),
        after: change.after.clone().map(|after| record(after, user)),
    };
    (command.clone().erased(user, held), Changes(changes.0.iter().map(strip).collect()))
}

/// A record without what tells who the user is, if it is of the user.
fn record(record: Record, user: UserId) -> Record {
    let mine = |id: UserId| id == user;
    match record {
        Record::User(other) if mine(other.id) => Record::User(nobody(other)),
        Record::Number(number) => Record::Number(unheld(number, user)),
        Record::Phone(phone) if mine(phone.user) => Record::Phone(phone.erased()),
        Record::CallHandling(handling) if mine(handling.user) => Record::CallHandling(without_rules(handling)),
        Record::Avatar(mut avatar) if avatar.of == AvatarOf::User(user) => {
            avatar.picture = Picture::blank();
            Record::Avatar(avatar)
        }
        Record::Call(call) if call.user == Some(user) => Record::Call(Call { peer: None, ..call }),
        Record::Removed(removed) if mine(removed.user.id) => {
            let Removed { user, grants, memberships, handling, avatar: _, at, by, until } = *removed;
            let (user, handling): (User, Option<CallHandling>) = (nobody(user), handling.map(without_rules));
            let (grants, memberships): (Vec<Grant>, Vec<Membership>) = (grants, memberships);
            Record::Removed(Box::new(Removed { user, grants, memberships, handling, avatar: None, at, by, until }))
        }
        Record::RemovedLines(lines) if mine(lines.user) => {
            let phones = lines.phones.into_iter().map(Phone::erased).collect();
            Record::RemovedLines(Box::new(RemovedLines { user, numbers: Vec::new(), phones }))
        }
        Record::Scheduled(mut scheduled) if mine(scheduled.user) => {
            if let Task::OffBoarding(leaving) = &mut scheduled.what {
                leaving.order = leaving.order.erased();
            }
            Record::Scheduled(scheduled)
        }
        // Of others, or nothing but ids.
        other @ (Record::Organisation(_)
        | Record::Licence(_)
        | Record::Role(_)
        | Record::Team(_)
        | Record::User(_)
        | Record::Grant(_)
        | Record::Membership(_)
        | Record::Channel(_)
        | Record::Phone(_)
        | Record::CallHandling(_)
        | Record::Presence(_)
        | Record::LastSignIn(_)
        | Record::Contact(_)
        | Record::Avatar(_)
        | Record::Call(_)
        | Record::Removed(_)
        | Record::RemovedLines(_)
        | Record::Keeping(_)
        | Record::CallPolicy(_)
        | Record::Holiday(_)
        | Record::Scheduled(_)) => other,
    }
}

fn nobody(user: User) -> User {
    User {
        licence: user.licence,
        add_ons: user.add_ons,
        invitation: user.invitation,
        ..User::new(user.id, user.kind, user.state, user.created)
    }
}

fn unheld(number: Number, user: UserId) -> Number {
    let other = |holder: &UserId| *holder != user;
    let held = number.holder == Some(user);
    // It was called so while the user held it.
    let called = number.holder.or(number.last_holder) == Some(user);
    Number {
        holder: number.holder.filter(other),
        last_holder: number.last_holder.filter(other),
        linked_mobile: number.linked_mobile.filter(|_| !held),
        label: number.label.filter(|_| !called),
        ..number
    }
}

fn without_rules(handling: CallHandling) -> CallHandling {
    CallHandling { rules: Vec::new(), ..handling }
}
