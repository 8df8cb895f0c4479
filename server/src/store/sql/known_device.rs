//! The devices on which people signed in, so that their own tries are counted apart from those of strangers.

use super::*;

/// All devices of an account are strangers' again.
pub(super) async fn forget_all(tx: &mut Tx, account: Uuid) -> Result<()> {
    let delete = sqlx::query("DELETE FROM known_devices WHERE account = $1");
    delete.bind(bytes(account)).execute(&mut **tx).await?;
    Ok(())
}

impl Database {
    pub(super) async fn key_of_devices(&self, fresh: &[u8; 32]) -> Result<[u8; 32]> {
        const NAME: &str = "device";
        let insert =
            sqlx::query("INSERT INTO server_keys (name, secret) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING");
        insert.bind(NAME).bind(fresh.to_vec()).execute(&self.write).await?;
        let find = sqlx::query_as::<Db, (Vec<u8>,)>("SELECT secret FROM server_keys WHERE name = $1");
        let (secret,) = find.bind(NAME).fetch_one(&self.read).await?;
        <[u8; 32]>::try_from(secret).map_err(|_| Unreadable::Damaged.into())
    }

    pub(super) async fn accounts_of_device(&self, device: &Digest, now: Timestamp) -> Result<Vec<KnownTo>> {
        let query = sqlx::query_as::<Db, (Vec<u8>, String)>(
            "SELECT accounts.id, accounts.folded FROM known_devices \
             JOIN accounts ON accounts.id = known_devices.account \
             WHERE known_devices.device = $1 AND known_devices.expires > $2",
        );
        let rows = query.bind(device.to_vec()).bind(now.0).fetch_all(&self.read).await?;
        rows.into_iter().map(|(account, folded)| Ok(KnownTo { account: uuid(&account)?, folded })).collect()
    }

    pub(super) async fn upsert_known_device(&self, known: &NewKnownDevice) -> Result<()> {
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
}
