//! What the mails say.

use super::Letter;
use rollcall_core::{
    api::LinkPurpose,
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
    let secrets = vec![code.to_owned(), link.to_owned()];
    Letter { to: to.clone(), subject: format!("Invitation to {organisation}"), text, html, secrets }
}

/// A link that sets a password, or with which the person of an account confirms that it is a user.
pub fn password_link(organisation: Option<&OrganisationName>, to: &Email, link: &str, purpose: LinkPurpose) -> Letter {
    let name = organisation.map_or("Rollcall", OrganisationName::as_str);
    let (subject, why, act) = match purpose {
        LinkPurpose::Welcome => {
            (format!("Welcome to {name}"), format!("Welcome to {name}. Choose your password."), "Choose a password")
        }
        LinkPurpose::Reset => (
            format!("New password for {name}"),
            format!("An administrator of {name} asks you for a new password."),
            "Choose a password",
        ),
        LinkPurpose::Forgotten => (
            "Choose a new password".to_owned(),
            format!("Somebody, probably you, asked for a new password for {to}."),
            "Choose a password",
        ),
        LinkPurpose::Recovery => (
            format!("Access to {name}"),
            format!("The operator of the server gives you access to {name} again. Choose a new password."),
            "Choose a password",
        ),
        LinkPurpose::Join => (
            format!("Join {name}"),
            format!("{name} wants to add your account. Confirm with your password that you agree."),
            "Confirm",
        ),
    };
    linked(to, subject, &why, link, act, "If you did not expect this mail, ignore it: nothing happens.")
}

/// To the new address: confirm it.
pub fn address_confirm(old: &Email, new: &Email, link: &str) -> Letter {
    let why =
        format!("The account {old} is to be signed in to with this address from now on. Confirm that it is yours.");
    let otherwise = "If you did not expect this mail, ignore it: nothing changes.";
    linked(new, "Confirm your new address".to_owned(), &why, link, "Confirm the address", otherwise)
}

/// To the old address: it can be stopped.
pub fn address_stop(old: &Email, new: &Email, link: &str) -> Letter {
    let why = format!(
        "Your account is to be signed in to with {new} instead of {old}, once that address is confirmed. If you do not \
         want this, stop it within a day, even after it was confirmed."
    );
    let otherwise = "If you asked for it, there is nothing to do.";
    linked(old, "Your address is about to change".to_owned(), &why, link, "Stop the change", otherwise)
}

/// A mail around one link that can be used once, for a day.
fn linked(to: &Email, subject: String, why: &str, link: &str, act: &str, otherwise: &str) -> Letter {
    let once = "The link can be used once, for 24 hours.";
    let text = format!("Hello,\n\n{why}\n\n{act}:\n{link}\n\n{once}\n\n{otherwise}\n");
    let html = format!(
        "<p>Hello,</p><p>{}</p><p><a href=\"{}\">{act}</a></p><p>{once}</p><p>{otherwise}</p>",
        escaped(why),
        escaped(link),
    );
    Letter { to: to.clone(), subject, text, html, secrets: vec![link.to_owned()] }
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
