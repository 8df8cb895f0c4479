//! `GET /api/v1/info`: what a page must know before anybody signs in.

use crate::{http::App, outbound::mail::Mailer};
use axum::{Json, extract::State};
use rollcall_core::api::Info;

pub async fn get(State(app): State<App>) -> Json<Info> {
    // A page that can't be told goes on to the sign-in, which says what is the matter.
    let set_up = app.first.is_wanted().await.unwrap_or_default();
    Json(Info {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        demo: app.options.demo.clone(),
        mail_outbox: app.options.shows_mail && matches!(app.mailer, Mailer::Outbox(_)),
        set_up,
    })
}
