//! The devices on which people signed in, so that their own tries are counted apart from those of strangers.

use super::*;
use rollcall_core::api::KnownDevice;

/// All devices of an account are strangers' again.
pub(super) async fn forget_all(tx: &mut Tx, account: Uuid) -> Result<()> {
    let delete = sqlx::query("DELETE FROM known_devices WHERE account = $1");
    delete.bind(bytes(account)).execute(&mut **tx).await?;
    Ok(())
}

#[async_trait]
impl GuessStore for Database {
    async fn device_known_to(&self, device: &Digest, now: Timestamp) -> Result<Vec<KnownTo>> {
        let query = sqlx::query_as::<Db, (Vec<u8>, String)>(
            "SELECT accounts.id, accounts.folded FROM known_devices \
             JOIN accounts ON accounts.id = known_devices.account \
             WHERE known_devices.device = $1 AND known_devices.expires > $2",
        );
        let rows = query.bind(device.to_vec()).bind(now.0).fetch_all(&self.read).await?;
        rows.into_iter().map(|(account, folded)| Ok(KnownTo { account: uuid(&account)?, folded })).collect()
    }

    async fn known_devices(&self, account: Uuid, now: Timestamp) -> Result<Vec<KnownDevice>> {
        let query = sqlx::query_as::<Db, (i64, i64)>(
            "SELECT seen, expires FROM known_devices WHERE account = $1 AND expires > $2 ORDER BY seen DESC, device",
        );
        let rows = query.bind(bytes(account)).bind(now.0).fetch_all(&self.read).await?;
        let known = |(seen, expires)| KnownDevice { seen: Timestamp(seen), expires: Timestamp(expires) };
        Ok(rows.into_iter().map(known).collect())
    }

    async fn device_key(&self, fresh: &[u8; 32]) -> Result<[u8; 32]> {
        const NAME: &str = "device";
        let insert =
            sqlx::query("INSERT INTO server_keys (name, secret) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING");
        insert.bind(NAME).bind(fresh.to_vec()).execute(&self.write).await?;
        let find = sqlx::query_as::<Db, (Vec<u8>,)>("SELECT secret FROM server_keys WHERE name = $1");
        let (secret,) = find.bind(NAME).fetch_one(&self.read).await?;
        <[u8; 32]>::try_from(secret).map_err(|_| Unreadable::Damaged.into())
    }

    async fn know_device(&self, known: &NewKnownDevice) -> Result<()> {
        let mut tx = self.writing().await?;
        // Two at once may not both count too few; and one whose account goes meanwhile is known to nobody.
        if !account::lock(&mut tx, known.account, None).await? {
            return Ok(());
        }
        if let Some(before) = known.before {
            let renew = sqlx::query("UPDATE known_devices SET device = $2 WHERE device = $1");
            renew.bind(before.to_vec()).bind(known.device.to_vec()).execute(&mut *tx).await?;
        }
        let upsert = sqlx::query(
            "INSERT INTO known_devices (account, device, seen, expires) VALUES ($1, $2, $3, $4) \
             ON CONFLICT (account, device) DO UPDATE SET seen = excluded.seen, expires = excluded.expires",
        );
        let upsert = upsert.bind(bytes(known.account)).bind(known.device.to_vec()).bind(known.seen.0);
        upsert.bind(known.expires.0).execute(&mut *tx).await?;
        let bound = sqlx::query(
            "DELETE FROM known_devices WHERE account = $1 AND device NOT IN \
             (SELECT device FROM known_devices WHERE account = $1 ORDER BY seen DESC, device LIMIT $2)",
        );
        bound.bind(bytes(known.account)).bind(i64::from(NewKnownDevice::MOST)).execute(&mut *tx).await?;
        tx.commit().await
    }

    async fn strike(&self, bucket: &Digest, now: Timestamp, window: Span) -> Result<(u32, Timestamp)> {
        let upsert = sqlx::query_as::<Db, (i64, i64)>(
            "INSERT INTO strikes (bucket, strikes, until) VALUES ($1, 1, $3) ON CONFLICT (bucket) DO UPDATE SET \
             strikes = CASE WHEN strikes.until <= $2 THEN 1 ELSE strikes.strikes + 1 END, \
             until = CASE WHEN strikes.until <= $2 THEN $3 ELSE strikes.until END RETURNING strikes, until",
        );
        let upsert = upsert.bind(bucket.to_vec()).bind(now.0).bind(now.after(window).0);
        let (count, until) = upsert.fetch_one(&self.write).await?;
        Ok((small(count), Timestamp(until)))
    }

    async fn pardon(&self, bucket: &Digest, count: Option<u32>) -> Result<()> {
        let query = match count {
            None => sqlx::query("DELETE FROM strikes WHERE bucket = $1").bind(bucket.to_vec()),
            Some(count) => sqlx::query("UPDATE strikes SET strikes = strikes - $2 WHERE bucket = $1 AND strikes >= $2")
                .bind(bucket.to_vec())
                .bind(i64::from(count)),
        };
        query.execute(&self.write).await?;
        Ok(())
    }
}
