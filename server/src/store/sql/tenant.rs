//! Reading tenants: the head, the records, what changed, the verdicts, the log.

use super::*;
use crate::store::StoredPut;
use rollcall_core::record::{decode, decode_kind, encode};

type HeadRow = (i64, i64, i64, i64);
/// Values per statement: few enough for every database's limit.
const ROWS: usize = 500;

/// A verdict from its device and its stored form.
fn verdict(user: UserId, (device, body): &(Vec<u8>, Vec<u8>)) -> Result<StoredVerdict> {
    Ok(StoredVerdict { user, device: DeviceId::new(uuid(device)?), verdict: decode(body)? })
}

pub(super) async fn head(
    connection: &mut <Db as sqlx::Database>::Connection,
    tenant: TenantId,
) -> Result<Option<Head>> {
    let query =
        sqlx::query_as::<Db, HeadRow>("SELECT version, log_epoch, log_floor, forgotten FROM tenants WHERE id = $1");
    let row = query.bind(bytes(tenant.uuid())).fetch_optional(connection).await?;
    Ok(row.map(|(version, epoch, floor, forgotten)| Head {
        version: unsigned(version),
        log_epoch: unsigned(epoch),
        log_floor: unsigned(floor),
        forgotten: Timestamp(forgotten),
    }))
}

#[async_trait]
impl TenantStore for Database {
    async fn tenants(&self) -> Result<Vec<TenantId>> {
        let rows = sqlx::query_as::<Db, (Vec<u8>,)>("SELECT id FROM tenants ORDER BY id").fetch_all(&self.read).await?;
        rows.iter().map(|(id,)| uuid(id).map(TenantId::new)).collect()
    }

    async fn only_tenant(&self) -> Result<Option<TenantId>> {
        let query = sqlx::query_as::<Db, (Vec<u8>,)>("SELECT id FROM tenants LIMIT 2");
        match query.fetch_all(&self.read).await?.as_slice() {
            [(only,)] => Ok(Some(TenantId::new(uuid(only)?))),
            _ => Ok(None),
        }
    }

    async fn tenant_named(&self, slug: &Slug) -> Result<Option<TenantId>> {
        let query = sqlx::query_as::<Db, (Vec<u8>,)>("SELECT id FROM tenants WHERE slug = $1");
        let row = query.bind(slug.as_str()).fetch_optional(&self.read).await?;
        row.map(|(id,)| uuid(&id).map(TenantId::new)).transpose()
    }

    async fn head(&self, tenant: TenantId) -> Result<Option<Head>> {
        tenant::head(&mut *self.read.acquire().await?, tenant).await
    }

    async fn load(&self, tenant: TenantId) -> Result<Option<(Head, Vec<Record>)>> {
        let mut tx = self.reading().await?;
        let Some(head) = head(&mut tx, tenant).await? else { return Ok(None) };
        let query = sqlx::query_as::<Db, (Vec<u8>,)>("SELECT body FROM records WHERE tenant = $1 AND body IS NOT NULL");
        let rows = query.bind(bytes(tenant.uuid())).fetch_all(&mut *tx).await?;
        let records = rows.iter().map(|(body,)| decode_kind(body)).collect::<std::result::Result<_, _>>()?;
        Ok(Some((head, records)))
    }

    async fn record(&self, tenant: TenantId, key: Key) -> Result<Option<Record>> {
        let query =
            sqlx::query_as::<Db, (Option<Vec<u8>>,)>("SELECT body FROM records WHERE tenant = $1 AND record = $2");
        let query = query.bind(bytes(tenant.uuid())).bind(encode(&key));
        let body = query.fetch_optional(&self.read).await?.and_then(|(body,)| body);
        Ok(body.map(|body| decode_kind(&body)).transpose()?)
    }

    async fn since(&self, tenant: TenantId, version: u64) -> Result<Option<Since>> {
        let mut tx = self.reading().await?;
        let Some(head) = head(&mut tx, tenant).await? else { return Ok(None) };
        let query = sqlx::query_as::<Db, (Vec<u8>, i64, Option<Vec<u8>>)>(
            "SELECT record, version, body FROM records WHERE tenant = $1 AND version > $2 ORDER BY version",
        );
        let rows = query.bind(bytes(tenant.uuid())).bind(signed(version)).fetch_all(&mut *tx).await?;
        let put = |(key, version, body): &(Vec<u8>, i64, Option<Vec<u8>>)| {
            let record = body.as_ref().map(|body| decode_kind(body)).transpose()?;
            Ok::<_, StoreError>(StoredPut { key: decode_kind(key)?, version: unsigned(*version), record })
        };
        Ok(Some(Since { head, puts: rows.iter().map(put).collect::<Result<_>>()? }))
    }

