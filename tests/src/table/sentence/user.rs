//! Sentences about users: making them, their profile, identifiers, licences, pictures.

use super::user;
use crate::{
    name,
    table::{
        part::{extension, licences, login, number, scope},
        words::Words,
    },
};
use rollcall_core::{
    Directory,
    command::*,
    model::{AvatarOf, Identifier, Line, PhoneType, Profile, RoleScope},
    value::{Country, Email, ExtraKey, ExtraValue, FullName, Language, Picture, Position, TimeZone, ValueError},
};

/// `c@x.io with Standard + AutoDial as manager of Sales into Sales + Support at 101`; a bare name has no address;
/// `reusing bob` takes an id that is in use.
pub fn new_user(words: &mut Words<'_>, directory: &Directory) -> Result<NewUser, String> {
    let address = words.next("the e-mail address")?;
    let email = match address.contains('@') {
        true => Some(Email::parse(address).map_err(|error| format!("`{address}` {error}"))?),
        false => None,
    };
    let local = address.split('@').next().unwrap_or_default();
    // Whoever issues a command makes a fresh id; only `reusing` says otherwise.
    let taken = directory.user(name::user(local)).is_some();
    let id = if taken { name::user(&format!("another {local}")) } else { name::user(local) };
    let mut new = NewUser { email, ..NewUser::blank(id) };
    loop {
        if words.eat("with") {
            (new.licence, new.add_ons) = licences(words)?;
        } else if words.eat("as") {
            let role = name::role(words.next("the role")?);
            let reach = directory.role(role).map_or(RoleScope::Own.into(), |role| role.scopes);
            new.role = Some(RoleChoice { role, scope: scope(reach, words)? });
        } else if words.eat("into") {
            new.teams = words.list("the team")?.into_iter().map(name::team).collect();
        } else if words.eat("at") {
            let extension = extension(words.next("the extension")?)?;
            new.line = Some(Line { extension, phone: PhoneType::default() });
        } else if words.eat("number") {
            new.number = Some(number(words.next("the number")?)?);
        } else if words.eat("mobile") {
            new.mobile = Some(number(words.next("the mobile number")?)?);
        } else if words.eat("login") {
            new.login = Some(login(words.next("the log-in name")?)?);
        } else if words.eat("reusing") {
            new.id = user(words)?;
        } else {
            return Ok(new);
        }
    }
}

pub fn accept(words: &mut Words<'_>) -> Result<AcceptInvitation, String> {
    let user = user(words)?;
    words.expect("as")?;
    let full_name = words.rest();
    let full_name = FullName::parse(&full_name).map_err(|error| format!("`{full_name}` {error}"))?;
    Ok(AcceptInvitation { user, full_name })
}

/// `link to bob`, `password to bob`.
pub fn hands(words: &mut Words<'_>) -> Result<HandOver, String> {
    let what = match words.next("link or password")? {
        "link" => Handed::Invitation,
        "password" => Handed::Password,
        other => return Err(format!("`{other}` is not handed over")),
    };
    words.expect("to")?;
    Ok(HandOver { user: user(words)?, what })
}

/// `bob position Clerk, language pt-BR`; what isn't named stays, `nothing` leaves all as it is.
pub fn edit_profile(words: &mut Words<'_>, directory: &Directory) -> Result<EditProfile, String> {
    let user = user(words)?;
    let mut profile = directory.user(user).map_or_else(Profile::default, |user| user.profile.clone());
    if !words.eat("nothing") {
        for field in words.rest().split(',') {
            let (field, value) =
                field.trim().split_once(' ').ok_or_else(|| format!("`{field}` needs a field and a value"))?;
            set(&mut profile, field, value).map_err(|error| format!("{field} `{value}` {error}"))??;
        }
    }
    Ok(EditProfile { user, profile })
}

fn set(profile: &mut Profile, field: &str, value: &str) -> Result<Result<(), String>, ValueError> {
    match field {
        "name" if value == "nothing" => profile.full_name = None,
        "name" => profile.full_name = Some(FullName::parse(value)?),
        "position" => profile.position = Some(Position::parse(value)?),
        "language" => profile.language = Some(Language::parse(value)?),
        "zone" => profile.time_zone = Some(TimeZone::parse(value)?),
        "country" => profile.country = Some(Country::parse(value)?),
        other => return Ok(Err(format!("a profile has no `{other}`"))),
    }
    Ok(Ok(()))
}

/// `licence of bob to Standard + AutoDial`, `… to none`
pub fn set_licence(words: &mut Words<'_>) -> Result<SetLicence, String> {
    words.expect("of")?;
    let user = user(words)?;
    words.expect("to")?;
    let (licence, add_ons) = licences(words)?;
    Ok(SetLicence { user, licence, add_ons })
}

/// `avatar of bob to red`, `avatar of team Sales to none`; the word makes the picture.
pub fn set_avatar(words: &mut Words<'_>) -> Result<SetAvatar, String> {
    words.expect("of")?;
    let of = if words.eat("team") {
        AvatarOf::Team(name::team(words.next("the team")?))
    } else {
        AvatarOf::User(user(words)?)
    };
    words.expect("to")?;
    let picture = match words.next("the picture")? {
        "none" => None,
        word => {
            let bytes = [b"\x89PNG\r\n\x1a\n", word.as_bytes()].concat();
            Some(Picture::parse(&bytes).map_err(|error| error.to_string())?)
        }
    };
    Ok(SetAvatar { of, picture })
}

/// `identifiers of bob to b@x.io + mobile +491711111111 + login bob`, `… to none`
pub fn set_identifiers(words: &mut Words<'_>) -> Result<SetIdentifiers, String> {
    words.expect("of")?;
    let user = user(words)?;
    words.expect("to")?;
    let mut identifiers = Vec::new();
    if words.eat("none") {
        return Ok(SetIdentifiers { user, identifiers });
    }
    loop {
        identifiers.push(match words.next("an identifier")? {
            "mobile" => Identifier::Mobile(number(words.next("the mobile number")?)?),
            "login" => Identifier::Login(login(words.next("the log-in name")?)?),
            "many" => {
                let logins = (0..11).map(|n| login(&format!("many{n}")).map(Identifier::Login));
                identifiers.extend(logins.collect::<Result<Vec<_>, _>>()?);
                return Ok(SetIdentifiers { user, identifiers });
            }
            address => Identifier::Email(Email::parse(address).map_err(|error| format!("`{address}` {error}"))?),
        });
        if !words.eat("+") {
            return Ok(SetIdentifiers { user, identifiers });
        }
    }
}

/// `extra of bob room=12 + badge=77`, `extra of bob none`, `extra of bob many`
pub fn edit_extra(words: &mut Words<'_>) -> Result<EditExtra, String> {
    words.expect("of")?;
    let user = user(words)?;
    let pair = |key: &str, value: &str| -> Result<_, String> {
        let key = ExtraKey::parse(key).map_err(|error| error.to_string())?;
        Ok((key, ExtraValue::parse(value).map_err(|error| error.to_string())?))
    };
    let extra: Result<_, String> = if words.eat("none") {
        Ok(std::collections::BTreeMap::new())
    } else if words.eat("many") {
        (0..51).map(|n| pair(&n.to_string(), "x")).collect()
    } else {
        let split = |text: &str| {
            let (key, value) = text.split_once('=').ok_or_else(|| format!("`{text}` is not like room=12"))?;
            pair(key, value)
        };
        words.list("an extra field")?.into_iter().map(split).collect()
    };
    Ok(EditExtra { user, extra: extra? })
}
