//! The log replayed equals the state; every command is applied once; the invariants hold; the clock is the server's; nobody who
//! was erased is told of.

use super::{past::Past, unseen};
use crate::{
    disk::{Jobs, Rows},
    universe::Universe,
};
use rollcall_core::{Command, id::TenantId, invariant::verify, privacy::erased};
use rollcall_server::store::{Batch, JobKind};

/// Checks what was just written.
pub fn check(universe: &Universe, past: &mut Past, rows: &Rows, batch: &Batch) {
    unseen::check_verdicts(universe, past, batch, batch.expected);
    for row in &batch.log {
        universe
            .note(format_args!("version {} of {} by {:?}: {:?}", row.version, batch.tenant, row.actor, row.command));
        if !universe.is_now(row.at) {
            universe.wrong(format!("version {} was made at {:?}, by no server's clock", row.version, row.at));
        }
        if matches!(row.command, Command::CarryOut(_)) {
            universe.count("orders carried out");
        }
        if !past.applied.insert(row.id) {
            universe.wrong(format!("command {} was applied twice: {:?}", row.id, row.command));
        }
        for change in &row.changes.0 {
            if past.now().get(&change.key) != change.before {
                universe.wrong(format!(
                    "version {} was decided on another state than the log leads to: {:?} is not as it says",
                    row.version, change.key
                ));
            }
        }
        unseen::check_row(universe, past, row);
        past.now_mut().apply(&row.changes);
        unseen::check_verdicts(universe, past, batch, row.version);
    }
    for put in &batch.puts {
        let stored = rows.records.get(&put.key).and_then(|(_, record)| record.clone());
        if stored != past.now().get(&put.key) {
            universe.wrong(format!("what is stored under {:?} is not what the log leads to", put.key));
        }
    }
    for violation in verify(past.now()) {
        universe.wrong(violation.to_string());
    }
    past.keep(rows.head);
}

/// Checks that nothing up to its erasing tells who somebody was, unless the job is still to be done. Behind it somebody else
/// may have been made under its id.
pub fn check_erased(universe: &Universe, tenant: TenantId, rows: &Rows, jobs: &Jobs) {
    for (place, row) in rows.log.iter().enumerate() {
        let Command::EraseUser(erasing) = &row.command else { continue };
        let user = erasing.user;
        if jobs.has(tenant, &JobKind::Erase { user }) {
            continue;
        }
        universe.count("erased people looked for in the log");
        for older in rows.log.iter().take(place.saturating_add(1)) {
            if erased(&older.command, &older.changes, user) != (older.command.clone(), older.changes.clone()) {
                let version = older.version;
                universe.wrong(format!("version {version} of {tenant} tells who {user} was, who was erased"));
            }
        }
    }
}
