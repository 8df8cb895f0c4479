//! Records in the order of the key that they hold themselves, so that no key is kept twice.

use crate::{
    id::{PhoneId, TeamId, UserId},
    model::{Grant, GrantKey, Membership, Number, Phone},
    value::PhoneNumber,
};
use std::{
    borrow::Borrow,
    cmp::Ordering,
    collections::BTreeSet,
    ops::Bound::{Included, Unbounded},
};

/// A record that holds its own key.
pub(super) trait Entity {
    type Key: Copy + Ord;
    fn key(&self) -> Self::Key;
}

macro_rules! entity {
    ($($entity:ident by $key:ty: $($field:ident).+ $(, $more:ident)?;)*) => {
        $(impl Entity for $entity {
            type Key = $key;
            fn key(&self) -> $key {
                (self.$($field).+ $(, self.$more)?)
            }
        })*
    };
}
#[rustfmt::skip]
entity! {
    Grant by GrantKey: key;
    Membership by (TeamId, UserId): team, user;
    Number by PhoneNumber: number;
    Phone by PhoneId: id;
}

/// Whatever stands at a key: a record, or the key alone when it is looked for.
trait AtKey<K> {
    fn at(&self) -> K;
}

/// A record that is compared by its key.
#[derive(Clone, Debug)]
struct ByKey<T>(T);

impl<T: Entity> AtKey<T::Key> for ByKey<T> {
    fn at(&self) -> T::Key {
        self.0.key()
    }
}

/// A key that is looked for.
struct Sought<K>(K);

impl<K: Copy> AtKey<K> for Sought<K> {
    fn at(&self) -> K {
        self.0
    }
}

impl<'a, T: Entity + 'a> Borrow<dyn AtKey<T::Key> + 'a> for ByKey<T> {
    fn borrow(&self) -> &(dyn AtKey<T::Key> + 'a) {
        self
    }
}

impl<T: Entity> PartialEq for ByKey<T> {
    fn eq(&self, other: &Self) -> bool {
        self.at() == other.at()
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
        self.at().cmp(&other.at())
    }
}

impl<K: Ord> PartialEq for dyn AtKey<K> + '_ {
    fn eq(&self, other: &Self) -> bool {
        self.at() == other.at()
    }
}

impl<K: Ord> Eq for dyn AtKey<K> + '_ {}

impl<K: Ord> PartialOrd for dyn AtKey<K> + '_ {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<K: Ord> Ord for dyn AtKey<K> + '_ {
    fn cmp(&self, other: &Self) -> Ordering {
        self.at().cmp(&other.at())
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

impl<T: Entity> Keyed<T> {
    pub fn get(&self, key: &T::Key) -> Option<&T> {
        self.0.get::<dyn AtKey<T::Key>>(&Sought(*key)).map(|record| &record.0)
    }

    /// Puts a record in, in the place of one with the same key.
    pub fn insert(&mut self, record: T) {
        self.0.replace(ByKey(record));
    }

    pub fn remove(&mut self, key: &T::Key) -> Option<T> {
        self.0.take::<dyn AtKey<T::Key>>(&Sought(*key)).map(|record| record.0)
    }

    pub fn values(&self) -> impl Iterator<Item = &T> {
        self.0.iter().map(|record| &record.0)
    }

    /// The records from a key on, in order.
    pub fn from(&self, key: T::Key) -> impl Iterator<Item = &T> {
        let first: &dyn AtKey<T::Key> = &Sought(key);
        self.0.range::<dyn AtKey<T::Key>, _>((Included(first), Unbounded)).map(|record| &record.0)
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
    use crate::{id::TeamId, model::NumberKind};

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
        numbers.iter().for_each(|number| one_by_one.insert(number.clone()));
        let at_once: Keyed<Number> = numbers.into_iter().collect();
        for keyed in [one_by_one, at_once] {
            let kinds: Vec<_> = keyed.values().map(|number| (number.number.to_string(), number.kind)).collect();
            let expected = [("+49300000", NumberKind::Virtual), ("+49301000", NumberKind::Mobile)];
            assert_eq!(kinds, expected.map(|(number, kind)| (number.to_owned(), kind)));
        }
    }

    #[test]
    fn members_by_team_and_the_later_of_two_stays() {
        let place = |team: u128, user: u128, by_hand| Membership {
            team: TeamId::fixed(team),
            user: UserId::fixed(user),
            by_hand,
            through: Vec::new(),
        };
        let all = [place(2, 1, true), place(1, 9, true), place(2, 3, true), place(1, 9, false), place(3, 1, true)];
        let at_once: Keyed<Membership> = all.iter().cloned().collect();
        let mut one_by_one = Keyed::default();
        all.into_iter().for_each(|membership| one_by_one.insert(membership));
        let user = |membership: &Membership| membership.user;
        for mut keyed in [at_once, one_by_one] {
            let (first, second) = (TeamId::fixed(1), TeamId::fixed(2));
            assert_eq!(
                keyed.from((second, UserId::fixed(0))).take_while(|m| m.team == second).map(user).collect::<Vec<_>>(),
                [UserId::fixed(1), UserId::fixed(3)]
            );
            assert_eq!(keyed.get(&(first, UserId::fixed(9))).map(|place| place.by_hand), Some(false));
            assert_eq!((keyed.len(), keyed.values().count()), (4, 4));
            assert!(keyed.remove(&(second, UserId::fixed(3))).is_some());
            assert_eq!(keyed.from((second, UserId::fixed(0))).take_while(|m| m.team == second).count(), 1);
        }
    }
}
