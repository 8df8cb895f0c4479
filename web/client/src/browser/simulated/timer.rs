//! Timers of a simulated tab: they end when dropped.

use super::{Tab, world::profile::Job};
use crate::browser::once::{Once, once};
use std::time::Duration;

/// A call that will happen, unless this is dropped before.
pub struct Timer(Job);

impl Timer {
    /// Calls `f` once, in so many milliseconds. None where there is no page.
    pub fn after(millis: u32, f: impl FnOnce() + 'static) -> Option<Self> {
        let job = Tab::current()?.spawn(async move {
            tokio::time::sleep(Duration::from_millis(millis.into())).await;
            f();
        });
        Some(Self(job))
    }

    /// Calls `f` every so many milliseconds.
    pub fn every(millis: u32, mut f: impl FnMut() + 'static) -> Option<Self> {
        let job = Tab::current()?.spawn(async move {
            loop {
                tokio::time::sleep(Duration::from_millis(millis.into())).await;
                f();
            }
        });
        Some(Self(job))
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        self.0.cancel();
    }
}

/// Resolves after so many milliseconds, for as long as the timer is held.
pub fn sleep(millis: u32) -> (Option<Timer>, Once<()>) {
    let (giver, waiting) = once();
    (Timer::after(millis, move || giver.give(())), waiting)
}
