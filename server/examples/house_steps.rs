//! How long the housekeeping holds the writer of an embedded database: the longest step over a log of a million rows and a
//! hundred thousand removed records. `cargo run --release -p rollcall-server --example house_steps`.

use rollcall_core::{
    Actor, Changes, Key, Timestamp,
    command::DeleteUser,
    id::{CommandId, TenantId, UserId},
    time::Span,
    value::Slug,
};
use rollcall_server::{
    clock::Clock,
    store::{self, Batch, Founding, LogRow, Step, StoreError, StoredPut},
};
use std::time::{Duration, Instant};

const ROWS: u64 = 1_000_000;
const REMOVED: u64 = 100_000;
const CHUNK: u64 = 10_000;
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
