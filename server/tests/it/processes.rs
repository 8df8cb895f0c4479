//! Two processes on one PostgreSQL: each sees at once what the other did.

use crate::{
    database::Database,
    world::{Client, World},
};
use rollcall_core::{command::PrepareUser, sync::Update};
use std::time::Duration;

#[tokio::test]
async fn a_commit_wakes_the_other_process() {
    let world = World::on(Database::postgres().await).await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    let (app, _, router) = world.another().await;
    let mut elsewhere = Client { router, cookie: ann.cookie.clone(), device: None };
    let device = world.device();
    let cursor = elsewhere.sync(&place, device, None, vec![]).await.cursor;
    let mut version = app.tenants.tenant(place.tenant).watch().await.unwrap();
    let user = world.new_user("b@x.io");
    let id = user.id;
    let made = ann.applied(&place, PrepareUser(user)).await;
    // Sooner than the next poll, which comes after five seconds.
    let told = tokio::time::timeout(Duration::from_secs(4), version.wait_for(|version| *version == made)).await;
    told.expect("it was not woken").unwrap();
    let news = elsewhere.sync(&place, device, Some(cursor), vec![]).await;
    assert!(matches!(&news.update, Update::Delta(puts) if puts.iter().any(|p| p.key == rollcall_core::Key::User(id))));
}

/// A client that was served by the process which is ahead is never taken back by the other.
#[tokio::test]
async fn nobody_is_taken_back_in_time() {
    let world = World::new().await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    let (_, _, router) = world.another().await;
    let mut elsewhere = Client { router, cookie: ann.cookie.clone(), device: None };
    let device = world.device();
    elsewhere.sync(&place, device, None, vec![]).await;
    for n in 0..5 {
        let envelope = world.envelope(device, n + 1, world.prepare(&format!("u{n}@x.io")));
        let here = ann.sync(&place, device, None, vec![envelope]).await.cursor;
        let there = elsewhere.sync(&place, device, Some(here), vec![]).await;
        assert_eq!((there.cursor, there.update), (here, Update::Delta(vec![])));
    }
}
