//! Extensions and phone numbers, in the spellings of people and spreadsheets.

use super::spelled::{Spelled, bare, digit};
use crate::{
    transfer::error::CellProblem,
    value::{Country, Extension, PhoneNumber, ValueError},
};

/// Words in front of an extension, small.
const EXTENSIONS: &[&str] =
    &["extension", "exten", "ext.", "ext:", "ext", "x", "durchwahl", "dw", "nst.", "nst", "poste", "#"];
/// Words that mark an extension behind a phone number, small.
const BEHIND: &[&str] = &["ext", "extn", "x", "durchwahl", "dw", "nst", "poste", "доб", "int", "anexo", "ramal"];

/// An extension. `2301.0` is 2301 and never 23010; what a spreadsheet may have made of several digits (`2,301`) is refused.
pub fn extension(cell: &str) -> Spelled<Extension> {
    if let Ok(extension) = Extension::parse(cell) {
        return Spelled::usual(extension);
    }
    let text = digits_folded(&bare(cell));
    let small = text.to_lowercase();
    let labelled = EXTENSIONS.iter().find_map(|label| small.strip_prefix(label)).map_or(text.as_str(), str::trim_start);
    match Extension::parse(without_fraction(labelled)) {
        Ok(extension) => Spelled::unusual(extension),
        Err(_) => Spelled::wrong(ValueError::NotAnExtension),
    }
}

/// A whole number as a spreadsheet writes it that takes it for a measure: without the `.0` behind it.
fn without_fraction(text: &str) -> &str {
    match text.split_once('.') {
        Some((whole, "0" | "00")) => whole,
        _ => text,
    }
}

/// A mobile number that somebody logs in with, completed by the country. Never another number than the one a person reads: a
/// label is taken off, an extension or a second number is refused.
pub fn mobile(cell: &str, country: Option<&Country>) -> Spelled<PhoneNumber> {
    let text = bare(cell);
    let folded = digits_folded(&text);
    let plain = without_fraction(without_label(&folded));
    if let Some(problem) = beside(plain) {
        return Spelled::wrong(problem);
    }
    match PhoneNumber::typed(plain, country) {
        Ok(number) if plain == cell.trim() && reads_so(plain, number) => Spelled::usual(number),
        Ok(number) => Spelled::unusual(number),
        Err(ValueError::Empty) => Spelled::wrong(ValueError::NotAPhoneNumber),
        Err(error) => Spelled::wrong(error),
    }
}

/// Whether the digits of a number end with those that stand in the cell, so that nobody has to look twice.
fn reads_so(text: &str, number: PhoneNumber) -> bool {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    number.to_string().ends_with(digits.trim_start_matches('0'))
}

/// What stands beside a number and would be lost, or would become a part of it.
fn beside(text: &str) -> Option<CellProblem> {
    let all = text.chars().filter(char::is_ascii_digit).count();
    let mut digits = 0;
    for (at, c) in text.char_indices() {
        let rest = text.get(at..).unwrap_or_default();
        let before = text.get(..at).unwrap_or_default();
        digits += usize::from(c.is_ascii_digit());
        let enough = digits >= 5;
        if c.is_alphabetic() {
            let small = rest.to_lowercase();
            let marked = BEHIND.iter().any(|mark| small.starts_with(mark));
            return Some(if marked && enough {
                CellProblem::NumberWithMore { more: rest.to_owned() }
            } else {
                ValueError::NotAPhoneNumber.into()
            });
        }
        let again = all.saturating_sub(digits);
        if matches!(c, '#' | '~') && enough {
            return Some(CellProblem::NumberWithMore { more: rest.to_owned() });
        }
        if enough && matches!(c, ';' | ',' | '|' | '\n' | '+') && again > 0 {
            return Some(if again >= 5 {
                CellProblem::SeveralValues
            } else {
                CellProblem::NumberWithMore { more: rest.to_owned() }
            });
        }
        // "0170 1234567 / 0171 7654321", but "030/901820".
        if c == '/' && digits >= 7 && again >= 7 && before.len() > 1 {
            return Some(CellProblem::SeveralValues);
        }
    }
    None
}

/// A number without a word in front or behind that says what it is for: `Mobil: 0170 …`, `tel:+49…`, `0170 … (privat)`.
fn without_label(text: &str) -> &str {
    let text = text.trim();
    let start = text.find(|c: char| c.is_ascii_digit() || c == '+').unwrap_or(0);
    let (label, rest) = text.split_at_checked(start).unwrap_or(("", text));
    let label = label.trim_end_matches(['(', ' ']);
    let is_label = label.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | ':' | '-' | '='));
    let opened = text.get(label.len()..).unwrap_or(rest).trim_start();
    let text = if is_label && label.contains(char::is_alphabetic) { opened } else { text };
    match text.trim_end().strip_suffix(')').and_then(|head| head.rsplit_once('(')) {
        Some((number, word))
            if !word.is_empty() && word.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '.')) =>
        {
            number.trim_end()
        }
        _ => text,
    }
}

/// The text with the digits, signs and hyphens of other scripts as those of ASCII.
fn digits_folded(text: &str) -> String {
    let fold = |c: char| match c {
        '＋' => '+',
        '（' => '(',
        '）' => ')',
        '／' => '/',
        '．' => '.',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE63}' | '－' | '\u{30FC}' => '-',
        '\r' => '\n',
        c if c.is_whitespace() && c != '\n' => ' ',
        c => digit(c).unwrap_or(c),
    };
    text.chars().map(fold).collect()
}
