//! Panics of a run's own thread: tasks swallow theirs, and none may pass unseen.

use std::{cell::RefCell, panic, sync::Once};

thread_local! {
    static SEEN: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// Sees every panic of every thread from now on.
pub fn watch() {
    static WATCHED: Once = Once::new();
    WATCHED.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            SEEN.with(|seen| seen.borrow_mut().push(info.to_string()));
            before(info);
        }));
    });
}

/// The panics of this thread since it was last asked.
pub fn take() -> Vec<String> {
    SEEN.with(RefCell::take)
}
