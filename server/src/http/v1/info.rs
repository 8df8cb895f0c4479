//! `GET /api/v1/info`: what a page must know before anybody signs in.

use crate::{http::App, outbound::mail::Mailer};
use axum::{Json, extract::State};
use rollcall_core::api::Info;

pub async fn get(State(app): State<App>) -> Json<Info> {
    Json(Info {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        demo: app.options.demo.clone(),
        mail_outbox: app.options.shows_mail && matches!(app.mailer, Mailer::Outbox(_)),
    })
}
