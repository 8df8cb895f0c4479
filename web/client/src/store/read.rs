//! Reading: everything at the start, the news later.

use super::{CHUNKS, INBOX, META, News, OUTBOX, STORES, Store, StoreError, Stored, TAIL, known_head, read_head};
use crate::browser::idb::{Mode, Tx};
use rollcall_core::{
    id::DeviceId,
    record,
    sync::{Envelope, Seq},
};
use serde::de::DeserializeOwned;

impl Store {
    /// All that is stored; none when nothing is. Records stay encoded, to be decoded chunk by chunk.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn load(&self) -> Result<Option<Stored>, StoreError> {
        self.run(STORES, Mode::Read, async |tx| {
            let head = match read_head(tx).await {
                // A sign-out that did not get as far as to delete the database.
                Err(StoreError::Ended) => None,
                head => head?,
            };
            let Some(head) = head else { return Ok(None) };
            Ok(Some(Stored {
                chunks: tx.values(CHUNKS, 0).await?,
                tail: rows(tx, TAIL, head.folded + 1).await?,
                outbox: rows(tx, OUTBOX, 0).await?,
                inbox: rows(tx, INBOX, 0).await?,
                head,
            }))
        })
        .await
    }

    /// What other tabs wrote since the batch `generation` and the outbox row `seq`; none when the store has moved so
    /// far that everything must be read again.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn news(&self, device: DeviceId, generation: u64, seq: Seq) -> Result<Option<News>, StoreError> {
        self.run(&[META, TAIL, OUTBOX, INBOX], Mode::Read, async |tx| {
            let head = known_head(tx, device).await?;
            if head.folded > generation || head.generation < generation {
                return Ok(None);
            }
            let tail = rows(tx, TAIL, generation + 1).await?;
            let outbox: Vec<Envelope> = rows(tx, OUTBOX, seq.0 + 1).await?;
            let inbox = tx.keys(INBOX).await?.into_iter().map(Seq).collect();
            // An unreadable batch leaves a gap: then everything is read again, and the server asked.
            let complete = u64::try_from(tail.len()).is_ok_and(|batches| batches == head.generation - generation);
            let tail = (generation + 1..).zip(tail).collect();
            Ok(complete.then_some(News { head, tail, outbox, inbox }))
        })
        .await
    }
}

/// The readable rows from a key up. What can't be read stays where it is.
pub(super) async fn rows<T: DeserializeOwned>(tx: &Tx, store: &str, from: u64) -> Result<Vec<T>, StoreError> {
    let values = tx.values(store, from).await?;
    Ok(values.into_iter().filter_map(|bytes| record::decode(&bytes.to_vec()).ok()).collect())
}
