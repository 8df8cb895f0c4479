//! What the authors of edits saw, and what was kept out of their edits.

use rollcall_core::{
    Command,
    id::CommandId,
    sync::{Envelope, Outcome, Verdict},
};
use std::collections::{BTreeMap, BTreeSet};

/// What authors saw, and what was kept out of their edits.
#[derive(Default)]
pub struct Authors {
    /// The edits that were sent, each with what its author saw; none when a page of before sent it too, which tells nothing of that.
    sent: BTreeMap<CommandId, Option<(Command, Command)>>,
    /// Those of which fields were kept out, with the log epoch: what a restore undid is decided again.
    merged: BTreeSet<(u64, CommandId)>,
}

impl Authors {
    /// Takes down what arrives at a server.
    pub fn note(&mut self, envelope: &Envelope) {
        let Envelope { id, command, seen, .. } = envelope;
        let told = seen.clone().map(|seen| (command.clone(), seen));
        let known = self.sent.entry(*id).or_insert_with(|| told.clone());
        if told.is_none() {
            *known = None;
        }
    }

    /// An edit, and what its author saw.
    pub fn of(&self, id: CommandId) -> Option<&(Command, Command)> {
        self.sent.get(&id)?.as_ref()
    }

    /// Fields were kept out of an edit.
    pub fn merged(&mut self, epoch: u64, id: CommandId) {
        self.merged.insert((epoch, id));
    }

    /// Whether a verdict of an epoch conceals that fields were kept out.
    pub fn is_concealed(&self, epoch: u64, verdict: &Verdict) -> bool {
        matches!(verdict.outcome, Outcome::Applied { .. }) && self.merged.contains(&(epoch, verdict.command))
    }
}
