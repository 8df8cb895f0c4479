//! What a message is made of, as it is stored.

use serde::{Deserialize, Serialize};

/// The parts of a message in their order.
pub type Pattern<A = u8> = Vec<Part<A>>;

/// A part of a message. `A` is what arguments are called by: their number in the order of their names, once compiled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part<A = u8> {
    Text(String),
    Arg(A),
    /// The first variant that fits the argument, or `other`.
    Select {
        arg: A,
        variants: Vec<(Variant, Pattern<A>)>,
        other: Pattern<A>,
    },
}

/// What an argument must be for a variant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Variant {
    Number(u64),
    Plural(Plural),
    Word(String),
}

/// The plural categories of Unicode (UTS #35) besides `other`, which is what remains.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Plural {
    Zero,
    One,
    Two,
    Few,
    Many,
}

impl Plural {
    /// By its name in CLDR, Fluent and `Intl.PluralRules`; `None` for `other`.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "zero" => Self::Zero,
            "one" => Self::One,
            "two" => Self::Two,
            "few" => Self::Few,
            "many" => Self::Many,
            _ => return None,
        })
    }
}
