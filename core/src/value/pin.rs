//! Voicemail PINs: digits that a person types on a phone, and that nobody guesses in a few tries (S4.12).

use super::ValueError;

/// The fewest digits.
const SHORTEST: usize = 4;
/// The most digits.
const LONGEST: usize = 10;

/// A voicemail PIN of four to ten digits. It is a secret: never stored as it is, never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct VoicemailPin(String);

impl VoicemailPin {
    /// Reads a PIN. One digit over and over, and digits that count up or down, are refused: they are tried first.
    ///
    /// # Errors
    /// [`ValueError`].
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(ValueError::Empty);
        }
        if let Some(bad) = text.chars().find(|c| !c.is_ascii_digit()) {
            return Err(ValueError::BadCharacter(bad));
        }
        if text.len() < SHORTEST {
            return Err(ValueError::TooShort { min: 4 });
        }
        if text.len() > LONGEST {
            return Err(ValueError::TooLong { max: 10 });
        }
        let steps = || text.bytes().zip(text.bytes().skip(1)).map(|(a, b)| (10 + b - a) % 10);
        if [0, 1, 9].iter().any(|step| steps().all(|taken| taken == *step)) {
            return Err(ValueError::EasilyGuessed);
        }
        Ok(Self(text.to_owned()))
    }

    /// The digits, to be hashed.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for VoicemailPin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("VoicemailPin")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pin_is_digits_that_are_not_tried_first() {
        for (text, expected) in [
            ("4711", Ok(())),
            (" 90210 ", Ok(())),
            ("1357924680", Ok(())),
            ("", Err(ValueError::Empty)),
            ("471", Err(ValueError::TooShort { min: 4 })),
            ("12345678912", Err(ValueError::TooLong { max: 10 })),
            ("47a1", Err(ValueError::BadCharacter('a'))),
            ("٤٧١١", Err(ValueError::BadCharacter('٤'))),
            ("0000", Err(ValueError::EasilyGuessed)),
            ("1234", Err(ValueError::EasilyGuessed)),
            ("7890", Err(ValueError::EasilyGuessed)),
            ("3210", Err(ValueError::EasilyGuessed)),
        ] {
            assert_eq!(VoicemailPin::parse(text).map(drop), expected, "{text}");
        }
        assert_eq!(format!("{:?}", VoicemailPin::parse("4711").unwrap()), "VoicemailPin");
    }
}
