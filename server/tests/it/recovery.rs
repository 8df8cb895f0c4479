//! `rollcall recover`: the operator lets an owner in again, to its mailbox or to another one that it vouches for.

use crate::{
    database::{Database, on_both},
    world::{Client, PASSWORD, Place, World},
};
use axum::http::StatusCode;
use rollcall_core::{
    command::SetIdentifiers,
    model::Identifier,
    time::Span,
    value::{Email, Slug},
};
use rollcall_server::identity::account::{NotRecovered, Recovered, recover};
use serde_json::json;

on_both! { an_owner_whose_mailbox_is_lost_gets_another the_old_mailbox_stops_a_recovery only_owners_are_recovered a_recovery_goes_where_the_operator_said }

const NEW: &str = "battery staple";

async fn order(world: &World, place: &str, email: &str, to: Option<&str>) -> Result<Recovered, NotRecovered> {
    let parse = |text: &str| Email::parse(text).unwrap();
    let (store, tenants) = (&*world.app.store, &world.app.tenants);
    let slug = Slug::parse(place).unwrap();
    recover((store, tenants), &slug, &parse(email), to.map(parse).as_ref(), world.clock.now()).await
}

/// Where the newest link to an address leads; `kind` is the page's.
async fn link(world: &World, place: &Place, to: &str, kind: &str) -> Option<String> {
    let mails = world.mails(place.tenant).await;
    let mark = format!("/{kind}/");
    let found = mails.iter().filter(|mail| mail.to == to).find_map(|mail| mail.body.split(&mark).nth(1))?;
    let token = found.split_whitespace().next()?.to_owned();
    Some(if kind == "password" { format!("/api/v1/passwords/{token}") } else { format!("/api/v1/addresses/{token}") })
}

async fn may_sign_in(world: &World, email: &str, password: &str) -> bool {
    let answer = world.client().post("/api/v1/session", json!({"identifier": email, "password": password})).await;
    answer.status == StatusCode::OK
}

async fn kinds(client: &mut Client, path: &str) -> Vec<String> {
    let page = client.get(path).await.json();
    page["events"].as_array().unwrap().iter().map(|event| event["kind"].as_str().unwrap().to_owned()).collect()
}

/// It is an owner elsewhere too, where nothing else changes.
async fn an_owner_whose_mailbox_is_lost_gets_another(database: Database) {
    let world = World::on(database).await;
    let north = world.found("north").await;
    let west = world.found_for("west", "ann@north.io").await;
    let join = link(&world, &west, "ann@north.io", "password").await.unwrap();
    assert_eq!(world.client().post(&join, json!({"password": PASSWORD})).await.status, StatusCode::OK);
    world.clock.advance(Span(1));
    let ordered = order(&world, "north", "Ann@north.io", Some("ann@new.io")).await.unwrap();
    let expected = Recovered {
        to: Email::parse("ann@new.io").unwrap(),
        before: Some(Email::parse("ann@north.io").unwrap()),
        elsewhere: 1,
    };
    assert_eq!(ordered, expected);
    assert!(link(&world, &north, "ann@north.io", "password").await.is_none(), "a lost mailbox is mailed no way in");
    assert!(link(&world, &north, "ann@north.io", "address").await.is_some(), "the old one is told");
    assert!(link(&world, &north, "ann@new.io", "address").await.is_some());
    assert!(may_sign_in(&world, "ann@north.io", PASSWORD).await && !may_sign_in(&world, "ann@new.io", PASSWORD).await);
    // The link ran out: ordered again, by the address that the directory no longer has.
    world.clock.advance(Span::days(2));
    assert_eq!(order(&world, "north", "ann@north.io", Some("ann@new.io")).await.unwrap(), expected);
    let confirm = link(&world, &north, "ann@new.io", "address").await.unwrap();
    assert_eq!(world.client().post(&confirm, json!({})).await.status, StatusCode::NO_CONTENT);
    assert!(!may_sign_in(&world, "ann@north.io", PASSWORD).await);
    world.clock.advance(Span(1));
    let forgotten = json!({"identifier": "ann@new.io"});
    assert_eq!(world.client().post("/api/v1/passwords", forgotten).await.status, StatusCode::ACCEPTED);
    let path = link(&world, &north, "ann@new.io", "password").await.unwrap();
    assert_eq!(world.client().post(&path, json!({"password": NEW})).await.status, StatusCode::OK);
    let mut ann = world.signed_in("ann@new.io", NEW).await;
    assert_eq!(ann.get("/api/v1/session").await.json()["organisations"].as_array().unwrap().len(), 2);
    // Both logs say so.
    let audit = ann.get(&format!("/api/v1/tenants/{}/audit", north.tenant)).await.json().to_string();
    assert!(audit.contains("recover_owner") && audit.contains("ann@new.io"), "{audit}");
    let security = kinds(&mut ann, &format!("/api/v1/tenants/{}/security", north.tenant)).await;
    for kind in ["recovery_ordered", "address_change_asked", "address_changed"] {
        assert!(security.contains(&kind.to_owned()), "{kind}: {security:?}");
    }
}

