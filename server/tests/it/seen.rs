//! When somebody was last here: noted once a day, in its own organisation, and told to whoever looks after it.

use crate::{
    database::{Database, on_both},
    world::{Client, Place, World},
};
use rollcall_core::{
    Record,
    id::UserId,
    model::LastSignIn,
    sync::{SyncResponse, Update},
    time::Span,
};
use serde_json::json;

on_both! { a_sign_in_is_noted_once_a_day_and_told_to_who_looks_after_it }

async fn last(world: &World, place: &Place, user: UserId) -> Option<LastSignIn> {
    world.app.tenants.tenant(place.tenant).read(move |directory| directory.last_sign_in(user).copied()).await.unwrap()
}

async fn version(world: &World, place: &Place) -> u64 {
    world.app.store.head(place.tenant).await.unwrap().unwrap().version
}

/// Of whom a client is told when they were here.
async fn told(world: &World, client: &mut Client, place: &Place) -> Vec<UserId> {
    let SyncResponse { update, .. } = client.sync(place, world.device(), None, vec![]).await;
    let Update::Snapshot(records) = update else { panic!("{update:?}") };
    let sign_in = |record| if let Record::LastSignIn(sign_in) = record { Some(sign_in.user) } else { None };
    records.into_iter().filter_map(sign_in).collect()
}

async fn a_sign_in_is_noted_once_a_day_and_told_to_who_looks_after_it(database: Database) {
    let world = World::on(database).await;
    let (north, south) = (world.found("north").await, world.found("south").await);
    let mut ann = world.owner_of(&north).await;
    let (bob, mut bobs) = world.join(&mut ann, &north, "bob@x.io").await;
    let (cem, _) = world.join(&mut ann, &north, "cem@x.io").await;
    told(&world, &mut bobs, &north).await;
    world.app.seen.write(&world.app.tenants).await;
    let today = LastSignIn::day_of(world.clock.now());
    assert_eq!(last(&world, &north, bob).await, Some(LastSignIn { user: bob, day: today }));
    assert_eq!(last(&world, &north, cem).await, None, "a session alone is no visit to the organisation");
    // Nothing more is written that day, by this server or another one.
    let before = version(&world, &north).await;
    told(&world, &mut bobs, &north).await;
    world.app.seen.write(&world.app.tenants).await;
    let (other, ..) = world.another().await;
    other.seen.note(north.tenant, bob, world.clock.now());
    other.seen.write(&other.tenants).await;
    assert_eq!(version(&world, &north).await, before);
    // Ann looks after both; Bob is told of himself alone; nobody elsewhere of anybody.
    let mut seen = told(&world, &mut ann, &north).await;
    seen.sort();
    let mut both = vec![north.owner, bob];
    both.sort();
    assert_eq!(seen, both);
    assert_eq!(told(&world, &mut bobs, &north).await, [bob]);
    let mut sam = world.owner_of(&south).await;
    assert!(told(&world, &mut sam, &south).await.is_empty());
    // The next day it is written again.
    world.clock.advance(Span::days(1));
    let path = format!("/api/v1/tenants/{}/commands", north.tenant);
    bobs.post(&path, json!([])).await;
    world.app.seen.write(&world.app.tenants).await;
    let tomorrow = LastSignIn::day_of(world.clock.now());
    assert_eq!(last(&world, &north, bob).await, Some(LastSignIn { user: bob, day: tomorrow }));
    assert_eq!(version(&world, &north).await, before + 1);
    // Whoever is gone is passed over, and so is what can't be read any more.
    ann.applied(&north, rollcall_core::command::DeleteUser { user: bob }).await;
    world.app.seen.note(north.tenant, bob, world.clock.now().after(Span::days(1)));
    world.app.seen.write(&world.app.tenants).await;
    assert_eq!(last(&world, &north, bob).await, None);
}
