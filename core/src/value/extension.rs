//! The short number by which a user is dialled inside the organisation.

use super::{ValueError, text_type};

text_type!(
    /// Two to eight digits.
    Extension in 8,
    |text| {
        let text = text.trim();
        if text.is_empty() {
            return Err(ValueError::Empty);
        }
        if (2..=8).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit()) {
            Ok(text.into())
        } else {
            Err(ValueError::NotAnExtension)
        }
    }
);

impl Extension {
    /// Stands where an extension was erased.
    pub(crate) fn erased() -> Self {
        Self("00".into())
    }
}
