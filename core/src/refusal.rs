//! Why a command may not happen. One enum for all verbs, in order of precedence within each verb; the code is stable
//! for machines, the sentence for people is made in one place per language (`web/app/src/text.rs`, the server's
//! problem details).

use crate::{
    access::Permission,
    change::Key,
    id::{LicenceId, RoleId, TeamId, UserId},
    model::{IdentifierKind, UserState},
    time::Timestamp,
    value::ValueError,
};
use serde::{Deserialize, Serialize};

/// Every reason at once, most important first. Never empty when it is an error.
pub type Refusals = Vec<Refusal>;

/// One reason why a command is refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// The actor lacks this permission over what the command touches.
    #[error("not allowed: {} is missing", permission.as_str())]
    NotAllowed { permission: Permission },
    /// The actor is not, or no longer, an active user of the tenant.
    #[error("the acting user is not active")]
    ActorNotActive,
    /// The tenant has been founded already.
    #[error("the organisation exists already")]
    OrganisationExists,
    /// The record named by the command is not there, or not visible to the actor.
    #[error("no such {0:?}")]
    Unknown(Subject),
    /// The identifier in this command was used already for another record.
    #[error("the id is in use")]
    IdInUse,
    /// A value that can be parsed but not accepted here.
    #[error("{field:?}: {error}")]
    Invalid { field: Field, error: ValueError },
    /// The identifier belongs to a user of the organisation.
    #[error("already a user")]
    AlreadyAUser { user: UserId, kind: IdentifierKind },
    /// The organisation accepts only addresses of certain domains.
    #[error("the e-mail domain is not allowed")]
    DomainNotAllowed,
    /// Every seat of this plan or add-on is taken (S0.2).
    #[error("no seat left")]
    NoSeatLeft { licence: LicenceId, seats: u32 },
    /// A plan was given where an add-on belongs, or the other way round.
    #[error("wrong kind of licence")]
    WrongLicenceKind { licence: LicenceId },
    /// Owner is never given by an invitation (S0.4).
    #[error("an invitation never makes an owner")]
    OwnerByInvitation,
    /// The role holds permissions that the actor lacks there (invariant 7).
    #[error("the role grants what the actor does not hold")]
    GrantsMoreThanHeld { role: RoleId, missing: Permission },
    /// The user holds permissions that the actor lacks (invariant 7).
    #[error("the user holds what the actor lacks")]
    OutranksActor { missing: Permission },
    /// The organisation allows one role per user.
    #[error("one role per user here")]
    SingleRole,
    /// This can't be granted with such a scope.
    #[error("the role can't be granted with this scope")]
    WrongScope { role: RoleId },
    /// The user is not in a state that allows it.
    #[error("not possible while {state:?}")]
    WrongState { state: UserState },
    /// The invitation ran out (S0.7).
    #[error("the invitation has expired")]
    InvitationExpired,
    /// Inviting needs an e-mail address to send to.
    #[error("the user has no e-mail address")]
    NoEmail,
    /// The organisation would be left without an active owner (invariant 2).
    #[error("the last owner")]
    LastOwner,
    /// Holders of a protected role can't be deleted (S1.12).
    #[error("holds a protected role")]
    ProtectedRole { role: RoleId },
    /// Nobody deletes or suspends themself.
    #[error("not to oneself")]
    Oneself,
    /// Only persons have credentials, a licence, an invitation.
    #[error("only a person")]
    NotAPerson,
    /// Another role or team has this name.
    #[error("the name is taken")]
    NameTaken,
    /// The user is a member already.
    #[error("already a member")]
    AlreadyMember { team: TeamId },
    /// Nothing would change.
    #[error("nothing to change")]
    NothingToChange,
    /// Nothing would be left to identify the user by.
    #[error("nothing to identify the user by")]
    NoIdentifier,
    /// Somebody has this extension.
    #[error("the extension is taken")]
    ExtensionTaken { user: UserId },
    /// The extension is outside the organisation's range.
    #[error("the extension is out of range")]
    ExtensionOutOfRange,
    /// An extension is assigned only to a user without one (S1.9).
    #[error("has an extension already")]
    HasExtension,
    /// The user has no extension.
    #[error("has no extension")]
    NoExtension,
    /// Somebody holds this number.
    #[error("the number is taken")]
    NumberTaken,
    /// The number was given back not long ago and is kept from others.
    #[error("the number is in quarantine")]
    NumberInQuarantine { until: Timestamp },
    /// The number is in the inventory already.
    #[error("the number exists")]
    NumberExists,
    /// Only a landline can be linked, and only to a mobile (S2.8).
    #[error("not a landline linked to a mobile")]
    NotAMobile,
    /// Built-in roles are not edited or deleted (invariant 9).
    #[error("a built-in role")]
    BuiltInRole,
    /// The actor does not hold the permission there itself (invariant 7).
    #[error("the actor does not hold it")]
    PermissionNotHeld { permission: Permission },
    /// The user is on a call; it can be deleted when the call has ended (S1.11).
    #[error("on a call")]
    LiveCall,
    /// Calls are routed there, from these (domain.md, 2.1).
    #[error("calls are routed there")]
    RoutedTo { by: Vec<Key> },
    /// The team is disabled.
    #[error("the team is disabled")]
    TeamDisabled,
    /// The user is not a member by hand; what a role brings goes with the role.
    #[error("not a member by hand")]
    NotAMember { team: TeamId },
    /// More seats are taken than would be left.
    #[error("seats in use")]
    SeatsInUse { taken: u32 },
    /// The time to restore the user is over.
    #[error("can no longer be restored")]
    NotRestorable,
    /// Only what is no person.
    #[error("not a system user")]
    NotASystemUser,
    /// The call has ended.
    #[error("the call is over")]
    CallOver,
    /// More than can be kept.
    #[error("too many")]
    TooMany { max: u16 },
    /// Calls would go round in circles.
    #[error("calls would go round in circles")]
    TargetLoops,
    /// The same thing is there twice.
    #[error("twice the same")]
    Repeated,
    /// An owner stays one until somebody says otherwise (invariant 2).
    #[error("an owner has no end date")]
    OwnerNeverEnds,
    /// Another phone has this hardware address.
    #[error("the hardware address is taken")]
    MacTaken,
    /// The command was made so long ago that the server no longer knows whether it was done before.
    #[error("too old")]
    TooOld,
    /// The user is no owner of the whole organisation.
    #[error("not an owner")]
    NotAnOwner,
    /// The command would change more records than one command may ([`crate::command::MAX_CHANGES`]).
    #[error("{changes} changes at once, of at most {max}")]
    TooManyChanges { changes: u32, max: u32 },
}

