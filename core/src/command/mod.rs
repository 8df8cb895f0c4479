//! Commands: a person's intents, one verb a file. [`decide`] is the only door to a change.

mod accept_invitation;
mod add_licence;
mod create_team;
mod delete_user;
mod draft;
mod edit_profile;
mod found_organisation;
mod guard;
mod invite_user;
mod new_user;
mod prepare_user;
mod reactivate_user;
mod resend_invitation;
mod revoke_invitation;
mod send_invitation;
mod set_licence;
mod suspend_user;

pub use accept_invitation::AcceptInvitation;
pub use add_licence::AddLicence;
pub use create_team::CreateTeam;
pub use delete_user::DeleteUser;
pub use edit_profile::EditProfile;
pub use found_organisation::FoundOrganisation;
pub use invite_user::InviteUser;
pub use new_user::{NewUser, RoleChoice};
pub use prepare_user::{ImportUser, PrepareUser};
pub use reactivate_user::ReactivateUser;
pub use resend_invitation::ResendInvitation;
pub use revoke_invitation::RevokeInvitation;
pub use send_invitation::SendInvitation;
pub use set_licence::SetLicence;
pub use suspend_user::SuspendUser;

use crate::{change::Changes, context::Context, directory::Directory, id::UserId, refusal::Refusals};
use serde::{Deserialize, Serialize};

/// The version of the command format. The server upcasts older ones.
pub const COMMAND_VERSION: u16 = 1;

/// Declares the command enum: variant, whether its outcome waits for the server's word (domain.md, section 6).
macro_rules! commands {
    ($($verb:ident($standing:ident),)*) => {
        /// A person's intent. The stored form numbers the variants: append only.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
        #[serde(rename_all = "snake_case")]
        pub enum Command {
            $($verb($verb),)*
        }

        $(impl From<$verb> for Command {
            fn from(verb: $verb) -> Self {
                Self::$verb(verb)
            }
        })*

        impl Command {
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
            match command {
                $(Command::$verb(verb) => verb.decide(directory, context),)*
            }
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
}

impl Command {
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
            Self::CreateTeam(_) | Self::AddLicence(_) => None,
        }
    }
}
