//! Words for mails that could not be delivered.

use super::time;
use rollcall_core::{
    Timestamp,
    api::{MailFailure, MailKind, Undelivered},
};

/// What was not delivered, why, and what comes next, as sentences.
pub fn undelivered(mail: &Undelivered, now: Timestamp) -> String {
    let what = match mail.what {
        MailKind::Invitation => "The invitation",
        MailKind::Password => "The link to set a password",
        MailKind::Address => "The link about the sign-in address",
    };
    let why = match mail.reason {
        MailFailure::Refused => "the mail server refused it. Check the address.",
        MailFailure::Unavailable => "the mail server can't be reached.",
        MailFailure::OverBudget => "too many mails were sent lately.",
    };
    match mail.again {
        Some(at) => format!(
            "{what} has not been delivered yet: {why} It is tried again {}.",
            crate::language::say(&time::until_text(at, now))
        ),
        None => format!("{what} could not be delivered: {why}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rollcall_core::id::UserId;

    #[test]
    fn a_failure_says_what_why_and_what_next() {
        let now = Timestamp(1_000_000);
        let failure =
            |reason, again| Undelivered { user: UserId::fixed(1), what: MailKind::Invitation, reason, tries: 1, again };
        assert_eq!(
            undelivered(&failure(MailFailure::Refused, None), now),
            "The invitation could not be delivered: the mail server refused it. Check the address."
        );
        assert_eq!(
            undelivered(&failure(MailFailure::Unavailable, Some(Timestamp(now.0 + 300_000))), now),
            "The invitation has not been delivered yet: the mail server can't be reached. It is tried again in 5 min."
        );
    }
}
