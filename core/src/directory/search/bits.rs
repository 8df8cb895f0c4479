//! A set of rows, one bit each: sets of a hundred thousand users meet in microseconds.

use super::super::users::Row;
use std::collections::BTreeSet;

/// A set of rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Bits(pub Vec<u64>);

impl Bits {
    /// No row, with room for so many words.
    pub fn none(words: usize) -> Self {
        Self(vec![0; words])
    }

    pub fn has(&self, row: Row) -> bool {
        self.0.get(word(row)).is_some_and(|bits| bits & bit(row) != 0)
    }

    pub fn set(&mut self, row: Row, on: bool) {
        if word(row) >= self.0.len() {
            self.0.resize(word(row) + 1, 0);
        }
        if let Some(bits) = self.0.get_mut(word(row)) {
            if on { *bits |= bit(row) } else { *bits &= !bit(row) }
        }
    }

    pub fn count(&self) -> usize {
        self.0.iter().map(|bits| bits.count_ones() as usize).sum()
    }

    /// How many rows are in both.
    pub fn common(&self, other: &Self) -> usize {
        self.0.iter().zip(&other.0).map(|(a, b)| (a & b).count_ones() as usize).sum()
    }

    /// Keeps the rows that are in the other too.
    pub fn keep(&mut self, other: &[u64]) {
        for (n, bits) in self.0.iter_mut().enumerate() {
            *bits &= other.get(n).copied().unwrap_or_default();
        }
    }

    /// Takes in the rows that are in the other.
    pub fn with(&mut self, other: &Self) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        for (bits, more) in self.0.iter_mut().zip(&other.0) {
            *bits |= more;
        }
    }

    /// Takes out the rows that are in the other.
    pub fn without(&mut self, other: &Self) {
        for (bits, gone) in self.0.iter_mut().zip(&other.0) {
            *bits &= !gone;
        }
    }

    /// The rows, from the lowest.
    pub fn iter(&self) -> impl Iterator<Item = Row> + '_ {
        self.0.iter().zip(0..).flat_map(|(bits, word): (&u64, Row)| {
            let mut left = *bits;
            std::iter::from_fn(move || {
                let row = (left != 0).then(|| word * 64 + left.trailing_zeros());
                left &= left.wrapping_sub(1);
                row
            })
        })
    }
}

impl FromIterator<Row> for Bits {
    fn from_iter<I: IntoIterator<Item = Row>>(rows: I) -> Self {
        let mut bits = Self::default();
        rows.into_iter().for_each(|row| bits.set(row, true));
        bits
    }
}

/// Rows in whatever takes less room: a tree while they are few, a bit for every row of the directory when they are many.
#[derive(Clone, Debug)]
pub(super) enum Rows {
    Few(BTreeSet<Row>),
    Many(Bits),
}

/// Whether bits take less room. A tree takes about as much for each row as the bits of 48.
const fn many(rows: usize, highest: Row) -> bool {
    rows > 64 && rows * 48 > highest as usize
}

impl Default for Rows {
    fn default() -> Self {
        Self::Few(BTreeSet::new())
    }
}

impl Rows {
    pub fn insert(&mut self, row: Row) {
        match self {
            Self::Few(few) => {
                few.insert(row);
                if few.last().is_some_and(|highest| many(few.len(), *highest)) {
                    *self = Self::Many(few.iter().copied().collect());
                }
            }
            Self::Many(bits) => bits.set(row, true),
        }
    }

    pub fn remove(&mut self, row: Row) {
        match self {
            Self::Few(few) => drop(few.remove(&row)),
            Self::Many(bits) => bits.set(row, false),
        }
    }

    /// Puts them all into a set of rows.
    pub fn onto(&self, set: &mut Bits) {
        match self {
            Self::Few(few) => few.iter().for_each(|row| set.set(*row, true)),
            Self::Many(bits) => set.with(bits),
        }
    }
}

impl FromIterator<Row> for Rows {
    fn from_iter<I: IntoIterator<Item = Row>>(rows: I) -> Self {
        // As bits, which sort them: a tree made of them at once would bring a sort of its own into what is downloaded.
        let bits: Bits = rows.into_iter().collect();
        if bits.iter().last().is_some_and(|highest| many(bits.count(), highest)) {
            return Self::Many(bits);
        }
        let mut few = BTreeSet::new();
        few.extend(bits.iter());
        Self::Few(few)
    }
}

pub(super) const fn word(row: Row) -> usize {
    (row / 64) as usize
}

pub(super) const fn bit(row: Row) -> u64 {
    1 << (row % 64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_meet() {
        let mut a: Bits = [0, 1, 63, 64, 200].into_iter().collect();
        let b: Bits = [1, 64, 65].into_iter().collect();
        assert_eq!((a.count(), a.common(&b), b.common(&a)), (5, 2, 2));
        a.keep(&b.0);
        assert_eq!(a.iter().collect::<Vec<_>>(), [1, 64]);
        a.without(&[1].into_iter().collect());
        assert!(a.has(64) && !a.has(1) && !a.has(5000));
        a.set(64, false);
        assert_eq!(a.iter().next(), None);
    }

    #[test]
    fn few_and_many_rows_hold_the_same() {
        for step in [1, 40, 1000] {
            let all = (0..50_000).step_by(step);
            let at_once: Rows = all.clone().collect();
            let mut one_by_one = Rows::default();
            all.clone().for_each(|row| one_by_one.insert(row));
            assert_eq!(matches!(at_once, Rows::Many(_)), step < 48);
            for mut rows in [at_once, one_by_one] {
                rows.remove(0);
                rows.remove(60_000);
                rows.insert(7);
                let mut set: Bits = [3].into_iter().collect();
                rows.onto(&mut set);
                let wanted: BTreeSet<Row> = all.clone().skip(1).chain([3, 7]).collect();
                assert!(set.iter().eq(wanted), "{step}");
            }
        }
    }
}
