//! Writes the security log: what happened to accounts.

use crate::{
    clock::Clock,
    store::{SecurityNote, Store, Whereabouts},
};
use rollcall_core::{
    api::SecurityKind,
    id::{TenantId, UserId},
};
use std::sync::Arc;
use uuid::Uuid;

/// The security log.
#[derive(Clone)]
pub struct SecurityLog {
    pub store: Arc<dyn Store>,
    pub clock: Clock,
}

impl SecurityLog {
    /// Notes what happened to an account. That it can't be noted is logged, and stops nothing: it has happened.
    pub async fn note(&self, kind: SecurityKind, account: Uuid, whereabouts: &Whereabouts) {
        self.write(kind, Some(account), None, whereabouts.clone()).await;
    }

    /// Notes what happened to an account, if there is one, as a user: for its person and that organisation alone.
    pub async fn note_at(
        &self,
        kind: SecurityKind,
        account: Option<Uuid>,
        place: Option<(TenantId, UserId)>,
        whereabouts: &Whereabouts,
    ) {
        self.write(kind, account, place, whereabouts.clone()).await;
    }

    async fn write(
        &self,
        kind: SecurityKind,
        account: Option<Uuid>,
        place: Option<(TenantId, UserId)>,
        whereabouts: Whereabouts,
    ) {
        let note = SecurityNote { id: self.clock.id(), at: self.clock.now(), kind, account, place, whereabouts };
        if let Err(error) = self.store.put_note(&note).await {
            tracing::error!(%error, ?kind, "the security log could not be written");
        }
    }
}
