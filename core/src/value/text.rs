//! What all text values share: the error, and the macro that makes a newtype which can only be parsed.

use serde::{Deserialize, Serialize};

/// Why a text is not a value of the wanted kind. Shown at the field it was typed into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ValueError {
    /// Nothing, or only white space.
    #[error("is empty")]
    Empty,
    /// More characters than allowed.
    #[error("is longer than {max} characters")]
    TooLong { max: u16 },
    /// Fewer characters than needed.
    #[error("is shorter than {min} characters")]
    TooShort { min: u16 },
    /// A character that can't stand there, such as a control character.
    #[error("has the character {0:?}, which can't stand there")]
    BadCharacter(char),
    /// Not an address as RFC 5321 and RFC 5322 have it.
    #[error("is not an e-mail address")]
    NotAnEmail,
    /// Not a domain name.
    #[error("is not a domain name")]
    NotADomain,
    /// Not `[a-z0-9-]{3,40}`.
    #[error("is not made of small letters, digits and hyphens")]
    NotASlug,
    /// Not two to eight digits.
    #[error("is not two to eight digits")]
    NotAnExtension,
    /// Not a well-formed BCP 47 language tag.
    #[error("is not a language tag such as en or pt-BR")]
    NotALanguage,
    /// Not the name of an IANA time zone.
    #[error("is not a time zone such as Europe/Berlin")]
    NotATimeZone,
    /// No number of any numbering plan.
    #[error("is not a phone number")]
    NotAPhoneNumber,
    /// Not twelve hexadecimal digits.
    #[error("is not a hardware address such as 00:1b:44:11:3a:b7")]
    NotAMacAddress,
    /// Not an image of a kind and size that is kept.
    #[error("is not a PNG, JPEG or WebP image of at most {max_kib} KiB")]
    NotAnImage { max_kib: u16 },
    /// Outside of what is sensible.
    #[error("is not between {min} and {max}")]
    OutOfRange { min: u32, max: u32 },
    /// An end before its start.
    #[error("ends before it starts")]
    NotARange,
    /// Not an ISO 3166 country code.
    #[error("is not a country code such as DE")]
    NotACountry,
}

/// Declares a text newtype whose only constructor is `parse`, and which reads itself back through it.
macro_rules! text_type {
    ($(#[$doc:meta])* $name:ident, $parse:expr) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "string"))]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(Box<str>);

        impl $name {
            /// Parses what a person typed.
            ///
            /// # Errors
            /// The reason why the text is not such a value.
            pub fn parse(text: &str) -> Result<Self, $crate::value::ValueError> {
                let parse: fn(&str) -> Result<String, $crate::value::ValueError> = $parse;
                parse(text).map(|text| Self(text.into_boxed_str()))
            }

            /// The text of the value.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = $crate::value::ValueError;
            fn try_from(text: String) -> Result<Self, Self::Error> {
                Self::parse(&text)
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> Self {
                value.0.into_string()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, concat!(stringify!($name), "({:?})"), &*self.0)
            }
        }
    };
}
pub(crate) use text_type;

/// The form in which names and identifiers are compared: NFC, then lower case.
pub(crate) fn fold(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.nfc().flat_map(char::to_lowercase).collect()
}

/// One line of text: trimmed, inner white space folded to one space, NFC, no control or direction-override characters.
pub(super) fn line(text: &str, max: u16) -> Result<String, ValueError> {
    use unicode_normalization::UnicodeNormalization;
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.nfc());
    }
    if out.is_empty() {
        return Err(ValueError::Empty);
    }
    if let Some(bad) = out.chars().find(|c| c.is_control() || is_override(*c)) {
        return Err(ValueError::BadCharacter(bad));
    }
    if out.chars().count() > usize::from(max) {
        return Err(ValueError::TooLong { max });
    }
    Ok(out)
}

/// Characters that change the direction or looks of the text around them: a name never needs them (Unicode TR 36).
const fn is_override(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_trimmed_composed_and_clean() {
        assert_eq!(line("  Ann \t Lee ", 10).as_deref(), Ok("Ann Lee"));
        assert_eq!(line("Zoe\u{0308}", 10).as_deref(), Ok("Zo\u{eb}"));
        assert_eq!(line(" \n ", 10), Err(ValueError::Empty));
        assert_eq!(line("a\u{202E}b", 10), Err(ValueError::BadCharacter('\u{202E}')));
        assert_eq!(line("a\u{0}b", 10), Err(ValueError::BadCharacter('\u{0}')));
        assert_eq!(line("abc", 2), Err(ValueError::TooLong { max: 2 }));
        assert_eq!(line("דנה לוי", 10).as_deref(), Ok("דנה לוי"));
    }
}
