//! Which new passwords are taken (NIST SP 800-63B, 3.1.1): long enough, not so long that hashing them would tire the server,
//! and not guessed easily: no common password, nothing made of the person's own name, address or organisation.

use super::normal::normal;
use rollcall_core::{
    api::{PASSWORD_MAX, PASSWORD_MIN},
    value::ValueError,
};
use zxcvbn::{Score, zxcvbn};

/// The hardest score that is too easy: fewer than 10^6 guesses suffice. Tries are slowed down, so 10^6 are years.
const TOO_EASY: Score = Score::One;
/// So many characters are judged: judging takes more than linear time, a multiple of that where digits and signs may stand for
/// letters, and what is longer is no weaker.
const JUDGED: usize = 24;
/// So many of the person's own words are looked for, of so many characters each.
const WORDS: usize = 64;
/// So many characters at least are more than the person's own names.
const OWN: usize = 5;

/// Whether a new password may be taken. `forbidden` are texts that whoever knows the person tries first.
///
/// # Errors
/// Too short, too long, or guessed easily.
pub fn check(password: &str, forbidden: &[impl AsRef<str>]) -> Result<(), ValueError> {
    // As it is hashed: full-width letters are no others, and an accent is no letter of its own.
    let normalised = normal(password);
    if normalised.chars().count() < usize::from(PASSWORD_MIN) {
        return Err(ValueError::TooShort { min: PASSWORD_MIN });
    }
    if password.len() > usize::from(PASSWORD_MAX) {
        return Err(ValueError::TooLong { max: PASSWORD_MAX });
    }
    let judged: String = normalised.chars().take(JUDGED).collect();
    let words = words(forbidden);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    // Joined by a hyphen, two words of the person's own are no common password, and yet the first that is tried.
    let easy = own(&judged, &words) < OWN || zxcvbn(&judged, &words).score() <= TOO_EASY;
    if easy { Err(ValueError::EasilyGuessed) } else { Ok(()) }
}

/// How many letters and digits are left of a password without the words.
fn own(password: &str, words: &[&str]) -> usize {
    let mut rest = password.to_lowercase();
    for word in words.iter().filter(|word| !word.is_empty()) {
        rest = rest.replace(word, "");
    }
    rest.chars().filter(|c| !c.is_whitespace() && !c.is_ascii_punctuation()).count()
}

/// The texts and the words in them.
fn words<T: AsRef<str>>(texts: &[T]) -> Vec<String> {
    let parts = |text: &T| {
        let text: String = normal(text.as_ref()).to_lowercase().chars().take(WORDS).collect();
        let parts: Vec<String> = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|part| part.chars().count() > 2)
            .map(str::to_owned)
            .collect();
        std::iter::once(text.clone()).chain(parts).collect::<Vec<_>>()
    };
    let mut words: Vec<String> = texts.iter().flat_map(parts).collect();
    words.truncate(WORDS);
    words.push("rollcall".to_owned());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_guessed_easily_is_refused() {
        let ann = ["Ann Okonkwo-Reyes", "ann.okonkwo@juniper.example", "Juniper & Vale Trading"];
        for (password, expected) in [
            ("123456789", Err(ValueError::TooShort { min: PASSWORD_MIN })),
            ("1234567890", Err(ValueError::EasilyGuessed)),
            ("qwertyuiop", Err(ValueError::EasilyGuessed)),
            ("password123", Err(ValueError::EasilyGuessed)),
            ("ｐａｓｓｗｏｒｄ１２３", Err(ValueError::EasilyGuessed)),
            ("P@ssw0rd123", Err(ValueError::EasilyGuessed)),
            ("aaaaaaaaaaaaaaaaaaaa", Err(ValueError::EasilyGuessed)),
            ("okonkwo-reyes", Err(ValueError::EasilyGuessed)),
            ("juniper1vale", Err(ValueError::EasilyGuessed)),
            ("rollcall2026", Err(ValueError::EasilyGuessed)),
            ("correct horse", Ok(())),
            ("battery staple", Ok(())),
            ("vJ3!kq-71xzP", Ok(())),
            ("прекрасный вечер", Ok(())),
        ] {
            assert_eq!(check(password, &ann), expected, "{password}");
        }
        assert_eq!(check(&"x".repeat(257), &ann), Err(ValueError::TooLong { max: PASSWORD_MAX }));
        // Seven letters with an accent each, typed as fourteen characters.
        let seven = "e\u{301}a\u{300}o\u{302}u\u{308}n\u{303}c\u{327}i\u{301}";
        assert_eq!(check(seven, &ann), Err(ValueError::TooShort { min: PASSWORD_MIN }));
        assert_eq!(check("ＯＫＯＮＫＷＯ-reyes", &["Ｏｋｏｎｋｗｏ Reyes"]), Err(ValueError::EasilyGuessed));
        // Ten characters that are forty bytes.
        assert_eq!(check("🐘🦒🐪🦓🦏🦛🐆🐅🦍🐊", &ann), Ok(()));
    }
}
