//! Housekeeping: chores that one node does at a time, in steps of a bounded number of rows, each found by an index.

use super::*;
use rollcall_core::{record::decode, sync::Verdict};
use sqlx::{AssertSqlSafe, QueryBuilder};
use std::collections::BTreeMap;

/// From when a verdict ages: the later of when it was given and when its command's id says that it was made. The time
/// inside the id is the client's word. One that lies ahead keeps the verdict for longer; an id without a time, for ever.
/// So every command of which the verdict is gone can be told by its id ([`Head::forgot`]).
pub(super) fn ages_from(verdict: &Verdict) -> i64 {
    let made = made_at(verdict.command).map_or(i64::MAX, |made| made.0);
    made.max(verdict.at.0)
}

#[async_trait]
impl HouseStore for Database {
    async fn take_chore(
        &self,
        chore: Chore,
        first: Timestamp,
        now: Timestamp,
        lease: Timestamp,
        holder: Uuid,
    ) -> Result<bool> {
        let find = sqlx::query_as::<Db, (i64, i64)>("SELECT due, lease FROM chores WHERE name = $1");
        match find.bind(chore.name()).fetch_optional(&self.read).await? {
            Some((due, lease)) if due > now.0 || lease > now.0 => return Ok(false),
            Some(_) => {}
            None => {
                let insert = "INSERT INTO chores (name, due) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING";
                sqlx::query(insert).bind(chore.name()).bind(first.0).execute(&self.write).await?;
            }
        }
        let take = "UPDATE chores SET lease = $3, holder = $4 WHERE name = $1 AND due <= $2 AND lease <= $2";
        let take = sqlx::query(take).bind(chore.name()).bind(now.0).bind(lease.0).bind(bytes(holder));
        Ok(take.execute(&self.write).await?.rows_affected() == 1)
    }

    async fn keep_chore(&self, chore: Chore, holder: Uuid, lease: Timestamp) -> Result<bool> {
        let extend = sqlx::query("UPDATE chores SET lease = $3 WHERE name = $1 AND holder = $2");
        let extend = extend.bind(chore.name()).bind(bytes(holder)).bind(lease.0);
        Ok(extend.execute(&self.write).await?.rows_affected() == 1)
    }

    async fn end_chore(&self, chore: Chore, holder: Uuid, due: Timestamp) -> Result<()> {
        let end = sqlx::query("UPDATE chores SET due = $3, lease = 0, holder = NULL WHERE name = $1 AND holder = $2");
        end.bind(chore.name()).bind(bytes(holder)).bind(due.0).execute(&self.write).await?;
        Ok(())
    }

    async fn raise_log_floor(&self, tenant: TenantId, before: Timestamp) -> Result<bool> {
        let find = sqlx::query_as::<Db, (i64,)>(
            "SELECT version FROM log WHERE tenant = $1 AND at <= $2 ORDER BY at DESC, version DESC LIMIT 1",
        );
        let found = find.bind(bytes(tenant.uuid())).bind(before.0).fetch_optional(&self.read).await?;
        let Some((floor,)) = found else { return Ok(false) };
        let Some(head) = tenant::head(&mut *self.read.acquire().await?, tenant).await? else { return Ok(false) };
        if unsigned(floor) <= head.log_floor {
            return Ok(false);
        }
        let raise = sqlx::query("UPDATE tenants SET log_floor = $2 WHERE id = $1 AND log_floor < $2");
        let raise = raise.bind(bytes(tenant.uuid())).bind(floor);
        Ok(raise.execute(&self.write).await?.rows_affected() == 1)
    }

    async fn raise_forgotten(&self, tenant: TenantId, before: Timestamp) -> Result<bool> {
        let find =
            sqlx::query_as::<Db, (i64,)>("SELECT seq FROM verdicts WHERE tenant = $1 AND ages_from <= $2 LIMIT 1");
        let due = find.bind(bytes(tenant.uuid())).bind(before.0).fetch_optional(&self.read).await?;
        if due.is_none() {
            return Ok(false);
        }
        let raise = sqlx::query("UPDATE tenants SET forgotten = $2 WHERE id = $1 AND forgotten < $2");
        raise.bind(bytes(tenant.uuid())).bind(before.0).execute(&self.write).await?;
        Ok(true)
    }

