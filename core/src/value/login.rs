//! Log-in names: Latin letters and digits (S3.4).

use super::{ValueError, fold, text_type};

text_type!(
    /// 2–64 Latin letters and digits, without anything invisible. Compared case-folded.
    Login,
    |text| {
        let text = text.trim();
        if text.is_empty() {
            return Err(ValueError::Empty);
        }
        if text.len() < 2 {
            return Err(ValueError::TooShort { min: 2 });
        }
        if text.len() > 64 {
            return Err(ValueError::TooLong { max: 64 });
        }
        match text.chars().find(|c| !c.is_ascii_alphanumeric()) {
            Some(bad) => Err(ValueError::BadCharacter(bad)),
            None => Ok(text.into()),
        }
    }
);

impl Login {
    /// The form in which log-in names are compared.
    pub fn folded(&self) -> String {
        fold(self.as_str())
    }
}
