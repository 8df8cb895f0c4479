//! How much of everything the server takes: one place, so that an operator, a test and the simulator can set it.

use rollcall_core::time::Span;

/// Every limit that can be set.
#[derive(Clone, Debug, Default)]
pub struct Limits {
    pub mail: MailBudget,
    pub hashing: Hashing,
}

/// What hashing a password takes.
#[derive(Clone, Copy, Debug)]
pub struct Hashing {
    /// In KiB.
    pub memory: u32,
    pub passes: u32,
    /// Hash in the server's own threads: for a simulation, which has one.
    pub inline: bool,
}

impl Default for Hashing {
    /// What OWASP names for Argon2id.
    fn default() -> Self {
        Self { memory: 19 * 1024, passes: 2, inline: false }
    }
}

/// How many mails are sent in a window; what is over waits for the next one.
#[derive(Clone, Copy, Debug)]
pub struct MailBudget {
    /// Of each kind, for one organisation.
    pub organisation: u32,
    /// To one address, whichever organisations they come from.
    pub address: u32,
    pub window: Span,
}

impl Default for MailBudget {
    fn default() -> Self {
        Self { organisation: 2_000, address: 20, window: Span::hours(1) }
    }
}
