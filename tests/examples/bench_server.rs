//! How fast the server takes commands over HTTP and tells of them, and how that grows with the organisation. Server and clients share this process and its cores. Prints a JSON line per figure.
//! Arguments are numbers of users; without any, 1,000, 10,000 and 100,000. With `ROLLCALL_BENCH_POSTGRES` set to the
//! address of a durable PostgreSQL (`postgres://user@host:port/postgres`; `cargo xtask bench` starts one), it is measured
//! too.
#![expect(clippy::expect_used, clippy::panic, reason = "a benchmark may end when what it builds itself is wrong")]

#[path = "server_parts/client.rs"]
mod client;
#[path = "server_parts/limit.rs"]
mod limit;
#[path = "parts/names.rs"]
mod names;
#[path = "parts/organisation.rs"]
mod organisation;
#[path = "server_parts/world.rs"]
mod world;

use client::Http;
use rollcall_core::sync::Update;
use rollcall_server::limits::{Limits, StreamLimits, WorkLimits};
use std::{
    path::Path,
    time::{Duration, Instant},
};
use world::{Place, World};

const CLIENTS: usize = 16;
const STREAMS: usize = 1_000;
/// Of who only reads.
const DEVICE: rollcall_core::id::DeviceId = rollcall_core::id::DeviceId::fixed(1);

fn main() {
    let sizes: Vec<usize> = std::env::args().skip(1).filter_map(|size| size.parse().ok()).collect();
    let sizes = if sizes.is_empty() { vec![1_000, 10_000, 100_000] } else { sizes };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("threads");
    runtime.block_on(async {
        let folder = tempfile::tempdir().expect("a folder");
        let world = World::new(None, folder.path(), unlimited()).await;
        tell("limit: SQLite alone, one row a transaction, one writer", limit::sqlite(folder.path()).await, "1/s");
        for (index, size) in sizes.into_iter().enumerate() {
            let place = world.found(&format!("org-{index}")).await;
            world.fill(&place, size).await;
            measure(&world, &place, size, index == 0).await;
        }
        if let Ok(url) = std::env::var("ROLLCALL_BENCH_POSTGRES") {
            postgres(&url, folder.path()).await;
        }
    });
}

/// One account does what thousands do elsewhere.
fn unlimited() -> Limits {
    let work = WorkLimits { commands: u32::MAX, bytes: u64::MAX, ..WorkLimits::default() };
    let streams = StreamLimits { user: usize::MAX, ..StreamLimits::default() };
    Limits { work, streams, ..Limits::default() }
}

async fn measure(world: &World, place: &Place, size: usize, first: bool) {
    let (rate, p99) = pushes(world, &[place], 6_000, 1).await;
    tell(&format!("SQLite, {size} users, pushes of one command, {CLIENTS} clients"), rate, "1/s");
    tell(&format!("SQLite, {size} users, pushes of one command, p99"), p99, "ms");
    let (rate, _) = pushes(world, &[place], 20_000, 100).await;
    tell(&format!("SQLite, {size} users, commands in pushes of 100, {CLIENTS} clients"), rate, "1/s");
    let mut http = Http::open(world.address).await;
    let whole = http.sync(place, DEVICE, None, Vec::new()).await;
    let Update::Snapshot(records) = &whole.update else { panic!("no snapshot") };
    let bytes = http.compressed(place).await;
    let users = records.iter().filter(|record| matches!(record, rollcall_core::Record::User(_))).count();
    tell(&format!("bytes per user on the wire, {size} users, first sync, brotli"), bytes as f64 / users as f64, "B");
    let mut times = Vec::new();
    for _ in 0..200 {
        let start = Instant::now();
        http.sync(place, DEVICE, Some(whole.cursor), Vec::new()).await;
        times.push(start.elapsed().as_secs_f64() * 1e3);
    }
    tell(&format!("sync without news, {size} users, median"), quantile(&mut times, 0.5), "ms");
    // Somebody pushes while others read everything.
    let readers: Vec<_> = (0..2)
        .map(|_| {
            let (address, place) = (world.address, place.clone());
            tokio::spawn(async move { Http::open(address).await.sync(&place, DEVICE, None, Vec::new()).await })
        })
        .collect();
    let (_, worst) = pushes_of(world, &[place], 200, 1, 1, 1.0).await;
    tell(&format!("longest push beside two first syncs, {size} users"), worst, "ms");
    for reader in readers {
        reader.await.expect("a snapshot");
    }
    if first {
        streams(world, place).await;
    }
}

/// So many commands in pushes of so many; commands a second, and the 99th of a hundred times in milliseconds.
async fn pushes(world: &World, places: &[&Place], commands: usize, together: usize) -> (f64, f64) {
    pushes_of(world, places, commands, together, CLIENTS, 0.99).await
}

