//! Fluent's syntax tree to patterns, first with the names of arguments, then with their numbers.

use super::{Entries, Key, direction};
use crate::{
    language::Language,
    pattern::{Part, Pattern, Plural, Variant},
};
use fluent_syntax::ast::{self, Expression, InlineExpression, PatternElement, VariantKey};
use std::collections::BTreeMap;

type Terms<'a> = BTreeMap<&'a str, &'a ast::Pattern<String>>;
type Args = BTreeMap<String, bool>;

/// A pattern with named arguments. Adds the arguments that it uses, and whether it counts by them.
pub fn pattern(from: &ast::Pattern<String>, terms: &Terms<'_>, args: &mut Args) -> Result<Pattern<String>, String> {
    let mut out: Pattern<String> = Vec::new();
    for element in &from.elements {
        match element {
            PatternElement::TextElement { value } => text(&mut out, value),
            PatternElement::Placeable { expression } => placeable(&mut out, expression, terms, args)?,
        }
    }
    Ok(out)
}

fn text(out: &mut Pattern<String>, value: &str) {
    match out.last_mut() {
        Some(Part::Text(last)) => last.push_str(value),
        _ => out.push(Part::Text(value.to_owned())),
    }
}

fn placeable(
    out: &mut Pattern<String>,
    expression: &Expression<String>,
    terms: &Terms<'_>,
    args: &mut Args,
) -> Result<(), String> {
    match expression {
        Expression::Inline(InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value }) => {
            text(out, &fluent_syntax::unicode::unescape_unicode_to_string(value));
        }
        Expression::Inline(InlineExpression::VariableReference { id }) => {
            args.entry(id.name.clone()).or_insert(false);
            out.push(Part::Arg(id.name.clone()));
        }
        Expression::Inline(InlineExpression::TermReference { id, attribute: None, .. }) => {
            let term = terms.get(id.name.as_str()).ok_or_else(|| format!("there is no term -{}", id.name))?;
            for part in pattern(term, terms, args)? {
                match part {
                    Part::Text(value) => text(out, &value),
                    other => out.push(other),
                }
            }
        }
        Expression::Inline(InlineExpression::Placeable { expression }) => placeable(out, expression, terms, args)?,
        Expression::Select { selector, variants } => {
            let arg = variable(selector).ok_or("only a variable can be selected by")?;
            out.push(select(arg, variants, terms, args)?);
        }
        Expression::Inline(_) => return Err("this kind of expression is not understood here".to_owned()),
    }
    Ok(())
}

fn select(
    arg: &str,
    variants: &[ast::Variant<String>],
    terms: &Terms<'_>,
    args: &mut Args,
) -> Result<Part<String>, String> {
    let counts = variants.iter().any(|variant| match &variant.key {
        VariantKey::NumberLiteral { .. } => true,
        VariantKey::Identifier { name } => Plural::named(name).is_some(),
    });
    *args.entry(arg.to_owned()).or_insert(false) |= counts;
    let mut other = None;
    let mut made = Vec::new();
    for variant in variants {
        let then = pattern(&variant.value, terms, args)?;
        let key = match &variant.key {
            VariantKey::NumberLiteral { value } => {
                Variant::Number(value.parse().map_err(|_| format!("[{value}] is no whole number"))?)
            }
            VariantKey::Identifier { name } if counts => match Plural::named(name) {
                Some(plural) => Variant::Plural(plural),
                None if variant.default => Variant::Word(name.clone()),
                None => return Err(format!("[{name}] is no plural form")),
            },
            VariantKey::Identifier { name } => Variant::Word(name.clone()),
        };
        if variant.default {
            other = Some(then);
        } else {
            made.push((key, then));
        }
    }
    // An exact number goes before the plural form that it also has.
    made.sort_by_key(|(variant, _)| !matches!(variant, Variant::Number(_)));
    Ok(Part::Select { arg: arg.to_owned(), variants: made, other: other.unwrap_or_default() })
}

/// A language whose messages stand in the order of the keys, their arguments numbered.
pub fn language(tag: &str, entries: &Entries, keys: &[Key], fingerprint: u64) -> Language {
    let messages = keys
        .iter()
        .map(|key| {
            let number = |name: &String| key.args.iter().position(|arg| arg.name == *name).unwrap_or_default() as u8;
            entries.get(&key.name).map(|entry| numbered(&entry.pattern, &number)).unwrap_or_default()
        })
        .collect();
    Language { fingerprint, tag: tag.to_owned(), direction: direction(tag), from: 0, messages }
}

fn numbered(pattern: &[Part<String>], number: &dyn Fn(&String) -> u8) -> Pattern<u8> {
    let part = |part: &Part<String>| match part {
        Part::Text(text) => Part::Text(text.clone()),
        Part::Arg(name) => Part::Arg(number(name)),
        Part::Select { arg, variants, other } => Part::Select {
            arg: number(arg),
            variants: variants.iter().map(|(variant, then)| (variant.clone(), numbered(then, number))).collect(),
            other: numbered(other, number),
        },
    };
    pattern.iter().map(part).collect()
}

/// The name of the variable that an expression is.
fn variable(expression: &InlineExpression<String>) -> Option<&str> {
    match expression {
        InlineExpression::VariableReference { id } => Some(&id.name),
        _ => None,
    }
}
