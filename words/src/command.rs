//! What each command does, as a heading for what waits and what was refused: "Invite ann@example.com".

use crate::{Arg, Text, name, text};
use rollcall_core::{
    Command, Directory,
    command::{Handed, ImportUser, InviteUser, NewUser, PrepareUser},
    id::{ChannelId, ContactId, LicenceId, RoleId, TeamId, UserId},
    model::{AvatarOf, Granted},
};

/// What a command does. `names`: the directory that its ids are looked up in.
pub fn command(command: &Command, names: &Directory) -> Text {
    let who = |id| who(id, names);
    let team = |id| team(id, names);
    let role = |id| role(id, names);
    let licence = |id| licence(id, names);
    match command {
        Command::FoundOrganisation(c) => {
            text!(command_found_organisation, organisation = c.organisation.name.to_string())
        }
        Command::EditOrganisation(_) => text!(command_edit_organisation),
        Command::SetPolicy(_) => text!(command_set_policy),
        Command::SetKeeping(_) => text!(command_set_keeping),
        Command::SetCallPolicy(_) => text!(command_set_call_policy),
        Command::ChangeHolidays(_) => text!(command_change_holidays),
        Command::PrepareUser(PrepareUser(new)) => text!(command_prepare_user, who = called(new)),
        Command::ImportUser(ImportUser(new)) => text!(command_import_user, who = called(new)),
        Command::InviteUser(InviteUser(new)) => text!(command_invite_user, who = called(new)),
        Command::SendInvitation(c) => text!(command_send_invitation, who = who(c.user)),
        Command::ResendInvitation(c) => text!(command_resend_invitation, who = who(c.user)),
        Command::RevokeInvitation(c) => text!(command_revoke_invitation, who = who(c.user)),
        Command::AcceptInvitation(c) => text!(command_accept_invitation, who = who(c.user)),
        Command::EditProfile(c) => match &c.profile.full_name {
            Some(name) => text!(command_edit_profile, who = name.to_string()),
            None => text!(command_edit_profile, who = who(c.user)),
        },
        Command::EditExtra(c) => text!(command_edit_extra, who = who(c.user)),
        Command::SetIdentifiers(c) => text!(command_set_identifiers, who = who(c.user)),
        Command::SetLicence(c) => match c.licence {
            Some(id) => text!(command_give_licence, licence = licence(id), who = who(c.user)),
            None => text!(command_take_licence, who = who(c.user)),
        },
        Command::SuspendUser(c) => text!(command_suspend_user, who = who(c.user)),
        Command::ReactivateUser(c) => text!(command_reactivate_user, who = who(c.user)),
        Command::ResetUser(c) => text!(command_reset_user, who = who(c.user)),
        Command::ForcePasswordReset(c) => text!(command_force_password_reset, who = who(c.user)),
        Command::SendWelcome(c) => text!(command_send_welcome, who = who(c.user)),
        Command::HandOver(c) => match c.what {
            Handed::Invitation => text!(command_hand_over_invitation, who = who(c.user)),
            Handed::Password => text!(command_hand_over_password, who = who(c.user)),
        },
        Command::ActivateUser(c) => text!(command_activate_user, who = who(c.user)),
        Command::EndSessions(c) => text!(command_end_sessions, who = who(c.user)),
        Command::RecoverOwner(c) => text!(command_recover_owner, who = who(c.user)),
        Command::EraseUser(c) => text!(command_erase_user, who = who(c.user)),
        Command::DeleteUser(c) => text!(command_delete_user, who = who(c.user)),
        Command::RestoreUser(c) => text!(command_restore_user, who = who(c.user)),
        Command::SetAvatar(c) => match c.of {
            AvatarOf::User(user) => text!(command_set_user_picture, who = who(user)),
            AvatarOf::Team(id) => text!(command_set_team_picture, team = team(id)),
        },
        Command::CreateRole(c) => text!(command_create_role, role = c.role.name.to_string()),
        Command::EditRole(c) => text!(command_edit_role, role = c.role.name.to_string()),
        Command::DeleteRole(c) => text!(command_delete_role, role = role(c.role)),
        Command::GiveGrant(c) => match c.grant.what {
            Granted::Role(id) => text!(command_give_role, role = role(id), who = who(c.grant.user)),
            Granted::Permission(permission) => {
                text!(command_give_permission, permission = name::permission(permission), who = who(c.grant.user))
            }
        },
        Command::TakeGrant(c) => match c.grant.what {
            Granted::Role(id) => text!(command_take_role, role = role(id), who = who(c.grant.user)),
            Granted::Permission(permission) => {
                text!(command_take_permission, permission = name::permission(permission), who = who(c.grant.user))
            }
        },
        Command::ReplaceRoles(c) => text!(command_replace_roles, who = who(c.user)),
        Command::CreateTeam(c) => text!(command_create_team, team = c.name.to_string()),
        Command::EditTeam(c) => text!(command_edit_team, team = c.name.to_string()),
        Command::AddMember(c) => text!(command_add_member, team = team(c.team), who = who(c.user)),
        Command::RemoveMember(c) => text!(command_remove_member, team = team(c.team), who = who(c.user)),
        Command::DisableTeam(c) => text!(command_disable_team, team = team(c.team)),
        Command::EnableTeam(c) => text!(command_enable_team, team = team(c.team)),
        Command::DeleteTeam(c) => text!(command_delete_team, team = team(c.team)),
        Command::SetTeamRoles(c) => text!(command_set_team_roles, team = team(c.team)),
        Command::SetRouting(c) => text!(command_set_routing, team = team(c.team)),
        Command::CreateChannel(c) => text!(command_create_channel, channel = c.channel.name.to_string()),
        Command::EditChannel(c) => text!(command_edit_channel, channel = c.name.to_string()),
        Command::DeleteChannel(c) => text!(command_delete_channel, channel = channel(c.channel, names)),
        Command::AddLicence(c) => text!(command_add_licence, licence = c.0.name.to_string()),
        Command::EditLicence(c) => text!(command_edit_licence, licence = c.name.to_string()),
        Command::RemoveLicence(c) => text!(command_remove_licence, licence = licence(c.licence)),
        Command::AddNumber(c) => text!(command_add_number, number = c.number.to_string()),
        Command::RemoveNumber(c) => text!(command_remove_number, number = c.number.to_string()),
        Command::AssignNumber(c) => text!(command_assign_number, number = c.number.to_string(), who = who(c.user)),
        Command::UnassignNumber(c) => text!(command_unassign_number, number = c.number.to_string()),
        Command::LinkMobile(c) => match &c.mobile {
            Some(mobile) if c.off => {
                text!(command_switch_off_mobile, mobile = mobile.to_string(), number = c.number.to_string())
            }
            Some(mobile) => text!(command_link_mobile, mobile = mobile.to_string(), number = c.number.to_string()),
            None => text!(command_unlink_mobile, number = c.number.to_string()),
        },
        Command::ReleaseNumber(c) => text!(command_release_number, number = c.number.to_string()),
        Command::EditNumber(c) => text!(command_edit_number, number = c.number.to_string()),
        Command::RouteNumber(c) => text!(command_route_number, number = c.number.to_string()),
        Command::SetDisplayNumbers(c) => text!(command_set_display_numbers, who = who(c.user)),
        Command::AssignExtension(c) => {
            text!(command_assign_extension, extension = c.line.extension.to_string(), who = who(c.user))
        }
        Command::ChangeExtension(c) => {
            text!(command_change_extension, extension = c.line.extension.to_string(), who = who(c.user))
        }
        Command::UnassignExtension(c) => text!(command_unassign_extension, who = who(c.user)),
        Command::AddPhone(c) => text!(command_add_phone, who = who(c.phone.user)),
        Command::EditPhone(c) => text!(command_edit_phone, who = who(c.phone.user)),
        Command::DeletePhone(c) => match names.phone(c.phone) {
            Some(phone) => text!(command_delete_phone, who = who(phone.user)),
            None => text!(command_delete_unknown_phone),
        },
        Command::SetAnswering(c) => text!(command_set_answering, who = who(c.user)),
        Command::SetVoicemail(c) => text!(command_set_voicemail, who = who(c.user)),
        Command::SetPresence(c) => text!(command_set_presence, who = who(c.user)),
        Command::AddContact(c) => text!(command_add_contact, contact = c.contact.name.to_string()),
        Command::ImportContact(c) => text!(command_import_contact, contact = c.contact.name.to_string()),
        Command::EditContact(c) => text!(command_edit_contact, contact = c.contact.name.to_string()),
        Command::DeleteContact(c) => text!(command_delete_contact, contact = contact(c.contact, names)),
        Command::CreateSystemUser(c) => text!(command_create_system_user, name = c.name.to_string()),
        Command::EditSystemUser(c) => text!(command_edit_system_user, name = c.name.to_string()),
        Command::StartCall(_) => text!(command_start_call),
        Command::AnswerCall(c) => text!(command_answer_call, who = who(c.user)),
        Command::EndCall(_) => text!(command_end_call),
        Command::ReportCalls(c) => text!(command_report_calls, count = c.reports.len()),
        Command::Expire(_) => text!(command_expire),
        Command::OffBoard(c) => match &c.order {
            Some(order) => text!(command_off_board, who = who(c.user), at = Arg::Moment(order.suspend_at.0)),
            None => text!(command_cancel_off_boarding, who = who(c.user)),
        },
        Command::ScheduleInvitation(c) => match c.at {
            Some(at) => text!(command_schedule_invitation, who = who(c.user), at = Arg::Moment(at.0)),
            None => text!(command_cancel_invitation, who = who(c.user)),
        },
        Command::NoteSignIns(_) => text!(command_note_sign_ins),
        Command::CarryOut(c) => match c.by {
            Some(by) => text!(command_carry_out, by = who(by), who = who(c.user)),
            None => text!(command_carry_out_own, who = who(c.user)),
        },
    }
}

