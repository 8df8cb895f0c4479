//! Signing out: nothing of the directory stays on the device, and no unsynced work goes unsaid.

use super::{hint::Hint, inner::Inner, tabs};
use crate::{WipeError, store::StoreError};

pub async fn wipe(inner: &Inner, even_unsynced: bool) -> Result<(), WipeError> {
    match inner.store.empty(even_unsynced).await {
        Ok(None) | Err(StoreError::Ended) => {}
        Ok(Some(unsynced)) => {
            return Err(WipeError::Unsynced { pending: unsynced.outbox, inbox: unsynced.inbox });
        }
        // A store that can't be used holds nothing that this page could lose; what it may hold is deleted below.
        Err(_) if even_unsynced || inner.status().pending + inner.status().inbox == 0 => {}
        Err(error) => return Err(not_deleted(&error)),
    }
    inner.say(&Hint::Ended);
    tabs::ended(inner);
    inner.store.delete().await.map_err(|error| not_deleted(&error))
}

fn not_deleted(error: &StoreError) -> WipeError {
    WipeError::NotDeleted(format!(
        "What is stored on this device could not be deleted: {error}. Close the other tabs of this page and try again, \
         or delete this site's data in the browser's settings."
    ))
}
