//! A language that is English with accents, a third longer, and in brackets: text that shows without them was never in the
//! catalogue, and a bracket that does not show was cut off.

use super::PSEUDO;
use crate::{
    language::Language,
    pattern::{Part, Pattern},
};

/// The pseudo-language of a language.
pub fn of(source: &Language) -> Language {
    let messages = source.messages.iter().map(bracketed).collect();
    Language { tag: PSEUDO.to_owned(), messages, ..source.clone() }
}

fn bracketed(pattern: &Pattern) -> Pattern {
    let mut out = vec![Part::Text("[".to_owned())];
    out.extend(accented(pattern));
    let length = length(pattern);
    out.push(Part::Text(format!("{}]", "·".repeat(length.div_ceil(3)))));
    out
}

fn length(pattern: &[Part]) -> usize {
    let part = |part: &Part| match part {
        Part::Text(text) => text.chars().count(),
        Part::Arg(_) => 0,
        Part::Select { other, .. } => length(other),
    };
    pattern.iter().map(part).sum()
}

fn accented(pattern: &[Part]) -> Pattern {
    let part = |part: &Part| match part {
        Part::Text(text) => Part::Text(text.chars().map(accent).collect()),
        Part::Arg(arg) => Part::Arg(*arg),
        Part::Select { arg, variants, other } => Part::Select {
            arg: *arg,
            variants: variants.iter().map(|(variant, then)| (variant.clone(), accented(then))).collect(),
            other: accented(other),
        },
    };
    pattern.iter().map(part).collect()
}

const fn accent(c: char) -> char {
    match c {
        'a' => 'å',
        'e' => 'é',
        'i' => 'î',
        'o' => 'ö',
        'u' => 'û',
        'n' => 'ñ',
        'c' => 'ç',
        's' => 'š',
        'y' => 'ý',
        'A' => 'Å',
        'E' => 'É',
        'I' => 'Î',
        'O' => 'Ö',
        'U' => 'Û',
        'S' => 'Š',
        other => other,
    }
}
