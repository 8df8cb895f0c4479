//! Sessions and security logs in the language of the page: what happened, and where from.

use crate::speech::say;
use rollcall_core::api::{Browser, SecurityKind};

/// What happened to one's own account.
pub fn own(kind: SecurityKind) -> String {
    say(&rollcall_words::own_security_event(kind))
}

/// What happened to the account of somebody, whose name stands beside it.
pub fn of_somebody(kind: SecurityKind) -> String {
    say(&rollcall_words::security_event(kind))
}

/// Whether an event deserves a second look.
pub const fn is_grave(kind: SecurityKind) -> bool {
    matches!(
        kind,
        SecurityKind::SignInFailed
            | SecurityKind::AddressChangeAsked
            | SecurityKind::AddressChangeStopped
            | SecurityKind::ResetOrdered
            | SecurityKind::RecoveryOrdered
    )
}

/// What a session runs in: "Firefox on Windows".
pub fn browser(browser: &Browser) -> String {
    say(&rollcall_words::browser(browser))
}

/// Where something came from: "Firefox on Windows" and "192.0.2.7". Nothing when nothing is known.
pub fn whence(from: &Browser, network: Option<&str>) -> Vec<String> {
    let known = from.name.is_some() || from.system.is_some();
    let parts = [known.then(|| browser(from)), network.map(str::to_owned)];
    parts.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_from_says_what_is_known() {
        let firefox = Browser { name: Some("Firefox".into()), system: Some("Windows".into()) };
        assert_eq!(whence(&firefox, Some("192.0.2.7")), ["Firefox on Windows", "192.0.2.7"]);
        assert_eq!(whence(&Browser::default(), None), [""; 0]);
    }
}
