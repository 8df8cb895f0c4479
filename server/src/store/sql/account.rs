//! Accounts, the users that they are, their sessions, and the counters that slow down guessing.

use super::*;
use rollcall_core::{model::IdentifierKind, value::Email};

/// Makes an account unless the address has one. Both ways the address is proven: the caller holds a code mailed to it.
pub(super) async fn open(tx: &mut Tx, account: &NewAccount) -> Result<()> {
    let insert = sqlx::query(
        "INSERT INTO accounts (id, email, folded, password, created) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (folded) DO NOTHING",
    );
    let insert = insert.bind(bytes(account.id)).bind(account.email.as_str()).bind(account.email.folded());
    insert.bind(&account.password).bind(account.created.0).execute(&mut **tx).await?;
    Ok(())
}

pub(super) async fn link(tx: &mut Tx, tenant: TenantId, user: UserId, folded: &str) -> Result<()> {
    let insert = sqlx::query(
        "INSERT INTO account_users (tenant, usr, account) SELECT $1, $2, id FROM accounts WHERE folded = $3 \
         ON CONFLICT (tenant, usr) DO UPDATE SET account = excluded.account",
    );
    insert.bind(bytes(tenant.uuid())).bind(bytes(user.uuid())).bind(folded).execute(&mut **tx).await?;
    Ok(())
}

/// The account's sessions open nothing in this tenant any more. When the account is nobody elsewhere, they are over.
pub(super) async fn end_sessions(tx: &mut Tx, tenant: TenantId, user: UserId, at: Timestamp) -> Result<()> {
    let update = sqlx::query("UPDATE account_users SET ended = $3 WHERE tenant = $1 AND usr = $2");
    update.bind(bytes(tenant.uuid())).bind(bytes(user.uuid())).bind(at.0).execute(&mut **tx).await?;
    let end = sqlx::query(
        "UPDATE sessions SET ended = 1 \
         WHERE account IN (SELECT account FROM account_users WHERE tenant = $1 AND usr = $2) \
         AND NOT EXISTS (SELECT 1 FROM account_users AS other \
                         WHERE other.account = sessions.account AND other.tenant <> $1)",
    );
    end.bind(bytes(tenant.uuid())).bind(bytes(user.uuid())).execute(&mut **tx).await?;
    Ok(())
}

pub(super) async fn forget(tx: &mut Tx, tenant: TenantId, user: UserId) -> Result<()> {
    let find = sqlx::query_as::<Db, (Vec<u8>,)>("SELECT account FROM account_users WHERE tenant = $1 AND usr = $2");
    let find = find.bind(bytes(tenant.uuid())).bind(bytes(user.uuid()));
    let Some((account,)) = find.fetch_optional(&mut **tx).await? else { return Ok(()) };
    let unlink = sqlx::query("DELETE FROM account_users WHERE tenant = $1 AND usr = $2");
    unlink.bind(bytes(tenant.uuid())).bind(bytes(user.uuid())).execute(&mut **tx).await?;
    for delete in [
        "UPDATE sessions SET ended = 1 \
         WHERE account = $1 AND NOT EXISTS (SELECT 1 FROM account_users WHERE account = $1)",
        "DELETE FROM accounts WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM account_users WHERE account = $1)",
    ] {
        sqlx::query(delete).bind(&account).execute(&mut **tx).await?;
    }
    Ok(())
}

type Row = (Vec<u8>, String, String, i64);

fn account((id, address, password, must_change): Row) -> Result<Account> {
    Ok(Account { id: uuid(&id)?, email: email(&address)?, password, must_change: must_change != 0 })
}

fn kind_name(kind: IdentifierKind) -> &'static str {
    match kind {
        IdentifierKind::Email => "email",
        IdentifierKind::Mobile => "mobile",
        IdentifierKind::Login => "login",
    }
}

fn kind_named(name: &str) -> Result<IdentifierKind> {
    let kinds = [IdentifierKind::Email, IdentifierKind::Mobile, IdentifierKind::Login];
    kinds.into_iter().find(|kind| kind_name(*kind) == name).ok_or_else(|| Unreadable::Damaged.into())
}

fn email(text: &str) -> Result<Email> {
    Email::parse(text).map_err(|_| Unreadable::Damaged.into())
}

impl Database {
    pub(super) async fn account_by_address(&self, folded: &str) -> Result<Option<Account>> {
        let query =
            sqlx::query_as::<Db, Row>("SELECT id, email, password, must_change FROM accounts WHERE folded = $1");
        query.bind(folded).fetch_optional(&self.read).await?.map(account).transpose()
    }

    pub(super) async fn account_of_user(&self, tenant: TenantId, user: UserId) -> Result<Option<Account>> {
        let query = sqlx::query_as::<Db, Row>(
            "SELECT id, email, password, must_change FROM accounts \
             WHERE id IN (SELECT account FROM account_users WHERE tenant = $1 AND usr = $2)",
        );
        let query = query.bind(bytes(tenant.uuid())).bind(bytes(user.uuid()));
        query.fetch_optional(&self.read).await?.map(account).transpose()
    }

