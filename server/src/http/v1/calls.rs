//! `GET /api/v1/tenants/{tenant}/calls`: calls that are kept, newest first, older ones than devices have among them; and
//! `…/calls/figures`: their figures, by team, agent, hour or day. Whoever asks gets what it may read: its own calls, and those
//! that `calls.read` reaches. Filters of both: `team` (an id, or `none`), `agent`, `direction`, `result`, `from`, `to`
//! (milliseconds); `skip` and `limit` page through the log, `by` and `at_least` group the figures.

use crate::{
    http::{App, body::Form, large, signed_in::Member},
    local,
    problem::{Answer, Fault},
};
use axum::{
    extract::{Query, State, rejection::QueryRejection},
    http::{HeaderMap, StatusCode},
    response::Response,
};
use rollcall_core::{
    id::UserId,
    model::CallDirection,
    query::{self, CallFilter, CallQuery, CallResult, GroupBy, OfTeam},
    time::Timestamp,
};
use serde::Deserialize;

/// Calls in an answer, when the asker doesn't say.
const PAGE: usize = 50;
/// Calls in an answer at most.
const MOST: usize = 500;
/// The most groups in an answer: there may be as many agents as users.
const MOST_GROUPS: usize = 10_000;
/// The share of large answers that is taken before figures are counted, in KiB.
const SHARE: u32 = 2 * 1024;

/// What follows the `?`. Spelled out: an address knows no nesting.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Options {
    team: Option<String>,
    agent: Option<UserId>,
    direction: Option<CallDirection>,
    result: Option<CallResult>,
    from: Option<i64>,
    to: Option<i64>,
    skip: Option<usize>,
    limit: Option<usize>,
    by: Option<GroupBy>,
    at_least: Option<u32>,
}

pub async fn get(
    State(app): State<App>,
    Member { session, tenant, user }: Member,
    headers: HeaderMap,
    options: Result<Query<Options>, QueryRejection>,
) -> Answer<Response> {
    let options = read(options)?;
    if options.by.is_some() || options.at_least.is_some() {
        return Err(malformed("by and at_least are of the figures"));
    }
    let filter = options.filter()?;
    let (skip, limit) = (options.skip.unwrap_or_default(), options.limit.unwrap_or(PAGE).clamp(1, MOST));
    let asked = app.tenants.tenant(tenant);
    let holding = asked.admit(user, session.by).await?;
    let now = app.clock.now();
    let log = asked.read(move |directory| query::call_log(directory, &holding, &filter, (skip, limit), now)).await?;
    large::answer(&app, (tenant, user), Form::Json, &headers, log, None).await
}

pub async fn figures(
    State(app): State<App>,
    Member { session, tenant, user }: Member,
    headers: HeaderMap,
    options: Result<Query<Options>, QueryRejection>,
) -> Answer<Response> {
    let options = read(options)?;
    if options.skip.is_some() || options.limit.is_some() {
        return Err(malformed("skip and limit are of the log"));
    }
    let asking =
        CallQuery { filter: options.filter()?, by: options.by, at_least: options.at_least.unwrap_or_default() };
    let asked = app.tenants.tenant(tenant);
    let holding = asked.admit(user, session.by).await?;
    let who = (tenant, user);
    let share = app.answers.take(who, SHARE).await;
    let now = app.clock.now();
    let mut figures =
        asked.read(move |directory| query::call_figures(directory, &holding, &asking, now, &local::time)).await?;
    figures.groups.truncate(MOST_GROUPS);
    large::answer(&app, who, Form::Json, &headers, figures, Some(share)).await
}

fn read(options: Result<Query<Options>, QueryRejection>) -> Answer<Options> {
    options.map(|Query(options)| options).map_err(|rejection| malformed(&rejection.body_text()))
}

fn malformed(what: &str) -> Fault {
    let detail = format!("The address is wrong behind its question mark: {what}.");
    Fault::new(StatusCode::BAD_REQUEST, "malformed", detail)
}

impl Options {
    fn filter(&self) -> Answer<CallFilter> {
        let team = match self.team.as_deref() {
            None => None,
            Some("none") => Some(OfTeam::NoTeam),
            Some(id) => Some(OfTeam::Team(id.parse().map_err(|_| malformed("team: neither an id nor none"))?)),
        };
        let Self { agent, direction, result, .. } = *self;
        Ok(CallFilter { team, agent, direction, result, from: self.from.map(Timestamp), to: self.to.map(Timestamp) })
    }
}
