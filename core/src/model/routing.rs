//! Where a team's calls go: strategy, opening hours, overflow (S0.12).

use crate::{
    id::{TeamId, UserId},
    value::{PhoneNumber, few},
};
use serde::{Deserialize, Serialize};

/// How a team's calls are routed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Routing {
    pub strategy: Strategy,
    /// How long each step rings, in seconds, 5–120.
    pub ring_seconds: u16,
    /// In the organisation's time zone; empty is always open.
    pub hours: OpeningHours,
    /// Where calls go when nobody answers, nobody is available, or the team is closed.
    pub overflow: Option<Target>,
}

/// In which order a team's agents are rung.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Strategy {
    #[default]
    AllAtOnce,
    /// By name.
    InOrder,
    /// Starting behind whoever answered last.
    RoundRobin,
    /// Whoever has been without a call for the longest comes first.
    LongestIdle,
}

/// Where a call can be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Target {
    User(UserId),
    Team(TeamId),
    Voicemail(UserId),
    Number(PhoneNumber),
}

impl Target {
    /// Whom it reaches: a voicemail is its user's.
    pub fn reached(self) -> Self {
        match self {
            Self::Voicemail(user) => Self::User(user),
            Self::User(_) | Self::Team(_) | Self::Number(_) => self,
        }
    }
}

/// When something is open: any of the shifts; none at all means always.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct OpeningHours(#[serde(deserialize_with = "few")] pub Vec<Shift>);

/// From a minute of a weekday to another on the same day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Shift {
    pub day: Weekday,
    /// Minutes since midnight, 0–1439.
    pub from: u16,
    /// Minutes since midnight, up to 1440; the first minute that is closed again.
    pub to: u16,
}

/// A day of the week (ISO 8601: Monday first).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl OpeningHours {
    /// Whether it is open at this local time.
    pub fn open(&self, day: Weekday, minute: u16) -> bool {
        self.0.is_empty() || self.0.iter().any(|shift| shift.day == day && (shift.from..shift.to).contains(&minute))
    }

    /// Whether every shift starts before it ends, within a day.
    pub fn well_formed(&self) -> bool {
        self.0.len() <= 50 && self.0.iter().all(|shift| shift.from < shift.to && shift.to <= 1440)
    }
}