    async fn noted_accounts(&self, after: Option<Uuid>, limit: u32) -> Result<Vec<NotedAccount>> {
        // From one account to the next by the index, however many notes each has.
        let next = |behind: &str| {
            format!("(SELECT account FROM security_events WHERE account > {behind} ORDER BY account LIMIT 1)")
        };
        let find = format!(
            "WITH RECURSIVE found (account, place) AS (SELECT {}, 1 UNION ALL \
             SELECT {}, found.place + 1 FROM found WHERE found.account IS NOT NULL AND found.place < $2) \
             SELECT found.account, (SELECT e.at FROM security_events AS e \
             WHERE e.account = found.account AND e.tenant IS NULL ORDER BY e.at LIMIT 1), l.tenant \
             FROM found LEFT JOIN account_users AS l ON l.account = found.account \
             WHERE found.account IS NOT NULL ORDER BY found.account",
            next("$1"),
            next("found.account")
        );
        type Row = (Vec<u8>, Option<i64>, Option<Vec<u8>>);
        let find = sqlx::query_as::<Db, Row>(AssertSqlSafe(find));
        let find = find.bind(after.map(bytes).unwrap_or_default()).bind(i64::from(limit));
        let mut noted: Vec<NotedAccount> = Vec::new();
        for (account, oldest, tenant) in find.fetch_all(&self.long).await? {
            let (account, oldest) = (uuid(&account)?, oldest.map(Timestamp));
            let tenant = tenant.map(|tenant| uuid(&tenant).map(TenantId::new)).transpose()?;
            match noted.last_mut().filter(|last| last.account == account) {
                Some(last) => last.tenants.extend(tenant),
                None => noted.push(NotedAccount { account, oldest, tenants: tenant.into_iter().collect() }),
            }
        }
        Ok(noted)
    }

    async fn clean(&self, step: Step, before: Timestamp, rows: u32) -> Result<u64> {
        let (delete, whose) = match step {
            Step::ExpiredSessions => (by("sessions", "token", "expires <= $1 AND ended = 0", "expires"), None),
            Step::EndedSessions => (by("sessions", "token", "expires <= $1", "expires"), None),
            Step::Strikes => (by("strikes", "bucket", "until <= $1", "until"), None),
            Step::PasswordLinks => (by("password_links", "token", "expires <= $1", "expires"), None),
            Step::Invitations => (by("invitations", "token", "expires <= $1", "expires"), None),
            Step::AddressChanges => (by("address_changes", "id", "expires <= $1", "expires"), None),
            Step::KnownDevices => (by("known_devices", "account, device", "expires <= $1", "expires"), None),
            Step::SecurityNotes => {
                (by("security_events", "id", "at <= $1 AND tenant IS NULL AND account IS NULL", "at"), None)
            }
            Step::SecurityNotesOfAccount(account) => {
                (by("security_events", "id", "at <= $1 AND tenant IS NULL AND account = $3", "at"), Some(account))
            }
            Step::SecurityNotesOf(tenant) => {
                (by("security_events", "id", "at <= $1 AND tenant = $3", "at"), Some(tenant.uuid()))
            }
            Step::GivenUpJobs => return self.remove_given_up(before, rows).await,
            Step::Log(tenant) => (by("log", "version", "at <= $1 AND tenant = $3", "at"), Some(tenant.uuid())),
            Step::Clashes(tenant) => {
                (by("clashes", "usr, device, seq, content", "at <= $1 AND tenant = $3", "at"), Some(tenant.uuid()))
            }
            Step::Tombstones(tenant) => return self.remove_tombstones(tenant, rows).await,
            Step::UndatedVerdicts(tenant) => return self.date_verdicts(tenant, rows).await,
            Step::Verdicts(tenant) => return self.forget_verdicts(tenant, before, rows).await,
        };
        let mut delete = sqlx::query(AssertSqlSafe(delete)).bind(before.0).bind(i64::from(rows));
        if let Some(whose) = whose {
            delete = delete.bind(bytes(whose));
        }
        Ok(delete.execute(&self.write).await?.rows_affected())
    }
}

impl Database {
    /// An id sorts by the moment at which the job was made.
    async fn remove_given_up(&self, before: Timestamp, rows: u32) -> Result<u64> {
        let millis = u64::try_from(before.0).unwrap_or_default();
        let bound = uuid::Builder::from_unix_timestamp_millis(millis, &[0; 10]).into_uuid();
        let delete = sqlx::query(
            "DELETE FROM jobs WHERE id IN (SELECT id FROM jobs WHERE due IS NULL AND id < $1 ORDER BY id LIMIT $2)",
        );
        Ok(delete.bind(bytes(bound)).bind(i64::from(rows)).execute(&self.write).await?.rows_affected())
    }

