//! Jobs; and what the simulated disk has no part in: housekeeping and erasing.

use super::*;
use rollcall_core::privacy::erased;

#[async_trait]
impl JobStore for Connection {
    async fn put_job(&self, tenant: TenantId, job: &NewJob) -> Result<()> {
        self.way().await?;
        self.disk.kept().jobs.put(tenant, std::slice::from_ref(job));
        self.way_back().await
    }

    async fn claim_jobs(&self, queue: Queue, now: Timestamp, lease: Timestamp, limit: u32) -> Result<Vec<Job>> {
        // A question that has no answer costs no lots: it is asked every two seconds.
        self.alive().await;
        if !self.disk.kept().jobs.is_due(queue, now) {
            return Ok(Vec::new());
        }
        self.way().await?;
        Ok(self.disk.kept().jobs.claim(queue, now, lease, limit))
    }

    async fn finish_job(&self, id: Uuid) -> Result<()> {
        self.way().await?;
        self.disk.kept().jobs.finish(id);
        self.way_back().await
    }

    async fn defer_job(&self, id: Uuid, again: Option<Timestamp>, failure: &JobFailure) -> Result<()> {
        self.way().await?;
        if failure.reason == MailFailure::OverBudget {
            self.disk.universe.count("mails over budget");
        }
        if again.is_none() {
            self.disk.universe.count("jobs given up");
        }
        self.disk.kept().jobs.defer(id, again, failure);
        Ok(())
    }

    async fn failing_jobs(&self, tenant: TenantId, limit: u32) -> Result<Vec<FailingJob>> {
        self.way().await?;
        Ok(self.disk.kept().jobs.failing(tenant, limit))
    }

    async fn job_counts(&self) -> Result<JobCounts> {
        self.way().await?;
        Ok(self.disk.kept().jobs.counts())
    }
}

#[async_trait]
impl HouseStore for Connection {
    async fn take_chore(&self, _: Chore, _: Timestamp, _: Timestamp, _: Timestamp, _: Uuid) -> Result<bool> {
        Self::elsewhere()
    }

    async fn keep_chore(&self, _: Chore, _: Uuid, _: Timestamp) -> Result<bool> {
        Self::elsewhere()
    }

    async fn end_chore(&self, _: Chore, _: Uuid, _: Timestamp) -> Result<()> {
        Self::elsewhere()
    }

    async fn raise_log_floor(&self, _: TenantId, _: Timestamp) -> Result<bool> {
        Self::elsewhere()
    }

    async fn raise_forgotten(&self, _: TenantId, _: Timestamp) -> Result<bool> {
        Self::elsewhere()
    }

    async fn noted_accounts(&self, _: Option<Uuid>, _: u32) -> Result<Vec<NotedAccount>> {
        Self::elsewhere()
    }

    async fn clean(&self, _: Step, _: Timestamp, _: u32) -> Result<u64> {
        Self::elsewhere()
    }
}

#[async_trait]
impl ErasureStore for Connection {
    async fn erase_from_log(&self, tenant: TenantId, user: UserId, after: u64, limit: u32) -> Result<Option<u64>> {
        loop {
            let read = self.rows(tenant, |rows| rows.log_after(after, limit as usize)).await?.unwrap_or_default();
            let last = read.last().map(|row| row.version);
            self.way().await?;
            let mut all = true;
            for row in read {
                let (command, changes) = erased(&row.command, &row.changes, user);
                if (&command, &changes) != (&row.command, &row.changes)
                    && let Some(kept) = self.disk.kept().tenants.get_mut(&tenant)
                {
                    all &= kept.replace(&row, LogRow { command, changes, ..row.clone() });
                }
            }
            self.way_back().await?;
            if all {
                return Ok(last);
            }
            self.disk.universe.count("rows of the log erased from twice at once");
        }
    }

    async fn addresses_of(&self, tenant: TenantId, user: UserId, _: &[Email]) -> Result<AddressesOf> {
        self.way().await?;
        let mailed = self.disk.kept().accounts.addresses_of((tenant, user));
        self.way_back().await?;
        Ok(AddressesOf { mailed, account: Vec::new() })
    }

    async fn erase_traces(&self, tenant: TenantId, user: UserId) -> Result<()> {
        self.way().await?;
        self.disk.kept().accounts.erase_traces((tenant, user));
        self.way_back().await
    }
}
