//! Changes of an account's sign-in address: they wait until the link that was mailed to the new address is opened, and the
//! old address can stop them, or take them back, for a day.

use super::*;
use crate::store::{AddressState, key};
use rollcall_core::value::Email;

type Row = (Vec<u8>, Vec<u8>, String, String, Vec<u8>, Vec<u8>, Option<Vec<u8>>, i64, i64);
const COLUMNS: &str = "id, account, before, after, confirm, stop, tenant, expires, state";

fn change((id, account, before, after, confirm, stop, tenant, expires, state): Row) -> Result<AddressChange> {
    Ok(AddressChange {
        id: uuid(&id)?,
        account: uuid(&account)?,
        before: account::address(&before)?,
        after: account::email(&after)?,
        confirm: digest(confirm)?,
        stop: digest(stop)?,
        tenant: tenant.as_deref().map(uuid).transpose()?.map(TenantId::new),
        expires: Timestamp(expires),
        state: match state {
            0 => AddressState::Waits,
            1 => AddressState::Confirmed,
            3 => AddressState::Superseded,
            _ => AddressState::Over,
        },
    })
}

/// Moves a change on; no when it stands elsewhere.
async fn move_on(tx: &mut Tx, change: &AddressChange, from: i64, to: i64) -> Result<bool> {
    let update = sqlx::query("UPDATE address_changes SET state = $3 WHERE id = $1 AND state = $2");
    Ok(update.bind(bytes(change.id)).bind(from).bind(to).execute(&mut **tx).await?.rows_affected() == 1)
}

/// Gives the change's account another address, if nobody has it. Confirming, the account must still have the old one.
async fn readdress(tx: &mut Tx, change: &AddressChange, to: Option<&Email>) -> Result<bool> {
    let confirms = to.is_some_and(|to| to.folded() == change.after.folded());
    let update = sqlx::query(
        "UPDATE accounts SET email = $3, folded = $4 WHERE id = $1 AND folded = COALESCE($2, folded) \
         AND NOT EXISTS (SELECT 1 FROM accounts AS taken WHERE taken.folded = $4 AND taken.id <> $1)",
    );
    let update = update.bind(bytes(change.account)).bind(confirms.then(|| key(change.account, change.before.as_ref())));
    let update = update.bind(to.map_or("", Email::as_str)).bind(key(change.account, to));
    match update.execute(&mut **tx).await {
        Err(sqlx::Error::Database(error)) if error.is_unique_violation() => Ok(false),
        done => Ok(done?.rows_affected() == 1),
    }
}

/// Whether an account signs in by an address.
async fn has_address(tx: &mut Tx, account: Uuid, email: Option<&Email>) -> Result<bool> {
    let find = sqlx::query_as::<Db, (i64,)>("SELECT COUNT(*) FROM accounts WHERE id = $1 AND folded = $2");
    Ok(find.bind(bytes(account)).bind(key(account, email)).fetch_one(&mut **tx).await?.0 == 1)
}

