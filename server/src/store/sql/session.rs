//! Sessions: found by the digest of their token. One that somebody ended is kept for a while, so that its browser hears why.

use super::{erasure::Taken, *};
use rollcall_core::model::IdentifierKind;

/// So many sessions of an account are live; one more ends that which was not used for the longest time.
const SESSIONS: i64 = 100;

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

/// Ends every session of an account but one.
pub(super) async fn end_others(tx: &mut Tx, account: Uuid, keep: Option<&Digest>) -> Result<()> {
    let end = sqlx::query("UPDATE sessions SET ended = 1 WHERE account = $1 AND token <> $2 AND ended = 0");
    let none: &[u8] = &[];
    let keep = keep.map_or(none, |keep| keep.as_slice()).to_vec();
    let ended = end.bind(bytes(account)).bind(keep).execute(&mut **tx).await?.rows_affected();
    if ended > 0 {
        tx.ends(account);
    }
    Ok(())
}

type Row = (Vec<u8>, Vec<u8>, String, i64, Vec<u8>, i64, i64, Option<String>, i64, Option<String>, Option<String>);
const SELECT: &str = "SELECT sessions.token, accounts.id, accounts.email, accounts.proven, sessions.device, \
    sessions.created, sessions.expires, sessions.kind, sessions.seen, sessions.network, sessions.agent \
    FROM sessions JOIN accounts ON accounts.id = sessions.account";

fn session(row: Row) -> Result<StoredSession> {
    let (token, account, address, proven, device, created, expires, kind, seen, network, agent) = row;
    Ok(StoredSession {
        token: digest(token)?,
        account: uuid(&account)?,
        email: account::address(&address)?,
        proven: Timestamp(proven),
        device: DeviceId::new(uuid(&device)?),
        by: kind.as_deref().map(kind_named).transpose()?,
        created: Timestamp(created),
        expires: Timestamp(expires),
        seen: Timestamp(seen.max(created)),
        whereabouts: Whereabouts { network, agent },
    })
}

#[async_trait]
impl SessionStore for Database {
    async fn open_session(&self, session: &NewSession) -> Result<bool> {
        let mut tx = self.writing().await?;
        let same =
            sqlx::query("UPDATE accounts SET password = password WHERE id = $1 AND password = $2 AND must_change = 0");
        let same = same.bind(bytes(session.account)).bind(&session.verified);
        if same.execute(&mut *tx).await?.rows_affected() != 1 {
            return Ok(false);
        }
        let insert = sqlx::query(
            "INSERT INTO sessions (token, account, device, created, expires, kind, seen, network, agent) \
             VALUES ($1, $2, $3, $4, $5, $6, $4, $7, $8)",
        );
        insert
            .bind(session.token.to_vec())
            .bind(bytes(session.account))
            .bind(bytes(session.device.uuid()))
            .bind(session.created.0)
            .bind(session.expires.0)
            .bind(session.by.map(kind_name))
            .bind(session.whereabouts.network.as_deref())
            .bind(session.whereabouts.agent.as_deref())
            .execute(&mut *tx)
            .await?;
        // As if it had signed out: its browser keeps what it has, and asks who it is.
        let oldest = sqlx::query(
            "DELETE FROM sessions WHERE account = $1 AND ended = 0 AND token NOT IN (SELECT token FROM sessions \
             WHERE account = $1 AND ended = 0 ORDER BY seen DESC, created DESC LIMIT $2)",
        );
        if oldest.bind(bytes(session.account)).bind(SESSIONS).execute(&mut *tx).await?.rows_affected() > 0 {
            tx.ends(session.account);
        }
        tx.commit().await?;
        Ok(true)
    }

    async fn session(&self, token: &Digest, now: Timestamp) -> Result<Option<StoredSession>> {
        let text = format!("{SELECT} WHERE sessions.token = $1 AND sessions.expires > $2 AND sessions.ended = 0");
        let query = sqlx::query_as::<Db, Row>(sqlx::AssertSqlSafe(text));
        query.bind(token.to_vec()).bind(now.0).fetch_optional(&self.read).await?.map(session).transpose()
    }

