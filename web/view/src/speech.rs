//! The language that the page speaks. Whoever draws sets it; what is said here is said in it, by `t!` or [`say`].

use rollcall_core::Timestamp;
use rollcall_words::{Language, Rules, Text};
use std::{cell::RefCell, rc::Rc};

/// A message as a string in the language of the page: `t!(invite_sent, email)`.
#[macro_export]
macro_rules! t {
    ($($message:tt)*) => { $crate::speech::say(&::rollcall_words::text!($($message)*)) };
}

/// A language, and how it counts and writes.
pub trait Spoken {
    /// Its messages.
    fn language(&self) -> &Language;
    /// Its plural forms, numbers, dates and lists.
    fn rules(&self) -> &dyn Rules;
    /// Something was to be said that is in the part which is not here yet.
    fn lacking(&self) {}
}

thread_local! {
    static SPOKEN: RefCell<Option<Rc<dyn Spoken>>> = const { RefCell::new(None) };
}

/// Speaks this language from now on.
pub fn speak(language: Rc<dyn Spoken>) {
    SPOKEN.set(Some(language));
}

/// The language that is spoken; none before the first one was set.
fn spoken() -> Option<Rc<dyn Spoken>> {
    #[cfg(test)]
    SPOKEN.with_borrow_mut(|spoken| {
        spoken.get_or_insert_with(|| Rc::new(tests::English));
    });
    SPOKEN.with_borrow(Clone::clone)
}

/// The message in the language of the page.
pub fn say(text: &Text) -> String {
    let Some(spoken) = spoken() else { return String::new() };
    if !spoken.language().knows(text) {
        spoken.lacking();
    }
    spoken.language().say(text, spoken.rules())
}

/// A number as the language writes it: "12,480".
pub fn number(value: usize) -> String {
    spoken().map_or_else(|| value.to_string(), |spoken| spoken.rules().number(value as u64))
}

/// A moment as the language writes it: "21 Nov, 14:05".
pub fn moment(at: Timestamp) -> String {
    spoken().map(|spoken| spoken.rules().moment(at.0)).unwrap_or_default()
}

/// Names as a list: "Ann, Bob and Cem".
pub fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        many => spoken().map_or_else(|| many.join(", "), |spoken| spoken.rules().list(many)),
    }
}

/// The tag of the language that is spoken, such as `de`.
pub fn tag() -> String {
    spoken().map(|spoken| spoken.language().tag().to_owned()).unwrap_or_default()
}

/// Where its lines begin, as the attribute `dir` says it.
pub fn direction() -> &'static str {
    spoken().map_or("ltr", |spoken| spoken.language().direction().attribute())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rollcall_words::embedded;

    /// English, which tests read.
    pub struct English;

    fn english() -> &'static embedded::Spoken {
        embedded::Spoken::of(embedded::DEFAULT).expect("the default language is always there")
    }

    impl Spoken for English {
        fn language(&self) -> &Language {
            english().language()
        }

        fn rules(&self) -> &dyn Rules {
            english().rules()
        }
    }

    #[test]
    fn what_is_said_is_in_the_language_that_is_spoken() {
        assert_eq!((tag().as_str(), direction()), ("en", "ltr"));
        assert_eq!(number(12_480), "12,480");
        assert_eq!(list(&["Ann".to_owned(), "Bob".to_owned()]), "Ann and Bob");
    }
}
