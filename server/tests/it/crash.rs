//! The real process under fire: killed while clients push, started again, and every acknowledged command is there once.

use crate::{
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
        atomic::{AtomicUsize, Ordering},
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
    let body = serde_json::json!({"email": "ann@north.io", "password": PASSWORD});
    let answer = http.post(format!("{address}/api/session")).json(&body).send().await.unwrap();
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

    /// Pushes and pulls; none when the server went away.
    async fn sync(&self, device: DeviceId, commands: Vec<Envelope>) -> Option<SyncResponse> {
        let request =
            SyncRequest { protocol: PROTOCOL_VERSION, user: self.user, device, cursor: None, commands, held: None };
        let answer = self
            .http
            .post(format!("{}/api/tenants/{}/sync", self.address, self.tenant))
            .header("cookie", &self.cookie)
            .header("content-type", "application/octet-stream")
            .body(record::encode(&request))
            .send()
            .await
            .ok()?;
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
        self.sent.push(Envelope { device: self.id, seq, id, version: COMMAND_VERSION, claimed, command });
    }

    /// Pushes until the server goes away, oldest first, and never the next before the last was answered.
    async fn push(&mut self, client: &Client, clock: &Clock, acknowledged: &AtomicUsize) {
        loop {
            for _ in 0..TOGETHER {
                self.next(clock);
            }
            let waiting: Vec<_> = self.sent.iter().filter(|e| !self.told.contains_key(&e.seq)).cloned().collect();
            let Some(answer) = client.sync(self.id, waiting).await else { return };
            acknowledged.fetch_add(answer.verdicts.len(), Ordering::Relaxed);
            for verdict in answer.verdicts {
                let before = self.told.insert(verdict.seq, verdict.clone());
                assert!(before.is_none_or(|before| before == verdict));
            }
        }
    }
}

async fn killed_under_load(database: Option<String>) {
    let folder = tempfile::tempdir().unwrap();
    let said = found(folder.path(), database.as_deref(), "north");
    assert!(said.status.success(), "{said:?}");
    let clock = Clock::default();
    let mut devices: Vec<Device> = (0..CLIENTS).map(|_| Device::new(&clock)).collect();
    for _ in 0..3 {
        let mut server = Running::start(folder.path(), database.as_deref());
        let client = sign_in(&server.address).await;
        let acknowledged = Arc::new(AtomicUsize::new(0));
        let tasks: Vec<_> = std::mem::take(&mut devices)
            .into_iter()
            .map(|mut device| {
                let (client, clock, acknowledged) = (client.clone(), clock.clone(), acknowledged.clone());
                tokio::spawn(async move {
                    device.push(&client, &clock, &acknowledged).await;
                    device
                })
            })
            .collect();
        let reached = async {
            while acknowledged.load(Ordering::Relaxed) < ENOUGH {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(Duration::from_secs(60), reached).await.expect("too slow");
        // SIGKILL: no chance to write anything.
        server.child.kill().unwrap();
        for task in tasks {
            devices.push(task.await.unwrap());
        }
    }
    let server = Running::start(folder.path(), database.as_deref());
    let client = sign_in(&server.address).await;
    let mut versions = Vec::new();
    let mut sent = 0;
    for device in &devices {
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

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sqlite_killed_under_load_keeps_every_acknowledged_command_once() {
    killed_under_load(None).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn postgres_killed_under_load_keeps_every_acknowledged_command_once() {
    killed_under_load(Some(postgres_url().await)).await;
}
