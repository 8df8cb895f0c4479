//! The sieve: which rows can have a word at all. Each row's text leaves a mark in a column for each of its characters
//! and each pair of neighbours; a word can only be where all of its marks are. So a keystroke looks closely at the few
//! rows that are left, and not at all for a single letter or digit, whose columns are exact.

use super::{
    super::users::Row,
    bits::{Bits, bit, word},
};
use std::collections::BTreeSet;

/// Columns: one for each small letter and digit, some for the other bytes, and the rest for pairs.
const COLUMNS: usize = 256;
const PLAIN: usize = 36;
const OTHER: usize = 12;

/// One bit for each row and column.
#[derive(Clone, Debug, Default)]
pub(super) struct Sieve {
    /// Column after column.
    bits: Vec<u64>,
    /// Words of a column.
    height: usize,
}

impl Sieve {
    /// The sieve of these rows: many at once, sixty-four rows at a time, so that each column is written once for them.
    pub fn of<'t>(rows: usize, text: impl Fn(Row) -> &'t [u8]) -> Self {
        let height = rows.div_ceil(64);
        let mut sieve = Self { bits: vec![0; height * COLUMNS], height };
        for (at, first) in (0..height).zip((0..).step_by(64)) {
            let mut block = [0_u64; COLUMNS];
            for row in first..first + 64 {
                marks(text(row), |column| {
                    if let Some(bits) = block.get_mut(column) {
                        *bits |= bit(row);
                    }
                });
            }
            for (column, bits) in block.iter().enumerate() {
                if let Some(there) = sieve.bits.get_mut(column * height + at) {
                    *there = *bits;
                }
            }
        }
        sieve
    }

    /// Marks a row, or takes its marks away, by its text.
    pub fn mark(&mut self, row: Row, text: &[u8], on: bool) {
        if word(row) >= self.height {
            self.grow(word(row) + 1);
        }
        let (height, at) = (self.height, word(row));
        marks(text, |column| {
            if let Some(bits) = self.bits.get_mut(column * height + at) {
                if on { *bits |= bit(row) } else { *bits &= !bit(row) }
            }
        });
    }

    /// Room for more rows: twice as many, so that a row costs the same however many there are.
    fn grow(&mut self, needed: usize) {
        let height = needed.max(self.height * 2);
        let mut bits = vec![0; height * COLUMNS];
        if self.height > 0 {
            for (new, old) in bits.chunks_exact_mut(height).zip(self.bits.chunks_exact(self.height)) {
                new.iter_mut().zip(old).for_each(|(new, old)| *new = *old);
            }
        }
        (self.bits, self.height) = (bits, height);
    }

    /// The rows that can have a word, and whether they have it for certain.
    pub fn candidates(&self, word: &[u8]) -> (Bits, bool) {
        let mut columns = BTreeSet::new();
        marks(word, |column| {
            columns.insert(column);
        });
        let mut found: Option<Bits> = None;
        for column in columns {
            let bits = self.bits.get(column * self.height..(column + 1) * self.height).unwrap_or_default();
            match &mut found {
                Some(found) => found.keep(bits),
                None => found = Some(Bits(bits.to_vec())),
            }
        }
        let exact = word.len() == 1 && word.first().is_some_and(|byte| plain(*byte).is_some());
        (found.unwrap_or_default(), exact)
    }
}

/// The column of a small letter or a digit.
const fn plain(byte: u8) -> Option<usize> {
    match byte {
        b'a'..=b'z' => Some((byte - b'a') as usize),
        b'0'..=b'9' => Some((byte - b'0') as usize + 26),
        _ => None,
    }
}

/// Calls `mark` with the column of each character and each pair; white space parts words, and leaves none.
fn marks(text: &[u8], mut mark: impl FnMut(usize)) {
    let mut before = None;
    for byte in text.iter().copied() {
        if matches!(byte, b' ' | b'\n') {
            before = None;
            continue;
        }
        mark(plain(byte).unwrap_or(PLAIN + byte as usize % OTHER));
        if let Some(before) = before {
            let pair = (usize::from(before) << 8 | usize::from(byte)).wrapping_mul(0x9E37_79B1) >> 8;
            mark(PLAIN + OTHER + (pair & 0xFFFF) % (COLUMNS - PLAIN - OTHER));
        }
        before = Some(byte);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lets_through_every_row_that_has_a_word_and_few_others() {
        let texts: Vec<String> = (0..500).map(|n: u32| format!("user {n} naïve\nu{n}@x.io")).collect();
        let text = |row: Row| texts.get(row as usize).map(String::as_bytes).unwrap_or_default();
        let at_once = Sieve::of(texts.len(), text);
        let mut one_by_one = Sieve::default();
        for row in 0..500 {
            one_by_one.mark(row, b"something else", true);
            one_by_one.mark(row, b"something else", false);
            one_by_one.mark(row, text(row), true);
        }
        for word in ["u", "7", "us", "user", "u499", "ï", "naï", "23", "@x", "zz", "."] {
            let (found, exact) = at_once.candidates(word.as_bytes());
            assert_eq!(
                one_by_one.candidates(word.as_bytes()).0.iter().collect::<Vec<_>>(),
                found.iter().collect::<Vec<_>>()
            );
            for row in 0..500 {
                let has = texts[row as usize].contains(word);
                assert!(found.has(row) || !has, "{word} in {row}");
                assert!(!exact || found.has(row) == has, "{word} in {row}, exactly");
            }
        }
        assert!(at_once.candidates(b"u499").0.count() < 20);
        assert_eq!(at_once.candidates(b"zz").0.count(), 0);
    }
}
