//! Who was signed in today. It is noted in memory when somebody asks, and written into the directories now and then, for many together
//! and once a day for each, so that it costs no request anything and devices hear of it quietly. What a crash loses, the next request
//! brings back.

use crate::{
    clock::Clock,
    store::{Chore, Store},
    tenant::{Order, Tenants},
};
use rollcall_core::{
    Actor,
    command::NoteSignIns,
    id::{TenantId, UserId},
    model::LastSignIn,
    time::{Span, Timestamp},
    value::Date,
};
use rustc_hash::FxHashSet;
use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};
use tokio::sync::watch;

/// How often it is written down.
const EVERY: Duration = Duration::from_secs(10);
/// For how long after an upgrade nothing is written: a node of an older version, which may still run, could not read it.
const FIRST: Span = Span::days(7);
/// So many in one command.
const TOGETHER: usize = 1_000;

/// Who was signed in today. Cheap to clone.
#[derive(Clone, Default)]
pub struct Seen(Arc<Mutex<Today>>);

#[derive(Default)]
struct Today {
    day: Option<Date>,
    /// Those who need not be noted again today.
    known: FxHashSet<(TenantId, UserId)>,
    /// Those who are still to be written down.
    new: BTreeMap<TenantId, Vec<LastSignIn>>,
}

/// On a database without an organisation no older version is at work: it is written from the beginning.
pub async fn begin(store: &dyn Store, clock: &Clock) {
    if store.tenants().await.is_ok_and(|tenants| tenants.is_empty()) {
        is_due(store, clock, Span(0)).await;
    }
}

/// Whether it is written down by now: for the first time so long after it was asked first.
async fn is_due(store: &dyn Store, clock: &Clock, first: Span) -> bool {
    let now = clock.now();
    store.take_chore(Chore::SignIns, now.after(first), now, now, clock.id()).await.unwrap_or_default()
}

impl Seen {
    /// Somebody was signed in to an organisation.
    pub fn note(&self, tenant: TenantId, user: UserId, now: Timestamp) {
        let day = LastSignIn::day_of(now);
        let mut today = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if today.day != Some(day) {
            today.known.clear();
            today.day = Some(day);
        }
        if today.known.insert((tenant, user)) {
            today.new.entry(tenant).or_default().push(LastSignIn { user, day });
        }
    }

    /// Those who are still to be written down.
    fn take(&self) -> BTreeMap<TenantId, Vec<LastSignIn>> {
        std::mem::take(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner).new)
    }

    /// They were not written down: whoever of them comes again is noted again.
    fn forget(&self, tenant: TenantId, sign_ins: &[LastSignIn]) {
        let mut today = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for sign_in in sign_ins {
            today.known.remove(&(tenant, sign_in.user));
        }
    }

    /// Writes down who was signed in since the last time.
    pub async fn write(&self, tenants: &Tenants) {
        for (tenant, mut sign_ins) in self.take() {
            let (asked, taken) = (tenants.tenant(tenant), sign_ins.clone());
            // After a restart most of them stand there already: no command for those.
            let fresh = asked.read(move |directory| {
                let stands = |sign_in: &LastSignIn| directory.last_sign_in(sign_in.user).map(|before| before.day);
                sign_ins.retain(|sign_in| stands(sign_in) < Some(sign_in.day));
                sign_ins
            });
            let Ok(fresh) = fresh.await else {
                self.forget(tenant, &taken);
                continue;
            };
            for some in fresh.chunks(TOGETHER) {
                let order = Order::new(Actor::System, NoteSignIns { sign_ins: some.to_vec() });
                if let Err(error) = asked.run(vec![order]).await {
                    tracing::warn!(%tenant, %error, "who was signed in could not be written down");
                    self.forget(tenant, some);
                }
            }
        }
    }

    fn is_empty(&self) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).new.is_empty()
    }

    /// Writes it down until the server stops, once it is due.
    pub async fn run(self, (store, tenants, clock): (Arc<dyn Store>, Tenants, Clock), mut stop: watch::Receiver<bool>) {
        loop {
            tokio::select! {
                _ = stop.wait_for(|stop| *stop) => return,
                () = tokio::time::sleep(EVERY) => {}
            }
            if !self.is_empty() && is_due(&*store, &clock, FIRST).await {
                self.write(&tenants).await;
            }
        }
    }
}
