//! The security log: what happened to accounts, for their people and the owners of their organisations to see.

use super::*;
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
        let own = "SELECT id, at, kind, account, tenant, usr, network, agent FROM security_events \
                   WHERE account = $1 AND at < $2 ORDER BY at DESC, id DESC LIMIT $3";
        // What happened to an account before it joined, or in another organisation, is none of this one's business.
        let of_tenant = |and: &str| {
            format!(
                "SELECT id, at, kind, account, tenant, usr, network, agent FROM ( \
                 SELECT id, at, kind, account, tenant, usr, network, agent FROM security_events WHERE tenant = $1 \
                 UNION ALL \
                 SELECT e.id, e.at, e.kind, e.account, l.tenant, l.usr, e.network, e.agent \
                 FROM account_users AS l JOIN security_events AS e ON e.account = l.account \
                 WHERE l.tenant = $1 AND e.tenant IS NULL AND e.at >= l.linked) AS found \
                 WHERE at < $2 AND at >= $4 {and} ORDER BY at DESC, id DESC LIMIT $3"
            )
        };
        let (text, whose, since, user) = match of {
            NotesOf::Account(account) => (own.to_owned(), account, None, None),
            NotesOf::Tenant(tenant, since) => (of_tenant(""), tenant.uuid(), Some(since), None),
            NotesOf::User(tenant, user, since) => (of_tenant("AND usr = $5"), tenant.uuid(), Some(since), Some(user)),
        };
        let query = sqlx::query_as::<Db, Row>(sqlx::AssertSqlSafe(text));
        let mut query = query.bind(bytes(whose)).bind(before.0).bind(i64::from(limit));
        if let Some(since) = since {
            query = query.bind(since.0);
        }
        if let Some(user) = user {
            query = query.bind(bytes(user.uuid()));
        }
        let rows = query.fetch_all(&self.read).await?;
        rows.into_iter().map(note).collect()
    }
}
