//! What an actor does: `invites c@x.io with Standard as agent into Sales`, `suspends bob` …, one verb a line.

use super::{
    words::Words,
    world::{self, licences, scope},
};
use crate::name;
use rollcall_core::{
    Command, Directory,
    command::*,
    id::UserId,
    model::{LicenceKind, Line, PhoneType, Profile, RoleScope},
    value::{Country, Email, FullName, Language, Position, TeamName, TimeZone, ValueError},
};

/// Reads the verb and what belongs to it. The directory tells what an edit leaves as it is.
pub fn read(words: &mut Words<'_>, directory: &Directory) -> Result<Command, String> {
    let verb = words.next("the verb")?;
    Ok(match verb {
        "invites" => InviteUser(new_user(words, directory)?).into(),
        "prepares" => PrepareUser(new_user(words, directory)?).into(),
        "imports" => ImportUser(new_user(words, directory)?).into(),
        "sends" => SendInvitation { user: to(words)? }.into(),
        "resends" => ResendInvitation { user: to(words)? }.into(),
        "revokes" => RevokeInvitation { user: user(words)? }.into(),
        "accepts" => accept(words)?.into(),
        "edits" => edit(words, directory)?.into(),
        "sets" => set_licence(words)?.into(),
        "suspends" => SuspendUser { user: user(words)? }.into(),
        "reactivates" => ReactivateUser { user: user(words)? }.into(),
        "deletes" => DeleteUser { user: user(words)? }.into(),
        "creates" => create_team(words, directory)?.into(),
        "adds" => add_licence(words, directory)?.into(),
        "founds" => found(words)?.into(),
        other => return Err(format!("there is no verb `{other}`")),
    })
}

fn user(words: &mut Words<'_>) -> Result<UserId, String> {
    Ok(name::user(words.next("the user")?))
}

fn to(words: &mut Words<'_>) -> Result<UserId, String> {
    words.expect("to")?;
    user(words)
}

/// `c@x.io with Standard + AutoDial as manager of Sales into Sales + Support at 101`; a bare name has no address;
/// `reusing bob` takes an id that is in use.
fn new_user(words: &mut Words<'_>, directory: &Directory) -> Result<NewUser, String> {
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
            let reach = directory.role(role).map_or(RoleScope::Own, |role| role.scope);
            new.role = Some(RoleChoice { role, scope: scope(reach, words)? });
        } else if words.eat("into") {
            new.teams = words.list("the team")?.into_iter().map(name::team).collect();
        } else if words.eat("at") {
            let extension = world::extension(words.next("the extension")?)?;
            new.line = Some(Line { extension, phone: PhoneType::default() });
        } else if words.eat("number") {
            new.number = Some(world::number(words.next("the number")?)?);
        } else if words.eat("mobile") {
            new.mobile = Some(world::number(words.next("the mobile number")?)?);
        } else if words.eat("login") {
            new.login = Some(world::login(words.next("the log-in name")?)?);
        } else if words.eat("reusing") {
            new.id = user(words)?;
        } else {
            return Ok(new);
        }
    }
}

fn accept(words: &mut Words<'_>) -> Result<AcceptInvitation, String> {
    let user = user(words)?;
    words.expect("as")?;
    let full_name = words.rest();
    let full_name = FullName::parse(&full_name).map_err(|error| format!("`{full_name}` {error}"))?;
    Ok(AcceptInvitation { user, full_name })
}

/// `bob position Clerk, language pt-BR`; what isn't named stays, `nothing` leaves all as it is.
fn edit(words: &mut Words<'_>, directory: &Directory) -> Result<EditProfile, String> {
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
fn set_licence(words: &mut Words<'_>) -> Result<SetLicence, String> {
    words.expect("licence")?;
    words.expect("of")?;
    let user = user(words)?;
    words.expect("to")?;
    let (licence, add_ons) = licences(words)?;
    Ok(SetLicence { user, licence, add_ons })
}

/// `team Sales with bob + cyd`
fn create_team(words: &mut Words<'_>, directory: &Directory) -> Result<CreateTeam, String> {
    words.expect("team")?;
    let called = words.next("the team's name")?;
    let name = TeamName::parse(called).map_err(|error| format!("`{called}` {error}"))?;
    let mut id = name::team(called);
    if directory.team(id).is_some() {
        id = name::team(&format!("another {called}"));
    }
    let mut members = Vec::new();
    if words.eat("with") {
        members = words.list("a user")?.into_iter().map(name::user).collect();
    }
    if words.eat("reusing") {
        id = name::team(words.next("the team")?);
    }
    Ok(CreateTeam { id, name, kind: Default::default(), members })
}

/// `plan Pro seats 5`, `add-on Recorder unlimited`
fn add_licence(words: &mut Words<'_>, directory: &Directory) -> Result<AddLicence, String> {
    let kind = match words.next("plan or add-on")? {
        "plan" => LicenceKind::Plan,
        "add-on" => LicenceKind::AddOn,
        other => return Err(format!("`{other}` should be plan or add-on")),
    };
    let (mut licence, _) = world::licence(kind, words)?;
    if words.eat("reusing") {
        licence.id = name::licence(words.next("the licence")?);
    } else if directory.licence(licence.id).is_some() {
        licence.id = name::licence(&format!("another {}", licence.name));
    }
    Ok(AddLicence(licence))
}

/// `acme for ann@x.io`
fn found(words: &mut Words<'_>) -> Result<FoundOrganisation, String> {
    let slug = words.next("the organisation's slug")?;
    words.expect("for")?;
    let address = words.next("the owner's address")?;
    let owner = address.split('@').next().unwrap_or_default();
    Ok(FoundOrganisation {
        organisation: world::organisation(slug, slug)?,
        owner: name::user(owner),
        owner_email: Email::parse(address).map_err(|error| format!("`{address}` {error}"))?,
        owner_name: FullName::parse(owner).map_err(|error| format!("`{owner}` {error}"))?,
        licences: Vec::new(),
    })
}
