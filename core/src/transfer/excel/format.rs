//! Number formats of workbooks: what a person reads in a cell that holds a number. `0000` makes 0101 of 101, `dd.mm.yyyy` a day.
//!
//! Grouping (`2,301`) is left out: it says nothing, and files of text can't have it. Where a format has names of months, or shows
//! nothing of the number, the day is written as ISO 8601 has it, and the number as it is.

use super::{
    date::{DatePart, Moment},
    number,
};

/// The longest code of a format, in characters, and the most sections for numbers; Excel takes no more of either.
const LONGEST: usize = 255;
const MAX_SECTIONS: usize = 3;

/// How a number is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Format {
    /// As it is.
    #[default]
    General,
    /// As a day, a time of the day, or both.
    Date(Vec<DatePart>),
    /// With digits in certain places.
    Digits(Vec<Section>),
}

/// What holds for some numbers: those above zero, below, zero itself, or others by a condition.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Section {
    condition: Option<(String, f64)>,
    parts: Vec<Part>,
}

#[derive(Clone, Debug, PartialEq)]
enum Part {
    Literal(char),
    /// A digit; whether a missing one is shown as zero.
    Digit(bool),
    Point,
    Percent,
    Date(DatePart),
    General,
    /// Fractions, powers of ten, thousands: shown as the number is.
    Other,
}

impl Format {
    /// The format that a workbook has under a number without saying it (ECMA-376, part 1, 18.8.30). What depends on the language
    /// there is a day as ISO 8601 has it.
    pub fn built_in(number: u32) -> Self {
        let code = match number {
            1 => "0",
            2 | 4 | 39 | 40 => "0.00",
            3 | 37 | 38 => "0",
            9 => "0%",
            10 => "0.00%",
            14..=17 | 27..=31 | 36 | 50..=54 | 57 | 58 => "yyyy-mm-dd",
            18 | 20 | 32 | 34 | 55 => "hh:mm",
            19 | 21 | 33 | 35 | 56 => "hh:mm:ss",
            22 => "yyyy-mm-dd hh:mm",
            45 => "mm:ss",
            46 => "[h]:mm:ss",
            47 => "mm:ss",
            _ => return Self::General,
        };
        Self::of(code)
    }

    /// The format that a code describes. One that is longer than any describes none.
    pub fn of(code: &str) -> Self {
        if code.chars().nth(LONGEST).is_some() {
            return Self::General;
        }
        let sections: Vec<Section> = split(code).into_iter().take(MAX_SECTIONS).map(Section::of).collect();
        let first = sections.first();
        if let Some(parts) = first.and_then(Section::date) {
            return Self::Date(parts);
        }
        if first.is_none_or(|section| section.parts == [Part::General]) {
            Self::General
        } else {
            Self::Digits(sections)
        }
    }

    /// Roughly how many bytes it takes.
    pub fn weight(&self) -> usize {
        let section = |section: &Section| {
            let condition = section.condition.as_ref().map_or(0, |(sign, _)| sign.capacity());
            size_of::<Section>() + condition + section.parts.capacity() * size_of::<Part>()
        };
        size_of::<Self>()
            + match self {
                Self::General => 0,
                Self::Date(parts) => parts.capacity() * size_of::<DatePart>(),
                Self::Digits(sections) => sections.iter().map(section).sum(),
            }
    }

    /// What a person reads of a number. One that lost digits already is marked with U+FFFD, so that nobody takes it for whole.
    pub fn shown(&self, written: &str, from_1904: bool) -> String {
        let Ok(value) = written.parse::<f64>() else { return written.to_owned() };
        match self {
            Self::General => number::general(written, value),
            Self::Date(parts) => Moment::of(value, from_1904)
                .map_or_else(|| number::general(written, value), |moment| moment.shown(parts)),
            Self::Digits(sections) => {
                let section = chosen(sections, value);
                section
                    .and_then(|(section, signed)| section.shown(written, value, signed))
                    .unwrap_or_else(|| number::general(written, value))
            }
        }
    }
}

