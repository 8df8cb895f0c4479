//! Session tokens: 256 random bits in a cookie, of which the server keeps only a digest.

use crate::store::Digest;
use rollcall_core::time::Span;
use sha2::{Digest as _, Sha256};

/// The cookie's name.
pub const COOKIE: &str = "rollcall_session";
/// How long a session lives without being used.
pub const LIFETIME: Span = Span::days(30);

/// A secret that opens something: shown once, then known to its holder alone.
#[derive(Clone)]
pub struct Token(String);

impl Token {
    /// A new token of so many random bytes.
    pub fn random(bytes: usize) -> Self {
        let mut random = vec![0; bytes];
        super::fill(&mut random);
        Self(random.iter().map(|byte| format!("{byte:02x}")).collect())
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
