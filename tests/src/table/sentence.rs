//! What an actor does: `invites c@x.io with Standard as agent into Sales`, `suspends bob` …, one verb a line. What
//! belongs to a verb is read in the folder of the same name, by what it is about.

mod access;
mod organisation;
mod scheduled;
mod team;
mod telephony;
mod user;

pub use access::choice;
pub use organisation::set_policy;
pub use scheduled::order;

use super::{
    part::{number, word},
    words::Words,
};
use crate::name;
use rollcall_core::{Command, Directory, Timestamp, command::*, id::UserId, model::UserKind};

/// Reads the verb and what belongs to it. The directory tells what an edit leaves as it is.
pub fn read(words: &mut Words<'_>, directory: &Directory, now: Timestamp) -> Result<Command, String> {
    let verb = words.next("the verb")?;
    Ok(match verb {
        "invites" => InviteUser(user::new_user(words, directory)?).into(),
        "prepares" => PrepareUser(user::new_user(words, directory)?).into(),
        "imports" if words.eat("contact") => {
            ImportContact { contact: organisation::add_contact(words, directory)?.contact }.into()
        }
        "imports" => ImportUser(user::new_user(words, directory)?).into(),
        "sends" => SendInvitation { user: to(words)? }.into(),
        "resends" => ResendInvitation { user: to(words)? }.into(),
        "revokes" => RevokeInvitation { user: user(words)? }.into(),
        "accepts" => user::accept(words)?.into(),
        "edits" => edits(words, directory)?,
        "sets" => sets(words, directory)?,
        "suspends" => SuspendUser { user: user(words)? }.into(),
        "reactivates" => ReactivateUser { user: user(words)? }.into(),
        "resets" => ResetUser { user: user(words)? }.into(),
        "restores" => RestoreUser { user: user(words)? }.into(),
        "welcomes" => SendWelcome { user: user(words)? }.into(),
        "asks" => asks(words)?,
        "hands" => user::hands(words)?.into(),
        "activates" => ActivateUser { user: user(words)? }.into(),
        "deletes" => deletes(words)?,
        "creates" => creates(words, directory)?,
        "adds" => adds(words, directory)?,
        "removes" => removes(words)?,
        "founds" => organisation::found(words)?.into(),
        "gives" => access::give(words, directory, now)?.into(),
        "replaces" => access::replace(words, directory)?.into(),
        "takes" => access::take(words, directory)?.into(),
        "disables" => DisableTeam { team: name::team(words.next("the team")?) }.into(),
        "enables" => EnableTeam { team: name::team(words.next("the team")?) }.into(),
        "assigns" if words.eat("number") => telephony::assign_number(words)?.into(),
        "assigns" if words.eat("extension") => telephony::assign_extension(words)?.into(),
        "unassigns" if words.eat("number") => UnassignNumber { number: number(words.next("the number")?)? }.into(),
        "unassigns" if words.eat("extension") => {
            words.expect("of")?;
            UnassignExtension { user: user(words)? }.into()
        }
        "changes" if words.eat("holidays") => organisation::change_holidays(words)?.into(),
        "changes" => telephony::change_extension(words)?.into(),
        "releases" => ReleaseNumber { number: number(words.next("the number")?)? }.into(),
        "links" => telephony::link(words)?.into(),
        "routes" => telephony::route(words)?.into(),
        "reports" => telephony::report_calls(words, now)?.into(),
        "starts" => telephony::start_call(words)?.into(),
        "answers" => telephony::answer_call(words)?.into(),
        "ends" => ends(words)?,
        "erases" => EraseUser { user: user(words)? }.into(),
        "recovers" => RecoverOwner { user: user(words)? }.into(),
        "expires" => Expire {}.into(),
        "off-boards" => scheduled::off_board(words, directory, now)?.into(),
        "schedules" => scheduled::invitation(words, now)?.into(),
        "carries" => scheduled::carry_out(words, directory)?.into(),
        "notes" => scheduled::note_sign_ins(words, now)?.into(),
        other => return Err(format!("there is no verb `{other}`")),
    })
}

/// `bob position Clerk`, or what else is named by a word before it.
fn edits(words: &mut Words<'_>, directory: &Directory) -> Result<Command, String> {
    Ok(match () {
        () if words.eat("organisation") => organisation::edit_organisation(words, directory)?.into(),
        () if words.eat("licence") => organisation::edit_licence(words, directory)?.into(),
        () if words.eat("number") => telephony::edit_number(words, directory)?.into(),
        () if words.eat("contact") => organisation::edit_contact(words)?.into(),
        () if words.eat("extra") => user::edit_extra(words)?.into(),
        () if words.eat("role") => access::edit_role(words, directory)?.into(),
        () if words.eat("team") => team::edit_team(words, directory)?.into(),
        () if words.eat("channel") => team::edit_channel(words, directory)?.into(),
        () if words.eat("phone") => EditPhone { phone: super::world::phone(words)? }.into(),
        () if words.eat("system-user") => telephony::edit_system_user(words, directory)?.into(),
        () => user::edit_profile(words, directory)?.into(),
    })
}

