//! Invariant 13: users that are no persons have neither credentials nor a seat, and nobody invites them.

use super::Violation;
use crate::{
    directory::Directory,
    model::{User, UserKind, UserState},
};

pub(super) fn verify(directory: &Directory) -> Vec<Violation> {
    let like_a_person = |user: &&User| {
        user.kind != UserKind::Person
            && (!user.identifiers.is_empty()
                || user.licence.is_some()
                || !user.add_ons.is_empty()
                || user.state == UserState::Invited)
    };
    let wrong = directory.users().filter(like_a_person);
    wrong.map(|user| Violation::new(13, format!("{:?} {} is like a person", user.kind, user.id))).collect()
}
