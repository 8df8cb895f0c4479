//! The one file of the browser that reads a clock.

use rollcall_core::{Timestamp, time::Span};

/// What the device says the time is. It may be years off: rules get [`crate::Engine::now`].
#[cfg(target_arch = "wasm32")]
pub fn device_now() -> Timestamp {
    // A double holds every millisecond of the next 285,000 years.
    #[expect(clippy::cast_possible_truncation, reason = "whole milliseconds, far below 2^53")]
    Timestamp(js_sys::Date::now() as i64)
}

/// What the simulated device says the time is.
#[cfg(not(target_arch = "wasm32"))]
pub fn device_now() -> Timestamp {
    crate::browser::simulated::device_now()
}

/// How far the device's clock is behind the server's: what to add to it.
pub fn behind(server: Timestamp) -> Span {
    server.since(device_now())
}
