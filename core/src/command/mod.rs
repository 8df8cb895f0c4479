//! Commands: a person's intents, one verb a file. [`decide`] is the only door to a change.

mod accept_invitation;
mod add_contact;
mod add_licence;
mod add_member;
mod add_number;
mod add_phone;
mod answer_call;
mod assign_extension;
mod assign_number;
mod bring;
mod change_extension;
mod create_channel;
mod create_role;
mod create_system_user;
mod create_team;
mod delete_channel;
mod delete_contact;
mod delete_phone;
mod delete_role;
mod delete_team;
mod delete_user;
mod disable_team;
mod draft;
mod edit_channel;
mod edit_contact;
mod edit_extra;
mod edit_licence;
mod edit_organisation;
mod edit_phone;
mod edit_profile;
mod edit_role;
mod edit_system_user;
mod edit_team;
mod enable_team;
mod end_call;
mod end_sessions;
mod erase_user;
mod expire;
mod force_password_reset;
mod found_organisation;
mod give_grant;
mod guard;
mod invite_user;
mod link_mobile;
mod new_user;
mod prepare_user;
mod reactivate_user;
mod recover_owner;
mod remove_licence;
mod remove_member;
mod remove_number;
mod resend_invitation;
mod reset_user;
mod restore_user;
mod revoke_invitation;
mod route_number;
mod send_invitation;
mod send_welcome;
mod set_answering;
mod set_avatar;
mod set_display_numbers;
mod set_identifiers;
mod set_keeping;
mod set_licence;
mod set_policy;
mod set_presence;
mod set_routing;
mod set_team_roles;
mod set_voicemail;
mod size;
mod start_call;
mod suspend_user;
mod take_grant;
mod unassign_extension;
mod unassign_number;
mod upcast;

pub use accept_invitation::AcceptInvitation;
pub use add_contact::AddContact;
pub use add_licence::AddLicence;
pub use add_member::AddMember;
pub use add_number::AddNumber;
pub use add_phone::AddPhone;
pub use answer_call::AnswerCall;
pub use assign_extension::AssignExtension;
pub use assign_number::AssignNumber;
pub use change_extension::ChangeExtension;
pub use create_channel::CreateChannel;
pub use create_role::CreateRole;
pub use create_system_user::CreateSystemUser;
pub use create_team::CreateTeam;
pub use delete_channel::DeleteChannel;
pub use delete_contact::DeleteContact;
pub use delete_phone::DeletePhone;
pub use delete_role::DeleteRole;
pub use delete_team::DeleteTeam;
pub use delete_user::DeleteUser;
pub use disable_team::DisableTeam;
pub use edit_channel::EditChannel;
pub use edit_contact::EditContact;
pub use edit_extra::EditExtra;
pub use edit_licence::EditLicence;
pub use edit_organisation::EditOrganisation;
pub use edit_phone::EditPhone;
pub use edit_profile::EditProfile;
pub use edit_role::EditRole;
pub use edit_system_user::EditSystemUser;
pub use edit_team::EditTeam;
pub use enable_team::EnableTeam;
pub use end_call::EndCall;
pub use end_sessions::EndSessions;
pub use erase_user::EraseUser;
pub use expire::Expire;
pub use force_password_reset::ForcePasswordReset;
pub use found_organisation::FoundOrganisation;
pub use give_grant::GiveGrant;
pub use invite_user::InviteUser;
pub use link_mobile::LinkMobile;
pub use new_user::{NewUser, RoleChoice};
pub use prepare_user::{ImportUser, PrepareUser};
pub use reactivate_user::ReactivateUser;
pub use recover_owner::RecoverOwner;
pub use remove_licence::RemoveLicence;
pub use remove_member::RemoveMember;
pub use remove_number::RemoveNumber;
pub use resend_invitation::ResendInvitation;
pub use reset_user::ResetUser;
pub use restore_user::RestoreUser;
pub use revoke_invitation::RevokeInvitation;
pub use route_number::RouteNumber;
pub use send_invitation::SendInvitation;
pub use send_welcome::SendWelcome;
pub use set_answering::SetAnswering;
pub use set_avatar::SetAvatar;
pub use set_display_numbers::SetDisplayNumbers;
pub use set_identifiers::SetIdentifiers;
pub use set_keeping::SetKeeping;
pub use set_licence::SetLicence;
pub use set_policy::SetPolicy;
pub use set_presence::SetPresence;
pub use set_routing::SetRouting;
pub use set_team_roles::SetTeamRoles;
pub use set_voicemail::SetVoicemail;
pub use size::MAX_CHANGES;
pub use start_call::StartCall;
pub use suspend_user::SuspendUser;
pub use take_grant::TakeGrant;
pub use unassign_extension::UnassignExtension;
pub use unassign_number::UnassignNumber;
pub use upcast::Versioned;

use crate::{change::Changes, context::Context, directory::Directory, id::UserId, refusal::Refusals};
use serde::{Deserialize, Serialize, de::VariantAccess};

