//! Commands in words, for what is waiting and for what was refused.

use rollcall_core::{
    Command, Directory,
    command::{ImportUser, InviteUser, NewUser, PrepareUser},
    id::{ChannelId, ContactId, LicenceId, RoleId, TeamId, UserId},
    model::{AvatarOf, Granted},
};

/// What a command does, as a heading: "Invite ann@example.com".
pub fn title(command: &Command, names: &Directory) -> String {
    let who = |id: UserId| {
        let name = names.user(id).map(|user| user.display_name().to_owned()).filter(|name| !name.is_empty());
        name.unwrap_or_else(|| "a user who is not there any more".into())
    };
    let team = |id: TeamId| names.team(id).map_or_else(|| "a team".into(), |team| format!("the team {}", team.name));
    let role = |id: RoleId| names.role(id).map_or_else(|| "a role".into(), |role| format!("the role {}", role.name));
    let licence =
        |id: LicenceId| names.licence(id).map_or_else(|| "a licence".into(), |l| format!("the licence {}", l.name));
    let contact =
        |id: ContactId| names.contact(id).map_or_else(|| "a contact".into(), |c| format!("the contact {}", c.name));
    let channel =
        |id: ChannelId| names.channel(id).map_or_else(|| "a channel".into(), |c| format!("the channel {}", c.name));
    let granted = |what: Granted| match what {
        Granted::Role(id) => role(id),
        Granted::Permission(permission) => format!("the permission {}", permission.as_str()),
    };
    match command {
        Command::FoundOrganisation(c) => format!("Found {}", c.organisation.name),
        Command::EditOrganisation(_) => "Edit the organisation".into(),
        Command::SetPolicy(_) => "Change the organisation’s policy".into(),
        Command::SetKeeping(_) => "Change how long things are kept".into(),
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
        Command::EditExtra(c) => format!("Edit the extra information of {}", who(c.user)),
        Command::SetIdentifiers(c) => format!("Change what {} signs in with", who(c.user)),
        Command::SetLicence(c) => match c.licence {
            Some(id) => format!("Give {} {}", who(c.user), licence(id)),
            None => format!("Take the licence of {}", who(c.user)),
        },
        Command::SuspendUser(c) => format!("Suspend {}", who(c.user)),
        Command::ReactivateUser(c) => format!("Reactivate {}", who(c.user)),
        Command::ResetUser(c) => format!("Reset {}", who(c.user)),
        Command::ForcePasswordReset(c) => format!("Ask {} for a new password", who(c.user)),
        Command::SendWelcome(c) => format!("Send the welcome mail to {}", who(c.user)),
        Command::EndSessions(c) => format!("End the sessions of {}", who(c.user)),
        Command::RecoverOwner(c) => format!("Let {} in again", who(c.user)),
        Command::EraseUser(c) => format!("Erase {}", who(c.user)),
        Command::DeleteUser(c) => format!("Delete {}", who(c.user)),
        Command::RestoreUser(c) => format!("Restore {}", who(c.user)),
        Command::SetAvatar(c) => match c.of {
            AvatarOf::User(user) => format!("Change the picture of {}", who(user)),
            AvatarOf::Team(id) => format!("Change the picture of {}", team(id)),
        },
        Command::CreateRole(c) => format!("Create the role {}", c.role.name),
        Command::EditRole(c) => format!("Edit the role {}", c.role.name),
        Command::DeleteRole(c) => format!("Delete {}", role(c.role)),
        Command::GiveGrant(c) => format!("Give {} {}", who(c.grant.user), granted(c.grant.what)),
        Command::TakeGrant(c) => format!("Take {} from {}", granted(c.grant.what), who(c.grant.user)),
        Command::CreateTeam(c) => format!("Create the team {}", c.name),
        Command::EditTeam(c) => format!("Edit the team {}", c.name),
        Command::AddMember(c) => format!("Add {} to {}", who(c.user), team(c.team)),
        Command::RemoveMember(c) => format!("Remove {} from {}", who(c.user), team(c.team)),
        Command::DisableTeam(c) => format!("Disable {}", team(c.team)),
        Command::EnableTeam(c) => format!("Enable {}", team(c.team)),
        Command::DeleteTeam(c) => format!("Delete {}", team(c.team)),
        Command::SetTeamRoles(c) => format!("Change the roles of {}", team(c.team)),
        Command::SetRouting(c) => format!("Change how calls reach {}", team(c.team)),
        Command::CreateChannel(c) => format!("Create the channel {}", c.channel.name),
        Command::EditChannel(c) => format!("Edit the channel {}", c.name),
        Command::DeleteChannel(c) => format!("Delete {}", channel(c.channel)),
        Command::AddLicence(c) => format!("Add the licence {}", c.0.name),
        Command::EditLicence(c) => format!("Edit the licence {}", c.name),
        Command::RemoveLicence(c) => format!("Remove {}", licence(c.licence)),
        Command::AddNumber(c) => format!("Add the number {}", c.number),
        Command::RemoveNumber(c) => format!("Remove the number {}", c.number),
        Command::AssignNumber(c) => format!("Give {} the number {}", who(c.user), c.number),
        Command::UnassignNumber(c) => format!("Take back the number {}", c.number),
        Command::LinkMobile(c) => match c.mobile {
            Some(mobile) => format!("Link the number {} to {mobile}", c.number),
            None => format!("Unlink the number {}", c.number),
        },
        Command::RouteNumber(c) => format!("Change where calls to {} go", c.number),
        Command::SetDisplayNumbers(c) => format!("Change the numbers that {} shows", who(c.user)),
        Command::AssignExtension(c) => format!("Assign {} to {}", c.line.extension, who(c.user)),
        Command::ChangeExtension(c) => format!("Change the extension of {} to {}", who(c.user), c.line.extension),
        Command::UnassignExtension(c) => format!("Take the extension of {}", who(c.user)),
        Command::AddPhone(c) => format!("Add a phone for {}", who(c.phone.user)),
        Command::EditPhone(c) => format!("Edit a phone of {}", who(c.phone.user)),
        Command::DeletePhone(c) => match names.phone(c.phone) {
            Some(phone) => format!("Delete a phone of {}", who(phone.user)),
            None => "Delete a phone".into(),
        },
        Command::SetAnswering(c) => format!("Change the answering rules of {}", who(c.user)),
        Command::SetVoicemail(c) => format!("Change the voicemail of {}", who(c.user)),
        Command::SetPresence(c) => format!("Change the presence of {}", who(c.user)),
        Command::AddContact(c) => format!("Add the contact {}", c.contact.name),
        Command::EditContact(c) => format!("Edit the contact {}", c.contact.name),
        Command::DeleteContact(c) => format!("Delete {}", contact(c.contact)),
        Command::CreateSystemUser(c) => format!("Create {}", c.name),
        Command::EditSystemUser(c) => format!("Edit {}", c.name),
        Command::StartCall(_) => "Report a call".into(),
        Command::AnswerCall(c) => format!("Report that {} answered a call", who(c.user)),
        Command::EndCall(_) => "Report the end of a call".into(),
        Command::Expire(_) => "Let go what has run out".into(),
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
