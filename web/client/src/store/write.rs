//! Writing: commands as they are issued, batches as the server sends them.

use super::{
    CHUNKS, Head, INBOX, META, OUTBOX, STORES, Store, StoreError, TAIL,
    chunk::{count_for, deal},
    known_head,
    read::rows,
    read_head, write_head,
};
use crate::browser::idb::{Db, Mode, Tx};
use rollcall_core::{
    Record, Timestamp,
    command::{Authored, COMMAND_VERSION},
    id::{CommandId, DeviceId},
    record,
    sync::{Batch, Envelope, News, Rejected, Seq},
    time::Span,
};
use std::collections::HashSet;

/// An answer without news is written down at most this often: it only says when the server was last heard.
const SYNCED_EVERY: Span = Span(60_000);

/// A command that is about to be stored.
#[derive(Clone, Debug)]
pub struct Unnumbered {
    pub id: CommandId,
    /// When it was issued, by the device's clock.
    pub claimed: Timestamp,
    pub authored: Authored,
}

impl From<Envelope> for Unnumbered {
    fn from(envelope: Envelope) -> Self {
        let Envelope { id, claimed, command, seen, .. } = envelope;
        Self { id, claimed, authored: Authored { command, seen } }
    }
}

/// What stands in the way of a sign-out: so many commands without a verdict, so many refused ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unsynced {
    pub outbox: usize,
    pub inbox: usize,
}

impl Unsynced {
    /// Nothing.
    pub const NONE: Self = Self { outbox: 0, inbox: 0 };

    /// Whether there is anything.
    pub fn any(self) -> bool {
        self != Self::NONE
    }

    /// Whether all of it may be lost where somebody agreed to lose so much. What came since nobody agreed to.
    pub fn is_within(self, agreed: Self) -> bool {
        self.outbox <= agreed.outbox && self.inbox <= agreed.inbox
    }

    /// What is left to lose of what was agreed to.
    #[must_use]
    pub fn less(self, lost: Self) -> Self {
        Self { outbox: self.outbox.saturating_sub(lost.outbox), inbox: self.inbox.saturating_sub(lost.inbox) }
    }
}

impl std::ops::AddAssign for Unsynced {
    fn add_assign(&mut self, other: Self) {
        (self.outbox, self.inbox) = (self.outbox + other.outbox, self.inbox + other.inbox);
    }
}

