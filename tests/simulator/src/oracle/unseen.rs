//! Nobody's edit is overwritten unseen (domain.md, 2.21): whatever an edit changes, its author saw as it stood; whatever its
//! author typed stands then, or is named in the verdict, by which it comes to the inbox (`oracle/ledger.rs`).

use super::past::Past;
use crate::universe::Universe;
use rollcall_core::{Command, refusal::Field, sync::Outcome};
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
    let overwritten = |field: &Field| match (*field, seen, &before, &after) {
        // Each key is a field of its own.
        (Field::Extra, Command::EditExtra(seen), Command::EditExtra(before), Command::EditExtra(after)) => {
            let changed = before.extra.keys().chain(after.extra.keys());
            let mut changed = changed.filter(|key| before.extra.get(*key) != after.extra.get(*key));
            changed.any(|key| seen.extra.get(key) != before.extra.get(key))
        }
        (field, ..) => unseen.contains(&field),
    };
    for field in after.differing(&before).iter().filter(|field| overwritten(field)) {
        universe.wrong(format!("version {} overwrites {field:?} unseen: {:?}", row.version, row.command));
    }
}

/// Checks the verdicts on edits that were decided up to this version, which stands now.
pub fn check_verdicts(universe: &Universe, past: &mut Past, batch: &Batch, at: u64) {
    for verdict in batch.verdicts.iter().map(|stored| &stored.verdict) {
        let kept: Vec<Field> = match &verdict.outcome {
            Outcome::Applied { version } if *version == at => Vec::new(),
            Outcome::Merged { version, kept } if *version == at => {
                universe.count("fields kept out of edits");
                kept.iter().map(|kept| kept.field).collect()
            }
            _ => continue,
        };
        if !kept.is_empty() {
            past.authors.merged(past.epoch(), verdict.command);
        }
        let Some((mine, seen)) = past.authors.of(verdict.command) else { continue };
        let Some(now) = mine.standing_values(past.now()) else { continue };
        let (mut typed, mut other) = (mine.differing(seen), now.differing(mine));
        if [mine, seen, &now].into_iter().any(has_no_routing) {
            // Where one of them has none, there are no parts to merge: the whole of it is the field.
            [&mut typed, &mut other].into_iter().filter(|fields| !fields.is_empty()).for_each(|fields| {
                fields.clear();
                fields.push(Field::Routing);
            });
        }
        let vanished = |field: &&Field| match (**field, mine, seen, &now) {
            // What others put under other keys is no loss.
            (Field::Extra, Command::EditExtra(mine), Command::EditExtra(seen), Command::EditExtra(now)) => {
                let mut keys = mine.extra.keys().chain(seen.extra.keys());
                keys.any(|key| mine.extra.get(key) != seen.extra.get(key) && mine.extra.get(key) != now.extra.get(key))
            }
            _ => other.contains(field),
        };
        for field in typed.iter().filter(vanished).filter(|field| !kept.contains(field)) {
            universe.wrong(format!("{field:?} of {mine:?} vanished in version {at} without a word"));
        }
        for field in kept.iter().filter(|field| !other.contains(field)) {
            universe.wrong(format!("{field:?} of {mine:?} was kept out of version {at} for no reason"));
        }
    }
}

fn has_no_routing(command: &Command) -> bool {
    matches!(command, Command::SetRouting(set) if set.routing.is_none())
}
