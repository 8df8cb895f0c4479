//! How long 16 clients at work wait while somebody attacks the server they work with: sign-in tries, half-open connections,
//! large bodies, answers that nobody reads. Everything happens inside this process and its machine, and ends after two
//! minutes. The server has the threads that it has elsewhere, clients and attackers have one each; whoever attacks has an
//! address of its own (127.0.0.2). Prints a JSON line per figure.
#![expect(clippy::expect_used, reason = "a benchmark may end when what it builds itself is wrong")]

#[path = "load_parts/attack.rs"]
mod attack;
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

use attack::{ATTACKS, Came};
use client::Http;
use rollcall_core::{id::DeviceId, sync::Cursor};
use rollcall_server::limits::Limits;
use std::time::{Duration, Instant};
use tokio::{
    runtime::Builder,
    task::JoinSet,
    time::{MissedTickBehavior, interval, sleep},
};
use world::{Place, World};

const CLIENTS: usize = 16;
/// How often each of them pushes a command.
const EVERY: Duration = Duration::from_millis(40);
/// How long each phase is measured, from the first moment of the attack on.
const PHASE: Duration = Duration::from_secs(8);
/// How long the server rests after an attack.
const REST: Duration = Duration::from_secs(2);
const USERS: usize = 1_000;
/// An attack's clients must not wait longer than so many times what they wait without it.
const AT_MOST: f64 = 3.0;

fn main() {
    let server = Builder::new_multi_thread().enable_all().build().expect("threads");
    let folder = tempfile::tempdir().expect("a folder");
    let (world, place, theirs) = server.block_on(async {
        let world = World::new(None, folder.path(), Limits::default()).await;
        let place = world.found("work").await;
        world.fill(&place, USERS).await;
        let mut theirs = Vec::new();
        // What one attack used up is not missed by the next.
        for number in 0..ATTACKS.len() {
            let attacker = world.found(&format!("attack{number}")).await;
            world.fill(&attacker, 5 * USERS).await;
            theirs.push(attacker);
        }
        (world, place, theirs)
    });
    let sink = attack::sink();
    let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let mut clients = Vec::new();
        for _ in 0..CLIENTS {
            clients.push(Client::begin(&world, &place).await);
        }
        // Once to warm up.
        measure(&world, &mut clients).await;
        let quiet = measure(&world, &mut clients).await;
        tell("quiet", quiet);
        for (attack, theirs) in ATTACKS.iter().zip(&theirs) {
            let attacking = attack.begin(sink, theirs);
            let (_, beside) = measure(&world, &mut clients).await;
            attacking.end();
            let attacking = attack.begin(world.address, theirs);
            let waited = measure(&world, &mut clients).await;
            let Came { rate, share } = attacking.end();
            let name = attack.name;
            tell(name, waited);
            figure(name, "p99, times quiet", waited.1 / quiet.1, "×");
            figure(name, "p99 while a sink is attacked in the server's place", beside, "ms");
            figure(name, attack.counted, rate, "1/s");
            figure(name, "the attackers' own share of a core", 100.0 * share, "%");
            let within = if waited.1 <= AT_MOST * quiet.1 { "within" } else { "MORE than" };
            println!("{name}: {within} {AT_MOST} times quiet");
            sleep(REST).await;
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

fn tell(name: &str, (p50, p99): Waited) {
    figure(name, "push of one command, p50", p50, "ms");
    figure(name, "push of one command, p99", p99, "ms");
}

fn figure(name: &str, what: &str, value: f64, unit: &str) {
    println!(r#"{{"name":"load: {name}, {what}","value":{value:.2},"unit":"{unit}"}}"#);
}
