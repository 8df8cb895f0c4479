//! A server in this process, with a clock that stands still, an organisation and its owner; and clients that ask it.

use crate::database::Database;
use axum::{
    Router,
    body::Body,
    http::{Method, Request, StatusCode, header},
};
use http_body_util::BodyExt;
use rollcall_core::{
    Command, Timestamp,
    access::BASIC,
    api::{LinkPurpose, SentMail},
    command::{COMMAND_VERSION, FoundOrganisation, InviteUser, NewUser, PrepareUser, RoleChoice},
    id::{CommandId, DeviceId, LicenceId, TenantId, UserId},
    model::{Licence, LicenceKind, Organisation, Policy, Scope},
    sync::{Cursor, Envelope, Outcome, PROTOCOL_VERSION, Seq, SyncRequest, SyncResponse, Verdict},
    time::Span,
    value::{Country, Email, FullName, Language, LicenceName, OrganisationName, Picture, Slug, TimeZone},
};
use rollcall_server::{
    clock::Clock,
    house::{House, Terms},
    http::{App, Options, router},
    identity::{Asker, Passwords},
    limits::Limits,
    outbound::{
        job::Runner,
        mail::{Mailer, Outbox, Secrets},
    },
    serve::Server,
    store::{JobKind, NO_TENANT, NewAccount, NewJob, Secret, Store},
};
use serde_json::{Value, json};
use std::{sync::Arc, time::Duration};
use tower::ServiceExt;

pub const PASSWORD: &str = "correct horse";
pub const SEATS: u32 = 3;

/// One server.
pub struct World {
    pub app: App,
    pub runner: Runner,
    pub house: House,
    pub clock: Clock,
    pub router: Router,
    pub database: Database,
}

/// An organisation and who owns it.
#[derive(Clone)]
pub struct Place {
    pub tenant: TenantId,
    pub owner: UserId,
    pub email: String,
    /// A plan with [`SEATS`] seats.
    pub plan: LicenceId,
}

impl World {
    pub async fn new() -> Self {
        Self::on(Database::sqlite().await).await
    }

    pub async fn on(database: Database) -> Self {
        let clock = Clock::fixed(Timestamp(1_800_000_000_000));
        let (app, runner, router) = serve(database.store.clone(), &clock, &database);
        let house = House { pause: Duration::ZERO, ..House::new(database.store.clone(), clock.clone()) };
        Self { app, runner, house, clock, router, database }
    }

    /// The server that comes after another one on its database, with the same clock.
    pub async fn reopened(database: Database, clock: &Clock) -> Self {
        let (app, runner, router) = serve(database.again().await, clock, &database);
        let house = House { pause: Duration::ZERO, ..House::new(database.store.clone(), clock.clone()) };
        Self { app, runner, house, clock: clock.clone(), router, database }
    }

    /// A server with a mail server, or with limits of its own.
    pub async fn with(database: Database, mailer: Option<Mailer>, limits: Limits) -> Self {
        let clock = Clock::fixed(Timestamp(1_800_000_000_000));
        let (app, runner, router) = serve_with(database.store.clone(), &clock, &database, mailer, limits);
        let house = House { pause: Duration::ZERO, ..House::new(database.store.clone(), clock.clone()) };
        Self { house, app, runner, clock, router, database }
    }

    /// Another process on the same database.
    pub async fn another(&self) -> (App, Runner, Router) {
        serve(self.database.again().await, &self.clock, &self.database)
    }

    /// Founds an organisation whose owner is `ann@{slug}.io`, who has an account.
    pub async fn found(&self, slug: &str) -> Place {
        let email = format!("ann@{slug}.io");
        let (id, at) = (self.clock.id(), self.clock.now());
        let password = Passwords::default().hash(PASSWORD.into(), Asker::Operator).await.unwrap();
        let account = NewAccount { id, email: Some(Email::parse(&email).unwrap()), password, created: at };
        let (place, command) = self.founding(slug, &email);
        let link = Secret::Link { account: id, user: place.owner, at, verified: None };
        self.app.tenants.found(command, vec![Secret::OpenAccount(account), link], Vec::new()).await.unwrap();
        place
    }

