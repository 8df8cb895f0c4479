//! Signing in to several organisations, of which one can't be asked.

use crate::{
    damage::damage,
    database::{Database, on_both},
    world::{PASSWORD, World},
};
use axum::http::StatusCode;
use rollcall_core::time::Span;
use rollcall_server::limits::{Limits, Patience};
use serde_json::json;
use std::{sync::mpsc, time::Duration};

on_both! { an_organisation_that_can_not_be_asked_keeps_nobody_out_of_the_others }

async fn an_organisation_that_can_not_be_asked_keeps_nobody_out_of_the_others(database: Database) {
    let world = World::on(database).await;
    let (north, south) = (world.found("north").await, world.found("south").await);
    let (mut ann, mut sam) = (world.owner_of(&north).await, world.owner_of(&south).await);
    world.join(&mut ann, &north, "bob@x.io").await;
    world.clock.advance(Span(1));
    let (bob, _) = world.join(&mut sam, &south, "bob@x.io").await;
    damage(&world.database, south.tenant).await;
    // Another process, which has not read it yet.
    let (.., router) = world.another().await;
    let mut bobs = crate::world::Client { router, cookie: None, device: None };
    let right = json!({"identifier": "bob@x.io", "password": PASSWORD});
    let answer = bobs.post("/api/v1/session", right.clone()).await;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    for session in [answer.json(), bobs.get("/api/v1/session").await.json()] {
        assert_eq!(session["organisations"].as_array().unwrap().len(), 1, "{session}");
        assert_eq!(session["organisations"][0]["tenant"], json!(north.tenant));
        let place = json!({"tenant": south.tenant, "user": bob, "slug": "south", "name": "The south"});
        assert_eq!(session["unavailable"], json!([place]));
    }
    assert_eq!(bobs.try_sync(&north, world.device(), None, vec![]).await.status, StatusCode::OK);
    assert_eq!(bobs.try_sync(&south, world.device(), None, vec![]).await.status, StatusCode::SERVICE_UNAVAILABLE);
    // Whose only organisation it is gets in as well, and is told that it has to wait.
    bobs.cookie = None;
    let answer = bobs.post("/api/v1/session", json!({"identifier": south.email, "password": PASSWORD})).await;
    assert_eq!((answer.status, &answer.json()["organisations"]), (StatusCode::OK, &json!([])));
    assert_eq!(answer.json()["unavailable"][0]["slug"], "south");
}

/// Busy with something that takes long, such as being loaded.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_busy_organisation_is_waited_for_only_so_long() {
    let limits = Limits { patience: Patience(Duration::from_millis(50)), ..Limits::default() };
    let world = World::with(Database::sqlite().await, None, limits).await;
    let north = world.found("north").await;
    let mut ann = world.owner_of(&north).await;
    let (begun, begins) = mpsc::channel();
    let (end, ends) = mpsc::channel::<()>();
    let tenant = world.app.tenants.tenant(north.tenant);
    let work = tokio::spawn(async move {
        tenant
            .read(move |_| {
                begun.send(()).unwrap();
                ends.recv().unwrap();
            })
            .await
    });
    tokio::task::spawn_blocking(move || begins.recv().unwrap()).await.unwrap();
    assert_eq!(ann.get("/api/v1/session").await.json()["unavailable"][0]["slug"], "north");
    end.send(()).unwrap();
    work.await.unwrap().unwrap();
    let (.., patient) = world.another().await;
    ann.router = patient;
    let session = ann.get("/api/v1/session").await.json();
    assert_eq!((&session["organisations"][0]["slug"], &session["unavailable"]), (&json!("north"), &json!([])));
}
