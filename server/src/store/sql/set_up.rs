//! The set-up link: one row, on which whoever founds the first organisation waits for each other.

use super::*;
use crate::store::UsedLink;

/// The name of the only row.
const NAME: &str = "link";

#[async_trait]
impl SetUpStore for Database {
    async fn put_set_up_link(&self, token: &Digest, expires: Timestamp) -> Result<bool> {
        let upsert = sqlx::query(
            "INSERT INTO set_up_link (name, token, expires) SELECT $1, $2, $3 WHERE NOT EXISTS (SELECT 1 FROM tenants) \
             ON CONFLICT (name) DO UPDATE SET token = excluded.token, expires = excluded.expires",
        );
        let upsert = upsert.bind(NAME).bind(token.to_vec()).bind(expires.0);
        Ok(upsert.execute(&self.write).await?.rows_affected() == 1)
    }

    async fn set_up_link(&self, now: Timestamp) -> Result<Option<Digest>> {
        let query = sqlx::query_as::<Db, (Vec<u8>,)>(
            "SELECT token FROM set_up_link WHERE expires > $1 AND NOT EXISTS (SELECT 1 FROM tenants)",
        );
        query.bind(now.0).fetch_optional(&self.read).await?.map(|(token,)| digest(token)).transpose()
    }
}

/// Ends the link, as every founding does. No when it is founded by a link that is not good any more: used, expired, or there is an
/// organisation. Two that use it at once wait for each other here, and the later one finds no row.
pub(super) async fn end(tx: &mut Tx, by: Option<&UsedLink>) -> Result<bool> {
    let Some(UsedLink { token, now }) = by else {
        sqlx::query("DELETE FROM set_up_link").execute(&mut **tx).await?;
        return Ok(true);
    };
    let delete = sqlx::query("DELETE FROM set_up_link WHERE token = $1 AND expires > $2");
    if delete.bind(token.to_vec()).bind(now.0).execute(&mut **tx).await?.rows_affected() != 1 {
        return Ok(false);
    }
    let there = sqlx::query_as::<Db, (i64,)>("SELECT COUNT(*) FROM tenants").fetch_one(&mut **tx).await?;
    Ok(there.0 == 0)
}
