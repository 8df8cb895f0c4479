//! What the mails say.

use super::Letter;
use rollcall_core::{
    time::Timestamp,
    value::{Email, FullName, OrganisationName, TimeZone},
};

/// The invitation: a code and a link (S0.6).
pub fn invitation(
    organisation: &OrganisationName,
    inviter: Option<&str>,
    to: &Email,
    name: Option<&FullName>,
    code: &str,
    link: &str,
    (expires, zone): (Timestamp, &TimeZone),
) -> Letter {
    let greeting = name.map_or("Hello,".to_owned(), |name| format!("Hello {name},"));
    let inviting = match inviter {
        Some(inviter) => format!("{inviter} invites you to join {organisation}."),
        None => format!("You are invited to join {organisation}."),
    };
    let until = moment(expires, zone);
    let text = format!(
        "{greeting}\n\n{inviting}\n\nYour code: {code}\n\nOpen this page and enter the code:\n{link}\n\n\
         The code can be used once, until {until}. After that, ask for another.\n\n\
         If you did not expect this mail, ignore it: nothing happens.\n"
    );
    let html = format!(
        "<p>{}</p><p>{}</p><p>Your code:<br><strong style=\"font-size:1.6em;letter-spacing:.15em\">{code}</strong></p>\
         <p><a href=\"{}\">Open the invitation</a> and enter the code.</p><p>The code can be used once, until {until}. \
         After that, ask for another.</p><p>If you did not expect this mail, ignore it: nothing happens.</p>",
        escaped(&greeting),
        escaped(&inviting),
        escaped(link),
    );
    Letter { to: to.clone(), subject: format!("Invitation to {organisation}"), text, html }
}

/// A link to set a password: a welcome, or because an administrator asks for a new one.
pub fn new_password(organisation: &OrganisationName, to: &Email, link: &str, forced: bool) -> Letter {
    let (subject, why) = if forced {
        let why = format!("An administrator of {organisation} asks you for a new password.");
        (format!("New password for {organisation}"), why)
    } else {
        (format!("Welcome to {organisation}"), format!("Welcome to {organisation}. Choose your password."))
    };
    let text = format!(
        "Hello,\n\n{why}\n\nOpen this page and choose one:\n{link}\n\n\
         The link can be used once, for 24 hours. After that, ask for another.\n"
    );
    let html = format!(
        "<p>Hello,</p><p>{}</p><p><a href=\"{}\">Choose a password</a></p>\
         <p>The link can be used once, for 24 hours. After that, ask for another.</p>",
        escaped(&why),
        escaped(link),
    );
    Letter { to: to.clone(), subject, text, html }
}

/// A moment as people of the organisation write it; in UTC when the zone is unknown here.
fn moment(at: Timestamp, zone: &TimeZone) -> String {
    let Ok(at) = jiff::Timestamp::from_millisecond(at.0) else { return "then".to_owned() };
    let zone = jiff::tz::TimeZone::get(zone.as_str()).unwrap_or(jiff::tz::TimeZone::UTC);
    at.to_zoned(zone).strftime("%-d %B %Y, %H:%M %Z").to_string()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_invitation_says_who_where_how_and_until_when() {
        let letter = invitation(
            &OrganisationName::parse("Tom & Co").unwrap(),
            Some("Ann <Owner>"),
            &Email::parse("bob@x.io").unwrap(),
            None,
            "ABC234",
            "https://x.io/invite/t",
            (Timestamp(1_700_000_000_000), &TimeZone::parse("Europe/Berlin").unwrap()),
        );
        assert_eq!(letter.subject, "Invitation to Tom & Co");
        for part in ["Ann <Owner> invites you to join Tom & Co.", "ABC234", "https://x.io/invite/t"] {
            assert!(letter.text.contains(part), "{part}");
        }
        assert!(letter.text.contains("until 14 November 2023, 23:13 CET"), "{}", letter.text);
        assert!(letter.html.contains("Ann &lt;Owner&gt; invites you to join Tom &amp; Co."));
        assert!(!letter.html.contains("<Owner>"));
    }

    #[test]
    fn a_zone_that_nobody_knows_is_utc() {
        let zone = TimeZone::parse("Europe/Berlin").unwrap();
        assert_eq!(moment(Timestamp(0), &zone), "1 January 1970, 01:00 CET");
    }
}
