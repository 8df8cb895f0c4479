//! What the page says of a password while it is typed. Whether it is good enough is the server's word, which knows the
//! common ones; here only its length is measured.

use crate::text;
use rollcall_core::api::{PASSWORD_MAX, PASSWORD_MIN};

/// What is wrong with a password: a new one, or one that the account has (`known`).
pub fn wrong(password: &str, known: bool) -> Option<String> {
    if password.is_empty() {
        Some("Fill this in.".into())
    } else if !known && password.chars().count() < usize::from(PASSWORD_MIN) {
        Some(format!("Use at least {PASSWORD_MIN} characters."))
    } else if password.len() > usize::from(PASSWORD_MAX) {
        Some("Use a shorter password.".into())
    } else {
        None
    }
}

/// How far a new password is from being long enough.
pub fn hint(password: &str) -> String {
    let (length, min) = (password.chars().count(), usize::from(PASSWORD_MIN));
    match length {
        0 => format!("At least {min} characters. A few unrelated words are easy to remember and hard to guess."),
        _ if length < min => format!("{} to go.", text::counted(min - length, "character", "characters")),
        _ => "Long enough. Longer is stronger.".into(),
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
}
