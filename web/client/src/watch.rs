//! Subscribers to changes: callbacks, called once a microtask however many changes there were.

use crate::browser::task::spawn;
use rollcall_core::topics::Topics;
use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    rc::{Rc, Weak},
    task::{Context, Poll},
};

type Callback = Rc<dyn Fn(Topics)>;

/// The subscribers.
#[derive(Clone, Default)]
pub(crate) struct Watchers(Rc<State>);

#[derive(Default)]
struct State {
    callbacks: RefCell<BTreeMap<u64, Callback>>,
    next: Cell<u64>,
    due: Cell<bool>,
    /// What was written since they were last called.
    written: Cell<Topics>,
}

/// Keeps a callback alive; dropping it ends the calls.
#[must_use = "dropping a watch ends it"]
pub struct Watch {
    id: u64,
    state: Weak<State>,
}

impl Watchers {
    pub fn watch(&self, f: impl Fn(Topics) + 'static) -> Watch {
        let id = self.0.next.replace(self.0.next.get() + 1);
        self.0.callbacks.borrow_mut().insert(id, Rc::new(f));
        Watch { id, state: Rc::downgrade(&self.0) }
    }

    /// Tells everybody what was written, once this microtask is over.
    pub fn notify(&self, written: Topics) {
        self.0.written.set(self.0.written.get().union(written));
        if !self.0.due.replace(true) {
            let state = Rc::clone(&self.0);
            spawn(async move { state.call() });
        }
    }
}

/// Lets what is due already go first, such as the subscribers of a change.
pub(crate) async fn turn() {
    let mut waited = false;
    let once = |context: &mut Context<'_>| {
        if std::mem::replace(&mut waited, true) {
            return Poll::Ready(());
        }
        context.waker().wake_by_ref();
        Poll::Pending
    };
    std::future::poll_fn(once).await;
}

impl State {
    fn call(&self) {
        self.due.set(false);
        let written = self.written.take();
        // A callback may watch, unwatch and change: so none is called while the list is borrowed.
        let ids: Vec<u64> = self.callbacks.borrow().keys().copied().collect();
        for id in ids {
            let callback = self.callbacks.borrow().get(&id).cloned();
            if let Some(callback) = callback {
                callback(written);
            }
        }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        if let Some(state) = self.state.upgrade() {
            state.callbacks.borrow_mut().remove(&self.id);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_callback_may_end_itself_and_start_others() {
        let watchers = Watchers::default();
        let calls = Rc::new(Cell::new(0));
        let held: Rc<RefCell<Vec<Watch>>> = Rc::default();
        let first = watchers.watch({
            let (watchers, calls, held) = (watchers.clone(), Rc::clone(&calls), Rc::clone(&held));
            move |_| {
                calls.set(calls.get() + 1);
                held.borrow_mut().clear();
                let calls = Rc::clone(&calls);
                held.borrow_mut().push(watchers.watch(move |_| calls.set(calls.get() + 100)));
            }
        });
        watchers.0.call();
        assert_eq!(calls.get(), 1, "a watch made during a round is first called in the next");
        drop(first);
        watchers.0.call();
        assert_eq!(calls.get(), 101);
        held.borrow_mut().clear();
        watchers.0.call();
        assert_eq!(calls.get(), 101);
    }

    #[test]
    fn what_was_written_is_told_once_and_all_together() {
        let watchers = Watchers::default();
        let told: Rc<RefCell<Vec<Topics>>> = Rc::default();
        let heard = Rc::clone(&told);
        let _watch = watchers.watch(move |topics| heard.borrow_mut().push(topics));
        let (one, other) = (Topics::numbered(1), Topics::numbered(5));
        watchers.notify(one);
        watchers.notify(other);
        watchers.0.call();
        watchers.0.call();
        assert_eq!(*told.borrow(), [one.union(other), Topics::NONE]);
    }
}
