//! Codes to sentences: the one place where a refusal, a wrong value or a failed request gets its words in English.

pub mod bulk;
pub mod command;
pub mod import;
pub mod mail;
pub mod request;
pub mod security;
pub mod status;
pub mod time;

use rollcall_client::ApiError;
use rollcall_core::{
    Directory, Refusal,
    api::Problem,
    model::{IdentifierKind, UserState},
    query::UserStanding,
    refusal::{Field, Subject},
    value::ValueError,
};

/// Several refusals, as one text.
pub fn refusals(refusals: &[Refusal], names: Option<&Directory>) -> String {
    let mut sentences: Vec<String> = Vec::new();
    for sentence in refusals.iter().map(|r| refusal(r, names)) {
        if !sentences.contains(&sentence) {
            sentences.push(sentence);
        }
    }
    sentences.join(" ")
}

/// The refusals that belong to one field, as one text.
pub fn at_field(all: &[Refusal], field: Field, names: Option<&Directory>) -> Option<String> {
    let mine = all.iter().filter(|refusal| refusal.field() == Some(field));
    let said: Vec<String> = mine
        .map(|mine| match mine {
            Refusal::Invalid { error, .. } => value_error(*error),
            other => refusal(other, names),
        })
        .collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// One refusal, with the names of what it is about where they are known.
pub fn refusal(refusal: &Refusal, names: Option<&Directory>) -> String {
    let licence = |id| names.and_then(|d| d.licence(id)).map_or("this licence".to_owned(), |l| l.name.to_string());
    let role = |id| names.and_then(|d| d.role(id)).map_or("This role".to_owned(), |r| format!("The role {}", r.name));
    let user = |id| names.and_then(|d| d.user(id)).map(|u| u.display_name().to_owned());
    match refusal {
        Refusal::NotAllowed { permission } => format!("You are not allowed to {}.", right(permission.as_str())),
        Refusal::ActorNotActive => "Your own account is not active in this organisation any more.".into(),
        Refusal::OrganisationExists => "This organisation exists already.".into(),
        Refusal::Unknown(Subject::Organisation) => "This organisation is not there any more.".into(),
        Refusal::Unknown(Subject::User) => "This user is not there any more.".into(),
        Refusal::Unknown(Subject::Role) => "This role is not there any more. Choose another.".into(),
        Refusal::Unknown(Subject::Team) => "This team is not there any more. Choose another.".into(),
        Refusal::Unknown(Subject::Licence) => "This licence is not there any more. Choose another.".into(),
        Refusal::Unknown(Subject::Channel) => "This channel is not there any more.".into(),
        Refusal::Unknown(Subject::Number) => "This number is not there any more. Choose another.".into(),
        Refusal::Unknown(Subject::Phone) => "This phone is not there any more.".into(),
        Refusal::Unknown(Subject::Contact) => "This contact is not there any more.".into(),
        Refusal::Unknown(Subject::Call) => "This call is not there any more.".into(),
        Refusal::Unknown(Subject::Grant) => "This role was taken back already.".into(),
        Refusal::IdInUse => "This was done already.".into(),
        Refusal::Invalid { field, error } => {
            let name = field_name(*field);
            format!("{name}: {}", value_error(*error))
        }
        Refusal::AlreadyAUser { user: id, kind } => {
            let what = match kind {
                IdentifierKind::Email => "address",
                IdentifierKind::Mobile => "mobile number",
                IdentifierKind::Login => "log-in name",
            };
            match user(*id) {
                Some(name) if !name.contains('@') => format!("{name} has this {what} already."),
                _ => format!("Somebody here has this {what} already."),
            }
        }
        Refusal::DomainNotAllowed => {
            let domains = names.and_then(Directory::organisation).map(|o| &o.policy.email_domains);
            match domains {
                Some(domains) if !domains.is_empty() => {
                    let list: Vec<_> = domains.iter().map(|domain| domain.as_str()).collect();
                    format!("Only addresses at {} can be used here.", list.join(", "))
                }
                _ => "Addresses of this domain can't be used here.".into(),
            }
        }
        Refusal::NoSeatLeft { licence: id, seats: 1 } => {
            format!("The only seat of {} is taken. Choose another licence or free the seat.", licence(*id))
        }
        Refusal::NoSeatLeft { licence: id, seats } => {
            format!("All {seats} seats of {} are taken. Choose another licence or free a seat.", licence(*id))
        }
        Refusal::WrongLicenceKind { licence: id } => format!("{} can't be used in this place.", licence(*id)),
        Refusal::OwnerByInvitation => "Nobody becomes an owner by invitation. Choose another role.".into(),
        Refusal::GrantsMoreThanHeld { role: id, missing } => {
            format!("{} may {}, which you may not, so you can't give it.", role(*id), right(missing.as_str()))
        }
        Refusal::OutranksActor { missing } => {
            format!("This user may {}, which you may not, so you can't change it.", right(missing.as_str()))
        }
        Refusal::SingleRole => "This organisation gives each user one role only.".into(),
        Refusal::WrongScope { role: id } => format!("{} needs a team. Choose one.", role(*id)),
        Refusal::WrongState { state } => format!("This can't be done while the user is {}.", state_word(*state)),
        Refusal::InvitationExpired => "The invitation has expired. Send it again.".into(),
        Refusal::NoEmail => "This user has no e-mail address to send an invitation to.".into(),
        Refusal::LastOwner => "This is the last active owner, and every organisation keeps one.".into(),
        Refusal::ProtectedRole { .. } => "Owners can't be deleted. Give the ownership away first.".into(),
        Refusal::Oneself => "You can't do this to yourself.".into(),
        Refusal::NotAPerson => "Only people can have this, and this user is not a person.".into(),
        Refusal::NameTaken => "This name is taken. Choose another.".into(),
        Refusal::AlreadyMember { .. } => "This user is in the team already.".into(),
        Refusal::NotAnOwner => "This user is not an owner of the whole organisation.".into(),
        Refusal::NothingToChange => "Nothing has changed yet.".into(),
        Refusal::NoIdentifier => "Enter an e-mail address, a mobile number or a log-in name.".into(),
        Refusal::ExtensionTaken { user: id } => match user(*id) {
            Some(name) => format!("{name} has this extension. Choose another."),
            None => "Somebody has this extension. Choose another.".into(),
        },
        Refusal::ExtensionOutOfRange => "This extension is outside the organisation's range.".into(),
        Refusal::HasExtension => "This user has an extension already. Unassign it first.".into(),
        Refusal::NoExtension => "This user has no extension.".into(),
        Refusal::NumberTaken => "Somebody has this number. Choose another.".into(),
        Refusal::NumberInQuarantine { until } => {
            format!("This number was given back lately and is free again on {}.", crate::browser::moment(*until))
        }
        Refusal::NumberExists => "This number is in the list already.".into(),
        Refusal::NotAMobile => "Only a landline can be linked, and only to a mobile number.".into(),
        Refusal::BuiltInRole => "Built-in roles can't be changed. Copy it and change the copy.".into(),
        Refusal::PermissionNotHeld { permission } => {
            format!("You may not {} yourself, so you can't give it.", right(permission.as_str()))
        }
        Refusal::LiveCall => "This user is on a call. Try again when the call has ended.".into(),
        Refusal::RoutedTo { by } => {
            format!("Calls are routed here from {}. Route them elsewhere first.", counted(by.len(), "place", "places"))
        }
        Refusal::TeamDisabled => "This team is disabled. Enable it first.".into(),
        Refusal::NotAMember { .. } => {
            "This user is not in the team by hand; what a role brings goes with the role.".into()
        }
        Refusal::SeatsInUse { taken } => format!("{taken} seats are taken, so there can't be fewer."),
        Refusal::NotRestorable => "This user can't be restored any more.".into(),
        Refusal::NotASystemUser => "Only bridges, attendants, queues and services can have this.".into(),
        Refusal::CallOver => "This call has ended.".into(),
        Refusal::TooMany { max } => format!("There can be at most {max}."),
        Refusal::TargetLoops => "Calls would go round in circles. Choose another target.".into(),
        Refusal::Repeated => "The same is there twice.".into(),
        Refusal::OwnerNeverEnds => "An owner has no end date. Take the role back when the time comes.".into(),
        Refusal::MacTaken => "Another phone has this hardware address.".into(),
        Refusal::TooOld => {
            "This was done so long ago that it may have arrived before. Look, and do it again if it is missing.".into()
        }
    }
}

/// What a right lets somebody do, to follow "may".
pub fn right(permission: &str) -> &'static str {
    match permission {
        "portal.login" => "open this page",
        "profile.self" => "edit your own profile",
        "callhandling.self" => "set your own call handling",
        "queue.presence" => "sign in to call queues",
        "directory.read" => "see the directory",
        "user.read" => "see all users",
        "user.invite" => "invite users",
        "user.edit" => "edit users",
        "user.identity" => "change how users sign in",
        "user.suspend" => "suspend users",
        "user.delete" => "delete users",
        "user.reset_credentials" => "reset passwords",
        "session.revoke" => "end sessions",
        "user.import" => "import users",
        "user.export" => "export users",
        "role.assign" => "give roles",
        "role.manage" => "manage roles",
        "permission.grant" => "grant single permissions",
        "team.read" => "see teams",
        "team.manage" => "manage teams",
        "team.members" => "change who is in a team",
        "channel.manage" => "manage channels",
        "licence.assign" => "assign licences",
        "number.assign" => "assign numbers",
        "device.manage" => "manage phones",
        "callhandling.manage" => "manage call handling",
        "system_user.manage" => "manage system users",
        "contacts.shared" => "manage shared contacts",
        "calls.read" => "see calls",
        "queue.supervise" => "supervise queues",
        "audit.read" => "read the audit log",
        "integration.manage" => "manage integrations",
        "tenant.settings" => "change the organisation's settings",
        "billing.manage" => "manage billing",
        _ => "do this",
    }
}

