//! What was done to many and did not go well for all of them: kept until somebody has seen for whom not, and why.

use rollcall_core::command::Authored;

/// How it went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failed {
    /// For so many it was done.
    pub done: usize,
    /// Those that were left as they were.
    pub left: Vec<Left>,
}

/// A command that was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    pub command: Authored,
    /// What would take it back.
    pub undo: Vec<Authored>,
    /// A sentence.
    pub why: String,
}
