//! Messages for people as data. A language is one file, compiled from Fluent sources (`compile`), and a message is a key with
//! its arguments until somebody reads it: then `Language::say` puts it in words.

#[cfg(feature = "compile")]
pub mod compile;
mod language;
#[cfg(feature = "native")]
mod native;
mod pattern;
mod say;

pub use language::{Direction, Language, Unreadable};
#[cfg(feature = "native")]
pub use native::Icu;
pub use pattern::{Part, Pattern, Plural, Variant};
pub use say::{Arg, Count, Rules, Text};
