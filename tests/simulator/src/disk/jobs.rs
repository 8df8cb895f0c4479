//! The jobs on the disk: claimed by a lease, removed when done, kept when given up.

use rollcall_core::{id::TenantId, time::Timestamp};
use rollcall_server::store::{FailingJob, Job, JobCounts, JobFailure, JobKind, NewJob, Queue};
use std::collections::BTreeMap;
use uuid::Uuid;

/// The jobs.
#[derive(Clone, Default)]
pub struct Jobs(BTreeMap<Uuid, Row>);

#[derive(Clone)]
struct Row {
    tenant: TenantId,
    kind: JobKind,
    /// None: given up.
    due: Option<Timestamp>,
    lease: Timestamp,
    tries: u32,
    failure: Option<JobFailure>,
}

impl Jobs {
    /// Writes jobs. New mails take the place of those of their kind to the same users that failed.
    pub fn put(&mut self, tenant: TenantId, jobs: &[NewJob]) {
        let about = |kind: &JobKind| kind.what().and_then(|(what, user)| Some((what, user?)));
        let again: Vec<_> = jobs.iter().filter_map(|job| about(&job.kind)).collect();
        self.0.retain(|_, row| {
            row.failure.is_none()
                || row.tenant != tenant
                || about(&row.kind).is_none_or(|about| !again.contains(&about))
        });
        for NewJob { id, kind, due } in jobs.iter().cloned() {
            let (lease, tries, failure) = (Timestamp(0), 0, None);
            self.0.insert(id, Row { tenant, kind, due: Some(due), lease, tries, failure });
        }
    }

    /// Whether there is something to do.
    pub fn is_due(&self, queue: Queue, now: Timestamp) -> bool {
        self.0.values().any(|row| row.kind.queue() == queue && row.is_due(now))
    }

    /// Tenants take turns, and so do the kinds of mail of a tenant.
    pub fn claim(&mut self, queue: Queue, now: Timestamp, lease: Timestamp, limit: u32) -> Vec<Job> {
        let due = self.0.iter().filter(|(_, row)| row.kind.queue() == queue && row.is_due(now));
        let mut waiting: Vec<(Timestamp, Uuid)> = due.filter_map(|(id, row)| Some((row.due?, *id))).collect();
        waiting.sort_unstable();
        let mut turns: Vec<((TenantId, String), u32)> = Vec::new();
        let mut chosen: Vec<(u32, Timestamp, Uuid)> = Vec::new();
        for (due, id) in waiting {
            let Some(row) = self.0.get(&id) else { continue };
            let line = (row.tenant, format!("{:?}", row.kind.what().map(|(what, _)| what)));
            let turn = match turns.iter_mut().find(|(other, _)| *other == line) {
                Some((_, turn)) => {
                    *turn += 1;
                    *turn
                }
                None => {
                    turns.push((line, 1));
                    1
                }
            };
            chosen.push((turn, due, id));
        }
        chosen.sort_unstable();
        let claimed = chosen.into_iter().take(limit as usize).filter_map(|(_, _, id)| {
            let row = self.0.get_mut(&id)?;
            row.tries += 1;
            row.lease = lease;
            Some(Job { id, tenant: row.tenant, kind: row.kind.clone(), tries: row.tries })
        });
        claimed.collect()
    }

    /// Whether there is such a job, be it given up.
    pub fn has(&self, tenant: TenantId, kind: &JobKind) -> bool {
        self.0.values().any(|row| row.tenant == tenant && row.kind == *kind)
    }

    pub fn finish(&mut self, id: Uuid) {
        self.0.remove(&id);
    }

    pub fn defer(&mut self, id: Uuid, again: Option<Timestamp>, failure: &JobFailure) {
        if let Some(row) = self.0.get_mut(&id) {
            (row.due, row.lease) = (again, Timestamp(0));
            if failure.reason == rollcall_core::api::MailFailure::OverBudget {
                row.tries = row.tries.saturating_sub(1);
            }
            row.failure = Some(failure.clone());
        }
    }

    pub fn failing(&self, tenant: TenantId, limit: u32) -> Vec<FailingJob> {
        let own = self.0.values().filter(|row| row.tenant == tenant);
        let failing = |row: &Row| {
            let reason = row.failure.as_ref()?.reason;
            Some(FailingJob { kind: row.kind.clone(), reason, tries: row.tries, again: row.due })
        };
        own.rev().filter_map(failing).take(limit as usize).collect()
    }

    pub fn counts(&self) -> JobCounts {
        let count = |is: fn(&Row) -> bool| self.0.values().filter(|row| is(row)).count() as u64;
        JobCounts {
            waiting: count(|row| row.due.is_some() && row.kind.what().is_some()),
            failing: count(|row| row.due.is_some() && row.failure.is_some()),
            failed: count(|row| row.due.is_none()),
        }
    }
}

impl Row {
    fn is_due(&self, now: Timestamp) -> bool {
        self.due.is_some_and(|due| due <= now) && self.lease <= now
    }
}
