//! Every rule of the Rollcall directory, pure: no async, no I/O, no clock, no randomness.
//!
//! A tenant's whole directory is a value, [`Directory`]. A [`Command`] is a person's intent. [`decide`] holds every
//! rule: it answers what would change, or every reason why not. Browser, JS host and server run this same code.

pub mod access;
pub mod api;
pub mod change;
pub mod command;
pub mod context;
pub mod directory;
mod field;
pub mod id;
pub mod invariant;
mod key;
mod kind;
pub mod model;
pub mod privacy;
pub mod query;
pub mod record;
pub mod refusal;
#[cfg(feature = "schema")]
mod schema;
pub mod sort;
pub mod sync;
pub mod time;
#[cfg(feature = "watched")]
pub mod topics;
pub mod transfer;
pub mod value;
pub mod vector;
mod watched;

pub use change::{Change, Changes, Key, Record};
pub use command::{Command, Decision, Effect, decide};
pub use context::{Actor, Context, Service};
pub use directory::Directory;
pub use refusal::{Nature, Refusal, Refusals};
pub use time::Timestamp;
