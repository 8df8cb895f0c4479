//! New passwords by a mailed link: welcomes, and resets that an administrator asks for.

use crate::{
    database::{Database, on_both},
    world::{PASSWORD, World},
};
use axum::http::StatusCode;
use rollcall_core::{
    command::{ForcePasswordReset, SendWelcome},
    time::Span,
};
use serde_json::json;

on_both! { a_forced_reset_lets_nobody_in_with_the_old_password }

const NEW: &str = "battery staple";

async fn newest_link(world: &World, tenant: rollcall_core::id::TenantId) -> String {
    let mails = world.mails(tenant).await;
    let token = mails[0].body.split("/password/").nth(1).unwrap().split_whitespace().next().unwrap();
    format!("/api/v1/passwords/{token}")
}

async fn a_forced_reset_lets_nobody_in_with_the_old_password(database: Database) {
    let world = World::on(database).await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    let (bob, mut bobs) = world.join(&mut ann, &place, "bob@x.io").await;
    world.clock.advance(Span(1));
    ann.applied(&place, ForcePasswordReset { user: bob }).await;
    assert_eq!(bobs.get("/api/v1/session").await.problem(), (401, "session_ended".into()));
    let first = newest_link(&world, place.tenant).await;
    assert_eq!(world.client().get(&first).await.json()["email"], "bob@x.io");
    world.clock.advance(Span(1));
    let mut client = world.client();
    let sign_in = json!({"identifier": "bob@x.io", "password": PASSWORD});
    let answer = client.post("/api/v1/session", sign_in.clone()).await;
    assert_eq!(answer.problem(), (403, "new_password_needed".into()));
    let path = newest_link(&world, place.tenant).await;
    assert_ne!(first, path, "signing in sends another");
    assert_eq!(world.client().get(&first).await.problem(), (410, "link_over".into()));
    assert_eq!(client.post(&path, json!({"password": "short"})).await.problem(), (422, "invalid_value".into()));
    assert_eq!(client.post(&path, json!({"password": NEW})).await.status, StatusCode::OK);
    assert_eq!(client.get("/api/v1/session").await.status, StatusCode::OK);
    assert_eq!(client.post(&path, json!({"password": NEW})).await.problem(), (410, "link_over".into()));
    assert_eq!(world.client().post("/api/v1/session", sign_in).await.problem().0, 401);
    world.signed_in("bob@x.io", NEW).await;
}

/// Whoever knows the person tries its name and its organisation first, be the password set by a link or by itself.
#[tokio::test]
async fn ones_own_name_is_no_password() {
    let world = World::new().await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    world.invite(&mut ann, &place, "bob@x.io").await;
    let (code, token) = world.newest_code(place.tenant, "bob@x.io").await;
    let mut bobs = world.client();
    let accept = json!({"code": code, "full_name": "Quilliam Zebrowskitz", "password": PASSWORD});
    let answer = bobs.post(&format!("/api/v1/invitations/{token}/accept"), accept).await;
    assert_eq!(answer.status, StatusCode::OK);
    let own = "Zebrowskitz-Quilliam";
    let answer = bobs.post("/api/v1/account/password", json!({"old": PASSWORD, "new": own})).await;
    assert_eq!(answer.problem(), (422, "invalid_value".into()));
    // So that this mail is newer than the invitation.
    world.clock.advance(Span(1));
    bobs.post("/api/v1/passwords", json!({"identifier": "bob@x.io"})).await;
    let path = newest_link(&world, place.tenant).await;
    assert_eq!(world.client().post(&path, json!({"password": own})).await.problem(), (422, "invalid_value".into()));
    assert_eq!(world.client().post(&path, json!({"password": NEW})).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_welcome_runs_out() {
    let world = World::new().await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    let (bob, _) = world.join(&mut ann, &place, "bob@x.io").await;
    world.clock.advance(Span(1));
    ann.applied(&place, SendWelcome { user: bob }).await;
    let path = newest_link(&world, place.tenant).await;
    world.clock.advance(Span::hours(24));
    assert_eq!(world.client().post(&path, json!({"password": NEW})).await.problem(), (410, "link_over".into()));
    world.signed_in("bob@x.io", PASSWORD).await;
}