/// What is wrong with something that was typed, as a sentence.
pub fn value_error(error: ValueError) -> String {
    match error {
        ValueError::Empty => "Fill this in.".into(),
        ValueError::TooLong { max } => format!("Use at most {max} characters."),
        ValueError::TooShort { min } => format!("Use at least {min} characters."),
        ValueError::BadCharacter(c) if c.is_control() || c.is_whitespace() => {
            "Remove the invisible character in this text.".into()
        }
        ValueError::BadCharacter(c) => format!("Remove the character “{c}”."),
        ValueError::NotAnEmail => "Enter an e-mail address, such as ann@example.com.".into(),
        ValueError::NotADomain => "Enter a domain, such as example.com.".into(),
        ValueError::NotASlug => "Use small letters, digits and hyphens only.".into(),
        ValueError::NotAnExtension => "Use two to eight digits.".into(),
        ValueError::NotALanguage => "Enter a language code, such as en or pt-BR.".into(),
        ValueError::NotATimeZone => "Enter a time zone, such as Europe/Berlin.".into(),
        ValueError::NotAPhoneNumber => "Enter a phone number with its country code, such as +49 30 1234567.".into(),
        ValueError::NotAMacAddress => "Enter a hardware address, such as 00:1b:44:11:3a:b7.".into(),
        ValueError::NotAnImage { max_kib } => format!("Use a PNG, JPEG or WebP picture of at most {max_kib} KiB."),
        ValueError::OutOfRange { min, max } => format!("Use a number between {min} and {max}."),
        ValueError::NotARange => "The end comes before the start.".into(),
        ValueError::NotACountry => "Enter a country code of two letters, such as DE.".into(),
        ValueError::EasilyGuessed => "This is guessed too easily. Choose something longer or less common.".into(),
    }
}

