//! A server on a free port of this machine, organisations in it, and commands for them.

use crate::{
    client::Http,
    names::{FIRST, LAST},
    organisation::organisation,
};
use rollcall_core::{
    command::{COMMAND_VERSION, FoundOrganisation, NewUser, PrepareUser},
    id::{CommandId, DeviceId, TenantId, UserId},
    model::Profile,
    sync::{Envelope, Seq},
    time::Span,
    value::{Email, FullName},
};
use rollcall_server::{
    clock::Clock,
    connections,
    http::{App, Options, router},
    identity::{Token, cookie_name},
    limits::Limits,
    outbound::mail::{Mailer, Outbox},
    serve::Server,
    store::{self, NewAccount, NewSession, Secret, Whereabouts},
};
use std::{
    net::SocketAddr,
    path::Path,
    sync::atomic::{AtomicUsize, Ordering},
};

static NEXT: AtomicUsize = AtomicUsize::new(1);

/// One server.
pub struct World {
    pub address: SocketAddr,
    pub clock: Clock,
    app: App,
    account: NewAccount,
    database: Option<String>,
    limits: Limits,
}

/// An organisation, and its owner's session.
#[derive(Clone)]
pub struct Place {
    pub tenant: TenantId,
    pub owner: UserId,
    pub cookie: String,
}

impl World {
    /// On a new database, with one account signed in.
    pub async fn new(postgres: Option<&str>, folder: &Path, limits: Limits) -> Self {
        let clock = Clock::default();
        let mut database = None;
        if let Some(url) = postgres {
            let name = format!("rollcall_bench_{}", clock.now().0);
            database = Some(store::create_database(url, &name).await.expect("a database"));
        }
        let (app, address) = serve(database.as_deref(), folder, &clock, &limits).await;
        let email = Email::parse("ann@bench.io").expect("an address");
        // Nobody signs in with a password here.
        let account = NewAccount { id: clock.id(), email: Some(email), password: String::new(), created: clock.now() };
        Self { address, clock, app, account, database, limits }
    }

    /// Where another server listens, on the same database.
    pub async fn another(&self, folder: &Path) -> SocketAddr {
        serve(self.database.as_deref(), folder, &self.clock, &self.limits).await.1
    }

    /// An organisation that the account owns.
    pub async fn found(&self, slug: &str) -> Place {
        let (tenant, owner) = (TenantId::new(self.clock.id()), UserId::new(self.clock.id()));
        let command = FoundOrganisation {
            organisation: organisation(tenant, slug),
            owner,
            owner_email: self.account.email.clone().expect("an address"),
            owner_name: FullName::parse("Ann Bench").expect("a name"),
            licences: Vec::new(),
        };
        let link = Secret::Link { account: self.account.id, user: owner, at: self.clock.now(), verified: None };
        let secrets = vec![Secret::OpenAccount(self.account.clone()), link];
        self.app.tenants.found(command, secrets, Vec::new()).await.expect("an organisation");
        // An account has a session only once it is there.
        let token = Token::random(self.clock.random(), 32);
        let (device, created) = (device(&self.clock), self.clock.now().after(Span(1)));
        let expires = created.after(Span::days(1));
        let whereabouts = Whereabouts::default();
        let session = NewSession {
            token: token.digest(),
            account: self.account.id,
            device,
            by: None,
            created,
            expires,
            whereabouts,
            verified: String::new(),
        };
        assert!(self.app.store.open_session(&session).await.expect("a session"), "the session was not opened");
        Place { tenant, owner, cookie: format!("{}={}", cookie_name(false), token.expose()) }
    }

    /// Gives an organisation so many users.
    pub async fn fill(&self, place: &Place, users: usize) {
        let mut http = Http::open(self.address).await;
        let (device, mut cursor) = (device(&self.clock), None);
        for begun in (0..users).step_by(1_000) {
            let some = envelopes(&self.clock, device, begun as u64, (users - begun).min(1_000));
            cursor = Some(http.sync(place, device, cursor, some).await.cursor);
        }
    }
}

/// A server on this database, or on SQLite in the folder; and where it listens.
async fn serve(database: Option<&str>, folder: &Path, clock: &Clock, limits: &Limits) -> (App, SocketAddr) {
    let store = store::open(database, folder).await.expect("a store");
    let mailer = Mailer::Outbox(Outbox::inside(folder));
    let connections = limits.connections;
    let options = Options { limits: limits.clone(), ..Options::default() };
    let app = Server::new(store, clock.clone(), mailer, options).app;
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let serving = connections::serve(listener, router(app.clone(), None), connections, false, app.stop.subscribe());
    tokio::spawn(serving);
    (app, address)
}

pub fn device(clock: &Clock) -> DeviceId {
    DeviceId::new(clock.id())
}

/// So many new users, numbered after `last`.
pub fn envelopes(clock: &Clock, device: DeviceId, last: u64, count: usize) -> Vec<Envelope> {
    let envelope = |seq: u64| {
        // As unlike each other as people are: the number goes through the whole process.
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let pick = |list: &[&'static str], at: usize| list.get(at % list.len()).copied().unwrap_or_default();
        let (first, family) = (pick(&FIRST, number), pick(&LAST, number / FIRST.len()));
        let address =
            format!("{}{number}@example.com", first.to_ascii_lowercase().replace(|c: char| !c.is_ascii(), ""));
        let profile = Profile { full_name: FullName::parse(&format!("{first} {family}")).ok(), ..Profile::default() };
        let email = Email::parse(&address).expect("an address");
        let user = NewUser { profile, ..NewUser::with_email(UserId::new(clock.id()), email) };
        let command = PrepareUser(user).into();
        let (id, claimed) = (CommandId::new(clock.id()), clock.now());
        Envelope { device, seq: Seq(seq), id, version: COMMAND_VERSION, claimed, command, seen: None }
    };
    (last + 1..=last + count as u64).map(envelope).collect()
}
