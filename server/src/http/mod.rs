//! The routes, one resource a file. They parse, ask the core through the tenant, and answer; no rule is here.

mod account;
mod address;
mod audit;
mod body;
mod commands;
mod device;
mod export;
mod guard;
mod health;
mod info;
mod invitation;
mod large;
mod live;
mod mail;
mod password;
mod peer;
mod session;
mod signed_in;
mod sync;
mod undelivered;
pub(crate) mod who;
mod work;

use crate::{
    account::{Addresses, Devices, Links, Passwords, SecurityLog, Throttle},
    allowance::Allowances,
    clock::Clock,
    heavy::Heavy,
    invitation::Invitations,
    limits::Limits,
    mail::Mailer,
    problem::Fault,
    shares::Shares,
    static_site::Site,
    store::Store,
    streams::Streams,
    tenant::Tenants,
};
use axum::{
    Router,
    http::{StatusCode, Uri},
    middleware,
    routing::{delete, get, post},
};
use rollcall_core::api::DemoSignIn;
use std::sync::Arc;
use tokio::sync::watch;
use tower_http::{catch_panic::CatchPanicLayer, compression::CompressionLayer};

/// What every route may use.
#[derive(Clone)]
pub struct App {
    pub store: Arc<dyn Store>,
    pub clock: Clock,
    pub tenants: Tenants,
    pub passwords: Passwords,
    pub throttle: Throttle,
    pub devices: Devices,
    pub allowances: Allowances,
    pub streams: Streams,
    /// Large bodies that are read or worked on.
    pub bodies: Shares,
    pub heavy: Heavy,
    pub invitations: Invitations,
    pub links: Links,
    pub addresses: Addresses,
    pub security: SecurityLog,
    pub mailer: Mailer,
    pub options: Arc<Options>,
    /// Turns true when the server stops; streams end then.
    pub stop: Arc<watch::Sender<bool>>,
}

/// What is said about the server from outside.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The address of the page: `https://…` makes cookies secure.
    pub page: String,
    pub demo: Option<DemoSignIn>,
    /// Take the client's address from the last entry of `X-Forwarded-For`.
    pub behind_proxy: bool,
    /// Show the outbox folder as "Sent mail".
    pub shows_mail: bool,
    pub limits: Limits,
}

impl Options {
    /// Whether people reach the server over TLS.
    pub fn secure(&self) -> bool {
        self.page.starts_with("https://")
    }
}

/// All routes.
pub fn router(app: App, site: Option<Site>) -> Router {
    let api = Router::new()
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
        .route("/healthz", get(health::get))
        .method_not_allowed_fallback(wrong_method)
        .layer(CompressionLayer::new())
        .layer(middleware::from_fn(guard::time_limit))
        .layer(middleware::from_fn_with_state(app.clone(), guard::same_site))
        .layer(CatchPanicLayer::custom(|_: Box<dyn std::any::Any + Send>| {
            axum::response::IntoResponse::into_response(Fault::internal())
        }));
    let router = match site {
        Some(site) => api.fallback(move |request| site.clone().answer(request)),
        None => api.fallback(nothing_there),
    };
    router.layer(middleware::from_fn_with_state(app.clone(), guard::headers)).with_state(app)
}

async fn wrong_method(method: axum::http::Method) -> Fault {
    let detail = format!("This address does not take {method}. The header Allow says what it takes.");
    Fault::new(StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed", detail)
}

async fn nothing_there(uri: Uri) -> Fault {
    Fault::nothing_at(&uri)
}
