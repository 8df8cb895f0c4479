//! A browser made up in memory: profiles with databases, tabs that can be frozen and killed, clocks that are wrong, and a
//! network that somebody else plays. The engine runs on it as on a page, in a native program, so that a test can put it
//! through what no test of a real browser can arrange, and arrange it again.
//!
//! All of one world lives in one thread, inside a `tokio` `LocalSet`; time is tokio's, and may be a paused one.

pub mod channel;
mod database;
pub mod fetch;
pub mod idb;
pub mod lock;
pub mod page;
pub mod storage;
pub mod stream;
pub mod task;
pub mod timer;
mod world;

pub use super::{
    request::{Answer, NoAnswer},
    stored::IdbError,
};
pub use world::profile::{Profile, Tab};
pub use world::{Connected, Edge, Local, Request, Sent, Step, World};

use crate::Tuning;
use rollcall_core::Timestamp;

/// What the clock of the current tab's device says; the epoch where there is no tab.
pub fn device_now() -> Timestamp {
    Tab::current().map_or(Timestamp(0), |tab| tab.profile().now())
}

/// From which sizes on the engine goes other ways in the current tab's world; the usual ones where there is no tab.
pub fn tuning() -> Tuning {
    Tab::current().map_or(Tuning::USUAL, |tab| tab.world().tuning())
}

/// Chance, for identifiers.
pub(crate) fn random_bytes() -> [u8; 10] {
    let mut bytes = [0; 10];
    if let Some(tab) = Tab::current() {
        let drawn = tab.world().random().to_le_bytes().into_iter().chain(tab.world().random().to_le_bytes());
        bytes.iter_mut().zip(drawn).for_each(|(byte, drawn)| *byte = drawn);
    }
    bytes
}
