//! Who changed the fields that were kept out of edits, and when: for their authors to decide whose values hold. It is looked
//! up in the log, once for all edits of a group.

use crate::store::{Batch, LogRow, Result, Store, StoredVerdict};
use rollcall_core::{
    Actor, Command, Key,
    command::edited_by,
    id::{CommandId, UserId},
    sync::{Kept, Outcome, Verdict},
};
use rustc_hash::FxHashMap;

/// So many rows of the log are read together …
const ROWS: u32 = 250;
/// … and so much in all, as changes weigh, before who it was is called unknown. Whoever says that it saw what never was has all
/// of it read, and others wait meanwhile.
const MOST: usize = 1_000;

/// What was found in the log.
#[derive(Default)]
pub(super) struct Found {
    /// The fields that were kept out of edits, by these.
    kept: FxHashMap<CommandId, Vec<Kept>>,
    /// Whose edits had the log read in vain, and how much of it: of an honest edit there is an answer, nearly always.
    pub in_vain: FxHashMap<UserId, usize>,
}

/// The edits of one facet of one record.
struct Facet {
    /// One of them.
    command: Command,
    edits: Vec<Edit>,
}

/// An edit of which fields were kept out.
struct Edit {
    id: CommandId,
    author: UserId,
    /// What changed the fields was no later than this version.
    version: u64,
    kept: Vec<Kept>,
}

impl Facet {
    fn is_known(&self) -> bool {
        self.edits.iter().flat_map(|edit| &edit.kept).all(|kept| kept.at.is_some())
    }

    /// Looks whether a row of the log is about it; the newest come first.
    fn look_at(&mut self, row: &LogRow) {
        if self.is_known() {
            return;
        }
        let changed = self.command.fields_changed(&row.changes);
        let by = match row.actor {
            Actor::User(user) => Some(user),
            _ => None,
        };
        // What an edit did itself, beside what was kept out of it, is no answer.
        let others = self.edits.iter_mut().filter(|edit| row.version <= edit.version && row.id != edit.id);
        let open = others.flat_map(|edit| &mut edit.kept).filter(|kept| kept.at.is_none());
        // A whole was changed by who changed a part of it, and a part by who changed the whole.
        let is_about = |kept: &Kept| {
            let path = kept.path();
            changed.iter().any(|changed| changed.covers(&path) || path.covers(changed))
        };
        for kept in open.filter(|kept| is_about(kept)) {
            (kept.by, kept.at) = (by, Some(row.at));
        }
    }
}

/// All of them, by the records that they edit.
#[derive(Default)]
struct Open(FxHashMap<Key, Vec<Facet>>);

impl Open {
    fn add(&mut self, command: Command, edit: Edit) {
        let Some(about) = command.edits() else { return };
        let facets = self.0.entry(about).or_default();
        match facets.iter_mut().find(|facet| facet.command.verb() == command.verb()) {
            Some(facet) => facet.edits.push(edit),
            None => facets.push(Facet { command, edits: vec![edit] }),
        }
    }

    /// Looks at rows, the newest first; answers whether there is nothing more to look for.
    fn look_at<'r>(&mut self, rows: impl Iterator<Item = &'r LogRow>) -> bool {
        for row in rows {
            for change in &row.changes.0 {
                let facets = self.0.get_mut(&edited_by(change.key));
                facets.into_iter().flatten().for_each(|facet| facet.look_at(row));
            }
        }
        self.0.values().flatten().all(Facet::is_known)
    }
}

/// Looks up who changed what was kept out of these edits, in a batch and in the log before it.
pub(super) async fn look_up(store: &dyn Store, batch: &Batch, edits: Vec<(CommandId, Command)>) -> Result<Found> {
    let mut open = Open::default();
    for (id, command) in edits {
        let stored = batch.verdicts.iter().find(|stored| stored.verdict.command == id);
        if let Some(StoredVerdict { user, verdict, .. }) = stored
            && let Outcome::Merged { version, kept } = &verdict.outcome
        {
            open.add(command, Edit { id, author: *user, version: *version, kept: kept.clone() });
        }
    }
    let mut known = open.look_at(batch.log.iter().rev());
    let mut before = batch.expected.saturating_add(1);
    let mut read = 0;
    while !known && read < MOST {
        let rows = store.log_before(batch.tenant, before, ROWS).await?;
        let Some(last) = rows.last() else { break };
        before = last.version;
        read += rows.iter().map(|row| row.changes.weight().max(1)).sum::<usize>();
        known = open.look_at(rows.iter());
    }
    let mut found = Found::default();
    for edit in open.0.into_values().flatten().flat_map(|facet| facet.edits) {
        if edit.kept.iter().any(|kept| kept.at.is_none()) {
            found.in_vain.insert(edit.author, read);
        }
        found.kept.insert(edit.id, edit.kept);
    }
    Ok(found)
}

/// Puts what was found into verdicts.
pub(super) fn tell<'v>(found: &Found, verdicts: impl Iterator<Item = &'v mut Verdict>) {
    for verdict in verdicts.filter(|_| !found.kept.is_empty()) {
        if let (Outcome::Merged { kept, .. }, Some(known)) = (&mut verdict.outcome, found.kept.get(&verdict.command)) {
            kept.clone_from(known);
        }
    }
}
