//! "Export all about a person": who may have it, and how much of it.

use crate::{
    database::{Database, on_both},
    world::{PASSWORD, Place, World},
};
use axum::http::StatusCode;
use rollcall_core::{
    access::ADMIN,
    command::{DeleteUser, GiveGrant, SetIdentifiers, SetPolicy},
    model::{GrantKey, Granted, Identifier, Policy, Scope},
    time::Span,
    value::Email,
};
use serde_json::{Value, json};

on_both! {
    a_person_has_all_about_itself_and_others_what_is_theirs
    an_address_that_somebody_only_wrote_shows_no_mails
    by_which_address_somebody_signs_in_is_its_own_affair owners_have_no_sessions_from_before
}

fn kinds(export: &Value) -> Vec<&str> {
    export["security"].as_array().unwrap().iter().map(|event| event["kind"].as_str().unwrap()).collect()
}

fn subjects(export: &Value) -> Vec<&str> {
    export["mails"].as_array().unwrap().iter().map(|mail| mail["subject"].as_str().unwrap()).collect()
}

/// Bob signs in by an address of its own: the directory has another, and whoever may export Bob learns nothing of it.
async fn by_which_address_somebody_signs_in_is_its_own_affair(database: Database) {
    let world = World::on(database).await;
    let north = world.found("north").await;
    let mut ann = world.owner_of(&north).await;
    let (bob, mut bobs) = world.join(&mut ann, &north, "bob@x.io").await;
    let path = format!("/api/v1/tenants/{}/users/{bob}/export", north.tenant);
    let change = json!({"email": "bob@home.io", "password": PASSWORD});
    assert_eq!(bobs.post("/api/v1/account/address", change).await.status, StatusCode::ACCEPTED);
    let mails = world.mails(north.tenant).await;
    let waits = bobs.get(&path).await.json();
    assert_eq!(waits["pending_address"]["email"], json!("bob@home.io"), "{waits}");
    assert_eq!(waits["known_devices"].as_array().unwrap().len(), 1, "{waits}");
    let asked = &mails.iter().find(|mail| mail.to == "bob@home.io").unwrap().body;
    let link = asked.split("/address/").nth(1).unwrap().split_whitespace().next().unwrap();
    let confirmed = world.client().post(&format!("/api/v1/addresses/{link}"), json!({})).await;
    assert_eq!(confirmed.status, StatusCode::NO_CONTENT);
    let own = world.signed_in("bob@home.io", PASSWORD).await.get(&path).await.json();
    assert_eq!((&own["account"], &own["pending_address"]), (&json!("bob@home.io"), &Value::Null));
    let owner = ann.get(&path).await.json();
    assert!(!owner.to_string().contains("bob@home.io"), "{owner}");
    assert!(owner["account"].is_null() && owner["known_devices"].is_null() && owner["records"].is_array(), "{owner}");
}

/// Sam gives itself the address of somebody in another organisation: nobody proved that to the directory.
async fn an_address_that_somebody_only_wrote_shows_no_mails(database: Database) {
    let world = World::on(database).await;
    let (north, south) = (world.found("north").await, world.found("south").await);
    let mut sam = world.owner_of(&south).await;
    let identifiers = vec![Identifier::Email(Email::parse("ann@north.io").unwrap())];
    sam.applied(&south, SetIdentifiers { user: south.owner, identifiers }).await;
    assert_eq!(world.client().post("/api/v1/passwords", json!({"identifier": "ann@north.io"})).await.status, 202);
    world.mails(north.tenant).await;
    let path = |place: &Place| format!("/api/v1/tenants/{}/users/{}/export", place.tenant, place.owner);
    let mut ann = world.owner_of(&north).await;
    assert!(subjects(&ann.get(&path(&north)).await.json()).contains(&"Choose a new password"), "it was sent");
    let own = sam.get(&path(&south)).await.json();
    assert!(!subjects(&own).contains(&"Choose a new password"), "{own}");
}

async fn owners_have_no_sessions_from_before(database: Database) {
    let world = World::on(database).await;
    let (north, south) = (world.found("north").await, world.found("south").await);
    let (mut ann, mut sam) = (world.owner_of(&north).await, world.owner_of(&south).await);
    let (_, mut earlier) = world.join(&mut sam, &south, "bob@x.io").await;
    world.clock.advance(Span(1));
    let (bob, _later) = world.join(&mut ann, &north, "bob@x.io").await;
    let path = format!("/api/v1/tenants/{}/users/{bob}/export", north.tenant);
    let sessions = |export: Value| export["sessions"].as_array().unwrap().len();
    assert_eq!(sessions(earlier.get(&path).await.json()), 2);
    assert_eq!(sessions(ann.get(&path).await.json()), 1, "that of the south is none of the north's business");
}

