//! Telling two directories apart without sending either: each side deals its records out to buckets by their keys and
//! digests every bucket; only buckets whose digests differ are sent. For a client whose cursor no delta reaches from,
//! though most of what it holds is still true: its rights changed, it was away too long, the server was restored.

use super::{Put, Update};
use crate::{
    change::{Key, Record},
    record, sort,
};
use serde::{
    Deserialize, Deserializer, Serialize,
    de::{SeqAccess, Visitor},
};
use std::{
    collections::{BTreeMap, HashMap},
    fmt,
};

/// A view of fewer records is sent whole: that is as fast, and one answer less.
pub const WORTH_ASKING: usize = 2_000;
/// About so many records go into a bucket.
const RECORDS_PER_BUCKET: usize = 32;
/// The fewest and the most buckets.
const BUCKETS: std::ops::RangeInclusive<usize> = 64..=4_096;
/// The most buckets: no view is digested in more, however large it is.
pub const MAX_BUCKETS: usize = *BUCKETS.end();

/// What a client holds: a digest of each bucket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Held(Vec<u64>);

/// Of more than [`MAX_BUCKETS`] one is kept, which tells that there are too many.
impl<'de> Deserialize<'de> for Held {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Digests;
        impl<'de> Visitor<'de> for Digests {
            type Value = Held;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list of digests")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut digests: A) -> Result<Held, A::Error> {
                let mut kept = Vec::new();
                while let Some(digest) = digests.next_element()? {
                    if kept.len() <= MAX_BUCKETS {
                        kept.push(digest);
                    }
                }
                Ok(Held(kept))
            }
        }
        deserializer.deserialize_seq(Digests)
    }
}

/// One bucket's records, all of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    pub bucket: u32,
    pub records: Vec<Record>,
}

impl Held {
    /// What somebody holds who holds these records, about `expected` of them.
    pub fn of(records: impl IntoIterator<Item = Record>, expected: usize) -> Self {
        let buckets = (expected / RECORDS_PER_BUCKET).next_power_of_two();
        Self::in_buckets(records, buckets.clamp(*BUCKETS.start(), *BUCKETS.end()))
    }

    fn in_buckets(records: impl IntoIterator<Item = Record>, buckets: usize) -> Self {
        let mut sums = vec![0_u64; buckets];
        for record in records {
            let bucket = usize::try_from(bucket(&record.key(), u32::try_from(buckets).unwrap_or(u32::MAX)));
            if let Some(sum) = bucket.ok().and_then(|bucket| sums.get_mut(bucket)) {
                // A sum does not depend on the order.
                *sum = sum.wrapping_add(mixed(fnv(&record::encode(&record))));
            }
        }
        // 53 bits: what every reader of JSON keeps whole.
        Self(sums.into_iter().map(|sum| sum >> 11).collect())
    }

    /// Whether there are more buckets than any view has.
    pub fn too_many(&self) -> bool {
        self.0.len() > MAX_BUCKETS
    }

    /// How many buckets there are.
    pub fn buckets(&self) -> u32 {
        u32::try_from(self.0.len()).unwrap_or(u32::MAX)
    }
}

/// How to get from what a client holds to `view`: what is in the buckets that differ, or all when that is most of it.
pub fn difference(view: Vec<Record>, held: &Held) -> Update {
    let buckets = held.buckets();
    let here = Held::in_buckets(view.iter().cloned(), held.0.len());
    let mut parts: BTreeMap<u32, Vec<Record>> = BTreeMap::new();
    for (bucket, (theirs, ours)) in (0..).zip(held.0.iter().zip(&here.0)) {
        if theirs != ours {
            parts.insert(bucket, Vec::new());
        }
    }
    if buckets == 0 || 2 * parts.len() > held.0.len() {
        return Update::Snapshot(view);
    }
    for record in view {
        if let Some(part) = parts.get_mut(&bucket(&record.key(), buckets)) {
            part.push(record);
        }
    }
    let parts = parts.into_iter().map(|(bucket, records)| Part { bucket, records }).collect();
    Update::Difference { buckets, parts }
}

/// What a difference changes for somebody who holds these records: what is new or other, and what is gone.
pub fn puts(buckets: u32, parts: Vec<Part>, held: impl IntoIterator<Item = Record>) -> Vec<Put> {
    let told: HashMap<u32, Vec<Record>> = parts.into_iter().map(|part| (part.bucket, part.records)).collect();
    let known = |record: Record| {
        let key = record.key();
        told.contains_key(&bucket(&key, buckets)).then_some((key, record))
    };
    let mut known: HashMap<Key, Record> = held.into_iter().filter_map(known).collect();
    let mut puts: Vec<Put> = told
        .into_values()
        .flatten()
        .filter_map(|record| {
            let key = record.key();
            let same = known.remove(&key).as_ref() == Some(&record);
            (!same).then_some(Put { key, record: Some(record) })
        })
        .collect();
    puts.extend(known.into_keys().map(|key| Put { key, record: None }));
    sort::by_key(&mut puts, |put| put.key);
    puts
}

/// The bucket of a key, below `buckets`. Both sides must agree: it is part of the protocol.
fn bucket(key: &Key, buckets: u32) -> u32 {
    u32::try_from(mixed(fnv(&record::encode(key))) % u64::from(buckets.max(1))).unwrap_or_default()
}

/// FNV-1a, 64 bit: the same on every machine.
fn fnv(bytes: &[u8]) -> u64 {
    let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, step)
}

/// Spreads every bit over all others (the last step of MurmurHash3), so that sums tell sets apart.
fn mixed(mut hash: u64) -> u64 {
    hash = (hash ^ (hash >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    hash = (hash ^ (hash >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    hash ^ (hash >> 33)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::UserId;

    #[test]
    fn a_key_stays_in_its_bucket() {
        // Written down once: were these to change, a page and a server of different versions would disagree.
        let buckets: Vec<u32> = (0..6).map(|n| bucket(&Key::User(UserId::fixed(n)), 256)).collect();
        assert_eq!(buckets, [165, 125, 178, 203, 171, 134]);
        assert_eq!(bucket(&Key::Organisation, 0), 0);
    }

    #[test]
    fn nothing_is_held_in_no_buckets() {
        let nothing = Held(Vec::new());
        assert_eq!(difference(Vec::new(), &nothing), Update::Snapshot(Vec::new()));
        assert_eq!(Held::of([], 0).buckets(), 64);
        assert_eq!(Held::of([], 1_000_000).buckets(), 4_096);
    }
}