pub(crate) fn who(id: UserId, names: &Directory) -> Arg {
    let name = names.user(id).map(|user| user.display_name().into_owned()).filter(|name| !name.is_empty());
    name.map_or_else(|| text!(gone_user).into(), Arg::Text)
}

pub(crate) fn team(id: TeamId, names: &Directory) -> Arg {
    names.team(id).map_or_else(|| text!(gone_team).into(), |team| team.name.to_string().into())
}

fn role(id: RoleId, names: &Directory) -> Arg {
    names.role(id).map_or_else(|| text!(gone_role).into(), |role| role.name.to_string().into())
}

pub(crate) fn licence(id: LicenceId, names: &Directory) -> Arg {
    names.licence(id).map_or_else(|| text!(gone_licence).into(), |licence| licence.name.to_string().into())
}

fn contact(id: ContactId, names: &Directory) -> Arg {
    names.contact(id).map_or_else(|| text!(gone_contact).into(), |contact| contact.name.to_string().into())
}

fn channel(id: ChannelId, names: &Directory) -> Arg {
    names.channel(id).map_or_else(|| text!(gone_channel).into(), |channel| channel.name.to_string().into())
}

/// What a new user is known by.
fn called(new: &NewUser) -> Arg {
    let name = new.profile.full_name.as_ref().map(ToString::to_string);
    let email = || new.email.as_ref().map(ToString::to_string);
    let login = || new.login.as_ref().map(ToString::to_string);
    let mobile = || new.mobile.as_ref().map(ToString::to_string);
    name.or_else(login).or_else(mobile).or_else(email).map_or_else(|| text!(unnamed_user).into(), Arg::Text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::embedded::Spoken;
    use rollcall_core::command::SuspendUser;

    #[test]
    fn a_command_is_said_with_and_without_the_names_that_it_is_about() {
        let mut new = NewUser::blank(UserId::fixed(1));
        let said = |tag: &str, given: &Command| Spoken::of(tag).unwrap().say(&command(given, &Directory::default()));
        assert_eq!(said("en", &PrepareUser(new.clone()).into()), "Prepare a user");
        new.email = Some(rollcall_core::value::Email::parse("ann@example.com").unwrap());
        assert_eq!(said("en", &InviteUser(new.clone()).into()), "Invite ann@example.com");
        assert_eq!(said("de", &InviteUser(new).into()), "Einladen: ann@example.com");
        let gone = SuspendUser { user: UserId::fixed(2) }.into();
        assert_eq!(said("en", &gone), "Suspend a user who no longer exists");
    }
}
