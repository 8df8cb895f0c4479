//! Where the talk with the server stands, in memory.

use super::sync::live;
use crate::{backoff::Backoff, browser::timer::Timer};
use rollcall_core::sync::Seq;

/// Where the talk stands.
#[derive(Default)]
pub struct Syncing {
    /// An exchange is under way.
    pub running: bool,
    /// Another one is wanted.
    pub wanted: bool,
    /// The last command of the exchange under way.
    pub sending: Seq,
    pub backoff: Backoff,
    /// The version that the stream told of, and how often an answer was older than that.
    pub told: Option<u64>,
    pub older: Backoff,
    pub retry: Option<Timer>,
    /// Runs while the server has asked for a pause: nothing is sent before it ends.
    pub pause: Option<Timer>,
    /// The most commands to send at once, when the server found a request too large.
    pub limit: Option<usize>,
    pub live: live::Live,
    pub fold: Option<Timer>,
    /// Changed records in the tail, about.
    pub tail_puts: usize,
}
