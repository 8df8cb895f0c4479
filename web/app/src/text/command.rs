//! Commands in words, for what is waiting and for what was refused.

use rollcall_core::{
    Command, Directory,
    command::{ImportUser, InviteUser, NewUser, PrepareUser},
    id::UserId,
};

/// What a command does, as a heading: "Invite ann@example.com".
pub fn title(command: &Command, names: &Directory) -> String {
    let who = |id: UserId| {
        let name = names.user(id).map(|user| user.display_name().to_owned()).filter(|name| !name.is_empty());
        name.unwrap_or_else(|| "a user who is not there any more".into())
    };
    match command {
        Command::FoundOrganisation(c) => format!("Found {}", c.organisation.name),
        Command::PrepareUser(PrepareUser(new)) => format!("Prepare {}", called(new)),
        Command::ImportUser(ImportUser(new)) => format!("Import {}", called(new)),
        Command::InviteUser(InviteUser(new)) => format!("Invite {}", called(new)),
        Command::SendInvitation(c) => format!("Send the invitation to {}", who(c.user)),
        Command::ResendInvitation(c) => format!("Send the invitation to {} again", who(c.user)),
        Command::RevokeInvitation(c) => format!("Take back the invitation of {}", who(c.user)),
        Command::AcceptInvitation(c) => format!("Accept the invitation of {}", who(c.user)),
        Command::EditProfile(c) => match &c.profile.full_name {
            Some(name) => format!("Edit the profile of {name}"),
            None => format!("Edit the profile of {}", who(c.user)),
        },
        Command::SetLicence(c) => match c.licence.and_then(|id| names.licence(id)) {
            Some(licence) => format!("Give {} the licence {}", who(c.user), licence.name),
            None => format!("Take the licence of {}", who(c.user)),
        },
        Command::SuspendUser(c) => format!("Suspend {}", who(c.user)),
        Command::ReactivateUser(c) => format!("Reactivate {}", who(c.user)),
        Command::DeleteUser(c) => format!("Delete {}", who(c.user)),
        Command::CreateTeam(c) => format!("Create the team {}", c.name),
        Command::AddLicence(c) => format!("Add the licence {}", c.0.name),
        // Verbs without a page of their own come from programs that use the same account.
        other => match other.user() {
            Some(user) => format!("Change {}", who(user)),
            None => "Change the organisation".into(),
        },
    }
}

/// What a command brings along, as a line below the heading; empty when the heading says it all.
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

fn called(new: &NewUser) -> String {
    let name = new.profile.full_name.as_ref().map(ToString::to_string);
    let email = || new.email.as_ref().map(ToString::to_string);
    let login = || new.login.as_ref().map(ToString::to_string);
    let mobile = || new.mobile.as_ref().map(ToString::to_string);
    name.or_else(email).or_else(login).or_else(mobile).unwrap_or_else(|| "a user".into())
}
