//! Commands: a person's intents, one verb a file. [`decide`] is the only door to a change.

mod bring;
mod call;
mod contact;
mod draft;
mod guard;
mod ids;
mod intent;
mod licence;
mod merge;
mod number;
mod organisation;
mod phone;
mod role;
mod size;
mod tag;
mod team;
mod told;
mod upcast;
mod user;

pub use call::{
    AnswerCall, EndCall, MAX_REPORTS, ReportCalls, SetAnswering, SetCallPolicy, SetPresence, SetVoicemail, StartCall,
};
pub use contact::{AddContact, DeleteContact, EditContact, ImportContact};
pub use licence::{AddLicence, EditLicence, RemoveLicence, SetLicence};
pub use merge::{Authored, Edited, decide_edit, edited_by};
pub use number::{
    AddNumber, AssignExtension, AssignNumber, ChangeExtension, EditNumber, LinkMobile, ReleaseNumber, RemoveNumber,
    RouteNumber, SetDisplayNumbers, UnassignExtension, UnassignNumber,
};
pub use organisation::{ChangeHolidays, EditOrganisation, Expire, FoundOrganisation, SetKeeping, SetPolicy};
pub use phone::{AddPhone, DeletePhone, EditPhone};
pub use role::{CreateRole, DeleteRole, EditRole, GiveGrant, ReplaceRoles, TakeGrant};
pub use size::MAX_CHANGES;
pub use team::{
    AddMember, CreateChannel, CreateTeam, DeleteChannel, DeleteTeam, DisableTeam, EditChannel, EditTeam, EnableTeam,
    RemoveMember, SetRouting, SetTeamRoles,
};
pub use upcast::Versioned;
pub use user::{
    AcceptInvitation, ActivateUser, CarryOut, CreateSystemUser, DeleteUser, EditExtra, EditProfile, EditSystemUser,
    EndSessions, EraseUser, ForcePasswordReset, HandOver, Handed, ImportUser, InviteUser, NewUser, NoteSignIns,
    OffBoard, PrepareUser, ReactivateUser, RecoverOwner, ResendInvitation, ResetUser, RestoreUser, RevokeInvitation,
    RoleChoice, ScheduleInvitation, SendInvitation, SendWelcome, SetAvatar, SetIdentifiers, SuspendUser,
};

use crate::{
    access::Holding,
    change::{Changes, Key},
    context::Context,
    directory::Directory,
    id::UserId,
    model::{Role, RoleScopes},
    refusal::Refusals,
};
use intent::Intent;
pub(crate) use intent::Start;
use merge::Merger;
use serde::{Deserialize, Serialize, de::VariantAccess};
use tag::{tag, tag_length};

/// The version of the command format: one more whenever the fields of a verb change. Commands of older versions stay
/// readable for good ([`Versioned`]); a new verb needs no new version.
pub const COMMAND_VERSION: u16 = 3;

