//! `GET /api/v1/tenants/{tenant}/undelivered`: the mails that were not delivered so far, for those who may invite.

use crate::{
    http::{App, signed_in::Member},
    problem::{Answer, Fault},
    store::FailingJob,
};
use axum::{Json, extract::State};
use rollcall_core::{Actor, Context, api::Undelivered, context::View, query};

/// The most that are told.
const MOST: u32 = 1_000;

pub async fn get(State(app): State<App>, Member { session, tenant, user }: Member) -> Answer<Json<Vec<Undelivered>>> {
    let asked = app.tenants.tenant(tenant);
    asked.admit(user, session.by).await?;
    let undelivered = |FailingJob { kind, reason, tries, again }| {
        let (what, user) = kind.what()?;
        Some(Undelivered { user: user?, what, reason, tries, again })
    };
    let mails = app.store.failing_jobs(tenant, MOST).await?.into_iter().filter_map(undelivered).collect();
    let context = Context { actor: Actor::User(user), now: app.clock.now(), view: View::Whole };
    let shown = asked.read(move |directory| query::undelivered(directory, &context, mails)).await?;
    shown.map(Json).map_err(Fault::refused)
}
