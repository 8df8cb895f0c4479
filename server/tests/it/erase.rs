//! Erasing a person: afterwards nothing that is stored tells who it was, and the log that something happened.

use crate::{
    database::{Database, on_both},
    world::{PASSWORD, World},
};
use rollcall_core::{command::EraseUser, record::encode, time::Span};
use rollcall_server::{house, store::NotesOf};

on_both! { nobody_knows_who_it_was a_crash_in_between_is_made_up_for }

/// What is told of somebody: in the log, in mails, in the security log.
async fn traces(world: &World, place: &crate::world::Place, texts: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    let store = &world.database.store;
    for row in store.log(place.tenant, 0, 1_000).await.unwrap() {
        let stored = [encode(&row.command), encode(&row.changes)].concat();
        let has = |text: &&&str| stored.windows(text.len()).any(|part| part.eq_ignore_ascii_case(text.as_bytes()));
        found.extend(texts.iter().filter(has).map(|text| format!("log {}: {text}", row.version)));
    }
    let mail = world.database.folder.path().join("outbox").join(place.tenant.to_string());
    for file in std::fs::read_dir(mail).unwrap() {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        found.extend(texts.iter().filter(|&&trace| text.contains(trace)).map(|trace| format!("mail: {trace}")));
    }
    found
}

/// Somebody who joined, changed its name, and was erased; the job waits.
async fn erased(world: &World) -> (crate::world::Place, rollcall_core::id::UserId) {
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    let (bob, _) = world.join(&mut ann, &place, "bobby@x.io").await;
    world.invite(&mut ann, &place, "carl@x.io").await;
    world.mails(place.tenant).await;
    assert!(!traces(world, &place, &["bobby@x.io"]).await.is_empty());
    ann.applied(&place, EraseUser { user: bob }).await;
    (place, bob)
}

async fn nobody_knows_who_it_was(database: Database) {
    let world = World::on(database).await;
    let (place, bob) = erased(&world).await;
    let store = &world.database.store;
    let versions = store.log(place.tenant, 0, 1_000).await.unwrap().len();
    while world.runner.round().await > 0 {}
    assert_eq!(store.job_counts().await.unwrap().failing, 0);
    assert_eq!(traces(&world, &place, &["bobby@x.io", "Somebody"]).await, Vec::<String>::new());
    assert!(!traces(&world, &place, &["carl@x.io"]).await.is_empty(), "others stay as they are");
    assert_eq!(store.log(place.tenant, 0, 1_000).await.unwrap().len(), versions, "all that happened stays");
    assert!(store.account_named("bobby@x.io").await.unwrap().is_none());
    let notes = store.notes(NotesOf::Tenant(place.tenant), world.clock.now().after(Span(1)), 100).await.unwrap();
    let about = notes.iter().filter(|note| note.place == Some((place.tenant, bob)));
    assert!(about.into_iter().all(|note| note.whereabouts.network.is_none() && note.whereabouts.agent.is_none()));
    let answer = world
        .client()
        .post("/api/session", serde_json::json!({"identifier": "bobby@x.io", "password": PASSWORD}))
        .await;
    assert_eq!(answer.status, 401);
}

/// The node that took the job died over it, after some of the steps.
async fn a_crash_in_between_is_made_up_for(database: Database) {
    let world = World::on(database).await;
    let (place, bob) = erased(&world).await;
    let store = &world.database.store;
    let now = world.clock.now();
    assert_eq!(store.claim_jobs(now, now.after(Span(120_000)), 8).await.unwrap().len(), 1);
    let rows = store.log(place.tenant, 0, 1_000).await.unwrap();
    let half = rows.into_iter().take(3).map(|mut row| {
        (row.command, row.changes) = rollcall_core::privacy::erased(&row.command, &row.changes, bob);
        row
    });
    store.rewrite_log(place.tenant, &half.collect::<Vec<_>>()).await.unwrap();
    assert_eq!(world.runner.round().await, 0, "somebody has it");
    assert!(!traces(&world, &place, &["bobby@x.io"]).await.is_empty());
    world.clock.advance(Span::hours(1));
    while world.runner.round().await > 0 {}
    assert_eq!(traces(&world, &place, &["bobby@x.io"]).await, Vec::<String>::new());
    let before = store.log(place.tenant, 0, 1_000).await.unwrap();
    house::erase(&**store, &world.app.mailer, place.tenant, bob).await.unwrap();
    assert_eq!(store.log(place.tenant, 0, 1_000).await.unwrap(), before, "doing it again changes nothing");
}
