//! Jobs: claimed by a lease, so that a crash hands them on; removed when done; kept when given up.

use super::*;
use crate::store::JobKind;
use rollcall_core::{
    api::{MailFailure, MailKind},
    record::decode,
};
use sqlx::QueryBuilder;

/// How a kind of mail is stored.
pub(super) fn number(what: MailKind) -> i64 {
    match what {
        MailKind::Invitation => 0,
        MailKind::Password => 1,
        MailKind::Address => 2,
    }
}

fn reason_number(reason: MailFailure) -> i64 {
    match reason {
        MailFailure::Refused => 0,
        MailFailure::Unavailable => 1,
        MailFailure::OverBudget => 2,
    }
}

/// An older node doesn't say why.
fn reason(number: Option<i64>) -> MailFailure {
    let reasons = [MailFailure::Refused, MailFailure::OverBudget];
    reasons.into_iter().find(|reason| number == Some(reason_number(*reason))).unwrap_or(MailFailure::Unavailable)
}

/// New mails take the place of those of their kind to the same users that failed.
pub(super) async fn clear_failures(tx: &mut Tx, tenant: TenantId, jobs: &[NewJob]) -> Result<()> {
    for what in [MailKind::Invitation, MailKind::Password, MailKind::Address] {
        let about = |job: &NewJob| job.kind.what().filter(|(kind, _)| *kind == what).and_then(|(_, user)| user);
        let mut users = jobs.iter().filter_map(about).peekable();
        if users.peek().is_none() {
            continue;
        }
        let mut query = QueryBuilder::<Db>::new("DELETE FROM jobs WHERE error IS NOT NULL AND tenant = ");
        query.push_bind(bytes(tenant.uuid())).push(" AND what = ").push_bind(number(what)).push(" AND usr IN (");
        let mut list = query.separated(", ");
        users.for_each(|user| {
            list.push_bind(bytes(user.uuid()));
        });
        query.push(")");
        query.build().execute(&mut **tx).await?;
    }
    Ok(())
}

/// A job's id, tenant, body and tries.
type Claimed = (Vec<u8>, Vec<u8>, Vec<u8>, i64);

#[async_trait]
impl JobStore for Database {
    async fn put_job(&self, tenant: TenantId, job: &NewJob) -> Result<()> {
        let mut tx = self.writing().await?;
        commit::write_jobs(&mut tx, tenant, std::slice::from_ref(job)).await?;
        tx.commit().await
    }

    async fn claim_jobs(&self, queue: Queue, now: Timestamp, lease: Timestamp, limit: u32) -> Result<Vec<Job>> {
        // Chosen while nobody is kept from writing: a long queue takes a while to put in order.
        let turns = sqlx::query_as::<Db, (Vec<u8>,)>(
            "SELECT id FROM (SELECT id, due, ROW_NUMBER() OVER (PARTITION BY tenant, what ORDER BY due, id) AS turn \
             FROM jobs WHERE due <= $1 AND lease <= $1 AND ($3 = 1) = (what IS NOT NULL)) AS queue ORDER BY turn, due, id LIMIT $2",
        );
        let chosen = turns
            .bind(now.0)
            .bind(i64::from(limit))
            .bind(i64::from(queue == Queue::Mails))
            .fetch_all(&self.read)
            .await?;
        if chosen.is_empty() {
            return Ok(Vec::new());
        }
        // The conditions stand here again: of two processes that chose the same job, the second must find it taken.
        let mut update = QueryBuilder::<Db>::new("UPDATE jobs SET tries = tries + 1, lease = ");
        update.push_bind(lease.0).push(" WHERE due <= ").push_bind(now.0).push(" AND lease <= ").push_bind(now.0);
        update.push(" AND id IN (");
        let mut list = update.separated(", ");
        for (id,) in chosen {
            list.push_bind(id);
        }
        update.push(") RETURNING id, tenant, body, tries");
        let rows: Vec<Claimed> = update.build_query_as().fetch_all(&self.write).await?;
        // A job that a later version wrote is left to a process of that version.
        let known = rows.iter().filter_map(|(id, tenant, body, tries)| Some((id, tenant, decode(body).ok()?, tries)));
        known
            .map(|(id, tenant, kind, tries)| {
                Ok(Job { id: uuid(id)?, tenant: TenantId::new(uuid(tenant)?), kind, tries: small(*tries) })
            })
            .collect()
    }

    async fn finish_job(&self, id: Uuid) -> Result<()> {
        sqlx::query("DELETE FROM jobs WHERE id = $1").bind(bytes(id)).execute(&self.write).await?;
        Ok(())
    }

    async fn defer_job(&self, id: Uuid, again: Option<Timestamp>, failure: &JobFailure) -> Result<()> {
        let untried = i64::from(failure.reason == MailFailure::OverBudget);
        let update = sqlx::query(
            "UPDATE jobs SET due = $2, lease = 0, error = $3, reason = $4, tries = tries - $5 WHERE id = $1",
        );
        let update = update.bind(bytes(id)).bind(again.map(|again| again.0)).bind(&failure.error);
        update.bind(reason_number(failure.reason)).bind(untried).execute(&self.write).await?;
        Ok(())
    }

    async fn failing_jobs(&self, tenant: TenantId, limit: u32) -> Result<Vec<FailingJob>> {
        let query = sqlx::query_as::<Db, (Vec<u8>, Option<i64>, i64, Option<i64>)>(
            "SELECT body, reason, tries, due FROM jobs WHERE tenant = $1 AND error IS NOT NULL ORDER BY id DESC LIMIT $2",
        );
        let rows = query.bind(bytes(tenant.uuid())).bind(i64::from(limit)).fetch_all(&self.read).await?;
        // A job that a later version wrote is for that version to show.
        let known = |body: &[u8]| decode::<JobKind>(body).ok();
        let job = |(body, why, tries, due): (Vec<u8>, Option<i64>, i64, Option<i64>)| {
            let (reason, tries, again) = (reason(why), small(tries), due.map(Timestamp));
            Some(FailingJob { kind: known(&body)?, reason, tries, again })
        };
        Ok(rows.into_iter().filter_map(job).collect())
    }

    async fn job_counts(&self) -> Result<JobCounts> {
        let query = sqlx::query_as::<Db, (i64, i64, i64)>(
            // What mails nothing may wait for months: it was ordered for then.
            "SELECT COUNT(CASE WHEN what IS NOT NULL THEN due END), COUNT(CASE WHEN due IS NOT NULL THEN error END), \
             COUNT(CASE WHEN due IS NULL THEN 1 END) FROM jobs",
        );
        let (waiting, failing, failed) = query.fetch_one(&self.read).await?;
        Ok(JobCounts { waiting: unsigned(waiting), failing: unsigned(failing), failed: unsigned(failed) })
    }
}
