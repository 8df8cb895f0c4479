//! Timers: they end when dropped.

use crate::browser::once::{Once, once};
use wasm_bindgen::{JsCast, closure::Closure};

/// A call that will happen, unless this is dropped before.
pub struct Timer {
    id: i32,
    repeats: bool,
    _callback: Closure<dyn FnMut()>,
}

impl Timer {
    /// Calls `f` once, in so many milliseconds. None where there is no page.
    pub fn after(millis: u32, f: impl FnOnce() + 'static) -> Option<Self> {
        let mut f = Some(f);
        let callback = Closure::new(move || {
            if let Some(f) = f.take() {
                f();
            }
        });
        let window = web_sys::window()?;
        let id = window
            .set_timeout_with_callback_and_timeout_and_arguments_0(callback.as_ref().unchecked_ref(), whole(millis))
            .ok()?;
        Some(Self { id, repeats: false, _callback: callback })
    }

    /// Calls `f` every so many milliseconds.
    pub fn every(millis: u32, f: impl FnMut() + 'static) -> Option<Self> {
        let callback = Closure::new(f);
        let window = web_sys::window()?;
        let id = window
            .set_interval_with_callback_and_timeout_and_arguments_0(callback.as_ref().unchecked_ref(), whole(millis))
            .ok()?;
        Some(Self { id, repeats: true, _callback: callback })
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            if self.repeats {
                window.clear_interval_with_handle(self.id);
            } else {
                window.clear_timeout_with_handle(self.id);
            }
        }
    }
}

/// Resolves after so many milliseconds, for as long as the timer is held.
pub fn sleep(millis: u32) -> (Option<Timer>, Once<()>) {
    let (giver, waiting) = once();
    (Timer::after(millis, move || giver.give(())), waiting)
}

fn whole(millis: u32) -> i32 {
    i32::try_from(millis).unwrap_or(i32::MAX)
}
