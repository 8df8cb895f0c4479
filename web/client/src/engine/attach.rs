//! From the store to the replica: at the start, when another tab moved on too far, when a lost store is back.

use super::{Task, hint::Hint, inner::Inner};
use crate::{
    clock, new_id,
    store::{Head, StoreError, Stored, tail::Overlay},
};
use rollcall_core::{
    Record, Timestamp,
    id::{DeviceId, UserId},
    record::{self, Unreadable},
    sync::{Envelope, Rejected, Replica, Seq},
};
use std::cell::Cell;

/// Tries again to use a store that failed, if it did.
pub async fn reattach(inner: &Inner) -> Result<(), StoreError> {
    if inner.state.borrow().detached { attach(inner).await } else { Ok(()) }
}

/// Replaces what is in memory by what is stored. When the store was cleared, commands that had been stored durably are in
/// memory still, and go back into the new one.
pub fn attach(inner: &Inner) -> Task<'_, Result<(), StoreError>> {
    Box::pin(attach_now(inner))
}

async fn attach_now(inner: &Inner) -> Result<(), StoreError> {
    let mut stored = match inner.store.load().await? {
        Some(stored) => stored,
        None => found(inner).await?,
    };
    let anew = stored.head.founding != inner.state.borrow().head.founding;
    if anew && bring_back(inner, stored.head.device).await? {
        stored = inner.store.load().await?.ok_or(StoreError::Gone)?;
    }
    let now = clock::device_now().after(stored.head.behind);
    // Until the server sends them again, the records in memory are as good as ever. They are not when the store was
    // purged, which is written down as a generation.
    let keeps = stored.head.generation == 0 && inner.replica.borrow().cursor().is_some();
    let head = if keeps {
        let Stored { head, outbox, inbox, .. } = stored;
        inner.replica.borrow_mut().replace_work(head.device, outbox, inbox, now);
        head
    } else {
        let (replica, head) = restore(inner.place.user, stored, now)?;
        inner.replica.replace(replica);
        head
    };
    {
        let mut state = inner.state.borrow_mut();
        state.outbox_read = Seq(head.next.0.saturating_sub(1));
        state.synced = if keeps { state.synced } else { head.synced };
        state.head = head;
        state.replaced += 1;
        (state.detached, state.not_saved, state.need_snapshot) = (false, None, keeps);
    }
    inner.notify();
    Ok(())
}

/// Starts an empty store, under a name that no tab has numbered commands under.
async fn found(inner: &Inner) -> Result<Stored, StoreError> {
    let head = {
        let head = &inner.state.borrow().head;
        let (next, behind, founding) = (head.next, head.behind, new_id());
        Head { next, behind, founding, ..Head::new(DeviceId::new(new_id()), inner.place.user) }
    };
    match inner.store.found(&head).await {
        // Another tab was faster.
        Ok(()) | Err(StoreError::Moved) => inner.store.load().await?.ok_or(StoreError::Gone),
        Err(error) => Err(error),
    }
}

/// Puts work that is in memory back into a store that was created again; answers whether there was any that it did not
/// hold. What has its verdict meanwhile gets the same again: the server knows a command by its id.
async fn bring_back(inner: &Inner, device: DeviceId) -> Result<bool, StoreError> {
    let (outbox, inbox): (Vec<Envelope>, Vec<Rejected>) = {
        let replica = inner.replica.borrow();
        (replica.pending().map(|pending| pending.envelope.clone()).collect(), replica.inbox().cloned().collect())
    };
    let any = !(outbox.is_empty() && inbox.is_empty()) && inner.store.bring_back(device, &outbox, &inbox).await?;
    if any {
        inner.say(&Hint::Stored);
    }
    Ok(any)
}

/// Puts together what was stored. Records that are damaged, or were another user's view, are dropped all together, and
/// the server is asked for everything; commands are never dropped.
fn restore(user: UserId, stored: Stored, now: Timestamp) -> Result<(Replica, Head), StoreError> {
    let Stored { mut head, chunks, tail, outbox, inbox } = stored;
    let usable = u32::try_from(chunks.len()) == Ok(head.chunks)
        && u64::try_from(tail.len()) == Ok(head.generation.saturating_sub(head.folded))
        && head.user == user;
    head.user = user;
    let cursor = head.cursor.filter(|_| usable);
    if cursor.is_none() {
        return Ok((Replica::restore(user, head.device, [], None, outbox, inbox, now), head));
    }
    let (unreadable, read) = (Cell::new(None), Cell::new(0_u64));
    let overlay = Overlay::of(tail);
    // One chunk after the other, so that the encoded and the decoded directory are never in memory both.
    let chunked = chunks.into_iter().flat_map(|bytes| {
        let records: Vec<Record> = record::decode(&bytes.to_vec()).unwrap_or_else(|error| {
            unreadable.set(Some(error));
            Vec::new()
        });
        read.set(read.get() + records.len() as u64);
        records
    });
    let records = chunked.filter(|record| !overlay.covers(&record.key())).chain(overlay.records().cloned());
    let replica = Replica::restore(user, head.device, records, cursor, outbox, inbox, now);
    match unreadable.get() {
        Some(Unreadable::Newer(_)) => Err(StoreError::Newer),
        None if read.get() == head.records => Ok((replica, head)),
        _ => {
            let outbox: Vec<Envelope> = replica.pending().map(|pending| pending.envelope.clone()).collect();
            let inbox: Vec<Rejected> = replica.inbox().cloned().collect();
            Ok((Replica::restore(user, head.device, [], None, outbox, inbox, now), head))
        }
    }
}
