//! Why a mail has not been delivered, and what comes next.

use crate::{Arg, Text, text};
use rollcall_core::api::{MailFailure, MailKind, Undelivered};

/// What was not delivered, why, and when it is tried again.
pub fn undelivered(mail: &Undelivered) -> Text {
    let what = match mail.what {
        MailKind::Invitation => "invitation",
        MailKind::Password => "password",
        MailKind::Address => "address",
    };
    let reason = match mail.reason {
        MailFailure::Refused => "refused",
        MailFailure::Unavailable => "unavailable",
        MailFailure::OverBudget => "over_budget",
    };
    match mail.again {
        Some(at) => text!(undelivered_again, at = Arg::Moment(at.0), reason, what),
        None => text!(undelivered_for_good, reason, what),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::embedded::Spoken;
    use rollcall_core::{Timestamp, id::UserId};

    #[test]
    fn a_failure_says_what_why_and_what_next() {
        let failure =
            |reason, again| Undelivered { user: UserId::fixed(1), what: MailKind::Invitation, reason, tries: 1, again };
        let said = |failure: &Undelivered| Spoken::of("en").unwrap().say(&undelivered(failure));
        assert_eq!(
            said(&failure(MailFailure::Refused, None)),
            "The invitation could not be delivered. The mail server refused it: check the address."
        );
        assert_eq!(
            said(&failure(MailFailure::Unavailable, Some(Timestamp(0)))),
            "The invitation has not been delivered yet. The mail server can’t be reached. The next attempt is on \
             1970-01-01 00:00 UTC."
        );
    }
}
