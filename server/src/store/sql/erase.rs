//! Taking out of what is stored who a user was.

use super::*;
use rollcall_core::{
    Changes,
    command::{COMMAND_VERSION, Versioned},
    privacy::erased,
    record::{decode_as, encode},
    value::Email,
};

impl Database {
    pub(super) async fn update_log(&self, tenant: TenantId, rows: &[LogRow]) -> Result<()> {
        let mut tx = self.writing().await?;
        for row in rows {
            let update = sqlx::query(
                "UPDATE log SET command_version = $3, command = $4, changes = $5 WHERE tenant = $1 AND version = $2",
            );
            let update = update.bind(bytes(tenant.uuid())).bind(signed(row.version)).bind(i64::from(COMMAND_VERSION));
            update.bind(encode(&row.command)).bind(encode(&row.changes)).execute(&mut *tx).await?;
        }
        Ok(tx.commit().await?)
    }

    pub(super) async fn addresses_of_user(
        &self,
        tenant: TenantId,
        user: UserId,
        known: &[Email],
    ) -> Result<Vec<Email>> {
        let (tenant, user) = (bytes(tenant.uuid()), bytes(user.uuid()));
        let find = sqlx::query_as::<Db, (Vec<u8>,)>(
            "SELECT account FROM account_users WHERE tenant = $1 AND usr = $2 \
             UNION SELECT account FROM security_events WHERE tenant = $1 AND usr = $2 AND account IS NOT NULL \
             UNION SELECT account FROM password_links WHERE tenant = $1 AND usr = $2 AND account IS NOT NULL",
        );
        let found = find.bind(tenant.clone()).bind(user.clone()).fetch_all(&self.read).await?;
        let mut accounts: Vec<Vec<u8>> = found.into_iter().map(|(account,)| account).collect();
        for email in known {
            let find = sqlx::query_as::<Db, (Vec<u8>,)>("SELECT account FROM address_changes WHERE before = $1");
            let found = find.bind(email.as_str()).fetch_all(&self.read).await?;
            accounts.extend(found.into_iter().map(|(account,)| account));
        }
        accounts.sort_unstable();
        accounts.dedup();
        let find = sqlx::query_as::<Db, (String,)>(
            "SELECT email FROM password_links WHERE tenant = $1 AND usr = $2 AND email IS NOT NULL \
             UNION SELECT email FROM invitations WHERE tenant = $1 AND usr = $2 AND email IS NOT NULL",
        );
        let mut addresses = find.bind(tenant).bind(user).fetch_all(&self.read).await?;
        for account in accounts {
            let find = sqlx::query_as::<Db, (String,)>(
                "SELECT email FROM accounts WHERE id = $1 \
                 UNION SELECT before FROM address_changes WHERE account = $1 \
                 UNION SELECT after FROM address_changes WHERE account = $1 \
                 UNION SELECT email FROM password_links WHERE account = $1 AND email IS NOT NULL",
            );
            addresses.extend(find.bind(account).fetch_all(&self.read).await?);
        }
        addresses.sort_unstable();
        addresses.dedup();
        addresses.iter().map(|(email,)| account::email(email)).collect()
    }

    pub(super) async fn remove_traces(&self, tenant: TenantId, user: UserId) -> Result<()> {
        type Row = (Vec<u8>, Vec<u8>, i64, Vec<u8>, i64, Vec<u8>);
        let find = sqlx::query_as::<Db, Row>(
            "SELECT usr, device, seq, content, command_version, command FROM clashes WHERE tenant = $1",
        );
        let clashes = find.bind(bytes(tenant.uuid())).fetch_all(&self.read).await?;
        let mut tx = self.writing().await?;
        for (by, device, seq, content, version, command) in &clashes {
            let command = decode_as(Versioned(u16::try_from(*version).unwrap_or(u16::MAX)), command)?;
            if *by != bytes(user.uuid()) && erased(&command, &Changes::default(), user).0 == command {
                continue;
            }
            let delete = sqlx::query(
                "DELETE FROM clashes WHERE tenant = $1 AND usr = $2 AND device = $3 AND seq = $4 AND content = $5",
            );
            let delete = delete.bind(bytes(tenant.uuid())).bind(by).bind(device).bind(seq).bind(content);
            delete.execute(&mut *tx).await?;
        }
        for statement in [
            "DELETE FROM invitations WHERE tenant = $1 AND usr = $2",
            "DELETE FROM password_links WHERE tenant = $1 AND usr = $2",
            "DELETE FROM pins WHERE tenant = $1 AND usr = $2",
            "UPDATE security_events SET account = NULL, network = NULL, agent = NULL WHERE tenant = $1 AND usr = $2",
        ] {
            let statement = sqlx::query(statement).bind(bytes(tenant.uuid())).bind(bytes(user.uuid()));
            statement.execute(&mut *tx).await?;
        }
        // An account that was this user alone is gone: what was about nothing else goes with it.
        for statement in [
            "DELETE FROM known_devices WHERE account NOT IN (SELECT id FROM accounts)",
            "DELETE FROM address_changes WHERE account NOT IN (SELECT id FROM accounts)",
            "DELETE FROM password_links WHERE account IS NOT NULL AND account NOT IN (SELECT id FROM accounts)",
            "UPDATE sessions SET network = NULL, agent = NULL WHERE ended = 1 AND account NOT IN (SELECT id FROM accounts)",
            "UPDATE security_events SET network = NULL, agent = NULL \
             WHERE account IS NOT NULL AND account NOT IN (SELECT id FROM accounts)",
        ] {
            sqlx::query(statement).execute(&mut *tx).await?;
        }
        Ok(tx.commit().await?)
    }
}
