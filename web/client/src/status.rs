//! How the engine is doing, for the page to show.

use crate::NotKept;
use rollcall_core::{
    Timestamp,
    api::Problem,
    sync::{Envelope, Seq, Work},
};
use serde::{Deserialize, Serialize};

/// How the engine is doing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// The connection to the server, this tab's or that of the tab that syncs.
    pub link: Link,
    /// Whether work is kept on this device.
    pub saving: Saving,
    /// Commands that the server has not judged yet.
    pub pending: usize,
    /// Commands that are shown, and not stored yet: closing the page would lose them.
    pub storing: usize,
    /// Commands up to this one are on their way to the server, in this tab's exchange; 0 when none is.
    pub sending: Seq,
    /// Refused commands that nobody has dealt with.
    pub inbox: usize,
    /// When the server last answered a sync, by its own clock.
    pub synced: Option<Timestamp>,
    /// Whether there is data to show: false until the first sync of a new device.
    pub ready: bool,
    /// Whether the data is so old that it must not be shown: the device has had no contact with the server for longer than
    /// the organisation allows. The page asks to go online first; unsynced work stays.
    pub expired: bool,
    /// Whether this tab is the one that talks to the server.
    pub leader: bool,
}

/// What is in a file of unsynced work that a device of this account saved: for the person to see before it is imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkPreview {
    /// When it was saved, by the clock of the device that did.
    pub saved: Timestamp,
    /// The commands that this device does not have, oldest first, each with the device that issued it and when: they would
    /// be sent in the person's name.
    pub new: Vec<Envelope>,
    /// Commands that this device has already.
    pub known: usize,
    /// Refused commands in the file: they have their verdict, and are not imported.
    pub refused: usize,
    pub(crate) work: Work,
}

/// What importing a file of unsynced work did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Imported {
    /// Commands that are on their way now.
    pub taken: usize,
    /// Commands that this device had already.
    pub known: usize,
    /// Refused commands in the file: they have their verdict, and stay where they are.
    pub refused: usize,
}

/// The connection to the server.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Link {
    /// Nothing heard yet.
    Connecting,
    /// The server answered the last time it was asked.
    Online,
    /// The server answers, and asked for a pause: it has more to do than it can. Tried again by itself when that is over.
    Slowed,
    /// The server can't be reached; tried again by itself.
    Offline,
    /// Something on the network answers in place of the server: a hotel's sign-in page, a proxy. Work goes on as offline,
    /// and the server is tried again by itself.
    Intercepted,
    /// The session ended: sign in again. Data and unsynced work stay.
    SignedOut,
    /// The account may not open this organisation (any more), and why.
    Forbidden(Box<Problem>),
    /// This page is too old for the server: reload to update. Unsynced work stays.
    TooOld,
}

impl Link {
    /// Whether the server answered the last time it was asked.
    pub fn is_up(&self) -> bool {
        matches!(self, Self::Online | Self::Slowed)
    }

    /// Whether what is done now stays on this device until the server, or the way to it, is there again. Tried again by itself.
    pub fn keeps_waiting(&self) -> bool {
        match self {
            Self::Offline | Self::Intercepted | Self::Slowed => true,
            Self::Connecting | Self::Online | Self::SignedOut | Self::Forbidden(_) | Self::TooOld => false,
        }
    }
}

/// Whether work is kept on this device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saving {
    /// It is. Not persistent: the browser may delete it when the disk runs low, as with any site.
    Saved { persistent: bool },
    /// It is not, and commands are refused.
    NotSaved(NotKept),
}
