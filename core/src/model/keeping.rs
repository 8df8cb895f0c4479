//! How long an organisation has things kept: data on devices that were not in contact, and logs.

use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;

/// What an organisation decides about keeping. Where it decided nothing, the defaults hold. Apart from
/// [`super::Policy`], whose stored form came first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Keeping {
    /// After so many days without contact a device shows its data no longer, and asks to go online first.
    pub offline_days: u16,
    /// So many days the audit log is kept.
    pub log_days: u16,
    /// So many days the security log is kept: sign-ins, failures, changes of passwords and addresses.
    pub security_days: u16,
}

impl Keeping {
    /// What `offline_days` may be.
    pub const OFFLINE_DAYS: RangeInclusive<u16> = 1..=365;
    /// What `log_days` may be: a month to a hundred years.
    pub const LOG_DAYS: RangeInclusive<u16> = 30..=36_500;
    /// What `security_days` may be: a month to ten years.
    pub const SECURITY_DAYS: RangeInclusive<u16> = 30..=3_650;
}

impl Default for Keeping {
    fn default() -> Self {
        Self { offline_days: 30, log_days: 3_650, security_days: 365 }
    }
}
