//! What a viewer gets: the view of one version, whole or as the difference since an earlier one.

use super::Put;
use crate::{
    access::{Holding, affected, visible},
    change::{Key, Record},
    directory::Directory,
};
use std::collections::BTreeSet;

/// All that the viewer may see.
pub fn snapshot(directory: &Directory, viewer: &Holding) -> Vec<Record> {
    seen(directory, viewer).collect()
}

/// All that the viewer may see, unless it takes more than so many bytes: then no more of it is read.
pub fn snapshot_within(directory: &Directory, viewer: &Holding, bytes: usize) -> Option<Vec<Record>> {
    within(seen(directory, viewer), bytes, Record::weight)
}

/// What changed for the viewer, given the keys that changed since its cursor and a view epoch that stayed the same.
pub fn delta(directory: &Directory, viewer: &Holding, changed: impl IntoIterator<Item = Key>) -> Vec<Put> {
    changes(directory, viewer, changed).collect()
}

/// What changed for the viewer, unless it takes more than so many bytes: then no more of it is read.
pub fn delta_within(
    directory: &Directory,
    viewer: &Holding,
    changed: impl IntoIterator<Item = Key>,
    bytes: usize,
) -> Option<Vec<Put>> {
    within(changes(directory, viewer, changed), bytes, |put| {
        KEY.saturating_add(put.record.as_ref().map_or(0, Record::weight))
    })
}

/// Roughly how many bytes a key takes.
const KEY: usize = 32;

fn seen<'d>(directory: &'d Directory, viewer: &'d Holding) -> impl Iterator<Item = Record> + use<'d> {
    directory.records().filter_map(move |record| visible(directory, viewer, &record))
}

fn changes<'d, K: IntoIterator<Item = Key>>(
    directory: &'d Directory,
    viewer: &'d Holding,
    changed: K,
) -> impl Iterator<Item = Put> + use<'d, K> {
    let keys: BTreeSet<Key> = changed.into_iter().flat_map(|key| affected(directory, key)).collect();
    keys.into_iter().map(move |key| {
        let record = directory.get(&key).and_then(|record| visible(directory, viewer, &record));
        Put { key, record }
    })
}

fn within<T>(items: impl Iterator<Item = T>, bytes: usize, weight: impl Fn(&T) -> usize) -> Option<Vec<T>> {
    let (mut room, mut taken) = (bytes, Vec::new());
    for item in items {
        room = room.checked_sub(weight(&item))?;
        taken.push(item);
    }
    Some(taken)
}
