//! What the browser gives: its database, requests, streams, locks, channels, timers and events, each as a small Rust
//! value that cleans up when dropped. Nothing here knows what a directory is.

pub mod channel;
pub mod fetch;
pub mod idb;
pub mod lock;
pub mod once;
pub mod page;
pub mod stream;
pub mod timer;
