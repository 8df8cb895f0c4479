//! Days of the calendar, without a time or a zone: holidays, days of figures.

use super::ValueError;
use crate::model::Weekday;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// A day from 1970-01-01 to 9999-12-31, written as ISO 8601 does: `2026-12-25`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "string"))]
pub struct Date(u32);

/// The last day: 9999-12-31.
const LAST: u32 = 2_932_896;

impl Date {
    /// 1970-01-01.
    pub const FIRST: Self = Self(0);

    /// The day that is so many days after 1970-01-01.
    ///
    /// # Errors
    /// [`ValueError::NotADate`] behind the year 9999.
    pub fn of_days(days: u32) -> Result<Self, ValueError> {
        if days <= LAST { Ok(Self(days)) } else { Err(ValueError::NotADate) }
    }

    /// The day of a year, a month from 1 and a day of the month from 1.
    ///
    /// # Errors
    /// [`ValueError::NotADate`] when the calendar has no such day, or it is before 1970.
    pub fn of(year: u32, month: u32, day: u32) -> Result<Self, ValueError> {
        if !(1970..=9999).contains(&year) || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
            return Err(ValueError::NotADate);
        }
        // Years that begin in March, so that the leap day is the last: the sums of Howard Hinnant's `days_from_civil`.
        let (years, months) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
        let days = years * 365 + years / 4 - years / 100 + years / 400 + (153 * months + 2) / 5 + day - 1;
        let date = Self::of_days(days - 719_468)?;
        // The 31st of a month of 30 days is no day of the next one.
        if date.parts() == (year, month, day) { Ok(date) } else { Err(ValueError::NotADate) }
    }

    /// Parses `2026-12-25`.
    ///
    /// # Errors
    /// [`ValueError::Empty`] or [`ValueError::NotADate`].
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(ValueError::Empty);
        }
        let mut parts = text.split('-');
        let mut part = |length: usize| {
            let part = parts.next().filter(|part| part.len() == length && part.bytes().all(|b| b.is_ascii_digit()));
            part.and_then(|part| part.parse().ok()).ok_or(ValueError::NotADate)
        };
        let (year, month, day) = (part(4)?, part(2)?, part(2)?);
        if parts.next().is_some() { Err(ValueError::NotADate) } else { Self::of(year, month, day) }
    }

    /// How many days it is after 1970-01-01.
    pub const fn days(self) -> u32 {
        self.0
    }

    /// Its day of the week.
    pub fn weekday(self) -> Weekday {
        // The first one was a Thursday.
        match self.0.saturating_add(3) % 7 {
            0 => Weekday::Monday,
            1 => Weekday::Tuesday,
            2 => Weekday::Wednesday,
            3 => Weekday::Thursday,
            4 => Weekday::Friday,
            5 => Weekday::Saturday,
            _ => Weekday::Sunday,
        }
    }

    /// Year, month from 1, day of the month from 1.
    pub fn parts(self) -> (u32, u32, u32) {
        let days = self.0.saturating_add(719_468);
        let (era, day_of_era) = (days / 146_097, days % 146_097);
        let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let months = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * months + 2) / 5 + 1;
        let month = if months < 10 { months + 3 } else { months - 9 };
        (year_of_era + era * 400 + u32::from(month <= 2), month, day)
    }
}

impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (year, month, day) = self.parts();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() { serializer.collect_str(self) } else { serializer.serialize_u32(self.0) }
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            return super::text::read(deserializer, Self::parse, None);
        }
        Self::of_days(u32::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_is_read_as_it_is_written() {
        let mut last = None;
        for days in (0..=LAST).step_by(1) {
            let date = Date::of_days(days).unwrap();
            let (year, month, day) = date.parts();
            assert_eq!(Date::of(year, month, day), Ok(date));
            assert!(last < Some((year, month, day)), "{date}");
            last = Some((year, month, day));
            if days % 1_000 == 0 {
                assert_eq!(Date::parse(&date.to_string()), Ok(date));
            }
        }
        assert_eq!(last, Some((9999, 12, 31)));
        assert_eq!(Date::of_days(LAST + 1), Err(ValueError::NotADate));
    }

    #[test]
    fn days_have_their_weekday() {
        for (date, weekday) in [
            ("1970-01-01", Weekday::Thursday),
            ("2024-02-29", Weekday::Thursday),
            ("2026-11-28", Weekday::Saturday),
            ("2026-11-29", Weekday::Sunday),
            ("2026-11-30", Weekday::Monday),
            ("2026-12-01", Weekday::Tuesday),
            ("2026-12-25", Weekday::Friday),
            ("2100-03-01", Weekday::Monday),
            ("2027-01-06", Weekday::Wednesday),
        ] {
            assert_eq!(Date::parse(date).map(Date::weekday), Ok(weekday), "{date}");
        }
    }

    #[test]
    fn what_the_calendar_does_not_have_is_no_date() {
        let wrong = ["2026-02-29", "2026-04-31", "2026-00-01", "2026-13-01", "2026-01-00", "1969-12-31", "26-01-01"];
        for wrong in wrong.iter().chain(&["2026-1-1", "2026-01-01-01", "2026-01-+1", "today", "10000-01-01"]) {
            assert_eq!(Date::parse(wrong), Err(ValueError::NotADate), "{wrong}");
        }
        assert_eq!(Date::parse(" "), Err(ValueError::Empty));
        assert_eq!(Date::parse(" 2026-12-25 ").map(|date| date.to_string()).as_deref(), Ok("2026-12-25"));
    }
}
