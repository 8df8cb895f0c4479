//! Signing in: passwords, sessions, and what slows down guessing.

mod passwords;
mod renewal;
mod sessions;
mod throttle;

pub use passwords::{PasswordError, Passwords, check_length};
pub use renewal::{NotRenewed, Renewals};
pub use sessions::{COOKIE, LIFETIME, Token};
pub use throttle::{Throttle, TooMany};

/// Fills with the operating system's randomness.
pub fn fill(bytes: &mut [u8]) {
    // Without randomness there are no secrets to keep: better no server than a guessable one.
    #[expect(clippy::expect_used, reason = "getrandom(2) fails on no system that this runs on")]
    getrandom::fill(bytes).expect("the operating system gives no randomness");
}
