//! Nobody gets at another organisation, whatever the route (invariant 1), nor at more than it may within its own.

use crate::world::{Client, Place, World};
use axum::http::StatusCode;
use serde_json::json;

async fn every_route(client: &mut Client, place: &Place, world: &World) -> Vec<(u16, String)> {
    let path = |rest: &str| format!("/api/tenants/{}/{rest}", place.tenant);
    let body = json!({"protocol": 1, "user": place.owner, "device": world.device(), "cursor": null, "commands": []});
    vec![
        client.post(&path("sync"), body).await.problem(),
        client.post(&path("commands"), json!([])).await.problem(),
        client.get(&path("live")).await.problem(),
        client.get(&path("mail")).await.problem(),
        client.get(&path("audit")).await.problem(),
    ]
}

#[tokio::test]
async fn another_organisation_is_as_if_it_were_not_there() {
    let world = World::new().await;
    let (north, south) = (world.found("north").await, world.found("south").await);
    let mut sam = world.owner_of(&south).await;
    let there = every_route(&mut sam, &north, &world).await;
    let nowhere = Place { tenant: rollcall_core::id::TenantId::new(world.clock.id()), ..north };
    assert_eq!(there, every_route(&mut sam, &nowhere, &world).await);
    assert!(there.iter().all(|problem| *problem == (404, "unknown_organisation".into())), "{there:?}");
    assert_eq!(sam.post("/api/tenants/north/sync", json!({})).await.problem().0, 404);
}

#[tokio::test]
async fn nobody_gets_anywhere_signed_out() {
    let world = World::new().await;
    let north = world.found("north").await;
    let answers = every_route(&mut world.client(), &north, &world).await;
    assert!(answers.iter().all(|problem| *problem == (401, "signed_out".into())), "{answers:?}");
}

#[tokio::test]
async fn sent_mail_is_for_those_who_may_invite() {
    let world = World::new().await;
    let north = world.found("north").await;
    let mut ann = world.owner_of(&north).await;
    let (_, mut bob) = world.join(&mut ann, &north, "bob@x.io").await;
    let path = format!("/api/tenants/{}/mail", north.tenant);
    assert_eq!(bob.get(&path).await.problem(), (403, "not_allowed".into()));
    assert_eq!(ann.get(&path).await.status, StatusCode::OK);
}

#[tokio::test]
async fn what_a_user_can_not_see_is_not_sent() {
    let world = World::new().await;
    let north = world.found("north").await;
    let mut ann = world.owner_of(&north).await;
    world.invite(&mut ann, &north, "secret.person@x.io").await;
    let (_, mut bob) = world.join(&mut ann, &north, "bob@x.io").await;
    let answer = bob.try_sync(&north, world.device(), None, vec![]).await;
    let text = String::from_utf8_lossy(&answer.body).into_owned();
    assert!(text.contains("bob@x.io") && !text.contains("secret.person"), "{text}");
    // No secret is in any sync: the hash of a password begins so.
    let answer = ann.try_sync(&north, world.device(), None, vec![]).await;
    assert!(!String::from_utf8_lossy(&answer.body).contains("$argon2"));
}
