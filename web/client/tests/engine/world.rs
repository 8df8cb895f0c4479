//! A server in memory, as far as the protocol goes, and browsers that reach it over a network without faults.

use rollcall_client::{
    Engine, Status,
    simulated::{Answer, Connected, Edge, IdbError, Local, NoAnswer, Profile, Request, Sent, Step, Tab, World},
};
use rollcall_core::{
    Actor, Command, Context, Directory, Key, Timestamp,
    access::{Holding, view_epoch},
    api::{PROTOCOL_HEADER, Place, Problem, Session, TENANT_HEADER, tenant_in},
    command::{Edited, NewUser, PrepareUser, decide_edit},
    context::View,
    decide,
    id::{CommandId, DeviceId, TenantId, UserId},
    record::{decode, encode},
    sync::{
        Cursor, Envelope, Outcome, Seq, SyncRequest, SyncResponse, Update, Verdict, Work, delta, difference, snapshot,
    },
    value::{Email, OrganisationName, Slug},
};
use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    rc::Rc,
    time::Duration,
};
use tokio::sync::mpsc;

#[path = "../../../../core/tests/it/support/founding.rs"]
mod founding;

pub use founding::ANN;
const NOW: i64 = 1_800_000_000_000;

/// As much of a server as the protocol needs.
#[derive(Default)]
pub struct Server {
    pub directory: Directory,
    log: Vec<Vec<Key>>,
    verdicts: BTreeMap<(DeviceId, Seq), Verdict>,
    /// The commands that were done, each as often as it was.
    pub applied: Vec<CommandId>,
    /// What it answers instead, when it does: a status and a code; 0 when it can't be reached.
    pub says: Option<(u16, &'static str)>,
    /// How many seconds it asks to wait, then.
    pub retry_after: Option<u32>,
    /// What something else answers in its place: status, type, body.
    pub foreign: Option<(u16, &'static str, &'static str)>,
    /// It is from before servers marked their answers.
    pub older: bool,
    /// It cuts its answers off after so many bytes.
    pub cut: Option<usize>,
    /// What it was asked, each as its method and path, with what it answered.
    pub asked: Vec<(String, u16)>,
    /// Whom its session is of; none while nobody is signed in.
    pub session: Option<uuid::Uuid>,
    /// A view epoch that clients do not have.
    pub view_epoch: u64,
    /// It asks what clients hold, rather than send everything.
    pub asks: bool,
    /// What was sent last, by its name.
    pub told: Vec<&'static str>,
}

impl Server {
    fn answer(&mut self, request: Request) -> Option<Answer> {
        let owned = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        if let Some((status, kind, body)) = self.foreign {
            return Some(Answer { status, headers: vec![owned("content-type", kind)], body: body.into() });
        }
        let (status, kind, mut body) = match self.says {
            Some((0, _)) => return None,
            Some((status, code)) => self::problem(status, code),
            None if request.path == "/api/v1/session" => self.session(&request.method),
            None => {
                let request = decode(&request.body.unwrap().1).unwrap();
                (200, "application/octet-stream", encode(&self.sync(request)))
            }
        };
        let mut headers = vec![owned("content-type", kind)];
        if self.older {
            headers.push(owned("permissions-policy", "camera=(), geolocation=(), microphone=()"));
        } else {
            headers.push(owned(PROTOCOL_HEADER, "1"));
            headers.extend(tenant_in(&request.path).map(|tenant| owned(TENANT_HEADER, tenant)));
        }
        headers.extend(self.retry_after.map(|seconds| owned("retry-after", &seconds.to_string())));
        body.truncate(self.cut.unwrap_or(usize::MAX));
        Some(Answer { status, headers, body })
    }

    fn session(&mut self, method: &str) -> (u16, &'static str, Vec<u8>) {
        match (method, self.session) {
            ("DELETE", _) => {
                self.session = None;
                (200, "application/json", Vec::new())
            }
            (_, None) if self.older => problem(401, "signed_out"),
            (_, None) => (200, "application/json", b"null".to_vec()),
            (_, Some(account)) => (200, "application/json", serde_json::to_vec(&session(account)).unwrap()),
        }
    }

