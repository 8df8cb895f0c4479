//! What holds in every directory at every time (domain.md, section 4): one invariant a file, each with `verify`.
//! The rules uphold them; tests and the simulator verify that they do.

mod owner_remains;
mod seats_suffice;
mod unique;

use crate::directory::Directory;

/// A broken invariant.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("invariant {number}: {what}")]
pub struct Violation {
    /// Its number in domain.md, section 4.
    pub number: u8,
    pub what: String,
}

/// Everything that is wrong with a directory; empty when nothing is.
pub fn verify(directory: &Directory) -> Vec<Violation> {
    [owner_remains::verify, seats_suffice::verify, unique::verify].iter().flat_map(|verify| verify(directory)).collect()
}
