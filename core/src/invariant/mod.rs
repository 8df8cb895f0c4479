//! What holds in every directory at every time (domain.md, section 4): one invariant a file, each with `verify`.
//! The rules uphold them; tests and the simulator verify that they do. They read the whole directory: nothing for a server
//! to do at every command.

mod built_in_roles;
mod disabled_teams;
mod invitations;
mod no_person;
mod owner_remains;
mod seats_suffice;
mod unique;
mod well_founded;

use crate::directory::Directory;

/// A broken invariant.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("invariant {number}: {what}")]
pub struct Violation {
    /// Its number in domain.md, section 4; 0 for what goes without saying: that nothing refers to what isn't there.
    pub number: u8,
    pub what: String,
}

impl Violation {
    fn new(number: u8, what: String) -> Self {
        Self { number, what }
    }
}

/// Everything that is wrong with a directory; empty when nothing is.
pub fn verify(directory: &Directory) -> Vec<Violation> {
    [
        owner_remains::verify,
        seats_suffice::verify,
        unique::verify,
        built_in_roles::verify,
        disabled_teams::verify,
        invitations::verify,
        no_person::verify,
        well_founded::verify,
    ]
    .iter()
    .flat_map(|verify| verify(directory))
    .collect()
}