/// Declares the command enum. All else that is said of a verb stands in its own file ([`Intent`]).
macro_rules! commands {
    ($($verb:ident,)*) => {
        /// A person's intent. The stored form numbers the variants: append only.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
        #[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum Command {
            $($verb($verb),)*
        }

        /// Which verb a command is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Verb {
            $($verb,)*
        }

        /// Which verb a stored command is, before its fields are read.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
        #[serde(variant_identifier, rename_all = "snake_case")]
        enum StoredVerb {
            $($verb,)*
        }

        impl Verb {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$verb,)*];

            /// What JSON and the audit log call it: `invite_user`.
            pub fn tag(self) -> &'static str {
                StoredVerb::TAGS.get(self as usize).copied().unwrap_or_default()
            }

            /// How it begins for this record, if there it can.
            pub(crate) fn offered(self, directory: &Directory, context: &Context, about: &Key) -> Option<Start> {
                match self {
                    $(Self::$verb => <$verb as Intent>::offered(directory, context, about),)*
                }
            }
        }

        impl StoredVerb {
            /// What verbs are called as types.
            const NAMES: &'static [&'static str] = &[$(stringify!($verb),)*];

            /// What they are called in JSON.
            const TAGS: &'static [&'static str] = &[$({
                const BYTES: &[u8] = &tag::<{ tag_length(stringify!($verb)) }>(stringify!($verb));
                match std::str::from_utf8(BYTES) {
                    Ok(tag) => tag,
                    Err(_) => stringify!($verb),
                }
            },)*];

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

            /// Which verb it is.
            pub const fn verb(&self) -> Verb {
                match self {
                    $(Self::$verb(_) => Verb::$verb,)*
                }
            }

            /// The names of all verbs, as their types are called.
            pub const VERBS: &'static [&'static str] = StoredVerb::NAMES;

            /// Whether the page may show the outcome as done, or must call it pending until the server confirms.
            pub const fn standing(&self) -> Standing {
                match self {
                    $(Self::$verb(_) => <$verb as Intent>::STANDING,)*
                }
            }
        }

        impl Command {
            /// The user that the command is about, when it is about one.
            pub fn user(&self) -> Option<UserId> {
                match self {
                    $(Self::$verb(verb) => verb.user(),)*
                }
            }

            /// What the command would make, under an id of its author's choice.
            pub fn makes(&self) -> Option<Key> {
                match self {
                    $(Self::$verb(verb) => verb.makes(),)*
                }
            }

            /// What the command names, and so needs to be there.
            pub fn needs(&self) -> Vec<Key> {
                match self {
                    $(Self::$verb(verb) => verb.needs(),)*
                }
            }

            /// The record whose values it writes over, for an edit.
            pub fn edits(&self) -> Option<Key> {
                match self {
                    $(Self::$verb(verb) => verb.edits(),)*
                }
            }

            /// The same verb about the same thing, with the values that stand: what its author saw, when it was written by
            /// these. None for verbs that write nothing over what stands.
            pub fn standing_values(&self, directory: &Directory) -> Option<Self> {
                match self {
                    $(Self::$verb(verb) => <$verb as Intent>::stands(directory, &verb.edits()?).map(Self::from),)*
                }
            }

            /// Goes through each field that it writes, if these are edits of one thing; answers whether they are.
            fn merge(&mut self, seen: &Self, now: &Self, merger: &mut Merger<'_>) -> bool {
                match (self, seen, now) {
                    $((Self::$verb(mine), Self::$verb(seen), Self::$verb(now)) => {
                        let one = mine.edits().is_some() && mine.edits() == seen.edits() && mine.edits() == now.edits();
                        if one {
                            mine.merge(seen, now, merger);
                        }
                        one
                    })*
                    _ => false,
                }
            }

            /// The same without what tells who the user is; `held`: a number that it is about was the user's.
            #[must_use]
            pub(crate) fn erased(self, user: UserId, held: bool) -> Self {
                match self {
                    $(Self::$verb(verb) => verb.erased(user, held).into(),)*
                }
            }

            /// What takes the command back, by how things stand before it, for the "Undo" beside what was just done. None
            /// for what has no way back (a deletion, a mail), or needs a person to look (a membership that a role brought).
            pub fn undo(&self, directory: &Directory) -> Option<Authored> {
                let command = match self {
                    $(Self::$verb(verb) => verb.undo(directory),)*
                }?;
                // What others do meanwhile to what was edited stays.
                let seen = self.standing_values(directory).filter(|_| command.verb() == self.verb());
                Some(Authored { command, seen: seen.map(|_| self.clone()) })
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
            decided.map_err(|refusals| told::told(directory, context, refusals))
        }
    };
}

commands! {
    FoundOrganisation,
    PrepareUser,
    ImportUser,
    InviteUser,
    SendInvitation,
    ResendInvitation,
    RevokeInvitation,
    AcceptInvitation,
    EditProfile,
    SetLicence,
    SuspendUser,
    ReactivateUser,
    DeleteUser,
    CreateTeam,
    AddLicence,
    EditOrganisation,
    SetPolicy,
    EditExtra,
    SetAvatar,
    ResetUser,
    ForcePasswordReset,
    SendWelcome,
    EndSessions,
    SetIdentifiers,
    RestoreUser,
    CreateRole,
    EditRole,
    DeleteRole,
    GiveGrant,
    TakeGrant,
    EditTeam,
    AddMember,
    RemoveMember,
    DisableTeam,
    EnableTeam,
    DeleteTeam,
    SetTeamRoles,
    SetRouting,
    CreateChannel,
    EditChannel,
    DeleteChannel,
    EditLicence,
    RemoveLicence,
    AddNumber,
    RemoveNumber,
    AssignNumber,
    UnassignNumber,
    LinkMobile,
    RouteNumber,
    SetDisplayNumbers,
    AssignExtension,
    ChangeExtension,
    UnassignExtension,
    AddPhone,
    EditPhone,
    DeletePhone,
    SetAnswering,
    SetVoicemail,
    SetPresence,
    AddContact,
    EditContact,
    DeleteContact,
    CreateSystemUser,
    EditSystemUser,
    StartCall,
    AnswerCall,
    EndCall,
    Expire,
    SetKeeping,
    RecoverOwner,
    EraseUser,
    ReplaceRoles,
    ReleaseNumber,
    EditNumber,
    ReportCalls,
    SetCallPolicy,
    ChangeHolidays,
    HandOver,
    ActivateUser,
    OffBoard,
    ScheduleInvitation,
    CarryOut,
    NoteSignIns,
    ImportContact,
}

/// Where the holder may give the role to a new user; for forms that offer roles.
pub(crate) fn may_give(directory: &Directory, holding: &Holding, role: &Role) -> RoleScopes {
    guard::may_give(directory, holding, role)
}

/// How sure a client may be of an outcome that it decided itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Decision {
    pub changes: Changes,
    /// What the server does besides, in the same transaction. A client ignores it.
    pub effects: Vec<Effect>,
}

/// Work of the server that a decision asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    /// Store what was made for the actor to hand over: by one route only, which tells it.
    HandOver { user: UserId, what: Handed },
}

impl Command {
    /// Whether a client may show the outcome before the server's word. A deletion never is: a client can't know that
    /// there is no live call (invariant 4). Nor is what only a route of the server does.
    pub const fn shown_early(&self) -> bool {
        !matches!(self, Self::DeleteUser(_) | Self::EraseUser(_) | Self::HandOver(_))
    }
}
