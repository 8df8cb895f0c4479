//! Writes the security log: what happened to accounts.

use crate::{
    clock::Clock,
    store::{SecurityNote, Store, Whereabouts},
};
use rollcall_core::{
    api::SecurityKind,
    id::{TenantId, UserId},
};
use std::{sync::Arc, time::Duration};
use tokio::sync::{Semaphore, watch};
use uuid::Uuid;

/// So many notes are being written at most after their answers were given.
const ABREAST: usize = 1_024;
/// So long a reader waits for them at most.
const LONGEST: Duration = Duration::from_secs(1);

/// The security log.
#[derive(Clone)]
pub struct SecurityLog {
    store: Arc<dyn Store>,
    clock: Clock,
    /// Each note that is still to be written holds one. Readers hold none: nobody who is told that a password is wrong waits
    /// for them.
    later: Arc<Semaphore>,
    /// How many are still to be written.
    writing: Arc<watch::Sender<usize>>,
}

impl SecurityLog {
    /// The security log of a store.
    pub fn new(store: Arc<dyn Store>, clock: Clock) -> Self {
        Self { store, clock, later: Arc::new(Semaphore::new(ABREAST)), writing: Arc::default() }
    }

    /// Notes what happened to an account once the answer is given, so that its time doesn't tell whether there was something
    /// to note.
    pub async fn note_later(&self, kind: SecurityKind, account: Uuid, whereabouts: &Whereabouts) {
        let note = self.made(kind, Some(account), None, whereabouts.clone());
        // It is never closed.
        let held = self.later.clone().acquire_owned().await;
        self.writing.send_modify(|writing| *writing += 1);
        let log = self.clone();
        tokio::spawn(async move {
            log.put(&note).await;
            log.writing.send_modify(|writing| *writing -= 1);
            drop(held);
        });
    }

    /// Waits a moment until what was to be noted later is noted: whoever reads the log next finds it there.
    pub async fn settle(&self) {
        let mut waits = self.writing.subscribe();
        let _ = tokio::time::timeout(LONGEST, waits.wait_for(|writing| *writing == 0)).await;
    }

    /// Notes what happened to an account. That it can't be noted is logged, and stops nothing: it has happened.
    pub async fn note(&self, kind: SecurityKind, account: Uuid, whereabouts: &Whereabouts) {
        self.put(&self.made(kind, Some(account), None, whereabouts.clone())).await;
    }

    /// Notes what happened to an account, if there is one, as a user: for its person and that organisation alone.
    pub async fn note_at(
        &self,
        kind: SecurityKind,
        account: Option<Uuid>,
        place: Option<(TenantId, UserId)>,
        whereabouts: &Whereabouts,
    ) {
        self.put(&self.made(kind, account, place, whereabouts.clone())).await;
    }

    fn made(
        &self,
        kind: SecurityKind,
        account: Option<Uuid>,
        place: Option<(TenantId, UserId)>,
        whereabouts: Whereabouts,
    ) -> SecurityNote {
        SecurityNote { id: self.clock.id(), at: self.clock.now(), kind, account, place, whereabouts }
    }

    async fn put(&self, note: &SecurityNote) {
        if let Err(error) = self.store.put_note(note).await {
            tracing::error!(%error, kind = ?note.kind, "the security log could not be written");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{self, NotesOf};
    use rollcall_core::Timestamp;

    /// In a runtime of one thread nothing else runs before somebody waits.
    #[tokio::test]
    async fn a_later_note_is_written_after_the_answer_and_before_somebody_reads() {
        let folder = tempfile::tempdir().unwrap();
        let store = store::open(None, folder.path()).await.unwrap();
        let log = SecurityLog::new(store.clone(), Clock::fixed(Timestamp(1_000)));
        let account = Uuid::from_u128(1);
        log.note_later(SecurityKind::SignInFailed, account, &Whereabouts::default()).await;
        assert_eq!(*log.writing.borrow(), 1, "the answer didn't wait for it");
        log.settle().await;
        let notes = store.notes(NotesOf::Account(account), Timestamp(i64::MAX), 9).await.unwrap();
        assert_eq!(
            notes.iter().map(|note| (note.kind, note.at.0)).collect::<Vec<_>>(),
            [(SecurityKind::SignInFailed, 1_000)]
        );
    }
}
