//! Unsynced work as a file: what a person saves from a device that can't reach the server (any more), and takes in on
//! another one. Commands keep their ids, so what had been applied already is not applied again: the server answers a
//! command that it knows with its old verdict, whichever device sends it.

use super::{Envelope, Rejected, Replica};
use crate::{api::Place, id::CommandId, time::Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// The version of the file. Files of version 1 told every command as JSON; no page was released that wrote them.
pub const WORK_VERSION: u16 = 2;

/// Work that only one device has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Work {
    pub version: u16,
    /// Where it was done, and as whom.
    pub organisation: Place,
    /// When it was saved, by the device's clock.
    pub saved: Timestamp,
    /// Without a verdict, oldest first.
    pub pending: Vec<Envelope>,
    /// What the server refused, for the person to read: it has its verdict, and is not taken in again.
    pub refused: Vec<Rejected>,
}

/// Why a file's work can't be taken in here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WorkError {
    /// Saved by a later version of Rollcall.
    #[error("the file was saved by a later version of Rollcall")]
    Newer,
    /// In a form that is no longer read.
    #[error("the file was saved by an earlier version of Rollcall")]
    Older,
    /// Nobody's work is ever done elsewhere.
    #[error("the file holds work for another organisation")]
    OtherOrganisation,
    /// Nobody's work is ever done in another's name.
    #[error("the file holds another user's work")]
    OtherUser,
}

impl Work {
    /// What only this device has.
    pub fn of(replica: &Replica, place: &Place, saved: Timestamp) -> Self {
        Self {
            version: WORK_VERSION,
            organisation: place.clone(),
            saved,
            pending: replica.pending().map(|pending| pending.envelope.clone()).collect(),
            refused: replica.inbox().cloned().collect(),
        }
    }

    /// The commands that this replica does not know yet, oldest first; to be stored under new numbers, their ids and
    /// claimed times kept.
    ///
    /// # Errors
    /// [`WorkError`].
    pub fn unknown_to(self, replica: &Replica, place: &Place) -> Result<Vec<Envelope>, WorkError> {
        if self.version > WORK_VERSION {
            return Err(WorkError::Newer);
        }
        if self.organisation.tenant != place.tenant {
            return Err(WorkError::OtherOrganisation);
        }
        if self.organisation.user != place.user {
            return Err(WorkError::OtherUser);
        }
        let pending = replica.pending().map(|pending| pending.envelope.id);
        let mut known: HashSet<CommandId> =
            pending.chain(replica.inbox().map(|rejected| rejected.envelope.id)).collect();
        Ok(self.pending.into_iter().filter(|envelope| known.insert(envelope.id)).collect())
    }
}
