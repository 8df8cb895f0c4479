//! What all text values share: the error, and the macro that makes a newtype which can only be parsed.

use icu_normalizer::ComposingNormalizerBorrowed;
use serde::{
    Deserialize, Deserializer, Serialize,
    de::{Error, Visitor},
};
use std::borrow::Cow;

const NFC: ComposingNormalizerBorrowed<'static> = ComposingNormalizerBorrowed::new_nfc();

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
    /// A password or PIN that others use too, or that follows from what it protects.
    #[error("is guessed too easily")]
    EasilyGuessed,
}

/// Declares a text newtype whose only constructor is `parse`, and which reads itself back through it. Short texts of
/// few characters say in how many bytes they are kept, `text_type!(Extension in 8, …)`, and those out of a list that it
/// is their place in it, `text_type!(TimeZone as Zone, …)`.
macro_rules! text_type {
    ($(#[$doc:meta])* $name:ident, $parse:expr) => {
        $crate::value::text_type!(@ $(#[$doc])* $name, smol_str::SmolStr, $parse);
    };
    ($(#[$doc:meta])* $name:ident in $bytes:literal, $parse:expr) => {
        $crate::value::text_type!(@ $(#[$doc])* $name, $crate::value::short::Short<$bytes>, $parse);
    };
    ($(#[$doc:meta])* $name:ident as $kept:ty, $parse:expr) => {
        $crate::value::text_type!(@ $(#[$doc])* $name, $kept, $parse);
    };
    (@ $(#[$doc:meta])* $name:ident, $kept:ty, $parse:expr) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "string"))]
        pub struct $name($kept);

        impl $name {
            /// Parses what a person typed.
            ///
            /// # Errors
            /// The reason why the text is not such a value.
            pub fn parse(text: &str) -> Result<Self, $crate::value::ValueError> {
                type Parsed<'a> = Result<std::borrow::Cow<'a, str>, $crate::value::ValueError>;
                let parse: for<'a> fn(&'a str) -> Parsed<'a> = $parse;
                parse(text).map(|text| Self(<$kept>::from(&*text)))
            }

            /// The text of the value.
            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::value::text::read(deserializer, Self::parse)
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
                value.as_str().to_owned()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, concat!(stringify!($name), "({:?})"), self.as_str())
            }
        }
    };
}
pub(crate) use text_type;

/// Reads a text and parses it, without a copy of it in between.
pub(super) fn read<'de, D: Deserializer<'de>, T>(
    deserializer: D,
    parse: fn(&str) -> Result<T, ValueError>,
) -> Result<T, D::Error> {
    let mut value = None;
    deserializer.deserialize_str(Texts(&mut |text| {
        value = Some(parse(text)?);
        Ok(())
    }))?;
    value.ok_or_else(|| D::Error::custom("no text"))
}

/// One visitor for all text values, so that each format's reader is compiled once.
struct Texts<'v>(&'v mut dyn FnMut(&str) -> Result<(), ValueError>);

impl Visitor<'_> for Texts<'_> {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a text")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        (self.0)(text).map_err(E::custom)
    }
}

/// The form in which names and identifiers are compared: NFC, then lower case.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_onto(text, &mut folded);
    folded
}

/// Appends the folded form of a text.
pub(crate) fn fold_onto(text: &str, out: &mut String) {
    if text.is_ascii() {
        let from = out.len();
        out.push_str(text);
        out.get_mut(from..).into_iter().for_each(str::make_ascii_lowercase);
    } else {
        out.extend(NFC.normalize(text).chars().flat_map(char::to_lowercase));
    }
}

/// One line of text: trimmed, inner white space folded to one space, NFC, no control or direction-override characters.
pub(super) fn line(text: &str, max: u16) -> Result<Cow<'_, str>, ValueError> {
    let out = if is_line(text) { Cow::Borrowed(text) } else { Cow::Owned(made_line(text)?) };
    if out.len() > usize::from(max) && out.chars().count() > usize::from(max) {
        return Err(ValueError::TooLong { max });
    }
    Ok(out)
}

/// Whether a text is a line already: stored ones are, and are read by the hundred thousand.
fn is_line(text: &str) -> bool {
    let mut after_space = true;
    let clean = |c: char| {
        let space = c == ' ';
        let good = if space { !after_space } else { !c.is_control() && !is_override(c) && !c.is_whitespace() };
        after_space = space;
        good
    };
    text.chars().all(clean) && !after_space && (text.is_ascii() || NFC.is_normalized(text))
}

fn made_line(text: &str) -> Result<String, ValueError> {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(&NFC.normalize(word));
    }
    if out.is_empty() {
        return Err(ValueError::Empty);
    }
    match out.chars().find(|c| c.is_control() || is_override(*c)) {
        Some(bad) => Err(ValueError::BadCharacter(bad)),
        None => Ok(out),
    }
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

    #[test]
    fn a_line_is_taken_as_it_is_only_if_making_one_of_it_changes_nothing() {
        let pieces = ["a", "Z", " ", "\t", "\u{a0}", "e\u{301}", "\u{e9}", "\u{301}", "\u{202E}", "\u{0}", "\u{5d0}"];
        let texts = pieces.iter().flat_map(|a| pieces.iter().flat_map(move |b| pieces.map(|c| format!("{a}{b}{c}"))));
        let mut taken = 0;
        for text in texts.chain([String::new()]) {
            if is_line(&text) {
                assert_eq!(made_line(&text).as_deref(), Ok(text.as_str()), "{text:?}");
                taken += 1;
            }
        }
        assert!(taken > 50, "the short way is taken: {taken}");
    }

    #[test]
    fn folding_composes_and_lowers() {
        assert_eq!(fold("ZOE\u{308}"), "zo\u{eb}");
        assert_eq!(fold("Ça"), "ça");
        assert_eq!(fold("ANN"), "ann");
    }
}