/// The version of the command format: one more whenever the fields of a verb change. Commands of older versions stay
/// readable for good ([`Versioned`]); a new verb needs no new version.
pub const COMMAND_VERSION: u16 = 1;

/// Declares the command enum: variant, whether its outcome waits for the server's word (domain.md, section 6).
macro_rules! commands {
    ($($verb:ident($standing:ident),)*) => {
        /// A person's intent. The stored form numbers the variants: append only.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
        #[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
        #[serde(rename_all = "snake_case")]
        pub enum Command {
            $($verb($verb),)*
        }

        /// Which verb a stored command is, before its fields are read.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
        #[serde(variant_identifier, rename_all = "snake_case")]
        enum Verb {
            $($verb,)*
        }

        impl Verb {
            /// The names in the stored form.
            const NAMES: &'static [&'static str] = &[$(stringify!($verb),)*];

            /// Reads the fields as they are today.
            fn read<'de, A: VariantAccess<'de>>(self, fields: A) -> Result<Command, A::Error> {
                match self {
                    $(Self::$verb => fields.newtype_variant().map(Command::$verb),)*
                }
            }
        }

        $(impl From<$verb> for Command {
            fn from(verb: $verb) -> Self {
                Self::$verb(verb)
            }
        })*

        impl Command {
            /// The name of the verb, as its type is called.
            pub const fn name(&self) -> &'static str {
                match self {
                    $(Self::$verb(_) => stringify!($verb),)*
                }
            }

            /// The names of all verbs, as their types are called.
            pub const VERBS: &'static [&'static str] = Verb::NAMES;

            /// Whether the page may show the outcome as done, or must call it pending until the server confirms.
            pub const fn standing(&self) -> Standing {
                match self {
                    $(Self::$verb(_) => Standing::$standing,)*
                }
            }
        }

        /// Every rule of the directory: what would the command change, or why may it not happen. Answers all reasons,
        /// most important first; an actor who isn't allowed learns nothing else.
        ///
        /// # Errors
        /// The refusals, never empty.
        pub fn decide(directory: &Directory, context: &Context, command: &Command) -> Result<Decision, Refusals> {
            let decided = match command {
                $(Command::$verb(verb) => verb.decide(directory, context),)*
            };
            decided.and_then(size::checked)
        }
    };
}

commands! {
    FoundOrganisation(Pending),
    PrepareUser(AtOnce),
    ImportUser(Pending),
    InviteUser(Pending),
    SendInvitation(Pending),
    ResendInvitation(Pending),
    RevokeInvitation(Pending),
    AcceptInvitation(Pending),
    EditProfile(AtOnce),
    SetLicence(Pending),
    SuspendUser(Pending),
    ReactivateUser(Pending),
    DeleteUser(Pending),
    CreateTeam(AtOnce),
    AddLicence(Pending),
    EditOrganisation(AtOnce),
    SetPolicy(AtOnce),
    EditExtra(AtOnce),
    SetAvatar(AtOnce),
    ResetUser(Pending),
    ForcePasswordReset(Pending),
    SendWelcome(Pending),
    EndSessions(Pending),
    SetIdentifiers(Pending),
    RestoreUser(Pending),
    CreateRole(Pending),
    EditRole(Pending),
    DeleteRole(Pending),
    GiveGrant(Pending),
    TakeGrant(Pending),
    EditTeam(AtOnce),
    AddMember(Pending),
    RemoveMember(Pending),
    DisableTeam(AtOnce),
    EnableTeam(AtOnce),
    DeleteTeam(AtOnce),
    SetTeamRoles(Pending),
    SetRouting(AtOnce),
    CreateChannel(AtOnce),
    EditChannel(AtOnce),
    DeleteChannel(AtOnce),
    EditLicence(Pending),
    RemoveLicence(Pending),
    AddNumber(Pending),
    RemoveNumber(Pending),
    AssignNumber(Pending),
    UnassignNumber(Pending),
    LinkMobile(Pending),
    RouteNumber(Pending),
    SetDisplayNumbers(Pending),
    AssignExtension(Pending),
    ChangeExtension(Pending),
    UnassignExtension(Pending),
    AddPhone(Pending),
    EditPhone(Pending),
    DeletePhone(Pending),
    SetAnswering(AtOnce),
    SetVoicemail(AtOnce),
    SetPresence(AtOnce),
    AddContact(AtOnce),
    EditContact(AtOnce),
    DeleteContact(AtOnce),
    CreateSystemUser(Pending),
    EditSystemUser(AtOnce),
    StartCall(Pending),
    AnswerCall(Pending),
    EndCall(Pending),
    Expire(Pending),
    SetKeeping(AtOnce),
    RecoverOwner(Pending),
    EraseUser(Pending),
}

/// Whether the holder may give the role to a new user, somewhere; for forms that offer roles.
pub(crate) fn may_give(directory: &Directory, holding: &crate::access::Holding, role: &crate::model::Role) -> bool {
    guard::may_give(directory, holding, role)
}

