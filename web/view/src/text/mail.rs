//! Mails that could not be delivered, in the language of the page.

use crate::speech::say;
use rollcall_core::api::Undelivered;

/// What was not delivered, why, and what comes next.
pub fn undelivered(mail: &Undelivered) -> String {
    say(&rollcall_words::undelivered(mail))
}
