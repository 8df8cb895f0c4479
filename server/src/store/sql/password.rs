//! New passwords: the links with which people set them, and accounts that must.

use super::*;
use rollcall_core::value::Email;

/// The account that is this user must have a new password.
pub(super) async fn expire(tx: &mut Tx, tenant: TenantId, user: UserId) -> Result<()> {
    let update = sqlx::query(
        "UPDATE accounts SET must_change = 1 \
         WHERE id IN (SELECT account FROM account_users WHERE tenant = $1 AND usr = $2)",
    );
    update.bind(bytes(tenant.uuid())).bind(bytes(user.uuid())).execute(&mut **tx).await?;
    Ok(())
}

/// An account that is somebody elsewhere keeps its address: one organisation must not decide for another who signs in.
pub(super) async fn readdress(tx: &mut Tx, tenant: TenantId, user: UserId, email: &Email) -> Result<()> {
    let update = sqlx::query(
        "UPDATE accounts SET email = $3, folded = $4 \
         WHERE id IN (SELECT account FROM account_users WHERE tenant = $1 AND usr = $2) \
         AND NOT EXISTS (SELECT 1 FROM account_users AS other \
                         WHERE other.account = accounts.id AND (other.tenant <> $1 OR other.usr <> $2)) \
         AND NOT EXISTS (SELECT 1 FROM accounts AS taken WHERE taken.folded = $4)",
    );
    let update = update.bind(bytes(tenant.uuid())).bind(bytes(user.uuid())).bind(email.as_str());
    update.bind(email.folded()).execute(&mut **tx).await?;
    Ok(())
}

impl Database {
    pub(super) async fn insert_password_link(&self, link: &PasswordLink) -> Result<()> {
        let mut tx = self.writing().await?;
        let end = sqlx::query("UPDATE password_links SET used = 1 WHERE tenant = $1 AND usr = $2");
        end.bind(bytes(link.tenant.uuid())).bind(bytes(link.user.uuid())).execute(&mut *tx).await?;
        let insert = sqlx::query(
            "INSERT INTO password_links (token, tenant, usr, created, expires) VALUES ($1, $2, $3, $4, $5)",
        );
        let insert = insert.bind(link.token.to_vec()).bind(bytes(link.tenant.uuid())).bind(bytes(link.user.uuid()));
        insert.bind(link.created.0).bind(link.expires.0).execute(&mut *tx).await?;
        Ok(tx.commit().await?)
    }

    pub(super) async fn password_link_by_token(&self, token: &Digest) -> Result<Option<PasswordLink>> {
        type Row = (Vec<u8>, Vec<u8>, i64, i64, i64);
        let query = sqlx::query_as::<Db, Row>(
            "SELECT tenant, usr, created, expires, used FROM password_links WHERE token = $1",
        );
        let row = query.bind(token.to_vec()).fetch_optional(&self.read).await?;
        row.map(|(tenant, user, created, expires, used)| {
            Ok(PasswordLink {
                token: *token,
                tenant: TenantId::new(uuid(&tenant)?),
                user: UserId::new(uuid(&user)?),
                created: Timestamp(created),
                expires: Timestamp(expires),
                used: used != 0,
            })
        })
        .transpose()
    }

    pub(super) async fn set_password_by_link(&self, link: &PasswordLink, new: &NewAccount) -> Result<bool> {
        let mut tx = self.writing().await?;
        let used = sqlx::query("UPDATE password_links SET used = 1 WHERE token = $1 AND used = 0");
        if used.bind(link.token.to_vec()).execute(&mut *tx).await?.rows_affected() != 1 {
            return Ok(false);
        }
        account::open(&mut tx, new).await?;
        account::link(&mut tx, link.tenant, link.user, &new.email.folded()).await?;
        let update = sqlx::query("UPDATE accounts SET password = $2, must_change = 0 WHERE folded = $1");
        update.bind(new.email.folded()).bind(&new.password).execute(&mut *tx).await?;
        let end = sqlx::query("DELETE FROM sessions WHERE account IN (SELECT id FROM accounts WHERE folded = $1)");
        end.bind(new.email.folded()).execute(&mut *tx).await?;
        tx.commit().await?;
        Ok(true)
    }
}
