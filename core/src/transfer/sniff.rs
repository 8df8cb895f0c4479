//! How a file is laid out: its delimiter, and the row that is the heading, below whatever other programs put above it.

use super::{
    heading,
    rows::{Delimiter, Row, SAMPLE, records},
};
use crate::value::Email;

/// How far down a heading is looked for.
const DEEPEST_HEADING: usize = 30;
/// How much of the text the delimiter is guessed from, in bytes.
const SAMPLE_BYTES: usize = 64 * 1024;

/// Where things stand among the rows.
pub(super) struct Layout {
    /// The heading's place; none when there is no heading.
    pub heading: Option<usize>,
    /// The place of the first row of data.
    pub first: usize,
}

/// The delimiter that a first line `sep=;` states, how many lines that took, and the rest.
pub(super) fn stated_delimiter(mut text: String) -> (Option<Delimiter>, u32, String) {
    let end = text.find(['\r', '\n']).unwrap_or(text.len());
    let line = text.get(..end).unwrap_or_default().trim_matches('"');
    let stated = line.get(..4).filter(|start| start.eq_ignore_ascii_case("sep=")).and(line.get(4..)).and_then(|sep| {
        Delimiter::ALL.into_iter().find(|delimiter| sep.as_bytes().first() == Some(&delimiter.byte()) && sep.len() == 1)
    });
    if stated.is_none() {
        return (None, 0, text);
    }
    let rest = text.split_off(end);
    let (taken, rest) = match rest.strip_prefix("\r\n") {
        Some(rest) => (1, rest),
        None if rest.is_empty() => (0, ""),
        None => (1, rest.get(1..).unwrap_or_default()),
    };
    (stated, taken, rest.to_owned())
}

/// The delimiter that makes most sense of a text.
pub(super) fn delimiter(text: &str) -> Delimiter {
    let sample = sample(text);
    let mut best = (0, Delimiter::Comma);
    for delimiter in Delimiter::ALL {
        if !sample.contains(char::from(delimiter.byte())) {
            continue;
        }
        let score = score(sample, delimiter);
        if score > best.0 {
            best = (score, delimiter);
        }
    }
    best.1
}

/// The top of a text, whole lines when it has any.
fn sample(text: &str) -> &str {
    if text.len() <= SAMPLE_BYTES {
        return text;
    }
    let top = text.get(..text.floor_char_boundary(SAMPLE_BYTES)).unwrap_or_default();
    top.rfind(['\r', '\n']).and_then(|end| top.get(..end)).unwrap_or(top)
}

/// How much sense the delimiter makes: known headings first, then rows of one and the same width above one.
fn score(sample: &str, delimiter: Delimiter) -> usize {
    // A quotation mark that the sample leaves open may be closed further down: closing it here gives the rows above.
    let rows = records(sample.to_owned(), delimiter, 0)
        .or_else(|_| records(format!("{sample}\""), delimiter, 0))
        .unwrap_or_default();
    let rows = rows.get(..rows.len().min(SAMPLE)).unwrap_or_default();
    let Layout { heading, first } = layout(rows);
    let data = rows.get(first..).unwrap_or_default();
    let width = match heading.and_then(|index| rows.get(index)) {
        Some(heading) => heading.len(),
        None => usual_width(data),
    };
    let known = heading.and_then(|index| rows.get(index)).map_or(0, known_headings);
    let even = data.iter().filter(|row| row.len() == width).count() * 100 / data.len().max(1);
    let wide = if width > 1 { even * 5 + width.min(50) } else { usize::from(even == 100) };
    known * 1_000 + wide
}

/// Which row is the heading: the one with the most known names; else the first of the usual width, unless it holds an
/// address and so is data.
pub(super) fn layout(rows: &[Row]) -> Layout {
    let width = usual_width(rows);
    let mut best: Option<(usize, usize)> = None;
    for (index, row) in rows.iter().take(DEEPEST_HEADING).enumerate() {
        let known = known_headings(row);
        if known > 0 && row.len() * 2 >= width && !has_address(row) && best.is_none_or(|(most, _)| known > most) {
            best = Some((known, index));
        }
    }
    if let Some((_, index)) = best {
        return Layout { heading: Some(index), first: index + 1 };
    }
    let first = rows.iter().position(|row| row.len() == width).unwrap_or_default();
    match rows.get(first) {
        Some(row) if !has_address(row) => Layout { heading: Some(first), first: first + 1 },
        _ => Layout { heading: None, first },
    }
}

/// The number of cells that most rows have.
pub(super) fn usual_width(rows: &[Row]) -> usize {
    let mut counts = std::collections::BTreeMap::<usize, usize>::new();
    for row in rows {
        *counts.entry(row.len()).or_default() += 1;
    }
    counts.into_iter().max_by_key(|(width, count)| (*count, *width)).map_or(0, |(width, _)| width)
}

fn known_headings(row: &Row) -> usize {
    row.cells().filter(|cell| heading::known(cell)).count()
}

fn has_address(row: &Row) -> bool {
    row.cells().any(|cell| cell.contains('@') && Email::parse(cell).is_ok())
}
