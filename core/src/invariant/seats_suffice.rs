//! Invariant 5: seats taken ≤ seats, for every plan and add-on.

use super::Violation;
use crate::directory::Directory;

pub(super) fn verify(directory: &Directory) -> Vec<Violation> {
    let over = |licence: &&crate::model::Licence| {
        let taken = directory.users().flat_map(|user| user.seats()).filter(|id| *id == licence.id).count();
        licence.seats.is_some_and(|seats| taken > seats as usize) || directory.seats_taken(licence.id) as usize != taken
    };
    let what = |licence: &crate::model::Licence| Violation {
        number: 5,
        what: format!("{} has more users than seats, or is miscounted", licence.name),
    };
    directory.licences().filter(over).map(what).collect()
}
