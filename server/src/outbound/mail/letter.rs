//! The mails, in the language of whoever gets them.

use super::{Letter, harmless::say};
use rollcall_core::{
    api::LinkPurpose,
    time::Timestamp,
    value::{Email, FullName, OrganisationName, TimeZone},
};
use rollcall_words::{Text, embedded::Spoken, text};

/// An invitation, before it is put in words.
pub struct Invitation<'a> {
    pub organisation: &'a OrganisationName,
    pub inviter: Option<&'a str>,
    pub name: Option<&'a FullName>,
    pub code: &'a str,
    pub link: &'a str,
    pub expires: Timestamp,
    /// In whose clock the expiry is told.
    pub zone: &'a TimeZone,
}

/// The invitation: a code and a link (S0.6).
pub fn invitation(spoken: &Spoken, to: &Email, of: &Invitation<'_>) -> Letter {
    let say = |text: Text| say(spoken, text);
    let organisation = of.organisation.as_str();
    let greeting = say(match of.name {
        Some(name) => text!(mail_hello_name, name = name.as_str()),
        None => text!(mail_hello),
    });
    let inviting = say(match of.inviter {
        Some(inviter) => text!(mail_invitation_from, inviter, organisation),
        None => text!(mail_invitation, organisation),
    });
    let until = say(text!(mail_code_until, until = moment(of.expires, of.zone)));
    let (code, link) = (of.code, of.link);
    let (yours, enter, ignore) = (say(text!(mail_your_code)), say(text!(mail_enter_code)), say(text!(mail_ignore)));
    let text = format!("{greeting}\n\n{inviting}\n\n{yours} {code}\n\n{enter}\n{link}\n\n{until}\n\n{ignore}\n");
    let html = page(
        spoken,
        &[
            escaped(&greeting),
            escaped(&inviting),
            format!(
                "{}<br><strong dir=\"ltr\" style=\"font-size:1.6em;letter-spacing:.15em\">{code}</strong>",
                escaped(&yours)
            ),
            format!("<a href=\"{}\">{}</a>", escaped(link), escaped(&say(text!(mail_open_invitation)))),
            escaped(&say(text!(mail_then_enter_code))),
            escaped(&until),
            escaped(&ignore),
        ],
    );
    let subject = say(text!(mail_invitation_subject, organisation));
    Letter { to: to.clone(), subject, text, html, secrets: vec![code.to_owned(), link.to_owned()] }
}

/// A link that sets a password, or with which the person of an account confirms that it is a user.
pub fn password_link(
    spoken: &Spoken,
    organisation: Option<&OrganisationName>,
    to: &Email,
    link: &str,
    purpose: LinkPurpose,
) -> Letter {
    let organisation = organisation.map_or("Rollcall", OrganisationName::as_str);
    let choose = text!(mail_choose_password);
    let (subject, why, act) = match purpose {
        LinkPurpose::Welcome => (text!(mail_welcome_subject, organisation), text!(mail_welcome, organisation), choose),
        LinkPurpose::Reset => (text!(mail_reset_subject, organisation), text!(mail_reset, organisation), choose),
        LinkPurpose::Forgotten => (text!(mail_forgotten_subject), text!(mail_forgotten, address = to.as_str()), choose),
        LinkPurpose::Recovery => {
            (text!(mail_recovery_subject, organisation), text!(mail_recovery, organisation), choose)
        }
        LinkPurpose::Join => {
            (text!(mail_join_subject, organisation), text!(mail_join, organisation), text!(mail_confirm))
        }
    };
    linked(spoken, to, [subject, why, act, text!(mail_ignore)], link)
}

