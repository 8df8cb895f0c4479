//! From the store to the replica: at the start, when another tab moved on too far, when a lost store is back.

use super::{
    inner::{Inner, State},
    sync::Syncing,
    tabs::{self, Tabs},
};
use crate::{
    Link, OpenError,
    browser::page,
    clock, new_id,
    store::{Head, Store, StoreError, Stored, tail::Overlay},
    watch::Watchers,
};
use rollcall_core::{
    Record, Timestamp,
    api::Place,
    id::{DeviceId, UserId},
    record::{self, Unreadable},
    sync::{Envelope, Rejected, Replica, Seq},
    value::Email,
};
use std::{
    cell::{Cell, RefCell},
    rc::{Rc, Weak},
};

/// Opens the store, or does without.
pub async fn open(place: &Place, account: &Email) -> Result<Rc<Inner>, OpenError> {
    if !page::is_there() {
        return Err(OpenError::NoPage);
    }
    let name = Store::name_for(place.tenant, &account.folded());
    let user = place.user;
    let head = Head::new(DeviceId::new(new_id()), user);
    let inner = Rc::new_cyclic(|weak: &Weak<Inner>| {
        let weak = weak.clone();
        let store = Store::new(name.clone(), move || {
            if let Some(inner) = weak.upgrade() {
                tabs::ended(&inner);
            }
        });
        Inner {
            place: place.clone(),
            name,
            replica: RefCell::new(Replica::restore(user, head.device, [], None, [], [], clock::device_now())),
            store,
            state: RefCell::new(State {
                head,
                outbox_read: Seq(0),
                replaced: 0,
                detached: true,
                need_snapshot: false,
                not_saved: None,
                persistent: false,
                asked_to_persist: false,
                link: Link::Connecting,
                synced: None,
                ended: false,
            }),
            syncing: RefCell::new(Syncing::default()),
            tabs: RefCell::new(Tabs::default()),
            watchers: Watchers::default(),
        }
    });
    match attach(&inner).await {
        Ok(()) => {}
        Err(StoreError::Newer) => return Err(OpenError::Newer),
        // The directory still opens, from the server alone; that nothing is kept is said.
        Err(error) => drop(inner.store_failed(&error)),
    }
    let persistent = page::is_persistent().await;
    inner.state.borrow_mut().persistent = persistent;
    Ok(inner)
}

/// Tries again to use a store that failed, if it did.
pub async fn reattach(inner: &Inner) -> Result<(), StoreError> {
    if inner.state.borrow().detached { attach(inner).await } else { Ok(()) }
}

/// Replaces what is in memory by what is stored. An empty store is founded with what is in memory.
pub async fn attach(inner: &Inner) -> Result<(), StoreError> {
    let stored = match inner.store.load().await? {
        Some(stored) => stored,
        None => match found(inner).await {
            Ok(()) => return Ok(()),
            // Another tab was faster.
            Err(StoreError::Moved) => inner.store.load().await?.ok_or(StoreError::Gone)?,
            Err(error) => return Err(error),
        },
    };
    if is_founded_anew(inner, &stored) {
        keep_records(inner, stored);
        return Ok(());
    }
    let now = clock::device_now().after(stored.head.behind);
    let (replica, head) = restore(inner.place.user, stored, now)?;
    {
        let mut state = inner.state.borrow_mut();
        state.outbox_read = Seq(head.next.0.saturating_sub(1));
        state.synced = head.synced;
        state.head = head;
        state.replaced += 1;
        (state.detached, state.not_saved, state.need_snapshot) = (false, None, false);
    }
    inner.replica.replace(replica);
    inner.watchers.notify();
    Ok(())
}

/// Starts an empty store. Commands that were stored durably before it was cleared are in memory still, and go back.
async fn found(inner: &Inner) -> Result<(), StoreError> {
    let (head, outbox, inbox) = {
        let (replica, state) = (inner.replica.borrow(), inner.state.borrow());
        let outbox: Vec<Envelope> = replica.pending().map(|pending| pending.envelope.clone()).collect();
        let inbox: Vec<Rejected> = replica.inbox().cloned().collect();
        let next = outbox.last().map_or(1, |envelope| envelope.seq.0 + 1).max(state.head.next.0);
        let head =
            Head { next: Seq(next), behind: state.head.behind, ..Head::new(state.head.device, inner.place.user) };
        (head, outbox, inbox)
    };
    inner.store.found(&head, &outbox, &inbox).await?;
    let mut state = inner.state.borrow_mut();
    state.outbox_read = Seq(head.next.0.saturating_sub(1));
    state.head = head;
    state.need_snapshot = true;
    (state.detached, state.not_saved) = (false, None);
    Ok(())
}

/// Whether the store was cleared and founded anew, by this tab or another, while this one has records in memory.
fn is_founded_anew(inner: &Inner, stored: &Stored) -> bool {
    let same = stored.head.device == inner.state.borrow().head.device;
    // One that was written to before was purged instead: the records must go here too.
    same && stored.head.generation == 0 && stored.head.cursor.is_none() && inner.replica.borrow().cursor().is_some()
}

/// Goes on with the records in memory until the server sends them again, and takes what the store has of commands.
fn keep_records(inner: &Inner, stored: Stored) {
    let now = inner.now();
    {
        let (mut replica, mut state) = (inner.replica.borrow_mut(), inner.state.borrow_mut());
        for envelope in stored.outbox {
            replica.adopt(envelope, now);
        }
        state.outbox_read = Seq(stored.head.next.0.saturating_sub(1));
        state.head = stored.head;
        state.replaced += 1;
        (state.detached, state.not_saved, state.need_snapshot) = (false, None, true);
    }
    inner.watchers.notify();
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
