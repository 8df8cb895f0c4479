//! Languages, time zones and countries, in the names that people and Windows have for them.

use super::{
    spelled::{Spelled, bare, unwrapping},
    tables::{COUNTRIES, LANGUAGES, WINDOWS_ZONES},
};
use crate::{
    transfer::heading::folded,
    value::{Country, Language, TimeZone, ValueError},
};
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// A language: its tag, also as programs write it that know no hyphens (`en_GB.UTF-8`), or its name.
pub fn language(cell: &str) -> Spelled<Language> {
    if let Ok(language) = Language::parse(&cell.replace('_', "-")) {
        // A name of five to eight letters has the form of a tag that nobody has registered, and a code of three may be one that
        // is written with two.
        if !cell.bytes().all(|b| b.is_ascii_alphabetic()) || cell.len() == 2 {
            return Spelled::usual(language);
        }
        if let (3, None) = (cell.len(), named_language(cell)) {
            return Spelled::usual(language);
        }
    }
    let text = bare(cell);
    if let Some(language) = named_language(&text) {
        return Spelled::unusual(language);
    }
    let tag = text.split(['.', '@']).next().unwrap_or_default().replace('_', "-");
    match Language::parse(&tag) {
        Ok(language) if tag.contains('-') || tag.len() <= 3 => Spelled::unusual(language),
        Ok(_) => Spelled::wrong(ValueError::NotALanguage),
        Err(error) => Spelled::wrong(error),
    }
}

/// `English`, `Deutsch (Österreich)`, `Portuguese - Brazil`.
fn named_language(text: &str) -> Option<Language> {
    let (name, place) = match text.split_once(['(', '-', ',', '–']) {
        Some((name, place)) => (name, place.trim().trim_end_matches(')')),
        None => (text, ""),
    };
    let tag = named(&LANGUAGES_BY_NAME, LANGUAGES, name)?;
    if place.is_empty() {
        return Language::parse(tag).ok();
    }
    let country = country(place).value.ok()?;
    Language::parse(&format!("{tag}-{country}")).ok()
}

/// A time zone: its IANA name, or the one that Windows has for it. An offset such as `GMT+2` is none: it says nothing of summer.
pub fn time_zone(cell: &str) -> Spelled<TimeZone> {
    let spelled = unwrapping(cell, TimeZone::parse);
    if spelled.value.is_ok() {
        return spelled;
    }
    let zone = named(&ZONES_BY_NAME, WINDOWS_ZONES, &bare(cell)).and_then(|zone| TimeZone::parse(zone).ok());
    zone.map_or(spelled, Spelled::unusual)
}

/// A country: its code of two letters, or its name or code of three.
pub fn country(cell: &str) -> Spelled<Country> {
    let spelled = unwrapping(cell, Country::parse);
    if spelled.value.is_ok() {
        return spelled;
    }
    let country = named(&COUNTRIES_BY_NAME, COUNTRIES, &bare(cell)).and_then(|code| Country::parse(code).ok());
    country.map_or(spelled, Spelled::unusual)
}

type ByName = OnceLock<FxHashMap<String, &'static str>>;
static LANGUAGES_BY_NAME: ByName = OnceLock::new();
static ZONES_BY_NAME: ByName = OnceLock::new();
static COUNTRIES_BY_NAME: ByName = OnceLock::new();

/// What a table has under a name. Its lines are a code and its names, `de|German|Deutsch`.
fn named(by_name: &'static ByName, table: &'static str, name: &str) -> Option<&'static str> {
    let by_name = by_name.get_or_init(|| {
        let lines = table.lines().filter_map(|line| line.split_once('|'));
        lines.flat_map(|(code, names)| names.split('|').map(move |name| (folded(name), code))).collect()
    });
    let name = folded(name);
    if name.is_empty() { None } else { by_name.get(&name).copied() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::transfer::error::CellProblem;

    fn said<T: ToString>(spelled: Spelled<T>) -> (Result<String, &'static str>, bool) {
        let unusual = spelled.unusual;
        (spelled.value.map(|value| value.to_string()).map_err(|problem: CellProblem| problem.code()), unusual)
    }

    #[test]
    fn every_name_of_the_tables_is_one_of_ours() {
        let lines = |table: &'static str| table.lines().filter_map(|line| line.split_once('|'));
        for (tag, names) in lines(LANGUAGES) {
            for name in names.split('|') {
                assert_eq!(said(language(name)), (Ok(tag.to_owned()), true), "{name}");
            }
        }
        for (zone, names) in lines(WINDOWS_ZONES) {
            assert!(TimeZone::parse(zone).is_ok(), "{zone}");
            for name in names.split('|') {
                assert_eq!(said(time_zone(name)).0, Ok(zone.to_owned()), "{name}");
            }
        }
        for (code, names) in lines(COUNTRIES) {
            for name in names.split('|') {
                assert_eq!(said(country(name)).0, Ok(code.to_owned()), "{name}");
            }
        }
    }

    #[test]
    fn languages() {
        for (cell, wanted, unusual) in [
            ("en", Ok("en"), false),
            ("en_GB", Ok("en-GB"), false),
            ("en_US.UTF-8", Ok("en-US"), true),
            ("English", Ok("en"), true),
            ("ENGLISH (United Kingdom)", Ok("en-GB"), true),
            ("Deutsch (Österreich)", Ok("de-AT"), true),
            ("Portuguese - Brazil", Ok("pt-BR"), true),
            ("Klingon", Err("invalid_value"), false),
            ("en-u", Err("invalid_value"), false),
            ("deutsch!", Ok("de"), true),
        ] {
            assert_eq!(said(language(cell)), (wanted.map(str::to_owned), unusual), "{cell}");
        }
    }

    #[test]
    fn zones_and_countries() {
        for (cell, wanted) in [
            ("W. Europe Standard Time", Ok("Europe/Berlin")),
            ("gmt standard time", Ok("Europe/London")),
            ("Europe/Kiev", Ok("Europe/Kiev")),
            ("(UTC+01:00) Amsterdam, Berlin", Err("invalid_value")),
            ("GMT+2", Err("invalid_value")),
            ("+02:00", Err("invalid_value")),
        ] {
            assert_eq!(said(time_zone(cell)).0, wanted.map(str::to_owned), "{cell}");
        }
        for (cell, wanted) in [
            ("gb", Ok("GB")),
            ("UK", Ok("GB")),
            ("United Kingdom", Ok("GB")),
            ("Deutschland", Ok("DE")),
            ("ÖSTERREICH", Ok("AT")),
            ("DEU", Ok("DE")),
            ("Atlantis", Err("invalid_value")),
        ] {
            assert_eq!(said(country(cell)).0, wanted.map(str::to_owned), "{cell}");
        }
    }
}
