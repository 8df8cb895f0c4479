//! The routes, one resource a file.

mod account;
mod address;
mod audit;
mod commands;
mod export;
mod info;
mod invitation;
mod live;
mod mail;
mod password;
mod session;
mod sync;
mod undelivered;

use super::App;
use axum::{
    Router,
    routing::{delete, get, post},
};

/// All of them.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/api/info", get(info::get))
        .route("/api/session", get(session::get).post(session::sign_in).delete(session::sign_out))
        .route("/api/tenants/{tenant}/sync", post(sync::post))
        .route("/api/tenants/{tenant}/commands", post(commands::post))
        .route("/api/tenants/{tenant}/live", get(live::get))
        .route("/api/tenants/{tenant}/audit", get(audit::get))
        .route("/api/tenants/{tenant}/mail", get(mail::get))
        .route("/api/tenants/{tenant}/undelivered", get(undelivered::get))
        .route("/api/tenants/{tenant}/users/{user}/export", get(export::get))
        .route("/api/invitations/{token}", get(invitation::get))
        .route("/api/invitations/{token}/code", post(invitation::check_code))
        .route("/api/invitations/{token}/accept", post(invitation::accept))
        .route("/api/passwords", post(password::forgotten))
        .route("/api/passwords/{token}", get(password::get).post(password::set))
        .route("/api/addresses/{token}", get(address::get).post(address::apply))
        .route("/api/account", get(account::get))
        .route("/api/account/password", post(account::change_password))
        .route("/api/account/address", post(account::change_address))
        .route("/api/account/sessions", get(account::sessions).delete(account::end_other_sessions))
        .route("/api/account/sessions/{device}", delete(account::end_session))
        .route("/api/account/security", get(account::security))
        .route("/api/tenants/{tenant}/security", get(account::security_of))
}