    async fn remove_tombstones(&self, tenant: TenantId, rows: u32) -> Result<u64> {
        let delete = sqlx::query(
            "DELETE FROM records WHERE tenant = $1 AND body IS NULL AND record IN \
             (SELECT record FROM records WHERE tenant = $1 AND body IS NULL AND version <= \
             (SELECT log_floor FROM tenants WHERE id = $1) ORDER BY version LIMIT $2)",
        );
        let delete = delete.bind(bytes(tenant.uuid())).bind(i64::from(rows));
        Ok(delete.execute(&self.write).await?.rows_affected())
    }

    async fn date_verdicts(&self, tenant: TenantId, rows: u32) -> Result<u64> {
        type Row = (Vec<u8>, Vec<u8>, i64, Vec<u8>);
        let find = sqlx::query_as::<Db, Row>(
            "SELECT usr, device, seq, body FROM verdicts WHERE tenant = $1 AND ages_from IS NULL LIMIT $2",
        );
        let undated = find.bind(bytes(tenant.uuid())).bind(i64::from(rows)).fetch_all(&self.read).await?;
        if undated.is_empty() {
            return Ok(0);
        }
        let mut dated = Vec::with_capacity(undated.len());
        for (user, device, seq, body) in &undated {
            dated.push((user, device, seq, ages_from(&decode(body)?)));
        }
        // One statement, however many rows: each one more holds the writer.
        let mut update = QueryBuilder::<Db>::new("WITH dated (usr, device, seq, ages_from) AS (");
        update.push_values(dated, |mut row, (user, device, seq, ages_from)| {
            row.push_bind(user.as_slice()).push_bind(device.as_slice()).push_bind(*seq).push_bind(ages_from);
        });
        update.push(") UPDATE verdicts SET ages_from = dated.ages_from FROM dated WHERE verdicts.tenant = ");
        update.push_bind(bytes(tenant.uuid()));
        update.push(" AND verdicts.usr = dated.usr AND verdicts.device = dated.device AND verdicts.seq = dated.seq");
        Ok(update.build().execute(&self.write).await?.rows_affected())
    }

    /// Two statements, however many rows: each one more holds the writer.
    async fn forget_verdicts(&self, tenant: TenantId, before: Timestamp, rows: u32) -> Result<u64> {
        type Row = (Vec<u8>, Vec<u8>, i64, Vec<u8>);
        let mut tx = self.writing().await?;
        // Only what the floor covers, whatever the caller says: behind it a command would be done a second time.
        let delete = sqlx::query_as::<Db, Row>(
            "DELETE FROM verdicts WHERE tenant = $1 AND (usr, device, seq) IN \
             (SELECT usr, device, seq FROM verdicts WHERE tenant = $1 AND ages_from <= $2 \
             AND ages_from <= (SELECT forgotten FROM tenants WHERE id = $1) ORDER BY ages_from LIMIT $3) \
             RETURNING usr, device, seq, command",
        );
        let delete = delete.bind(bytes(tenant.uuid())).bind(before.0).bind(i64::from(rows));
        let old = delete.fetch_all(&mut *tx).await?;
        let mut floors: BTreeMap<(&[u8], &[u8]), i64> = BTreeMap::new();
        // A command that was set apart stands under a name of its own, not under a device's.
        for (user, device, seq, _) in old.iter().filter(|(_, device, _, command)| device != command) {
            let floor = floors.entry((user, device)).or_insert(*seq);
            *floor = (*seq).max(*floor);
        }
        if !floors.is_empty() {
            let mut raise = QueryBuilder::<Db>::new("INSERT INTO device_floors (tenant, usr, device, seq) ");
            raise.push_values(floors, |mut row, ((user, device), seq)| {
                row.push_bind(bytes(tenant.uuid())).push_bind(user.to_vec()).push_bind(device.to_vec()).push_bind(seq);
            });
            raise.push(
                " ON CONFLICT (tenant, usr, device) DO UPDATE SET \
                 seq = CASE WHEN excluded.seq > device_floors.seq THEN excluded.seq ELSE device_floors.seq END",
            );
            raise.build().execute(&mut *tx).await?;
        }
        tx.commit().await?;
        Ok(u64::try_from(old.len()).unwrap_or(u64::MAX))
    }
}

/// Deletes the oldest rows of a table, found by an index: those that `old` takes, at most `$2` of them. `$1` is the moment,
/// `$3` the tenant or the account where there is one.
fn by(table: &str, key: &str, old: &str, order: &str) -> String {
    let tenant = if old.contains("tenant = $3") { "tenant = $3 AND " } else { "" };
    format!(
        "DELETE FROM {table} WHERE {tenant}({key}) IN (SELECT {key} FROM {table} WHERE {old} ORDER BY {order} LIMIT $2)"
    )
}
