//! The real process under fire: it is killed while clients push, its database is, or its disk is full; and every
//! acknowledged command is there once.

use crate::{
    cluster::Cluster,
    database::postgres_url,
    program::{Running, found},
    world::PASSWORD,
};
use rollcall_core::{
    command::{COMMAND_VERSION, NewUser, PrepareUser},
    id::{CommandId, DeviceId, UserId},
    record,
    sync::{Envelope, Outcome, PROTOCOL_VERSION, Seq, SyncRequest, SyncResponse, Update, Verdict},
    value::Email,
};
use rollcall_server::clock::Clock;
use std::{
    collections::BTreeMap,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::Duration,
};

const CLIENTS: usize = 4;
/// Commands per request.
const TOGETHER: u64 = 3;
/// Acknowledged commands before each kill.
const ENOUGH: usize = 60;

/// Somebody who is signed in over the network.
#[derive(Clone)]
pub struct Client {
    http: reqwest::Client,
    address: String,
    cookie: String,
    pub tenant: String,
    user: UserId,
}

/// Signs in as the owner of the organisation that was founded.
pub async fn sign_in(address: &str) -> Client {
    let http = reqwest::Client::builder().no_proxy().timeout(Duration::from_secs(30)).build().unwrap();
    let body = serde_json::json!({"identifier": "ann@north.io", "password": PASSWORD});
    let answer = http.post(format!("{address}/api/v1/session")).json(&body).send().await.unwrap();
    let cookie = answer.headers()["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned();
    let session: serde_json::Value = answer.json().await.unwrap();
    let tenant = session["organisations"][0]["tenant"].as_str().unwrap().to_owned();
    let user = session["organisations"][0]["user"].as_str().unwrap().parse().unwrap();
    Client { http, address: address.to_owned(), cookie, tenant, user }
}

impl Client {
    pub async fn get(&self, path: &str) -> reqwest::Response {
        self.http.get(format!("{}{path}", self.address)).header("cookie", &self.cookie).send().await.unwrap()
    }

    /// Pushes and pulls; none when the server went away, or said that it can't for now.
    async fn sync(&self, device: DeviceId, commands: Vec<Envelope>) -> Option<SyncResponse> {
        let request =
            SyncRequest { protocol: PROTOCOL_VERSION, user: self.user, device, cursor: None, commands, held: None };
        let answer = self
            .http
            .post(format!("{}/api/v1/tenants/{}/sync", self.address, self.tenant))
            .header("cookie", &self.cookie)
            .header("content-type", "application/octet-stream")
            .body(record::encode(&request))
            .send()
            .await
            .ok()?;
        if answer.status().is_server_error() {
            return None;
        }
        assert_eq!(answer.status(), 200);
        let body = answer.bytes().await.ok()?;
        Some(record::decode(&body).unwrap())
    }
}

/// A device: what it sent, and what it was told.
struct Device {
    id: DeviceId,
    sent: Vec<Envelope>,
    told: BTreeMap<Seq, Verdict>,
}

impl Device {
    fn new(clock: &Clock) -> Self {
        Self { id: DeviceId::new(clock.id()), sent: Vec::new(), told: BTreeMap::new() }
    }

    fn next(&mut self, clock: &Clock) {
        let seq = Seq(self.sent.len() as u64 + 1);
        let email = Email::parse(&format!("u{}.{}@x.io", seq.0, self.id)).unwrap();
        let command = PrepareUser(NewUser::with_email(UserId::new(clock.id()), email)).into();
        let (id, claimed) = (CommandId::new(clock.id()), clock.now());
        self.sent.push(Envelope { device: self.id, seq, id, version: COMMAND_VERSION, claimed, command, seen: None });
    }

    /// What has no verdict yet, as many new commands included as go together.
    fn waiting(&mut self, clock: &Clock) -> Vec<Envelope> {
        let waiting: Vec<_> = self.sent.iter().filter(|e| !self.told.contains_key(&e.seq)).cloned().collect();
        if !waiting.is_empty() {
            return waiting;
        }
        for _ in 0..TOGETHER {
            self.next(clock);
        }
        self.waiting(clock)
    }

    /// Pushes until told to stop, oldest first, and never the next before the last was answered.
    async fn push(&mut self, client: &Client, clock: &Clock, load: &Counts) {
        while !load.stop.load(Ordering::Relaxed) {
            let waiting = self.waiting(clock);
            let Some(answer) = client.sync(self.id, waiting).await else {
                load.failed.fetch_add(1, Ordering::Relaxed);
                tokio::time::sleep(Duration::from_millis(20)).await;
                continue;
            };
            load.acknowledged.fetch_add(answer.verdicts.len(), Ordering::Relaxed);
            for verdict in answer.verdicts {
                let before = self.told.insert(verdict.seq, verdict.clone());
                assert!(before.is_none_or(|before| before == verdict));
            }
        }
    }
}

/// How the load is doing.
#[derive(Default)]
struct Counts {
    stop: AtomicBool,
    acknowledged: AtomicUsize,
    failed: AtomicUsize,
}

/// Clients that push without a pause, each on a device of its own.
struct Load {
    counts: Arc<Counts>,
    tasks: Vec<tokio::task::JoinHandle<Device>>,
}

impl Load {
    fn start(client: &Client, devices: Vec<Device>, clock: &Clock) -> Self {
        let counts = Arc::new(Counts::default());
        let run = |mut device: Device| {
            let (client, clock, counts) = (client.clone(), clock.clone(), counts.clone());
            tokio::spawn(async move {
                device.push(&client, &clock, &counts).await;
                device
            })
        };
        Self { tasks: devices.into_iter().map(run).collect(), counts }
    }

    /// Waits for so many more acknowledged commands.
    async fn acknowledges(&self, more: usize) {
        more_of(&self.counts.acknowledged, more, "commands were acknowledged").await;
    }

    /// Waits for so many more failed requests.
    async fn fails(&self, more: usize) {
        more_of(&self.counts.failed, more, "requests failed").await;
    }

    async fn stop(self) -> Vec<Device> {
        self.counts.stop.store(true, Ordering::Relaxed);
        let mut devices = Vec::new();
        for task in self.tasks {
            devices.push(task.await.unwrap());
        }
        devices
    }
}

async fn more_of(count: &AtomicUsize, more: usize, what: &str) {
    let enough = count.load(Ordering::Relaxed) + more;
    let reached = async {
        while count.load(Ordering::Relaxed) < enough {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    let reached = tokio::time::timeout(Duration::from_secs(120), reached).await;
    assert!(reached.is_ok(), "only {} {what}, not {enough}", count.load(Ordering::Relaxed));
}

fn devices(clock: &Clock) -> Vec<Device> {
    (0..CLIENTS).map(|_| Device::new(clock)).collect()
}

/// Asks again for every verdict, and counts what is there.
async fn each_is_there_once(client: &Client, devices: &[Device]) {
    let mut versions = Vec::new();
    let mut sent = 0;
    for device in devices {
        sent += device.sent.len();
        let answer = client.sync(device.id, device.sent.clone()).await.unwrap();
        assert_eq!(answer.verdicts.len(), device.sent.len());
        for verdict in answer.verdicts {
            if let Some(told) = device.told.get(&verdict.seq) {
                assert_eq!(*told, verdict, "what was acknowledged stands");
            }
            match verdict.outcome {
                Outcome::Applied { version } => versions.push(version),
                other => panic!("{other:?}"),
            }
        }
    }
    let count = versions.len();
    versions.sort_unstable();
    versions.dedup();
    assert_eq!((versions.len(), count), (sent, sent), "each was applied in a version of its own");
    let whole = client.sync(devices[0].id, vec![]).await.unwrap();
    let Update::Snapshot(records) = whole.update else { panic!() };
    let users = records.iter().filter(|record| matches!(record, rollcall_core::Record::User(_))).count();
    assert_eq!(users, sent + 1, "each once, and the owner");
    assert_eq!(whole.cursor.version, sent as u64 + 1);
}

async fn killed_under_load(database: Option<String>) {
    let folder = tempfile::tempdir().unwrap();
    let said = found(folder.path(), database.as_deref(), "north");
    assert!(said.status.success(), "{said:?}");
    let clock = Clock::default();
    let mut devices = devices(&clock);
    for _ in 0..3 {
        let mut server = Running::start(folder.path(), database.as_deref());
        let client = sign_in(&server.address).await;
        let load = Load::start(&client, devices, &clock);
        load.acknowledges(ENOUGH).await;
        // SIGKILL: no chance to write anything.
        server.child.kill().unwrap();
        load.fails(1).await;
        devices = load.stop().await;
    }
    let server = Running::start(folder.path(), database.as_deref());
    each_is_there_once(&sign_in(&server.address).await, &devices).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sqlite_killed_under_load_keeps_every_acknowledged_command_once() {
    killed_under_load(None).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn postgres_killed_under_load_keeps_every_acknowledged_command_once() {
    killed_under_load(Some(postgres_url().await)).await;
}

/// The server lives through it, and goes on by itself once the database is back.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_killed_under_load_keeps_every_acknowledged_command_once() {
    let folder = tempfile::tempdir().unwrap();
    let mut cluster = Cluster::start();
    let url = cluster.url();
    let said = found(folder.path(), Some(&url), "north");
    assert!(said.status.success(), "{said:?}");
    let clock = Clock::default();
    let server = Running::start(folder.path(), Some(&url));
    let client = sign_in(&server.address).await;
    let load = Load::start(&client, devices(&clock), &clock);
    for _ in 0..2 {
        load.acknowledges(ENOUGH).await;
        cluster.kill();
        load.fails(1).await;
        cluster.again();
    }
    load.acknowledges(ENOUGH).await;
    let devices = load.stop().await;
    each_is_there_once(&client, &devices).await;
}

/// Files of the process may not grow any further, as on a full disk: it answers that it can't and goes on reading; with
/// room again it goes on writing, and what it acknowledged is there.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_disk_under_load_keeps_every_acknowledged_command_once() {
    let folder = tempfile::tempdir().unwrap();
    assert!(found(folder.path(), None, "north").status.success());
    let clock = Clock::default();
    let server = Running::start_with_room(folder.path(), 1_500_000);
    let client = sign_in(&server.address).await;
    let load = Load::start(&client, devices(&clock), &clock);
    load.acknowledges(ENOUGH).await;
    load.fails(CLIENTS).await;
    let read = client.sync(DeviceId::new(clock.id()), vec![]).await.expect("it can still be read");
    assert!(matches!(read.update, Update::Snapshot(records) if records.len() > ENOUGH));
    server.give_room();
    load.acknowledges(ENOUGH).await;
    let devices = load.stop().await;
    drop(server);
    let server = Running::start(folder.path(), None);
    each_is_there_once(&sign_in(&server.address).await, &devices).await;
}
