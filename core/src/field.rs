//! The fields that people fill in: what refusals point at, and what edits are merged by.

use crate::value::ExtraKey;
use serde::{Deserialize, Serialize};

/// A field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    Country,
    Description,
    Kind,
    Company,
    PhoneModel,
    Publicity,
    Strategy,
    RingTime,
    Routing,
    Voicemail,
    MailCopy,
    InvitationLifetime,
    SingleRole,
    RecycleDays,
    QuarantineDays,
    Extra,
    Label,
    PhoneType,
    InviteWithoutPlan,
    ManagersMayAdd,
    CallDays,
    ServiceSeconds,
    CallTime,
    OffBoarding,
    SuspendAt,
    DeleteAfter,
    InviteAt,
}

/// Where in an edit something stands that merges by itself: in a field, or under a key of the extra information.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FieldPath {
    pub field: Field,
    /// None for all of the field.
    pub key: Option<ExtraKey>,
}

impl FieldPath {
    /// Whether another one of the same edit is the same, or a part of it.
    pub fn covers(&self, other: &Self) -> bool {
        // An order of an off-boarding is one field where one side has none, and several where both have one.
        self.field == Field::OffBoarding || self.field == other.field && (self.key.is_none() || self.key == other.key)
    }
}

impl From<Field> for FieldPath {
    fn from(field: Field) -> Self {
        Self { field, key: None }
    }
}
