//! How old a device's data may be before it asks to go online first: the one rule for it.

use crate::{
    model::Keeping,
    time::{Span, Timestamp},
};

/// Whether data of the last contact at `synced` is too old to be shown offline at `now`, both by the device's clock. One
/// that was set back makes nothing old.
pub fn is_too_old(synced: Timestamp, now: Timestamp, keeping: &Keeping) -> bool {
    now.since(synced) > Span::days(i64::from(keeping.offline_days))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_by_default_and_to_the_day() {
        let day = Span::days(1);
        let synced = Timestamp(1_700_000_000_000);
        let after = |days: i64| synced.after(Span(day.0 * days));
        let default = Keeping::default();
        assert!(!is_too_old(synced, after(30), &default));
        assert!(is_too_old(synced, after(30).after(Span(1)), &default));
        let short = Keeping { offline_days: 1, ..default };
        assert_eq!([1, 2].map(|days| is_too_old(synced, after(days), &short)), [false, true]);
        assert!(!is_too_old(after(90), synced, &short), "a clock that was set back");
    }
}
