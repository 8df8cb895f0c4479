//! Hardware addresses of phones (IEEE 802 MAC-48).

use super::{ValueError, text_type};

text_type!(
    /// Twelve hexadecimal digits, kept as `aa:bb:cc:dd:ee:ff`; typed with colons, hyphens, dots or nothing between.
    MacAddress in 17,
    |text| {
        let text = text.trim();
        if text.is_empty() {
            return Err(ValueError::Empty);
        }
        if is_kept_form(text) {
            return Ok(text.into());
        }
        let digits: Vec<char> = text.chars().filter(|c| !matches!(c, ':' | '-' | '.')).collect();
        if digits.len() != 12 || !digits.iter().all(char::is_ascii_hexdigit) {
            return Err(ValueError::NotAMacAddress);
        }
        let pairs: Vec<String> = digits.chunks(2).map(|pair| pair.iter().collect::<String>().to_ascii_lowercase()).collect();
        Ok(pairs.join(":").into())
    }
);

/// Whether a text is spelt as addresses are kept.
fn is_kept_form(text: &str) -> bool {
    let fits =
        |(n, byte): (usize, u8)| if n % 3 == 2 { byte == b':' } else { matches!(byte, b'0'..=b'9' | b'a'..=b'f') };
    text.len() == 17 && text.bytes().enumerate().all(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings() {
        for good in ["00:1B:44:11:3a:b7", "001b.4411.3ab7", "00-1b-44-11-3a-b7", "001B44113AB7"] {
            assert_eq!(MacAddress::parse(good).map(String::from).as_deref(), Ok("00:1b:44:11:3a:b7"));
        }
        assert!(MacAddress::parse("00:1b:44").is_err() && MacAddress::parse("zz1b44113ab7").is_err());
    }
}