impl Store {
    /// Starts the store afresh. Commands whose head was lost stay, and the numbers go on after them.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn found(&self, head: &Head) -> Result<(), StoreError> {
        self.run(STORES, Mode::Strict, async |tx| {
            match read_head(tx).await {
                // Another tab was faster: its store counts.
                Ok(Some(_)) => return Err(StoreError::Moved),
                Ok(None) | Err(StoreError::Ended) => {}
                Err(error) => return Err(error),
            }
            tx.clear(CHUNKS)?;
            tx.clear(TAIL)?;
            let taken = [tx.keys(OUTBOX).await?, tx.keys(INBOX).await?].concat().into_iter().max().unwrap_or_default();
            write_head(tx, &Head { next: head.next.max(Seq(taken + 1)), ..head.clone() })
        })
        .await
    }

    /// Stores work again that a tab still had in memory when the store was cleared, unless another tab has done so, under
    /// new numbers. Answers whether there was any.
    ///
    /// # Errors
    /// [`StoreError`]; then none is stored.
    pub async fn bring_back(
        &self,
        device: DeviceId,
        outbox: &[Envelope],
        inbox: &[Rejected],
    ) -> Result<bool, StoreError> {
        self.run(&[META, OUTBOX, INBOX], Mode::Strict, async |tx| {
            let mut head = known_head(tx, device).await?;
            let first = head.next;
            let there: Vec<Envelope> = rows(tx, OUTBOX, 0).await?;
            let refused: Vec<Rejected> = rows(tx, INBOX, 0).await?;
            let there = there.iter().chain(refused.iter().map(|rejected| &rejected.envelope));
            let there: HashSet<CommandId> = there.map(|envelope| envelope.id).collect();
            let mut again = |envelope: &Envelope| {
                let seq = head.next;
                (!there.contains(&envelope.id)).then(|| {
                    head.next = Seq(seq.0 + 1);
                    Envelope { device, seq, ..envelope.clone() }
                })
            };
            let outbox: Vec<Envelope> = outbox.iter().filter_map(&mut again).collect();
            let rejected =
                |rejected: &Rejected| Some(Rejected { envelope: again(&rejected.envelope)?, ..rejected.clone() });
            let inbox: Vec<Rejected> = inbox.iter().filter_map(rejected).collect();
            put_outbox(tx, &outbox)?;
            put_inbox(tx, &inbox)?;
            write_head(tx, &head)?;
            Ok(head.next != first)
        })
        .await
    }

    /// Stores commands durably, and numbers them. Answers them as stored, and the generation
    /// at which they are pending.
    ///
    /// # Errors
    /// [`StoreError`]; then none is stored.
    pub async fn append(&self, device: DeviceId, commands: &[Unnumbered]) -> Result<(Vec<Envelope>, u64), StoreError> {
        self.run(&[META, OUTBOX], Mode::Strict, async |tx| {
            let mut head = known_head(tx, device).await?;
            let first = head.next.0;
            let envelope = |(seq, Unnumbered { id, claimed, authored }): (u64, &Unnumbered)| Envelope {
                device,
                seq: Seq(seq),
                id: *id,
                version: COMMAND_VERSION,
                claimed: *claimed,
                command: authored.command.clone(),
                seen: authored.seen.clone(),
            };
            let envelopes: Vec<Envelope> = (first..).zip(commands).map(envelope).collect();
            head.next = Seq(first + commands.len() as u64);
            put_outbox(tx, &envelopes)?;
            write_head(tx, &head)?;
            Ok((envelopes, head.generation))
        })
        .await
    }

    /// Stores a batch, its cursor, the outbox rows that it settles and the refused ones, all or nothing, if `known` is
    /// still the last generation. Answers the new head. With a new name, this is another device from now on; the numbers
    /// go on.
    ///
    /// # Errors
    /// [`StoreError::Moved`] when another tab was faster.
    pub async fn commit(
        &self,
        known: &Head,
        batch: &Batch,
        behind: Span,
        name: Option<DeviceId>,
    ) -> Result<Head, StoreError> {
        let silent = is_silent(batch, known);
        if silent && known.synced.is_some_and(|synced| batch.now.since(synced) < SYNCED_EVERY) {
            return Ok(known.clone());
        }
        self.run(STORES, Mode::Relaxed, async |tx| {
            let mut head = known_head(tx, known.device).await?;
            if head.generation != known.generation {
                return Err(StoreError::Moved);
            }
            (head.user, head.synced, head.behind) = (known.user, Some(batch.now), behind);
            head.device = name.unwrap_or(head.device);
            if !silent {
                head.generation += 1;
                head.cursor = Some(batch.cursor);
                match &batch.update {
                    News::Snapshot(records) => write_snapshot(tx, &mut head, records)?,
                    News::Delta(_) => tx.put(TAIL, head.generation.into(), &record::encode(batch))?,
                }
                for seq in &batch.settled {
                    tx.delete(OUTBOX, seq.0)?;
                }
                put_inbox(tx, &batch.rejected)?;
            }
            write_head(tx, &head)?;
            Ok(head)
        })
        .await
    }

    /// Deletes the confirmed records; commands stay. Answers the new head, which no other tab's news reach: they read
    /// everything again.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn purge(&self, device: DeviceId) -> Result<Head, StoreError> {
        self.run(&[META, CHUNKS, TAIL], Mode::Strict, async |tx| purge(tx, known_head(tx, device).await?)).await
    }

    /// The same, whatever the device's name is.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn purge_whoever(&self) -> Result<(), StoreError> {
        self.run(&[META, CHUNKS, TAIL], Mode::Strict, async |tx| match read_head(tx).await? {
            Some(head) if head.cursor.is_some() => purge(tx, head).map(drop),
            Some(_) => Ok(()),
            None => {
                tx.clear(CHUNKS)?;
                Ok(tx.clear(TAIL)?)
            }
        })
        .await
    }

    /// The work in it that has not reached the server, or came back refused.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn unsynced(&self) -> Result<Unsynced, StoreError> {
        self.run(&[OUTBOX, INBOX], Mode::Read, async |tx| unsynced(tx).await).await
    }

    /// Removes a refused command that the person has dealt with.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn dismiss(&self, device: DeviceId, seq: Seq) -> Result<(), StoreError> {
        self.run(&[META, INBOX], Mode::Strict, async |tx| {
            known_head(tx, device).await?;
            Ok(tx.delete(INBOX, seq.0)?)
        })
        .await
    }

    /// Empties the store and marks it as ended; gives what was lost by that. When that would be more than may be lost, nothing is
    /// emptied, and the inner error is what is there.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn empty(&self, may_lose: Unsynced) -> Result<Result<Unsynced, Unsynced>, StoreError> {
        self.run(STORES, Mode::Strict, async |tx| {
            let head = match read_head(tx).await {
                Err(StoreError::Ended) => return Ok(Ok(Unsynced::NONE)),
                // Commands count whose head was lost, too.
                head => head?,
            };
            let unsynced = unsynced(tx).await?;
            if !unsynced.is_within(may_lose) {
                return Ok(Err(unsynced));
            }
            for store in [CHUNKS, TAIL, OUTBOX, INBOX] {
                tx.clear(store)?;
            }
            if let Some(head) = head {
                write_head(tx, &Head { ended: true, ..head })?;
            }
            Ok(Ok(unsynced))
        })
        .await
    }

    /// Deletes the database. Tabs that hold it open are asked to close it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn delete(&self) -> Result<(), StoreError> {
        self.end();
        Ok(Db::delete(&self.name).await?)
    }
}

