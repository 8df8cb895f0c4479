//! Commands in words, for what is waiting and for what was refused.

use crate::speech::say;
use rollcall_core::{
    Command, Directory,
    command::{ImportUser, InviteUser, PrepareUser},
};

/// What a command does, as a heading: "Invite ann@example.com".
pub fn title(command: &Command, names: &Directory) -> String {
    say(&rollcall_words::command(command, names))
}

/// The details of a command, as a line below the heading; empty when the heading says it all.
pub fn details(command: &Command, names: &Directory) -> String {
    match command {
        Command::PrepareUser(PrepareUser(new))
        | Command::ImportUser(ImportUser(new))
        | Command::InviteUser(InviteUser(new)) => {
            let mut parts = Vec::new();
            if new.profile.full_name.is_some() {
                parts.extend(new.email.as_ref().map(ToString::to_string));
            }
            parts.extend(new.role.and_then(|choice| names.role(choice.role)).map(|role| role.name.to_string()));
            parts.extend(
                new.licence.iter().chain(&new.add_ons).filter_map(|id| names.licence(*id)).map(|l| l.name.to_string()),
            );
            parts.join(" · ")
        }
        _ => String::new(),
    }
}
