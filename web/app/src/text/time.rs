//! Moments and spans in words.

use rollcall_core::Timestamp;

const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// How long ago, or when: "just now", "5 min ago", "3 h ago", then the date.
pub fn ago(at: Timestamp, now: Timestamp) -> String {
    match now.since(at).0 {
        past if past < MINUTE => "just now".into(),
        past if past < DAY => format!("{} ago", span(past)),
        _ => crate::language::moment(at),
    }
}

/// How long from now: "in 23 h", "in 5 min"; for what is over, how long ago.
pub fn until(at: Timestamp, now: Timestamp) -> String {
    match at.since(now).0 {
        left if left <= 0 => ago(at, now),
        left if left < DAY * 2 => format!("in {}", span(left)),
        _ => crate::language::moment(at),
    }
}

/// A span of at least a second, in its largest unit.
pub fn span(millis: i64) -> String {
    match millis {
        s if s < MINUTE => format!("{} s", (s / 1000).max(1)),
        m if m < HOUR => format!("{} min", m / MINUTE),
        h => format!("{} h", h / HOUR),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_name_their_largest_unit() {
        let now = Timestamp(10 * DAY);
        assert_eq!(ago(Timestamp(now.0 - 20_000), now), "just now");
        assert_eq!(ago(Timestamp(now.0 - 5 * MINUTE), now), "5 min ago");
        assert_eq!(until(Timestamp(now.0 + 23 * HOUR + MINUTE), now), "in 23 h");
        assert_eq!(until(Timestamp(now.0 - 2 * HOUR), now), "2 h ago");
        assert_eq!(span(30_000), "30 s");
    }
}
