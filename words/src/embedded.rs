//! All languages inside the program, for the server and for tests.

use crate::{FINGERPRINT, Language, Rules, Text};
use rollcall_catalogue::Icu;
use std::sync::LazyLock;

/// The language that is spoken where none that is asked for is there.
pub const DEFAULT: &str = "en";

/// The file of each language, by its tag.
static FILES: &[(&str, &[u8])] = &include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

/// A language with its rules.
pub struct Spoken {
    language: Language,
    rules: Icu,
}

static SPOKEN: LazyLock<Vec<Spoken>> = LazyLock::new(|| {
    let read = |(_, bytes): &(&str, &[u8])| Language::read(bytes, FINGERPRINT).ok();
    FILES.iter().filter_map(read).map(|language| Spoken { rules: Icu::of(&language), language }).collect()
});

impl Spoken {
    /// The language of a tag such as `de-CH`: itself, or the one that it is a form of.
    pub fn of(tag: &str) -> Option<&'static Self> {
        let named = |name: &str| SPOKEN.iter().find(|spoken| spoken.language.tag().eq_ignore_ascii_case(name));
        named(tag).or_else(|| named(tag.split('-').next()?))
    }

    /// The first of some tags that is there, else English.
    pub fn first<'a>(tags: impl IntoIterator<Item = &'a str>) -> &'static Self {
        let found = tags.into_iter().find_map(Self::of).or_else(|| Self::of(DEFAULT));
        // The build script refuses a catalogue without English.
        found.unwrap_or_else(|| unreachable!("English is compiled in"))
    }

    /// Every language there is.
    pub fn all() -> &'static [Self] {
        &SPOKEN
    }

    pub const fn language(&self) -> &Language {
        &self.language
    }

    /// How it counts and writes numbers, moments and lists.
    pub fn rules(&self) -> &dyn Rules {
        &self.rules
    }

    /// The message in this language.
    pub fn say(&self, text: &Text) -> String {
        self.language.say(text, &self.rules)
    }
}
