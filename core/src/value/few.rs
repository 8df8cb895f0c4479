//! Lists as commands hold them: read only as far as there is any use for them. Whoever sends millions of entries pays with its
//! bytes alone; no rule has to look at them, and none has to be quick with so many.

use serde::{
    Deserialize, Deserializer,
    de::{Error, MapAccess, SeqAccess, Visitor},
};
use std::{collections::BTreeMap, fmt, marker::PhantomData};

/// No list in a command is longer: five times as many members as a team is made with at once. How many of something there may
/// be, each rule says itself.
const FEW: usize = 5_000;
/// No map in a command is longer: ten times as many entries as the extra information of a user has.
const FEW_ENTRIES: usize = 500;

/// Reads a list (`#[serde(deserialize_with = "few")]`); every list of a command is read so.
///
/// # Errors
/// There are more than 5,000 entries: read no further.
pub(crate) fn few<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
    deserializer.deserialize_seq(Entries(PhantomData))
}

struct Entries<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Entries<T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a list of at most {FEW} entries")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<Vec<T>, A::Error> {
        // What the list says of its length, nobody has counted.
        let mut list = Vec::with_capacity(entries.size_hint().unwrap_or_default().min(16));
        while let Some(entry) = entries.next_element()? {
            if list.len() == FEW {
                return Err(A::Error::custom(format_args!("a list has more than {FEW} entries")));
            }
            list.push(entry);
        }
        Ok(list)
    }
}

/// Reads a map (`#[serde(deserialize_with = "few_entries")]`); every map of a command is read so.
///
/// # Errors
/// There are more than 500 entries: read no further.
pub(crate) fn few_entries<'de, D, K, V>(deserializer: D) -> Result<BTreeMap<K, V>, D::Error>
where
    D: Deserializer<'de>,
    K: Deserialize<'de> + Ord,
    V: Deserialize<'de>,
{
    deserializer.deserialize_map(Pairs(PhantomData))
}

struct Pairs<K, V>(PhantomData<(K, V)>);

impl<'de, K: Deserialize<'de> + Ord, V: Deserialize<'de>> Visitor<'de> for Pairs<K, V> {
    type Value = BTreeMap<K, V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a map of at most {FEW_ENTRIES} entries")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<BTreeMap<K, V>, A::Error> {
        let mut map = BTreeMap::new();
        let mut read = 0_usize;
        while let Some((key, value)) = entries.next_entry()? {
            // Counted as they are written: a key that comes again is an entry as well.
            if read == FEW_ENTRIES {
                return Err(A::Error::custom(format_args!("a map has more than {FEW_ENTRIES} entries")));
            }
            read += 1;
            map.insert(key, value);
        }
        Ok(map)
    }
}
