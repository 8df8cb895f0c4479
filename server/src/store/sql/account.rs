//! Accounts, the users that they are, and the counters that slow down guessing.

use super::*;
use crate::store::{Verified, key};
use rollcall_core::value::Email;

/// Makes an account. Its address, if it has one, is proven: the caller holds something that was mailed to it. No when the address
/// has an account.
pub(super) async fn open(tx: &mut Tx, account: &NewAccount) -> Result<bool> {
    let insert = sqlx::query(
        "INSERT INTO accounts (id, email, folded, password, created, proven) VALUES ($1, $2, $3, $4, $5, $5) \
         ON CONFLICT (folded) DO NOTHING",
    );
    let insert = insert.bind(bytes(account.id)).bind(account.email.as_ref().map_or("", Email::as_str));
    let insert = insert.bind(key(account.id, account.email.as_ref()));
    let insert = insert.bind(&account.password).bind(account.created.0);
    Ok(insert.execute(&mut **tx).await?.rows_affected() == 1)
}

/// Keeps others from changing the account until the transaction ends. No when there is no such account, or it is no longer
/// as it was verified.
pub(super) async fn lock(tx: &mut Tx, account: Uuid, verified: Option<&Verified>) -> Result<bool> {
    let lock = sqlx::query(
        "UPDATE accounts SET password = password \
         WHERE id = $1 AND folded = COALESCE($2, folded) AND password = COALESCE($3, password) AND must_change <= $4",
    );
    let lock = lock.bind(bytes(account)).bind(verified.map(|verified| verified.folded.clone()));
    let lock = lock.bind(verified.map(|verified| verified.password.clone()));
    // Whoever knows a temporary password may be the administrator who handed it over.
    let lock = lock.bind(i64::from(verified.is_none()));
    Ok(lock.execute(&mut **tx).await?.rows_affected() == 1)
}

/// The account is the user from now on. No when there is no such account, it is somebody else in the tenant, or it is no
/// longer as it was verified.
pub(super) async fn link(
    tx: &mut Tx,
    tenant: TenantId,
    user: UserId,
    account: Uuid,
    at: Timestamp,
    verified: Option<&Verified>,
) -> Result<bool> {
    if !lock(tx, account, verified).await? {
        return Ok(false);
    }
    let insert = sqlx::query(
        "INSERT INTO account_users (tenant, usr, account, linked) SELECT $1, $2, id, $4 FROM accounts \
         WHERE id = $3 AND NOT EXISTS (SELECT 1 FROM account_users AS other \
                                       WHERE other.tenant = $1 AND other.account = $3 AND other.usr <> $2) \
         ON CONFLICT (tenant, usr) DO UPDATE SET account = excluded.account, linked = excluded.linked, \
         renew = CASE WHEN account_users.account = excluded.account THEN account_users.renew ELSE 0 END",
    );
    let insert = insert.bind(bytes(tenant.uuid())).bind(bytes(user.uuid())).bind(bytes(account)).bind(at.0);
    match insert.execute(&mut **tx).await {
        // Two at once: the index has the last word that an account is at most one user of a tenant.
        Err(sqlx::Error::Database(error)) if error.is_unique_violation() => Ok(false),
        done => Ok(done?.rows_affected() == 1),
    }
}

/// The account's sessions open nothing in this tenant any more. When the account is nobody elsewhere, they are over; a temporary
/// password is that of somebody who is nobody elsewhere.
pub(super) async fn end_sessions(tx: &mut Tx, tenant: TenantId, user: UserId, at: Timestamp) -> Result<()> {
    let update = sqlx::query_as::<Db, (Vec<u8>,)>(
        "UPDATE account_users SET ended = $3 WHERE tenant = $1 AND usr = $2 RETURNING account",
    );
    let update = update.bind(bytes(tenant.uuid())).bind(bytes(user.uuid())).bind(at.0);
    if let Some((account,)) = update.fetch_optional(&mut **tx).await? {
        tx.ends(uuid(&account)?);
    }
    let end = sqlx::query(
        "UPDATE sessions SET ended = 1 \
         WHERE account IN (SELECT account FROM account_users WHERE tenant = $1 AND usr = $2) \
         AND NOT EXISTS (SELECT 1 FROM account_users AS other \
                         WHERE other.account = sessions.account AND other.tenant <> $1)",
    );
    end.bind(bytes(tenant.uuid())).bind(bytes(user.uuid())).execute(&mut **tx).await?;
    let end = sqlx::query(
        "UPDATE password_links SET used = 1 \
         WHERE account IN (SELECT account FROM account_users WHERE tenant = $1 AND usr = $2) \
         AND NOT EXISTS (SELECT 1 FROM account_users AS other \
                         WHERE other.account = password_links.account AND other.tenant <> $1)",
    );
    end.bind(bytes(tenant.uuid())).bind(bytes(user.uuid())).execute(&mut **tx).await?;
    // A temporary password is one more link: whoever has it is let in by nothing else. Nothing verifies against this.
    let end = sqlx::query(
        "UPDATE accounts SET password = '!' WHERE must_change = 1 AND temporary_until > 0 \
         AND id IN (SELECT account FROM account_users WHERE tenant = $1 AND usr = $2)",
    );
    end.bind(bytes(tenant.uuid())).bind(bytes(user.uuid())).execute(&mut **tx).await?;
    link::end_links_of_user(tx, tenant, user).await
}

