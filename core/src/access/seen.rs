//! What somebody sees of changes: of each, only when it sees all of the record, as it was and as it is then.

use super::{Holding, visible};
use crate::{
    change::{Change, Changes, Record},
    directory::Directory,
};

/// Whether the holder sees a record, and all of it.
pub fn sees_whole(directory: &Directory, holding: &Holding, record: &Record) -> bool {
    visible(directory, holding, record).as_ref() == Some(record)
}

/// Makes the changes, and answers those of them that the holder sees: each record as it was among what was, and as it is
/// then among what is then.
pub fn apply_and_see(directory: &mut Directory, holding: &Holding, changes: &Changes) -> Changes {
    let sees = |directory: &Directory, record: &Option<Record>| {
        record.as_ref().is_none_or(|record| sees_whole(directory, holding, record))
    };
    let before: Vec<bool> = changes.0.iter().map(|change| sees(directory, &change.before)).collect();
    directory.apply(changes);
    let seen = |(change, before): (&Change, bool)| before && sees(directory, &change.after);
    let seen = changes.0.iter().zip(before).filter(|(change, before)| seen((change, *before)));
    Changes(seen.map(|(change, _)| change.clone()).collect())
}
