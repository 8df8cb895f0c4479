//! Everything that the database ever held: the directory at each version of each log epoch.

use super::authors::Authors;
use rollcall_core::{Directory, id::CommandId};
use rollcall_server::store::Head;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// Everything that the database ever held.
pub struct Past {
    /// The log, replayed.
    now: Directory,
    versions: BTreeMap<(u64, u64), Arc<Directory>>,
    /// The commands applied in the history as it stands: what a restore undid is not in it.
    pub applied: BTreeSet<CommandId>,
    applied_at: BTreeMap<(u64, u64), BTreeSet<CommandId>>,
    /// The log epoch of the history as it stands.
    epoch: u64,
    /// What the authors of edits saw.
    pub authors: Authors,
}

impl Past {
    pub fn new(head: Head, directory: Directory) -> Self {
        let mut past = Self {
            now: directory,
            versions: BTreeMap::new(),
            applied: BTreeSet::new(),
            applied_at: BTreeMap::new(),
            epoch: head.log_epoch,
            authors: Authors::default(),
        };
        past.keep(head);
        past
    }

    /// The log epoch of the history as it stands.
    pub fn epoch(&self) -> u64 {
        self.epoch
    }

    /// The directory that the log leads to.
    pub fn now(&self) -> &Directory {
        &self.now
    }

    pub fn now_mut(&mut self) -> &mut Directory {
        &mut self.now
    }

    /// The directory at a version, if there ever was one that somebody could see.
    pub fn at(&self, log_epoch: u64, version: u64) -> Option<Arc<Directory>> {
        self.versions.get(&(log_epoch, version)).cloned()
    }

    /// Remembers the present.
    pub fn keep(&mut self, head: Head) {
        self.versions.insert((head.log_epoch, head.version), Arc::new(self.now.clone()));
        self.applied_at.insert((head.log_epoch, head.version), self.applied.clone());
    }

    /// A backup of this head was put in place, under that head.
    pub fn restored(&mut self, old: Head, new: Head) {
        self.epoch = new.log_epoch;
        if let Some(directory) = self.at(old.log_epoch, old.version) {
            self.now = (*directory).clone();
        }
        self.applied = self.applied_at.get(&(old.log_epoch, old.version)).cloned().unwrap_or_default();
        self.keep(new);
    }
}
