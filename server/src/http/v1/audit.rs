//! `GET /api/v1/tenants/{tenant}/audit`: who did what when, newest first, as far as the asker may read it. Filters: `user`,
//! `actor`, `verb`, `from`, `to` (milliseconds); `before` a version and `limit` page through it.

use crate::{
    http::{App, signed_in::Member},
    problem::{Answer, Fault},
};
use axum::{
    Json,
    extract::{Query, State, rejection::QueryRejection},
    http::StatusCode,
};
use rollcall_core::{
    api::AuditPage,
    id::UserId,
    query::{AuditEntry, AuditQuery, may_read_audit},
    time::Timestamp,
};
use serde::Deserialize;

/// Entries in an answer, when the asker doesn't say.
const PAGE: usize = 50;
/// Entries in an answer at most.
const MOST: usize = 200;
/// Rows of the log that are looked at together …
const WINDOW: u64 = 500;
/// … and how often for one answer: a rare filter pages on instead of reading the whole log at once.
const WINDOWS: usize = 10;

/// What follows the `?`. Spelled out: an address knows no nesting.
#[derive(Deserialize)]
pub struct Options {
    user: Option<UserId>,
    actor: Option<UserId>,
    verb: Option<String>,
    from: Option<i64>,
    to: Option<i64>,
    before: Option<u64>,
    limit: Option<usize>,
}

pub async fn get(
    State(app): State<App>,
    Member { session, tenant, user }: Member,
    options: Result<Query<Options>, QueryRejection>,
) -> Answer<Json<AuditPage>> {
    let Query(options) = options.map_err(|rejection| {
        let detail = format!("The address is wrong behind its question mark: {}.", rejection.body_text());
        Fault::new(StatusCode::BAD_REQUEST, "malformed", detail)
    })?;
    let Options { user: about, actor, verb, from, to, before, limit } = options;
    let (from, to) = (from.map(Timestamp), to.map(Timestamp));
    let query = AuditQuery { user: about, actor, verb, from, to };
    let limit = limit.unwrap_or(PAGE).clamp(1, MOST);
    let asked = app.tenants.tenant(tenant);
    let holding = asked.admit(user, session.by).await?;
    may_read_audit(&holding).map_err(Fault::refused)?;
    let head = app.store.head(tenant).await?.ok_or_else(Fault::unknown_organisation)?;
    let mut next = before.unwrap_or(u64::MAX).min(head.version.saturating_add(1));
    let mut entries: Vec<AuditEntry> = Vec::new();
    for _ in 0..WINDOWS {
        // Every version has its one row: the window before `next` is counted, not searched.
        let after = next.saturating_sub(WINDOW.saturating_add(1));
        let mut rows = app.store.log(tenant, after, u32::try_from(WINDOW).unwrap_or(u32::MAX)).await?;
        rows.retain(|row| row.version < next);
        // The oldest rows are not kept for ever.
        let ends = rows.is_empty() && app.store.log(tenant, 0, 1).await?.first().is_none_or(|row| row.version >= next);
        let (query, holding) = (query.clone(), holding.clone());
        let found = asked.read(move |directory| {
            let entry =
                |row: crate::store::LogRow| AuditEntry::new(row.version, row.at, row.actor, row.command, row.changes);
            // What is redacted is not found by what it hides either.
            let seen = rows.into_iter().rev().filter_map(|row| entry(row).seen(directory, &holding));
            seen.filter(|entry| query.takes(entry)).collect::<Vec<_>>()
        });
        for entry in found.await? {
            if entries.len() == limit {
                let next = entries.last().map(|entry| entry.version);
                return Ok(Json(AuditPage { entries, next }));
            }
            entries.push(entry);
        }
        next = after.saturating_add(1);
        if after == 0 || ends {
            return Ok(Json(AuditPage { entries, next: None }));
        }
    }
    Ok(Json(AuditPage { entries, next: Some(next) }))
}
