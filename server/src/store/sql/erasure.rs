//! Taking out of what is stored who a user was.

use super::{
    log::{Part, Stored},
    *,
};
use crate::store::AddressesOf;
use rollcall_core::{
    Changes,
    command::{COMMAND_VERSION, Versioned},
    privacy::erased,
    record::{decode_as, encode},
    value::Email,
};
use sqlx::AssertSqlSafe;

/// Rows changed in one transaction: it holds the only writer of an embedded database.
const STEP: usize = 100;

/// What is taken from rows.
pub(super) enum Taken<'t> {
    /// All of them.
    Row,
    /// The values of these columns.
    Columns(&'t [&'t str]),
    /// They are set so, after which the condition no longer holds.
    Set(&'t str),
}

#[async_trait]
impl ErasureStore for Database {
    async fn erase_from_log(&self, tenant: TenantId, user: UserId, after: u64, limit: u32) -> Result<Option<u64>> {
        loop {
            let (mut last, mut named) = (None, Vec::new());
            for row in log::read_stored(self, tenant, Part::After(after), limit).await? {
                last = Some(unsigned(row.0));
                let LogRow { command, changes, .. } = log::row(row.clone())?;
                let rewritten = erased(&command, &changes, user);
                if rewritten != (command, changes) {
                    named.push((row, encode(&rewritten.0), encode(&rewritten.1)));
                }
            }
            // Where somebody else was faster they are read again, all of them: those that were written have nothing left to lose.
            if self.replace(tenant, named).await? {
                return Ok(last);
            }
        }
    }

    async fn addresses_of(&self, tenant: TenantId, user: UserId, known: &[Email]) -> Result<AddressesOf> {
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
        let mailed = find.bind(tenant).bind(user).fetch_all(&self.read).await?;
        let mut of_account = Vec::new();
        for account in accounts {
            let find = sqlx::query_as::<Db, (String,)>(
                "SELECT email FROM accounts WHERE id = $1 AND email <> '' \
                 UNION SELECT before FROM address_changes WHERE account = $1 AND before <> '' \
                 UNION SELECT after FROM address_changes WHERE account = $1 \
                 UNION SELECT email FROM password_links WHERE account = $1 AND email IS NOT NULL",
            );
            of_account.extend(find.bind(account).fetch_all(&self.read).await?);
        }
        of_account.sort_unstable();
        of_account.dedup();
        let read = |texts: Vec<(String,)>| texts.iter().map(|(email,)| account::email(email)).collect::<Result<_>>();
        Ok(AddressesOf { mailed: read(mailed)?, account: read(of_account)? })
    }

    async fn erase_traces(&self, tenant: TenantId, user: UserId) -> Result<()> {
        self.remove_clashes_of(tenant, user).await?;
        let (tenant, user) = (bytes(tenant.uuid()), bytes(user.uuid()));
        let pins = sqlx::query("DELETE FROM pins WHERE tenant = $1 AND usr = $2");
        pins.bind(tenant.clone()).bind(user.clone()).execute(&self.write).await?;
        let of_user = "tenant = $1 AND usr = $2";
        for (table, key, what) in [
            ("invitations", "token", Taken::Row),
            ("password_links", "token", Taken::Row),
            // Mails that were not sent, and what the mail server said of them. Its erasing names nobody in these columns.
            ("jobs", "id", Taken::Row),
            ("security_events", "id", Taken::Columns(&["account", "network", "agent"])),
        ] {
            self.in_steps(table, key, of_user, what, &[&tenant, &user]).await?;
        }
        // An account that was this user alone is gone: what was about nothing else goes with it.
        let gone = "account IS NOT NULL AND NOT EXISTS (SELECT 1 FROM accounts WHERE id = account)";
        for (table, key, what) in [
            ("known_devices", "device", Taken::Row),
            ("address_changes", "id", Taken::Row),
            ("password_links", "token", Taken::Row),
            ("security_events", "id", Taken::Columns(&["network", "agent"])),
        ] {
            self.in_steps(table, key, gone, what, &[]).await?;
        }
        let ended = format!("ended = 1 AND {gone}");
        self.in_steps("sessions", "token", &ended, Taken::Columns(&["network", "agent"]), &[]).await
    }
}

impl Database {
    /// Writes the commands and changes of rows of the log again, of those that are still as they were read. No when others are
    /// not: two people may be erased from one row at the same time, and the later must not bring back the earlier.
    async fn replace(&self, tenant: TenantId, rows: Vec<(Stored, Vec<u8>, Vec<u8>)>) -> Result<bool> {
        if rows.is_empty() {
            return Ok(true);
        }
        let mut tx = self.writing().await?;
        let mut all = true;
        for ((version, .., read_command, read_changes), command, changes) in rows {
            let update = sqlx::query(
                "UPDATE log SET command_version = $3, command = $4, changes = $5 \
                 WHERE tenant = $1 AND version = $2 AND command = $6 AND changes = $7",
            );
            let update = update.bind(bytes(tenant.uuid())).bind(version).bind(i64::from(COMMAND_VERSION));
            let update = update.bind(command).bind(changes).bind(read_command).bind(read_changes);
            all &= update.execute(&mut *tx).await?.rows_affected() == 1;
        }
        tx.commit().await?;
        Ok(all)
    }

