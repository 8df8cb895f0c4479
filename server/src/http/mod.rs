//! HTTP: what all routes share. The routes themselves are in `v1/`, one resource a file. They parse, ask the core through the
//! tenant, and answer; no rule is here.

mod body;
mod device;
mod guard;
mod health;
mod large;
mod peer;
mod signed_in;
mod v1;
mod work;

use crate::{
    allowance::Allowances,
    clock::Clock,
    heavy::Heavy,
    identity::{
        Devices, Passwords, Seen, Throttle,
        account::{Addresses, Links, SecurityLog},
        founding::FirstOrganisation,
        invitation::Invitations,
    },
    limits::Limits,
    outbound::mail::Mailer,
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
    routing::get,
};
use rollcall_core::api::{API, API_BEFORE, DemoSignIn};
use std::sync::Arc;
use tokio::sync::watch;
use tower_http::{
    catch_panic::CatchPanicLayer,
    compression::{
        CompressionLayer,
        predicate::{DefaultPredicate, Predicate},
    },
};

/// What every route may use.
#[derive(Clone)]
pub struct App {
    pub store: Arc<dyn Store>,
    pub clock: Clock,
    pub tenants: Tenants,
    pub passwords: Passwords,
    pub throttle: Throttle,
    pub devices: Devices,
    pub first: FirstOrganisation,
    /// Who was signed in today.
    pub seen: Seen,
    pub allowances: Allowances,
    pub streams: Streams,
    /// Requests with work that are read or done.
    pub turns: Shares,
    /// Large bodies that are read or worked on.
    pub bodies: Shares,
    /// Large answers on their way.
    pub answers: Shares,
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
    let mut api = Router::new();
    for (path, route) in v1::routes() {
        api = api.route(&format!("{API}{path}"), route.clone()).route(&format!("{API_BEFORE}{path}"), route);
    }
    let api = api
        .route("/healthz", get(health::get))
        .method_not_allowed_fallback(wrong_method)
        .layer(CompressionLayer::new().compress_when(DefaultPredicate::new().and(large::is_small)))
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

/// The addresses of all routes, each below `/api/v1`.
pub fn addresses() -> Vec<&'static str> {
    v1::routes().into_iter().map(|(path, _)| path).collect()
}

async fn wrong_method(method: axum::http::Method) -> Fault {
    let detail = format!("This address does not take {method}. The header Allow says what it takes.");
    Fault::new(StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed", detail)
}

async fn nothing_there(uri: Uri) -> Fault {
    Fault::nothing_at(&uri)
}
