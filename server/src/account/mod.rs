//! Accounts: passwords, sessions, the links that are mailed, the security log, and what slows down guessing.

mod address;
mod links;
mod passwords;
mod security;
mod sessions;
pub mod strength;
mod throttle;
mod whereabouts;

pub use address::Addresses;
pub use links::{Links, NotUsed};
pub use passwords::{PasswordError, Passwords};
pub use security::SecurityLog;
pub use sessions::{NOTED_EVERY, Token, cookie_name, expiry};
pub(crate) use throttle::bucket;
pub use throttle::{Throttle, TooMany};

/// Fills with the operating system's randomness.
pub fn fill(bytes: &mut [u8]) {
    // Without randomness there are no secrets to keep: better no server than a guessable one.
    #[expect(clippy::expect_used, reason = "getrandom(2) fails on no system that this runs on")]
    getrandom::fill(bytes).expect("the operating system gives no randomness");
}