    /// Looks through the commands that were set apart, some at a time and those in the order of their keys.
    async fn remove_clashes_of(&self, tenant: TenantId, user: UserId) -> Result<()> {
        type Key = (Vec<u8>, Vec<u8>, i64, Vec<u8>);
        const PLACE: &str = "tenant = $1 AND usr = $2 AND device = $3 AND seq = $4 AND content = $5";
        let mut after: Option<Key> = None;
        loop {
            let from = if after.is_some() { "AND (usr, device, seq, content) > ($2, $3, $4, $5)" } else { "" };
            let find = format!(
                "SELECT usr, device, seq, content FROM clashes WHERE tenant = $1 {from} \
                 ORDER BY usr, device, seq, content LIMIT {STEP}"
            );
            let mut find = sqlx::query_as::<Db, Key>(AssertSqlSafe(find)).bind(bytes(tenant.uuid()));
            if let Some((by, device, seq, content)) = after {
                find = find.bind(by).bind(device).bind(seq).bind(content);
            }
            let keys = find.fetch_all(&self.long).await?;
            let mut named = Vec::new();
            for (by, device, seq, content) in &keys {
                // One at a time: each may be as long as a request.
                let read = format!("SELECT command_version, command FROM clashes WHERE {PLACE}");
                let read = sqlx::query_as::<Db, (i64, Vec<u8>)>(AssertSqlSafe(read)).bind(bytes(tenant.uuid()));
                let read = read.bind(by).bind(device).bind(seq).bind(content).fetch_optional(&self.long).await?;
                let Some((version, command)) = read else { continue };
                let command = decode_as(Versioned(u16::try_from(version).unwrap_or(u16::MAX)), &command)?;
                if *by == bytes(user.uuid()) || erased(&command, &Changes::default(), user).0 != command {
                    named.push((by, device, seq, content));
                }
            }
            if !named.is_empty() {
                let mut tx = self.writing().await?;
                for (by, device, seq, content) in named {
                    let delete = sqlx::query(AssertSqlSafe(format!("DELETE FROM clashes WHERE {PLACE}")));
                    let delete = delete.bind(bytes(tenant.uuid())).bind(by).bind(device).bind(seq).bind(content);
                    delete.execute(&mut *tx).await?;
                }
                tx.commit().await?;
            }
            after = keys.into_iter().last();
            if after.is_none() {
                return Ok(());
            }
        }
    }

    /// Takes something from all rows of which a condition holds, a few in each transaction. They are looked for without the
    /// writer, however long that takes, and looked at again with it.
    pub(super) async fn in_steps(
        &self,
        table: &str,
        key: &str,
        condition: &str,
        what: Taken<'_>,
        values: &[&Vec<u8>],
    ) -> Result<()> {
        let (condition, change) = match what {
            Taken::Row => (format!("({condition})"), format!("DELETE FROM {table}")),
            Taken::Columns(columns) => {
                let set: Vec<_> = columns.iter().map(|column| format!("{column} = NULL")).collect();
                let left: Vec<_> = columns.iter().map(|column| format!("{column} IS NOT NULL")).collect();
                (format!("({condition}) AND ({})", left.join(" OR ")), format!("UPDATE {table} SET {}", set.join(", ")))
            }
            Taken::Set(set) => (format!("({condition})"), format!("UPDATE {table} SET {set}")),
        };
        let find = format!("SELECT {key} FROM {table} WHERE {condition}");
        let mut find = sqlx::query_as::<Db, (Vec<u8>,)>(AssertSqlSafe(find));
        for value in values {
            find = find.bind((*value).clone());
        }
        let found = find.fetch_all(&self.read).await?;
        // One statement a step, however many rows: each one more holds the writer.
        for some in found.chunks(STEP) {
            let first = values.len() + 1;
            let rows: Vec<_> = (first..first + some.len()).map(|row| format!("${row}")).collect();
            let change = format!("{change} WHERE {condition} AND {key} IN ({})", rows.join(", "));
            let mut change = sqlx::query(AssertSqlSafe(change));
            for value in values {
                change = change.bind((*value).clone());
            }
            for (row,) in some {
                change = change.bind(row.clone());
            }
            change.execute(&self.write).await?;
        }
        Ok(())
    }
}
