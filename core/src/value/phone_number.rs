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
        let parsed = match country {
            Some(country) => typed_in(text, country.as_str()),
            None => phonelib::PhoneNumber::try_parse(text),
        };
        Self::parse(parsed.map_err(|_| ValueError::NotAPhoneNumber)?.e164())
    }
}

/// A number as it is dialled in a country: with the codes for abroad that hold there, or within it.
fn typed_in(text: &str, country: &str) -> Result<phonelib::PhoneNumber, phonelib::ParseError> {
    let national = phonelib::PhoneNumber::try_parse_with_country;
    if country == "AR"
        && let Some(mobile) = argentine_mobile(text)
    {
        return phonelib::PhoneNumber::try_parse(&mobile);
    }
    let here = national(text, country)?;
    // Digits that begin with the country's own code, and could be a number with or without it: 491701234567 in Germany.
    // What is a mobile number in one reading only is meant so; else nobody knows.
    if text.starts_with(|c: char| matches!(c, '1'..='9'))
        && let Ok(abroad) = phonelib::PhoneNumber::try_parse(&format!("+{text}"))
        && abroad.country_code() == here.country_code()
        && abroad.e164() != here.e164()
    {
        return match (abroad.is_mobile(), here.is_mobile()) {
            (true, false) => Ok(abroad),
            (false, true) => Ok(here),
            // 393 123 4567 in Italy: no mobile number is as short as what is left without the code.
            (true, true) if abroad.national_number().len() < 9 => Ok(here),
            _ => Err(phonelib::ParseError::InvalidLength),
        };
    }
    Ok(here)
}

/// A mobile number as Argentina dials it within, `011 15 2345-6789`: a 15 behind the area, where abroad a 9 stands in front of
/// it. None when that is not what it is, or when the 15 may stand in two places.
fn argentine_mobile(text: &str) -> Option<String> {
    if text.contains(|c: char| !(c.is_ascii_digit() || matches!(c, ' ' | '-' | '.' | '(' | ')' | '/'))) {
        return None;
    }
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let national = digits.strip_prefix('0').unwrap_or(&digits);
    let behind = |area: usize| national.get(area..).and_then(|rest| rest.strip_prefix("15"));
    let mut places = (2..=4).filter_map(|area| Some((national.get(..area)?, behind(area)?)));
    match (national.len(), places.next(), places.next()) {
        (12, Some((area, number)), None) => Some(format!("+549{area}{number}")),
        _ => None,
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
        let [us, au, it, ar] = ["US", "AU", "IT", "AR"].map(|code| Country::parse(code).ok());
        for (typed, country, want) in [
            ("+49 30 901820", None, Ok("+4930901820")),
            ("030 / 90 18 20", de.as_ref(), Ok("+4930901820")),
            ("0049 30 901820", us.as_ref(), Ok("+4930901820")),
            ("(212) 555-2368", us.as_ref(), Ok("+12125552368")),
            ("491701234567", de.as_ref(), Ok("+491701234567")),
            ("1701234567", de.as_ref(), Ok("+491701234567")),
            ("493012345678", de.as_ref(), Err(ValueError::NotAPhoneNumber)),
            ("011 44 7400 123462", us.as_ref(), Ok("+447400123462")),
            ("0011 44 7400 123461", au.as_ref(), Ok("+447400123461")),
            ("393 123 4567", it.as_ref(), Ok("+393931234567")),
            ("011 15-2345-6789", ar.as_ref(), Ok("+5491123456789")),
            ("011 1515-6789", ar.as_ref(), Ok("+541115156789")),
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
