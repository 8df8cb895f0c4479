//! Jobs: claimed by a lease, so that a crash hands them on; removed when done; kept when given up.

use super::*;
use rollcall_core::record::decode;

impl Database {
    pub(super) async fn insert_job(&self, tenant: TenantId, job: &NewJob) -> Result<()> {
        let mut tx = self.writing().await?;
        commit::write_jobs(&mut tx, tenant, std::slice::from_ref(job)).await?;
        Ok(tx.commit().await?)
    }

    pub(super) async fn lease_jobs(&self, now: Timestamp, lease: Timestamp, limit: u32) -> Result<Vec<Job>> {
        type Row = (Vec<u8>, Vec<u8>, Vec<u8>, i64);
        // The conditions stand outside too: of two processes that chose the same job, the second must find it taken.
        let update = sqlx::query_as::<Db, Row>(
            "UPDATE jobs SET lease = $2, tries = tries + 1 WHERE due <= $1 AND lease <= $1 AND id IN \
             (SELECT id FROM jobs WHERE due <= $1 AND lease <= $1 ORDER BY due, id LIMIT $3) \
             RETURNING id, tenant, body, tries",
        );
        let rows = update.bind(now.0).bind(lease.0).bind(i64::from(limit)).fetch_all(&self.write).await?;
        let job = |(id, tenant, body, tries): &Row| {
            Ok(Job { id: uuid(id)?, tenant: TenantId::new(uuid(tenant)?), kind: decode(body)?, tries: small(*tries) })
        };
        rows.iter().map(job).collect()
    }

    pub(super) async fn delete_job(&self, id: Uuid) -> Result<()> {
        sqlx::query("DELETE FROM jobs WHERE id = $1").bind(bytes(id)).execute(&self.write).await?;
        Ok(())
    }

    pub(super) async fn set_job_back(&self, id: Uuid, again: Option<Timestamp>, error: &str) -> Result<()> {
        let update = sqlx::query("UPDATE jobs SET due = $2, lease = 0, error = $3 WHERE id = $1");
        update.bind(bytes(id)).bind(again.map(|again| again.0)).bind(error).execute(&self.write).await?;
        Ok(())
    }

    pub(super) async fn count_jobs(&self) -> Result<JobCounts> {
        let query = sqlx::query_as::<Db, (i64, i64, i64)>(
            "SELECT COUNT(due), COUNT(CASE WHEN due IS NOT NULL THEN error END), \
             COUNT(CASE WHEN due IS NULL THEN 1 END) FROM jobs",
        );
        let (waiting, failing, failed) = query.fetch_one(&self.read).await?;
        Ok(JobCounts { waiting: unsigned(waiting), failing: unsigned(failing), failed: unsigned(failed) })
    }
}
