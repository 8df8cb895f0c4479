//! An organisation's rows on the disk: its head, records, log, verdicts.

use crate::{bug::Bug, universe::Universe};
use rollcall_core::{
    Directory, Key, Record, Timestamp,
    id::{DeviceId, UserId},
    sync::Seq,
    value::Slug,
};
use rollcall_server::store::{Batch, Clash, Commit, Head, LogRow, Since, StoredPut, StoredVerdict};
use std::collections::BTreeMap;

/// What names a command of a device.
pub type Slot = (UserId, DeviceId, Seq);

fn slot(stored: &StoredVerdict) -> Slot {
    (stored.user, stored.device, stored.verdict.seq)
}

/// An organisation's rows.
#[derive(Clone)]
pub struct Rows {
    pub slug: Slug,
    pub head: Head,
    pub records: BTreeMap<Key, (u64, Option<Record>)>,
    pub log: Vec<LogRow>,
    pub verdicts: BTreeMap<Slot, StoredVerdict>,
    pub clashes: Vec<Clash>,
}

impl Rows {
    /// The rows of an organisation that has just begun.
    pub fn of(directory: &Directory, slug: Slug) -> Self {
        let head = Head { version: 1, log_epoch: 1, log_floor: 0, forgotten: Timestamp(0) };
        let records = directory.records().map(|record| (record.key(), (1, Some(record)))).collect();
        let (log, verdicts, clashes) = Default::default();
        Self { slug, head, records, log, verdicts, clashes }
    }

    /// Forgets what was removed so far.
    pub fn compact(&mut self) {
        let floor = self.head.version;
        self.head.log_floor = floor;
        self.records.retain(|_, (version, record)| record.is_some() || *version > floor);
    }

    /// Rows of the log after a version, the oldest first.
    pub fn log_after(&self, version: u64, limit: usize) -> Vec<LogRow> {
        self.log.iter().filter(|row| row.version > version).take(limit).cloned().collect()
    }

    /// Writes a row of the log again, if it is still as it was read.
    pub fn replace(&mut self, read: &LogRow, row: LogRow) -> bool {
        let found = self.log.iter_mut().find(|found| *found == read);
        found.map(|found| *found = row).is_some()
    }

    /// Every record that changed after a version.
    pub fn since(&self, version: u64) -> Since {
        let later = self.records.iter().filter(|(_, (at, _))| *at > version);
        let put = |(key, (at, record)): (&Key, &(u64, Option<Record>))| StoredPut {
            key: *key,
            version: *at,
            record: record.clone(),
        };
        let mut puts: Vec<StoredPut> = later.map(put).collect();
        puts.sort_by_key(|put| put.version);
        Since { head: self.head, puts }
    }

    /// Why a batch can't be written, if it can't.
    pub fn is_barred(&self, batch: &Batch, universe: &Universe) -> Option<Commit> {
        if self.head.version != batch.expected && !universe.has(Bug::IgnoreExpectedVersion) {
            return Some(Commit::Conflict);
        }
        let known = |stored: &StoredVerdict| {
            let (slot, id) = (slot(stored), stored.verdict.command);
            let judged = |other: &StoredVerdict| other.user == stored.user && other.verdict.command == id;
            self.verdicts.contains_key(&slot) || self.verdicts.values().any(judged)
        };
        if !universe.has(Bug::ForgetVerdicts) && batch.verdicts.iter().any(known) {
            universe.count("commands that had a verdict already");
            return Some(Commit::Repeated);
        }
        None
    }

    /// Writes what a batch says of the directory.
    pub fn write(&mut self, batch: &Batch, universe: &Universe) {
        if !universe.has(Bug::ForgetVerdicts) {
            self.verdicts.extend(batch.verdicts.iter().map(|stored| (slot(stored), stored.clone())));
        }
        let forgetful = universe.has(Bug::DropTombstone);
        for put in batch.puts.iter().filter(|put| !(forgetful && put.record.is_none())) {
            self.records.insert(put.key, (put.version, put.record.clone()));
        }
        self.head.version = batch.version;
        self.log.extend(batch.log.iter().cloned());
        self.clashes.extend(batch.clashes.iter().cloned());
    }
}
