//! Writing a commit: everything in one transaction, which goes through only if the tenant still stands at the version
//! that the decisions were made on.

use super::*;
use crate::store::{Clash, NewJob, Secret, StoredPut, invitation::Ending};
use rollcall_core::{command::COMMAND_VERSION, record::encode};
use sqlx::QueryBuilder;

/// Rows per statement: few enough for every database's limit of bound values.
const ROWS: usize = 500;
/// So many commands that were set apart are kept of a user …
const CLASHES: i64 = 100;
/// … each of at most so many bytes: a copied profile has some, and whoever makes them up could make any number.
const CLASH: usize = 64 * 1024;

#[async_trait]
impl CommitStore for Database {
    async fn commit(&self, batch: &Batch) -> Result<Commit> {
        let mut tx = self.writing().await?;
        let tenant = bytes(batch.tenant.uuid());
        if let Some(founding) = &batch.founding {
            if !set_up::end(&mut tx, founding.by.as_ref()).await? {
                return Ok(Commit::LinkOver);
            }
            let insert = sqlx::query("INSERT INTO tenants (id, slug, version, log_epoch) VALUES ($1, $2, $3, $4)");
            let insert = insert.bind(tenant).bind(founding.slug.as_str()).bind(signed(batch.version));
            insert.bind(signed(founding.log_epoch)).execute(&mut *tx).await?;
        } else {
            let update =
                sqlx::query("UPDATE tenants SET version = $3 WHERE id = $1 AND version = $2 AND forgotten <= $4");
            let update = update.bind(tenant).bind(signed(batch.expected)).bind(signed(batch.version));
            let update = update.bind(batch.forgotten.0);
            if update.execute(&mut *tx).await?.rows_affected() != 1 {
                return Ok(Commit::Conflict);
            }
        }
        if !write_verdicts(&mut tx, batch.tenant, &batch.verdicts).await? {
            return Ok(Commit::Repeated);
        }
        write_records(&mut tx, batch.tenant, &batch.puts).await?;
        write_log(&mut tx, batch.tenant, &batch.log).await?;
        for clash in &batch.clashes {
            write_clash(&mut tx, batch.tenant, clash).await?;
        }
        for secret in &batch.secrets {
            if let Some(user) = write_secret(&mut tx, batch.tenant, secret).await? {
                return Ok(Commit::Unfit(user));
            }
        }
        write_jobs(&mut tx, batch.tenant, &batch.jobs).await?;
        if batch.version != batch.expected {
            Self::notify(&mut tx, batch.tenant).await?;
        }
        tx.commit().await?;
        Ok(Commit::Done)
    }
}

async fn write_records(tx: &mut Tx, tenant: TenantId, puts: &[StoredPut]) -> Result<()> {
    for some in puts.chunks(ROWS) {
        let mut query = QueryBuilder::<Db>::new("INSERT INTO records (tenant, record, version, body) ");
        query.push_values(some, |mut row, put| {
            row.push_bind(bytes(tenant.uuid())).push_bind(encode(&put.key)).push_bind(signed(put.version));
            row.push_bind(put.record.as_ref().map(encode));
        });
        query.push(" ON CONFLICT (tenant, record) DO UPDATE SET version = excluded.version, body = excluded.body");
        query.build().execute(&mut **tx).await?;
    }
    Ok(())
}

async fn write_log(tx: &mut Tx, tenant: TenantId, rows: &[LogRow]) -> Result<()> {
    for some in rows.chunks(ROWS) {
        let mut query = QueryBuilder::<Db>::new(
            "INSERT INTO log (tenant, version, at, actor, device, seq, command_id, command_version, command, changes) ",
        );
        query.push_values(some, |mut row, log| {
            row.push_bind(bytes(tenant.uuid())).push_bind(signed(log.version)).push_bind(log.at.0);
            row.push_bind(encode(&log.actor));
            row.push_bind(log.device.map(|(device, _)| bytes(device.uuid())));
            row.push_bind(log.device.map(|(_, seq)| signed(seq.0)));
            row.push_bind(bytes(log.id.uuid())).push_bind(i64::from(COMMAND_VERSION));
            row.push_bind(encode(&log.command)).push_bind(encode(&log.changes));
        });
        query.build().execute(&mut **tx).await?;
    }
    Ok(())
}

