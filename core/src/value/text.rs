//! What all text values share: the error, and the macro that makes a newtype which can only be parsed.

use super::fold::{NFC, composed, is_ignorable};
use serde::{
    Deserialize, Deserializer, Serialize,
    de::{Error, Visitor},
};
use std::borrow::Cow;

/// Why a text is not a value of the wanted kind. Shown at the field it was typed into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    /// Not a day of the calendar from 1970 on, written as 2026-12-25.
    #[error("is not a date such as 2026-12-25")]
    NotADate,
    /// A moment that has not come yet, where what happened is told.
    #[error("is in the future")]
    InTheFuture,
}

/// Declares a text newtype whose only constructor is `parse`, and which reads itself back through it. Short texts of
/// few characters say in how many bytes they are kept, `text_type!(Extension in 8, …)`, and those out of a list that it
/// is their place in it, `text_type!(TimeZone as Zone, …)`. `else` says what stands for a stored text that is none any more.
macro_rules! text_type {
    ($(#[$doc:meta])* $name:ident, $parse:expr) => {
        $crate::value::text_type!(@ $(#[$doc])* $name, smol_str::SmolStr, None, $parse);
    };
    ($(#[$doc:meta])* $name:ident in $bytes:literal, $parse:expr) => {
        $crate::value::text_type!(@ $(#[$doc])* $name, $crate::value::short::Short<$bytes>, None, $parse);
    };
    ($(#[$doc:meta])* $name:ident as $kept:ty, $parse:expr) => {
        $crate::value::text_type!(@ $(#[$doc])* $name, $kept, None, $parse);
    };
    ($(#[$doc:meta])* $name:ident as $kept:ty, else $instead:ident, $parse:expr) => {
        $crate::value::text_type!(@ $(#[$doc])* $name, $kept, Some($instead), $parse);
    };
    (@ $(#[$doc:meta])* $name:ident, $kept:ty, $instead:expr, $parse:expr) => {
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

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string" })
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::value::text::read(deserializer, Self::parse, $instead)
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

/// Reads a text and parses it, without a copy of it in between. What an earlier version stored, and this one refuses, must
/// not keep an organisation from being loaded: invisible characters become `_`, or `instead` stands for the text.
pub(super) fn read<'de, D: Deserializer<'de>, T>(
    deserializer: D,
    parse: fn(&str) -> Result<T, ValueError>,
    instead: Option<&str>,
) -> Result<T, D::Error> {
    let (mut value, stored) = (None, !deserializer.is_human_readable());
    deserializer.deserialize_str(Texts(&mut |text| {
        value = Some(match parse(text) {
            Err(_) if stored && text.contains(is_ignorable) => parse(&text.replace(is_ignorable, "_"))?,
            Err(error) if stored => instead.map_or(Err(error), parse)?,
            parsed => parsed?,
        });
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

/// One line of text: trimmed, inner white space folded to one space, NFC, no control or direction-override characters, and
/// no invisible ones, which are left out. A text of nothing else is empty.
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
        good && !is_invisible(c)
    };
    let clean = text.chars().all(clean) && !after_space;
    clean && (text.is_ascii() || (composed(NFC, text) == text && !text.chars().all(shows_nothing)))
}

fn made_line(text: &str) -> Result<String, ValueError> {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        let word: Cow<'_, str> = without_invisible(word);
        if word.is_empty() {
            continue;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(&composed(NFC, &word));
    }
    if out.chars().all(shows_nothing) {
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

/// The text without invisible characters.
pub(super) fn without_invisible(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !text.contains(is_invisible) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.chars().filter(|c| !is_invisible(*c)).collect())
    }
}

/// Characters that show nothing and shape nothing. Joiners and variation selectors, which Persian, the languages of India and
/// emoji need, stay in what is shown, and count for nothing where names are compared.
const fn is_invisible(c: char) -> bool {
    let shapes = matches!(
        c,
        '\u{200C}' | '\u{200D}' | '\u{180B}'..='\u{180D}' | '\u{180F}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}'
    );
    is_ignorable(c) && !shapes && !is_override(c)
}

/// The blank of Braille is a letter in all but its looks.
const fn shows_nothing(c: char) -> bool {
    matches!(c, ' ' | '\u{2800}') || is_ignorable(c)
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
        assert_eq!(line("Sa\u{200B}les\u{AD} \u{2060} \u{E0041}", 10).as_deref(), Ok("Sales"));
        assert_eq!(line("a\u{34F}\u{301}", 10).as_deref(), Ok("á"), "composed once nothing invisible is between");
        assert_eq!(line("می\u{200C}خواهم ❤\u{FE0F}", 20).as_deref(), Ok("می\u{200C}خواهم ❤\u{FE0F}"));
        for nothing in ["\u{200B}", "\u{200D}\u{FE0F}", "\u{3164} \u{2800}", "\u{AD} \u{115F}"] {
            assert_eq!(line(nothing, 10), Err(ValueError::Empty), "{nothing:?}");
        }
    }

    #[test]
    fn a_line_is_taken_as_it_is_only_if_making_one_of_it_changes_nothing() {
        let pieces = [
            "a", "Z", " ", "\t", "\u{a0}", "e\u{301}", "\u{e9}", "\u{301}", "\u{202E}", "\u{0}", "\u{5d0}", "\u{200B}",
            "\u{200D}",
        ];
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
}
