//! What headings mean, whatever language they are in and however they are written: with remarks in brackets, with words in
//! front that say nothing (`default_extension`), in one word or several. What holds secrets is known too, so that it stays
//! where it is.

mod contacts;
mod names;

use super::{
    column::{Column, EXTRA},
    contact::ContactColumn,
};
use crate::value::ExtraKey;
use contacts::CONTACTS;
use icu_normalizer::DecomposingNormalizerBorrowed;
use names::{EXTRAS, LOG_INS, NAMES, NOISE, SECRET_PARTS, SECRET_WORDS};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::OnceLock;

/// The first column of a file of rows to fix; it isn't read back.
pub(super) const PROBLEM: &str = "Problem";
/// The column of the exported user list that says where a user stands.
pub(super) const STATE: &str = "State";

/// How much less sure a heading is that has words around its meaning.
const INSIDE: usize = 1_000;
/// The longest text that is taken for a heading, in bytes.
const LONGEST: usize = 120;

/// What a heading says about its column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Claim {
    /// It holds this; the lower the rank, the surer. A loose one is only believed if the cells fit.
    Is { column: Column, rank: usize, loose: bool },
    /// It may hold addresses or log-in names; the cells decide.
    LogIn { rank: usize },
    /// It is worth keeping as extra information.
    Extra(ExtraKey),
    /// Nobody may see what is in it.
    Secret,
}

/// What a name stands for.
#[derive(Clone, Copy)]
enum Meaning {
    Is { column: &'static Column, rank: usize, loose: bool },
    LogIn { rank: usize },
    Extra,
}

struct Names {
    /// What only contacts have, or have under other names.
    contacts: FxHashMap<String, (&'static ContactColumn, usize)>,
    meanings: FxHashMap<String, Meaning>,
    noise: FxHashSet<String>,
    secret_words: FxHashSet<String>,
    secret_parts: Vec<String>,
}

impl Names {
    fn get() -> &'static Self {
        static ALL: OnceLock<Names> = OnceLock::new();
        ALL.get_or_init(Self::new)
    }

    fn new() -> Self {
        let words = |list: &'static str| list.split_ascii_whitespace();
        let mut meanings = FxHashMap::default();
        for (column, list) in NAMES {
            for (rank, name) in words(list).enumerate() {
                let (name, loose) = name.strip_prefix('~').map_or((name, false), |name| (name, true));
                meanings.entry(folded(name)).or_insert(Meaning::Is { column, rank, loose });
            }
        }
        for (rank, name) in words(LOG_INS).enumerate() {
            meanings.entry(folded(name)).or_insert(Meaning::LogIn { rank });
        }
        for name in words(EXTRAS) {
            meanings.entry(folded(name)).or_insert(Meaning::Extra);
        }
        let of_contacts = CONTACTS
            .iter()
            .flat_map(|(column, list)| words(list).enumerate().map(move |(rank, name)| (folded(name), (column, rank))));
        let contacts = of_contacts.collect();
        let set = |list| words(list).map(folded).collect();
        Self {
            contacts,
            meanings,
            noise: set(NOISE),
            secret_words: set(SECRET_WORDS),
            secret_parts: words(SECRET_PARTS).map(folded).collect(),
        }
    }

    /// The meaning of a whole heading, or of what is left of it without words that say nothing.
    fn meaning(&self, words: &[String]) -> Option<(Meaning, usize)> {
        self.known(words, &self.meanings)
    }

    fn known<T: Copy>(&self, words: &[String], names: &FxHashMap<String, T>) -> Option<(T, usize)> {
        let find = |words: &[String]| names.get(&words.concat()).copied();
        if let Some(found) = find(words) {
            return Some((found, 0));
        }
        let mut rest = words;
        loop {
            let noise = |word: Option<&String>| word.is_some_and(|word| self.noise.contains(word));
            rest = match rest {
                [_, tail @ ..] if noise(rest.first()) => tail,
                [head @ .., _] if noise(rest.last()) => head,
                _ => return None,
            };
            if let Some(found) = find(rest) {
                return Some((found, INSIDE));
            }
        }
    }

