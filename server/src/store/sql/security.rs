//! The security log: what happened to accounts, for their people and the owners of their organisations to see.

use super::{super::for_each, *};
use rollcall_core::api::SecurityKind;

/// How a kind is stored: as on the wire.
fn name(kind: SecurityKind) -> String {
    serde_json::to_value(kind).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

fn named(text: String) -> Result<SecurityKind> {
    serde_json::from_value(serde_json::Value::String(text)).map_err(|_| Unreadable::Damaged.into())
}

/// Writes a note. One that names no account is about the account that the user is.
pub(super) async fn write(connection: &mut <Db as sqlx::Database>::Connection, note: &SecurityNote) -> Result<()> {
    let insert = sqlx::query(
        "INSERT INTO security_events (id, at, kind, account, tenant, usr, network, agent) \
         VALUES ($1, $2, $3, COALESCE($4, (SELECT account FROM account_users WHERE tenant = $5 AND usr = $6)), \
                 $5, $6, $7, $8)",
    );
    insert
        .bind(bytes(note.id))
        .bind(note.at.0)
        .bind(name(note.kind))
        .bind(note.account.map(bytes))
        .bind(note.place.map(|(tenant, _)| bytes(tenant.uuid())))
        .bind(note.place.map(|(_, user)| bytes(user.uuid())))
        .bind(note.whereabouts.network.as_deref())
        .bind(note.whereabouts.agent.as_deref())
        .execute(connection)
        .await?;
    Ok(())
}

type Row = (Vec<u8>, i64, String, Option<Vec<u8>>, Option<Vec<u8>>, Option<Vec<u8>>, Option<String>, Option<String>);

fn note((id, at, kind, account, tenant, user, network, agent): Row) -> Result<SecurityNote> {
    let place = match (tenant, user) {
        (Some(tenant), Some(user)) => Some((TenantId::new(uuid(&tenant)?), UserId::new(uuid(&user)?))),
        _ => None,
    };
    Ok(SecurityNote {
        id: uuid(&id)?,
        at: Timestamp(at),
        kind: named(kind)?,
        account: account.as_deref().map(uuid).transpose()?,
        place,
        whereabouts: Whereabouts { network, agent },
    })
}

#[async_trait]
impl SecurityStore for Database {
    async fn put_note(&self, note: &SecurityNote) -> Result<()> {
        write(&mut *self.write.acquire().await?, note).await
    }

    async fn notes(&self, of: NotesOf, before: Timestamp, limit: u32) -> Result<Vec<SecurityNote>> {
        let (tenant, since, user) = match of {
            NotesOf::Account(account) => {
                let own = "SELECT id, at, kind, account, tenant, usr, network, agent FROM security_events \
                           WHERE account = $1 AND at < $2 ORDER BY at DESC, id DESC LIMIT $3";
                let own = sqlx::query_as::<Db, Row>(own).bind(bytes(account)).bind(before.0).bind(i64::from(limit));
                return own.fetch_all(&self.read).await?.into_iter().map(note).collect();
            }
            NotesOf::Tenant(tenant, since) => (tenant, since, None),
            NotesOf::User(tenant, user, since) => (tenant, since, Some(user)),
        };
        let mut notes = self.of_users(tenant, user, (since, before), limit).await?;
        notes.extend(self.of_accounts(tenant, user, (since, before), limit).await?);
        notes.sort_unstable_by_key(|note| std::cmp::Reverse((note.at, note.id)));
        notes.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
        Ok(notes)
    }
}

/// In how long a time one looks for the newest notes of a tenant's accounts first; then in sixteen times as long.
const WINDOW: Span = Span::days(1);

/// What a condition on the user adds; none: all users.
fn and_user(user: Option<UserId>, column: &str) -> String {
    user.map(|_| format!("AND {column} = $5")).unwrap_or_default()
}

impl Database {
    /// The newest notes about users of a tenant from a moment until before another.
    async fn of_users(
        &self,
        tenant: TenantId,
        user: Option<UserId>,
        (since, before): (Timestamp, Timestamp),
        limit: u32,
    ) -> Result<Vec<SecurityNote>> {
        let find = format!(
            "SELECT id, at, kind, account, tenant, usr, network, agent FROM security_events \
             WHERE tenant = $1 AND at < $2 AND at >= $4 {} ORDER BY at DESC, id DESC LIMIT $3",
            and_user(user, "usr")
        );
        self.found(find, tenant, user, (since, before), limit).await
    }

    /// The newest notes about the accounts of a tenant alone, in windows that grow: there are as many accounts as members, and
    /// each may have years of notes.
    async fn of_accounts(
        &self,
        tenant: TenantId,
        user: Option<UserId>,
        (since, before): (Timestamp, Timestamp),
        limit: u32,
    ) -> Result<Vec<SecurityNote>> {
        let newest = "SELECT at FROM security_events WHERE at < $1 ORDER BY at DESC LIMIT 1";
        let newest = sqlx::query_as::<Db, (i64,)>(newest).bind(before.0).fetch_optional(&self.long).await?;
        let Some((newest,)) = newest else { return Ok(Vec::new()) };
        let mut window = WINDOW;
        loop {
            let from = Timestamp(newest).before(window).max(since);
            let notes = self.found(of_accounts(user), tenant, user, (from, before), limit).await?;
            if from == since || notes.len() >= usize::try_from(limit).unwrap_or(usize::MAX) {
                return Ok(notes);
            }
            window = Span(window.0.saturating_mul(16));
        }
    }

    async fn found(
        &self,
        find: String,
        tenant: TenantId,
        user: Option<UserId>,
        (since, before): (Timestamp, Timestamp),
        limit: u32,
    ) -> Result<Vec<SecurityNote>> {
        let find = sqlx::query_as::<Db, Row>(sqlx::AssertSqlSafe(find));
        let mut find = find.bind(bytes(tenant.uuid())).bind(before.0).bind(i64::from(limit)).bind(since.0);
        if let Some(user) = user {
            find = find.bind(bytes(user.uuid()));
        }
        find.fetch_all(&self.long).await?.into_iter().map(note).collect()
    }
}

/// From the members to the notes of their accounts, never the other way round: those of everybody on the server are in one
/// index by time, and in another under the absent tenant. So the condition on the tenant and the order are written in ways that
/// no index serves, and each database is told in its own words which table comes first.
fn of_accounts(user: Option<UserId>) -> String {
    // What happened to an account before it joined, or in another organisation, is none of this one's business.
    let own = "e.account = l.account AND COALESCE(LENGTH(e.tenant), 0) = 0 AND e.at < $2 \
               AND e.at >= CASE WHEN l.linked > $4 THEN l.linked ELSE $4 END";
    format!(
        "SELECT e.id, e.at, e.kind, e.account, l.tenant, l.usr, e.network, e.agent FROM account_users AS l {} \
         WHERE l.tenant = $1 {} ORDER BY e.at + 0 DESC, e.id DESC LIMIT $3",
        for_each("security_events", "e", own),
        and_user(user, "l.usr")
    )
}

/// Fills a log with what happened to strangers, and gives how the database would look for an owner's page.
#[cfg(test)]
pub(in super::super) async fn plan(database: &Database, explain: &str) -> String {
    use rollcall_core::api::SecurityKind::SignedIn;
    use sqlx::Row as _;
    let id = |n: u128| Uuid::from_u128(n);
    for n in 0..3_000_u128 {
        let note = SecurityNote {
            id: id(n),
            at: Timestamp(i64::try_from(n).unwrap()),
            kind: SignedIn,
            account: Some(id(n % 300)),
            place: None,
            whereabouts: Whereabouts::default(),
        };
        database.put_note(&note).await.unwrap();
    }
    for n in 0..300_u128 {
        let link = "INSERT INTO account_users (tenant, usr, account, linked) VALUES ($1, $2, $2, 0)";
        let tenant = TenantId::new(id(n / 100));
        let link = sqlx::query(link).bind(bytes(tenant.uuid())).bind(bytes(id(n)));
        link.execute(&database.write).await.unwrap();
    }
    sqlx::query("ANALYZE").execute(&database.write).await.unwrap();
    let all = (Timestamp(0), Timestamp(i64::MAX));
    assert_eq!(database.of_accounts(TenantId::new(id(1)), None, all, 2_000).await.unwrap().len(), 1_000);
    let find = format!("{explain} {}", of_accounts(None));
    let find = sqlx::query(sqlx::AssertSqlSafe(find)).bind(bytes(id(1))).bind(i64::MAX).bind(100_i64).bind(2_900_i64);
    let rows = find.fetch_all(&database.read).await.unwrap();
    rows.iter().map(|row| row.get::<String, _>(row.len() - 1) + "\n").collect()
}