fn sets(words: &mut Words<'_>, directory: &Directory) -> Result<Command, String> {
    Ok(match words.next("what is set")? {
        "licence" => user::set_licence(words)?.into(),
        "policy" => organisation::set_policy(words, directory)?.into(),
        "keeping" => organisation::set_keeping(words, directory)?.into(),
        "call-policy" => organisation::set_call_policy(words, directory)?.into(),
        "avatar" => user::set_avatar(words)?.into(),
        "identifiers" => user::set_identifiers(words)?.into(),
        "roles" => team::set_team_roles(words)?.into(),
        "routing" => team::set_routing(words)?.into(),
        "display" => telephony::set_display_numbers(words)?.into(),
        "answering" => telephony::set_answering(words)?.into(),
        "voicemail" => telephony::set_voicemail(words)?.into(),
        "presence" => telephony::set_presence(words)?.into(),
        other => return Err(format!("nothing is set that is called `{other}`")),
    })
}

fn creates(words: &mut Words<'_>, directory: &Directory) -> Result<Command, String> {
    Ok(match () {
        () if words.eat("team") => team::create_team(words, directory)?.into(),
        () if words.eat("role") => access::create_role(words, directory)?.into(),
        () if words.eat("channel") => team::create_channel(words, directory)?.into(),
        () => {
            let kind: UserKind = word("team, role, channel or a kind of user", words)?;
            telephony::create_system_user(kind, words)?.into()
        }
    })
}

fn adds(words: &mut Words<'_>, directory: &Directory) -> Result<Command, String> {
    Ok(match () {
        () if words.eat("member") => AddMember { user: user(words)?, team: to_team(words)? }.into(),
        () if words.eat("number") => telephony::add_number(words)?.into(),
        () if words.eat("phone") => telephony::add_phone(words, directory)?.into(),
        () if words.eat("contact") => organisation::add_contact(words, directory)?.into(),
        () => organisation::add_licence(words, directory)?.into(),
    })
}

fn removes(words: &mut Words<'_>) -> Result<Command, String> {
    Ok(match words.next("member, licence or number")? {
        "member" => {
            let user = user(words)?;
            words.expect("from")?;
            RemoveMember { user, team: name::team(words.next("the team")?) }.into()
        }
        "licence" => RemoveLicence { licence: name::licence(words.next("the licence")?) }.into(),
        "number" => RemoveNumber { number: number(words.next("the number")?)? }.into(),
        other => return Err(format!("nothing is removed that is called `{other}`")),
    })
}

fn deletes(words: &mut Words<'_>) -> Result<Command, String> {
    Ok(match () {
        () if words.eat("team") => DeleteTeam { team: name::team(words.next("the team")?) }.into(),
        () if words.eat("role") => DeleteRole { role: name::role(words.next("the role")?) }.into(),
        () if words.eat("channel") => DeleteChannel { channel: name::channel(words.next("the channel")?) }.into(),
        () if words.eat("phone") => DeletePhone { phone: name::phone(words.next("the phone")?) }.into(),
        () if words.eat("contact") => DeleteContact { contact: name::contact(words.next("the contact")?) }.into(),
        () => DeleteUser { user: user(words)? }.into(),
    })
}

/// `asks a new password of bob`
fn asks(words: &mut Words<'_>) -> Result<Command, String> {
    for word in ["a", "new", "password", "of"] {
        words.expect(word)?;
    }
    Ok(ForcePasswordReset { user: user(words)? }.into())
}

/// `ends call c1`, `ends sessions of bob`
fn ends(words: &mut Words<'_>) -> Result<Command, String> {
    if words.eat("call") {
        return Ok(EndCall { call: name::call(words.next("the call")?) }.into());
    }
    words.expect("sessions")?;
    words.expect("of")?;
    Ok(EndSessions { user: user(words)? }.into())
}

fn user(words: &mut Words<'_>) -> Result<UserId, String> {
    Ok(name::user(words.next("the user")?))
}

fn to(words: &mut Words<'_>) -> Result<UserId, String> {
    words.expect("to")?;
    user(words)
}

fn to_team(words: &mut Words<'_>) -> Result<rollcall_core::id::TeamId, String> {
    words.expect("to")?;
    Ok(name::team(words.next("the team")?))
}
