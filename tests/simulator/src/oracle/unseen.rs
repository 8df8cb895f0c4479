//! Nobody's edit is overwritten unseen (domain.md, 2.21): whatever an edit changes, its author saw as it stood; whatever its
//! author typed stands then, or is named in the verdict, by which it comes to the inbox (`oracle/ledger.rs`).

use super::past::Past;
use crate::universe::Universe;
use rollcall_core::{
    Command, Directory,
    command::OffBoard,
    model::UserState,
    refusal::{Field, FieldPath},
    sync::{Kept, Outcome},
};
use rollcall_server::store::{Batch, LogRow};

/// Checks a row of the log, before what it changes stands.
pub fn check_row(universe: &Universe, past: &Past, row: &LogRow) {
    let Some((mine, seen)) = past.authors.of(row.id) else { return };
    let Some(before) = mine.standing_values(past.now()) else { return };
    let mut after = past.now().clone();
    after.apply(&row.changes);
    let Some(after) = mine.standing_values(&after) else { return };
    universe.count("edits looked at");
    let unseen = seen.differing(&before);
    for path in after.differing(&before).iter().filter(|path| unseen.contains(path)) {
        universe.wrong(format!("version {} overwrites {path:?} unseen: {:?}", row.version, row.command));
    }
}

/// Whether an order was done at once, and nothing of it goes on.
fn has_left(mine: &Command, now: &Directory) -> bool {
    let Command::OffBoard(OffBoard { user, order: Some(_) }) = mine else { return false };
    now.scheduled(*user).is_none() && now.user(*user).is_some_and(|user| user.state == UserState::Suspended)
}

/// Checks the verdicts on edits that were decided up to this version, which stands now.
pub fn check_verdicts(universe: &Universe, past: &mut Past, batch: &Batch, at: u64) {
    for verdict in batch.verdicts.iter().map(|stored| &stored.verdict) {
        let kept: Vec<FieldPath> = match &verdict.outcome {
            Outcome::Applied { version } if *version == at => Vec::new(),
            Outcome::Merged { version, kept } if *version == at => {
                universe.count("fields kept out of edits");
                kept.iter().map(Kept::path).collect()
            }
            _ => continue,
        };
        if !kept.is_empty() {
            past.authors.merged(past.epoch(), verdict.command);
        }
        let Some((mine, seen)) = past.authors.of(verdict.command) else { continue };
        if has_left(mine, past.now()) {
            continue;
        }
        let Some(now) = mine.standing_values(past.now()) else { continue };
        let (mut typed, mut other) = (mine.differing(seen), now.differing(mine));
        if [mine, seen, &now].into_iter().any(has_no_routing) {
            // Where one of them has none, there are no parts to merge: the whole of it is the field.
            [&mut typed, &mut other].into_iter().filter(|fields| !fields.is_empty()).for_each(|fields| {
                fields.clear();
                fields.push(Field::Routing.into());
            });
        }
        for path in typed.iter().filter(|path| other.contains(path) && !kept.contains(path)) {
            universe.wrong(format!("{path:?} of {mine:?} vanished in version {at} without a word"));
        }
        for path in kept.iter().filter(|path| !other.contains(path)) {
            universe.wrong(format!("{path:?} of {mine:?} was kept out of version {at} for no reason"));
        }
    }
}

fn has_no_routing(command: &Command) -> bool {
    matches!(command, Command::SetRouting(set) if set.routing.is_none())
}
