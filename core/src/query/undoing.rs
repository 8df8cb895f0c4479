//! What takes a command back, for the "Undo" beside what was just done.

use crate::{
    command::{
        AddMember, Command, EditProfile, GiveGrant, ReactivateUser, RemoveMember, SetLicence, SuspendUser, TakeGrant,
    },
    directory::Directory,
};

/// The command that puts back what `command` is about to change, by how things stand before it. None for what has no way
/// back (a deletion, a mail), or needs a person to look (a membership that a role brought).
pub fn undoing(directory: &Directory, command: &Command) -> Option<Command> {
    Some(match command {
        Command::SuspendUser(c) => ReactivateUser { user: c.user }.into(),
        Command::ReactivateUser(c) => SuspendUser { user: c.user }.into(),
        Command::GiveGrant(c) => match directory.grant(&c.grant) {
            Some(before) => GiveGrant { grant: c.grant, until: before.until }.into(),
            None => TakeGrant { grant: c.grant }.into(),
        },
        Command::TakeGrant(c) => GiveGrant { grant: c.grant, until: directory.grant(&c.grant)?.until }.into(),
        Command::AddMember(c) => RemoveMember { team: c.team, user: c.user }.into(),
        Command::RemoveMember(c) => {
            directory.membership(c.team, c.user).filter(|membership| membership.by_hand)?;
            AddMember { team: c.team, user: c.user }.into()
        }
        Command::SetLicence(c) => {
            let user = directory.user(c.user)?;
            SetLicence { user: c.user, licence: user.licence, add_ons: user.add_ons.clone() }.into()
        }
        Command::EditProfile(c) => {
            EditProfile { user: c.user, profile: directory.user(c.user)?.profile.clone() }.into()
        }
        _ => return None,
    })
}
