//! Confirmed records are stored some hundreds at a time: one row per record is many times slower to write and to read.
//! Where a record goes follows from its key and the number of chunks alone, so nothing has to be looked up.

use crate::browser::tuning;
use rollcall_core::{Key, Record, record};

/// How many chunks so many records go into.
pub fn count_for(records: usize) -> u32 {
    u32::try_from(records.div_ceil(tuning().records_per_chunk).max(1)).unwrap_or(u32::MAX)
}

/// Whether so many records have outgrown, or shrunk far below, their chunks.
pub fn is_misfit(records: usize, chunks: u32) -> bool {
    let right = count_for(records);
    right > chunks.saturating_mul(2) || right.saturating_mul(4) < chunks
}

/// The chunk of a key, below `chunks`. The answer is stored data: it may never change for the same arguments.
pub fn place(key: &Key, chunks: u32) -> u32 {
    let hash = record::hash(key);
    u32::try_from(hash % u64::from(chunks.max(1))).unwrap_or_default()
}

/// Deals records out to their chunks, in the order of the chunks; each is stored even when it is empty.
pub fn deal<'a>(records: impl IntoIterator<Item = &'a Record>, chunks: u32) -> Vec<Vec<&'a Record>> {
    let mut dealt: Vec<Vec<&Record>> = (0..chunks.max(1)).map(|_| Vec::new()).collect();
    for record in records {
        let place = usize::try_from(place(&record.key(), chunks)).unwrap_or_default();
        if let Some(chunk) = dealt.get_mut(place) {
            chunk.push(record);
        }
    }
    dealt
}

#[cfg(test)]
mod tests {
    use super::*;
    use rollcall_core::id::{TeamId, UserId};

    #[test]
    fn a_key_stays_where_it_is() {
        // Written down once: were these to change, stored directories would be read wrongly.
        let places: Vec<u32> = (0..6).map(|n| place(&Key::User(UserId::fixed(n)), 200)).collect();
        assert_eq!(places, PLACES);
        assert_eq!(place(&Key::Organisation, 1), 0);
        assert_eq!(place(&Key::Organisation, 0), 0);
    }
    const PLACES: [u32; 6] = [56, 67, 78, 89, 100, 111];

    #[test]
    fn keys_spread() {
        let mut sizes = [0_u32; 200];
        for n in 0..100_000 {
            sizes[place(&Key::Membership(TeamId::fixed(7), UserId::fixed(n)), 200) as usize] += 1;
        }
        assert!(sizes.iter().all(|size| (380..620).contains(size)), "{sizes:?}");
    }

    #[test]
    fn chunks_grow_and_shrink_with_room_to_spare() {
        assert_eq!(count_for(0), 1);
        assert_eq!(count_for(500), 1);
        assert_eq!(count_for(501), 2);
        assert!(!is_misfit(1_000, 1));
        assert!(is_misfit(1_001, 1));
        assert!(!is_misfit(0, 4));
        assert!(is_misfit(0, 5));
    }
}
