//! Moments as fields have them, by the clock of somebody's time zone. What a clock shows there, the browser knows.

use rollcall_core::{Timestamp, query::LocalTime, time::Span, value::Date};

const MINUTE: i64 = 60_000;

/// What a field for moments shows: `2026-12-31T08:00`.
pub fn written(shown: LocalTime) -> String {
    format!("{}T{:02}:{:02}", shown.date, shown.minute / 60, shown.minute % 60)
}

/// What such a field says; none when it is no moment.
pub fn read(text: &str) -> Option<LocalTime> {
    let (date, clock) = text.split_once('T')?;
    let mut parts = clock.split(':').map(str::parse::<u16>);
    let (hour, minute) = (parts.next()?.ok()?, parts.next()?.ok()?);
    (hour < 24 && minute < 60).then_some(())?;
    Some(LocalTime { date: Date::parse(date).ok()?, minute: hour * 60 + minute })
}

/// When a clock shows it. What it shows twice, when it is put back, is the first time; what it never shows, because it is put
/// forward, is as much later as the clock jumps.
pub fn when(wanted: LocalTime, shown: impl Fn(Timestamp) -> LocalTime) -> Timestamp {
    let by_utc = minutes(wanted);
    let ahead = |at: Timestamp| minutes(shown(at)) - at.0.div_euclid(MINUTE);
    let guess = Timestamp(by_utc * MINUTE);
    let day = Span::days(1);
    let before = Timestamp((by_utc - ahead(guess.before(day))) * MINUTE);
    let after = Timestamp((by_utc - ahead(guess.after(day))) * MINUTE);
    let mut found: Vec<Timestamp> = [before, after].into_iter().filter(|at| shown(*at) == wanted).collect();
    found.sort_unstable();
    found.first().copied().unwrap_or(before)
}

/// Minutes since 1970, were it the time of UTC.
fn minutes(shown: LocalTime) -> i64 {
    i64::from(shown.date.days()) * 1_440 + i64::from(shown.minute)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A clock that is put by an hour at a moment: so many minutes ahead of UTC before, and after.
    fn clock(at: i64, before: i64, after: i64) -> impl Fn(Timestamp) -> LocalTime {
        move |now: Timestamp| {
            let ahead = if now.0 < at { before } else { after };
            let minutes = now.0.div_euclid(MINUTE) + ahead;
            let date = Date::of_days(u32::try_from(minutes.div_euclid(1_440)).unwrap()).unwrap();
            LocalTime { date, minute: u16::try_from(minutes.rem_euclid(1_440)).unwrap() }
        }
    }

    /// 2026-03-29 and 2026-10-25, 01:00 UTC: when clocks are put in Berlin.
    const FORWARD: i64 = 1_774_746_000_000;
    const BACK: i64 = 1_792_890_000_000;

    fn utc(text: &str) -> Timestamp {
        Timestamp(minutes(read(text).unwrap()) * MINUTE)
    }

    #[test]
    fn a_field_says_what_it_shows() {
        for text in ["2026-12-31T08:00", "1970-01-01T00:00", "2027-02-28T23:59"] {
            assert_eq!(read(text).map(written).as_deref(), Some(text));
        }
        assert_eq!(read("2026-12-31T08:00:30"), read("2026-12-31T08:00"), "seconds are no part of it");
        for text in ["", "2026-12-31", "2026-02-30T08:00", "2026-12-31T24:00", "2026-12-31T08:60", "2026-12-31T08", "x"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_moment_is_when_the_clock_there_shows_it() {
        let at = |text: &str, clock: &dyn Fn(Timestamp) -> LocalTime| when(read(text).unwrap(), clock);
        let (spring, autumn) = (clock(FORWARD, 60, 120), clock(BACK, 120, 60));
        assert_eq!(at("2026-03-28T08:00", &spring), utc("2026-03-28T07:00"));
        assert_eq!(at("2026-03-29T01:59", &spring), utc("2026-03-29T00:59"));
        assert_eq!(at("2026-03-29T03:00", &spring), utc("2026-03-29T01:00"));
        assert_eq!(at("2026-03-30T08:00", &spring), utc("2026-03-30T06:00"));
        assert_eq!(at("2026-10-24T08:00", &autumn), utc("2026-10-24T06:00"));
        assert_eq!(at("2026-10-25T03:00", &autumn), utc("2026-10-25T02:00"));
        let far = clock(0, -720, -720);
        assert_eq!(at("2026-06-01T08:00", &far), utc("2026-06-01T20:00"));
    }

    #[test]
    fn what_is_shown_twice_is_the_first_time_and_what_is_never_shown_is_later() {
        let at = |text: &str, clock: &dyn Fn(Timestamp) -> LocalTime| when(read(text).unwrap(), clock);
        assert_eq!(at("2026-10-25T02:30", &clock(BACK, 120, 60)), utc("2026-10-25T00:30"));
        let spring = clock(FORWARD, 60, 120);
        let skipped = at("2026-03-29T02:30", &spring);
        assert_eq!((skipped, written(spring(skipped)).as_str()), (utc("2026-03-29T01:30"), "2026-03-29T03:30"));
    }
}
