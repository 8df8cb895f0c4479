//! Invariant 11, as far as the directory shows it: there is an invitation as long as the user is invited, and no longer.

use super::Violation;
use crate::{directory::Directory, model::UserState};

pub(super) fn verify(directory: &Directory) -> Vec<Violation> {
    let wrong = directory.users().filter(|user| (user.state == UserState::Invited) != user.invitation.is_some());
    wrong.map(|user| Violation::new(11, format!("{} is {:?} with another invitation", user.id, user.state))).collect()
}
