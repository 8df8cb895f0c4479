//! Days on which no team is open (S0.12), one by one: what somebody adds is not lost to what somebody else adds.

use crate::value::{Date, HolidayName};
use serde::{Deserialize, Serialize};

/// A day on which teams with opening hours are closed, in the organisation's time zone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Holiday {
    pub date: Date,
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional = nullable))]
    pub name: Option<HolidayName>,
}
