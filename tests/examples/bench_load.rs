//! How long 16 clients at work wait while somebody attacks the server they work with: sign-in tries, half-open connections,
//! large bodies, answers that nobody reads. Everything happens inside this process and its machine, and ends after a minute.
//! Prints a JSON line per figure. Whoever attacks has an address of its own (127.0.0.2), as it has elsewhere.
#![expect(clippy::expect_used, reason = "a benchmark may end when what it builds itself is wrong")]

#[allow(dead_code, reason = "another benchmark uses the rest")]
#[path = "server_parts/client.rs"]
mod client;
#[path = "parts/names.rs"]
mod names;
#[path = "parts/organisation.rs"]
mod organisation;
#[allow(dead_code, reason = "another benchmark uses the rest")]
#[path = "server_parts/world.rs"]
mod world;

use client::Http;
use rollcall_core::{id::DeviceId, sync::Cursor};
use rollcall_server::limits::Limits;
use std::{
    io,
    net::{IpAddr, Ipv4Addr, SocketAddr},
    time::{Duration, Instant},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpSocket, TcpStream},
    task::JoinSet,
    time::{MissedTickBehavior, interval, sleep, timeout},
};
use world::{Place, World};

const CLIENTS: usize = 16;
/// How often each of them pushes a command.
const EVERY: Duration = Duration::from_millis(40);
/// How long each phase is measured.
const PHASE: Duration = Duration::from_secs(8);
/// How long an attack goes on before it is measured, and rests after it.
const SETTLE: Duration = Duration::from_secs(1);
const USERS: usize = 1_000;
/// Where attacks come from.
const ATTACKER: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::new(127, 0, 0, 2)), 0);
/// An attack's clients must not wait longer than so many times what they wait without it.
const AT_MOST: f64 = 3.0;

/// Sign-in tries a second, over so many connections.
const TRIES: u64 = 2_000;
const TRIERS: u64 = 8;
const HALF_OPEN: usize = 1_000;
const SENDERS: usize = 4;
const LARGE: usize = 8 * 1024 * 1024;
const SLOW_READERS: usize = 100;

fn main() {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("threads");
    runtime.block_on(async {
        let folder = tempfile::tempdir().expect("a folder");
        let world = World::new(None, folder.path(), Limits::default()).await;
        let (place, theirs) = (world.found("work").await, world.found("attack").await);
        world.fill(&place, USERS).await;
        world.fill(&theirs, 5 * USERS).await;
        let mut clients = Vec::new();
        for _ in 0..CLIENTS {
            clients.push(Client::begin(&world, &place).await);
        }
        // Once to warm up.
        measure(&world, &mut clients).await;
        let quiet = measure(&world, &mut clients).await;
        tell("quiet", quiet, None);
        let attacks: [(&str, Attack); 4] = [
            ("2,000 sign-in tries a second", sign_ins),
            ("1,000 half-open connections", half_open),
            ("bodies of 8 MiB without an end", bodies),
            ("100 clients that do not read", slow_readers),
        ];
        for (name, attack) in attacks {
            let attacking = attack(world.address, &theirs);
            sleep(SETTLE).await;
            let waited = measure(&world, &mut clients).await;
            drop(attacking);
            tell(name, waited, Some(quiet));
            sleep(SETTLE).await;
        }
    });
}

/// Somebody at work.
struct Client {
    http: Http,
    place: Place,
    device: DeviceId,
    cursor: Option<Cursor>,
    sent: u64,
}

impl Client {
    async fn begin(world: &World, place: &Place) -> Self {
        let (mut http, device) = (Http::open(world.address).await, world::device(&world.clock));
        let cursor = Some(http.sync(place, device, None, Vec::new()).await.cursor);
        Self { http, place: place.clone(), device, cursor, sent: 0 }
    }
}

/// Begins an attack on a server, by somebody who has an organisation there; it ends when it is dropped.
type Attack = fn(SocketAddr, &Place) -> JoinSet<()>;

/// How long pushes take, in milliseconds: the median, and the 99th of a hundred.
type Waited = (f64, f64);

async fn measure(world: &World, clients: &mut Vec<Client>) -> Waited {
    let mut working = JoinSet::new();
    for mut client in clients.drain(..) {
        let clock = world.clock.clone();
        working.spawn(async move {
            let (begun, mut times) = (Instant::now(), Vec::new());
            let mut turns = interval(EVERY);
            turns.set_missed_tick_behavior(MissedTickBehavior::Delay);
            while begun.elapsed() < PHASE {
                turns.tick().await;
                let command = world::envelopes(&clock, client.device, client.sent, 1);
                let start = Instant::now();
                let answer = client.http.sync(&client.place, client.device, client.cursor, command).await;
                times.push(start.elapsed().as_secs_f64() * 1e3);
                (client.cursor, client.sent) = (Some(answer.cursor), client.sent + 1);
            }
            (client, times)
        });
    }
    let mut all = Vec::new();
    while let Some(done) = working.join_next().await {
        let (client, times) = done.expect("a client");
        all.extend(times);
        clients.push(client);
    }
    all.sort_by(f64::total_cmp);
    let at = |part: f64| all.get((all.len() as f64 * part) as usize).copied().unwrap_or_default();
    (at(0.5), at(0.99))
}

