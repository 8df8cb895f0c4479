//! Phone numbers of the organisation: who holds them, where their calls go.

use super::Target;
use crate::{
    id::UserId,
    time::{Span, Timestamp},
    value::PhoneNumber,
};
use serde::{Deserialize, Serialize};

/// A number in the organisation's inventory. It is free, assigned to one holder, or in quarantine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Number {
    pub number: PhoneNumber,
    pub kind: NumberKind,
    /// One holder per number (invariant 6).
    pub holder: Option<UserId>,
    pub last_holder: Option<UserId>,
    /// Not given to somebody else before this moment, so that old callers don't reach a stranger.
    pub quarantine_until: Option<Timestamp>,
    /// The mobile that rings with this landline: a "mobile extension" (S2.8).
    pub linked_mobile: Option<PhoneNumber>,
    /// Where its calls go when nobody holds it: a group number.
    pub target: Option<Target>,
}

/// What a number is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum NumberKind {
    Virtual,
    Landline,
    Mobile,
    Work,
    Group,
}

impl Number {
    /// A free number.
    pub fn new(number: PhoneNumber, kind: NumberKind) -> Self {
        Self {
            number,
            kind,
            holder: None,
            last_holder: None,
            quarantine_until: None,
            linked_mobile: None,
            target: None,
        }
    }

    /// The number after its holder gave it back.
    #[must_use]
    pub fn given_back(self, quarantine_days: u16, now: Timestamp) -> Self {
        Self {
            holder: None,
            last_holder: self.holder,
            quarantine_until: Some(now.after(Span::days(i64::from(quarantine_days)))),
            linked_mobile: None,
            ..self
        }
    }

    /// Whether it can be given to this user at this moment: nobody holds it, nothing is reached through it, and it does
    /// not rest.
    pub fn free_for(&self, user: UserId, now: Timestamp) -> bool {
        let quarantined = self.quarantine_until.is_some_and(|until| now < until) && self.last_holder != Some(user);
        self.holder.is_none() && self.target.is_none() && !quarantined
    }
}
