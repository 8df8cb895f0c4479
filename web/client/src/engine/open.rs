//! Opening a directory on a device: its store, its tabs, and what is in memory before anything is read.

use super::{
    attach::attach,
    end,
    inner::{Inner, State},
    standing::{Syncing, Tabs},
};
use crate::{
    Link, OpenError,
    browser::page,
    clock, new_id, remembered,
    store::{Head, Store, StoreError},
    watch::Watchers,
};
use rollcall_core::{
    api::Place,
    id::DeviceId,
    sync::{Replica, Seq},
};
use std::{
    cell::RefCell,
    rc::{Rc, Weak},
};
use uuid::Uuid;

/// Opens the store, or does without.
pub async fn open(place: &Place, account: Uuid) -> Result<Rc<Inner>, OpenError> {
    if !page::is_there() {
        return Err(OpenError::NoPage);
    }
    let name = Store::name_for(place.tenant, account);
    remembered::store_opened(&name);
    let user = place.user;
    let head = Head::new(DeviceId::new(new_id()), user);
    let inner = Rc::new_cyclic(|weak: &Weak<Inner>| {
        let weak = weak.clone();
        let store = Store::new(name.clone(), move || {
            if let Some(inner) = weak.upgrade() {
                end::ended(&inner);
            }
        });
        Inner {
            place: place.clone(),
            account,
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
