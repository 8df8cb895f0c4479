//! Each row of what the product does (docs/domain.md, section 1) and each invariant (section 4) is named by a test, and each row is
//! done in the browser as a person does it (tests/browser/seeds.txt). The ids are read from the document, so that a new row asks
//! for its test.

#![expect(clippy::unwrap_used, reason = "this file is tests, helpers included")]

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

/// Where tests are: tables, and programs of every kind.
const TESTS: &[(&str, &[&str])] = &[
    ("tests/rules", &["txt"]),
    ("tests/queries", &["txt"]),
    ("tests/browser", &["mjs"]),
    ("core/tests", &["rs"]),
    ("server/tests", &["rs"]),
    ("web/js/test", &["mjs"]),
];

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// `S1.11`, `S0.9–11`, `S0.2–S0.4`: seed and row of each.
fn rows(text: &str) -> BTreeSet<(u32, u32)> {
    let mut found = BTreeSet::new();
    for (at, _) in text.match_indices('S') {
        let before = text[..at].chars().next_back();
        let Some((first, rest)) = row(&text[at..]) else { continue };
        if before.is_some_and(char::is_alphanumeric) {
            continue;
        }
        let last = rest.strip_prefix('–').and_then(|rest| match row(rest) {
            Some(((seed, last), _)) => (seed == first.0).then_some(last),
            None => number(rest).map(|(last, _)| last),
        });
        found.extend((first.1..=last.unwrap_or(first.1)).map(|row| (first.0, row)));
    }
    found
}

/// `S1.11` at the start, and what follows it.
fn row(text: &str) -> Option<((u32, u32), &str)> {
    let (seed, rest) = number(text.strip_prefix('S')?)?;
    let (row, rest) = number(rest.strip_prefix('.')?)?;
    Some(((seed, row), rest))
}

fn number(text: &str) -> Option<(u32, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    Some((text[..end].parse().ok()?, &text[end..]))
}

fn invariants(text: &str) -> BTreeSet<u32> {
    text.split("invariant ").skip(1).filter_map(|rest| number(rest).map(|(number, _)| number)).collect()
}

fn collect(folder: &Path, endings: &[&str], texts: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, endings, texts);
        } else if path.extension().is_some_and(|ending| endings.iter().any(|wanted| ending == *wanted)) {
            texts.push(std::fs::read_to_string(&path).unwrap());
        }
    }
}

fn tests() -> Vec<String> {
    let mut texts = Vec::new();
    TESTS.iter().for_each(|(folder, endings)| collect(&repository().join(folder), endings, &mut texts));
    texts
}

fn domain() -> String {
    std::fs::read_to_string(repository().join("docs/domain.md")).unwrap()
}

/// The rows of the document.
fn wanted_rows() -> BTreeSet<(u32, u32)> {
    let domain = domain();
    let table = domain.lines().filter(|line| line.starts_with("| S"));
    let wanted: BTreeSet<_> = table.flat_map(|line| rows(line.split('|').nth(1).unwrap())).collect();
    assert!(wanted.len() >= 69, "only {wanted:?}");
    wanted
}

fn missing(named: &BTreeSet<(u32, u32)>) -> Vec<String> {
    wanted_rows().difference(named).map(|(seed, row)| format!("S{seed}.{row}")).collect()
}

/// What a browser test says, from its name on: `file › name`. As far as the next test, so helpers behind the last one count as
/// its own.
fn browser_test(place: &str) -> Option<String> {
    let (file, name) = place.split_once(" › ")?;
    let text = std::fs::read_to_string(repository().join(format!("tests/browser/{file}.test.mjs"))).ok()?;
    let start = ['"', '`'].iter().find_map(|quote| text.find(&format!("test({quote}{name}{quote}, ")))?;
    let body = &text[start..];
    let next = body
        .match_indices("test(")
        .map(|(at, _)| at)
        .find(|at| *at > 0 && body[..*at].trim_end_matches(' ').ends_with('\n'));
    Some(body[..next.unwrap_or(body.len())].to_owned())
}

#[test]
fn every_row_is_named_by_a_test() {
    let named: BTreeSet<_> = tests().iter().flat_map(|text| rows(text)).collect();
    let missing = missing(&named);
    assert!(missing.is_empty(), "no test names {missing:?}");
}

#[test]
fn every_row_is_done_in_the_browser() {
    let table = std::fs::read_to_string(repository().join("tests/browser/seeds.txt")).unwrap();
    let (mut done, mut wrong) = (BTreeSet::new(), Vec::new());
    for line in table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let parts: Vec<&str> = line.split(" | ").collect();
        let (Some((row, "")), [_, online, offline]) = (row(line.split(' ').next().unwrap()), parts.as_slice()) else {
            panic!("no line of the table: {line}");
        };
        if browser_test(online).is_none() {
            wrong.push(format!("there is no {online}"));
        }
        match (offline.strip_prefix("- "), browser_test(offline)) {
            (Some(why), _) => assert!(!why.trim().is_empty(), "why not, without a network? {line}"),
            (None, None) => wrong.push(format!("there is no {offline}")),
            (None, Some(body)) if !body.contains(".offline()") => wrong.push(format!("never offline: {offline}")),
            (None, Some(_)) => {}
        }
        done.insert(row);
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    let missing = missing(&done);
    assert!(missing.is_empty(), "no browser test does {missing:?}");
    let strange: Vec<_> = done.difference(&wanted_rows()).copied().collect();
    assert!(strange.is_empty(), "no rows of the document: {strange:?}");
}

#[test]
fn every_invariant_is_named_by_a_test() {
    let domain = domain();
    let section = domain.split("## 4. Invariants").nth(1).unwrap().split("\n## ").next().unwrap();
    let wanted: BTreeSet<u32> = section.lines().filter_map(|line| number(line).map(|(number, _)| number)).collect();
    assert!(wanted.len() >= 17, "only {wanted:?}");
    let named: BTreeSet<u32> = tests().iter().flat_map(|text| invariants(text)).collect();
    let missing: Vec<_> = wanted.difference(&named).collect();
    assert!(missing.is_empty(), "no test names the invariants {missing:?}");
}

#[test]
fn ranges_are_read() {
    let found = rows("(S0.2–S0.4), S1.9–10; S2.13, S2.15 but not TS1.1 or S.1");
    assert_eq!(found, BTreeSet::from([(0, 2), (0, 3), (0, 4), (1, 9), (1, 10), (2, 13), (2, 15)]));
    assert_eq!(invariants("(invariant 12) and invariant 3."), BTreeSet::from([3, 12]));
}
