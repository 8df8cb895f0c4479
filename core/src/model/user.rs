//! A user: a person, or anything else that can be dialled (S4.1).

use super::Target;
use crate::{
    id::{LicenceId, UserId},
    time::Timestamp,
    value::{
        Country, Email, Extension, ExtraKey, ExtraValue, FullName, Language, Login, PhoneNumber, Position, TimeZone,
        fold_onto,
    },
};
use serde::{Deserialize, Serialize};
use std::{borrow::Cow, collections::BTreeMap};

/// A user of an organisation. Facets are separate fields: editing one never touches another (invariant 17).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct User {
    pub id: UserId,
    pub kind: UserKind,
    pub state: UserState,
    pub profile: Profile,
    /// What the user logs in with. Unique in the organisation, compared as domain.md 2.17 says.
    pub identifiers: Vec<Identifier>,
    /// The plan licence, 0..1.
    pub licence: Option<LicenceId>,
    /// Licensed extras such as Browser Calling (S0.3); sorted, each once.
    pub add_ons: Vec<LicenceId>,
    /// Extra information (S2.6).
    pub extra: BTreeMap<ExtraKey, ExtraValue>,
    /// The invitation in force, while [`UserState::Invited`].
    pub invitation: Option<Invitation>,
    /// The number by which colleagues dial the user.
    pub line: Option<Line>,
    /// Numbers that the user may show when it calls, such as a group's (S2.9).
    pub display_numbers: Vec<PhoneNumber>,
    /// Where calls go that reach a service, an auto attendant or a queue.
    pub target: Option<Target>,
    pub created: Timestamp,
}

/// An extension, and what rings when it is dialled (S1.7).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Line {
    pub extension: Extension,
    pub phone: PhoneType,
}

/// The type of phone at an extension.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PhoneType {
    #[default]
    Softphone,
    Webphone,
    DeskPhone,
}

/// What a user tells about itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(optional_fields = nullable))]
pub struct Profile {
    /// Absent until somebody gives it: an invitation needs only an address.
    pub full_name: Option<FullName>,
    pub position: Option<Position>,
    /// The user's own language; the organisation's when absent.
    pub language: Option<Language>,
    pub time_zone: Option<TimeZone>,
    /// Completes phone numbers that are typed without a country code (S2.9).
    pub country: Option<Country>,
}

/// What is dialled when a user is called.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum UserKind {
    #[default]
    Person,
    Service,
    ConferenceBridge,
    AutoAttendant,
    CallQueue,
}

impl UserKind {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Person, Self::Service, Self::ConferenceBridge, Self::AutoAttendant, Self::CallQueue];
}

/// Where a user stands. An expired invitation is derived from the clock, not a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum UserState {
    Prepared,
    Invited,
    Active,
    Suspended,
}

/// One thing that a user can log in with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Identifier {
    Email(Email),
    Mobile(PhoneNumber),
    Login(Login),
}

/// The kinds of [`Identifier`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum IdentifierKind {
    Email,
    Mobile,
    Login,
}

/// An invitation that was sent. Its code and link are hashes on the server, never here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Invitation {
    pub sent: Timestamp,
    pub expires: Timestamp,
    /// How many times it was sent; a resend ends the older code (invariant 11).
    pub round: u32,
    pub by: Option<UserId>,
}

impl Identifier {
    /// Its kind.
    pub const fn kind(&self) -> IdentifierKind {
        match self {
            Self::Email(_) => IdentifierKind::Email,
            Self::Mobile(_) => IdentifierKind::Mobile,
            Self::Login(_) => IdentifierKind::Login,
        }
    }

    /// Its kind and the form in which it is compared.
    pub fn folded(&self) -> (IdentifierKind, String) {
        match self {
            Self::Email(email) => (IdentifierKind::Email, email.folded()),
            Self::Mobile(number) => (IdentifierKind::Mobile, number.to_string()),
            Self::Login(login) => (IdentifierKind::Login, login.folded()),
        }
    }
}

impl Identifier {
    /// Appends the form in which it is compared.
    pub(crate) fn fold_onto(&self, text: &mut String) {
        match self {
            Self::Email(email) => fold_onto(email.as_str(), text),
            Self::Mobile(number) => text.push_str(&number.to_string()),
            Self::Login(login) => fold_onto(login.as_str(), text),
        }
    }
}

impl User {
    /// A user of this kind and state, with nothing else.
    pub fn new(id: UserId, kind: UserKind, state: UserState, created: Timestamp) -> Self {
        Self {
            id,
            kind,
            state,
            profile: Profile::default(),
            identifiers: Vec::new(),
            licence: None,
            add_ons: Vec::new(),
            extra: BTreeMap::new(),
            invitation: None,
            line: None,
            display_numbers: Vec::new(),
            target: None,
            created,
        }
    }

    /// Its extension.
    pub fn extension(&self) -> Option<&Extension> {
        self.line.as_ref().map(|line| &line.extension)
    }

    /// The address that mail to the user goes to.
    pub fn email(&self) -> Option<&Email> {
        self.identifiers.iter().find_map(|identifier| match identifier {
            Identifier::Email(email) => Some(email),
            Identifier::Mobile(_) | Identifier::Login(_) => None,
        })
    }

    /// What to call the user: the full name, else the log-in name, the mobile number, the address. Every person has one of them,
    /// and everything else a name.
    pub fn display_name(&self) -> Cow<'_, str> {
        if let Some(name) = &self.profile.full_name {
            return Cow::Borrowed(name.as_str());
        }
        let least = |identifier: &&Identifier| match identifier {
            Identifier::Login(_) => 0,
            Identifier::Mobile(_) => 1,
            Identifier::Email(_) => 2,
        };
        match self.identifiers.iter().min_by_key(least) {
            Some(Identifier::Login(login)) => Cow::Borrowed(login.as_str()),
            Some(Identifier::Mobile(mobile)) => Cow::Owned(mobile.to_string()),
            Some(Identifier::Email(email)) => Cow::Borrowed(email.as_str()),
            None => Cow::Borrowed(""),
        }
    }

    /// Whether the user takes seats of its licence and add-ons (domain.md, 2.7).
    pub fn takes_seats(&self) -> bool {
        self.kind == UserKind::Person && self.state != UserState::Suspended
    }

    /// Every licence that the user has: its plan, then its add-ons.
    pub fn licences(&self) -> impl Iterator<Item = LicenceId> + '_ {
        self.licence.iter().chain(&self.add_ons).copied()
    }

    /// Every licence that the user takes a seat of at this moment.
    pub fn seats(&self) -> impl Iterator<Item = LicenceId> + '_ {
        let taking = self.takes_seats();
        self.licences().filter(move |_| taking)
    }

    /// Whether the invitation is out but has run out (S0.7).
    pub fn invitation_expired(&self, now: Timestamp) -> bool {
        self.state == UserState::Invited && self.invitation.is_none_or(|i| i.expires <= now)
    }
}