/// A kind of record, for [`Refusal::Unknown`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    Organisation,
    User,
    Role,
    Team,
    Licence,
    Channel,
    Number,
    Phone,
    Contact,
    Call,
    Grant,
}

/// The field of a form that a refusal concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Field {
    Email,
    FullName,
    Position,
    Role,
    Scope,
    Licence,
    AddOns,
    Team,
    Name,
    Language,
    TimeZone,
    Password,
    Code,
    Extension,
    Mobile,
    Login,
    Number,
    MacAddress,
    Permissions,
    Seats,
    Rules,
    Hours,
    Avatar,
    Members,
    Target,
    DisplayNumbers,
    Until,
    VoicemailPin,
    OfflineDays,
    LogDays,
    SecurityDays,
}

impl Refusal {
    /// The stable code that machines compare: `no_seat_left`, `already_a_user` ….
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotAllowed { .. } => "not_allowed",
            Self::ActorNotActive => "actor_not_active",
            Self::OrganisationExists => "organisation_exists",
            Self::Unknown(Subject::Organisation) => "unknown_organisation",
            Self::Unknown(Subject::User) => "unknown_user",
            Self::Unknown(Subject::Role) => "unknown_role",
            Self::Unknown(Subject::Team) => "unknown_team",
            Self::Unknown(Subject::Licence) => "unknown_licence",
            Self::Unknown(Subject::Channel) => "unknown_channel",
            Self::Unknown(Subject::Number) => "unknown_number",
            Self::Unknown(Subject::Phone) => "unknown_phone",
            Self::Unknown(Subject::Contact) => "unknown_contact",
            Self::Unknown(Subject::Call) => "unknown_call",
            Self::Unknown(Subject::Grant) => "unknown_grant",
            Self::IdInUse => "id_in_use",
            Self::Invalid { .. } => "invalid_value",
            Self::AlreadyAUser { .. } => "already_a_user",
            Self::DomainNotAllowed => "domain_not_allowed",
            Self::NoSeatLeft { .. } => "no_seat_left",
            Self::WrongLicenceKind { .. } => "wrong_licence_kind",
            Self::OwnerByInvitation => "owner_by_invitation",
            Self::GrantsMoreThanHeld { .. } => "grants_more_than_held",
            Self::OutranksActor { .. } => "outranks_actor",
            Self::SingleRole => "single_role",
            Self::WrongScope { .. } => "wrong_scope",
            Self::WrongState { .. } => "wrong_state",
            Self::InvitationExpired => "invitation_expired",
            Self::NoEmail => "no_email",
            Self::LastOwner => "last_owner",
            Self::ProtectedRole { .. } => "protected_role",
            Self::Oneself => "oneself",
            Self::NotAPerson => "not_a_person",
            Self::NameTaken => "name_taken",
            Self::AlreadyMember { .. } => "already_member",
            Self::NothingToChange => "nothing_to_change",
            Self::NoIdentifier => "no_identifier",
            Self::ExtensionTaken { .. } => "extension_taken",
            Self::ExtensionOutOfRange => "extension_out_of_range",
            Self::HasExtension => "has_extension",
            Self::NoExtension => "no_extension",
            Self::NumberTaken => "number_taken",
            Self::NumberInQuarantine { .. } => "number_in_quarantine",
            Self::NumberExists => "number_exists",
            Self::NotAMobile => "not_a_mobile",
            Self::BuiltInRole => "built_in_role",
            Self::PermissionNotHeld { .. } => "permission_not_held",
            Self::LiveCall => "live_call",
            Self::RoutedTo { .. } => "routed_to",
            Self::TeamDisabled => "team_disabled",
            Self::NotAMember { .. } => "not_a_member",
            Self::SeatsInUse { .. } => "seats_in_use",
            Self::NotRestorable => "not_restorable",
            Self::NotASystemUser => "not_a_system_user",
            Self::CallOver => "call_over",
            Self::TooMany { .. } => "too_many",
            Self::TargetLoops => "target_loops",
            Self::Repeated => "repeated",
            Self::OwnerNeverEnds => "owner_never_ends",
            Self::MacTaken => "mac_taken",
            Self::TooOld => "too_old",
            Self::NotAnOwner => "not_an_owner",
            Self::TooManyChanges { .. } => "too_many_changes",
        }
    }

    /// The form field at which to show it, when it concerns one.
    pub const fn field(&self) -> Option<Field> {
        match self {
            Self::Invalid { field, .. } => Some(*field),
            Self::AlreadyAUser { kind, .. } => Some(match kind {
                IdentifierKind::Email => Field::Email,
                IdentifierKind::Mobile => Field::Mobile,
                IdentifierKind::Login => Field::Login,
            }),
            Self::DomainNotAllowed | Self::NoEmail | Self::NoIdentifier => Some(Field::Email),
            Self::ExtensionTaken { .. } | Self::ExtensionOutOfRange | Self::HasExtension | Self::NoExtension => {
                Some(Field::Extension)
            }
            Self::NumberTaken
            | Self::NumberInQuarantine { .. }
            | Self::NumberExists
            | Self::NotAMobile
            | Self::Unknown(Subject::Number) => Some(Field::Number),
            Self::PermissionNotHeld { .. } => Some(Field::Permissions),
            Self::SeatsInUse { .. } => Some(Field::Seats),
            Self::TargetLoops => Some(Field::Target),
            Self::MacTaken => Some(Field::MacAddress),
            Self::OwnerNeverEnds => Some(Field::Until),
            Self::NoSeatLeft { .. } | Self::Unknown(Subject::Licence) => Some(Field::Licence),
            Self::WrongLicenceKind { .. } => Some(Field::AddOns),
            Self::OwnerByInvitation
            | Self::GrantsMoreThanHeld { .. }
            | Self::SingleRole
            | Self::Unknown(Subject::Role) => Some(Field::Role),
            Self::WrongScope { .. } => Some(Field::Scope),
            Self::Unknown(Subject::Team) | Self::AlreadyMember { .. } => Some(Field::Team),
            Self::NameTaken => Some(Field::Name),
            _ => None,
        }
    }
}
