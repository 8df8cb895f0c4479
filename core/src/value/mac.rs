//! Hardware addresses of phones (IEEE 802 MAC-48).

use super::ValueError;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Twelve hexadecimal digits, shown as `aa:bb:cc:dd:ee:ff`; typed with colons, hyphens, dots or nothing between.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "string"))]
pub struct MacAddress([u8; 6]);

impl MacAddress {
    /// Parses what a person typed.
    ///
    /// # Errors
    /// [`ValueError::Empty`] or [`ValueError::NotAMacAddress`].
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(ValueError::Empty);
        }
        let mut digits = text.chars().filter(|c| !matches!(c, ':' | '-' | '.')).map(|c| c.to_digit(16));
        let mut address = [0; 6];
        for byte in &mut address {
            let (Some(Some(high)), Some(Some(low))) = (digits.next(), digits.next()) else {
                return Err(ValueError::NotAMacAddress);
            };
            *byte = u8::try_from(high << 4 | low).map_err(|_| ValueError::NotAMacAddress)?;
        }
        if digits.next().is_some() { Err(ValueError::NotAMacAddress) } else { Ok(Self(address)) }
    }
}

impl std::fmt::Display for MacAddress {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [a, b, c, d, e, g] = self.0;
        write!(f, "{a:02x}:{b:02x}:{c:02x}:{d:02x}:{e:02x}:{g:02x}")
    }
}

impl std::fmt::Debug for MacAddress {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "MacAddress({self})")
    }
}

impl Serialize for MacAddress {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for MacAddress {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        super::text::read(deserializer, Self::parse, None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings() {
        for good in ["00:1B:44:11:3a:b7", "001b.4411.3ab7", "00-1b-44-11-3a-b7", "001B44113AB7"] {
            assert_eq!(MacAddress::parse(good).map(|mac| mac.to_string()).as_deref(), Ok("00:1b:44:11:3a:b7"));
        }
        for bad in ["00:1b:44", "zz1b44113ab7", "00:1b:44:11:3a:b7:00", "00:1b:44:11:3a:b", "-", "\u{661}01b44113ab7"] {
            assert!(MacAddress::parse(bad).is_err(), "{bad}");
        }
        assert_eq!(MacAddress::parse("  "), Err(ValueError::Empty));
    }
}