    pub(super) async fn links_of(&self, account: Uuid) -> Result<Vec<Link>> {
        type Row = (Vec<u8>, Vec<u8>, i64);
        let query = sqlx::query_as::<Db, Row>("SELECT tenant, usr, ended FROM account_users WHERE account = $1");
        let rows = query.bind(bytes(account)).fetch_all(&self.read).await?;
        let link = |(tenant, user, ended): &Row| {
            Ok(Link { tenant: TenantId::new(uuid(tenant)?), user: UserId::new(uuid(user)?), ended: Timestamp(*ended) })
        };
        rows.iter().map(link).collect()
    }

    pub(super) async fn insert_session(&self, session: &NewSession) -> Result<()> {
        let insert = sqlx::query(
            "INSERT INTO sessions (token, account, device, created, expires, kind) VALUES ($1, $2, $3, $4, $5, $6)",
        );
        let insert =
            insert.bind(session.token.to_vec()).bind(bytes(session.account)).bind(bytes(session.device.uuid()));
        insert
            .bind(session.created.0)
            .bind(session.expires.0)
            .bind(session.by.map(kind_name))
            .execute(&self.write)
            .await?;
        Ok(())
    }

    pub(super) async fn live_session(&self, token: &Digest, now: Timestamp) -> Result<Option<StoredSession>> {
        type Row = (Vec<u8>, String, Vec<u8>, i64, i64, Option<String>);
        let query = sqlx::query_as::<Db, Row>(
            "SELECT accounts.id, accounts.email, sessions.device, sessions.created, sessions.expires, sessions.kind \
             FROM sessions JOIN accounts ON accounts.id = sessions.account \
             WHERE sessions.token = $1 AND sessions.expires > $2 AND sessions.ended = 0",
        );
        let row = query.bind(token.to_vec()).bind(now.0).fetch_optional(&self.read).await?;
        row.map(|(account, address, device, created, expires, kind)| {
            Ok(StoredSession {
                token: *token,
                account: uuid(&account)?,
                email: email(&address)?,
                device: DeviceId::new(uuid(&device)?),
                by: kind.as_deref().map(kind_named).transpose()?,
                created: Timestamp(created),
                expires: Timestamp(expires),
            })
        })
        .transpose()
    }

    pub(super) async fn session_was_ended(&self, token: &Digest) -> Result<bool> {
        let query = sqlx::query_as::<Db, (i64,)>("SELECT ended FROM sessions WHERE token = $1");
        let row = query.bind(token.to_vec()).fetch_optional(&self.read).await?;
        Ok(row.is_some_and(|(ended,)| ended != 0))
    }

    pub(super) async fn set_session_expiry(&self, token: &Digest, expires: Timestamp) -> Result<()> {
        let update = sqlx::query("UPDATE sessions SET expires = $2 WHERE token = $1");
        update.bind(token.to_vec()).bind(expires.0).execute(&self.write).await?;
        Ok(())
    }

    pub(super) async fn delete_session(&self, token: &Digest) -> Result<()> {
        sqlx::query("DELETE FROM sessions WHERE token = $1").bind(token.to_vec()).execute(&self.write).await?;
        Ok(())
    }

    pub(super) async fn count_up_seq(&self, token: &Digest, count: u64) -> Result<Option<Seq>> {
        let update = sqlx::query_as::<Db, (i64,)>(
            "UPDATE sessions SET seq = seq + $2 WHERE token = $1 AND ended = 0 RETURNING seq - $2 + 1",
        );
        let row = update.bind(token.to_vec()).bind(signed(count)).fetch_optional(&self.write).await?;
        Ok(row.map(|(first,)| Seq(unsigned(first))))
    }

    pub(super) async fn count_strike(&self, bucket: &Digest, now: Timestamp, window: Span) -> Result<(u32, Timestamp)> {
        let upsert = sqlx::query_as::<Db, (i64, i64)>(
            "INSERT INTO strikes (bucket, strikes, until) VALUES ($1, 1, $3) ON CONFLICT (bucket) DO UPDATE SET \
             strikes = CASE WHEN strikes.until <= $2 THEN 1 ELSE strikes.strikes + 1 END, \
             until = CASE WHEN strikes.until <= $2 THEN $3 ELSE strikes.until END RETURNING strikes, until",
        );
        let upsert = upsert.bind(bucket.to_vec()).bind(now.0).bind(now.after(window).0);
        let (count, until) = upsert.fetch_one(&self.write).await?;
        Ok((small(count), Timestamp(until)))
    }

    pub(super) async fn uncount_strikes(&self, bucket: &Digest, count: Option<u32>) -> Result<()> {
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
