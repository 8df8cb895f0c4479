//! One's own voicemail PIN: set by whoever is signed in and knows its password, for itself and in its own organisation.

use crate::{
    database::{Database, on_both},
    world::{PASSWORD, World},
};
use rollcall_core::{command::SuspendUser, time::Span};
use serde_json::json;

on_both! { one_sets_ones_pin_with_ones_password }

async fn one_sets_ones_pin_with_ones_password(database: Database) {
    let world = World::on(database).await;
    let (north, south) = (world.found("north").await, world.found("south").await);
    let mut ann = world.owner_of(&north).await;
    let (bob, mut bobs) = world.join(&mut ann, &north, "bob@x.io").await;
    let path = |tenant| format!("/api/v1/tenants/{tenant}/voicemail-pin");
    let (here, there) = (path(north.tenant), path(south.tenant));
    let ask = |password: &str, pin: &str| json!({"password": password, "voicemail_pin": pin});
    let unauthorised = world.client().post(&here, ask(PASSWORD, "4711")).await;
    assert_eq!(unauthorised.problem(), (401, "signed_out".into()));
    assert_eq!(bobs.post(&there, ask(PASSWORD, "4711")).await.problem(), (404, "unknown_organisation".into()));
    assert_eq!(bobs.post(&here, ask("a wrong password", "4711")).await.problem(), (422, "wrong_credentials".into()));
    for (pin, code) in [
        ("", "empty"),
        ("12", "too_short"),
        ("12345678901", "too_long"),
        ("47a1", "bad_character"),
        ("1234", "easily_guessed"),
    ] {
        let answer = bobs.post(&here, ask(PASSWORD, pin)).await;
        assert_eq!((answer.status.as_u16(), answer.json()["field"].as_str()), (422, Some("voicemail_pin")), "{code}");
        assert!(answer.json()["refusals"].to_string().contains(code), "{pin}: {}", answer.json());
    }
    assert_eq!(bobs.post(&here, ask(PASSWORD, " 4711 ")).await.status.as_u16(), 204);
    let events = bobs.get("/api/v1/account/security").await.json()["events"].clone();
    let pins =
        |events: &serde_json::Value| events.as_array().unwrap().iter().filter(|e| e["kind"] == "pin_set").count();
    assert_eq!(pins(&events), 1, "{events}");
    let security = format!("/api/v1/tenants/{}/security", north.tenant);
    assert_eq!(pins(&ann.get(&security).await.json()["events"]), 1, "the owner sees that, not which");
    // Guessing the password by it is counted.
    for _ in 0..9 {
        bobs.post(&here, ask("a wrong password", "4711")).await;
    }
    assert_eq!(bobs.post(&here, ask("a wrong password", "4711")).await.status.as_u16(), 422);
    assert_eq!(bobs.post(&here, ask(PASSWORD, "4711")).await.problem(), (429, "too_many_requests".into()));
    world.clock.advance(Span::hours(1));
    ann.applied(&north, SuspendUser { user: bob }).await;
    assert_eq!(bobs.post(&here, ask(PASSWORD, "4711")).await.problem(), (401, "session_ended".into()));
}
