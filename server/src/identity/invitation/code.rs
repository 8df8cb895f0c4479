//! The code: six characters that can't be mistaken for one another. Its digest is keyed with the link's token, which is
//! nowhere stored, so whoever steals the database can't find the code by trying all of them.

use crate::{identity::Token, random::Random, store::Digest};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// No 0 and O, no 1 and I. A power of two, so that each is equally likely.
const ALPHABET: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
/// How many (S0.6).
const LENGTH: usize = 6;

/// A new code.
pub fn random(random: &Random) -> String {
    random
        .bytes::<LENGTH>()
        .iter()
        .filter_map(|byte| ALPHABET.get(usize::from(byte % 32)))
        .map(|byte| char::from(*byte))
        .collect()
}

/// What is stored of a code.
pub fn digest(token: &Token, code: &str) -> Digest {
    keyed(token, code).map(|mac| mac.finalize().into_bytes().into()).unwrap_or_default()
}

/// Whether this is the code; small letters and separators that a person may have typed are as good.
pub fn matches(token: &Token, typed: &str, stored: &Digest) -> bool {
    let typed: String =
        typed.chars().filter(|c| !c.is_whitespace() && *c != '-').flat_map(char::to_uppercase).collect();
    typed.len() == LENGTH && keyed(token, &typed).is_some_and(|mac| mac.verify_slice(stored).is_ok())
}

fn keyed(token: &Token, code: &str) -> Option<Hmac<Sha256>> {
    let mut mac = Hmac::<Sha256>::new_from_slice(token.expose().as_bytes()).ok()?;
    mac.update(code.as_bytes());
    Some(mac)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_six_clear_characters_and_known_by_its_digest() {
        let system = Random::default();
        let (token, other) = (Token::random(&system, 20), Token::random(&system, 20));
        let code = random(&system);
        assert!(code.len() == LENGTH && code.bytes().all(|byte| ALPHABET.contains(&byte)), "{code}");
        let stored = digest(&token, &code);
        assert!(matches(&token, &code, &stored));
        let typed = format!(" {}-{} ", code[..3].to_ascii_lowercase(), &code[3..]);
        assert!(matches(&token, &typed, &stored), "{typed}");
        assert!(!matches(&other, &code, &stored));
        assert!(!matches(&token, "", &stored));
        assert!(!matches(&token, "AAAAAAA", &stored));
    }
}