/// The section for a number, and whether it says of itself that the number is below zero.
fn chosen(sections: &[Section], value: f64) -> Option<(&Section, bool)> {
    let holds = |section: &Section| match &section.condition {
        Some((sign, than)) => match sign.as_str() {
            "<" => value < *than,
            "<=" => value <= *than,
            ">" => value > *than,
            ">=" => value >= *than,
            "<>" => value != *than,
            _ => value == *than,
        },
        None => false,
    };
    if sections.iter().any(|section| section.condition.is_some()) {
        let other = || sections.iter().rfind(|section| section.condition.is_none());
        return sections.iter().find(|section| holds(section)).or_else(other).map(|section| (section, false));
    }
    match sections {
        [_, below, ..] if value < 0.0 => Some((below, true)),
        [_, _, zero] if value == 0.0 => Some((zero, false)),
        _ => sections.first().map(|section| (section, false)),
    }
}

/// The sections of a code, which semicolons separate.
fn split(code: &str) -> Vec<&str> {
    let (mut sections, mut start, mut quoted, mut bracket, mut skip) = (Vec::new(), 0, false, false, false);
    for (at, c) in code.char_indices() {
        match c {
            _ if skip => skip = false,
            '\\' | '_' | '*' if !quoted => skip = true,
            '"' => quoted = !quoted,
            '[' if !quoted => bracket = true,
            ']' if !quoted => bracket = false,
            ';' if !quoted && !bracket => {
                sections.push(code.get(start..at).unwrap_or_default());
                start = at + 1;
            }
            _ => {}
        }
    }
    sections.push(code.get(start..).unwrap_or_default());
    sections
}

impl Section {
    fn of(code: &str) -> Self {
        let mut section = Self::default();
        let mut rest = code;
        while let Some(c) = rest.chars().next() {
            let taken = section.take(c, rest);
            rest = rest.get(taken.max(c.len_utf8())..).unwrap_or_default();
        }
        minutes(&mut section.parts);
        section
    }

    /// Takes the next part of a code, which begins with this character; answers its length.
    fn take(&mut self, c: char, rest: &str) -> usize {
        let small = rest.get(..rest.len().min(8)).unwrap_or(rest).to_ascii_lowercase();
        let run = || rest.chars().take_while(|other| other.eq_ignore_ascii_case(&c)).count();
        let behind_digit = self.parts.last().is_some_and(|part| matches!(part, Part::Digit(_)));
        let mut push = |part| self.parts.push(part);
        match c {
            '"' => {
                let text = rest.get(1..).unwrap_or_default();
                let text = text.split('"').next().unwrap_or_default();
                text.chars().for_each(|c| push(Part::Literal(c)));
                return text.len() + 2;
            }
            '\\' | '_' | '*' => {
                let next = rest.chars().nth(1);
                if let (Some(next), '\\') = (next, c) {
                    push(Part::Literal(next));
                }
                return 1 + next.map_or(0, char::len_utf8);
            }
            '[' => {
                let inner = rest.get(1..).unwrap_or_default().split(']').next().unwrap_or_default();
                self.bracket(inner);
                return inner.len() + 2;
            }
            _ if small.starts_with("general") => {
                push(Part::General);
                return 7;
            }
            _ if small.starts_with("am/pm") => {
                push(Part::Date(DatePart::Named));
                return 5;
            }
            _ if small.starts_with("a/p") => {
                push(Part::Date(DatePart::Named));
                return 3;
            }
            '0' => push(Part::Digit(true)),
            '#' | '?' => push(Part::Digit(false)),
            '.' => push(Part::Point),
            '%' => push(Part::Percent),
            '/' if behind_digit => push(Part::Other),
            'E' | 'e' if small.starts_with("e+") || small.starts_with("e-") => push(Part::Other),
            ',' => {
                // Behind the last digit it divides by a thousand.
                let more = rest.chars().skip(1).any(|c| matches!(c, '0' | '#' | '?'));
                if !more && self.parts.iter().any(|part| matches!(part, Part::Digit(_))) {
                    self.parts.push(Part::Other);
                }
            }
            'y' | 'Y' | 'e' | 'E' => {
                push(Part::Date(if run() > 2 || c.eq_ignore_ascii_case(&'e') {
                    DatePart::Year
                } else {
                    DatePart::ShortYear
                }));
                return run();
            }
            'm' | 'M' => {
                push(Part::Date(if run() > 2 { DatePart::Named } else { DatePart::Month(run() > 1) }));
                return run();
            }
            'd' | 'D' => {
                push(Part::Date(if run() > 2 { DatePart::Named } else { DatePart::Day(run() > 1) }));
                return run();
            }
            'h' | 'H' => {
                push(Part::Date(DatePart::Hour(run() > 1)));
                return run();
            }
            's' | 'S' => {
                push(Part::Date(DatePart::Second(run() > 1)));
                return run();
            }
            'b' | 'B' | 'g' | 'G' => {
                push(Part::Date(DatePart::Named));
                return run();
            }
            '@' => push(Part::General),
            c => push(Part::Literal(c)),
        }
        c.len_utf8()
    }

