//! What a tenant's task knows: the directory at a version, and what changed lately.

use super::{Result, TenantError, known::Highest, recent::Recent};
use crate::{
    limits::Tuning,
    store::{Head, Store},
};
use rollcall_core::{Changes, Directory, Record, id::TenantId, time::Timestamp};

/// How many bytes a byte of the stored form is as a record in memory, or written as JSON: a picture is a list of numbers there.
const WRITTEN: usize = 4;

/// A tenant in memory.
pub(super) struct State {
    pub tenant: TenantId,
    pub directory: Directory,
    /// Of all records together, in bytes: no view has more.
    weight: usize,
    pub head: Head,
    pub recent: Recent,
    pub highest: Highest,
    pub tuning: Tuning,
}

impl State {
    /// A tenant that is not founded yet.
    pub fn empty(tenant: TenantId, tuning: Tuning) -> Self {
        let head = Head { version: 0, log_epoch: 0, log_floor: 0, forgotten: Timestamp(0) };
        let (directory, recent, highest) =
            (Directory::default(), Recent::since(0, tuning.remembered), Highest::of_at_most(tuning.devices));
        Self { tenant, directory, weight: 0, head, recent, highest, tuning }
    }

    /// Reads a tenant.
    pub async fn load(store: &dyn Store, tenant: TenantId, tuning: Tuning) -> Result<Self> {
        let (head, records) = store.load(tenant).await?.ok_or(TenantError::Unknown)?;
        let weight = records.iter().map(Record::weight).sum();
        let directory = Directory::from_records(records);
        let (recent, highest) = (Recent::since(head.version, tuning.remembered), Highest::of_at_most(tuning.devices));
        Ok(Self { tenant, directory, weight, head, recent, highest, tuning })
    }

    /// Takes in what other processes committed.
    pub async fn catch_up(&mut self, store: &dyn Store) -> Result<()> {
        let since = store.since(self.tenant, self.head.version).await?.ok_or(TenantError::Unknown)?;
        let replaced = since.head.log_epoch != self.head.log_epoch || since.head.version < self.head.version;
        // A backup was put in place underneath, or what was removed meanwhile has been forgotten.
        if replaced || self.head.version < since.head.log_floor {
            *self = Self::load(store, self.tenant, self.tuning).await?;
            return Ok(());
        }
        for put in since.puts {
            self.recent.add(put.version, put.key);
            let before = self.directory.get(&put.key);
            self.weigh(before.as_ref(), put.record.as_ref());
            self.directory.put(put.key, put.record);
        }
        self.head = since.head;
        Ok(())
    }

    /// Makes the changes that were decided.
    pub fn apply(&mut self, changes: &Changes) {
        changes.0.iter().for_each(|change| self.weigh(change.before.as_ref(), change.after.as_ref()));
        self.directory.apply(changes);
    }

    /// Takes changes back that were the last to be made.
    pub fn undo(&mut self, changes: &Changes) {
        changes.0.iter().for_each(|change| self.weigh(change.after.as_ref(), change.before.as_ref()));
        self.directory.undo(changes);
    }

    fn weigh(&mut self, before: Option<&Record>, after: Option<&Record>) {
        let weight = |record: Option<&Record>| record.map_or(0, Record::weight);
        self.weight = self.weight.saturating_add(weight(after)).saturating_sub(weight(before));
    }

    /// About how many bytes of memory it takes to read and write a view, or what changed in one, as JSON too.
    pub fn view_bytes(&self) -> usize {
        self.weight.saturating_mul(WRITTEN)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rollcall_core::{Change, Key, model::Keeping};

    #[test]
    fn its_weight_follows_its_records() {
        let mut state = State::empty(TenantId::fixed(1), Tuning::default());
        let kept = Record::Keeping(Keeping::default());
        let made = Changes(vec![Change { key: Key::Keeping, before: None, after: Some(kept.clone()) }]);
        state.apply(&made);
        assert_eq!(state.view_bytes(), kept.weight() * WRITTEN);
        state.undo(&made);
        assert_eq!(state.view_bytes(), 0);
    }
}
