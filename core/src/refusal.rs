//! Why a command may not happen. One enum for all verbs, in order of precedence within each verb; the code is stable
//! for machines, the sentences for people stand in the catalogue (`words/`).

pub use crate::field::{Field, FieldPath};
use crate::{
    access::Permission,
    id::{LicenceId, RoleId, TeamId, UserId},
    key::Key,
    model::{IdentifierKind, RoleScope, RoleScopes, UserState},
    time::Timestamp,
    value::ValueError,
};
use serde::{Deserialize, Serialize};
use std::ops::Deref;

/// Every reason at once, each once, most important first: never empty, so that nothing is refused without a reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "Vec<Refusal>")]
pub struct Refusals(Vec<Refusal>);

/// So many different reasons are told at most: whoever mended those asks again.
const MOST: usize = 50;

impl Refusals {
    /// What speaks against something, or nothing.
    ///
    /// # Errors
    /// The reasons, when there are any.
    pub fn none(reasons: Vec<Refusal>) -> Result<(), Self> {
        if reasons.is_empty() {
            return Ok(());
        }
        let mut told: Vec<Refusal> = Vec::new();
        for reason in reasons {
            if told.len() < MOST && !told.contains(&reason) {
                told.push(reason);
            }
        }
        Err(Self(told))
    }

    /// The most important reason.
    pub fn first(&self) -> &Refusal {
        #[expect(clippy::indexing_slicing, reason = "never empty: each way of making it gives at least one")]
        &self.0[0]
    }

    /// The same for a client of this version of the protocol, each reason once.
    #[must_use]
    pub fn readable_in(self, protocol: u16) -> Self {
        let mut told: Vec<Refusal> = Vec::with_capacity(self.0.len());
        for refusal in self.0 {
            let refusal = refusal.readable_in(protocol);
            if !told.contains(&refusal) {
                told.push(refusal);
            }
        }
        Self(told)
    }

    /// The reasons, to go on with.
    pub fn into_vec(self) -> Vec<Refusal> {
        self.0
    }
}

impl From<Refusal> for Refusals {
    fn from(refusal: Refusal) -> Self {
        Self(vec![refusal])
    }
}

impl TryFrom<Vec<Refusal>> for Refusals {
    type Error = &'static str;

    fn try_from(reasons: Vec<Refusal>) -> Result<Self, Self::Error> {
        if reasons.is_empty() { Err("refused without a reason") } else { Ok(Self(reasons)) }
    }
}

impl Deref for Refusals {
    type Target = [Refusal];

    fn deref(&self) -> &[Refusal] {
        &self.0
    }
}

impl IntoIterator for Refusals {
    type Item = Refusal;
    type IntoIter = std::vec::IntoIter<Refusal>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

/// Declares every refusal once: what it holds, its nature, its code, the field at which to show it, and the protocol version
/// since when clients can read it, when that is not the first.
macro_rules! refusals {
    ($($(#[$about:meta])+ $name:ident
        $({ $($part:ident: $type:ty),+ })? $(($inner:ident: $inner_type:ty))?
        is $nature:ident $code:tt $(.$call:ident())? $(since $since:literal)? at $field:expr;)+
    ) => {
        /// One reason why a command is refused.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
        #[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum Refusal {
            $($(#[$about])+ $name $({ $($part: $type),+ })? $(($inner_type))?,)+
        }

        // A line may speak of what its refusal holds, and most do not.
        #[expect(unused_variables, reason = "bound for the lines that use them")]
        impl Refusal {
            /// The stable code that machines compare: `no_seat_left`, `already_a_user` ….
            pub const fn code(&self) -> &'static str {
                match self {
                    $(Self::$name $({ $($part),+ })? $(($inner))? => $code $(.$call())?,)+
                }
            }

            /// The form field at which to show it, when it concerns one.
            pub const fn field(&self) -> Option<Field> {
                match self {
                    $(Self::$name $({ $($part),+ })? $(($inner))? => $field,)+
                }
            }

            /// The versions of [`Refusal::since`], in the order of the stored form.
            pub const SINCE: &'static [u16] = &[$({
                let since = 1;
                $(let since = $since;)?
                since
            }),+];

            /// The protocol version since when clients can read it.
            pub const fn since(&self) -> u16 {
                match self {
                    $(Self::$name $({ $($part),+ })? $(($inner))? => {
                        let since = 1;
                        $(let since = $since;)?
                        since
                    })+
                }
            }

            /// What kind of reason it is.
            pub const fn nature(&self) -> Nature {
                match self {
                    $(Self::$name $({ $($part),+ })? $(($inner))? => Nature::$nature,)+
                }
            }
        }
    };
}

