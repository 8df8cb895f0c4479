//! The offline engine without a page: a directory that opens, answers and takes commands with no network, and talks to
//! the server when there is one. IndexedDB, fetch, live stream, tabs and clock are here; rules are not.

pub mod api;
mod backoff;
mod browser;
pub mod clock;
mod databases;
pub mod devices;
mod engine;
mod error;
mod id;
pub mod remembered;
pub mod settings;
mod status;
mod store;
mod tuning;
mod watch;

#[cfg(not(target_arch = "wasm32"))]
pub use browser::simulated;
pub use engine::Engine;
pub use error::{ApiError, ImportError, IssueError, NotKept, OpenError, WipeError};
pub use id::new_id;
pub use status::{Imported, Link, Saving, Status, WorkPreview};
pub use store::Unsynced;
pub use tuning::Tuning;
pub use watch::Watch;
