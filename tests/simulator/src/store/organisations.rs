//! Organisations and commits, as one server reaches them.

use super::*;

#[async_trait]
impl TenantStore for Connection {
    async fn tenants(&self) -> Result<Vec<TenantId>> {
        self.way().await?;
        Ok(self.disk.kept().tenants.keys().copied().collect())
    }

    async fn tenant_named(&self, slug: &Slug) -> Result<Option<TenantId>> {
        self.way().await?;
        Ok(self.disk.kept().tenants.iter().find(|(_, rows)| rows.slug == *slug).map(|(tenant, _)| *tenant))
    }

    async fn only_tenant(&self) -> Result<Option<TenantId>> {
        self.way().await?;
        let kept = self.disk.kept();
        let mut all = kept.tenants.keys().copied();
        Ok(all.next().filter(|_| all.next().is_none()))
    }

    async fn head(&self, tenant: TenantId) -> Result<Option<Head>> {
        self.rows(tenant, |rows| rows.head).await
    }

    async fn load(&self, tenant: TenantId) -> Result<Option<(Head, Vec<Record>)>> {
        let records = |rows: &Rows| rows.records.values().filter_map(|(_, record)| record.clone()).collect();
        self.rows(tenant, |rows| (rows.head, records(rows))).await
    }

    async fn record(&self, tenant: TenantId, key: Key) -> Result<Option<Record>> {
        let record = self.rows(tenant, |rows| rows.records.get(&key).and_then(|(_, record)| record.clone())).await?;
        Ok(record.flatten())
    }

    async fn since(&self, tenant: TenantId, version: u64) -> Result<Option<Since>> {
        self.rows(tenant, |rows| rows.since(version)).await
    }

    async fn keys_since(&self, tenant: TenantId, version: u64) -> Result<Option<Vec<Key>>> {
        let since = self.rows(tenant, |rows| rows.since(version)).await?;
        let since = since.filter(|since| version >= since.head.log_floor);
        Ok(since.map(|since| since.puts.into_iter().map(|put| put.key).collect()))
    }

    async fn verdicts(
        &self,
        tenant: TenantId,
        user: UserId,
        device: DeviceId,
        first: Seq,
        last: Seq,
    ) -> Result<Vec<StoredVerdict>> {
        let range = (user, device, first)..=(user, device, last);
        let verdicts = self.rows(tenant, |rows| rows.verdicts.range(range).map(|(_, v)| v.clone()).collect());
        Ok(verdicts.await?.unwrap_or_default())
    }

    async fn highest_seq(&self, tenant: TenantId, user: UserId, device: DeviceId) -> Result<Option<Seq>> {
        let range = (user, device, Seq(0))..=(user, device, Seq(u64::MAX));
        let highest = self.rows(tenant, |rows| rows.verdicts.range(range).next_back().map(|((_, _, seq), _)| *seq));
        Ok(highest.await?.flatten())
    }

    async fn forgotten_seq(&self, _: TenantId, _: UserId, _: DeviceId) -> Result<Option<Seq>> {
        self.way().await?;
        // The simulated disk forgets no verdict.
        Ok(None)
    }

    async fn verdicts_on(&self, tenant: TenantId, user: UserId, commands: &[CommandId]) -> Result<Vec<StoredVerdict>> {
        let asked = |stored: &&StoredVerdict| stored.user == user && commands.contains(&stored.verdict.command);
        let verdicts = self.rows(tenant, |rows| rows.verdicts.values().filter(asked).cloned().collect());
        Ok(verdicts.await?.unwrap_or_default())
    }

    async fn clashes(&self, tenant: TenantId) -> Result<u64> {
        Ok(self.rows(tenant, |rows| rows.clashes.len() as u64).await?.unwrap_or_default())
    }

    async fn log(&self, tenant: TenantId, after: u64, limit: u32) -> Result<Vec<LogRow>> {
        let later = |row: &&LogRow| row.version > after;
        let log = self.rows(tenant, |rows| rows.log.iter().filter(later).take(limit as usize).cloned().collect());
        Ok(log.await?.unwrap_or_default())
    }

    async fn log_before(&self, tenant: TenantId, before: u64, limit: u32) -> Result<Vec<LogRow>> {
        let earlier = |row: &&LogRow| row.version < before;
        let log =
            self.rows(tenant, |rows| rows.log.iter().rev().filter(earlier).take(limit as usize).cloned().collect());
        Ok(log.await?.unwrap_or_default())
    }

    async fn renew_log_epochs(&self, _: u64) -> Result<()> {
        Self::elsewhere()
    }

    fn notices(&self) -> broadcast::Receiver<Notice> {
        self.notices.subscribe()
    }
}

#[async_trait]
impl CommitStore for Connection {
    async fn commit(&self, batch: &Batch) -> Result<Commit> {
        self.way().await?;
        let universe = &self.disk.universe;
        if universe.has(Bug::AcknowledgeEarly) && universe.one_in(20) {
            return Ok(Commit::Done);
        }
        let committed = self.disk.commit(batch)?;
        universe.note(format_args!(
            "server {} commits {} to {} of {}: {committed:?}",
            self.number, batch.expected, batch.version, batch.tenant
        ));
        if committed == Commit::Conflict {
            universe.count("conflicts between servers");
        }
        self.way_back().await?;
        Ok(committed)
    }
}