    fn is_secret(&self, words: &[String]) -> bool {
        let whole = words.concat();
        // A secretary keeps none.
        let part = |part: &String| whole.contains(part.as_str()) && !(part == "secret" && whole.contains("secretar"));
        let pair = |pair: &[String]| self.secret_words.contains(&pair.concat());
        words.iter().any(|word| self.secret_words.contains(word))
            || words.windows(2).any(pair)
            || self.secret_parts.iter().any(part)
    }
}

/// What a heading claims; nothing when it is unknown.
pub(super) fn claim(heading: &str) -> Option<Claim> {
    // As Rollcall itself writes it: it is that, whatever it is called.
    if let Some(key) = heading.strip_prefix(EXTRA) {
        return ExtraKey::parse(key).ok().map(Claim::Extra);
    }
    let words = words(heading)?;
    let names = Names::get();
    if names.is_secret(&words) {
        return Some(Claim::Secret);
    }
    match names.meaning(&words)? {
        (Meaning::Is { column, rank, loose }, more) => {
            Some(Claim::Is { column: column.clone(), rank: rank + more, loose })
        }
        (Meaning::LogIn { rank }, more) => Some(Claim::LogIn { rank: rank + more }),
        (Meaning::Extra, _) => ExtraKey::parse(heading).ok().map(Claim::Extra),
    }
}

/// What a heading claims above contacts, and how sure it is: the lower, the surer. Nothing when it is unknown.
pub(super) fn contact_claim(heading: &str) -> Option<(ContactColumn, usize)> {
    let mut words = words(heading)?;
    // "Phone 1 - Value", "E-mail 2 Address": one of several, counted.
    words.retain(|word| word != "value" && !word.chars().all(char::is_numeric));
    let names = Names::get();
    if names.is_secret(&words) {
        return Some((ContactColumn::Secret, 0));
    }
    if let Some(((column, rank), more)) = names.known(&words, &names.contacts) {
        return Some((*column, rank + more));
    }
    match names.meaning(&words)? {
        (Meaning::Is { column, rank, .. }, more) => Some((ContactColumn::of(column)?, rank + more)),
        (Meaning::LogIn { .. } | Meaning::Extra, _) => None,
    }
}

/// Whether a cell reads like a heading.
pub(super) fn known(cell: &str) -> bool {
    cell.starts_with(EXTRA)
        || words(cell).is_some_and(|words| {
            let names = Names::get();
            names.meaning(&words).is_some() || names.is_secret(&words) || words.concat() == folded(PROBLEM)
        })
}

/// Whether a full name may be the family name only, or the given name only, when the other part has its own column:
/// "Name" beside "Vorname", "Nombre" beside "Apellidos".
pub(super) fn may_be_one_part(heading: &str) -> bool {
    words(heading).is_some_and(|words| {
        matches!(words.concat().as_str(), "name" | "nom" | "naam" | "namn" | "nombre" | "nome" | "имя" | "ad" | "adi")
    })
}

/// The words of a heading, folded, without remarks such as `[Required]`; none when it is too long for one, or empty.
fn words(heading: &str) -> Option<Vec<String>> {
    if heading.len() > LONGEST {
        return None;
    }
    let bare = without_remarks(heading);
    let mut words = Vec::new();
    let mut word = String::new();
    let mut small = false;
    for c in bare.chars() {
        // "EmailAddress", "VMPin": a capital behind a small letter begins a word.
        if (c.is_uppercase() && small) || !(c.is_alphanumeric() || is_mark(c)) {
            push(&mut words, &word);
            word.clear();
        }
        small = c.is_lowercase();
        word.push(c);
    }
    push(&mut words, &word);
    (!words.is_empty()).then_some(words)
}

fn push(words: &mut Vec<String>, word: &str) {
    let word = folded(word);
    if !word.is_empty() {
        words.push(word);
    }
}

/// A name without case, accents and punctuation, and with the letters that people write in place of others.
pub(super) fn folded(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let bare = DecomposingNormalizerBorrowed::new_nfkd().normalize_iter(name.chars());
    for c in bare.filter(|c| !is_mark(*c)).flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric()) {
        match c {
            'ß' => out.push_str("ss"),
            'ł' => out.push('l'),
            'ø' => out.push('o'),
            'đ' => out.push('d'),
            'ı' => out.push('i'),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            c => out.push(c),
        }
    }
    out
}

/// The marks above and below letters, which some write and others leave out.
const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{610}'..='\u{61A}' | '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{3099}' | '\u{309A}')
}

/// A heading without what stands in brackets, unless everything does.
fn without_remarks(heading: &str) -> &str {
    let bare = heading.split(['[', '(', '（', '<']).next().unwrap_or_default().trim();
    if bare.is_empty() { heading } else { bare }
}
