//! What can go wrong, one enum per operation.

use crate::{
    browser::idb::IdbError,
    store::{StoreError, Unsynced},
};
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

/// Why this device keeps nothing at the moment.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotKept {
    /// The disk, or what the browser grants of it, is full.
    #[error("this device's storage is full")]
    Full,
    /// The browser closed or cleared the page's storage; a reload opens it again.
    #[error("the browser closed this page's storage")]
    Closed,
    /// The browser lets the page store nothing, for a reason that it names.
    #[error("the browser does not let this page store anything ({0})")]
    Forbidden(String),
    /// Another tab signed out.
    #[error("signed out in another tab")]
    SignedOut,
    /// Another tab runs a newer version.
    #[error("a newer version is in use on this device")]
    Newer,
    /// The server no longer understands this page, so it takes nothing more.
    #[error("this page is too old for the server")]
    TooOld,
}

impl From<&StoreError> for NotKept {
    fn from(error: &StoreError) -> Self {
        match error {
            StoreError::Idb(IdbError::Full) => Self::Full,
            StoreError::Idb(IdbError::Closed) | StoreError::Gone | StoreError::Moved => Self::Closed,
            StoreError::Idb(IdbError::Failed(reason)) => Self::Forbidden(reason.clone()),
            StoreError::Ended => Self::SignedOut,
            StoreError::Newer => Self::Newer,
        }
    }
}

/// Why a command was not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IssueError {
    /// The rules say no, as far as this device knows.
    #[error("refused")]
    Refused(Refusals),
    /// It could not be stored, so it is as if never issued.
    #[error("{0}")]
    NotSaved(NotKept),
}

/// Why a file of unsynced work was not imported.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// It holds no work at all.
    #[error("This file holds no unsynced work of Rollcall.")]
    NotWork,
    /// No device of this account wrote it, or it was changed since: it may hold commands that the person never gave.
    #[error(
        "This file was not saved by one of your own devices with this account, or it was changed since. It is not \
         imported: it could do things in your name. Save the work again on the device where it was done."
    )]
    NotOwn,
    /// It belongs somewhere else, or is of a later version.
    #[error("This file can't be used here: {0}.")]
    Unsuited(#[from] WorkError),
    /// What it holds could not be stored.
    #[error("{0}")]
    NotSaved(NotKept),
}

/// Why the data on this device was not deleted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WipeError {
    /// So many commands have not reached the server, or came back refused and nobody has dealt with them.
    #[error("{} changes have not reached the server and {} came back refused; deleting would lose them.", .0.outbox, .0.inbox)]
    Unsynced(Unsynced),
    /// The browser would not; a sentence for people.
    #[error("{0}")]
    NotDeleted(String),
}

impl WipeError {
    /// The browser would not.
    pub(crate) fn of(error: &StoreError) -> Self {
        Self::NotDeleted(format!(
            "What is stored on this device could not be deleted: {error}. Close the other tabs of this page and try \
             again, or delete this site's data in the browser's settings."
        ))
    }
}

/// Why a request to the server failed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ApiError {
    /// The server can't be reached.
    #[error("The server can't be reached. Check the connection and try again.")]
    Offline,
    /// Something on the network answered in place of the server.
    #[error(
        "Something on this network answers in place of the server: a sign-in page of the network, or a proxy. Open any \
         other website to sign in to the network, then try again."
    )]
    Intercepted,
    /// The server answered that it will not, and why.
    #[error("{}", if .0.detail.is_empty() { &.0.title } else { &.0.detail })]
    Problem(Problem),
}