/// No when a command has a verdict already: under the same number, or sent by another device.
async fn write_verdicts(tx: &mut Tx, tenant: TenantId, verdicts: &[StoredVerdict]) -> Result<bool> {
    for some in verdicts.chunks(ROWS) {
        let mut query =
            QueryBuilder::<Db>::new("INSERT INTO verdicts (tenant, usr, device, seq, command, body, ages_from) ");
        query.push_values(some, |mut row, stored| {
            row.push_bind(bytes(tenant.uuid())).push_bind(bytes(stored.user.uuid()));
            row.push_bind(bytes(stored.device.uuid())).push_bind(signed(stored.verdict.seq.0));
            row.push_bind(bytes(stored.verdict.command.uuid())).push_bind(encode(&stored.verdict));
            row.push_bind(house::ages_from(&stored.verdict));
        });
        match query.build().execute(&mut **tx).await {
            Err(sqlx::Error::Database(error)) if error.is_unique_violation() => return Ok(false),
            done => done?,
        };
    }
    Ok(true)
}

async fn write_clash(tx: &mut Tx, tenant: TenantId, clash: &Clash) -> Result<()> {
    let insert = sqlx::query(
        "INSERT INTO clashes (tenant, usr, device, seq, content, at, command_version, command) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (tenant, usr, device, seq, content) DO NOTHING",
    );
    let count = sqlx::query_as::<Db, (i64,)>("SELECT COUNT(*) FROM clashes WHERE tenant = $1 AND usr = $2");
    let count = count.bind(bytes(tenant.uuid())).bind(bytes(clash.user.uuid())).fetch_one(&mut **tx).await?.0;
    let command = encode(&clash.command);
    if count >= CLASHES || command.len() > CLASH {
        // That there was one stands in its verdict.
        return Ok(());
    }
    insert
        .bind(bytes(tenant.uuid()))
        .bind(bytes(clash.user.uuid()))
        .bind(bytes(clash.device.uuid()))
        .bind(signed(clash.seq.0))
        .bind(clash.content.to_vec())
        .bind(clash.at.0)
        .bind(i64::from(COMMAND_VERSION))
        .bind(command)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Writes a secret. One that does not fit gives the user whom it was for, and the transaction must not go through.
async fn write_secret(tx: &mut Tx, tenant: TenantId, secret: &Secret) -> Result<Option<UserId>> {
    match secret {
        Secret::EndInvitations { user, ending } => end_invitations(tx, tenant, *user, *ending).await?,
        Secret::EndSessions { user, at } => account::end_sessions(tx, tenant, *user, *at).await?,
        Secret::EndLinks { user } => link::end_links_of_user(tx, tenant, *user).await?,
        Secret::Forget { user } => account::forget(tx, tenant, *user).await?,
        // Whether the account is the one that was meant shows when it is linked.
        Secret::OpenAccount(account) => drop(account::open(tx, account).await?),
        Secret::ExpirePassword { user, at } => account::expire(tx, tenant, *user, *at).await?,
        Secret::Link { account, user, at, verified } => {
            let linked = account::link(tx, tenant, *user, *account, *at, verified.as_ref()).await?;
            return Ok((!linked).then_some(*user));
        }
        Secret::SetTemporary { user, new, until } => {
            let fits = account::set_temporary(tx, tenant, *user, (new, *until)).await?;
            return Ok((!fits).then_some(*user));
        }
        Secret::Invite(invitation) => invitation::put(tx, invitation).await?,
        Secret::Note(note) => security::write(tx, note).await?,
    }
    Ok(None)
}

async fn end_invitations(tx: &mut Tx, tenant: TenantId, user: UserId, ending: Ending) -> Result<()> {
    let update = sqlx::query("UPDATE invitations SET ending = $3 WHERE tenant = $1 AND usr = $2 AND ending IS NULL");
    let update = update.bind(bytes(tenant.uuid())).bind(bytes(user.uuid())).bind(invitation::number(ending));
    update.execute(&mut **tx).await?;
    Ok(())
}

pub(super) async fn write_jobs(tx: &mut Tx, tenant: TenantId, jobs: &[NewJob]) -> Result<()> {
    for some in jobs.chunks(ROWS) {
        job::clear_failures(tx, tenant, some).await?;
        let mut query = QueryBuilder::<Db>::new("INSERT INTO jobs (id, tenant, body, due, usr, what) ");
        query.push_values(some, |mut row, new| {
            let (what, user) = new.kind.what().map_or((None, None), |(what, user)| (Some(what), user));
            row.push_bind(bytes(new.id)).push_bind(bytes(tenant.uuid()));
            row.push_bind(encode(&new.kind)).push_bind(new.due.0);
            row.push_bind(user.map(|user| bytes(user.uuid()))).push_bind(what.map(job::number));
        });
        query.build().execute(&mut **tx).await?;
    }
    Ok(())
}