    /// The parts of a format of days; none where it is none. Fractions of a second are left out.
    fn date(&self) -> Option<Vec<DatePart>> {
        if !self.parts.iter().any(|part| matches!(part, Part::Date(_))) {
            return None;
        }
        let behind = |at: usize| self.parts.get(at + 1);
        let one = |(at, part): (usize, &Part)| match part {
            Part::Date(part) => Some(*part),
            Part::Literal(c) => Some(DatePart::Literal(*c)),
            Part::Point if !matches!(behind(at), Some(Part::Digit(_))) => Some(DatePart::Literal('.')),
            _ => None,
        };
        Some(self.parts.iter().enumerate().filter_map(one).collect())
    }

    /// A colour, a condition, a currency, or hours that go on behind 24.
    fn bracket(&mut self, inner: &str) {
        let digits = inner.trim_start_matches(['<', '>', '=']);
        let sign = inner.get(..inner.len() - digits.len()).unwrap_or_default();
        if let (false, Ok(than)) = (sign.is_empty(), digits.parse()) {
            self.condition = Some((sign.to_owned(), than));
        } else if let Some(currency) = inner.strip_prefix('$') {
            let sign = currency.split('-').next().unwrap_or_default();
            self.parts.extend(sign.chars().map(Part::Literal));
        } else if !inner.is_empty() && inner.chars().all(|c| c.eq_ignore_ascii_case(&'h')) {
            self.parts.push(Part::Date(DatePart::Hours));
        } else if !inner.is_empty() && inner.chars().all(|c| matches!(c, 'm' | 'M' | 's' | 'S')) {
            self.parts.push(Part::Date(DatePart::Named));
        }
    }

    /// The number with its digits in their places; none where the format shows nothing of it, or in a way of its own.
    fn shown(&self, written: &str, value: f64, signed: bool) -> Option<String> {
        let digit = |part: &Part| matches!(part, Part::Digit(_));
        let general = self.parts.contains(&Part::General);
        if self.parts.contains(&Part::Other) || !(general || self.parts.iter().any(digit)) {
            return None;
        }
        let value = if self.parts.contains(&Part::Percent) { value * 100.0 } else { value };
        let point = self.parts.iter().position(|part| *part == Part::Point).unwrap_or(self.parts.len());
        let (whole, behind) = self.parts.split_at_checked(point)?;
        let rounded = number::rounded(value.abs(), behind.iter().filter(|part| digit(part)).count())?;
        let (digits, decimals) = rounded.split_once('.').unwrap_or((&rounded, ""));
        let mut left: Vec<char> = digits.chars().collect();
        if digits == "0" {
            left.clear();
        }
        let first = whole.iter().position(digit);
        let mut out: Vec<char> = Vec::new();
        for (at, part) in whole.iter().enumerate().rev() {
            match part {
                Part::Digit(shown) => {
                    out.extend(left.pop().or(shown.then_some('0')));
                    if Some(at) == first {
                        out.extend(left.drain(..).rev());
                    }
                }
                Part::General => {
                    out.extend(number::general(written, value.abs()).trim_start_matches('-').chars().rev())
                }
                Part::Literal(c) => out.push(*c),
                Part::Percent => out.push('%'),
                _ => {}
            }
        }
        if first.is_none() && !general {
            out.extend(left.drain(..).rev());
        }
        let mut text: String = out.into_iter().rev().collect();
        if value < 0.0 && !signed && rounded.contains(|c: char| matches!(c, '1'..='9')) {
            text.insert(0, '-');
        }
        let mut decimals = decimals.chars();
        for part in behind {
            match part {
                Part::Point => text.push('.'),
                Part::Digit(_) => text.extend(decimals.next()),
                Part::Literal(c) => text.push(*c),
                Part::Percent => text.push('%'),
                _ => {}
            }
        }
        Some(text.trim().to_owned())
    }
}