/// Who asked for another address.
pub enum AskedBy<'a> {
    /// The person, whose account has this address so far.
    Person { old: Option<&'a Email> },
    /// An organisation, which may not know that address, and may have named a mailbox of its own.
    Organisation(&'a OrganisationName),
}

/// To the new address: confirm it.
pub fn address_confirm(spoken: &Spoken, asked_by: &AskedBy<'_>, new: &Email, link: &str) -> Letter {
    let why = match asked_by {
        AskedBy::Person { old: Some(old) } => text!(mail_address_confirm, old = old.as_str()),
        AskedBy::Person { old: None } => text!(mail_address_confirm_first),
        AskedBy::Organisation(organisation) => text!(mail_address_ordered, organisation = organisation.as_str()),
    };
    let texts = [
        text!(mail_address_confirm_subject),
        why,
        text!(mail_address_confirm_act),
        text!(mail_address_confirm_otherwise),
    ];
    linked(spoken, new, texts, link)
}

/// To the old address: it can be stopped.
pub fn address_stop(spoken: &Spoken, old: &Email, new: &Email, link: &str) -> Letter {
    let texts = [
        text!(mail_address_stop_subject),
        text!(mail_address_stop, new = new.as_str(), old = old.as_str()),
        text!(mail_address_stop_act),
        text!(mail_address_stop_otherwise),
    ];
    linked(spoken, old, texts, link)
}

/// A mail around one link that can be used once, for a day. Its texts: subject, why, what the link does, and what else.
fn linked(spoken: &Spoken, to: &Email, texts: [Text; 4], link: &str) -> Letter {
    let [subject, why, act, otherwise] = texts.map(|text| say(spoken, text));
    let (hello, once) = (say(spoken, text!(mail_hello)), say(spoken, text!(mail_link_once)));
    let text = format!("{hello}\n\n{why}\n\n{act}:\n{link}\n\n{once}\n\n{otherwise}\n");
    let anchor = format!("<a href=\"{}\">{}</a>", escaped(link), escaped(&act));
    let html = page(spoken, &[escaped(&hello), escaped(&why), anchor, escaped(&once), escaped(&otherwise)]);
    Letter { to: to.clone(), subject, text, html, secrets: vec![link.to_owned()] }
}

/// Paragraphs of HTML in the language and the direction of its script.
fn page(spoken: &Spoken, paragraphs: &[String]) -> String {
    let language = spoken.language();
    let (tag, direction) = (language.tag(), language.direction().attribute());
    let paragraphs: String = paragraphs.iter().map(|paragraph| format!("<p>{paragraph}</p>")).collect();
    format!("<div lang=\"{tag}\" dir=\"{direction}\">{paragraphs}</div>")
}

/// A moment as people of the organisation write it; in UTC when the zone is unknown here.
fn moment(at: Timestamp, zone: &TimeZone) -> Text {
    let at = jiff::Timestamp::from_millisecond(at.0).unwrap_or_default();
    let at = at.to_zoned(jiff::tz::TimeZone::get(zone.as_str()).unwrap_or(jiff::tz::TimeZone::UTC));
    text!(
        mail_moment,
        day = at.day().to_string(),
        month = at.month().unsigned_abs(),
        time = at.strftime("%H:%M").to_string(),
        year = at.year().to_string(),
        zone = at.strftime("%Z").to_string(),
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(tag: &str, inviter: &str) -> Letter {
        invitation(
            Spoken::of(tag).unwrap(),
            &Email::parse("bob@x.io").unwrap(),
            &Invitation {
                organisation: &OrganisationName::parse("Tom & Co").unwrap(),
                inviter: Some(inviter),
                name: None,
                code: "ABC234",
                link: "https://x.io/invite/t",
                expires: Timestamp(1_700_000_000_000),
                zone: &TimeZone::parse("Europe/Berlin").unwrap(),
            },
        )
    }

    #[test]
    fn an_invitation_says_who_where_how_and_until_when() {
        let letter = sent("en", "Ann <Owner>");
        assert_eq!(letter.subject, "Invitation to Tom & Co");
        for part in ["Ann <Owner> invites you to join Tom & Co.", "ABC234", "https://x.io/invite/t"] {
            assert!(letter.text.contains(part), "{part}");
        }
        assert!(letter.text.contains("until 14 November 2023, 23:13 CET"), "{}", letter.text);
        assert!(letter.html.contains("Ann &lt;Owner&gt; invites you to join Tom &amp; Co."));
        assert!(!letter.html.contains("<Owner>"));
    }

    #[test]
    fn a_mail_is_in_the_language_of_whoever_gets_it() {
        let german = sent("de-AT", "Ann");
        assert_eq!(german.subject, "Einladung zu Tom & Co");
        assert!(german.text.contains("bis 14. November 2023, 23:13 CET"), "{}", german.text);
        let arabic = sent("ar", "ليلى");
        assert!(arabic.html.starts_with("<div lang=\"ar\" dir=\"rtl\">"), "{}", arabic.html);
        assert!(arabic.text.contains("يدعوك ليلى للانضمام إلى \u{2068}Tom & Co\u{2069}."), "{}", arabic.text);
    }

    #[test]
    fn a_zone_that_nobody_knows_is_utc() {
        let said = |zone: &str| Spoken::of("en").unwrap().say(&moment(Timestamp(0), &TimeZone::parse(zone).unwrap()));
        assert_eq!(said("Europe/Berlin"), "1 January 1970, 01:00 CET");
    }
}