    /// Founds an organisation for somebody who has an account, as `rollcall found` does.
    pub async fn found_for(&self, slug: &str, email: &str) -> Place {
        let (place, command) = self.founding(slug, email);
        let kind = JobKind::SendLink { user: place.owner, purpose: LinkPurpose::Join };
        let job = NewJob { id: self.clock.id(), kind, due: self.clock.now() };
        self.app.tenants.found(command, Vec::new(), vec![job]).await.unwrap();
        place
    }

    fn founding(&self, slug: &str, email: &str) -> (Place, FoundOrganisation) {
        let (id, email) = (|n: &Clock| n.id(), email.to_owned());
        let place = Place {
            tenant: TenantId::new(id(&self.clock)),
            owner: UserId::new(id(&self.clock)),
            email: email.clone(),
            plan: LicenceId::new(id(&self.clock)),
        };
        let name = LicenceName::parse("Standard").unwrap();
        let command = FoundOrganisation {
            organisation: Organisation {
                id: place.tenant,
                slug: Slug::parse(slug).unwrap(),
                name: OrganisationName::parse(&format!("The {slug}")).unwrap(),
                language: Language::parse("en").unwrap(),
                time_zone: TimeZone::parse("UTC").unwrap(),
                country: Country::parse("GB").unwrap(),
                // Most tests are about other things than plans.
                policy: Policy { invite_without_plan: true, ..Policy::default() },
            },
            owner: place.owner,
            owner_email: Email::parse(&email).unwrap(),
            owner_name: FullName::parse("Ann").unwrap(),
            licences: vec![Licence { id: place.plan, kind: LicenceKind::Plan, name, seats: Some(SEATS) }],
        };
        (place, command)
    }

    /// Two hours later everything is cleaned that is older than a moment ago.
    pub async fn clean(&self) {
        self.clock.advance(Span::hours(2));
        House { terms: Terms::all(Span(0)), ..self.house.clone() }.turn().await.unwrap();
    }

    pub fn client(&self) -> Client {
        Client { router: self.router.clone(), cookie: None, device: None }
    }

    /// A client that is signed in as the owner of a place.
    pub async fn owner_of(&self, place: &Place) -> Client {
        self.signed_in(&place.email, PASSWORD).await
    }

    pub async fn signed_in(&self, email: &str, password: &str) -> Client {
        let mut client = self.client();
        let answer = client.post("/api/v1/session", json!({"identifier": email, "password": password})).await;
        assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
        client
    }

    /// Does every job that is due, and gives the mails of a tenant and those about accounts alone, newest first.
    pub async fn mails(&self, tenant: TenantId) -> Vec<SentMail> {
        while self.runner.round().await > 0 {}
        self.app.mailer.sent(&[tenant, NO_TENANT], Secrets::Shown).await.unwrap().unwrap()
    }

    /// The code and the token of the newest mail to an address.
    pub async fn newest_code(&self, tenant: TenantId, to: &str) -> (String, String) {
        let mails = self.mails(tenant).await;
        let body = &mails.iter().find(|mail| mail.to == to).expect("no mail").body;
        let after = |mark: &str| body.split(mark).nth(1).unwrap().split_whitespace().next().unwrap().to_owned();
        (after("Your code: "), after("/invite/"))
    }

    /// Somebody who may open the portal, and no more.
    pub fn new_user(&self, email: &str) -> NewUser {
        let role = Some(RoleChoice { role: BASIC, scope: Scope::Own });
        NewUser { role, ..NewUser::with_email(UserId::new(self.clock.id()), Email::parse(email).unwrap()) }
    }

    pub fn prepare(&self, email: &str) -> Command {
        PrepareUser(NewUser { role: None, ..self.new_user(email) }).into()
    }

    /// Invites somebody as the owner, and gives its id.
    pub async fn invite(&self, owner: &mut Client, place: &Place, email: &str) -> UserId {
        let user = self.new_user(email);
        let id = user.id;
        owner.applied(place, InviteUser(user)).await;
        id
    }

