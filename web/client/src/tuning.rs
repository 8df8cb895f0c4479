//! From which sizes on the engine goes other ways, which come to the same: one place, so that the simulator can have small
//! organisations take the ways of large ones.

use rollcall_core::sync::{ALWAYS_REDONE, LARGE, MAX_COMMANDS};

/// These sizes.
#[derive(Clone, Copy, Debug)]
pub struct Tuning {
    /// How many records a chunk holds, about: fewer make opening slower, more make each small change write more.
    pub records_per_chunk: usize,
    /// After so many batches the tail is folded into the chunks.
    pub tail_batches: u64,
    /// After so many changed records it is, too.
    pub tail_puts: usize,
    /// How many commands are stored in one transaction: few enough that the page answers meanwhile.
    pub stored_at_once: usize,
    /// How many commands are sent in one request.
    pub sent_at_once: usize,
    /// So much pending work is done again after every answer; more of it now and then.
    pub always_redone: usize,
}

impl Tuning {
    /// Those of every page.
    pub const USUAL: Self = Self {
        records_per_chunk: 500,
        tail_batches: 64,
        tail_puts: LARGE,
        stored_at_once: 250,
        sent_at_once: MAX_COMMANDS,
        always_redone: ALWAYS_REDONE,
    };
}