async fn a_person_has_all_about_itself_and_others_what_is_theirs(database: Database) {
    let world = World::on(database).await;
    let (north, south) = (world.found("north").await, world.found("south").await);
    let (mut ann, mut sam) = (world.owner_of(&north).await, world.owner_of(&south).await);
    let (bob, mut bobs) = world.join(&mut ann, &north, "bob@x.io").await;
    let (adam, mut admin) = world.join(&mut ann, &north, "adam@x.io").await;
    let admins = GrantKey { user: adam, what: Granted::Role(ADMIN), scope: Scope::Organisation };
    ann.applied(&north, GiveGrant { grant: admins, until: None }).await;
    world.clock.advance(Span(1));
    world.join(&mut sam, &south, "bob@x.io").await;
    world.clock.advance(Span(1));
    assert_eq!(bobs.post("/api/v1/passwords", json!({"identifier": "bob@x.io"})).await.status, StatusCode::ACCEPTED);
    world.mails(north.tenant).await;
    let wrong = json!({"identifier": "bob@x.io", "password": "wrong"});
    assert_eq!(world.client().post("/api/v1/session", wrong).await.status, StatusCode::UNAUTHORIZED);
    let path = format!("/api/v1/tenants/{}/users/{bob}/export", north.tenant);

    let own = bobs.get(&path).await.json();
    assert_eq!((&own["user"], &own["account"]), (&json!(bob), &json!("bob@x.io")));
    assert!(own["records"].to_string().contains("bob@x.io"), "{own}");
    assert_eq!(own["sessions"].as_array().unwrap().iter().filter(|one| one["current"] == json!(true)).count(), 1);
    for kind in ["joined", "signed_in", "sign_in_failed", "link_mailed"] {
        assert!(kinds(&own).contains(&kind), "{kind}: {own}");
    }
    assert_eq!(kinds(&own).iter().filter(|kind| **kind == "joined").count(), 2, "wherever it joined");
    assert_eq!(subjects(&own), ["Choose a new password", "Invitation to The north"]);
    assert!(own["mails"].as_array().unwrap().iter().all(|mail| mail["body"].as_str().unwrap().contains("••••")));

    let owner = ann.get(&path).await.json();
    assert_eq!(owner["records"], own["records"]);
    assert_eq!(kinds(&owner).iter().filter(|kind| **kind == "joined").count(), 1, "nothing of the south");
    assert!(kinds(&owner).contains(&"sign_in_failed") && owner["sessions"].is_array(), "{owner}");
    assert!(owner["security"].as_array().unwrap().iter().all(|event| event["user"] == json!(bob)));
    assert_eq!(subjects(&owner), ["Invitation to The north"]);

    let others = admin.get(&path).await.json();
    assert_eq!(others["records"], own["records"]);
    assert_eq!(subjects(&others), ["Invitation to The north"]);
    for absent in ["account", "sessions", "security"] {
        assert_eq!(others[absent], Value::Null, "where it was is for the owners");
    }

    // Who may not have it, and what there is not.
    let of = |user: &dyn std::fmt::Display| format!("/api/v1/tenants/{}/users/{user}/export", north.tenant);
    assert_eq!(bobs.get(&of(&north.owner)).await.problem(), (403, "not_allowed".into()));
    assert_eq!(admin.get(&of(&north.owner)).await.problem(), (403, "outranks_actor".into()));
    assert_eq!(sam.get(&path).await.problem(), (404, "unknown_organisation".into()));
    for nobody in ["nonsense".to_owned(), world.clock.id().to_string()] {
        assert_eq!(ann.get(&of(&nobody)).await.problem(), (404, "unknown_user".into()), "{nobody}");
    }
    // What is kept of somebody who was deleted is handed out as well.
    let policy = Policy { recycle_days: 7, ..Policy::default() };
    ann.applied(&north, SetPolicy { policy }).await;
    ann.applied(&north, DeleteUser { user: bob }).await;
    let gone = ann.get(&path).await.json();
    assert!(gone["records"].to_string().contains("bob@x.io") && gone["account"].is_null(), "{gone}");
    assert_eq!(subjects(&gone), ["Invitation to The north"]);
    assert!(world.signed_in("bob@x.io", PASSWORD).await.get(&path).await.status == StatusCode::NOT_FOUND);
}