/// The organisation lets the user in only with a password that is set through a mailed link from now on. The account's
/// other organisations are none of its business (decision D14).
pub(super) async fn expire(tx: &mut Tx, tenant: TenantId, user: UserId, at: Timestamp) -> Result<()> {
    // Without a mailbox there is no link to set it by: the old one opens nothing but the change to another.
    let change = sqlx::query(
        "UPDATE accounts SET must_change = 1 \
         WHERE email = '' AND id IN (SELECT account FROM account_users WHERE tenant = $1 AND usr = $2)",
    );
    let change = change.bind(bytes(tenant.uuid())).bind(bytes(user.uuid()));
    if change.execute(&mut **tx).await?.rows_affected() > 0 {
        return Ok(());
    }
    let update = sqlx::query("UPDATE account_users SET renew = $3 WHERE tenant = $1 AND usr = $2");
    update.bind(bytes(tenant.uuid())).bind(bytes(user.uuid())).bind(at.0).execute(&mut **tx).await?;
    Ok(())
}

/// The user has a temporary password: that of the account that it is, or of a new one. No when the account is somebody in
/// another organisation as well, which is none of this one's business (decision D14).
pub(super) async fn set_temporary(
    tx: &mut Tx,
    tenant: TenantId,
    user: UserId,
    (new, until): (&NewAccount, Timestamp),
) -> Result<bool> {
    let find = sqlx::query_as::<Db, (Vec<u8>,)>("SELECT account FROM account_users WHERE tenant = $1 AND usr = $2");
    let find = find.bind(bytes(tenant.uuid())).bind(bytes(user.uuid()));
    let account = match find.fetch_optional(&mut **tx).await? {
        Some((account,)) => uuid(&account)?,
        None => {
            if !open(tx, new).await? || !link(tx, tenant, user, new.id, new.created, None).await? {
                return Ok(false);
            }
            new.id
        }
    };
    // Whoever links it to another organisation waits for this lock, or was first.
    if !lock(tx, account, None).await? {
        return Ok(false);
    }
    let elsewhere =
        sqlx::query_as::<Db, (i64,)>("SELECT COUNT(*) FROM account_users WHERE account = $1 AND tenant <> $2");
    let elsewhere = elsewhere.bind(bytes(account)).bind(bytes(tenant.uuid())).fetch_one(&mut **tx).await?.0;
    if elsewhere > 0 {
        return Ok(false);
    }
    let update = sqlx::query(
        "UPDATE accounts SET password = $2, proven = $3, must_change = 1, temporary_until = $4 WHERE id = $1",
    );
    let update = update.bind(bytes(account)).bind(&new.password).bind(new.created.0).bind(until.0);
    update.execute(&mut **tx).await?;
    session::end_others(tx, account, None).await?;
    guess::forget_all(tx, account).await?;
    link::end_links_of_account(tx, account).await?;
    Ok(true)
}

