//! The users of a directory in numbered rows: found by id or by identifier through tables of row numbers, which leave
//! the texts where they are; and the search names a user by four bytes.

use crate::{
    id::UserId,
    model::{Identifier, IdentifierKind, User},
};
use hashbrown::HashTable;
use rustc_hash::FxBuildHasher;
use std::hash::BuildHasher;

/// Where a user stands in memory, while it is there. Never leaves the directory.
pub(super) type Row = u32;

#[derive(Clone, Debug, Default)]
pub(super) struct Users {
    rows: Vec<Option<User>>,
    /// Rows that nobody stands in.
    free: Vec<Row>,
    by_id: HashTable<Row>,
    by_identifier: HashTable<Named>,
}

/// A user's row under the hash of one of its identifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Named {
    row: Row,
    hash: u32,
}

impl Users {
    pub fn get(&self, id: UserId) -> Option<&User> {
        self.at(self.row(id)?)
    }

    pub fn row(&self, id: UserId) -> Option<Row> {
        self.by_id.find(hash_id(id), |row| self.at(*row).is_some_and(|user| user.id == id)).copied()
    }

    pub fn at(&self, row: Row) -> Option<&User> {
        self.rows.get(row as usize).and_then(Option::as_ref)
    }

    /// One more than the highest row.
    pub fn rows(&self) -> usize {
        self.rows.len()
    }

    pub fn len(&self) -> usize {
        self.by_id.len()
    }

    pub fn iter(&self) -> impl Iterator<Item = &User> {
        self.rows.iter().flatten()
    }

    /// Every user with its row.
    pub fn standing(&self) -> impl Iterator<Item = (Row, &User)> {
        (0..).zip(&self.rows).filter_map(|(row, user)| Some((row, user.as_ref()?)))
    }

    /// The user with this folded identifier; the one with the smallest id, should the rules have been broken.
    pub fn identified(&self, kind: IdentifierKind, folded: &str) -> Option<UserId> {
        let hash = hash_identifier(kind, folded);
        let same = |identifier: &Identifier| identifier.kind() == kind && identifier.folded().1 == folded;
        let found = self.by_identifier.iter_hash(spread(hash)).filter(|named| named.hash == hash);
        let users = found.filter_map(|named| self.at(named.row)).filter(|user| user.identifiers.iter().any(same));
        users.map(|user| user.id).min()
    }

    /// Puts a user where none has its id: in the row that was left last, so that one that only changes stays in its own.
    pub fn insert(&mut self, user: User) -> Row {
        let row = self.free.pop().unwrap_or(u32::try_from(self.rows.len()).unwrap_or(Row::MAX));
        for identifier in &user.identifiers {
            let (kind, folded) = identifier.folded();
            let named = Named { row, hash: hash_identifier(kind, &folded) };
            self.by_identifier.insert_unique(spread(named.hash), named, |named| spread(named.hash));
        }
        let id = user.id;
        match self.rows.get_mut(row as usize) {
            Some(free) => *free = Some(user),
            None => self.rows.push(Some(user)),
        }
        let hash = |row: &Row| self.rows.get(*row as usize).and_then(Option::as_ref).map_or(0, |user| hash_id(user.id));
        self.by_id.insert_unique(hash_id(id), row, hash);
        row
    }

    /// Takes a user out.
    pub fn remove(&mut self, id: UserId) -> Option<User> {
        let row = self.row(id)?;
        if let Ok(entry) = self.by_id.find_entry(hash_id(id), |other| *other == row) {
            entry.remove();
        }
        let user = self.rows.get_mut(row as usize).and_then(Option::take)?;
        self.free.push(row);
        for identifier in &user.identifiers {
            let (kind, folded) = identifier.folded();
            let named = Named { row, hash: hash_identifier(kind, &folded) };
            if let Ok(entry) = self.by_identifier.find_entry(spread(named.hash), |other| *other == named) {
                entry.remove();
            }
        }
        Some(user)
    }

    /// Gives back memory that was set aside for more users.
    pub fn shrink(&mut self) {
        self.rows.shrink_to_fit();
    }
}

fn hash_id(id: UserId) -> u64 {
    FxBuildHasher.hash_one(id.uuid().as_u128())
}

/// Both halves of a hash: where a word has 32 bits, as in a browser, the upper one is empty.
fn hash_identifier(kind: IdentifierKind, folded: &str) -> u32 {
    let hash = FxBuildHasher.hash_one((kind as u8, folded));
    (hash ^ hash >> 32) as u32
}

/// The table looks at the lowest and the highest bits.
const fn spread(hash: u32) -> u64 {
    (hash as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        model::{UserKind, UserState},
        time::Timestamp,
        value::{Email, Login},
    };

    fn user(id: u128, email: &str) -> User {
        let email = Email::parse(email).expect("an address");
        let login = Login::parse(&format!("login{id}")).expect("a name");
        User {
            identifiers: vec![Identifier::Email(email), Identifier::Login(login)],
            ..User::new(UserId::fixed(id), UserKind::Person, UserState::Active, Timestamp(0))
        }
    }

    #[test]
    fn finds_by_id_and_by_identifier_while_there() {
        let mut users = Users::default();
        for id in 0..1000 {
            users.insert(user(id, &format!("U{id}@x.io")));
        }
        for id in (0..1000).step_by(3) {
            assert_eq!(users.remove(UserId::fixed(id)).map(|user| user.id), Some(UserId::fixed(id)));
        }
        for id in 0..1000 {
            let there = (id % 3 != 0).then_some(UserId::fixed(id));
            assert_eq!(users.get(UserId::fixed(id)).map(|user| user.id), there);
            assert_eq!(users.identified(IdentifierKind::Email, &format!("u{id}@x.io")), there);
            assert_eq!(users.identified(IdentifierKind::Login, &format!("login{id}")), there);
        }
        assert_eq!((users.len(), users.rows(), users.iter().count()), (666, 1000, 666));
        users.insert(user(5000, "new@x.io"));
        assert_eq!(users.rows(), 1000, "a row that is free is used again");
    }

    #[test]
    fn of_two_with_one_address_the_first_id_is_found_however_they_came() {
        for ids in [[1, 2], [2, 1]] {
            let mut users = Users::default();
            for id in ids {
                users.insert(user(id, "same@x.io"));
            }
            assert_eq!(users.identified(IdentifierKind::Email, "same@x.io"), Some(UserId::fixed(1)));
            users.remove(UserId::fixed(1));
            assert_eq!(users.identified(IdentifierKind::Email, "same@x.io"), Some(UserId::fixed(2)));
        }
    }
}