refusals! {
    /// The actor lacks this permission over what the command touches.
    #[error("not allowed: {} is missing", permission.as_str())]
    NotAllowed { permission: Permission } is Barred "not_allowed" at None;
    /// The actor is not, or no longer, an active user of the tenant.
    #[error("the acting user is not active")]
    ActorNotActive is Barred "actor_not_active" at None;
    /// The tenant has been founded already.
    #[error("the organisation exists already")]
    OrganisationExists is Conflict "organisation_exists" at None;
    /// The record named by the command is not there, or not visible to the actor.
    #[error("no such {0:?}")]
    Unknown(subject: Subject) is Missing subject.unknown() at subject.field();
    /// The identifier in this command was used already for another record.
    #[error("the id is in use")]
    IdInUse is Conflict "id_in_use" at None;
    /// A value that can be parsed but not accepted here.
    #[error("{field:?}: {error}")]
    Invalid { field: Field, error: ValueError } is Input "invalid_value" at Some(*field);
    /// The identifier belongs to a user of the organisation.
    #[error("already a user")]
    AlreadyAUser { user: UserId, kind: IdentifierKind } is Conflict "already_a_user" at Some(kind.field());
    /// The organisation accepts only addresses of certain domains.
    #[error("the e-mail domain is not allowed")]
    DomainNotAllowed is Conflict "domain_not_allowed" at Some(Field::Email);
    /// Every seat of this plan or add-on is taken (S0.2).
    #[error("no seat left")]
    NoSeatLeft { licence: LicenceId, seats: u32 } is Conflict "no_seat_left" at Some(Field::Licence);
    /// A plan was given where an add-on belongs, or the other way round.
    #[error("wrong kind of licence")]
    WrongLicenceKind { licence: LicenceId } is Conflict "wrong_licence_kind" at Some(Field::AddOns);
    /// Owner is never given by an invitation (S0.4).
    #[error("an invitation never makes an owner")]
    OwnerByInvitation is Conflict "owner_by_invitation" at Some(Field::Role);
    /// The role holds permissions that the actor lacks there (invariant 7).
    #[error("the role grants what the actor does not hold")]
    GrantsMoreThanHeld { role: RoleId, missing: Permission } is Conflict "grants_more_than_held" at Some(Field::Role);
    /// The user holds permissions that the actor lacks (invariant 7).
    #[error("the user holds what the actor lacks")]
    OutranksActor { missing: Permission } is Outranked "outranks_actor" at None;
    /// The organisation allows one role per user.
    #[error("one role per user here")]
    SingleRole is Conflict "single_role" at Some(Field::Role);
    /// The same as [`Refusal::ScopeNotAllowed`], as earlier versions stored it.
    #[error("the role can't be granted with this scope")]
    WrongScope { role: RoleId } is Conflict "wrong_scope" at Some(Field::Scope);
    /// The user is not in a state that allows it.
    #[error("not possible while {state:?}")]
    WrongState { state: UserState } is Unfit "wrong_state" at None;
    /// The invitation ran out (S0.7).
    #[error("the invitation has expired")]
    InvitationExpired is Conflict "invitation_expired" at None;
    /// Inviting needs an e-mail address to send to.
    #[error("the user has no e-mail address")]
    NoEmail is Conflict "no_email" at Some(Field::Email);
    /// The organisation would be left without an active owner (invariant 2).
    #[error("the last owner")]
    LastOwner is Conflict "last_owner" at None;
    /// Holders of a protected role can't be deleted (S1.12).
    #[error("holds a protected role")]
    ProtectedRole { role: RoleId } is Conflict "protected_role" at None;
    /// Nobody deletes or suspends themself.
    #[error("not to oneself")]
    Oneself is Conflict "oneself" at None;
    /// Only persons have credentials, a licence, an invitation.
    #[error("only a person")]
    NotAPerson is Unfit "not_a_person" at None;
    /// Another role or team has this name.
    #[error("the name is taken")]
    NameTaken is Conflict "name_taken" at Some(Field::Name);
    /// The user is a member already.
    #[error("already a member")]
    AlreadyMember { team: TeamId } is Conflict "already_member" at Some(Field::Team);
    /// Nothing would change.
    #[error("nothing to change")]
    NothingToChange is Conflict "nothing_to_change" at None;
    /// Nothing would be left to identify the user by.
    #[error("nothing to identify the user by")]
    NoIdentifier is Conflict "no_identifier" at Some(Field::Email);
    /// Somebody has this extension.
    #[error("the extension is taken")]
    ExtensionTaken { user: UserId } is Conflict "extension_taken" at Some(Field::Extension);
    /// The extension is outside the organisation's range.
    #[error("the extension is out of range")]
    ExtensionOutOfRange is Conflict "extension_out_of_range" at Some(Field::Extension);
    /// An extension is assigned only to a user without one (S1.9).
    #[error("has an extension already")]
    HasExtension is Conflict "has_extension" at Some(Field::Extension);
    /// The user has no extension.
    #[error("has no extension")]
    NoExtension is Conflict "no_extension" at Some(Field::Extension);
    /// Somebody holds this number.
    #[error("the number is taken")]
    NumberTaken is Conflict "number_taken" at Some(Field::Number);
    /// The number was given back not long ago and is kept from others.
    #[error("the number is in quarantine")]
    NumberInQuarantine { until: Timestamp } is Conflict "number_in_quarantine" at Some(Field::Number);
    /// The number is in the inventory already.
    #[error("the number exists")]
    NumberExists is Conflict "number_exists" at Some(Field::Number);
    /// A number is linked only to a mobile (S2.8), which can't be itself.
    #[error("linked to what is no mobile")]
    NotAMobile is Conflict "not_a_mobile" at Some(Field::Number);
    /// Built-in roles are not edited or deleted (invariant 9).
    #[error("a built-in role")]
    BuiltInRole is Conflict "built_in_role" at None;
    /// The actor does not hold the permission there itself (invariant 7).
    #[error("the actor does not hold it")]
    PermissionNotHeld { permission: Permission } is Conflict "permission_not_held" at Some(Field::Permissions);
    /// The user is on a call; it can be deleted when the call has ended (S1.11).
    #[error("on a call")]
    LiveCall is Conflict "live_call" at None;
    /// Calls are routed there, from these (domain.md, 2.1).
    #[error("calls are routed there")]
    RoutedTo { by: Vec<Key> } is Conflict "routed_to" at None;
    /// The team is disabled.
    #[error("the team is disabled")]
    TeamDisabled is Conflict "team_disabled" at None;
    /// The user is not a member by hand; what a role brings goes with the role.
    #[error("not a member by hand")]
    NotAMember { team: TeamId } is Conflict "not_a_member" at None;
    /// More seats are taken than would be left.
    #[error("seats in use")]
    SeatsInUse { taken: u32 } is Conflict "seats_in_use" at Some(Field::Seats);
    /// The time to restore the user is over.
    #[error("can no longer be restored")]
    NotRestorable is Conflict "not_restorable" at None;
    /// Only what is no person.
    #[error("not a system user")]
    NotASystemUser is Conflict "not_a_system_user" at None;
    /// The call has ended.
    #[error("the call is over")]
    CallOver is Conflict "call_over" at None;
    /// More than can be kept.
    #[error("too many")]
    TooMany { max: u16 } is Conflict "too_many" at None;
    /// Calls would go round in circles.
    #[error("calls would go round in circles")]
    TargetLoops is Conflict "target_loops" at Some(Field::Target);
    /// The same thing is there twice.
    #[error("twice the same")]
    Repeated is Conflict "repeated" at None;
    /// An owner stays one until somebody says otherwise (invariant 2).
    #[error("an owner has no end date")]
    OwnerNeverEnds is Conflict "owner_never_ends" at Some(Field::Until);
    /// Another phone has this hardware address.
    #[error("the hardware address is taken")]
    MacTaken is Conflict "mac_taken" at Some(Field::MacAddress);
    /// The command was made so long ago that the server no longer knows whether it was done before.
    #[error("too old")]
    TooOld is Conflict "too_old" since 3 at None;
    /// The user is no owner of the whole organisation.
    #[error("not an owner")]
    NotAnOwner is Conflict "not_an_owner" since 3 at None;
    /// The command would change more records, or KiB of them, than one command may ([`crate::command::MAX_CHANGES`]): at least
    /// so many.
    #[error("{changes} changes at once, of at most {max}")]
    TooManyChanges { changes: u32, max: u32 } is Conflict "too_many_changes" since 4 at None;
    /// An invitation is sent to whom a plan was given (S0.2), unless the organisation wants it otherwise.
    #[error("no plan")]
    NoPlan is Conflict "no_plan" since 5 at Some(Field::Licence);
    /// The role can't be given with such a scope, but with these.
    #[error("the role can't be granted with this scope")]
    ScopeNotAllowed { role: RoleId, allowed: RoleScopes } is Conflict "wrong_scope" since 5 at Some(Field::Scope);
    /// A role that may be given for its holder alone holds nothing that is about others.
    #[error("it is about others, and the role may hold for its holder alone")]
    ReachesOthers { permission: Permission } is Conflict "reaches_others" since 5 at Some(Field::Scope);
    /// Somebody holds the role with a scope that it would no longer allow.
    #[error("somebody holds the role in such a scope")]
    ScopeInUse { scope: RoleScope } is Conflict "scope_in_use" since 5 at Some(Field::Scope);
    /// The organisation lets nobody in by any of the kinds of identifiers that the user has.
    #[error("nothing to sign in with")]
    NoSignIn is Conflict "no_sign_in" since 7 at Some(Field::Login);
    /// Only who has phones alone is activated without having signed in.
    #[error("may open the portal")]
    OpensPortal is Unfit "opens_portal" since 7 at None;
    /// The account that the user is belongs to other organisations too: none of them gives it a password (decision D14).
    #[error("the account is somebody elsewhere too")]
    AccountElsewhere is Conflict "account_elsewhere" since 7 at None;
    /// What is handed over is told by one route, and by nothing else.
    #[error("it is handed over by its own route alone")]
    HandedOverElsewhere is Conflict "handed_over_elsewhere" since 7 at None;
    /// What an author is said to have seen is of another verb or another record than what the edit writes over.
    #[error("what was seen is of something else")]
    SeenElsewhere is Input "seen_elsewhere" since 8 at None;
    /// Said besides the others, when the edit goes as it is, and not with what somebody else changed since its author saw it.
    #[error("somebody else changed it meanwhile")]
    ChangedMeanwhile is Conflict "changed_meanwhile" since 8 at None;
    /// Calls are kept for so many days, and all that is reported was earlier.
    #[error("calls are kept for {days} days")]
    CallNotKept { days: u16 } is Conflict "call_not_kept" since 8 at Some(Field::CallTime);
    /// By what is reported a call would last longer than any does.
    #[error("a call lasts at most {days} days")]
    CallTooLong { days: u16 } is Input "call_too_long" since 8 at Some(Field::CallTime);
    /// To whom something is to be handed over is gone, or not active.
    #[error("the successor is not active")]
    SuccessorNotActive { user: UserId } is Conflict "successor_not_active" since 8 at None;
    /// The moment for something to be done is over.
    #[error("the moment is over")]
    MomentOver is Input "moment_over" since 8 at Some(Field::InviteAt);
}

