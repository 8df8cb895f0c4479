//! What stands for a picture: initials, on a colour that is always the same for the same person or organisation.

/// The hue of a colour, in degrees.
pub fn hue(seed: u128) -> u128 {
    // A prime of hues, mixed from every byte: neighbours in time look different.
    let mixed = seed.to_le_bytes().iter().fold(17_u128, |sum, byte| sum.wrapping_mul(131).wrapping_add((*byte).into()));
    mixed % 359
}

/// The first letters of the first and the last word; of an address, its first letter.
pub fn initials(name: &str) -> String {
    let name = name.split('@').next().unwrap_or_default();
    let mut words = name.split(|c: char| c.is_whitespace() || matches!(c, '.' | '_' | '-')).filter(|w| !w.is_empty());
    let first = words.next().and_then(|word| word.chars().find(|c| c.is_alphanumeric()));
    let last = words.next_back().and_then(|word| word.chars().find(|c| c.is_alphanumeric()));
    let initials: String = first.into_iter().chain(last).flat_map(char::to_uppercase).collect();
    if initials.is_empty() { "?".into() } else { initials }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_of_all_sorts_of_names() {
        let pairs = [("Ann Lee", "AL"), ("ann@x.io", "A"), ("ann.lee@x.io", "AL"), ("Jean-Luc van Damme", "JD")];
        for (name, expected) in pairs {
            assert_eq!(initials(name), expected);
        }
        assert_eq!((initials(""), initials("דנה לוי")), ("?".into(), "דל".into()));
    }

    #[test]
    fn colours_stay_and_differ() {
        assert_eq!(hue(42), hue(42));
        assert_ne!(hue(1 << 80), hue(2 << 80));
    }
}