async fn connect(address: SocketAddr) -> io::Result<TcpStream> {
    let socket = TcpSocket::new_v4()?;
    socket.bind(ATTACKER)?;
    socket.connect(address).await
}

/// Does it again and again, a little later when it failed.
async fn again_and_again<F: Future<Output = io::Result<()>>>(mut act: impl FnMut() -> F) {
    loop {
        if act().await.is_err() {
            sleep(Duration::from_millis(20)).await;
        }
    }
}

fn sign_ins(address: SocketAddr, _: &Place) -> JoinSet<()> {
    let body = r#"{"identifier":"ann@bench.io","password":"not the password"}"#;
    let request = format!(
        "POST /api/session HTTP/1.1\r\nhost: bench\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    );
    let try_on = move |request: String| async move {
        let (mut answers, mut tries) = connect(address).await?.into_split();
        // Answers are thrown away as they come.
        let reading = async move {
            let mut some = vec![0; 16 * 1024];
            while answers.read(&mut some).await? > 0 {}
            io::Result::Ok(())
        };
        let sending = async move {
            let mut turns = interval(Duration::from_micros(1_000_000 * TRIERS / TRIES));
            loop {
                turns.tick().await;
                tries.write_all(request.as_bytes()).await?;
            }
        };
        tokio::select! {
            ended = reading => ended,
            ended = sending => ended,
        }
    };
    (0..TRIERS)
        .map(|_| {
            again_and_again({
                let request = request.clone();
                move || try_on(request.clone())
            })
        })
        .collect()
}

fn half_open(address: SocketAddr, _: &Place) -> JoinSet<()> {
    let hold = move || async move {
        let mut socket = connect(address).await?;
        socket.write_all(b"GET / HTTP/1.1\r\nho").await?;
        socket.read_exact(&mut [0]).await.map(drop)
    };
    (0..HALF_OPEN).map(|_| again_and_again(hold)).collect()
}

fn bodies(address: SocketAddr, place: &Place) -> JoinSet<()> {
    let head = format!(
        "POST /api/tenants/{}/sync HTTP/1.1\r\nhost: bench\r\ncookie: {}\r\ncontent-type: application/json\r\n\
         content-length: {LARGE}\r\nconnection: close\r\n\r\n",
        place.tenant, place.cookie
    );
    let send = move |head: String| async move {
        let mut socket = connect(address).await?;
        socket.write_all(head.as_bytes()).await?;
        // A list that has no end: it is read to the last byte.
        socket.write_all(br#"{"protocol":3,"commands":["#).await?;
        let some = b"0,".repeat(32 * 1024);
        for _ in 0..LARGE / some.len() {
            socket.write_all(&some).await?;
        }
        let mut answer = Vec::new();
        timeout(PHASE, socket.read_to_end(&mut answer)).await?.map(drop)
    };
    (0..SENDERS)
        .map(|_| {
            again_and_again({
                let head = head.clone();
                move || send(head.clone())
            })
        })
        .collect()
}

fn slow_readers(address: SocketAddr, place: &Place) -> JoinSet<()> {
    let body = format!(
        r#"{{"protocol":3,"user":"{}","device":"{}","cursor":null,"commands":[],"held":null}}"#,
        place.owner,
        DeviceId::fixed(2)
    );
    let request = format!(
        "POST /api/tenants/{}/sync HTTP/1.1\r\nhost: bench\r\ncookie: {}\r\ncontent-type: application/json\r\n\
         content-length: {}\r\n\r\n{body}",
        place.tenant,
        place.cookie,
        body.len()
    );
    let ask = move |request: String| async move {
        let mut socket = connect(address).await?;
        // A view each time, of which nothing is read until the server gives up.
        socket.write_all(request.as_bytes()).await?;
        loop {
            sleep(SETTLE).await;
            socket.write_all(b" ").await?;
        }
    };
    (0..SLOW_READERS)
        .map(|_| {
            again_and_again({
                let request = request.clone();
                move || ask(request.clone())
            })
        })
        .collect()
}

fn tell(name: &str, (p50, p99): Waited, quiet: Option<Waited>) {
    let figure = |what: &str, value: f64, unit: &str| {
        println!(r#"{{"name":"load: {name}, {what}","value":{value:.2},"unit":"{unit}"}}"#)
    };
    figure("push of one command, p50", p50, "ms");
    figure("push of one command, p99", p99, "ms");
    if let Some((quiet_p50, quiet_p99)) = quiet {
        let times = (p50 / quiet_p50).max(p99 / quiet_p99);
        figure("times quiet, the worse of p50 and p99", times, "×");
        let within = if times <= AT_MOST { "within" } else { "MORE than" };
        println!("{name}: {within} {AT_MOST} times quiet");
    }
}