/// The user is no account any more; its PIN goes, and the account when it is nobody else.
pub(super) async fn forget(tx: &mut Tx, tenant: TenantId, user: UserId) -> Result<()> {
    link::end_links_of_user(tx, tenant, user).await?;
    let unpin = sqlx::query("DELETE FROM pins WHERE tenant = $1 AND usr = $2");
    unpin.bind(bytes(tenant.uuid())).bind(bytes(user.uuid())).execute(&mut **tx).await?;
    let find = sqlx::query_as::<Db, (Vec<u8>,)>("SELECT account FROM account_users WHERE tenant = $1 AND usr = $2");
    let find = find.bind(bytes(tenant.uuid())).bind(bytes(user.uuid()));
    let Some((account,)) = find.fetch_optional(&mut **tx).await? else { return Ok(()) };
    let id = uuid(&account)?;
    lock(tx, id, None).await?;
    tx.ends(id);
    let unlink = sqlx::query("DELETE FROM account_users WHERE tenant = $1 AND usr = $2");
    unlink.bind(bytes(tenant.uuid())).bind(bytes(user.uuid())).execute(&mut **tx).await?;
    for statement in [
        "UPDATE sessions SET ended = 1 \
         WHERE account = $1 AND NOT EXISTS (SELECT 1 FROM account_users WHERE account = $1)",
        "DELETE FROM known_devices \
         WHERE account = $1 AND NOT EXISTS (SELECT 1 FROM account_users WHERE account = $1)",
        "UPDATE address_changes SET state = 2 \
         WHERE account = $1 AND NOT EXISTS (SELECT 1 FROM account_users WHERE account = $1)",
        "UPDATE password_links SET used = 1 \
         WHERE account = $1 AND NOT EXISTS (SELECT 1 FROM account_users WHERE account = $1)",
        "DELETE FROM accounts WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM account_users WHERE account = $1)",
    ] {
        sqlx::query(statement).bind(&account).execute(&mut **tx).await?;
    }
    Ok(())
}

type Row = (Vec<u8>, String, String, i64, i64, i64);
const COLUMNS: &str = "id, email, password, proven, must_change, temporary_until";

fn account((id, email, password, proven, must_change, until): Row) -> Result<Account> {
    let (id, email, must_change) = (uuid(&id)?, address(&email)?, must_change != 0);
    let temporary_until = (must_change && until > 0).then_some(Timestamp(until));
    Ok(Account { id, email, password, proven: Timestamp(proven), must_change, temporary_until })
}

/// The address of an account; an empty one is none.
pub(super) fn address(text: &str) -> Result<Option<Email>> {
    (!text.is_empty()).then(|| email(text)).transpose()
}

pub(super) fn email(text: &str) -> Result<Email> {
    Email::parse(text).map_err(|_| Unreadable::Damaged.into())
}

#[async_trait]
impl AccountStore for Database {
    async fn account_named(&self, folded: &str) -> Result<Option<Account>> {
        let text = format!("SELECT {COLUMNS} FROM accounts WHERE folded = $1");
        let query = sqlx::query_as::<Db, Row>(sqlx::AssertSqlSafe(text));
        query.bind(folded).fetch_optional(&self.read).await?.map(account).transpose()
    }

    async fn is_an_accounts(&self, email: &Email, now: Timestamp) -> Result<bool> {
        let folded = email.folded();
        if self.account_named(&folded).await?.is_some() {
            return Ok(true);
        }
        let query = sqlx::query_as::<Db, (String, String)>(
            "SELECT c.before, c.after FROM address_changes c JOIN accounts a ON a.id = c.account WHERE c.expires > $1",
        );
        let running = query.bind(now.0).fetch_all(&self.read).await?;
        let is = |text: &str| Email::parse(text).is_ok_and(|other| other.folded() == folded);
        Ok(running.iter().any(|(before, after)| is(before) || is(after)))
    }

    async fn account(&self, id: Uuid) -> Result<Option<Account>> {
        let text = format!("SELECT {COLUMNS} FROM accounts WHERE id = $1");
        let query = sqlx::query_as::<Db, Row>(sqlx::AssertSqlSafe(text));
        query.bind(bytes(id)).fetch_optional(&self.read).await?.map(account).transpose()
    }

    async fn account_of(&self, tenant: TenantId, user: UserId) -> Result<Option<Account>> {
        let text = format!(
            "SELECT {COLUMNS} FROM accounts \
             WHERE id IN (SELECT account FROM account_users WHERE tenant = $1 AND usr = $2)"
        );
        let query = sqlx::query_as::<Db, Row>(sqlx::AssertSqlSafe(text));
        let query = query.bind(bytes(tenant.uuid())).bind(bytes(user.uuid()));
        query.fetch_optional(&self.read).await?.map(account).transpose()
    }

    async fn links(&self, account: Uuid) -> Result<Vec<Link>> {
        type Row = (Vec<u8>, Vec<u8>, i64, i64, i64);
        let query =
            sqlx::query_as::<Db, Row>("SELECT tenant, usr, linked, ended, renew FROM account_users WHERE account = $1");
        let rows = query.bind(bytes(account)).fetch_all(&self.read).await?;
        let link = |(tenant, user, linked, ended, renew): &Row| {
            let (tenant, user) = (TenantId::new(uuid(tenant)?), UserId::new(uuid(user)?));
            let (linked, ended, renew) = (Timestamp(*linked), Timestamp(*ended), Timestamp(*renew));
            Ok(Link { tenant, user, linked, ended, renew })
        };
        rows.iter().map(link).collect()
    }
}