impl Refusal {
    /// The same for a client of this version of the protocol: one that it can't read gives way to the nearest that it can.
    #[must_use]
    pub fn readable_in(self, protocol: u16) -> Self {
        match self {
            // Of records that it does not know it only learns that they are there.
            Self::RoutedTo { by } => {
                let known = |key: Key| if key.since() <= protocol { key } else { Key::User(UserId::NOBODY) };
                Self::RoutedTo { by: by.into_iter().map(known).collect() }
            }
            known if known.since() <= protocol => known,
            Self::TooManyChanges { max, .. } => Self::TooMany { max: u16::try_from(max).unwrap_or(u16::MAX) },
            Self::ScopeNotAllowed { role, .. } => Self::WrongScope { role },
            // Nothing was done: what more there is to say, its words don't say.
            _ => Self::NothingToChange,
        }
    }
}

/// What kind of reason a refusal is: what a control does about it, and what a request is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nature {
    /// The actor has no such right: nothing of it is offered.
    Barred,
    /// The actor has the right, and the user more rights than it.
    Outranked,
    /// What the command names is not there, or not for the actor to see.
    Missing,
    /// What the command names never takes it as it is: it is not offered there.
    Unfit,
    /// A value is wrong in itself.
    Input,
    /// Something stands in the way, and can be changed: offered, and disabled with the reason.
    Conflict,
}

