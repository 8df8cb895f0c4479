//! Telling two directories apart without sending either: each side deals its records out to buckets by their keys and
//! digests every bucket; only buckets whose digests differ are sent. For a client whose cursor no delta reaches from,
//! though most of what it holds is still true: its rights changed, it was away too long, the server was restored.

use super::{
    Put, Update,
    held::{Held, Part, bucket},
};
use crate::{
    change::{Key, Record},
    sort,
};
use std::collections::{BTreeMap, HashMap};

/// From so many records on a view is large. A smaller one is read at once, and sent whole, which is as fast and one answer less;
/// so many changes are worth folding into what a browser stores.
pub const LARGE: usize = 2_000;

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
