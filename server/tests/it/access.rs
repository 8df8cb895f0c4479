//! Nobody gets at another organisation, whatever the route (invariant 1), nor at more than it may within its own.

use crate::world::{Client, PASSWORD, Place, World};
use axum::http::StatusCode;
use rollcall_core::api::DemoSignIn;
use rollcall_server::http::{Options, router};
use serde_json::json;
use std::sync::Arc;

async fn every_route(client: &mut Client, place: &Place, world: &World) -> Vec<(u16, String)> {
    let path = |rest: &str| format!("/api/v1/tenants/{}/{rest}", place.tenant);
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
    assert_eq!(sam.post("/api/v1/tenants/north/sync", json!({})).await.problem().0, 404);
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
    let path = format!("/api/v1/tenants/{}/mail", north.tenant);
    assert_eq!(bob.get(&path).await.problem(), (403, "not_allowed".into()));
    assert_eq!(ann.get(&path).await.status, StatusCode::OK);
}

/// A forgotten password and a change of one's own address are no organisation's business; a demo's operator sees all.
#[tokio::test]
async fn what_is_mailed_to_an_account_alone_is_in_no_organisations_outbox() {
    let world = World::new().await;
    let north = world.found("north").await;
    let mut ann = world.owner_of(&north).await;
    let (_, mut bob) = world.join(&mut ann, &north, "bob@x.io").await;
    let forgotten = json!({"identifier": "bob@x.io"});
    assert_eq!(bob.post("/api/v1/passwords", forgotten).await.status, StatusCode::ACCEPTED);
    let change = json!({"email": "robert@x.io", "password": PASSWORD});
    assert_eq!(bob.post("/api/v1/account/address", change).await.status, StatusCode::ACCEPTED);
    assert_eq!(world.mails(north.tenant).await.len(), 4, "the invitation, the link, and both addresses");
    let path = format!("/api/v1/tenants/{}/mail", north.tenant);
    let sent = ann.get(&path).await.json();
    assert!(sent.as_array().unwrap().len() == 1 && sent[0]["subject"] == "Invitation to The north", "{sent}");
    let mut app = world.app.clone();
    let demo = Some(DemoSignIn { email: north.email.clone(), password: PASSWORD.into() });
    app.options = Arc::new(Options { demo, ..(*app.options).clone() });
    ann.router = router(app, None);
    let sent = ann.get(&path).await.json();
    assert_eq!(sent.as_array().unwrap().len(), 4, "{sent}");
    assert!(!sent.to_string().contains("••••"), "{sent}");
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