impl Nature {
    /// Whether a control is left out; else it stays, and says why it is disabled.
    pub const fn hides(self) -> bool {
        matches!(self, Self::Barred | Self::Missing | Self::Unfit)
    }
}

/// A kind of record, for [`Refusal::Unknown`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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

impl Subject {
    /// The code of [`Refusal::Unknown`].
    const fn unknown(self) -> &'static str {
        match self {
            Self::Organisation => "unknown_organisation",
            Self::User => "unknown_user",
            Self::Role => "unknown_role",
            Self::Team => "unknown_team",
            Self::Licence => "unknown_licence",
            Self::Channel => "unknown_channel",
            Self::Number => "unknown_number",
            Self::Phone => "unknown_phone",
            Self::Contact => "unknown_contact",
            Self::Call => "unknown_call",
            Self::Grant => "unknown_grant",
        }
    }

    /// The form field that names it, when one does.
    const fn field(self) -> Option<Field> {
        match self {
            Self::Number => Some(Field::Number),
            Self::Licence => Some(Field::Licence),
            Self::Role => Some(Field::Role),
            Self::Team => Some(Field::Team),
            Self::Organisation
            | Self::User
            | Self::Channel
            | Self::Phone
            | Self::Contact
            | Self::Call
            | Self::Grant => None,
        }
    }
}

