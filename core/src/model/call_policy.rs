//! What an organisation decides about calls: how long they are kept, and how soon one is answered in time.

use crate::time::{Span, Timestamp};
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;

/// What an organisation decided about calls. Where it decided nothing, the defaults hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CallPolicy {
    /// So many days a call is kept.
    pub call_days: u16,
    /// Who waited no longer than so many seconds was answered in time: what the service level counts.
    pub service_seconds: u16,
}

impl CallPolicy {
    /// What `call_days` may be: a day to ten years.
    pub const CALL_DAYS: RangeInclusive<u16> = 1..=3_650;
    /// What `service_seconds` may be: a second to an hour.
    pub const SERVICE_SECONDS: RangeInclusive<u16> = 1..=3_600;
    /// So many days devices have a call at most; older ones are asked from the server.
    pub const DEVICE_DAYS: u16 = 30;

    /// Calls that started earlier are no longer kept: those of whole days (UTC), so that they go once a day and together.
    pub fn kept_since(&self, now: Timestamp) -> Timestamp {
        days_ago(now, self.call_days)
    }

    /// Calls that started earlier are on no device any more.
    pub fn on_devices_since(&self, now: Timestamp) -> Timestamp {
        days_ago(now, self.call_days.min(Self::DEVICE_DAYS))
    }
}

impl Default for CallPolicy {
    fn default() -> Self {
        Self { call_days: 90, service_seconds: 20 }
    }
}

/// The beginning of the day that was so many days ago.
fn days_ago(now: Timestamp, days: u16) -> Timestamp {
    let day = Span::days(1).0;
    let moment = now.before(Span::days(i64::from(days)));
    Timestamp(moment.0.saturating_sub(moment.0.rem_euclid(day)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_days_go_together() {
        let (day, hour) = (Span::days(1).0, Span::hours(1).0);
        let policy = CallPolicy::default();
        let late = Timestamp(100 * day + 23 * hour);
        assert_eq!(
            (policy.kept_since(late), policy.on_devices_since(late)),
            (Timestamp(10 * day), Timestamp(70 * day))
        );
        assert_eq!(policy.kept_since(Timestamp(100 * day)), Timestamp(10 * day));
        assert_eq!(policy.kept_since(Timestamp(100 * day - 1)), Timestamp(9 * day));
        assert_eq!(policy.kept_since(Timestamp(-1)), Timestamp(-91 * day));
        let short = CallPolicy { call_days: 7, ..policy };
        assert_eq!(short.on_devices_since(late), Timestamp(93 * day));
        assert!(policy.kept_since(Timestamp(i64::MIN)) < Timestamp(0));
    }
}
