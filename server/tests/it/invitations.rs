//! Invitations from the command to the active user, and everything that can come between.

use crate::{
    database::{Database, on_both},
    world::{PASSWORD, Place, World, codes},
};
use axum::http::StatusCode;
use rollcall_core::{
    command::{InviteUser, ResendInvitation, RevokeInvitation, SetIdentifiers},
    model::Identifier,
    time::Span,
    value::Email,
};
use serde_json::{Value, json};

on_both! {
    invited_accepted_and_signed_in resending_ends_the_older_code wrong_codes_lock_the_invitation
    an_invitation_runs_out a_pending_mail_survives_a_restart an_account_keeps_its_password
    an_address_that_was_given_on_is_accepted_by_whoever_has_it_now
}

async fn status(world: &World, token: &str) -> Value {
    world.client().get(&format!("/api/v1/invitations/{token}")).await.json()
}

async fn accept(world: &World, token: &str, code: &str, password: &str) -> crate::world::Answer {
    let body = json!({"code": code, "full_name": "Bob Marsh", "password": password});
    world.client().post(&format!("/api/v1/invitations/{token}/accept"), body).await
}

async fn invited(world: &World) -> (Place, crate::world::Client, rollcall_core::id::UserId, String, String) {
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    let bob = world.invite(&mut ann, &place, "bob@x.io").await;
    let (code, token) = world.newest_code(place.tenant, "bob@x.io").await;
    (place, ann, bob, code, token)
}

async fn invited_accepted_and_signed_in(database: Database) {
    let world = World::on(database).await;
    let (place, mut ann, bob, code, token) = invited(&world).await;
    let mails = ann.get(&format!("/api/v1/tenants/{}/mail", place.tenant)).await.json();
    assert_eq!(mails[0]["to"], "bob@x.io");
    assert!(mails[0]["body"].as_str().unwrap().contains("Ann invites you to join The north."));
    let view = status(&world, &token).await;
    assert_eq!((&view["status"], &view["organisation"]), (&json!("open"), &json!("The north")));
    assert_eq!((&view["email"], &view["has_account"]), (&json!("bob@x.io"), &json!(false)));
    let typed = format!("{} {}", code[..3].to_lowercase(), &code[3..]);
    let path = format!("/api/v1/invitations/{token}/code");
    assert_eq!(world.client().post(&path, json!({"code": typed})).await.status, StatusCode::NO_CONTENT);
    let answer = accept(&world, &token, &code, PASSWORD).await;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    assert_eq!(answer.json()["organisations"][0]["user"], bob.to_string());
    assert!(answer.headers.contains_key("set-cookie"));
    world.signed_in("bob@x.io", PASSWORD).await;
    let used = status(&world, &token).await;
    assert_eq!(
        (&used["status"], &used["full_name"], &used["has_account"]),
        (&json!("used"), &Value::Null, &json!(false))
    );
    assert_eq!(accept(&world, &token, &code, PASSWORD).await.problem(), (410, "invitation_used".into()));
}

async fn resending_ends_the_older_code(database: Database) {
    let world = World::on(database).await;
    let (place, mut ann, bob, code, token) = invited(&world).await;
    world.clock.advance(Span(1));
    ann.applied(&place, ResendInvitation { user: bob }).await;
    // At once, before the later mail is written.
    assert_eq!(status(&world, &token).await["status"], "ended");
    assert_eq!(accept(&world, &token, &code, PASSWORD).await.problem(), (410, "invitation_ended".into()));
    let (later_code, later) = world.newest_code(place.tenant, "bob@x.io").await;
    assert_ne!(later, token);
    assert_eq!(accept(&world, &later, &later_code, PASSWORD).await.status, StatusCode::OK);
    // Taking one back ends it, too.
    let cem = world.invite(&mut ann, &place, "cem@x.io").await;
    world.clock.advance(Span(1));
    let (code, token) = world.newest_code(place.tenant, "cem@x.io").await;
    ann.applied(&place, RevokeInvitation { user: cem }).await;
    assert_eq!(accept(&world, &token, &code, PASSWORD).await.problem(), (410, "invitation_ended".into()));
}