    /// Invites somebody and accepts; gives its id and its client.
    pub async fn join(&self, owner: &mut Client, place: &Place, email: &str) -> (UserId, Client) {
        let user = self.invite(owner, place, email).await;
        (user, self.accept(place, email).await)
    }

    /// Accepts the newest invitation to an address, and gives the client of who did.
    pub async fn accept(&self, place: &Place, email: &str) -> Client {
        let (code, token) = self.newest_code(place.tenant, email).await;
        let mut client = self.client();
        let accept = json!({"code": code, "full_name": "Somebody", "password": PASSWORD});
        let answer = client.post(&format!("/api/v1/invitations/{token}/accept"), accept).await;
        assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
        client
    }

    pub fn envelope(&self, device: DeviceId, seq: u64, command: impl Into<Command>) -> Envelope {
        Envelope {
            device,
            seq: Seq(seq),
            id: CommandId::new(self.clock.id()),
            version: COMMAND_VERSION,
            claimed: self.clock.now(),
            command: command.into(),
            seen: None,
        }
    }

    pub fn device(&self) -> DeviceId {
        DeviceId::new(self.clock.id())
    }
}

fn serve(store: Arc<dyn Store>, clock: &Clock, database: &Database) -> (App, Runner, Router) {
    serve_with(store, clock, database, None, Limits::default())
}

fn serve_with(
    store: Arc<dyn Store>,
    clock: &Clock,
    database: &Database,
    mailer: Option<Mailer>,
    limits: Limits,
) -> (App, Runner, Router) {
    let mailer = mailer.unwrap_or_else(|| Mailer::Outbox(Outbox::inside(database.folder.path())));
    let options = Options { page: "http://rollcall.test".into(), shows_mail: true, limits, ..Options::default() };
    let server = Server::new(store, clock.clone(), mailer, options);
    let router = router(server.app.clone(), None);
    (server.app, server.runner, router)
}

/// A browser, or a program.
#[derive(Clone)]
pub struct Client {
    pub router: Router,
    pub cookie: Option<String>,
    /// The cookie by which it is known again.
    pub device: Option<String>,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: axum::http::HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or(Value::Null)
    }

    /// The status and the code of the problem.
    pub fn problem(&self) -> (u16, String) {
        assert_eq!(self.headers.get(header::CONTENT_TYPE).unwrap(), "application/problem+json", "{self:?}");
        let problem = self.json();
        assert_eq!(problem["status"], self.status.as_u16());
        let detail = problem["detail"].as_str().unwrap();
        assert!(detail.ends_with('.'), "{problem}");
        // What the catalogue has no words for is said as an error of the server's own.
        assert_eq!(detail.starts_with("Something went wrong"), problem["code"] == "internal", "{problem}");
        (self.status.as_u16(), problem["code"].as_str().unwrap().to_owned())
    }
}

impl Client {
    pub async fn send(&mut self, request: Request<Body>) -> Answer {
        let (mut parts, body) = request.into_parts();
        for cookie in self.cookie.iter().chain(&self.device) {
            parts.headers.append(header::COOKIE, cookie.parse().unwrap());
        }
        let response = self.router.clone().oneshot(Request::from_parts(parts, body)).await.unwrap();
        let (parts, body) = response.into_parts();
        for set in parts.headers.get_all(header::SET_COOKIE) {
            let set = set.to_str().unwrap().split(';').next().unwrap().to_owned();
            let kept = if set.contains("_device=") { &mut self.device } else { &mut self.cookie };
            *kept = Some(set);
        }
        let body = body.collect().await.unwrap().to_bytes().to_vec();
        Answer { status: parts.status, headers: parts.headers, body }
    }

    pub async fn get(&mut self, path: &str) -> Answer {
        self.send(Request::get(path).body(Body::empty()).unwrap()).await
    }

    pub async fn delete(&mut self, path: &str) -> Answer {
        self.send(Request::delete(path).body(Body::empty()).unwrap()).await
    }

