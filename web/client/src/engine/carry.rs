//! Unsynced work as a file: saved from this device, and imported on another one. A person may be talked into opening a
//! file that somebody else wrote, full of commands in the person's name. So a file is proved: it carries an authentication
//! code under the account's number, which only the account's own devices and the server know, and is shown before it is
//! imported.

use super::{attach::reattach, inner::Inner, issue::store};
use crate::{
    ImportError, Imported, WorkPreview,
    browser::tuning,
    clock,
    store::{StoreError, Unnumbered},
};
use hmac::{Hmac, KeyInit, Mac};
use rollcall_core::{
    record::{self, Unreadable},
    sync::{WORK_VERSION, Work, WorkError},
};
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use std::rc::Rc;
use uuid::Uuid;

/// What the code is for, so that it proves nothing else.
const PURPOSE: &[u8] = b"rollcall unsynced work\n";

/// What the file says in plain text, for people and other versions: nothing that is done depends on it.
#[derive(Serialize, Deserialize)]
struct File {
    version: u16,
    organisation: String,
    /// The stored form of the [`Work`]. As JSON, a tenth of the page would be there to read every command's fields.
    work: String,
    proof: String,
}

/// The file.
pub fn unsynced_work(inner: &Inner) -> String {
    let work = Work::of(&inner.replica.borrow(), &inner.place, clock::device_now());
    let bytes = record::encode(&work);
    let Some(code) = code(inner.account, &bytes) else { return String::new() };
    let file = File {
        version: work.version,
        organisation: inner.place.name.to_string(),
        work: hex(&bytes),
        proof: hex(&code.finalize().into_bytes()),
    };
    serde_json::to_string(&file).unwrap_or_default()
}

/// Reads a file, and finds out what of it is new here. Nothing is stored.
pub async fn read_work(inner: &Rc<Inner>, file: &str) -> Result<WorkPreview, ImportError> {
    let work = read(inner.account, file)?;
    catch_up(inner).await?;
    let new = work.clone().unknown_to(&inner.replica.borrow(), &inner.place)?;
    let known = work.pending.len() - new.len();
    Ok(WorkPreview { saved: work.saved, refused: work.refused.len(), new, known, work })
}

/// Imports what was shown. The commands are not checked again: whoever issued them saw what they would do, and the server's
/// word on each comes back like on any other.
pub async fn import_work(inner: &Rc<Inner>, preview: WorkPreview) -> Result<Imported, ImportError> {
    let WorkPreview { work, refused, .. } = preview;
    let pending = work.pending.len();
    // What another tab stored since the file was read is not stored again.
    catch_up(inner).await?;
    let new = work.unknown_to(&inner.replica.borrow(), &inner.place)?;
    let new: Vec<Unnumbered> = new.into_iter().map(Unnumbered::from).collect();
    for some in new.chunks(tuning().stored_at_once) {
        store(inner, some).await.map_err(|error| not_saved(inner, &error))?;
    }
    Ok(Imported { taken: new.len(), known: pending - new.len(), refused })
}

/// What another tab stored may be in the file too.
async fn catch_up(inner: &Rc<Inner>) -> Result<(), ImportError> {
    let ready = async {
        reattach(inner).await?;
        super::catch_up::catch_up(inner).await
    };
    ready.await.map_err(|error| not_saved(inner, &error))
}

fn not_saved(inner: &Inner, error: &StoreError) -> ImportError {
    ImportError::NotSaved(inner.store_failed(error))
}

/// Reads a file that a device of this account wrote.
fn read(account: Uuid, file: &str) -> Result<Work, ImportError> {
    let file: File = serde_json::from_str(file).map_err(|_| match serde_json::from_str::<Head>(file) {
        Ok(head) if head.version > WORK_VERSION => WorkError::Newer.into(),
        Ok(head) if head.version < WORK_VERSION => WorkError::Older.into(),
        _ => ImportError::NotWork,
    })?;
    if file.version > WORK_VERSION {
        return Err(WorkError::Newer.into());
    }
    let bytes = unhex(&file.work).ok_or(ImportError::NotWork)?;
    let proof = unhex(&file.proof).unwrap_or_default();
    match code(account, &bytes).map(|code| code.verify_slice(&proof)) {
        Some(Ok(())) => record::decode(&bytes).map_err(|why| match why {
            Unreadable::Newer(_) => WorkError::Newer.into(),
            Unreadable::Damaged => ImportError::NotWork,
        }),
        _ => Err(ImportError::NotOwn),
    }
}

/// The authentication code of the work.
fn code(account: Uuid, work: &[u8]) -> Option<Hmac<Sha256>> {
    let mut code = Hmac::<Sha256>::new_from_slice(account.as_bytes()).ok()?;
    code.update(PURPOSE);
    code.update(work);
    Some(code)
}

fn hex(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from_digit(half.into(), 16).unwrap_or_default();
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    (0..text.len()).step_by(2).map(|at| u8::from_str_radix(text.get(at..at + 2)?, 16).ok()).collect()
}

/// What can be read of a file of any version.
#[derive(Deserialize)]
struct Head {
    version: u16,
}