async fn wrong_codes_lock_the_invitation(database: Database) {
    let world = World::on(database).await;
    let (place, mut ann, bob, code, token) = invited(&world).await;
    let path = format!("/api/v1/invitations/{token}/code");
    // No code has an O.
    for left in (1..5).rev() {
        let answer = world.client().post(&path, json!({"code": "OOOOOO"})).await;
        assert_eq!(answer.problem(), (422, "wrong_code".into()));
        assert_eq!(answer.json()["field"], "code");
        assert!(answer.json()["detail"].as_str().unwrap().contains(&format!("{left} ")), "{answer:?}");
        // A right one in between gives no further tries.
        assert_eq!(world.client().post(&path, json!({"code": code})).await.status, StatusCode::NO_CONTENT);
    }
    let answer = accept(&world, &token, "OOOOOO", PASSWORD).await;
    assert_eq!(answer.problem(), (410, "invitation_locked".into()));
    assert_eq!(accept(&world, &token, &code, PASSWORD).await.problem(), (410, "invitation_locked".into()));
    assert_eq!(status(&world, &token).await["status"], "locked");
    // The user is not locked: another sending works.
    world.clock.advance(Span(1));
    ann.applied(&place, ResendInvitation { user: bob }).await;
    let (code, token) = world.newest_code(place.tenant, "bob@x.io").await;
    assert_eq!(accept(&world, &token, &code, PASSWORD).await.status, StatusCode::OK);
}

async fn an_invitation_runs_out(database: Database) {
    let world = World::on(database).await;
    let (_, _, _, code, token) = invited(&world).await;
    world.clock.advance(Span(Span::hours(24).0 - 1));
    assert_eq!(status(&world, &token).await["status"], "open");
    world.clock.advance(Span(1));
    assert_eq!(status(&world, &token).await["status"], "expired");
    assert_eq!(accept(&world, &token, &code, PASSWORD).await.problem(), (410, "invitation_expired".into()));
}

async fn a_pending_mail_survives_a_restart(database: Database) {
    let world = World::on(database).await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    world.invite(&mut ann, &place, "bob@x.io").await;
    let health = ann.get("/healthz").await.json();
    assert_eq!(health["jobs"], json!({"waiting": 1, "failing": 0, "failed": 0}));
    // One process took the job and died; another one finds it when the lease has run out.
    let now = world.clock.now();
    let taken = world
        .database
        .store
        .claim_jobs(rollcall_server::store::Queue::Mails, now, now.after(Span(120_000)), 10)
        .await
        .unwrap();
    assert_eq!(taken.len(), 1);
    let (app, runner, _) = world.another().await;
    assert_eq!(runner.round().await, 0);
    world.clock.advance(Span(120_001));
    assert_eq!(runner.round().await, 1);
    assert_eq!(
        app.mailer.sent(&[place.tenant], rollcall_server::outbound::mail::Secrets::Shown).await.unwrap().unwrap().len(),
        1
    );
    assert_eq!(ann.get("/healthz").await.json()["jobs"]["waiting"], 0);
    // Whatever runs again later, sends nothing.
    assert_eq!(runner.round().await, 0);
}

/// Who has an account already gives its password instead of a new one.
async fn an_account_keeps_its_password(database: Database) {
    let world = World::on(database).await;
    let (_, _, _, code, token) = invited(&world).await;
    assert_eq!(accept(&world, &token, &code, PASSWORD).await.status, StatusCode::OK);
    let south = world.found("south").await;
    let mut sam = world.owner_of(&south).await;
    world.invite(&mut sam, &south, "BOB@x.io").await;
    let (code, token) = world.newest_code(south.tenant, "BOB@x.io").await;
    assert_eq!(status(&world, &token).await["has_account"], true);
    let answer = accept(&world, &token, &code, "another password").await;
    assert_eq!(answer.problem(), (422, "wrong_credentials".into()));
    assert_eq!(answer.json()["field"], "password");
    let answer = accept(&world, &token, &code, PASSWORD).await;
    assert_eq!(answer.json()["organisations"].as_array().unwrap().len(), 2);
}

