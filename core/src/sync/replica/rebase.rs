//! Rebasing: undo what is pending, apply the server's news, do again what is still pending. The outcome depends on the
//! confirmed records, the pending commands and the time alone, so several answers may share one rebase, and a long
//! outbox is sent without doing all the rest of it again after each answer.

use super::{Replica, seen_without};
use crate::{
    change::{Changes, Key, Record},
    directory::Directory,
    id::DeviceId,
    sync::{
        Batch, Envelope, News, Rejected, Seq,
        applied::{Heard, REMEMBERED, remember},
    },
    time::Timestamp,
};
use std::{
    collections::{BTreeMap, HashMap, VecDeque},
    iter::once,
};

/// So much pending work is done again after every answer: the view is as new as it gets, at no cost that anybody sees.
pub const ALWAYS_REDONE: usize = 256;

/// What the server said since the last rebase.
#[derive(Clone, Debug, Default)]
pub(super) struct Unshown {
    updates: Vec<News>,
    /// How many records the updates hold.
    records: usize,
    /// Commands that have their verdict, with what the view still shows them to do.
    judged: BTreeMap<Seq, Changes>,
    /// The last of them that were applied.
    heard: VecDeque<Heard>,
}

impl Unshown {
    /// Whether a command has its verdict already.
    pub fn judged(&self, seq: Seq) -> bool {
        self.judged.contains_key(&seq)
    }

    /// Whether every command judged since the last rebase came before this one.
    pub fn all_before(&self, seq: Seq) -> bool {
        self.judged.last_key_value().is_none_or(|(last, _)| *last < seq)
    }

    fn add(&mut self, update: News) {
        match &update {
            News::Snapshot(records) => {
                self.updates.clear();
                self.records = records.len();
            }
            News::Delta(puts) => self.records += puts.len(),
        }
        self.updates.push(update);
    }
}

impl Replica {
    /// Takes in a durable batch, and shows it.
    pub fn absorb(&mut self, batch: Batch, now: Timestamp) {
        self.take_in(batch);
        self.settle(now);
    }

    /// Takes in a durable batch that others follow at once. The view may show it later, at the latest with
    /// [`Replica::settle`]; until then it shows the pending commands on what was confirmed before.
    ///
    /// A rebase costs about as much as there is to undo, to apply and to redo. Put off until that is in proportion to
    /// what was said, all of them together cost a few times what the outbox costs once, however long it is.
    /// Up to `always` pending commands ([`ALWAYS_REDONE`]) it is not put off.
    pub fn absorb_more(&mut self, batch: Batch, now: Timestamp, always: usize) {
        self.take_in(batch);
        let pending = self.pending.len();
        if pending <= always || self.unshown.judged.len() + self.unshown.records >= pending {
            self.settle(now);
        }
    }

    /// Shows all that was taken in.
    pub fn settle(&mut self, now: Timestamp) {
        let drafts = self.lift(&[]);
        self.undo();
        let Unshown { updates, heard, .. } = std::mem::take(&mut self.unshown);
        for update in updates {
            match update {
                News::Snapshot(records) => self.view = Directory::from_records(records),
                News::Delta(puts) => {
                    for put in puts {
                        self.view.put(put.key, put.record);
                    }
                }
            }
        }
        for heard in heard {
            remember(&mut self.applied, heard.seen_in(&self.view));
        }
        self.redo(now);
        self.lay(drafts, now);
    }

    /// Shows what was taken in, if the view does not yet; answers whether it did not.
    pub fn settle_if_behind(&mut self, now: Timestamp) -> bool {
        let behind = !self.unshown.updates.is_empty();
        if behind {
            self.settle(now);
        }
        behind
    }