    pub async fn post(&mut self, path: &str, body: Value) -> Answer {
        self.write(Method::POST, path, "application/json", serde_json::to_vec(&body).unwrap()).await
    }

    pub async fn write(&mut self, method: Method, path: &str, kind: &str, body: Vec<u8>) -> Answer {
        let request = Request::builder().method(method).uri(path).header(header::CONTENT_TYPE, kind);
        self.send(request.body(Body::from(body)).unwrap()).await
    }

    /// Asks anything. The body of a stream, which has no end, is left out.
    pub async fn head_of(&mut self, method: Method, path: &str, body: Option<Value>) -> Answer {
        if !path.ends_with("/live") {
            let body = body.map(|body| serde_json::to_vec(&body).unwrap()).unwrap_or_default();
            return self.write(method, path, "application/json", body).await;
        }
        let request = Request::get(path).header(header::COOKIE, self.cookie.clone().unwrap_or_default());
        let response = self.router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        let body =
            if parts.status.is_success() { Vec::new() } else { body.collect().await.unwrap().to_bytes().to_vec() };
        Answer { status: parts.status, headers: parts.headers, body }
    }

    /// Pushes and pulls, in the stored form.
    pub async fn sync(
        &mut self,
        place: &Place,
        device: DeviceId,
        cursor: Option<Cursor>,
        commands: Vec<Envelope>,
    ) -> SyncResponse {
        let answer = self.try_sync(place, device, cursor, commands).await;
        assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
        rollcall_core::record::decode(&answer.body).unwrap()
    }

    pub async fn try_sync(
        &mut self,
        place: &Place,
        device: DeviceId,
        cursor: Option<Cursor>,
        commands: Vec<Envelope>,
    ) -> Answer {
        let user = self.user_in(place).await.unwrap_or(place.owner);
        let request = SyncRequest { protocol: PROTOCOL_VERSION, user, device, cursor, commands, held: None };
        self.ask(place, &request).await
    }

    /// Sends a request to sync, in the stored form; any version of one.
    pub async fn ask(&mut self, place: &Place, request: &impl serde::Serialize) -> Answer {
        let path = format!("/api/v1/tenants/{}/sync", place.tenant);
        let body = rollcall_core::record::encode(request);
        self.write(Method::POST, &path, "application/octet-stream", body).await
    }

    /// Who this client is in an organisation.
    async fn user_in(&mut self, place: &Place) -> Option<UserId> {
        let session = self.get("/api/v1/session").await.json();
        let here = session["organisations"].as_array()?.iter().find(|o| o["tenant"] == json!(place.tenant))?;
        serde_json::from_value(here["user"].clone()).ok()
    }

    /// Has one command judged.
    pub async fn command(&mut self, place: &Place, command: impl Into<Command>) -> Outcome {
        let path = format!("/api/v1/tenants/{}/commands", place.tenant);
        let answer = self.post(&path, serde_json::to_value(command.into()).unwrap()).await;
        assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
        serde_json::from_slice::<Verdict>(&answer.body).unwrap().outcome
    }

    pub async fn applied(&mut self, place: &Place, command: impl Into<Command>) -> u64 {
        match self.command(place, command).await {
            Outcome::Applied { version } => version,
            other => panic!("{other:?}"),
        }
    }
}

/// A picture as large as one may be, with nothing in it that a compressor makes small.
pub fn picture(n: u32) -> Picture {
    let mut bytes = b"\xff\xd8\xff".to_vec();
    let noise = (0..).scan(n, |noise, _| {
        *noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        Some(noise.to_be_bytes()[0])
    });
    bytes.extend(noise.take(24 * 1024 - bytes.len()));
    Picture::parse(&bytes).unwrap()
}

/// The codes of a refusal; empty when it was applied.
pub fn codes(outcome: &Outcome) -> Vec<&'static str> {
    match outcome {
        Outcome::Applied { .. } => Vec::new(),
        Outcome::Refused { refusals } => refusals.iter().map(rollcall_core::Refusal::code).collect(),
        Outcome::Clashed => vec!["clashed"],
        Outcome::Merged { .. } => vec!["merged"],
    }
}