/// Bob is reached elsewhere by now, and signs in by his old address until he has confirmed the new one. Whoever has the old one is
/// invited, and neither is asked for the other's password nor let in as the other.
async fn an_address_that_was_given_on_is_accepted_by_whoever_has_it_now(database: Database) {
    const OTHER: &str = "quite another battery";
    let world = World::on(database).await;
    let (place, mut ann, bob, code, token) = invited(&world).await;
    assert_eq!(accept(&world, &token, &code, PASSWORD).await.status, StatusCode::OK);
    let identifiers = vec![Identifier::Email(Email::parse("robert@x.io").unwrap())];
    let moved = SetIdentifiers { user: bob, identifiers };
    ann.applied(&place, moved).await;
    // Both mailboxes hear of it before anybody is invited.
    world.mails(place.tenant).await;
    world.clock.advance(Span(1));
    let nora = world.invite(&mut ann, &place, "bob@x.io").await;
    let (code, token) = world.newest_code(place.tenant, "bob@x.io").await;
    let view = status(&world, &token).await;
    assert_eq!((&view["status"], &view["has_account"]), (&json!("open"), &json!(false)));
    let answer = accept(&world, &token, &code, OTHER).await;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    assert_eq!(answer.json()["organisations"][0]["user"], nora.to_string());
    // Each goes in by its own password.
    let is = async |identifier: &str, password: &str| {
        let asked = json!({"identifier": identifier, "password": password, "organisation": "north"});
        world.client().post("/api/v1/session", asked).await.json()["organisations"][0]["user"].clone()
    };
    assert_eq!(is("bob@x.io", OTHER).await, nora.to_string());
    assert_eq!(is("bob@x.io", PASSWORD).await, bob.to_string());
    assert_eq!(is("robert@x.io", OTHER).await, Value::Null);
    // Bob confirms, and then nobody but Nora is meant by the address.
    let mails = world.mails(place.tenant).await;
    let body = &mails.iter().find(|mail| mail.to == "robert@x.io").unwrap().body;
    let confirm = body.split("/address/").nth(1).unwrap().split_whitespace().next().unwrap();
    let confirmed = world.client().post(&format!("/api/v1/addresses/{confirm}"), json!({})).await;
    assert_eq!(confirmed.status, StatusCode::NO_CONTENT);
    assert_eq!(is("bob@x.io", OTHER).await, nora.to_string());
    assert_eq!(is("bob@x.io", PASSWORD).await, Value::Null);
    assert_eq!(is("robert@x.io", PASSWORD).await, bob.to_string());
}

#[tokio::test]
async fn bad_details_are_refused_at_their_field_and_cost_no_try() {
    let world = World::new().await;
    let (_, _, _, code, token) = invited(&world).await;
    let path = format!("/api/v1/invitations/{token}/accept");
    for _ in 0..6 {
        let body = json!({"code": code, "full_name": " ", "password": PASSWORD});
        let answer = world.client().post(&path, body).await;
        assert_eq!(
            (answer.problem(), answer.json()["field"].clone()),
            ((422, "invalid_value".into()), json!("full_name"))
        );
        let answer = accept(&world, &token, &code, "short").await;
        assert_eq!(
            (answer.problem(), answer.json()["field"].clone()),
            ((422, "invalid_value".into()), json!("password"))
        );
    }
    assert_eq!(accept(&world, &token, &code, PASSWORD).await.status, StatusCode::OK);
}

#[tokio::test]
async fn unknown_links_tell_nothing() {
    let world = World::new().await;
    world.found("north").await;
    let view = status(&world, "0000").await;
    assert_eq!(
        (&view["status"], &view["organisation"], &view["email"]),
        (&json!("unknown"), &Value::Null, &Value::Null)
    );
    assert_eq!(accept(&world, "0000", "AAAAAA", PASSWORD).await.problem(), (404, "invitation_unknown".into()));
}

#[tokio::test]
async fn a_mail_that_fails_is_tried_again_and_counted() {
    let world = World::new().await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    // A file stands where the outbox folder belongs.
    let outbox = world.database.folder.path().join("outbox");
    std::fs::write(&outbox, "in the way").unwrap();
    world.invite(&mut ann, &place, "bob@x.io").await;
    assert_eq!(world.runner.round().await, 1);
    assert_eq!(ann.get("/healthz").await.json()["jobs"], json!({"waiting": 1, "failing": 1, "failed": 0}));
    assert_eq!(world.runner.round().await, 0, "it waits before the next try");
    std::fs::remove_file(&outbox).unwrap();
    world.clock.advance(Span(5_000));
    assert_eq!(world.mails(place.tenant).await.len(), 1);
}

#[tokio::test]
async fn a_full_plan_refuses_over_the_wire() {
    let world = World::new().await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    for n in 0..=crate::world::SEATS {
        let user =
            rollcall_core::command::NewUser { licence: Some(place.plan), ..world.new_user(&format!("u{n}@x.io")) };
        let outcome = ann.command(&place, InviteUser(user)).await;
        assert_eq!(codes(&outcome).contains(&"no_seat_left"), n == crate::world::SEATS, "{n}: {outcome:?}");
    }
    assert_eq!(world.mails(place.tenant).await.len(), crate::world::SEATS as usize);
}