    async fn session_ended(&self, token: &Digest) -> Result<bool> {
        let query = sqlx::query_as::<Db, (i64,)>("SELECT ended FROM sessions WHERE token = $1");
        let row = query.bind(token.to_vec()).fetch_optional(&self.read).await?;
        Ok(row.is_some_and(|(ended,)| ended != 0))
    }

    async fn touch_session(&self, token: &Digest, seen: Timestamp, expires: Timestamp, at: &Whereabouts) -> Result<()> {
        let update = sqlx::query(
            "UPDATE sessions SET seen = $2, expires = $3, network = COALESCE($4, network), agent = COALESCE($5, agent) \
             WHERE token = $1",
        );
        let update = update.bind(token.to_vec()).bind(seen.0).bind(expires.0);
        update.bind(at.network.as_deref()).bind(at.agent.as_deref()).execute(&self.write).await?;
        Ok(())
    }

    async fn sessions_of(&self, account: Uuid, now: Timestamp) -> Result<Vec<StoredSession>> {
        let text = format!(
            "{SELECT} WHERE sessions.account = $1 AND sessions.expires > $2 AND sessions.ended = 0 \
             ORDER BY sessions.seen DESC, sessions.created DESC LIMIT 200"
        );
        let query = sqlx::query_as::<Db, Row>(sqlx::AssertSqlSafe(text));
        let rows = query.bind(bytes(account)).bind(now.0).fetch_all(&self.read).await?;
        rows.into_iter().map(session).collect()
    }

    async fn end_session(&self, account: Uuid, device: DeviceId) -> Result<bool> {
        let end = sqlx::query("UPDATE sessions SET ended = 1 WHERE account = $1 AND device = $2 AND ended = 0");
        let mut tx = self.writing().await?;
        let ended = end.bind(bytes(account)).bind(bytes(device.uuid())).execute(&mut *tx).await?.rows_affected() > 0;
        if ended {
            tx.ends(account);
        }
        tx.commit().await?;
        Ok(ended)
    }

    async fn end_other_sessions(&self, account: Uuid, keep: &Digest) -> Result<()> {
        let mut tx = self.writing().await?;
        end_others(&mut tx, account, Some(keep)).await?;
        tx.commit().await
    }

    async fn end_everything_open(&self) -> Result<()> {
        for (table, key, open, end) in [
            ("sessions", "token", "ended = 0", Taken::Set("ended = 1")),
            ("known_devices", "device", "1 = 1", Taken::Row),
            ("password_links", "token", "used = 0", Taken::Set("used = 1")),
            ("invitations", "token", "ending IS NULL", Taken::Set("ending = 2")),
            ("address_changes", "id", "state <> 2", Taken::Set("state = 2")),
            ("set_up_link", "token", "1 = 1", Taken::Row),
        ] {
            self.in_steps(table, key, open, end, &[]).await?;
        }
        Ok(())
    }

    async fn close_session(&self, token: &Digest) -> Result<()> {
        // One that somebody ended stays: its browser must still hear so.
        let delete =
            sqlx::query_as::<Db, (Vec<u8>,)>("DELETE FROM sessions WHERE token = $1 AND ended = 0 RETURNING account");
        let mut tx = self.writing().await?;
        if let Some((account,)) = delete.bind(token.to_vec()).fetch_optional(&mut *tx).await? {
            tx.ends(uuid(&account)?);
        }
        tx.commit().await
    }

    fn ended(&self) -> broadcast::Receiver<Uuid> {
        self.ended.subscribe()
    }

    async fn take_seqs(&self, token: &Digest, count: u64) -> Result<Option<Seq>> {
        let update = sqlx::query_as::<Db, (i64,)>(
            "UPDATE sessions SET seq = seq + $2 WHERE token = $1 AND ended = 0 RETURNING seq - $2 + 1",
        );
        let row = update.bind(token.to_vec()).bind(signed(count)).fetch_optional(&self.write).await?;
        Ok(row.map(|(first,)| Seq(unsigned(first))))
    }
}
