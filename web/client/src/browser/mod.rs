//! What the browser gives: its database, requests, streams, locks, channels, timers and events, each as a small Rust
//! value that cleans up when dropped. Nothing here knows what a directory is. On a page it is the browser's own; in a
//! native program it is a browser made up in memory, with the same functions, so that the engine above runs in both.

pub mod fetch;
pub mod idb;
pub mod once;
mod request;
mod stored;
pub mod stream;
mod told;

#[cfg(not(target_arch = "wasm32"))]
pub mod simulated;
#[cfg(target_arch = "wasm32")]
mod web;

#[cfg(not(target_arch = "wasm32"))]
use simulated as system;
#[cfg(target_arch = "wasm32")]
use web as system;

pub use system::{channel, lock, page, storage, task, timer, tuning};
