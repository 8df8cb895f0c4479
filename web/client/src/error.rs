//! What can go wrong, one enum per operation.

use rollcall_core::{api::Problem, refusal::Refusals, sync::WorkError};

/// Why an engine can't be opened.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// This is no browser page.
    #[error("This runs only in a page of a web browser.")]
    NoPage,
    /// What is stored was written by a later version of Rollcall.
    #[error("What is stored on this device was written by a newer version of Rollcall. Reload the page to update it.")]
    Newer,
}

/// Why a command was not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IssueError {
    /// The rules say no, as far as this device knows.
    #[error("refused")]
    Refused(Refusals),
    /// It could not be stored, so it is as if never issued; a sentence for people.
    #[error("{0}")]
    NotSaved(String),
}

/// Why a file of unsynced work was not taken in.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// It holds no work at all.
    #[error("This file holds no unsynced work of Rollcall.")]
    NotWork,
    /// It belongs somewhere else, or is of a later version.
    #[error("This file can't be used here: {0}.")]
    Unsuited(#[from] WorkError),
    /// What it holds could not be stored; a sentence for people.
    #[error("{0}")]
    NotSaved(String),
}

/// Why the data on this device was not deleted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WipeError {
    /// So many commands have not reached the server, or came back refused and nobody has dealt with them.
    #[error("{pending} changes have not reached the server and {inbox} came back refused; deleting would lose them.")]
    Unsynced { pending: usize, inbox: usize },
    /// The browser would not; a sentence for people.
    #[error("{0}")]
    NotDeleted(String),
}

/// Why a request to the server failed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ApiError {
    /// The server can't be reached.
    #[error("The server can't be reached. Check the connection and try again.")]
    Offline,
    /// The server answered that it will not, and why.
    #[error("{}", if .0.detail.is_empty() { &.0.title } else { &.0.detail })]
    Problem(Problem),
}
