//! Moments and spans in words: alone, or as an argument of a sentence.

use crate::speech::{self, say};
use rollcall_core::{Timestamp, time::Span};
use rollcall_words::{Arg, Text, text};

const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// How long ago, or when, as it stands alone: "just now", "5 min ago", "3 h ago", then the date.
pub fn ago(at: Timestamp, now: Timestamp) -> String {
    recently(at, now).map_or_else(|| speech::moment(at), |text| say(&text))
}

/// The same within a sentence, where a date says "on 21 Nov, 14:05".
pub fn ago_text(at: Timestamp, now: Timestamp) -> Text {
    recently(at, now).unwrap_or_else(|| text!(on_moment, at = Arg::Moment(at.0)))
}

/// How long from now, within a sentence: "in 23 h", "in 5 min"; for what is over, how long ago.
pub fn until_text(at: Timestamp, now: Timestamp) -> Text {
    match at.since(now).0 {
        left if left <= 0 => ago_text(at, now),
        left if left < MINUTE => text!(in_less_than_a_minute),
        left if left < HOUR => text!(in_minutes, count = whole(left, MINUTE)),
        left if left < DAY * 2 => text!(in_hours, count = whole(left, HOUR)),
        _ => text!(on_moment, at = Arg::Moment(at.0)),
    }
}

/// How long something took, as clocks count: "0:07", "12:30", "1:02:05".
pub fn clock(span: Span) -> String {
    let seconds = span.0.max(0) / 1_000;
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

/// How long ago, of what is less than a day ago.
fn recently(at: Timestamp, now: Timestamp) -> Option<Text> {
    match now.since(at).0 {
        past if past < MINUTE => Some(text!(ago_now)),
        past if past < HOUR => Some(text!(ago_minutes, count = whole(past, MINUTE))),
        past if past < DAY => Some(text!(ago_hours, count = whole(past, HOUR))),
        _ => None,
    }
}

const fn whole(span: i64, unit: i64) -> u64 {
    (span / unit).unsigned_abs()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clocks_count_on() {
        let told = [-5, 0, 7_999, 750_000, 3_725_000, 360_000_000].map(|millis| clock(Span(millis)));
        assert_eq!(told, ["0:00", "0:00", "0:07", "12:30", "1:02:05", "100:00:00"]);
    }

    #[test]
    fn spans_name_their_largest_unit() {
        let now = Timestamp(10 * DAY);
        assert_eq!(ago(Timestamp(now.0 - 20_000), now), "just now");
        assert_eq!(ago(Timestamp(now.0 - 5 * MINUTE), now), "5 min ago");
        assert_eq!(ago(Timestamp(now.0 - 2 * DAY), now), "1970-01-09 00:00 UTC");
        let said = |later: i64| say(&until_text(Timestamp(now.0 + later), now));
        assert_eq!(said(30_000), "in less than a minute");
        assert_eq!(said(5 * MINUTE), "in 5 min");
        assert_eq!(said(23 * HOUR + MINUTE), "in 23 h");
        assert_eq!(said(3 * DAY), "on 1970-01-14 00:00 UTC");
        assert_eq!(said(-2 * HOUR), "2 h ago");
    }
}
