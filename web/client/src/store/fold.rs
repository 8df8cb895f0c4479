//! Folding the tail into the chunks, when there is time: opening stays fast, however long the page was in use.

use super::{
    CHUNKS, META, Store, StoreError, TAIL,
    chunk::{is_misfit, place},
    known_head,
    tail::Overlay,
    write::write_snapshot,
    write_head,
};
use crate::browser::idb::{Mode, Tx};
use rollcall_core::{Record, id::DeviceId, record, sync::Batch};
use std::collections::BTreeMap;

impl Store {
    /// Folds the tail, whole. Answers the generation that the chunks contain then.
    ///
    /// # Errors
    /// [`StoreError`]; then nothing is folded.
    pub async fn fold(&self, device: DeviceId) -> Result<u64, StoreError> {
        self.run(&[META, CHUNKS, TAIL], Mode::Relaxed, async |tx| {
            let mut head = known_head(tx, device).await?;
            let batches = tx.values(TAIL, head.folded + 1).await?;
            let batches: Vec<Batch> = batches.iter().filter_map(|bytes| record::decode(&bytes.to_vec()).ok()).collect();
            if batches.is_empty() || u64::try_from(batches.len()) != Ok(head.generation - head.folded) {
                return Ok(head.folded);
            }
            let overlay = Overlay::of(batches);
            let mut touched: BTreeMap<u32, Vec<&Record>> = BTreeMap::new();
            for key in overlay.keys() {
                touched.entry(place(key, head.chunks)).or_default();
            }
            for record in overlay.records() {
                touched.entry(place(&record.key(), head.chunks)).or_default().push(record);
            }
            for (place, new) in touched {
                let old = chunk(tx, place).await?;
                let kept = old.iter().filter(|record| !overlay.covers(&record.key()));
                let all: Vec<&Record> = kept.chain(new).collect();
                head.records = head.records.saturating_sub(old.len() as u64) + all.len() as u64;
                tx.put(CHUNKS, u64::from(place).into(), &record::encode(&all))?;
            }
            head.folded = head.generation;
            tx.clear(TAIL)?;
            if is_misfit(usize::try_from(head.records).unwrap_or(usize::MAX), head.chunks) {
                let mut records = Vec::new();
                for bytes in tx.values(CHUNKS, 0).await? {
                    records.append(&mut records_of(&bytes.to_vec())?);
                }
                write_snapshot(tx, &mut head, &records)?;
            }
            write_head(tx, &head)?;
            Ok(head.folded)
        })
        .await
    }
}

async fn chunk(tx: &Tx, place: u32) -> Result<Vec<Record>, StoreError> {
    match tx.get(CHUNKS, u64::from(place).into()).await? {
        Some(bytes) => records_of(&bytes),
        None => Ok(Vec::new()),
    }
}

/// What can't be read is as good as gone: the next start finds out, and asks the server for everything.
fn records_of(bytes: &[u8]) -> Result<Vec<Record>, StoreError> {
    record::decode(bytes).map_err(|_| StoreError::Gone)
}