fn purge(tx: &Tx, mut head: Head) -> Result<Head, StoreError> {
    tx.clear(CHUNKS)?;
    tx.clear(TAIL)?;
    head.generation += 1;
    (head.folded, head.chunks, head.records, head.cursor) = (head.generation, 0, 0, None);
    write_head(tx, &head)?;
    Ok(head)
}

async fn unsynced(tx: &Tx) -> Result<Unsynced, StoreError> {
    Ok(Unsynced { outbox: tx.keys(OUTBOX).await?.len(), inbox: tx.keys(INBOX).await?.len() })
}

/// Whether an answer contains nothing new.
fn is_silent(batch: &Batch, known: &Head) -> bool {
    matches!(&batch.update, News::Delta(puts) if puts.is_empty())
        && batch.settled.is_empty()
        && known.cursor == Some(batch.cursor)
}

pub(super) fn write_snapshot(tx: &Tx, head: &mut Head, records: &[Record]) -> Result<(), StoreError> {
    tx.clear(CHUNKS)?;
    tx.clear(TAIL)?;
    (head.folded, head.chunks, head.records) = (head.generation, count_for(records.len()), records.len() as u64);
    for (place, chunk) in (0..).zip(deal(records, head.chunks)) {
        tx.put(CHUNKS, place.into(), &record::encode(&chunk))?;
    }
    Ok(())
}

fn put_outbox(tx: &Tx, envelopes: &[Envelope]) -> Result<(), StoreError> {
    for envelope in envelopes {
        tx.put(OUTBOX, envelope.seq.0.into(), &record::encode(envelope))?;
    }
    Ok(())
}

fn put_inbox(tx: &Tx, rejected: &[Rejected]) -> Result<(), StoreError> {
    for rejected in rejected {
        tx.put(INBOX, rejected.envelope.seq.0.into(), &record::encode(rejected))?;
    }
    Ok(())
}
