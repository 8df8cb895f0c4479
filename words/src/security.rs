//! What security logs tell, and what a session runs in.

use crate::{Text, text};
use rollcall_core::api::{Browser, SecurityKind};

/// What happened to one's own account.
pub fn own_security_event(kind: SecurityKind) -> Text {
    match kind {
        SecurityKind::SignedIn => text!(security_own_signed_in),
        SecurityKind::SignInFailed => text!(security_own_sign_in_failed),
        SecurityKind::SignedOut => text!(security_own_signed_out),
        SecurityKind::SessionEnded => text!(security_own_session_ended),
        SecurityKind::LinkMailed => text!(security_own_link_mailed),
        SecurityKind::PasswordSet => text!(security_own_password_set),
        SecurityKind::PasswordChanged => text!(security_own_password_changed),
        SecurityKind::Joined => text!(security_own_joined),
        SecurityKind::AddressChangeAsked => text!(security_own_address_change_asked),
        SecurityKind::AddressChanged => text!(security_own_address_changed),
        SecurityKind::AddressChangeStopped => text!(security_own_address_change_stopped),
        SecurityKind::ResetOrdered => text!(security_own_reset_ordered),
        SecurityKind::RecoveryOrdered => text!(security_own_recovery_ordered),
        SecurityKind::HandedOver => text!(security_own_handed_over),
        SecurityKind::PinSet => text!(security_own_pin_set),
    }
}

/// What happened to the account of somebody, whose name stands beside it.
pub fn security_event(kind: SecurityKind) -> Text {
    match kind {
        SecurityKind::SignedIn => text!(security_signed_in),
        SecurityKind::SignInFailed => text!(security_sign_in_failed),
        SecurityKind::SignedOut => text!(security_signed_out),
        SecurityKind::SessionEnded => text!(security_session_ended),
        SecurityKind::LinkMailed => text!(security_link_mailed),
        SecurityKind::PasswordSet => text!(security_password_set),
        SecurityKind::PasswordChanged => text!(security_password_changed),
        SecurityKind::Joined => text!(security_joined),
        SecurityKind::AddressChangeAsked => text!(security_address_change_asked),
        SecurityKind::AddressChanged => text!(security_address_changed),
        SecurityKind::AddressChangeStopped => text!(security_address_change_stopped),
        SecurityKind::ResetOrdered => text!(security_reset_ordered),
        SecurityKind::RecoveryOrdered => text!(security_recovery_ordered),
        SecurityKind::HandedOver => text!(security_handed_over),
        SecurityKind::PinSet => text!(security_pin_set),
    }
}

/// What a session runs in: "Firefox on Windows".
pub fn browser(browser: &Browser) -> Text {
    match (&browser.name, &browser.system) {
        (Some(name), Some(system)) => text!(browser_on, name, system),
        (Some(name), None) => text!(browser_named, name),
        (None, Some(system)) => text!(browser_unknown_on, system),
        (None, None) => text!(browser_unknown),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::embedded::Spoken;

    #[test]
    fn a_session_says_what_is_known_of_its_browser() {
        let said = |name: Option<&str>, system: Option<&str>| {
            let known = Browser { name: name.map(str::to_owned), system: system.map(str::to_owned) };
            Spoken::of("en").unwrap().say(&browser(&known))
        };
        assert_eq!(said(Some("Firefox"), Some("Windows")), "Firefox on Windows");
        assert_eq!(said(Some("Firefox"), None), "Firefox");
        assert_eq!(said(None, Some("macOS")), "A browser on macOS");
        assert_eq!(said(None, None), "An unknown browser");
    }
}
