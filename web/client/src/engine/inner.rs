//! What an engine consists of, and how it says how it is doing.

use super::{
    hint::Hint,
    standing::{Syncing, Tabs},
};
use crate::{
    Link, NotKept, Saving, Status,
    browser::idb::IdbError,
    clock,
    store::{Head, Store, StoreError},
    watch::Watchers,
};
use rollcall_core::{
    Timestamp,
    api::Place,
    sync::{Replica, Seq, is_too_old},
};
use std::cell::RefCell;
use uuid::Uuid;

/// What an engine consists of. A cell is never borrowed across an await, nor while somebody is called back.
pub struct Inner {
    pub place: Place,
    /// Whose account it is. Nobody else learns this number: it proves which files of unsynced work are the person's own.
    pub account: Uuid,
    /// Of the database, and so of the tabs' lock and channel.
    pub name: String,
    pub replica: RefCell<Replica>,
    pub store: Store,
    pub state: RefCell<State>,
    pub syncing: RefCell<Syncing>,
    pub tabs: RefCell<Tabs>,
    pub watchers: Watchers,
}

/// Where this tab stands.
pub struct State {
    /// The store's head, as far as this tab has taken it in.
    pub head: Head,
    /// The last outbox row that was read or written here without a gap before it.
    pub outbox_read: Seq,
    /// How often the replica was replaced: work that began on an older one has to begin again.
    pub replaced: u64,
    /// The store can't be used: what the server says is shown, and lost with the page.
    pub detached: bool,
    /// The next request asks for everything, because the store holds no records.
    pub need_snapshot: bool,
    /// Why work isn't kept, if it isn't.
    pub not_saved: Option<NotKept>,
    pub persistent: bool,
    /// The browser was asked to keep what is stored: once, because some ask the person.
    pub asked_to_persist: bool,
    pub link: Link,
    /// The server's time at its last answer.
    pub synced: Option<Timestamp>,
    /// Signed out.
    pub ended: bool,
}

impl Inner {
    pub fn now(&self) -> Timestamp {
        self.now_in(&self.state.borrow())
    }

    fn now_in(&self, state: &State) -> Timestamp {
        clock::device_now().after(state.head.behind)
    }

    pub fn status(&self) -> Status {
        let (replica, state) = (self.replica.borrow(), self.state.borrow());
        Status {
            link: state.link.clone(),
            saving: match &state.not_saved {
                Some(reason) => Saving::NotSaved(reason.clone()),
                None => Saving::Saved { persistent: state.persistent },
            },
            pending: replica.pending().len(),
            storing: replica.drafts().len(),
            sending: self.syncing.borrow().sending,
            inbox: replica.inbox().len(),
            synced: state.synced,
            ready: replica.cursor().is_some(),
            expired: !state.link.is_up()
                && state.synced.is_some_and(|at| is_too_old(at, self.now_in(&state), &replica.view().keeping())),
            leader: self.tabs.borrow().leads(),
        }
    }

    /// Tells the page that data or status may have changed.
    pub fn notify(&self) {
        let written = self.replica.borrow().take_written();
        self.watchers.notify(written);
    }

    /// The connection turned out to be so; the other tabs learn it from the leader.
    pub fn set_link(&self, link: Link) {
        {
            let mut state = self.state.borrow_mut();
            if state.ended {
                return;
            }
            state.link = link;
        }
        if self.tabs.borrow().leads() {
            self.say_link();
        }
        self.notify();
    }

    /// Tells the other tabs how the connection stands.
    pub fn say_link(&self) {
        let hint = {
            let state = self.state.borrow();
            let (stored, generation) = (state.head.cursor, Some(state.head.generation));
            Hint::Link { link: state.link.clone(), synced: state.synced, stored, generation }
        };
        self.say(&hint);
    }

    /// Tells the other tabs.
    pub fn say(&self, hint: &Hint) {
        self.tabs.borrow().say(hint);
    }

    /// The store did what was asked.
    pub fn stored(&self) {
        if self.state.borrow_mut().not_saved.take().is_some() {
            self.notify();
        }
    }

    /// The store failed; answers the sentence that says so to people.
    pub fn store_failed(&self, error: &StoreError) -> NotKept {
        let reason = NotKept::from(error);
        {
            let mut state = self.state.borrow_mut();
            // On a full disk, what is stored can still be read, and the next write may have room.
            if *error != StoreError::Idb(IdbError::Full) {
                state.detached = true;
            }
            state.not_saved = Some(reason.clone());
        }
        self.notify();
        reason
    }
}
