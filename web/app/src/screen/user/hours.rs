//! Days and hours in words.

use crate::language::t;
use rollcall_core::model::{OpeningHours, Shift, Weekday};

/// When something holds: days with the same hours stand together.
pub fn spans(OpeningHours(shifts): &OpeningHours) -> Vec<String> {
    shifts.iter().map(span).collect()
}

fn span(Shift { day, from, to }: &Shift) -> String {
    t!(value_shift, day = day_code(*day), from = clock(*from), to = clock(*to))
}

/// A minute of the day as a clock shows it.
pub fn clock(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// The argument by which messages tell days apart.
pub const fn day_code(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "monday",
        Weekday::Tuesday => "tuesday",
        Weekday::Wednesday => "wednesday",
        Weekday::Thursday => "thursday",
        Weekday::Friday => "friday",
        Weekday::Saturday => "saturday",
        Weekday::Sunday => "sunday",
    }
}
