//! Days and times of workbooks: a number counts days, its fraction is the time of the day.

/// A part of a format of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DatePart {
    Literal(char),
    Year,
    /// Two digits.
    ShortYear,
    /// With a zero in front or without; the same below.
    Month(bool),
    Day(bool),
    Hour(bool),
    /// All hours, also behind 24.
    Hours,
    Minute(bool),
    Second(bool),
    /// The name of a month or a day, an era, or a half of the day: in a language that the file doesn't say.
    Named,
}

/// A moment without a time zone.
pub(super) struct Moment {
    year: i64,
    month: i64,
    day: i64,
    /// Since midnight.
    seconds: i64,
    /// Whole days since the first one.
    days: i64,
}

/// The days of all years up to 9999.
const DAYS: f64 = 2_958_466.0;
const SECONDS: f64 = 86_400.0;

impl Moment {
    /// The moment that a number stands for; none outside of the years that a workbook knows.
    pub fn of(value: f64, from_1904: bool) -> Option<Self> {
        if !(0.0..DAYS).contains(&value) {
            return None;
        }
        // Below 2^53 by the line above, so both are whole.
        let (days, seconds) = (value.trunc() as i64, (value.fract() * SECONDS).round() as i64);
        let (days, seconds) = if seconds == 86_400 { (days + 1, 0) } else { (days, seconds) };
        // Lotus 1-2-3 took 1900 for a leap year, and all since count as it did.
        let (year, month, day) = match days {
            days if from_1904 => civil(days - 24_107),
            60 => (1900, 2, 29),
            days if days < 60 => civil(days - 25_568),
            days => civil(days - 25_569),
        };
        Some(Self { year, month, day, seconds, days })
    }

    /// The moment in a format; as ISO 8601 has it where that has names.
    pub fn shown(&self, parts: &[DatePart]) -> String {
        let Self { year, month, day, seconds, days } = *self;
        let (hour, minute, second) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
        if parts.contains(&DatePart::Named) {
            let is_day = |part: &DatePart| {
                matches!(part, DatePart::Year | DatePart::ShortYear | DatePart::Month(_) | DatePart::Day(_))
            };
            let time =
                parts.iter().any(|part| matches!(part, DatePart::Hour(_) | DatePart::Hours | DatePart::Minute(_)));
            return match (parts.iter().any(is_day) || !time, time) {
                (true, true) => format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}"),
                (true, false) => format!("{year:04}-{month:02}-{day:02}"),
                (false, _) => format!("{hour:02}:{minute:02}"),
            };
        }
        let digits = |number: i64, two: bool| if two { format!("{number:02}") } else { number.to_string() };
        let one = |part: &DatePart| match *part {
            DatePart::Literal(c) => c.to_string(),
            DatePart::Year => format!("{year:04}"),
            DatePart::ShortYear => format!("{:02}", year % 100),
            DatePart::Month(two) => digits(month, two),
            DatePart::Day(two) => digits(day, two),
            DatePart::Hour(two) => digits(hour, two),
            DatePart::Hours => (days * 24 + hour).to_string(),
            DatePart::Minute(two) => digits(minute, two),
            DatePart::Second(two) => digits(second, two),
            DatePart::Named => String::new(),
        };
        parts.iter().map(one).collect::<String>().trim().to_owned()
    }
}

/// Year, month and day of a day counted from 1970 (Howard Hinnant, "chrono-compatible low-level date algorithms").
fn civil(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year + era * 400 + i64::from(month <= 2), month, day)
}
