//! Signing out: nothing of the directory stays on the device, and no unsynced work goes unsaid. And being signed out by
//! an administrator: the directory goes, unsynced work stays, to be sent after another sign-in or saved as a file.

use super::{end, hint::Hint, inner::Inner};
use crate::{
    WipeError, remembered,
    store::{StoreError, Unsynced},
};
use rollcall_core::sync::{Envelope, Rejected, Replica};

pub async fn wipe(inner: &Inner, may_lose: Unsynced) -> Result<(), WipeError> {
    match inner.store.empty(may_lose).await {
        Ok(Ok(_)) | Err(StoreError::Ended) => {}
        Ok(Err(unsynced)) => return Err(WipeError::Unsynced(unsynced)),
        // A store that this page could never use holds nothing of its work; what it may hold is deleted below.
        Err(_) if may_lose.any() || inner.state.borrow().head.founding.is_nil() => {}
        Err(error) => return Err(WipeError::of(&error)),
    }
    inner.say(&Hint::Ended);
    end::ended(inner);
    inner.store.delete().await.map_err(|error| WipeError::of(&error))?;
    remembered::store_deleted(&inner.name);
    Ok(())
}

/// Deletes the directory from this device, in the store and in memory, if it is still there; commands stay.
pub async fn purge(inner: &Inner) {
    let (device, there) = {
        let state = inner.state.borrow();
        (state.head.device, state.head.cursor.is_some() || inner.replica.borrow().cursor().is_some())
    };
    if !there {
        return;
    }
    let purged = inner.store.purge(device).await;
    let replica = {
        let replica = inner.replica.borrow();
        let outbox: Vec<Envelope> = replica.pending().map(|pending| pending.envelope.clone()).collect();
        let inbox: Vec<Rejected> = replica.inbox().cloned().collect();
        Replica::restore(inner.place.user, device, [], None, outbox, inbox, inner.now())
    };
    inner.replica.replace(replica);
    {
        let mut state = inner.state.borrow_mut();
        state.replaced += 1;
        match &purged {
            Ok(head) => state.head = head.clone(),
            // Tried again with the next answer: it says the same.
            Err(_) => state.need_snapshot = true,
        }
    }
    if let Err(error) = &purged {
        inner.store_failed(error);
    }
    inner.notify();
    inner.say(&Hint::Stored);
}
