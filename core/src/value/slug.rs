//! The short name of an organisation in addresses and log-ins.

use super::{ValueError, text_type};

text_type!(
    /// `[a-z0-9-]{3,40}`, not starting or ending with a hyphen.
    Slug,
    |text| {
        let text = text.trim();
        if text.is_empty() {
            return Err(ValueError::Empty);
        }
        if text.len() > 40 {
            return Err(ValueError::TooLong { max: 40 });
        }
        if text.len() < 3 {
            return Err(ValueError::TooShort { min: 3 });
        }
        let clean = text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if clean && !text.starts_with('-') && !text.ends_with('-') { Ok(text.into()) } else { Err(ValueError::NotASlug) }
    }
);
