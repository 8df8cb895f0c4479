//! One server process: the real routes over the shared disk, with a life of its own.

use crate::{
    connection::{Connection, Life},
    cookies::Cookies,
    disk::Disk,
    hub::Hub,
    mailbox::PostOffice,
    people::options,
};
use axum::{
    Router,
    body::Body,
    http::{Request as HttpRequest, header},
};
use http_body_util::BodyExt;
use rollcall_client::simulated::{Answer, Connected, Request};
use rollcall_core::{
    api::{PROTOCOL_HEADER, TENANT_HEADER, tenant_in},
    time::Span,
};
use rollcall_server::{
    clock::Clock, http::router, outbound::mail::Mailer, random::Random, serve::Server, tenant::Tenants,
};
use std::{rc::Rc, sync::Arc};
use tower::ServiceExt;

/// One server process. Clones are the same process.
#[derive(Clone)]
pub struct Node {
    pub number: usize,
    pub life: Arc<Life>,
    pub tenants: Tenants,
    pub clock: Clock,
    router: Router,
    hub: Rc<Hub>,
}

impl Node {
    /// Starts a server whose clock is off by so much.
    pub fn start(number: usize, disk: &Arc<Disk>, post: PostOffice, skew: Span) -> Self {
        let life = Arc::new(Life::default());
        let store = Connection { number, disk: disk.clone(), life: life.clone(), notices: disk.listen() };
        let clock = Clock::simulated(disk.universe.now().after(skew), Random::seeded(disk.universe.number()));
        let mailer = Mailer::Post(Arc::new(post));
        let Server { app, runner, .. } =
            Server::new(Arc::new(store), clock.clone(), mailer, options(disk.universe.knobs.server.clone()));
        let (alive, tenants) = (life.clone(), app.tenants.clone());
        let jobs = runner.run(tenants.job_bell(), app.stop.subscribe());
        tokio::task::spawn_local(async move {
            tokio::select! {
                biased;
                () = alive.over() => {}
                () = jobs => {}
            }
        });
        let hub = Hub::open(life.clone());
        Self { number, life, clock, tenants, router: router(app, None), hub }
    }

    /// Answers a request; none when the server dies meanwhile.
    pub async fn answer(&self, cookies: &Cookies, request: &Request) -> Option<Answer> {
        let answered = async {
            let response = self.ask(cookies, request).await?;
            let status = response.status().as_u16();
            let text = |value: &axum::http::HeaderValue| value.to_str().map(str::to_owned).ok();
            let headers = response.headers().iter();
            let headers = headers.filter_map(|(name, value)| Some((name.as_str().to_owned(), text(value)?))).collect();
            let body = response.into_body().collect().await.ok()?.to_bytes().to_vec();
            Some(Answer { status, headers, body })
        };
        let answer = tokio::select! {
            biased;
            () = self.life.over() => None,
            answer = answered => answer,
        };
        answer.filter(|_| !self.life.is_over())
    }

    /// Opens a live stream. It ends with the server.
    pub async fn stream(&self, cookies: &Cookies, path: &str) -> Connected {
        let request = Request { method: "GET".to_owned(), path: path.to_owned(), body: None };
        let response = tokio::select! {
            biased;
            () = self.life.over() => return Connected::Unreachable,
            response = self.ask(cookies, &request) => response,
        };
        let Some(response) = response else { return Connected::Unreachable };
        if !response.status().is_success() {
            return Connected::Refused;
        }
        Connected::Stream(self.hub.add(response.into_body()))
    }

    async fn ask(&self, cookies: &Cookies, request: &Request) -> Option<axum::response::Response> {
        let mut builder = HttpRequest::builder().method(request.method.as_str()).uri(&request.path);
        builder = builder.header(header::COOKIE, cookies.to_string());
        let body = match &request.body {
            Some((kind, bytes)) => {
                builder = builder.header(header::CONTENT_TYPE, *kind);
                Body::from(bytes.clone())
            }
            None => Body::empty(),
        };
        self.router.clone().oneshot(builder.body(body).ok()?).await.ok()
    }
}

/// The headers of an error answer of a server to a path.
pub fn mark(path: &str) -> Vec<(String, String)> {
    let owned = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let tenant = tenant_in(path).map(|tenant| owned(TENANT_HEADER, tenant));
    [owned("content-type", "application/problem+json"), owned(PROTOCOL_HEADER, "1")].into_iter().chain(tenant).collect()
}
