//! How long the housekeeping holds the writer of an embedded database: the longest step over a log of a million rows and a
//! hundred thousand removed records; and how long others wait for the writer while a person is erased of whom the security log
//! has a hundred thousand notes, and while all that is open is ended after a restore. `cargo run --release -p rollcall-server --example house_steps`.

use rollcall_core::{
    Actor, Changes, Key, Timestamp,
    api::SecurityKind,
    command::DeleteUser,
    id::{CommandId, DeviceId, TenantId, UserId},
    time::Span,
    value::{Email, Slug},
};
use rollcall_server::{
    account::Token,
    clock::Clock,
    store::{
        self, Batch, Founding, LogRow, NewAccount, NewSession, Secret, SecurityNote, Step, StoreError, StoredPut,
        Whereabouts,
    },
};
use std::time::{Duration, Instant};

const ROWS: u64 = 1_000_000;
const REMOVED: u64 = 100_000;
const CHUNK: u64 = 10_000;
const NOTES: u64 = 100_000;
const SESSIONS: u64 = 20_000;
/// As many as the housekeeping takes in one step.
const STEP: u32 = 100;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    let store = store::open(None, folder.path()).await?;
    let clock = Clock::default();
    let (tenant, start) = (TenantId::new(clock.id()), Timestamp(1_700_000_000_000));
    let founding = Founding { slug: Slug::parse("north").map_err(|error| error.to_string())?, log_epoch: 1 };
    store.commit(&Batch { founding: Some(founding), version: 1, ..Batch::new(tenant, 0) }).await?;
    for chunk in 0..ROWS / CHUNK {
        let head = 1 + chunk * CHUNK;
        let mut batch = Batch { version: head + CHUNK, ..Batch::new(tenant, head) };
        for version in head + 1..=head + CHUNK {
            let user = UserId::new(clock.id());
            let at = start.after(Span(i64::try_from(version)?));
            let (id, command) = (CommandId::new(clock.id()), DeleteUser { user }.into());
            let (actor, device, changes) = (Actor::System, None, Changes::default());
            batch.log.push(LogRow { version, at, actor, device, id, command, changes });
            if version % (ROWS / REMOVED) == 0 {
                batch.puts.push(StoredPut { key: Key::User(user), version, record: None });
            }
        }
        store.commit(&batch).await?;
    }
    let end = start.after(Span::days(1));
    let began = Instant::now();
    store.raise_log_floor(tenant, end).await?;
    println!("raising the floor: {:?}", began.elapsed());
    for step in [Step::Tombstones(tenant), Step::Log(tenant)] {
        let (steps, rows, longest, all) = measure(&*store, step, end).await?;
        println!("{step:?}: {rows} rows in {steps} steps, the longest {longest:?}, on average {:?}", all / steps);
    }
    let user = UserId::new(clock.id());
    for chunk in 0..NOTES / CHUNK {
        let head = 1 + ROWS + chunk;
        let note = |n: u64| {
            // Half of them tell of an account that is gone.
            let (account, place) =
                if n.is_multiple_of(2) { (None, Some((tenant, user))) } else { (Some(clock.id()), None) };
            let whereabouts = Whereabouts { network: Some("192.0.2.7".into()), agent: Some("a browser".into()) };
            let (id, at, kind) = (clock.id(), clock.now(), SecurityKind::SignedIn);
            Secret::Note(SecurityNote { id, at, kind, account, place, whereabouts })
        };
        let secrets = (0..CHUNK).map(note).collect();
        store.commit(&Batch { version: head + 1, secrets, ..Batch::new(tenant, head) }).await?;
    }
    let waited = beside(&*store, &clock, async || store.erase_traces(tenant, user).await).await?;
    println!("erasing a person of {NOTES} notes: {waited}");
    let (email, password) = (Email::parse("ann@north.io").map_err(|error| error.to_string())?, String::new());
    let account = NewAccount { id: clock.id(), email, password, created: clock.now() };
    let head = 1 + ROWS + NOTES / CHUNK;
    let secrets = vec![Secret::OpenAccount(account.clone())];
    store.commit(&Batch { version: head + 1, secrets, ..Batch::new(tenant, head) }).await?;
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
    let waited = beside(&*store, &clock, async || store.end_everything_open().await).await?;
    println!("ending {SESSIONS} sessions: {waited}");
    store.close().await;
    Ok(())
}

async fn measure(
    store: &dyn store::Store,
    step: Step,
    before: Timestamp,
) -> Result<(u32, u64, Duration, Duration), StoreError> {
    let (mut steps, mut rows, mut longest, mut all) = (0, 0, Duration::ZERO, Duration::ZERO);
    loop {
        let began = Instant::now();
        let taken = store.clean(step, before, STEP).await?;
        let took = began.elapsed();
        (steps, rows, longest, all) = (steps + 1, rows + taken, longest.max(took), all + took);
        if taken < u64::from(STEP) {
            return Ok((steps, rows, longest, all));
        }
    }
}

/// How long others waited to write something small while work was done.
async fn beside(
    store: &dyn store::Store,
    clock: &Clock,
    work: impl AsyncFnOnce() -> Result<(), StoreError>,
) -> Result<String, StoreError> {
    let began = Instant::now();
    let (mut longest, mut writes) = (Duration::ZERO, 0);
    let others = async {
        loop {
            let begun = Instant::now();
            if let Err(error) = store.strike(&[1; 32], clock.now(), Span::days(1)).await {
                return error;
            }
            (longest, writes) = (longest.max(begun.elapsed()), writes + 1);
        }
    };
    tokio::select! {
        done = work() => done?,
        error = others => return Err(error),
    }
    Ok(format!("{:?}, others wrote {writes} times beside it, the longest wait was {longest:?}", began.elapsed()))
}
