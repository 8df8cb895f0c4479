//! The tabs of one directory: one of them, the leader, talks to the server for all; each may write; a leader that has
//! died or frozen is replaced.

use super::{attach::reattach, catch_up::catch_up, end, hint::Hint, inner::Inner, sync};
use crate::{
    Link,
    browser::{channel::Channel, lock::Lock, page, page::Listener, task::spawn, timer::Timer},
};
use std::rc::Rc;

/// How often a tab asks whether there is a leader, in milliseconds.
const PING_EVERY: u32 = 800;
/// After so many unanswered pings the leader is taken to be frozen.
const PINGS: u32 = 2;

/// Joins the other tabs.
pub fn start(inner: &Rc<Inner>) {
    let weak = Rc::downgrade(inner);
    let on = move |f: fn(&Rc<Inner>)| {
        let weak = weak.clone();
        move || {
            if let Some(inner) = weak.upgrade() {
                f(&inner);
            }
        }
    };
    let weak = Rc::downgrade(inner);
    let channel = Channel::open(&inner.name, move |text| {
        if let (Some(inner), Some(hint)) = (weak.upgrade(), Hint::from_text(&text)) {
            heard(&inner, hint);
        }
    });
    let listeners = [
        Listener::window("online", on(sync_now)),
        // Whether that is true, only the server can say.
        Listener::window("offline", on(sync_now)),
        Listener::window("pageshow", on(seen)),
        Listener::visibility(on(seen)),
    ];
    {
        let mut tabs = inner.tabs.borrow_mut();
        // Without a channel no answer could be heard, so nobody is asked.
        tabs.pings = channel.as_ref().and_then(|_| Timer::every(PING_EVERY, on(ping)));
        tabs.channel = channel;
        tabs.listeners = listeners.into_iter().flatten().collect();
    }
    ask_to_lead(inner, false);
    inner.say(&Hint::Ping);
    // Somebody may have signed in again just now.
    inner.say(&Hint::Sync);
}

fn ask_to_lead(inner: &Rc<Inner>, steal: bool) {
    let (won, lost) = (Rc::downgrade(inner), Rc::downgrade(inner));
    // An older request is given up first, so that this one isn't queued behind it.
    inner.tabs.borrow_mut().lock = None;
    let lock = Lock::ask(
        &inner.name,
        steal,
        move || {
            if let Some(inner) = won.upgrade() {
                lead(&inner);
            }
        },
        move || {
            if let Some(inner) = lost.upgrade() {
                follow(&inner);
            }
        },
    );
    match lock {
        Some(lock) => inner.tabs.borrow_mut().lock = Some(lock),
        // Without locks each tab talks to the server for itself; the store keeps them in step.
        None => lead(inner),
    }
}

fn lead(inner: &Rc<Inner>) {
    if inner.state.borrow().ended {
        return;
    }
    {
        let mut tabs = inner.tabs.borrow_mut();
        (tabs.leads, tabs.unanswered) = (true, 0);
    }
    inner.notify();
    sync::start(inner);
    sync::fold_soon(inner);
}

/// Another tab took over: this one must have been frozen.
fn follow(inner: &Rc<Inner>) {
    if inner.state.borrow().ended {
        return;
    }
    inner.tabs.borrow_mut().leads = false;
    inner.syncing.borrow_mut().stop();
    inner.notify();
    ask_to_lead(inner, false);
    look(inner);
}

fn ping(inner: &Rc<Inner>) {
    if inner.state.borrow().ended {
        return;
    }
    let frozen = {
        let mut tabs = inner.tabs.borrow_mut();
        if tabs.leads {
            return;
        }
        // A tab that nobody sees may be slowed down itself: it asks, so as not to miss how the connection stands, but
        // it takes nothing over.
        tabs.unanswered += u32::from(page::is_visible());
        tabs.unanswered > PINGS
    };
    if frozen {
        inner.tabs.borrow_mut().unanswered = 0;
        ask_to_lead(inner, true);
    } else {
        // The leader may have missed that there is something to send.
        let waits = inner.state.borrow().link == Link::Online && inner.replica.borrow().pending().len() > 0;
        if waits {
            inner.say(&Hint::Stored);
        }
        inner.say(&Hint::Ping);
    }
}

/// Somebody looks at the page (again).
fn seen(inner: &Rc<Inner>) {
    if page::is_visible() {
        inner.tabs.borrow_mut().unanswered = 0;
        look(inner);
        sync_now(inner);
    }
}

/// Has the leader talk to the server.
pub fn sync_now(inner: &Rc<Inner>) {
    if inner.tabs.borrow().leads {
        sync::start(inner);
    } else {
        inner.say(&Hint::Sync);
    }
}

fn heard(inner: &Rc<Inner>, hint: Hint) {
    if inner.state.borrow().ended {
        return;
    }
    let leads = inner.tabs.borrow().leads;
    match hint {
        Hint::Ping if leads => inner.say_link(),
        Hint::Link { link, synced, stored, generation } if !leads => {
            inner.tabs.borrow_mut().unanswered = 0;
            let missed = {
                let head = &inner.state.borrow().head;
                head.cursor != stored || generation.is_some_and(|generation| generation != head.generation)
            };
            if missed {
                look(inner);
            }
            let changed = {
                let mut state = inner.state.borrow_mut();
                let changed = state.link != link || state.synced != synced;
                (state.link, state.synced) = (link, synced);
                changed
            };
            if changed {
                inner.notify();
            }
        }
        Hint::Sync if leads => sync::start(inner),
        Hint::Stored => look(inner),
        Hint::Ended => end::ended(inner),
        Hint::Ping | Hint::Link { .. } | Hint::Sync => {}
    }
}

/// Reads what other tabs stored; the leader sends it.
fn look(inner: &Rc<Inner>) {
    let inner = Rc::clone(inner);
    spawn(async move {
        if inner.state.borrow().detached && reattach(&inner).await.is_err() {
            return;
        }
        if catch_up(&inner).await.is_err() || !inner.tabs.borrow().leads {
            return;
        }
        // What was purged is asked for again: somebody may have signed in since.
        let wants = {
            let replica = inner.replica.borrow();
            replica.pending().len() > 0 || replica.cursor().is_none()
        };
        if wants {
            sync::start(&inner);
        }
    });
}
