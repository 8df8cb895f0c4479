//! Invariant 2: every organisation keeps at least one active owner.

use super::Violation;
use crate::{access::OWNER, directory::Directory};

pub(super) fn verify(directory: &Directory) -> Vec<Violation> {
    let orphaned = directory.organisation().is_some() && directory.lasting_holders(OWNER).next().is_none();
    orphaned.then(|| Violation { number: 2, what: "no active owner".into() }).into_iter().collect()
}
