//! From Fluent sources (<https://projectfluent.org>) to languages and keys. What is understood of Fluent: messages, terms,
//! variables, literals and selections; functions and attributes are not. The first language names the keys and their
//! arguments, and every other one has the same.

mod convert;
mod keys;
mod pseudo;
mod source;

use crate::{
    language::{Direction, Language},
    pattern::{self, Pattern},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
    path::Path,
};

/// The language whose messages name the keys.
pub const SOURCE: &str = "en";
/// A language made from the source one, in which untranslated and cut-off text is seen.
pub const PSEUDO: &str = "en-XA";

/// When the page has a message. A file of its sources says it by the folder in which it lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// From its start: in `first/`.
    First,
    /// As soon as anything is shown that lies in a file of its own: beside that folder.
    Later,
    /// Never: mails, and what is said before any language is loaded: in `apart/`.
    Apart,
}

impl Part {
    const ALL: [Self; 3] = [Self::First, Self::Later, Self::Apart];

    /// The folder of its sources in that of the language.
    const fn folder(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Later => "",
            Self::Apart => "apart",
        }
    }
}

/// All keys and languages.
pub struct Catalogue {
    /// By their part, then by name.
    pub keys: Vec<Key>,
    pub fingerprint: u64,
    /// The source language first, the pseudo-language last.
    pub languages: Vec<Language>,
}

impl Catalogue {
    /// One part of the messages of a language, as its file.
    pub fn part(&self, language: &Language, part: Part) -> Vec<u8> {
        let place = |bound: Part| self.keys.partition_point(|key| key.part < bound);
        let end = self.keys.partition_point(|key| key.part <= part);
        language.cut(place(part)..end).bytes()
    }

    /// What a message without arguments says in each language but the pseudo-language, by tag: for what is said before any
    /// language is loaded. None when there is no such message, or it has arguments.
    pub fn plain(&self, key: &str) -> Option<BTreeMap<&str, String>> {
        let place = self.keys.iter().position(|known| known.name == key && known.args.is_empty())?;
        let said = |language: &Language| -> String {
            let text = |part: &pattern::Part| match part {
                pattern::Part::Text(text) => Some(text.clone()),
                pattern::Part::Arg(_) | pattern::Part::Select { .. } => None,
            };
            language.messages.get(place).into_iter().flatten().filter_map(text).collect()
        };
        let languages = self.languages.iter().filter(|language| language.tag() != PSEUDO);
        Some(languages.map(|language| (language.tag(), said(language))).collect())
    }
}

/// A key of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    pub part: Part,
    pub name: String,
    pub args: Vec<KeyArg>,
    /// Its pattern in the source language, for the documentation of the key.
    pub source: String,
}

/// An argument of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyArg {
    pub name: String,
    /// Whether a language chooses its words by this number.
    pub counted: bool,
}

/// What is wrong with the sources, a line each.
#[derive(Debug)]
pub struct Troubles(pub Vec<String>);

impl fmt::Display for Troubles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join("\n"))
    }
}

/// One message as it was read.
struct Entry {
    part: Part,
    pattern: Pattern<String>,
    /// Its arguments, and whether it counts by them.
    args: BTreeMap<String, bool>,
    source: String,
}

type Entries = BTreeMap<String, Entry>;

/// Compiles a folder that has one folder of `.ftl` files for each language.
pub fn compile(folder: &Path) -> Result<Catalogue, Troubles> {
    let mut troubles = Vec::new();
    let mut tags = source::folders(folder).map_err(|trouble| Troubles(vec![trouble]))?;
    tags.sort_by_key(|tag| (tag != SOURCE, tag.clone()));
    if tags.first().is_none_or(|tag| tag != SOURCE) {
        return Err(Troubles(vec![format!("{}: there is no folder {SOURCE}", folder.display())]));
    }
    let read: Vec<(String, Entries)> = tags
        .into_iter()
        .map(|tag| {
            let entries = source::read(&folder.join(&tag), &mut troubles);
            (tag, entries)
        })
        .collect();
    let Some(((_, first), others)) = read.split_first() else { return Err(Troubles(troubles)) };
    for (tag, entries) in others {
        compare(first, tag, entries, &mut troubles);
    }
    if !troubles.is_empty() {
        return Err(Troubles(troubles));
    }
    let counted =
        |key: &str, arg: &str| read.iter().any(|(_, e)| e.get(key).and_then(|e| e.args.get(arg)) == Some(&true));
    let mut keys: Vec<Key> = first
        .iter()
        .map(|(name, entry)| Key {
            part: entry.part,
            name: name.clone(),
            args: entry.args.keys().map(|arg| KeyArg { name: arg.clone(), counted: counted(name, arg) }).collect(),
            source: entry.source.clone(),
        })
        .collect();
    keys.sort_by_key(|key| key.part);
    let fingerprint = keys::fingerprint(&keys);
    let mut languages: Vec<Language> =
        read.iter().map(|(tag, entries)| convert::language(tag, entries, &keys, fingerprint)).collect();
    if let Some(source) = languages.first() {
        languages.push(pseudo::of(source));
    }
    Ok(Catalogue { keys, fingerprint, languages })
}

fn compare(first: &Entries, tag: &str, entries: &Entries, troubles: &mut Vec<String>) {
    for (name, entry) in first {
        match entries.get(name) {
            None => troubles.push(format!("{tag}: the message {name} is missing")),
            Some(other) => {
                if other.part != entry.part {
                    troubles.push(format!("{tag}: {name} lies in another folder than that of {SOURCE}"));
                }
                let of = |entry: &Entry| entry.args.keys().cloned().collect::<BTreeSet<_>>();
                let (wanted, found) = (of(entry), of(other));
                for arg in wanted.symmetric_difference(&found) {
                    troubles.push(format!("{tag}: {name} and that of {SOURCE} differ in the argument ${arg}"));
                }
            }
        }
    }
    for name in entries.keys().filter(|name| !first.contains_key(*name)) {
        troubles.push(format!("{tag}: there is no message {name} in {SOURCE}"));
    }
}

/// The direction of a language's script.
fn direction(tag: &str) -> Direction {
    match tag.split('-').next() {
        Some("ar" | "fa" | "he" | "ur" | "ps" | "yi" | "dv" | "ckb" | "sd" | "ug") => Direction::RightToLeft,
        _ => Direction::LeftToRight,
    }
}