impl IdentifierKind {
    /// The form field of such an identifier.
    pub const fn field(self) -> Field {
        match self {
            Self::Email => Field::Email,
            Self::Mobile => Field::Mobile,
            Self::Login => Field::Login,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sync::PROTOCOL_VERSION;

    /// The stored form numbers them in this order: what is new stands at the end.
    #[test]
    fn what_an_older_page_cannot_read_stands_behind_what_it_can() {
        assert!(Refusal::SINCE.is_sorted(), "{:?}", Refusal::SINCE);
        assert!(Refusal::SINCE.iter().all(|since| (1..=PROTOCOL_VERSION).contains(since)));
        let told = [Refusal::NothingToChange, Refusal::TooMany { max: 1 }];
        assert!(told.iter().all(|told| told.since() == 1), "what is told in place of others, everybody reads");
    }

    #[test]
    fn nothing_is_refused_without_a_reason() {
        assert_eq!(Refusals::none(Vec::new()), Ok(()));
        assert_eq!(Refusals::none(vec![Refusal::LastOwner]), Err(Refusal::LastOwner.into()));
        assert!(serde_json::from_str::<Refusals>("[]").is_err());
        let read: Refusals = serde_json::from_str(r#"["last_owner","oneself"]"#).unwrap();
        assert_eq!((read.first(), read.len()), (&Refusal::LastOwner, 2));
        assert_eq!(serde_json::to_string(&read).unwrap(), r#"["last_owner","oneself"]"#);
    }
}