    fn sync(&mut self, request: SyncRequest) -> SyncResponse {
        let now = Timestamp(NOW);
        let context = Context { actor: Actor::User(request.user), now, view: View::Whole };
        let verdicts = request.commands.iter().map(|envelope| self.judge(&context, envelope)).collect();
        let holding = Holding::of_actor(&self.directory, &context).unwrap();
        let epoch = view_epoch(&holding) ^ self.view_epoch;
        let here = Cursor { log_epoch: 7, version: self.log.len() as u64, view_epoch: epoch };
        let missed = request.cursor.filter(|cursor| cursor.view_epoch == epoch);
        let missed = missed.and_then(|cursor| self.log.get(cursor.version as usize..));
        let (cursor, update, name) = match (missed, request.held, request.cursor) {
            (Some(missed), ..) => {
                (here, Update::Delta(delta(&self.directory, &holding, missed.iter().flatten().copied())), "delta")
            }
            (None, Some(held), _) => (here, difference(snapshot(&self.directory, &holding), &held), "difference"),
            (None, None, Some(cursor)) if self.asks => (cursor, Update::Stale, "stale"),
            _ => (here, Update::Snapshot(snapshot(&self.directory, &holding)), "snapshot"),
        };
        self.told.push(name);
        SyncResponse { cursor, user: request.user, now, verdicts, update }
    }

    fn judge(&mut self, context: &Context, envelope: &Envelope) -> Verdict {
        let (seq, id) = (envelope.seq, envelope.id);
        match self.verdicts.get(&(envelope.device, seq)) {
            Some(old) if old.command == id => return old.clone(),
            Some(_) => return Verdict { seq, command: id, at: context.now, outcome: Outcome::Clashed },
            None => {}
        }
        if let Some(old) = self.verdicts.values().find(|old| old.command == id) {
            return Verdict { seq, ..old.clone() };
        }
        let outcome = match decide_edit(&self.directory, context, &envelope.command, envelope.seen.as_ref()) {
            Ok(Edited { decision, kept, .. }) => {
                self.directory.apply(&decision.changes);
                self.log.push(decision.changes.keys().collect());
                self.applied.push(id);
                Outcome::of_edit(self.log.len() as u64, kept)
            }
            Err(refusals) => Outcome::Refused { refusals },
        };
        let verdict = Verdict { seq, command: id, at: context.now, outcome };
        self.verdicts.insert((envelope.device, seq), verdict.clone());
        verdict
    }
}

/// A world in which nothing goes wrong by itself.
#[derive(Default)]
pub struct Calm {
    pub server: RefCell<Server>,
    drawn: Cell<u64>,
    /// No transaction that writes is committed.
    pub full: Cell<bool>,
    /// Streams are refused, and how often they were asked for.
    pub refuses_streams: Cell<bool>,
    pub streams: Cell<usize>,
    /// Streams are opened, and make room for another device's at once: for so long.
    pub again: Cell<Option<Duration>>,
}

impl Calm {
    pub fn new() -> Rc<Self> {
        let mut server = Server::default();
        let context = Context { actor: Actor::System, now: Timestamp(NOW), view: View::Whole };
        let decision = decide(&server.directory, &context, &founding::founding(Vec::new()).into()).unwrap();
        server.directory.apply(&decision.changes);
        Rc::new(Self { server: RefCell::new(server), drawn: Cell::new(1), ..Self::default() })
    }

    pub fn profile(self: &Rc<Self>) -> Profile {
        Profile::new(1, self.clone())
    }

