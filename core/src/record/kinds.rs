//! Records of kinds that a later version brought: they are no damage, and whoever says so sends people to their backups.

use super::{STORED_VERSION, Unreadable, decode, decode_start, versioned};
use crate::change::{Change, Changes, Key};
use serde::de::DeserializeOwned;

/// Reads a record or a key, which begin with the number of their kind.
///
/// # Errors
/// [`Unreadable`] when it is from a later version, of a kind that isn't known, or damaged.
pub fn decode_kind<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Unreadable> {
    decode(bytes).map_err(|error| match decode_start::<u32>(bytes) {
        Ok(kind) if is_unknown(kind) => Unreadable::Newer(STORED_VERSION),
        _ => error,
    })
}

/// Reads a list of changes.
///
/// # Errors
/// [`Unreadable`] when it is from a later version, has a record of a kind that isn't known, or is damaged.
pub fn decode_changes(bytes: &[u8]) -> Result<Changes, Unreadable> {
    decode(bytes).map_err(|error| if has_unknown(bytes) { Unreadable::Newer(STORED_VERSION) } else { error })
}

/// Whether the first change that can't be read is one of a kind that isn't known.
fn has_unknown(bytes: &[u8]) -> bool {
    let Ok(list) = versioned(bytes) else { return false };
    let Ok((count, mut rest)) = postcard::take_from_bytes::<u32>(list) else { return false };
    for _ in 0..count {
        match postcard::take_from_bytes::<Change>(rest) {
            Ok((_, behind)) => rest = behind,
            Err(_) => return postcard::take_from_bytes::<u32>(rest).is_ok_and(|(kind, _)| is_unknown(kind)),
        }
    }
    false
}

fn is_unknown(kind: u32) -> bool {
    usize::try_from(kind).is_ok_and(|kind| kind >= Key::KINDS.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        change::Record,
        id::TeamId,
        model::{Keeping, Team, TeamKind},
        record::encode,
        value::TeamName,
    };

    const LATER: u8 = 100;

    #[test]
    fn a_kind_of_a_later_version_is_no_damage() {
        let team = Team::new(TeamId::fixed(1), TeamName::parse("Sales").unwrap(), TeamKind::Team);
        let record = Record::Team(team);
        let newer = Unreadable::Newer(STORED_VERSION);
        let bytes = encode(&record);
        assert_eq!(decode_kind::<Record>(&bytes).as_ref(), Ok(&record));
        assert_eq!(decode_kind::<Record>(&bytes[..9]), Err(Unreadable::Damaged));
        assert_eq!(decode_kind::<Record>(&[STORED_VERSION, LATER, 7, 7]), Err(newer));
        assert_eq!(decode_kind::<Key>(&[STORED_VERSION, LATER]), Err(newer));
        assert_eq!(decode_kind::<Key>(&[STORED_VERSION + 1, 0]), Err(Unreadable::Newer(STORED_VERSION + 1)));

        let known = Change { key: record.key(), before: None, after: Some(record) };
        let kept = Change { key: Key::Keeping, before: None, after: Some(Record::Keeping(Keeping::default())) };
        let changes = Changes(vec![known, kept]);
        let bytes = encode(&changes);
        assert_eq!(decode_changes(&bytes), Ok(changes.clone()));
        assert_eq!(decode_changes(&bytes[..bytes.len() - 1]), Err(Unreadable::Damaged));
        // The second one is of another kind by now.
        let at = encode(&Changes(changes.0[..1].to_vec())).len();
        let mut later = bytes;
        later[at] = LATER;
        assert_eq!(decode_changes(&later), Err(newer));
    }
}