#[async_trait]
impl AddressStore for Database {
    async fn put_address_change(&self, change: &AddressChange) -> Result<()> {
        let mut tx = self.writing().await?;
        let end = sqlx::query("UPDATE address_changes SET state = 3 WHERE account = $1 AND state = 0");
        end.bind(bytes(change.account)).execute(&mut *tx).await?;
        let insert = sqlx::query(
            "INSERT INTO address_changes (id, account, before, after, confirm, stop, tenant, expires) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        );
        let insert = insert
            .bind(bytes(change.id))
            .bind(bytes(change.account))
            .bind(change.before.as_ref().map_or("", Email::as_str));
        let insert = insert.bind(change.after.as_str()).bind(change.confirm.to_vec()).bind(change.stop.to_vec());
        let insert = insert.bind(change.tenant.map(|tenant| bytes(tenant.uuid()))).bind(change.expires.0);
        insert.execute(&mut *tx).await?;
        tx.commit().await
    }

    async fn address_change(&self, token: &Digest) -> Result<Option<AddressChange>> {
        let text = format!("SELECT {COLUMNS} FROM address_changes WHERE confirm = $1 OR stop = $1");
        let query = sqlx::query_as::<Db, Row>(sqlx::AssertSqlSafe(text));
        query.bind(token.to_vec()).fetch_optional(&self.read).await?.map(change).transpose()
    }

    async fn pending_address(&self, account: Uuid, now: Timestamp) -> Result<Option<AddressChange>> {
        let text = format!("SELECT {COLUMNS} FROM address_changes WHERE account = $1 AND state = 0 AND expires > $2");
        let query = sqlx::query_as::<Db, Row>(sqlx::AssertSqlSafe(text));
        query.bind(bytes(account)).bind(now.0).fetch_optional(&self.read).await?.map(change).transpose()
    }

    async fn confirm_address(&self, change: &AddressChange) -> Result<bool> {
        let mut tx = self.writing().await?;
        if !move_on(&mut tx, change, 0, 1).await? {
            return Ok(false);
        }
        if !readdress(&mut tx, change, Some(&change.after)).await? {
            return Ok(false);
        }
        if let Some(tenant) = change.tenant {
            // One organisation does not decide for another who signs in: the account may have joined one meanwhile.
            let find = sqlx::query_as::<Db, (i64, i64)>(
                "SELECT COUNT(*), COUNT(CASE WHEN tenant = $2 THEN 1 END) FROM account_users WHERE account = $1",
            );
            let find = find.bind(bytes(change.account)).bind(bytes(tenant.uuid()));
            if find.fetch_one(&mut *tx).await? != (1, 1) {
                return Ok(false);
            }
        }
        // They were mailed to the old address.
        link::end_links_of_account(&mut tx, change.account).await?;
        tx.commit().await?;
        Ok(true)
    }

    async fn stop_address(&self, change: &AddressChange) -> Result<bool> {
        let mut tx = self.writing().await?;
        let superseded = move_on(&mut tx, change, 3, 2).await?;
        let waited = match superseded {
            true => has_address(&mut tx, change.account, change.before.as_ref()).await?,
            false => move_on(&mut tx, change, 0, 2).await?,
        };
        if !waited {
            // Whatever it was changed to since: the old address has the last word for its day.
            let confirmed = superseded || move_on(&mut tx, change, 1, 2).await?;
            if !confirmed || !readdress(&mut tx, change, change.before.as_ref()).await? {
                return Ok(false);
            }
            // What the account became a user of under the new address is whoever had that one: it is asked again.
            let leave = sqlx::query("DELETE FROM account_users WHERE account = $1 AND linked > $2");
            leave.bind(bytes(change.account)).bind(change.asked().0).execute(&mut *tx).await?;
        }
        // Earlier mailboxes keep the last word over this one: what was confirmed before it can still be taken back.
        let end = sqlx::query(
            "UPDATE address_changes SET state = 2 WHERE account = $1 AND (state = 0 OR ($2 = 0 AND expires >= $3))",
        );
        let end = end.bind(bytes(change.account)).bind(i64::from(waited)).bind(change.expires.0);
        end.execute(&mut *tx).await?;
        if change.tenant.is_none() || !waited {
            // Whoever asked knew the password, or whoever reads the new mailbox may have set one by a link that went there. No
            // text verifies against this one, and a mailed link sets another.
            let lose = sqlx::query("UPDATE accounts SET password = '!' WHERE id = $1");
            lose.bind(bytes(change.account)).execute(&mut *tx).await?;
        }
        // Whoever asked may be signed in.
        session::end_others(&mut tx, change.account, None).await?;
        guess::forget_all(&mut tx, change.account).await?;
        link::end_links_of_account(&mut tx, change.account).await?;
        tx.commit().await?;
        Ok(true)
    }
}