/// `m` is minutes behind hours and before seconds.
fn minutes(parts: &mut [Part]) {
    let dates: Vec<(usize, DatePart)> = parts
        .iter()
        .enumerate()
        .filter_map(|(at, part)| match part {
            Part::Date(part) => Some((at, *part)),
            _ => None,
        })
        .collect();
    for (place, (at, part)) in dates.iter().enumerate() {
        let DatePart::Month(two) = part else { continue };
        let before = place.checked_sub(1).and_then(|before| dates.get(before)).map(|(_, part)| part);
        let behind = dates.get(place + 1).map(|(_, part)| part);
        let time =
            matches!(before, Some(DatePart::Hour(_) | DatePart::Hours)) || matches!(behind, Some(DatePart::Second(_)));
        if let (true, Some(part)) = (time, parts.get_mut(*at)) {
            *part = Part::Date(DatePart::Minute(*two));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_they_are_shown() {
        for (code, written, shown) in [
            ("General", "2301", "2301"),
            ("General", "2301.0", "2301"),
            ("General", "4.9301234567E11", "493012345670"),
            ("General", "0.30000000000000004", "0.3"),
            ("General", "-1.5", "-1.5"),
            ("General", "12345678901234567", "\u{FFFD}12345678901234567"),
            ("0000", "101", "0101"),
            ("0000", "23010", "23010"),
            ("#,##0", "2301", "2301"),
            ("0.00", "2301", "2301.00"),
            ("0", "0", "0"),
            ("#", "0", ""),
            ("0%", "0.5", "50%"),
            ("\"+\"0", "4930123456", "+4930123456"),
            ("[<=9999999]###\\-####;\\(###\\)\\ ###\\-####", "5550123", "555-0123"),
            ("[<=9999999]###\\-####;\\(###\\)\\ ###\\-####", "2125550123", "(212) 555-0123"),
            ("000\\-00\\-0000", "12345678", "012-34-5678"),
            ("#,##0.00\\ [$€-407];[Red]\\-#,##0.00\\ [$€-407]", "-3", "-3.00 €"),
            (";;;", "2301", "2301"),
            ("0;-0;00;@", "0", "00"),
            ("0.00E+00", "2301", "2301"),
            ("# ?/?", "0.5", "0.5"),
            ("0,", "2301", "2301"),
            ("General\" pcs\"", "3", "3 pcs"),
            ("@", "101", "101"),
            ("0", "text", "text"),
        ] {
            assert_eq!(Format::of(code).shown(written, false), shown, "{code} {written}");
        }
    }

    #[test]
    fn days_as_they_are_shown() {
        for (code, written, shown) in [
            ("yyyy-mm-dd", "45366", "2024-03-15"),
            ("dd.mm.yyyy", "45366", "15.03.2024"),
            ("d/m/yy", "45360", "9/3/24"),
            ("d. mmmm yyyy", "45366", "2024-03-15"),
            ("[$-407]d. mmm yy", "45366", "2024-03-15"),
            ("dd/mm/yyyy hh:mm", "45366.75", "15/03/2024 18:00"),
            ("h:mm AM/PM", "0.75", "18:00"),
            ("[h]:mm", "1.5", "36:00"),
            ("mm:ss", "0.000694444444", "01:00"),
            ("yyyy-mm-dd", "1", "1900-01-01"),
            ("yyyy-mm-dd", "60", "1900-02-29"),
            ("yyyy-mm-dd", "61", "1900-03-01"),
            ("yyyy-mm-dd hh:mm:ss", "45366.999999", "2024-03-16 00:00:00"),
            ("yyyy-mm-dd", "-1", "-1"),
        ] {
            assert_eq!(Format::of(code).shown(written, false), shown, "{code} {written}");
        }
        assert_eq!(Format::of("yyyy-mm-dd").shown("0", true), "1904-01-01");
        assert_eq!(Format::built_in(14).shown("45366", false), "2024-03-15");
        assert_eq!(Format::built_in(49).shown("101", false), "101");
    }
}
