//! A value as it is spelled in a cell, and how what stands around it is taken off.

use crate::{
    transfer::error::CellProblem,
    value::{Login, ValueError},
};
use std::borrow::Cow;

/// What a cell says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spelled<T> {
    pub value: Result<T, CellProblem>,
    /// Whether the value stands there in other words or signs than its own, so that a person should see what we make of it.
    pub unusual: bool,
}

impl<T> Spelled<T> {
    pub(super) fn usual(value: T) -> Self {
        Self { value: Ok(value), unusual: false }
    }

    pub(super) fn unusual(value: T) -> Self {
        Self { value: Ok(value), unusual: true }
    }

    pub(super) fn wrong(problem: impl Into<CellProblem>) -> Self {
        Self { value: Err(problem.into()), unusual: false }
    }
}

impl From<ValueError> for CellProblem {
    fn from(error: ValueError) -> Self {
        Self::Value(error)
    }
}

/// What a cell without a wrapping says, else what it says without one.
pub(super) fn unwrapping<T>(cell: &str, parse: impl Fn(&str) -> Result<T, ValueError>) -> Spelled<T> {
    match (parse(cell), bare(cell)) {
        (Ok(value), _) => Spelled::usual(value),
        (Err(error), Cow::Borrowed(same)) if same == cell => Spelled::wrong(error),
        (Err(_), bare) => match parse(&bare) {
            Ok(value) => Spelled::unusual(value),
            Err(error) => Spelled::wrong(error),
        },
    }
}

/// A log-in name.
pub fn login(cell: &str) -> Spelled<Login> {
    unwrapping(cell, Login::parse)
}

/// What stands in a cell without the tricks by which exporters save a value from a spreadsheet: `="0102"`, an apostrophe in
/// front, control characters and invisible ones at its ends.
pub fn bare(cell: &str) -> Cow<'_, str> {
    let unseen = |c: char| c.is_whitespace() || is_unseen(c);
    let mut rest = cell.trim_matches(unseen);
    if let Some(quoted) = rest.strip_prefix('=').map(|rest| rest.trim_matches(unseen))
        && let Some(inside) = quoted.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'))
    {
        rest = inside.trim_matches(unseen);
    }
    rest = rest.strip_prefix('\'').unwrap_or(rest).trim_matches(unseen);
    let inner = |c: char| is_unseen(c) && !matches!(c, '\r' | '\n' | '\t');
    if rest.contains(inner) { rest.chars().filter(|c| !inner(*c)).collect::<String>().into() } else { rest.into() }
}

/// Characters that nobody sees, and that no value needs.
pub fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}'
        )
}

/// The value of a digit in whatever script it is written.
pub(super) fn digit(c: char) -> Option<char> {
    /// Where the zeros stand of the scripts in which numbers are typed.
    const ZEROS: [char; 12] = [
        '0', '\u{660}', '\u{6F0}', '\u{966}', '\u{9E6}', '\u{A66}', '\u{AE6}', '\u{BE6}', '\u{E50}', '\u{ED0}',
        '\u{1040}', '\u{FF10}',
    ];
    let at = |zero: &char| u32::from(c).checked_sub(u32::from(*zero)).filter(|digit| *digit < 10);
    ZEROS.iter().find_map(at).and_then(|digit| char::from_digit(digit, 10))
}
