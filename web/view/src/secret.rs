//! What the page says of a password or a PIN while it is typed. Whether it is good enough is the server's word, which knows the
//! common ones; here only its length is measured.

use crate::{t, text};
use rollcall_core::{
    api::{PASSWORD_MAX, PASSWORD_MIN},
    value::{ValueError, VoicemailPin},
};

/// What is wrong with a password: a new one, or one that the account has (`known`).
pub fn wrong(password: &str, known: bool) -> Option<String> {
    if password.is_empty() {
        Some(text::value_error(ValueError::Empty))
    } else if !known && password.chars().count() < usize::from(PASSWORD_MIN) {
        Some(text::value_error(ValueError::TooShort { min: PASSWORD_MIN }))
    } else if password.len() > usize::from(PASSWORD_MAX) {
        Some(t!(new_password_too_long))
    } else {
        None
    }
}

/// How far a new password is from being long enough.
pub fn hint(password: &str) -> String {
    let (length, min) = (password.chars().count(), usize::from(PASSWORD_MIN));
    match length {
        0 => t!(new_password_hint, min),
        _ if length < min => t!(new_password_to_go, count = min - length),
        _ => t!(new_password_long_enough),
    }
}

/// What is wrong with a voicemail PIN; it may be left out.
pub fn pin_error(pin: &str) -> Option<String> {
    if pin.trim().is_empty() { None } else { pin_wrong(pin) }
}

/// What is wrong with a voicemail PIN.
pub fn pin_wrong(pin: &str) -> Option<String> {
    let wrong = VoicemailPin::parse(pin).err()?;
    match wrong {
        ValueError::BadCharacter(_) => Some(t!(pin_digits_only)),
        ValueError::TooShort { min } => Some(t!(pin_too_short, min)),
        ValueError::TooLong { max } => Some(t!(pin_too_long, max)),
        ValueError::EasilyGuessed => Some(t!(pin_easily_guessed)),
        other => Some(text::value_error(other)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_are_measured_in_characters() {
        assert!(wrong("kurz", false).is_some() && wrong("kurz", true).is_none());
        assert_eq!(wrong("zwölf-zeichen", false), None);
        assert_eq!(hint("abcdefg"), "3 characters to go.");
        assert_eq!(hint("correct horse battery"), "Long enough. Longer is stronger.");
    }

    #[test]
    fn a_pin_may_be_left_out_and_is_digits_otherwise() {
        assert_eq!((pin_error(""), pin_error(" "), pin_error("4711")), (None, None, None));
        assert_eq!(pin_error("47a1"), Some("Use digits only.".into()));
        assert_eq!(pin_error("471"), Some("Use at least 4 digits.".into()));
        assert!(pin_error("1234").is_some());
    }
}
