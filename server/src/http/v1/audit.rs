//! `GET /api/v1/tenants/{tenant}/audit`: who did what when, newest first, as far as the asker may read it. Filters: `user`,
//! `team`, `actor`, `verb`, `way`, `quiet`, `from`, `to` (milliseconds); `before` a version and `limit` page through it.

use crate::{
    http::{App, body::Form, large, signed_in::Member},
    problem::{Answer, Fault},
};
use axum::{
    extract::{Query, State, rejection::QueryRejection},
    http::{HeaderMap, StatusCode},
    response::Response,
};
use rollcall_core::{
    api::AuditPage,
    id::{TeamId, UserId},
    query::{AuditEntry, AuditQuery, AuditWay, may_read_audit},
    time::Timestamp,
};
use serde::Deserialize;

/// Entries in an answer, when the asker doesn't say.
const PAGE: usize = 50;
/// Entries in an answer at most.
const MOST: usize = 200;
/// An answer ends with the entry that makes it so many changes: one command may be as much as thousands of others.
const CHANGES: usize = 2_000;
/// The share of large answers that is taken before anything is read, in KiB.
const SHARE: u32 = 16 * 1024;
/// Rows of the log that are looked at together, unless they are long …
const WINDOW: u32 = 500;
/// … and how often for one answer: a rare filter pages on instead of reading the whole log at once.
const WINDOWS: usize = 10;

/// What follows the `?`. Spelled out: an address knows no nesting.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Options {
    user: Option<UserId>,
    team: Option<TeamId>,
    actor: Option<UserId>,
    verb: Option<String>,
    way: Option<AuditWay>,
    #[serde(default)]
    quiet: bool,
    from: Option<i64>,
    to: Option<i64>,
    before: Option<u64>,
    limit: Option<usize>,
}

pub async fn get(
    State(app): State<App>,
    Member { session, tenant, user }: Member,
    headers: HeaderMap,
    options: Result<Query<Options>, QueryRejection>,
) -> Answer<Response> {
    let Query(options) = options.map_err(|rejection| {
        let detail = format!("The address is wrong behind its question mark: {}.", rejection.body_text());
        Fault::new(StatusCode::BAD_REQUEST, "malformed", detail)
    })?;
    let Options { user: about, team, actor, verb, way, quiet, from, to, before, limit } = options;
    let (from, to) = (from.map(Timestamp), to.map(Timestamp));
    let query = AuditQuery { user: about, team, actor, verb, way, quiet, from, to };
    let limit = limit.unwrap_or(PAGE).clamp(1, MOST);
    let asked = app.tenants.tenant(tenant);
    let holding = asked.admit(user, session.by).await?;
    may_read_audit(&holding).map_err(Fault::refused)?;
    let who = (tenant, user);
    let share = app.answers.take(who, SHARE).await;
    let (mut entries, mut room): (Vec<AuditEntry>, _) = (Vec::new(), CHANGES);
    let mut next = Some(before.unwrap_or(u64::MAX));
    'read: for _ in 0..WINDOWS {
        let rows = app.store.log_before(tenant, next.unwrap_or_default(), WINDOW).await?;
        next = rows.last().map(|row| row.version);
        if next.is_none() {
            break;
        }
        let (query, holding) = (query.clone(), holding.clone());
        let found = asked.read(move |directory| {
            let entry =
                |row: crate::store::LogRow| AuditEntry::new(row.version, row.at, row.actor, row.command, row.changes);
            // What is redacted is not found by what it hides either.
            let seen = rows.into_iter().filter_map(|row| entry(row).seen(directory, &holding));
            seen.filter(|entry| query.takes(entry)).collect::<Vec<_>>()
        });
        for entry in found.await? {
            if entries.len() == limit || room == 0 {
                next = entries.last().map(|entry| entry.version);
                break 'read;
            }
            room = room.saturating_sub(entry.changes.weight());
            entries.push(entry);
        }
    }
    large::answer(&app, who, Form::Json, &headers, AuditPage { entries, next }, Some(share)).await
}
