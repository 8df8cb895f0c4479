//! What the server's error answers say, by their stable code.

use crate::{Text, text};
use rollcall_core::{api::Problem, refusal::Field};

/// An error answer as a sentence; `None` for a code whose answer says more than the code does: a refusal, or what only the
/// writer of a program can put right.
pub fn problem(problem: &Problem) -> Option<Text> {
    Some(match (problem.code.as_str(), problem.field) {
        ("signed_out", _) => text!(problem_signed_out),
        ("session_ended", _) => text!(problem_session_ended),
        ("wrong_credentials", Some(Field::Password)) => text!(problem_wrong_password),
        ("wrong_credentials", _) => text!(problem_wrong_credentials),
        ("new_password_needed", _) => text!(problem_new_password_needed),
        ("password_change_needed", _) => text!(problem_password_change_needed),
        ("temporary_password_expired", _) => text!(problem_temporary_password_expired),
        ("other_identifier", _) => text!(problem_other_identifier),
        ("portal_closed", _) => text!(problem_portal_closed),
        ("link_over", _) => text!(problem_link_over),
        ("too_many_requests", _) => match problem.retry_after {
            Some(seconds) => text!(problem_too_many_requests_wait, minutes = seconds.div_ceil(60)),
            None => text!(problem_too_many_requests),
        },
        ("commands_spent", _) => text!(problem_commands_spent, minutes = wait(problem).div_ceil(60)),
        ("bytes_spent", _) => text!(problem_bytes_spent, hours = wait(problem).div_ceil(3_600)),
        ("organisation_full", _) => text!(problem_organisation_full),
        ("server_full", _) => text!(problem_server_full),
        ("wrong_code", _) => text!(problem_wrong_code, left = problem.left.unwrap_or_default()),
        ("invitation_unknown", _) => text!(problem_invitation_unknown),
        ("invitation_expired", _) => text!(problem_invitation_expired),
        ("invitation_used", _) => text!(problem_invitation_used),
        ("invitation_ended", _) => text!(problem_invitation_ended),
        ("invitation_locked", _) => text!(problem_invitation_locked),
        ("organisation_needed", _) => text!(problem_organisation_needed),
        ("another_user", _) => text!(problem_another_user),
        ("newer_client", _) => text!(problem_newer_client),
        ("unknown_protocol", _) => text!(problem_unknown_protocol),
        ("cross_site", _) => text!(problem_cross_site),
        ("busy", _) => text!(problem_busy),
        ("timeout", _) => text!(problem_timeout),
        ("too_large", _) => text!(problem_too_large),
        ("storage_full", _) => text!(problem_storage_full),
        ("database_unreachable", _) => text!(problem_database_unreachable),
        ("internal", _) => text!(problem_internal),
        _ => return None,
    })
}

/// For how many seconds the answer asks to wait: one at least.
fn wait(problem: &Problem) -> u32 {
    problem.retry_after.unwrap_or_default().max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::embedded::Spoken;

    fn said(tag: &str, code: &str, more: Problem) -> Option<String> {
        problem(&Problem { code: code.into(), ..more }).map(|text| Spoken::first([tag]).say(&text))
    }

    #[test]
    fn a_wrong_password_is_another_thing_than_a_wrong_sign_in() {
        let at = |field| said("en", "wrong_credentials", Problem { field, ..Problem::default() });
        assert_eq!(at(Some(Field::Password)).as_deref(), Some("This is not the password of your account."));
        assert!(at(None).is_some_and(|sentence| sentence.starts_with("The e-mail address, mobile number")));
        assert_eq!(said("en", "unexpected_value", Problem::default()), None);
    }

    #[test]
    fn a_wait_and_tries_that_are_left_are_counted() {
        let wait = |seconds| {
            said("en", "too_many_requests", Problem { retry_after: Some(seconds), ..Problem::default() }).unwrap()
        };
        assert_eq!(wait(60), "There were too many attempts. Wait 1 minute, then try again.");
        assert_eq!(wait(61), "There were too many attempts. Wait 2 minutes, then try again.");
        let spent =
            |tag, code, seconds| said(tag, code, Problem { retry_after: Some(seconds), ..Problem::default() }).unwrap();
        assert!(spent("en", "commands_spent", 61).ends_with("wait 2 minutes, then try again."));
        assert!(spent("de", "bytes_spent", 3_600).contains("warten Sie 1 Stunde, und"));
        assert!(spent("ar", "bytes_spent", 7_201).contains("ساعات"));
        let left = |tag, left| said(tag, "wrong_code", Problem { left: Some(left), ..Problem::default() }).unwrap();
        assert_eq!(left("en", 1), "The code is wrong. 1 attempt left.");
        assert_eq!(left("de", 2), "Der Code ist falsch. Noch 2 Versuche.");
    }
}
