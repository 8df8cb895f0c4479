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
    directory.records().filter_map(|record| visible(directory, viewer, &record)).collect()
}

/// What changed for the viewer, given the keys that changed since its cursor and a view epoch that stayed the same.
pub fn delta(directory: &Directory, viewer: &Holding, changed: impl IntoIterator<Item = Key>) -> Vec<Put> {
    let keys: BTreeSet<Key> = changed.into_iter().flat_map(|key| affected(directory, key)).collect();
    let put = |key: Key| {
        let record = directory.get(&key).and_then(|record| visible(directory, viewer, &record));
        Put { key, record }
    };
    keys.into_iter().map(put).collect()
}
