//! Words for sessions and security logs: what happened, and where from.

use rollcall_core::api::{Browser, SecurityKind};

/// What happened to one's own account.
pub const fn own(kind: SecurityKind) -> &'static str {
    match kind {
        SecurityKind::SignedIn => "You signed in",
        SecurityKind::SignInFailed => "Somebody tried to sign in with a wrong password",
        SecurityKind::SignedOut => "You signed out",
        SecurityKind::SessionEnded => "A session was ended",
        SecurityKind::LinkMailed => "A link to set a password was sent to you",
        SecurityKind::PasswordSet => "A password was set through a mailed link",
        SecurityKind::PasswordChanged => "You changed your password",
        SecurityKind::Joined => "You became a user of an organisation",
        SecurityKind::AddressChangeAsked => "Another sign-in address was asked for",
        SecurityKind::AddressChanged => "The sign-in address was changed",
        SecurityKind::AddressChangeStopped => "A change of the sign-in address was stopped",
        SecurityKind::ResetOrdered => "An administrator asked for a new password",
        SecurityKind::RecoveryOrdered => "The operator of the server ordered a recovery",
    }
}

/// What happened to the account of somebody, whose name stands before it.
pub const fn of_somebody(kind: SecurityKind) -> &'static str {
    match kind {
        SecurityKind::SignedIn => "Signed in",
        SecurityKind::SignInFailed => "Sign-in failed",
        SecurityKind::SignedOut => "Signed out",
        SecurityKind::SessionEnded => "Session ended",
        SecurityKind::LinkMailed => "Link sent by mail",
        SecurityKind::PasswordSet => "Password set through a mailed link",
        SecurityKind::PasswordChanged => "Password changed",
        SecurityKind::Joined => "Joined the organisation",
        SecurityKind::AddressChangeAsked => "Another sign-in address asked for",
        SecurityKind::AddressChanged => "Sign-in address changed",
        SecurityKind::AddressChangeStopped => "Change of the sign-in address stopped",
        SecurityKind::ResetOrdered => "New password ordered by an administrator",
        SecurityKind::RecoveryOrdered => "Recovery ordered by the operator",
    }
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
    match (&browser.name, &browser.system) {
        (Some(name), Some(system)) => format!("{name} on {system}"),
        (Some(one), None) => one.clone(),
        (None, Some(system)) => format!("A browser on {system}"),
        (None, None) => "An unknown browser".into(),
    }
}

/// Where something came from: "Firefox on Windows, 192.0.2.7". Nothing when nothing is known.
pub fn whence(from: &Browser, network: Option<&str>) -> String {
    let known = from.name.is_some() || from.system.is_some();
    let parts = [known.then(|| browser(from)), network.map(str::to_owned)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_from_says_what_is_known() {
        let firefox = Browser { name: Some("Firefox".into()), system: Some("Windows".into()) };
        assert_eq!(whence(&firefox, Some("192.0.2.7")), "Firefox on Windows, 192.0.2.7");
        assert_eq!(whence(&Browser::default(), None), "");
        assert_eq!(browser(&Browser::default()), "An unknown browser");
        assert_eq!(browser(&Browser { name: None, system: Some("macOS".into()) }), "A browser on macOS");
    }
}
