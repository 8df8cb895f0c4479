//! When somebody was last here: the day, and no more, so that nobody's hours are watched.

use crate::{
    id::UserId,
    time::{Span, Timestamp},
    value::Date,
};
use serde::{Deserialize, Serialize};

/// The last day (UTC) on which a user was signed in to the organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LastSignIn {
    pub user: UserId,
    pub day: Date,
}

impl LastSignIn {
    /// After so long without a sign-in somebody counts as away.
    pub const AWAY: Span = Span::days(90);

    /// The day of a moment.
    pub fn day_of(at: Timestamp) -> Date {
        let days = u32::try_from(at.0.div_euclid(Span::days(1).0)).unwrap_or_default();
        Date::of_days(days).unwrap_or(Date::FIRST)
    }

    /// When its day began.
    pub fn begins(&self) -> Timestamp {
        Timestamp(Span::days(i64::from(self.day.days())).0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_in_its_day() {
        let noon = Timestamp(1_800_000_000_000);
        let sign_in = LastSignIn { user: UserId::fixed(1), day: LastSignIn::day_of(noon) };
        assert_eq!(sign_in.day.to_string(), "2027-01-15");
        assert!(sign_in.begins() <= noon && noon < sign_in.begins().after(Span::days(1)));
        assert_eq!(LastSignIn::day_of(Timestamp(-1)), Date::FIRST);
    }
}