/// The operator was deceived: who had the address all along takes it back.
async fn the_old_mailbox_stops_a_recovery(database: Database) {
    let world = World::on(database).await;
    let north = world.found("north").await;
    order(&world, "north", "ann@north.io", Some("eve@evil.io")).await.unwrap();
    let stop = link(&world, &north, "ann@north.io", "address").await.unwrap();
    let confirm = link(&world, &north, "eve@evil.io", "address").await.unwrap();
    assert_eq!(world.client().post(&confirm, json!({})).await.status, StatusCode::NO_CONTENT);
    world.clock.advance(Span(1));
    let forgotten = json!({"identifier": "eve@evil.io"});
    assert_eq!(world.client().post("/api/v1/passwords", forgotten).await.status, StatusCode::ACCEPTED);
    let path = link(&world, &north, "eve@evil.io", "password").await.unwrap();
    let mut eve = world.client();
    assert_eq!(eve.post(&path, json!({"password": NEW})).await.status, StatusCode::OK);
    assert_eq!(world.client().post(&stop, json!({})).await.status, StatusCode::NO_CONTENT);
    assert_eq!(eve.get("/api/v1/session").await.problem(), (401, "session_ended".into()));
    assert!(!may_sign_in(&world, "eve@evil.io", NEW).await && !may_sign_in(&world, "ann@north.io", NEW).await);
}

/// Somebody with an owner's rights gives it another address before the mail is written.
async fn a_recovery_goes_where_the_operator_said(database: Database) {
    let world = World::on(database).await;
    let north = world.found("north").await;
    let west = world.found_for("west", "ann@north.io").await;
    let join = link(&world, &west, "ann@north.io", "password").await.unwrap();
    assert_eq!(world.client().post(&join, json!({"password": PASSWORD})).await.status, StatusCode::OK);
    world.clock.advance(Span(1));
    let mut ann = world.owner_of(&north).await;
    order(&world, "north", "ann@north.io", Some("ann@new.io")).await.unwrap();
    let evil = vec![Identifier::Email(Email::parse("evil@evil.io").unwrap())];
    ann.applied(&north, SetIdentifiers { user: north.owner, identifiers: evil }).await;
    for (to, kind) in [("evil@evil.io", "address"), ("evil@evil.io", "password"), ("ann@new.io", "address")] {
        assert!(link(&world, &north, to, kind).await.is_none(), "{kind} to {to}");
    }
    assert!(may_sign_in(&world, "ann@north.io", PASSWORD).await, "nothing moved");
}

async fn only_owners_are_recovered(database: Database) {
    let world = World::on(database).await;
    let north = world.found("north").await;
    let mut ann = world.owner_of(&north).await;
    let (bob, _) = world.join(&mut ann, &north, "bob@x.io").await;
    for to in [None, Some("bob@new.io")] {
        assert!(matches!(order(&world, "north", "bob@x.io", to).await, Err(NotRecovered::Tenant(_))), "{to:?}");
        assert!(matches!(order(&world, "east", "bob@x.io", to).await, Err(NotRecovered::NoOrganisation(_))));
    }
    let account = world.app.store.account_of(north.tenant, bob).await.unwrap().unwrap();
    assert_eq!(account.key(), "bob@x.io");
    assert!(link(&world, &north, "bob@new.io", "address").await.is_none());
    // Nobody's account is taken over by naming its address, nor an owner found by the address of another.
    let taken = order(&world, "north", "ann@north.io", Some("bob@x.io")).await;
    assert!(matches!(taken, Err(NotRecovered::Taken(_))), "{taken:?}");
    let nobody = order(&world, "north", "nobody@north.io", Some("ann@north.io")).await;
    assert!(matches!(nobody, Err(NotRecovered::Nobody(..))), "{nobody:?}");
    // An owner who is no account yet is mailed a link that makes one.
    let south = world.found_for("south", "sam@south.io").await;
    world.mails(south.tenant).await;
    world.clock.advance(Span(1));
    let ordered = order(&world, "south", "sam@south.io", Some("sam@new.io")).await.unwrap();
    assert_eq!((ordered.to.as_str(), ordered.before), ("sam@new.io", None));
    let path = link(&world, &south, "sam@new.io", "password").await.unwrap();
    assert_eq!(world.client().post(&path, json!({"password": NEW})).await.status, StatusCode::OK);
    assert!(may_sign_in(&world, "sam@new.io", NEW).await);
}
