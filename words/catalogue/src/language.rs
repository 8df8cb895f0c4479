//! A language: its file, and what is known of it before a message is said.

use crate::pattern::Pattern;
use serde::{Deserialize, Serialize};

/// The messages in one language, or one part of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Language {
    /// Which keys, with which arguments, it was compiled for.
    pub(crate) fingerprint: u64,
    pub(crate) tag: String,
    pub(crate) direction: Direction,
    /// The number of the key of its first message.
    pub(crate) from: u16,
    /// By number of the key, after that.
    pub(crate) messages: Vec<Pattern>,
}

/// Where lines begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Direction {
    LeftToRight,
    RightToLeft,
}

impl Direction {
    /// As the attribute `dir` names it.
    pub const fn attribute(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

/// Why bytes are not a language of this build.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    #[error("these bytes are not a language")]
    NoLanguage,
    #[error("this language belongs to another version")]
    OtherVersion,
}

impl Language {
    /// From the bytes of its file. `fingerprint`: that of the keys which this program was built with.
    pub fn read(bytes: &[u8], fingerprint: u64) -> Result<Self, Unreadable> {
        let language: Self = postcard::from_bytes(bytes).map_err(|_| Unreadable::NoLanguage)?;
        if language.fingerprint != fingerprint {
            return Err(Unreadable::OtherVersion);
        }
        Ok(language)
    }

    /// Adds the part of the same language that follows on this one; any other part, or one that is there already, changes nothing.
    #[must_use]
    pub fn with(mut self, next: Self) -> Self {
        if next.tag == self.tag && usize::from(next.from) == self.end() {
            self.messages.extend(next.messages);
        }
        self
    }

    /// The number of the first key that it has no message of.
    fn end(&self) -> usize {
        usize::from(self.from) + self.messages.len()
    }

    /// The messages of some keys, by their numbers.
    #[cfg(feature = "compile")]
    pub(crate) fn cut(&self, keys: std::ops::Range<usize>) -> Self {
        let from = u16::try_from(keys.start).unwrap_or(u16::MAX);
        let messages = self.messages.get(keys).unwrap_or_default().to_vec();
        Self { from, messages, tag: self.tag.clone(), ..*self }
    }

    /// The bytes of its file.
    #[cfg(feature = "compile")]
    pub fn bytes(&self) -> Vec<u8> {
        // Writing to memory what has no maps of unknown length can't fail.
        postcard::to_allocvec(self).unwrap_or_default()
    }

    /// Its BCP 47 tag, such as `de`.
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// The tag by which numbers are written. Arabic keeps the digits with which extensions are dialled.
    pub fn format_tag(&self) -> &str {
        match self.tag() {
            "ar" => "ar-u-nu-latn",
            tag => tag,
        }
    }

    pub const fn direction(&self) -> Direction {
        self.direction
    }
}
