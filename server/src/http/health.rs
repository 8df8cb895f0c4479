//! `GET /healthz`: whether the server can do its work, and how its jobs stand. For machines; nothing about anybody.

use super::App;
use crate::{problem::Answer, store::JobCounts};
use axum::{Json, extract::State};
use serde::Serialize;

#[derive(Serialize)]
pub struct Health {
    status: &'static str,
    jobs: JobCounts,
}

pub async fn get(State(app): State<App>) -> Answer<Json<Health>> {
    Ok(Json(Health { status: "ok", jobs: app.store.job_counts().await? }))
}
