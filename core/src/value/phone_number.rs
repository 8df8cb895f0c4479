//! Phone numbers in the form of E.164, and completing what people type with the country they are in.

use super::{Country, ValueError};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use std::num::NonZeroU64;

/// A number in the form of E.164: `+`, then 7 to 15 digits, kept as a plain integer. Stored numbers are checked for form
/// only, since numbering plans change; what people type goes through [`PhoneNumber::typed`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "string"))]
pub struct PhoneNumber(NonZeroU64);

impl PhoneNumber {
    /// The smallest value, to start a range at. Not a number that can be dialled.
    pub(crate) const LEAST: Self = Self(NonZeroU64::MIN);

    /// Of the right form, and nobody's: stands where a number was erased.
    pub(crate) const NOBODYS: Self = Self(NonZeroU64::MIN.saturating_add(999_999));

    /// Parses the form of E.164.
    ///
    /// # Errors
    /// [`ValueError::Empty`] or [`ValueError::NotAPhoneNumber`].
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(ValueError::Empty);
        }
        let digits = text.strip_prefix('+').ok_or(ValueError::NotAPhoneNumber)?;
        let fits =
            (7..=15).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit()) && !digits.starts_with('0');
        if !fits {
            return Err(ValueError::NotAPhoneNumber);
        }
        digits.parse().map_err(|_| ValueError::NotAPhoneNumber).and_then(Self::of_digits)
    }

    /// The number of these digits: 7 to 15, the first one not 0.
    fn of_digits(digits: u64) -> Result<Self, ValueError> {
        let fits = (1_000_000..1_000_000_000_000_000).contains(&digits);
        NonZeroU64::new(digits).filter(|_| fits).map(Self).ok_or(ValueError::NotAPhoneNumber)
    }

    /// Parses what a person typed, such as `030 901820` in Germany, by the numbering plans of the world (S2.9).
    ///
    /// # Errors
    /// [`ValueError::Empty`], or [`ValueError::NotAPhoneNumber`] when no plan has such a number.
    pub fn typed(text: &str, country: Option<&Country>) -> Result<Self, ValueError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(ValueError::Empty);
        }
        let international = text.starts_with('+') || text.starts_with("00");
        let parsed = match country {
            Some(country) if !international => phonelib::PhoneNumber::try_parse_with_country(text, country.as_str()),
            _ => phonelib::PhoneNumber::try_parse(text),
        };
        Self::parse(parsed.map_err(|_| ValueError::NotAPhoneNumber)?.e164())
    }
}

impl std::fmt::Display for PhoneNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "+{}", self.0)
    }
}

impl std::fmt::Debug for PhoneNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "PhoneNumber({self})")
    }
}

impl Serialize for PhoneNumber {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.collect_str(self)
        } else {
            serializer.serialize_u64(self.0.get())
        }
    }
}

impl<'de> Deserialize<'de> for PhoneNumber {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            return super::text::read(deserializer, Self::parse, None);
        }
        Self::of_digits(u64::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_numbers_are_completed_with_the_country() {
        let de = Country::parse("DE").ok();
        let us = Country::parse("US").ok();
        for (typed, country, want) in [
            ("+49 30 901820", None, Ok("+4930901820")),
            ("030 / 90 18 20", de.as_ref(), Ok("+4930901820")),
            ("0049 30 901820", us.as_ref(), Ok("+4930901820")),
            ("(212) 555-2368", us.as_ref(), Ok("+12125552368")),
            ("", us.as_ref(), Err(ValueError::Empty)),
            ("hello", us.as_ref(), Err(ValueError::NotAPhoneNumber)),
            ("+1", None, Err(ValueError::NotAPhoneNumber)),
        ] {
            let parsed = PhoneNumber::typed(typed, country).map(|number| number.to_string());
            assert_eq!(parsed.as_deref().map_err(|e| *e), want, "{typed}");
        }
    }

    #[test]
    fn stored_numbers_are_checked_for_form() {
        assert!(PhoneNumber::parse("+4930901820").is_ok());
        for bad in ["4930901820", "+0930901820", "+49 30", "+1234567890123456"] {
            assert!(PhoneNumber::parse(bad).is_err(), "{bad}");
        }
    }
}
