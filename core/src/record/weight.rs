//! How much records and changes are, without writing them: limits are about bytes, and one record with a picture has as many as
//! a hundred others.

use super::size;
use crate::change::{Change, Changes, Record};

/// A change that has more bytes counts as several.
const KIB: usize = 1024;
/// What a picture has besides its bytes.
const BESIDES: usize = 64;

impl Record {
    /// About how many bytes it has, stored or sent.
    pub fn weight(&self) -> usize {
        match self {
            // Its bytes are not counted one by one.
            Self::Avatar(avatar) => avatar.picture.bytes().len().saturating_add(BESIDES),
            record => size(record),
        }
    }
}

impl Change {
    /// How many KiB it has, of what was there before and is after it, as [`kib`] counts.
    pub(crate) fn kib(&self) -> usize {
        kib(|| self.before.iter().chain(&self.after).map(Record::weight).sum())
    }
}

/// So many bytes in KiB; what is less than one is none. In a browser and in Node none are counted: to count those of every kind of
/// record takes a good part of the program that is downloaded there, and how large a decision may be is the server's to say.
pub(crate) fn kib(bytes: impl FnOnce() -> usize) -> usize {
    if cfg!(target_arch = "wasm32") { 0 } else { bytes() / KIB }
}

impl Changes {
    /// How much changes: a change counts as one, and as one more for each KiB of what was there before and is after it.
    pub fn weight(&self) -> usize {
        self.0.iter().map(|change| change.kib().saturating_add(1)).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        change::Key,
        id::UserId,
        model::{Avatar, AvatarOf, Keeping},
        record::encode,
        value::Picture,
    };

    #[test]
    fn pictures_weigh_what_they_are() {
        let of = AvatarOf::User(UserId::fixed(1));
        let mut bytes = b"\xff\xd8\xff".to_vec();
        bytes.resize(24 * KIB, 0);
        let large = Record::Avatar(Avatar { of, picture: Picture::parse(&bytes).unwrap() });
        let small = Record::Keeping(Keeping::default());
        assert!(large.weight().abs_diff(encode(&large).len()) < BESIDES);
        assert_eq!(small.weight(), encode(&small).len());
        let change = |before: Option<&Record>, after: Option<&Record>| {
            Changes(vec![Change { key: Key::Avatar(of), before: before.cloned(), after: after.cloned() }])
        };
        assert_eq!(change(None, Some(&small)).weight(), 1);
        assert_eq!(change(None, Some(&large)).weight(), 25);
        assert_eq!(change(Some(&large), Some(&large)).weight(), 49);
    }
}
