//! How long the housekeeping holds the writer of an embedded database, of which there is one: the longest and the usual step
//! over a log of a million rows, a hundred thousand removed records and as many verdicts; and how long others wait for the
//! writer while a person is erased of whom the security log has a hundred thousand notes, and while all that is open is ended
//! after a restore. Prints a JSON line per figure.
#![expect(clippy::expect_used, reason = "a benchmark may end when what it builds itself is wrong")]

use rollcall_core::{
    Actor, Changes, Key, Timestamp,
    api::SecurityKind,
    command::DeleteUser,
    id::{CommandId, DeviceId, TenantId, UserId},
    sync::{Outcome, Seq, Verdict},
    time::Span,
    value::{Email, Slug},
};
use rollcall_server::{
    clock::Clock,
    identity::Token,
    store::{
        self, Batch, Commit, Founding, LogRow, NewAccount, NewSession, Secret, SecurityNote, Step, Store, StoreError,
        StoredPut, StoredVerdict, Whereabouts,
    },
};
use std::time::{Duration, Instant};

const ROWS: u64 = 1_000_000;
/// Removed records, and verdicts.
const SOME: u64 = 100_000;
/// That sent the commands.
const DEVICES: usize = 50;
const CHUNK: u64 = 10_000;
const NOTES: u64 = 100_000;
const SESSIONS: u64 = 20_000;
/// As many as the housekeeping takes in one step.
const STEP: u32 = 100;

#[tokio::main]
async fn main() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = store::open(None, folder.path()).await.expect("a store");
    let clock = Clock::default();
    run(&*store, &clock).await.expect("a database that works");
    store.close().await;
}

async fn run(store: &dyn Store, clock: &Clock) -> Result<(), StoreError> {
    let (tenant, user) = (TenantId::new(clock.id()), UserId::new(clock.id()));
    let start = Timestamp(1_700_000_000_000);
    let founding = Founding { slug: Slug::parse("north").expect("a name"), log_epoch: 1, by: None };
    commit(store, &Batch { founding: Some(founding), version: 1, ..Batch::new(tenant, 0) }).await?;
    let devices: Vec<DeviceId> = (0..DEVICES).map(|_| DeviceId::new(clock.id())).collect();
    for chunk in 0..ROWS / CHUNK {
        let head = 1 + chunk * CHUNK;
        let mut batch = Batch { version: head + CHUNK, ..Batch::new(tenant, head) };
        for version in head + 1..=head + CHUNK {
            let removed = UserId::new(clock.id());
            let at = start.after(Span(i64::try_from(version).unwrap_or_default()));
            let (id, command) = (CommandId::new(clock.id()), DeleteUser { user: removed }.into());
            let (actor, changes) = (Actor::System, Changes::default());
            batch.log.push(LogRow { version, at, actor, device: None, id, command, changes });
            if version % (ROWS / SOME) == 0 {
                batch.puts.push(StoredPut { key: Key::User(removed), version, record: None });
                let verdict = Verdict { seq: Seq(version), command: id, at, outcome: Outcome::Applied { version } };
                let device = devices.iter().cycle().nth(batch.verdicts.len()).copied();
                batch.verdicts.extend(device.map(|device| StoredVerdict { user, device, verdict }));
            }
        }
        commit(store, &batch).await?;
    }
    // Ids tell when they were made, which is now.
    let end = clock.now().after(Span::days(1));
    let begun = Instant::now();
    store.raise_log_floor(tenant, end).await?;
    store.raise_forgotten(tenant, end).await?;
    figure("raising both floors", begun.elapsed());
    for (name, step) in [
        ("removed records", Step::Tombstones(tenant)),
        ("the log", Step::Log(tenant)),
        ("verdicts", Step::Verdicts(tenant)),
    ] {
        steps(store, name, step, end).await?;
    }
    let mut head = 1 + ROWS;
    for _ in 0..NOTES / CHUNK {
        let note = |n: u64| {
            // Half of them tell of an account that is gone.
            let (account, place) =
                if n.is_multiple_of(2) { (None, Some((tenant, user))) } else { (Some(clock.id()), None) };
            let whereabouts = Whereabouts { network: Some("192.0.2.7".into()), agent: Some("a browser".into()) };
            let (id, at, kind) = (clock.id(), clock.now(), SecurityKind::SignedIn);
            Secret::Note(SecurityNote { id, at, kind, account, place, whereabouts })
        };
        let secrets = (0..CHUNK).map(note).collect();
        commit(store, &Batch { version: head + 1, forgotten: end, secrets, ..Batch::new(tenant, head) }).await?;
        head += 1;
    }
    let erasing = beside(store, clock, async || store.erase_traces(tenant, user).await).await?;
    figure("longest wait while a person is erased that has 100,000 notes", erasing);
    let (email, password) = (Email::parse("ann@north.io").expect("an address"), String::new());
    let account = NewAccount { id: clock.id(), email: Some(email), password, created: clock.now() };
    let secrets = vec![Secret::OpenAccount(account.clone())];
    commit(store, &Batch { version: head + 1, forgotten: end, secrets, ..Batch::new(tenant, head) }).await?;
    for _ in 0..SESSIONS {
        let session = NewSession {
            token: Token::random(clock.random(), 32).digest(),
            account: account.id,
            device: DeviceId::new(clock.id()),
            by: None,
            created: clock.now(),
            expires: clock.now().after(Span::days(1)),
            whereabouts: Whereabouts::default(),
            verified: String::new(),
        };
        store.open_session(&session).await?;
    }
    let ending = beside(store, clock, async || store.end_everything_open().await).await?;
    figure("longest wait while 20,000 sessions are ended after a restore", ending);
    Ok(())
}

async fn commit(store: &dyn Store, batch: &Batch) -> Result<(), StoreError> {
    assert_eq!(store.commit(batch).await?, Commit::Done, "nobody else commits");
    Ok(())
}

/// Does a chore to its end, and tells how long its steps held the writer: nobody else writes.
async fn steps(store: &dyn Store, name: &str, step: Step, before: Timestamp) -> Result<(), StoreError> {
    let mut times = Vec::new();
    loop {
        let begun = Instant::now();
        let taken = store.clean(step, before, STEP).await?;
        times.push(begun.elapsed());
        if taken < u64::from(STEP) {
            break;
        }
    }
    times.sort_unstable();
    let at = |part: usize| times.get(times.len() * part / 1_000).or(times.last()).copied().unwrap_or_default();
    println!("{name}: {} steps of {STEP} rows", times.len());
    figure(&format!("a step of {STEP} rows of {name}, median"), at(500));
    figure(&format!("a step of {STEP} rows of {name}, p99.9"), at(999));
    figure(&format!("a step of {STEP} rows of {name}, longest"), at(1_000));
    Ok(())
}

/// The longest that others waited to write something small while work was done.
async fn beside(
    store: &dyn Store,
    clock: &Clock,
    work: impl AsyncFnOnce() -> Result<(), StoreError>,
) -> Result<Duration, StoreError> {
    let mut longest = Duration::ZERO;
    let others = async {
        loop {
            let begun = Instant::now();
            if let Err(error) = store.strike(&[1; 32], clock.now(), Span::days(1)).await {
                return error;
            }
            longest = longest.max(begun.elapsed());
        }
    };
    tokio::select! {
        done = work() => done?,
        error = others => return Err(error),
    }
    Ok(longest)
}

fn figure(name: &str, time: Duration) {
    let millis = time.as_secs_f64() * 1e3;
    println!(r#"{{"name":"housekeeping: SQLite, {name}","value":{millis:.3},"unit":"ms"}}"#);
}
