//! Work that goes on by itself, in the tab that began it.

use super::Tab;
use std::future::Future;

pub fn spawn(work: impl Future<Output = ()> + 'static) {
    // Without a tab there is nothing to work in.
    if let Some(tab) = Tab::current() {
        tab.spawn(work);
    }
}