    /// What the server says instead of syncing, if anything.
    pub fn says(&self, says: Option<(u16, &'static str)>) {
        self.server.borrow_mut().says = says;
    }
}

impl World for Calm {
    fn now(&self) -> Timestamp {
        Timestamp(NOW)
    }
    fn random(&self) -> u64 {
        self.drawn
            .set(self.drawn.get().wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407));
        self.drawn.get()
    }
    fn takes(&self, _: Step) -> Duration {
        Duration::from_millis(1)
    }
    fn edge(&self, _: &Tab, edge: Edge) -> Result<(), IdbError> {
        if self.full.get() && edge == Edge::Commit { Err(IdbError::Full) } else { Ok(()) }
    }
    fn loses_message(&self) -> bool {
        false
    }
    fn fetch(&self, _: &Tab, request: Request) -> Local<Result<Answer, NoAnswer>> {
        let mut server = self.server.borrow_mut();
        let asked = format!("{} {}", request.method, request.path);
        let answer = server.answer(request);
        server.asked.push((asked, answer.as_ref().map_or(0, |answer| answer.status)));
        Box::pin(async move {
            tokio::time::sleep(Duration::from_millis(5)).await;
            answer.ok_or(NoAnswer)
        })
    }
    fn connect(&self, _: &Tab, _: &str) -> Local<Connected> {
        self.streams.set(self.streams.get() + 1);
        let connected = match self.again.get() {
            _ if self.refuses_streams.get() => Connected::Refused,
            None => Connected::Unreachable,
            Some(again) => {
                let (events, heard) = mpsc::unbounded_channel();
                let data = format!("{{\"version\":0,\"again\":{}}}", again.as_secs());
                events.send(Sent { name: "version".to_owned(), data, retry: Some(again) }).unwrap();
                Connected::Stream(heard)
            }
        };
        Box::pin(async move { connected })
    }
}

fn problem(status: u16, code: &str) -> (u16, &'static str, Vec<u8>) {
    let problem = Problem { status, code: code.to_owned(), ..Problem::default() };
    (status, "application/problem+json", serde_json::to_vec(&problem).unwrap())
}

/// An account's session, in the one organisation.
pub fn session(account: uuid::Uuid) -> Session {
    Session {
        account,
        email: Email::parse("ann@example.com").ok(),
        organisations: vec![place()],
        without_portal: Vec::new(),
        by_another_identifier: Vec::new(),
        new_password_needed: Vec::new(),
        unavailable: Vec::new(),
    }
}

/// Ann's account.
pub const ACCOUNT: uuid::Uuid = uuid::Uuid::from_u128(0xACC0);

pub fn place() -> Place {
    let slug = Slug::parse("example").unwrap();
    Place { tenant: TenantId::fixed(1), user: ANN, slug, name: OrganisationName::parse("Example").unwrap() }
}

pub fn prepare(id: u128, address: &str) -> Command {
    PrepareUser(NewUser::with_email(UserId::fixed(id), Email::parse(address).unwrap())).into()
}

/// The work in a file of unsynced work.
pub fn work_in(file: &str) -> Work {
    let file: serde_json::Value = serde_json::from_str(file).unwrap();
    let digits = file["work"].as_str().unwrap();
    let byte = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).unwrap();
    decode(&(0..digits.len()).step_by(2).map(byte).collect::<Vec<_>>()).unwrap()
}

/// Bytes as they stand in such a file.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Opens the directory in a new tab.
pub async fn open(profile: &Profile) -> (Tab, Engine) {
    open_as(profile, place(), ACCOUNT).await
}

/// Opens an organisation's directory in a new tab, as an account.
pub async fn open_as(profile: &Profile, place: Place, account: uuid::Uuid) -> (Tab, Engine) {
    let tab = profile.open_tab();
    tab.show(true);
    let opened = tab.call(async move { Engine::open(&place, account).await });
    (tab, opened.await.unwrap().unwrap())
}

/// A world, and a tab in it that has everything.
pub async fn synced() -> (Rc<Calm>, Profile, Tab, Engine) {
    let world = Calm::new();
    let profile = world.profile();
    let (tab, engine) = open(&profile).await;
    until(&engine, "synced", |status| status.ready).await;
    (world, profile, tab, engine)
}

/// Has a tab take a command; panics when it does not.
pub async fn issue(tab: &Tab, engine: &Engine, id: u128) {
    let engine = engine.clone();
    let command = prepare(id, &format!("u{id}@x.io"));
    tab.call(async move { engine.issue(command).await }).await.unwrap().unwrap();
}

/// Waits until the engine is as wanted; the time is simulated, and no answer takes longer than this.
pub async fn until(engine: &Engine, what: &str, wanted: impl Fn(&Status) -> bool) {
    for _ in 0..600 {
        if wanted(&engine.status()) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("never: {what}; {:?}", engine.status());
}

/// How many records are in view.
pub fn seen(engine: &Engine) -> usize {
    engine.with(|replica| replica.view().len())
}

/// How many rows are stored, in an object store of a profile's only database.
pub fn stored(profile: &Profile, store: &str) -> usize {
    let names = profile.database_names();
    assert_eq!(names.len(), 1, "{names:?}");
    profile.rows(&names[0], store).len()
}

/// Runs a test in a world's one thread, with simulated time.
pub fn simulate(test: impl Future<Output = ()>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
    tokio::task::LocalSet::new().block_on(&runtime, test);
}
