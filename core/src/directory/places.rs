//! Who is in which team: memberships in the order of team, then user, found without keeping the two ids twice.

use crate::{
    id::{TeamId, UserId},
    model::Membership,
};
use std::{
    borrow::Borrow,
    cmp::Ordering,
    collections::BTreeSet,
    ops::Bound::{Included, Unbounded},
};

type Key = (TeamId, UserId);

/// Whatever stands at a key: a membership, or the key alone when it is looked for.
trait AtKey {
    fn key(&self) -> Key;
}

impl AtKey for Key {
    fn key(&self) -> Key {
        *self
    }
}

#[derive(Clone, Debug)]
struct Place(Membership);

impl AtKey for Place {
    fn key(&self) -> Key {
        (self.0.team, self.0.user)
    }
}

macro_rules! compared_by_key {
    ($type:ty) => {
        impl PartialEq for $type {
            fn eq(&self, other: &Self) -> bool {
                self.key() == other.key()
            }
        }

        impl Eq for $type {}

        impl PartialOrd for $type {
            fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
                Some(self.cmp(other))
            }
        }

        impl Ord for $type {
            fn cmp(&self, other: &Self) -> Ordering {
                self.key().cmp(&other.key())
            }
        }
    };
}
compared_by_key!(Place);
compared_by_key!(dyn AtKey + '_);

impl<'a> Borrow<dyn AtKey + 'a> for Place {
    fn borrow(&self) -> &(dyn AtKey + 'a) {
        self
    }
}

/// All memberships.
#[derive(Clone, Debug, Default)]
pub(super) struct Places(BTreeSet<Place>);

impl Places {
    pub fn get(&self, team: TeamId, user: UserId) -> Option<&Membership> {
        self.0.get::<dyn AtKey>(&(team, user)).map(|place| &place.0)
    }

    /// Puts a membership in, in the place of an older one.
    pub fn insert(&mut self, membership: Membership) {
        self.0.replace(Place(membership));
    }

    pub fn remove(&mut self, team: TeamId, user: UserId) -> Option<Membership> {
        self.0.take::<dyn AtKey>(&(team, user)).map(|place| place.0)
    }

    pub fn values(&self) -> impl Iterator<Item = &Membership> {
        self.0.iter().map(|place| &place.0)
    }

    /// Who is in a team, by id.
    pub fn of(&self, team: TeamId) -> impl Iterator<Item = UserId> {
        let first: Key = (team, UserId::fixed(0));
        let first: &dyn AtKey = &first;
        let members = self.0.range::<dyn AtKey, _>((Included(first), Unbounded));
        members.take_while(move |place| place.0.team == team).map(|place| place.0.user)
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }
}

impl FromIterator<Membership> for Places {
    /// Many at once: sorted once. Of two at the same key the later one stays.
    fn from_iter<I: IntoIterator<Item = Membership>>(memberships: I) -> Self {
        Self(memberships.into_iter().map(Place).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_by_team_and_the_later_of_two_stays() {
        let place = |team: u128, user: u128, by_hand| Membership {
            team: TeamId::fixed(team),
            user: UserId::fixed(user),
            by_hand,
            through: Vec::new(),
        };
        let all = [place(2, 1, true), place(1, 9, true), place(2, 3, true), place(1, 9, false), place(3, 1, true)];
        let at_once: Places = all.iter().cloned().collect();
        let mut one_by_one = Places::default();
        all.into_iter().for_each(|membership| one_by_one.insert(membership));
        for mut places in [at_once, one_by_one] {
            let (first, second) = (TeamId::fixed(1), TeamId::fixed(2));
            assert_eq!(places.of(second).collect::<Vec<_>>(), [UserId::fixed(1), UserId::fixed(3)]);
            assert_eq!(places.get(first, UserId::fixed(9)).map(|place| place.by_hand), Some(false));
            assert_eq!((places.len(), places.values().count()), (4, 4));
            assert!(places.remove(second, UserId::fixed(3)).is_some());
            assert_eq!(places.of(second).count(), 1);
        }
    }
}
