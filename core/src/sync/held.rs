//! What somebody holds, told in a few kilobytes: its records dealt out to buckets by their keys, and each bucket digested.

use crate::{
    change::{Key, Record},
    record,
};
use serde::{
    Deserialize, Deserializer, Serialize,
    de::{SeqAccess, Visitor},
};
use std::fmt;

/// About so many records go into a bucket.
const RECORDS_PER_BUCKET: usize = 32;
/// The fewest and the most buckets.
const BUCKETS: std::ops::RangeInclusive<usize> = 64..=4_096;
/// The most buckets: no view is digested in more, however large it is.
pub const MAX_BUCKETS: usize = *BUCKETS.end();

/// What a client holds: a digest of each bucket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Held(pub(super) Vec<u64>);

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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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

    /// The same in so many buckets.
    pub(super) fn in_buckets(records: impl IntoIterator<Item = Record>, buckets: usize) -> Self {
        let mut sums = vec![0_u64; buckets];
        for record in records {
            let bucket = usize::try_from(bucket(&record.key(), u32::try_from(buckets).unwrap_or(u32::MAX)));
            if let Some(sum) = bucket.ok().and_then(|bucket| sums.get_mut(bucket)) {
                // A sum does not depend on the order.
                *sum = sum.wrapping_add(mixed(record::hash(&record)));
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

/// The bucket of a key, below `buckets`. Both sides must agree: it is part of the protocol.
pub(super) fn bucket(key: &Key, buckets: u32) -> u32 {
    u32::try_from(mixed(record::hash(key)) % u64::from(buckets.max(1))).unwrap_or_default()
}

/// Spreads every bit over all others (the last step of MurmurHash3), so that sums tell sets apart.
fn mixed(mut hash: u64) -> u64 {
    hash = (hash ^ (hash >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    hash = (hash ^ (hash >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    hash ^ (hash >> 33)
}