async fn pushes_of(
    world: &World,
    places: &[&Place],
    commands: usize,
    together: usize,
    clients: usize,
    quantile_of: f64,
) -> (f64, f64) {
    let each = commands / clients / together;
    // All begin with what is there: a first sync is measured elsewhere.
    let mut known = Vec::with_capacity(places.len());
    let mut http = Http::open(world.address).await;
    for place in places {
        known.push(((*place).clone(), http.sync(place, DEVICE, None, Vec::new()).await.cursor));
    }
    let begin = Instant::now();
    let tasks: Vec<_> = (0..clients)
        .map(|client| {
            let (address, clock) = (world.address, world.clock.clone());
            // Every client has organisations of its own, where there are several.
            let places: Vec<_> = known.iter().skip(client % known.len()).step_by(clients).cloned().collect();
            tokio::spawn(async move {
                let mut http = Http::open(address).await;
                let mut devices: Vec<_> =
                    places.iter().map(|(_, cursor)| (world::device(&clock), 0, *cursor)).collect();
                let mut times = Vec::with_capacity(each);
                for n in 0..each {
                    let turn = n % places.len();
                    let (Some((place, _)), Some((device, seq, cursor))) = (places.get(turn), devices.get_mut(turn))
                    else {
                        panic!("no organisation")
                    };
                    let envelopes = world::envelopes(&clock, *device, *seq, together);
                    *seq += together as u64;
                    let start = Instant::now();
                    let answer = http.sync(place, *device, Some(*cursor), envelopes).await;
                    times.push(start.elapsed().as_secs_f64() * 1e3);
                    *cursor = answer.cursor;
                }
                times
            })
        })
        .collect();
    let mut times = Vec::new();
    for task in tasks {
        times.extend(task.await.expect("a client"));
    }
    let seconds = begin.elapsed().as_secs_f64();
    ((each * clients * together) as f64 / seconds, quantile(&mut times, quantile_of))
}

/// Many clients wait for news; how long until the last has them, and what each of them costs while it waits.
async fn streams(world: &World, place: &Place) {
    let before = resident();
    let mut live = Vec::with_capacity(STREAMS);
    for _ in 0..STREAMS {
        live.push(Http::live(world.address, place).await);
    }
    tokio::time::sleep(Duration::from_secs(1)).await;
    let cost = resident().saturating_sub(before) as f64 / STREAMS as f64 / 1e3;
    tell(&format!("memory per waiting stream, of {STREAMS}, both of its ends"), cost, "kB");
    let mut last = Vec::new();
    for _ in 0..7 {
        let mut waiting = Vec::with_capacity(STREAMS);
        for mut stream in live {
            waiting.push(tokio::spawn(async move {
                stream.event().await;
                (Instant::now(), stream)
            }));
        }
        let mut http = Http::open(world.address).await;
        let device = world::device(&world.clock);
        let start = Instant::now();
        http.sync(place, device, None, world::envelopes(&world.clock, device, 0, 1)).await;
        let mut latest = start;
        live = Vec::with_capacity(STREAMS);
        for task in waiting {
            let (at, stream) = task.await.expect("an event");
            latest = latest.max(at);
            live.push(stream);
        }
        last.push((latest - start).as_secs_f64() * 1e3);
        tokio::time::sleep(Duration::from_millis(300)).await;
    }
    let name = format!("push → seen by the last of {STREAMS} streams, median");
    tell(&name, quantile(&mut last, 0.5), "ms");
}

async fn postgres(url: &str, folder: &Path) {
    for (clients, organisations) in [(1, 1), (CLIENTS, 1), (CLIENTS, 100)] {
        let name = format!("limit: PostgreSQL alone, {clients} clients, {organisations} organisations");
        tell(&name, limit::postgres(url, clients, organisations).await, "1/s");
    }
    let world = World::new(Some(url), folder, unlimited()).await;
    let mut places = Vec::new();
    for n in 0..100 {
        places.push(world.found(&format!("org-{n}")).await);
    }
    let Some(one) = places.first() else { return };
    world.fill(one, 1_000).await;
    let (rate, p99) = pushes(&world, &[one], 6_000, 1).await;
    tell(&format!("PostgreSQL, one organisation, pushes of one command, {CLIENTS} clients"), rate, "1/s");
    tell("PostgreSQL, one organisation, pushes of one command, p99", p99, "ms");
    between_servers(&world, folder, one).await;
    let all: Vec<&Place> = places.iter().collect();
    let (rate, p99) = pushes(&world, &all, 6_000, 1).await;
    tell(&format!("PostgreSQL, 100 organisations, pushes of one command, {CLIENTS} clients"), rate, "1/s");
    tell("PostgreSQL, 100 organisations, pushes of one command, p99", p99, "ms");
}

/// How long until a client of another server on the same database hears of a commit. They share this process, and nothing
/// else: what one knows of the other comes through the database.
async fn between_servers(here: &World, folder: &Path, place: &Place) {
    let mut stream = Http::live(here.another(folder).await, place).await;
    let mut http = Http::open(here.address).await;
    let device = world::device(&here.clock);
    let mut cursor = http.sync(place, device, None, Vec::new()).await.cursor;
    let mut times = Vec::new();
    for seq in 0..50 {
        let start = Instant::now();
        let answer = http.sync(place, device, Some(cursor), world::envelopes(&here.clock, device, seq, 1)).await;
        stream.event().await;
        times.push(start.elapsed().as_secs_f64() * 1e3);
        cursor = answer.cursor;
    }
    tell("PostgreSQL, push to one server → seen by a stream of another, median", quantile(&mut times, 0.5), "ms");
    tell("PostgreSQL, push to one server → seen by a stream of another, longest", quantile(&mut times, 1.0), "ms");
}

fn quantile(values: &mut [f64], at: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    let place = ((values.len() as f64 * at) as usize).min(values.len().saturating_sub(1));
    values.get(place).copied().unwrap_or_default()
}

/// Resident memory of this process, in bytes (proc(5), statm).
fn resident() -> usize {
    let statm = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    statm.split_whitespace().nth(1).and_then(|pages| pages.parse::<usize>().ok()).unwrap_or_default() * 4096
}

fn tell(name: &str, value: f64, unit: &str) {
    println!(r#"{{"name":"server: {name}","value":{value},"unit":"{unit}"}}"#);
}
