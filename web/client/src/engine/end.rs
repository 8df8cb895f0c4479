//! The end of a directory in memory.

use super::inner::Inner;
use crate::{Link, clock};
use rollcall_core::sync::Replica;

/// The person signed out, here or in another tab: nothing of the directory stays, not even in memory.
pub fn ended(inner: &Inner) {
    {
        let mut state = inner.state.borrow_mut();
        (state.ended, state.link) = (true, Link::SignedOut);
    }
    inner.store.end();
    inner.syncing.borrow_mut().stop();
    let device = inner.state.borrow().head.device;
    inner.replica.replace(Replica::restore(inner.place.user, device, [], None, [], [], clock::device_now()));
    inner.notify();
    // The channel may be the one that is calling: it is closed with the engine.
    let lock = {
        let mut tabs = inner.tabs.borrow_mut();
        tabs.leads = false;
        tabs.lock.take()
    };
    drop(lock);
}