    async fn keys_since(&self, tenant: TenantId, version: u64) -> Result<Option<Vec<Key>>> {
        let mut tx = self.reading().await?;
        let forgotten = |head: Head| version < head.log_floor;
        if head(&mut tx, tenant).await?.is_none_or(forgotten) {
            return Ok(None);
        }
        let query = sqlx::query_as::<Db, (Vec<u8>,)>("SELECT record FROM records WHERE tenant = $1 AND version > $2");
        let rows = query.bind(bytes(tenant.uuid())).bind(signed(version)).fetch_all(&mut *tx).await?;
        rows.iter().map(|(key,)| Ok(decode_kind(key)?)).collect::<Result<_>>().map(Some)
    }

    async fn verdicts(
        &self,
        tenant: TenantId,
        user: UserId,
        device: DeviceId,
        first: Seq,
        last: Seq,
    ) -> Result<Vec<StoredVerdict>> {
        let query = sqlx::query_as::<Db, (Vec<u8>, Vec<u8>)>(
            "SELECT device, body FROM verdicts \
             WHERE tenant = $1 AND usr = $2 AND device = $3 AND seq BETWEEN $4 AND $5",
        );
        let rows = query
            .bind(bytes(tenant.uuid()))
            .bind(bytes(user.uuid()))
            .bind(bytes(device.uuid()))
            .bind(signed(first.0))
            .bind(signed(last.0))
            .fetch_all(&self.read)
            .await?;
        rows.iter().map(|row| verdict(user, row)).collect()
    }

    async fn highest_seq(&self, tenant: TenantId, user: UserId, device: DeviceId) -> Result<Option<Seq>> {
        let query = sqlx::query_as::<Db, (Option<i64>,)>(
            "SELECT MAX(seq) FROM (SELECT MAX(seq) AS seq FROM verdicts WHERE tenant = $1 AND usr = $2 AND device = $3 \
             UNION ALL SELECT seq FROM device_floors WHERE tenant = $1 AND usr = $2 AND device = $3) AS highest",
        );
        let query = query.bind(bytes(tenant.uuid())).bind(bytes(user.uuid())).bind(bytes(device.uuid()));
        Ok(query.fetch_one(&self.read).await?.0.map(|seq| Seq(unsigned(seq))))
    }

    async fn forgotten_seq(&self, tenant: TenantId, user: UserId, device: DeviceId) -> Result<Option<Seq>> {
        let query = sqlx::query_as::<Db, (i64,)>(
            "SELECT seq FROM device_floors WHERE tenant = $1 AND usr = $2 AND device = $3",
        );
        let query = query.bind(bytes(tenant.uuid())).bind(bytes(user.uuid())).bind(bytes(device.uuid()));
        Ok(query.fetch_optional(&self.read).await?.map(|(seq,)| Seq(unsigned(seq))))
    }

    async fn verdicts_on(&self, tenant: TenantId, user: UserId, commands: &[CommandId]) -> Result<Vec<StoredVerdict>> {
        let mut found = Vec::new();
        for some in commands.chunks(ROWS) {
            let mut query = sqlx::QueryBuilder::<Db>::new("SELECT device, body FROM verdicts WHERE tenant = ");
            query.push_bind(bytes(tenant.uuid())).push(" AND usr = ").push_bind(bytes(user.uuid()));
            query.push(" AND command IN (");
            let mut list = query.separated(", ");
            for id in some {
                list.push_bind(bytes(id.uuid()));
            }
            query.push(")");
            let rows: Vec<(Vec<u8>, Vec<u8>)> = query.build_query_as().fetch_all(&self.read).await?;
            for row in &rows {
                found.push(verdict(user, row)?);
            }
        }
        Ok(found)
    }

    async fn clashes(&self, tenant: TenantId) -> Result<u64> {
        let query = sqlx::query_as::<Db, (i64,)>("SELECT COUNT(*) FROM clashes WHERE tenant = $1");
        Ok(unsigned(query.bind(bytes(tenant.uuid())).fetch_one(&self.read).await?.0))
    }

    async fn log(&self, tenant: TenantId, after: u64, limit: u32) -> Result<Vec<LogRow>> {
        log::read(self, tenant, log::Part::After(after), limit).await
    }

    async fn log_before(&self, tenant: TenantId, before: u64, limit: u32) -> Result<Vec<LogRow>> {
        log::read(self, tenant, log::Part::Before(before), limit).await
    }

    async fn renew_log_epochs(&self, epoch: u64) -> Result<()> {
        sqlx::query("UPDATE tenants SET log_epoch = $1").bind(signed(epoch)).execute(&self.write).await?;
        Ok(())
    }

    fn notices(&self) -> broadcast::Receiver<Notice> {
        self.notices.subscribe()
    }
}
