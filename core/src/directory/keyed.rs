//! Records in the order of the key that they hold themselves, so that no key is kept twice.

use crate::{
    id::PhoneId,
    model::{Grant, GrantKey, Number, Phone},
    value::PhoneNumber,
};
use std::{borrow::Borrow, cmp::Ordering, collections::BTreeSet};

/// A record that holds its own key.
pub(super) trait Entity: Sized {
    type Key: Ord;
    fn key(&self) -> &Self::Key;
}

/// A record that is compared by its key.
#[derive(Clone, Debug)]
pub(super) struct ByKey<T>(T);

macro_rules! entity {
    ($($entity:ident by $key:ty: $field:ident),*) => {
        $(impl Entity for $entity {
            type Key = $key;
            fn key(&self) -> &$key {
                &self.$field
            }
        }

        impl Borrow<$key> for ByKey<$entity> {
            fn borrow(&self) -> &$key {
                &self.0.$field
            }
        })*
    };
}
entity!(Grant by GrantKey: key, Number by PhoneNumber: number, Phone by PhoneId: id);

impl<T: Entity> PartialEq for ByKey<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0.key() == other.0.key()
    }
}

impl<T: Entity> Eq for ByKey<T> {}

impl<T: Entity> PartialOrd for ByKey<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T: Entity> Ord for ByKey<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.key().cmp(other.0.key())
    }
}

/// Records, each under the key that it holds.
#[derive(Clone, Debug)]
pub(super) struct Keyed<T>(BTreeSet<ByKey<T>>);

impl<T> Default for Keyed<T> {
    fn default() -> Self {
        Self(BTreeSet::new())
    }
}

impl<T: Entity> Keyed<T>
where
    ByKey<T>: Borrow<T::Key>,
{
    pub fn get(&self, key: &T::Key) -> Option<&T> {
        self.0.get(key).map(|record| &record.0)
    }

    /// Puts a record in, in the place of one with the same key.
    pub fn insert(&mut self, record: T) {
        self.0.replace(ByKey(record));
    }

    pub fn remove(&mut self, key: &T::Key) -> Option<T> {
        self.0.take(key).map(|record| record.0)
    }

    pub fn values(&self) -> impl Iterator<Item = &T> {
        self.0.iter().map(|record| &record.0)
    }

    /// The records from a key on, in order.
    pub fn from(&self, key: T::Key) -> impl Iterator<Item = &T> {
        self.0.range(key..).map(|record| &record.0)
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }
}

impl<T: Entity> FromIterator<T> for Keyed<T> {
    /// Many at once: sorted once. Of two with the same key the later one stays.
    fn from_iter<I: IntoIterator<Item = T>>(records: I) -> Self {
        Self(records.into_iter().map(ByKey).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::NumberKind;

    #[test]
    fn the_later_of_two_stays() {
        let number =
            |digits: u64, kind| Number::new(PhoneNumber::parse(&format!("+{digits}")).expect("a number"), kind);
        let numbers = [
            number(49_301_000, NumberKind::Virtual),
            number(49_300_000, NumberKind::Virtual),
            number(49_301_000, NumberKind::Mobile),
        ];
        let mut one_by_one = Keyed::default();
        numbers.iter().for_each(|number| one_by_one.insert(*number));
        let at_once: Keyed<Number> = numbers.into_iter().collect();
        for keyed in [one_by_one, at_once] {
            let kinds: Vec<_> = keyed.values().map(|number| (number.number.to_string(), number.kind)).collect();
            let expected = [("+49300000", NumberKind::Virtual), ("+49301000", NumberKind::Mobile)];
            assert_eq!(kinds, expected.map(|(number, kind)| (number.to_owned(), kind)));
        }
    }
}