/// How sure a client may be of an outcome that it decided itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Merges by field with whatever others did: shown as done.
    AtOnce,
    /// Competes for something: shown as pending until the server confirms.
    Pending,
}

/// What a command would do.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Decision {
    pub changes: Changes,
    /// What the server does besides, in the same transaction. A client ignores it.
    pub effects: Vec<Effect>,
}

/// Work of the server that a decision asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// Make a code and a link, store their hashes, end the older ones, mail them.
    SendInvitation { user: UserId },
    /// End the code and the link.
    EndInvitation { user: UserId },
    /// End every session and key at once (invariant 12).
    EndSessions { user: UserId },
    /// Forget password, PIN and every other secret.
    ForgetSecrets { user: UserId },
    /// Ask for a new password at the next sign-in.
    ForcePasswordReset { user: UserId },
    /// Mail a link that sets password and voicemail PIN.
    SendWelcome { user: UserId },
    /// What the user signs in with has changed.
    IdentifiersChanged { user: UserId },
    /// Mail a link with which a locked-out owner sets a new password.
    SendRecovery { user: UserId },
    /// Take out of the logs and everywhere else who the user was.
    Erase { user: UserId },
}

impl Command {
    /// Whether a client may show the outcome before the server's word. A deletion never is: a client can't know that
    /// there is no live call (invariant 4).
    pub const fn shown_early(&self) -> bool {
        !matches!(self, Self::DeleteUser(_) | Self::EraseUser(_))
    }

    /// The user that the command is about, when it is about one.
    pub fn user(&self) -> Option<UserId> {
        match self {
            Self::FoundOrganisation(c) => Some(c.owner),
            Self::PrepareUser(PrepareUser(c)) | Self::ImportUser(ImportUser(c)) | Self::InviteUser(InviteUser(c)) => {
                Some(c.id)
            }
            Self::SendInvitation(c) => Some(c.user),
            Self::ResendInvitation(c) => Some(c.user),
            Self::RevokeInvitation(c) => Some(c.user),
            Self::AcceptInvitation(c) => Some(c.user),
            Self::EditProfile(c) => Some(c.user),
            Self::SetLicence(c) => Some(c.user),
            Self::SuspendUser(c) => Some(c.user),
            Self::ReactivateUser(c) => Some(c.user),
            Self::DeleteUser(c) => Some(c.user),
            Self::EditExtra(c) => Some(c.user),
            Self::RecoverOwner(c) => Some(c.user),
            Self::EraseUser(c) => Some(c.user),
            Self::ResetUser(c) => Some(c.user),
            Self::ForcePasswordReset(c) => Some(c.user),
            Self::SendWelcome(c) => Some(c.user),
            Self::EndSessions(c) => Some(c.user),
            Self::SetIdentifiers(c) => Some(c.user),
            Self::RestoreUser(c) => Some(c.user),
            Self::AddMember(c) => Some(c.user),
            Self::RemoveMember(c) => Some(c.user),
            Self::AssignNumber(c) => Some(c.user),
            Self::SetDisplayNumbers(c) => Some(c.user),
            Self::AssignExtension(c) => Some(c.user),
            Self::ChangeExtension(c) => Some(c.user),
            Self::UnassignExtension(c) => Some(c.user),
            Self::SetAnswering(c) => Some(c.user),
            Self::SetVoicemail(c) => Some(c.user),
            Self::SetPresence(c) => Some(c.user),
            Self::EditSystemUser(c) => Some(c.user),
            Self::AnswerCall(c) => Some(c.user),
            Self::GiveGrant(c) => Some(c.grant.user),
            Self::TakeGrant(c) => Some(c.grant.user),
            Self::AddPhone(c) => Some(c.phone.user),
            Self::EditPhone(c) => Some(c.phone.user),
            Self::CreateSystemUser(c) => Some(c.id),
            Self::StartCall(c) => c.user,
            Self::CreateTeam(_)
            | Self::AddLicence(_)
            | Self::EditOrganisation(_)
            | Self::SetPolicy(_)
            | Self::SetAvatar(_)
            | Self::CreateRole(_)
            | Self::EditRole(_)
            | Self::DeleteRole(_)
            | Self::EditTeam(_)
            | Self::DisableTeam(_)
            | Self::EnableTeam(_)
            | Self::DeleteTeam(_)
            | Self::SetTeamRoles(_)
            | Self::SetRouting(_)
            | Self::CreateChannel(_)
            | Self::EditChannel(_)
            | Self::DeleteChannel(_)
            | Self::EditLicence(_)
            | Self::RemoveLicence(_)
            | Self::AddNumber(_)
            | Self::RemoveNumber(_)
            | Self::UnassignNumber(_)
            | Self::LinkMobile(_)
            | Self::RouteNumber(_)
            | Self::DeletePhone(_)
            | Self::AddContact(_)
            | Self::EditContact(_)
            | Self::DeleteContact(_)
            | Self::EndCall(_)
            | Self::Expire(_)
            | Self::SetKeeping(_) => None,
        }
    }
}
