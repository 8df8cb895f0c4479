//! What a tenant's task knows: the directory at a version, and what changed lately.

use super::{Result, TenantError, known::Highest, recent::Recent};
use crate::{
    limits::Tuning,
    store::{Head, Store},
};
use rollcall_core::{Directory, id::TenantId, time::Timestamp};

/// A tenant in memory.
pub(super) struct State {
    pub tenant: TenantId,
    pub directory: Directory,
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
        Self { tenant, directory, head, recent, highest, tuning }
    }

    /// Reads a tenant.
    pub async fn load(store: &dyn Store, tenant: TenantId, tuning: Tuning) -> Result<Self> {
        let (head, records) = store.load(tenant).await?.ok_or(TenantError::Unknown)?;
        let directory = Directory::from_records(records);
        let (recent, highest) = (Recent::since(head.version, tuning.remembered), Highest::of_at_most(tuning.devices));
        Ok(Self { tenant, directory, head, recent, highest, tuning })
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
            self.directory.put(put.key, put.record);
        }
        self.head = since.head;
        Ok(())
    }
}