fn field_name(field: Field) -> &'static str {
    match field {
        Field::Email => "E-mail",
        Field::FullName => "Name",
        Field::Position => "Position",
        Field::Role => "Role",
        Field::Scope => "Where the role holds",
        Field::Licence => "Licence",
        Field::AddOns => "Add-ons",
        Field::Team => "Team",
        Field::Name => "Name",
        Field::Language => "Language",
        Field::TimeZone => "Time zone",
        Field::Password => "Password",
        Field::Code => "Code",
        Field::Extension => "Extension",
        Field::Mobile => "Mobile number",
        Field::Login => "Log-in name",
        Field::Number => "Number",
        Field::MacAddress => "Hardware address",
        Field::Permissions => "Permissions",
        Field::Seats => "Seats",
        Field::Rules => "Answering rules",
        Field::Hours => "Hours",
        Field::Avatar => "Picture",
        Field::Members => "Members",
        Field::Target => "Target",
        Field::DisplayNumbers => "Numbers to show",
        Field::Until => "End",
        Field::VoicemailPin => "Voicemail PIN",
        Field::OfflineDays => "Days without contact",
        Field::LogDays => "Days the audit log is kept",
        Field::SecurityDays => "Days the security log is kept",
    }
}

fn state_word(state: UserState) -> &'static str {
    match state {
        UserState::Prepared => "prepared",
        UserState::Invited => "invited",
        UserState::Active => "active",
        UserState::Suspended => "suspended",
    }
}

/// Where a user stands, in a word, and the tone of its badge.
pub fn standing(standing: UserStanding) -> (&'static str, &'static str) {
    match standing {
        UserStanding::Active => ("Active", "good"),
        UserStanding::Prepared => ("Prepared", "note"),
        UserStanding::Invited => ("Invited", "accent"),
        UserStanding::Expired => ("Expired", "warn"),
        UserStanding::Suspended => ("Suspended", ""),
    }
}

/// Why a request failed.
pub fn api_error(error: &ApiError) -> String {
    match error {
        ApiError::Offline => "The server can't be reached. Check the connection and try again.".into(),
        ApiError::Intercepted => error.to_string(),
        ApiError::Problem(problem) => self::problem(problem),
    }
}

fn problem(problem: &Problem) -> String {
    match problem.code.as_str() {
        _ if !problem.refusals.is_empty() => refusals(&problem.refusals, None),
        _ if !problem.detail.is_empty() => problem.detail.clone(),
        _ if !problem.title.is_empty() => problem.title.clone(),
        _ => format!("The server answered with an error ({}). Try again later.", problem.status),
    }
}

/// A count with its noun: "1 user", "2 users".
pub fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{} {}", crate::browser::number(count), if count == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;
    use rollcall_core::{access::Permission, id::LicenceId};

    #[test]
    fn every_permission_has_its_own_words() {
        let mut seen = std::collections::BTreeSet::new();
        for permission in Permission::ALL {
            let words = right(permission.as_str());
            assert!(words != "do this" && seen.insert(words), "{}", permission.as_str());
        }
    }

    #[test]
    fn the_same_sentence_is_said_once() {
        let full = Refusal::NoSeatLeft { licence: LicenceId::fixed(1), seats: 10 };
        let text = refusals(&[full.clone(), full.clone(), Refusal::Oneself], None);
        assert_eq!(
            text,
            "All 10 seats of this licence are taken. Choose another licence or free a seat. You can't do this to yourself."
        );
        assert_eq!(at_field(&[full], Field::Email, None), None);
    }
}
