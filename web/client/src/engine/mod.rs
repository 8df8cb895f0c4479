//! One user's directory on this device: what a page holds.

use crate::{IssueError, Link, OpenError, Saving, Status, Watch, WipeError, clock, watch::Watchers};
use rollcall_core::{
    Command, Timestamp,
    api::Place,
    id::DeviceId,
    sync::{Replica, Seq},
    value::Email,
};
use std::{cell::RefCell, rc::Rc};

/// One user's directory of one organisation on this device. Clones are the same engine.
#[derive(Clone)]
pub struct Engine(Rc<Inner>);

struct Inner {
    place: Place,
    replica: RefCell<Replica>,
    watchers: Watchers,
}

impl Engine {
    /// Opens the directory as it was left on this device, and starts to keep it in step with the server and with the
    /// other tabs. Needs no network. Where the browser keeps nothing, it opens all the same, says [`Saving::NotSaved`],
    /// and takes no commands.
    ///
    /// # Errors
    /// [`OpenError`].
    pub async fn open(place: &Place, _account: &Email) -> Result<Self, OpenError> {
        let device = DeviceId::new(crate::new_id());
        let replica = Replica::restore(place.user, device, [], None, [], [], clock::device_now());
        let inner = Inner { place: place.clone(), replica: RefCell::new(replica), watchers: Watchers::default() };
        Ok(Self(Rc::new(inner)))
    }

    /// The organisation that is open, and who is in it.
    pub fn place(&self) -> &Place {
        &self.0.place
    }

    /// Asks the directory something. What is asked may itself ask.
    pub fn with<R>(&self, f: impl FnOnce(&Replica) -> R) -> R {
        f(&self.0.replica.borrow())
    }

    /// The time: the device's clock, corrected by the server's last word.
    pub fn now(&self) -> Timestamp {
        clock::device_now()
    }

    /// Calls back after every change of data or status, once a microtask. Dropping the watch ends it.
    pub fn watch(&self, f: impl Fn() + 'static) -> Watch {
        self.0.watchers.watch(f)
    }

    /// How the engine is doing.
    pub fn status(&self) -> Status {
        Status {
            link: Link::Connecting,
            saving: Saving::Saved { persistent: false },
            pending: 0,
            inbox: 0,
            synced: None,
            ready: false,
            leader: false,
        }
    }

    /// Takes a command: checks it, stores it durably, shows its outcome, and sends it when it can.
    ///
    /// # Errors
    /// [`IssueError::Refused`] with every reason, [`IssueError::NotSaved`] when it could not be stored.
    pub async fn issue(&self, _command: Command) -> Result<Seq, IssueError> {
        Err(IssueError::NotSaved(String::new()))
    }

    /// Takes many commands, in order, each on what the ones before it did; answers for each (invariant 15).
    /// `progress` hears how many are done. The page stays alive meanwhile.
    pub async fn issue_all(
        &self,
        commands: Vec<Command>,
        _progress: impl Fn(usize),
    ) -> Vec<Result<Seq, IssueError>> {
        commands.into_iter().map(|_| Err(IssueError::NotSaved(String::new()))).collect()
    }

    /// Removes refused work that the person has dealt with.
    ///
    /// # Errors
    /// [`IssueError::NotSaved`].
    pub async fn dismiss(&self, _seq: Seq) -> Result<(), IssueError> {
        Ok(())
    }

    /// Talks to the server now instead of when it is due.
    pub fn sync_now(&self) {}

    /// Deletes everything of this account and organisation from this device: sign-out. Other tabs close theirs too.
    ///
    /// # Errors
    /// [`WipeError::Unsynced`] while work would be lost, unless `even_unsynced`.
    pub async fn wipe(self, _even_unsynced: bool) -> Result<(), WipeError> {
        Ok(())
    }
}
