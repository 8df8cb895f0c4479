//! What waits for the server's word.

use super::Envelope;
use crate::{change::Changes, refusal::Refusals};

/// A command that the server has not judged yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pending {
    pub envelope: Envelope,
    /// What it does to the view at the moment; its inverse takes it back.
    pub changes: Changes,
    /// Why it would be refused as things stand now. It is sent all the same: the server's word is final.
    pub refusals: Option<Refusals>,
}
