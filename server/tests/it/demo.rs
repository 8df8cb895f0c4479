//! The demo: founded once, whole, and with as many people as somebody wants.

use crate::{database::Database, world::World};
use rollcall_core::{
    Directory, invariant,
    model::{UserKind, UserState},
    query,
};
use rollcall_server::{
    clock::Clock,
    demo::{self, SIGN_INS, Wanted},
    identity::Passwords,
};
use std::collections::BTreeSet;

#[tokio::test]
async fn the_demo_has_people_in_every_state_and_two_organisations() {
    let world = World::new().await;
    let store = &world.database.store;
    let passwords = Passwords::default();
    let sign_in = demo::found(store, &world.clock, &passwords, Wanted::default()).await.unwrap().unwrap();
    let again = demo::found(store, &world.clock, &passwords, Wanted::default()).await.unwrap().unwrap();
    assert_eq!(sign_in, again);
    assert_eq!(store.tenants().await.unwrap().len(), 2);
    let mut ann = world.signed_in(&sign_in.email, &sign_in.password).await;
    let session = ann.get("/api/v1/session").await.json();
    assert_eq!(session["organisations"].as_array().unwrap().len(), 2);
    let tenant = session["organisations"][1]["tenant"].as_str().unwrap().parse().unwrap();
    let (_, records) = store.load(tenant).await.unwrap().unwrap();
    let directory = Directory::from_records(records);
    assert_eq!(invariant::verify(&directory), []);
    for state in [UserState::Active, UserState::Invited, UserState::Prepared, UserState::Suspended] {
        assert!(directory.count(state) >= 2, "{state:?}");
    }
    let now = world.clock.now();
    assert!(directory.users().any(|user| user.invitation_expired(now)));
    // Today's invitations are mailed, the older ones not.
    assert_eq!(world.mails(tenant).await.len(), 4);
    for other in ["tomas@demo.example", "mia@demo.example"] {
        world.signed_in(other, &sign_in.password).await;
    }
}

#[tokio::test]
async fn a_crowd_is_made_by_the_same_rules() {
    let database = Database::sqlite().await;
    let sign_in =
        demo::found(&database.store, &Clock::default(), &Passwords::default(), Wanted { users: 500, furnished: true })
            .await
            .unwrap();
    assert!(sign_in.is_some());
    let mut sizes = Vec::new();
    for tenant in database.store.tenants().await.unwrap() {
        let directory = Directory::from_records(database.store.load(tenant).await.unwrap().unwrap().1);
        assert_eq!(invariant::verify(&directory), []);
        sizes.push(directory.users().count());
    }
    sizes.sort_unstable();
    // Four of them are no persons.
    assert_eq!(sizes, [1, 504]);
}

#[tokio::test]
async fn a_database_that_is_in_use_gets_no_demo() {
    let world = World::new().await;
    world.found("north").await;
    let answer =
        demo::found(&world.database.store, &world.clock, &Passwords::default(), Wanted::default()).await.unwrap();
    assert!(answer.is_none());
    assert_eq!(world.database.store.tenants().await.unwrap().len(), 1);
}

/// What a phone system has besides people, made by the same rules; each built-in role has somebody who signs in.
#[tokio::test]
async fn a_furnished_demo_looks_lived_in() {
    let world = World::new().await;
    let store = &world.database.store;
    let wanted = Wanted { users: 0, furnished: true };
    let sign_in = demo::found(store, &world.clock, &Passwords::default(), wanted).await.unwrap().unwrap();
    let tenant = demo::tenant(store).await.unwrap().unwrap();
    let directory = Directory::from_records(store.load(tenant).await.unwrap().unwrap().1);
    assert_eq!(invariant::verify(&directory), []);
    let days = directory.calls().map(|call| call.started.0 / 86_400_000).collect::<BTreeSet<_>>();
    assert!(directory.calls().count() > 500 && days.len() >= 29, "{} on {days:?}", directory.calls().count());
    assert!(directory.numbers().count() >= 20 && directory.contacts().count() >= 10);
    assert!(directory.holidays().count() >= 6 && directory.phones().count() >= 3);
    assert!(directory.teams().filter(|team| team.routing.is_some()).count() >= 2);
    assert!(directory.users().filter(|user| user.kind != UserKind::Person).count() >= 4);
    assert!(directory.roles().count() >= 11 && directory.all_scheduled().count() == 1);
    assert!(query::attention(&directory, world.clock.now()).len() > 6);
    for (_, email) in SIGN_INS {
        world.signed_in(email, &sign_in.password).await;
    }
}