    /// Goes on with other work on the same confirmed records: with what the store holds of it, after it was cleared and
    /// founded anew.
    pub fn replace_work(
        &mut self,
        device: DeviceId,
        outbox: impl IntoIterator<Item = Envelope>,
        inbox: impl IntoIterator<Item = Rejected>,
        now: Timestamp,
    ) {
        self.settle_if_behind(now);
        let drafts = self.lift(&[]);
        self.undo();
        self.rename(device);
        self.inbox.clear();
        self.inbox.extend(inbox.into_iter().map(|rejected| (rejected.envelope.seq, rejected)));
        let pending = outbox.into_iter().map(|envelope| (envelope.seq, self.undecided(envelope)));
        *self.pending = pending.collect();
        self.redo(now);
        self.lay(drafts, now);
    }

    fn take_in(&mut self, batch: Batch) {
        let last = batch.settled.len().saturating_sub(REMEMBERED);
        for (place, seq) in batch.settled.into_iter().enumerate() {
            if let Some(pending) = self.pending.remove(&seq) {
                if place >= last && !batch.rejected.iter().any(|rejected| rejected.envelope.seq == seq) {
                    remember(&mut self.unshown.heard, Heard { pending: pending.clone(), at: batch.now });
                }
                self.unshown.judged.insert(seq, pending.changes);
            }
        }
        for rejected in batch.rejected {
            // What is still to be sent was done where this one seemed to be.
            let later = self.pending.values_mut().filter(|_| rejected.envelope.seen.is_some());
            for Envelope { seq, seen, .. } in later.map(|pending| &mut pending.envelope) {
                *seen = seen.take().map(|seen| seen_without(seen, *seq, once(&rejected)));
            }
            self.inbox.insert(rejected.envelope.seq, rejected);
        }
        self.unshown.add(batch.update);
        *self.cursor = Some(batch.cursor);
    }

    /// The records that the server confirmed, in no order: the view without pending work, and with what it does not show
    /// yet.
    pub(super) fn confirmed(&self) -> impl Iterator<Item = Record> + '_ {
        let mut over: HashMap<Key, Option<&Record>> = HashMap::new();
        let judged = self.unshown.judged.iter().map(|(seq, changes)| (*seq, changes));
        let pending = self.pending.iter().map(|(seq, pending)| (*seq, &pending.changes));
        let mut done: BTreeMap<Seq, &Changes> = BTreeMap::new();
        done.extend(judged.chain(pending));
        let drafts = self.drafts.iter().map(|draft| &draft.changes);
        for change in done.into_values().chain(drafts).flat_map(|changes| &changes.0) {
            over.entry(change.key).or_insert(change.before.as_ref());
        }
        let mut whole = None;
        for update in &self.unshown.updates {
            match update {
                News::Snapshot(records) => {
                    whole = Some(records);
                    over.clear();
                }
                News::Delta(puts) => over.extend(puts.iter().map(|put| (put.key, put.record.as_ref()))),
            }
        }
        let shown = whole.is_none().then(|| self.view.records());
        let below = shown.into_iter().flatten().chain(whole.into_iter().flatten().cloned());
        let above: Vec<Record> = over.values().copied().flatten().cloned().collect();
        below.filter(move |record| !over.contains_key(&record.key())).chain(above)
    }

    /// Takes back all that stands on the confirmed records, the last first.
    fn undo(&mut self) {
        let mut judged = std::mem::take(&mut self.unshown.judged);
        for (seq, pending) in self.pending.iter_mut().rev() {
            while let Some(later) = judged.last_entry().filter(|entry| entry.key() > seq) {
                self.view.undo(&later.remove());
            }
            self.view.undo(&std::mem::take(&mut pending.changes));
        }
        for changes in judged.values().rev() {
            self.view.undo(changes);
        }
    }

    /// Does again what is pending, in order.
    pub(super) fn redo(&mut self, now: Timestamp) {
        for (seq, pending) in std::mem::take(&mut *self.pending) {
            let pending = self.done(pending, now);
            self.pending.insert(seq, pending);
        }
    }
}
