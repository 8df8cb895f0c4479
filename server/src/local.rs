//! What calendar and clock show in a time zone, by the IANA database: the core asks for it where days and hours matter.

use jiff::tz::TimeZone as Zone;
use rollcall_core::{
    query::LocalTime,
    time::Timestamp,
    value::{Date, TimeZone},
};

/// The date and the minute of the day there at this moment. A zone that isn't known counts as UTC.
pub fn time(zone: &TimeZone, at: Timestamp) -> LocalTime {
    let there = Zone::get(zone.as_str()).unwrap_or(Zone::UTC);
    let moment = jiff::Timestamp::from_millisecond(at.0).unwrap_or_default().to_zoned(there);
    let part = |part: i8| u16::try_from(part).unwrap_or_default();
    let minute = part(moment.hour()).saturating_mul(60).saturating_add(part(moment.minute()));
    LocalTime { date: Date::parse(&moment.date().to_string()).unwrap_or(Date::FIRST), minute }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clocks_show_what_their_zone_has() {
        let at = Timestamp(1_767_654_000_000); // 2026-01-05T23:00:00Z
        for (zone, date, minute) in [
            ("UTC", "2026-01-05", 23 * 60),
            ("Europe/Berlin", "2026-01-06", 0),
            ("Asia/Kolkata", "2026-01-06", 4 * 60 + 30),
            ("America/New_York", "2026-01-05", 18 * 60),
        ] {
            let local = time(&TimeZone::parse(zone).unwrap(), at);
            assert_eq!((local.date.to_string().as_str(), local.minute), (date, minute), "{zone}");
        }
    }
}
