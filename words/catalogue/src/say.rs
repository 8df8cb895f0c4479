//! Saying a message: its pattern in the language, with the arguments in place.

use crate::{
    language::{Direction, Language},
    pattern::{Part, Pattern, Plural, Variant},
};

/// A message with its arguments, before anybody reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    key: u16,
    args: Vec<Arg>,
}

/// What fills a place of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    Text(String),
    Number(u64),
    /// A moment, in milliseconds since 1970 began.
    Moment(i64),
    /// Names, as a list.
    List(Vec<String>),
    /// Another message, said in the same language.
    Message(Box<Text>),
}

/// A number by which a message chooses its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count(pub u64);

/// How a language counts and writes numbers.
pub trait Rules {
    /// The plural category of a number; `None` for `other`.
    fn plural(&self, number: u64) -> Option<Plural>;
    /// The number as it is written.
    fn number(&self, number: u64) -> String;
    /// The moment, in milliseconds since 1970 began, as it is written.
    fn moment(&self, millis: i64) -> String;
    /// Names one after the other: "Ann, Bob and Cem".
    fn list(&self, items: &[String]) -> String;
}

impl Text {
    /// For generated code alone, which knows the keys. `args`: in the order of their names.
    #[doc(hidden)]
    pub const fn of(key: u16, args: Vec<Arg>) -> Self {
        Self { key, args }
    }

    /// The same message with each of its texts and names changed.
    #[must_use]
    pub fn with_names(self, change: &dyn Fn(String) -> String) -> Self {
        let changed = |arg| match arg {
            Arg::Text(text) => Arg::Text(change(text)),
            Arg::List(names) => Arg::List(names.into_iter().map(change).collect()),
            Arg::Message(text) => Arg::Message(Box::new(text.with_names(change))),
            Arg::Number(_) | Arg::Moment(_) => arg,
        };
        Self { key: self.key, args: self.args.into_iter().map(changed).collect() }
    }
}

impl Language {
    /// The message in this language.
    pub fn say(&self, text: &Text, rules: &dyn Rules) -> String {
        let mut out = String::new();
        self.add(&mut out, text, rules);
        out
    }

    /// Whether the part is here that has the message, with all those in it.
    pub fn knows(&self, text: &Text) -> bool {
        let inner = |arg: &Arg| match arg {
            Arg::Message(text) => self.knows(text),
            _ => true,
        };
        self.pattern(text).is_some() && text.args.iter().all(inner)
    }

    fn pattern(&self, text: &Text) -> Option<&Pattern> {
        text.key.checked_sub(self.from).and_then(|place| self.messages.get(usize::from(place)))
    }

    fn add(&self, out: &mut String, text: &Text, rules: &dyn Rules) {
        if let Some(pattern) = self.pattern(text) {
            self.fill(out, pattern, &text.args, rules);
        }
    }

    fn fill(&self, out: &mut String, pattern: &[Part], args: &[Arg], rules: &dyn Rules) {
        for part in pattern {
            match part {
                Part::Text(text) => out.push_str(text),
                Part::Arg(index) => match args.get(usize::from(*index)) {
                    Some(Arg::Text(text)) => out.push_str(&self.isolated(text)),
                    Some(Arg::Number(number)) => out.push_str(&rules.number(*number)),
                    Some(Arg::Moment(millis)) => out.push_str(&rules.moment(*millis)),
                    Some(Arg::List(items)) => {
                        let items: Vec<_> = items.iter().map(|item| self.isolated(item)).collect();
                        out.push_str(&rules.list(&items));
                    }
                    Some(Arg::Message(message)) => self.add(out, message, rules),
                    None => {}
                },
                Part::Select { arg, variants, other } => {
                    let arg = args.get(usize::from(*arg));
                    let fits = |variant: &Variant| match (variant, arg) {
                        (Variant::Number(wanted), Some(Arg::Number(number))) => wanted == number,
                        (Variant::Plural(wanted), Some(Arg::Number(number))) => rules.plural(*number) == Some(*wanted),
                        (Variant::Word(wanted), Some(Arg::Text(word))) => wanted == word,
                        _ => false,
                    };
                    let chosen = variants.iter().find(|(variant, _)| fits(variant)).map_or(other, |(_, then)| then);
                    self.fill(out, chosen, args, rules);
                }
            }
        }
    }

    /// A name that may run the other way is kept from pulling the words around it along (UAX #9, isolates).
    fn isolated(&self, text: &str) -> String {
        let runs_along = match self.direction {
            Direction::LeftToRight => !text.chars().any(is_right_to_left),
            Direction::RightToLeft => !text.chars().any(|c| c.is_alphanumeric() && !is_right_to_left(c)),
        };
        if runs_along { text.to_owned() } else { format!("\u{2068}{text}\u{2069}") }
    }
}

/// The blocks of right-to-left scripts, and the marks that switch direction.
const fn is_right_to_left(c: char) -> bool {
    matches!(c,
        '\u{590}'..='\u{8ff}' | '\u{200f}' | '\u{202b}' | '\u{202e}' | '\u{2067}' | '\u{fb1d}'..='\u{fdff}'
        | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<Vec<String>> for Arg {
    fn from(items: Vec<String>) -> Self {
        Self::List(items)
    }
}

impl From<Count> for Arg {
    fn from(Count(number): Count) -> Self {
        Self::Number(number)
    }
}

macro_rules! numbers {
    ($($kind:ty),*) => {$(
        impl From<$kind> for Count {
            fn from(number: $kind) -> Self {
                Self(number as u64)
            }
        }

        impl From<$kind> for Arg {
            fn from(number: $kind) -> Self {
                Self::Number(number as u64)
            }
        }
    )*};
}

numbers!(u8, u16, u32, u64, usize);

impl From<Text> for Arg {
    fn from(text: Text) -> Self {
        Self::Message(Box::new(text))
    }
}

#[cfg(test)]
#[cfg(all(feature = "compile", feature = "native"))]
mod tests;
