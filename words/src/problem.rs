//! What the server's error answers say, by their stable code.

use crate::{Text, text};
use rollcall_core::refusal::Field;

/// An error answer as a sentence; `None` for a code whose answer says more than the code does. `field`: what it is about.
pub fn problem(code: &str, field: Option<Field>) -> Option<Text> {
    Some(match (code, field) {
        ("signed_out", _) => text!(problem_signed_out),
        ("session_ended", _) => text!(problem_session_ended),
        ("wrong_credentials", Some(Field::Password)) => text!(problem_wrong_password),
        ("wrong_credentials", _) => text!(problem_wrong_credentials),
        ("new_password_needed", _) => text!(problem_new_password_needed),
        ("other_identifier", _) => text!(problem_other_identifier),
        ("portal_closed", _) => text!(problem_portal_closed),
        ("link_over", _) => text!(problem_link_over),
        ("too_many_requests", _) => text!(problem_too_many_requests),
        ("busy", _) => text!(problem_busy),
        ("timeout", _) => text!(problem_timeout),
        ("too_large", _) => text!(problem_too_large),
        ("storage_full", _) => text!(problem_storage_full),
        ("database_unreachable", _) => text!(problem_database_unreachable),
        ("internal", _) => text!(problem_internal),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::embedded::Spoken;

    #[test]
    fn a_wrong_password_is_another_thing_than_a_wrong_sign_in() {
        let english = Spoken::first(["en"]);
        let said = |field| problem("wrong_credentials", field).map(|text| english.say(&text));
        assert_eq!(said(Some(Field::Password)).as_deref(), Some("This is not the password of your account."));
        assert!(said(None).is_some_and(|sentence| sentence.starts_with("The e-mail address, mobile number")));
        assert_eq!(problem("unexpected_value", None), None);
    }
}
