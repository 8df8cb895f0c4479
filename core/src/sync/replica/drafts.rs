//! Commands that are shown while they are being stored: a person sees at once what it did, and is told that it is kept
//! only when it is. They stand on top of everything else, are never sent, and go when storing fails.

use super::Replica;
use crate::{
    change::Changes,
    command::{Authored, Command},
    id::CommandId,
    time::Timestamp,
};
#[cfg(feature = "watched")]
use crate::{
    topics::Topics,
    watched::{self, Fields, Noted},
};

/// A command that is shown and not stored yet.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    id: CommandId,
    authored: Authored,
    pub(super) changes: Changes,
}

impl Replica {
    /// Shows a command that is about to be stored. It becomes pending when it is adopted.
    pub fn draft(&mut self, id: CommandId, authored: Authored, now: Timestamp) {
        self.lay(vec![Draft { id, authored, changes: Changes::default() }], now);
    }

    /// The commands that are shown and not stored yet.
    pub fn drafts(&self) -> impl ExactSizeIterator<Item = (CommandId, &Command)> {
        self.drafts.iter().map(|draft| (draft.id, &draft.authored.command))
    }

    /// Shows some drafts no longer.
    pub fn withdraw(&mut self, ids: &[CommandId], now: Timestamp) {
        if self.drafts.iter().any(|draft| ids.contains(&draft.id)) {
            let drafts = self.lift(ids);
            self.lay(drafts, now);
        }
    }

    /// Takes all drafts off the view; answers those that are not among these.
    pub(super) fn lift(&mut self, without: &[CommandId]) -> Vec<Draft> {
        if self.drafts.is_empty() {
            return Vec::new();
        }
        let mut drafts = std::mem::take(&mut *self.drafts);
        for draft in drafts.iter_mut().rev() {
            self.view.undo(&std::mem::take(&mut draft.changes));
        }
        drafts.retain(|draft| !without.contains(&draft.id));
        drafts
    }

    /// Puts drafts on the view.
    pub(super) fn lay(&mut self, drafts: Vec<Draft>, now: Timestamp) {
        for mut draft in drafts {
            let Authored { command, seen } = &draft.authored;
            draft.changes = self.shown(command, seen.as_ref(), now).unwrap_or_default();
            self.view.apply(&draft.changes);
            self.drafts.push(draft);
        }
    }

    /// What a draft does, which is none any more, if no other stands below it.
    pub(super) fn lowest_draft(&mut self, id: CommandId) -> Option<Changes> {
        self.drafts.first().filter(|draft| draft.id == id)?;
        Some(self.drafts.remove(0).changes)
    }
}

/// What was asked, and what has changed.
#[cfg(feature = "watched")]
impl Replica {
    /// Asks something; answers with the topics that the answer comes from. What is asked may itself ask.
    pub fn ask<R>(&self, question: impl FnOnce(&Self) -> R) -> (R, Topics) {
        let outer = watched::take_read(self);
        let answer = question(self);
        let read = watched::take_read(self);
        watched::put_back_read(self, outer.union(read));
        (answer, read)
    }

    /// The topics that were written since this was last asked.
    pub fn take_written(&self) -> Topics {
        watched::take_written(self)
    }

    /// Everything but what [`Replica::take_written`] gave is as it was before.
    pub(super) fn write_off(&self, written: Topics) {
        watched::put_back_written(self, written);
    }
}

#[cfg(feature = "watched")]
impl Fields for Replica {
    fn each(&self, see: &mut dyn FnMut(&Noted)) {
        self.each_field(see);
        self.view.each(see);
    }
}
