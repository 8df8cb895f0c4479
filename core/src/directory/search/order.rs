//! Rows in an order that is kept: pieces of a few hundred rows, so that putting one in or taking one out moves few, and
//! four bytes a row.

use super::super::users::Row;
use std::cmp::Ordering;

/// A piece is cut in two when it gets longer.
const LONGEST: usize = 512;

/// Rows in order. What the order is, is said with each call, and must be the same each time.
#[derive(Clone, Debug, Default)]
pub(super) struct Order(Vec<Vec<Row>>);

impl Order {
    /// From rows that are in order already.
    pub fn of(rows: &[Row]) -> Self {
        Self(rows.chunks(LONGEST / 4 * 3).map(<[Row]>::to_vec).collect())
    }

    /// Puts a row in. `place` tells how another row stands to it.
    pub fn insert(&mut self, row: Row, place: impl Fn(Row) -> Ordering) {
        let piece = self.piece(&place);
        let Some(rows) = self.0.get_mut(piece) else {
            self.0.push(vec![row]);
            return;
        };
        let at = rows.partition_point(|other| place(*other) == Ordering::Less);
        rows.insert(at, row);
        if rows.len() > LONGEST {
            let rest = rows.split_off(LONGEST / 2);
            self.0.insert(piece + 1, rest);
        }
    }

    /// Takes a row out.
    pub fn remove(&mut self, row: Row, place: impl Fn(Row) -> Ordering) {
        let piece = self.piece(&place);
        if let Some(rows) = self.0.get_mut(piece) {
            let at = rows.partition_point(|other| place(*other) == Ordering::Less);
            if rows.get(at) == Some(&row) {
                rows.remove(at);
            }
            if rows.is_empty() {
                self.0.remove(piece);
            }
        }
    }

    /// The piece in which a row stands or is to stand: the last one that starts before it or with it.
    fn piece(&self, place: &impl Fn(Row) -> Ordering) -> usize {
        let starts_before = |piece: &Vec<Row>| piece.first().is_some_and(|first| place(*first) != Ordering::Greater);
        self.0.partition_point(starts_before).saturating_sub(1)
    }

    pub fn iter(&self) -> impl DoubleEndedIterator<Item = Row> + '_ {
        self.0.iter().flatten().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stays_in_order() {
        let place = |row: Row| move |other: Row| other.cmp(&row);
        let mut order = Order::default();
        let scattered: Vec<Row> = (0..3000).map(|n| n * 7919 % 3000).collect();
        scattered.iter().for_each(|row| order.insert(*row, place(*row)));
        assert!(order.iter().eq(0..3000));
        for row in scattered.iter().filter(|row| *row % 2 == 0) {
            order.remove(*row, place(*row));
        }
        order.remove(5000, place(5000));
        assert!(order.iter().rev().eq((0..3000).rev().filter(|row| row % 2 == 1)));
        let sorted: Vec<Row> = (0..3000).collect();
        let mut order = Order::of(&sorted);
        order.insert(3000, place(3000));
        assert!(order.iter().eq(0..=3000));
    }
}
