//! Unsynced work as a file: saved from this device, and taken in from another one.

use super::{
    attach::reattach,
    inner::Inner,
    issue::{AT_ONCE, store},
};
use crate::{ImportError, Imported, clock, store::StoreError};
use rollcall_core::{
    Command, Timestamp,
    id::CommandId,
    sync::{Work, WorkError},
};
use std::rc::Rc;

/// The file.
pub fn unsynced_work(inner: &Inner) -> String {
    let work = Work::of(&inner.replica.borrow(), &inner.place, clock::device_now());
    serde_json::to_string_pretty(&work).unwrap_or_default()
}

/// Takes in the commands of a file. They are not checked again: whoever issued them saw what they would do, and the
/// server's word on each comes back like on any other.
pub async fn import_work(inner: &Rc<Inner>, file: &str) -> Result<Imported, ImportError> {
    let work = read(file)?;
    let (pending, refused) = (work.pending.len(), work.refused.len());
    // What another tab stored may be in the file too.
    let ready = async {
        reattach(inner).await?;
        super::catch_up::catch_up(inner).await
    };
    let not_saved = |error: StoreError| ImportError::NotSaved(inner.store_failed(&error));
    ready.await.map_err(not_saved)?;
    let new = work.unknown_to(&inner.replica.borrow(), &inner.place)?;
    let new: Vec<(CommandId, Timestamp, Command)> =
        new.into_iter().map(|envelope| (envelope.id, envelope.claimed, envelope.command)).collect();
    for some in new.chunks(AT_ONCE) {
        store(inner, some).await.map_err(not_saved)?;
    }
    Ok(Imported { taken: new.len(), known: pending - new.len(), refused })
}

fn read(file: &str) -> Result<Work, ImportError> {
    serde_json::from_str(file).map_err(|_| match serde_json::from_str::<Head>(file) {
        Ok(head) if head.version > rollcall_core::sync::WORK_VERSION => WorkError::Newer.into(),
        _ => ImportError::NotWork,
    })
}

/// What can be read of a file of any version.
#[derive(serde::Deserialize)]
struct Head {
    version: u16,
}
