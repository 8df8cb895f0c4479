//! Erasing a person: the directory has let it go already; now what is stored besides forgets who it was. Each step may be
//! done twice, so a job that a crash cut off begins again.

use crate::{
    identity::invitation::SendError,
    outbound::mail::Mailer,
    store::{LogRow, NO_TENANT, Store},
    tenant::TenantError,
};
use rollcall_core::{
    Record, Timestamp,
    id::{TenantId, UserId},
    value::Email,
};

/// Goes through the mails in the outbox, the audit log, `limit` rows of it at a time, and what else tells who a user was.
///
/// # Errors
/// The store or the outbox failed: to be tried again.
pub async fn erase(
    store: &dyn Store,
    mailer: &Mailer,
    (tenant, user): (TenantId, UserId),
    now: Timestamp,
    limit: u32,
) -> Result<(), SendError> {
    // The mails first: behind the log nobody knows any more to which address they went.
    let addresses = all_addresses(store, (tenant, user), limit).await?;
    let mut orphaned = Vec::new();
    for address in &addresses {
        // What is about an account alone goes with the account, whatever address the directory had.
        if !store.is_an_accounts(address, now).await.map_err(TenantError::from)? {
            orphaned.push(address.clone());
        }
    }
    mailer.forget(tenant, addresses).await?;
    mailer.forget(NO_TENANT, orphaned).await?;
    let mut after = 0;
    while let Some(last) = store.erase_from_log(tenant, user, after, limit).await.map_err(TenantError::from)? {
        after = last;
    }
    Ok(store.erase_traces(tenant, user).await.map_err(TenantError::from)?)
}

/// Every address that the user had in the directory, and that its account had or waits for.
async fn all_addresses(
    store: &dyn Store,
    (tenant, user): (TenantId, UserId),
    limit: u32,
) -> Result<Vec<Email>, SendError> {
    let (mut found, mut after) = (Vec::new(), 0);
    while let Some(rows) = rows(store, tenant, &mut after, limit).await? {
        found.extend(rows.iter().flat_map(|row| addresses(row, user)));
    }
    found.sort_unstable();
    found.dedup();
    let others = store.addresses_of(tenant, user, &found).await.map_err(TenantError::from)?;
    found.extend(others.mailed.into_iter().chain(others.account));
    Ok(found)
}

/// The next rows of the audit log; none behind its end.
async fn rows(
    store: &dyn Store,
    tenant: TenantId,
    after: &mut u64,
    limit: u32,
) -> Result<Option<Vec<LogRow>>, SendError> {
    let rows = store.log(tenant, *after, limit).await.map_err(TenantError::from)?;
    let Some(last) = rows.last() else { return Ok(None) };
    *after = last.version;
    Ok(Some(rows))
}

/// Every address that the user had before or after a change.
fn addresses(row: &LogRow, user: UserId) -> impl Iterator<Item = Email> {
    let records = row.changes.0.iter().flat_map(|change| change.before.iter().chain(&change.after));
    records.filter_map(move |record| match record {
        Record::User(found) if found.id == user => found.email().cloned(),
        Record::Removed(removed) if removed.user.id == user => removed.user.email().cloned(),
        _ => None,
    })
}
