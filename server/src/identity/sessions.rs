//! Session tokens: 256 random bits in a cookie, of which the server keeps only a digest.

use crate::{random::Random, store::Digest};
use rollcall_core::time::{Span, Timestamp};
use sha2::{Digest as _, Sha256};

/// How long a session lives without being used.
const IDLE: Span = Span::days(30);
/// How long it lives at most.
const ABSOLUTE: Span = Span::days(180);
/// How exactly it is noted when a session was last used: one write in so long.
pub const NOTED_EVERY: Span = Span(5 * 60_000);

/// When a session that was made at one moment and used at another ends, unless it is used again.
pub fn expiry(created: Timestamp, used: Timestamp) -> Timestamp {
    used.after(IDLE).min(created.after(ABSOLUTE))
}

/// The cookie's name. Over TLS it has the prefix that keeps other hosts of the domain from setting it (RFC 6265bis).
pub const fn cookie_name(secure: bool) -> &'static str {
    if secure { "__Host-rollcall_session" } else { "rollcall_session" }
}

/// A secret that opens something: shown once, then known to its holder alone.
#[derive(Clone)]
pub struct Token(String);

impl Token {
    /// A new token of so many random bytes.
    pub fn random(random: &Random, bytes: usize) -> Self {
        let mut drawn = vec![0; bytes];
        random.fill(&mut drawn);
        Self(drawn.iter().map(|byte| format!("{byte:02x}")).collect())
    }

    /// A token that somebody brought. Any text will do: only its digest is ever compared.
    pub fn brought(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// The text to hand out.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// What is stored. A fast hash suffices: nobody guesses 128 random bits and more.
    pub fn digest(&self) -> Digest {
        Sha256::digest(self.0.as_bytes()).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_ends_when_it_is_not_used_and_at_last_in_any_case() {
        let day = |n: i64| Timestamp(Span::days(n).0);
        assert_eq!(expiry(day(0), day(0)), day(30));
        assert_eq!(expiry(day(0), day(100)), day(130));
        assert_eq!(expiry(day(0), day(170)), day(180));
    }
}
