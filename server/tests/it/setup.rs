//! The first organisation of a server, founded in the browser with the link that the server prints: by whoever has it, once, and
//! only as long as there is none.

use crate::{
    database::{Database, on_both},
    store::{NOW, founding, tenant},
    world::{Client, World},
};
use axum::http::StatusCode;
use futures_util::future::join;
use rollcall_core::{model::UserState, time::Span};
use rollcall_server::{
    identity::founding::new_link,
    limits::{Limits, Tries},
    store::{Batch, Commit, Founding, UsedLink},
};
use serde_json::{Value, json};

on_both! {
    whoever_has_the_link_founds_the_first_organisation_and_owns_it
    of_two_who_found_at_once_one_does
    a_set_up_link_is_one_and_ends
    of_two_foundings_by_links_one_is_written
}

/// The token of a new link, as a person copies it.
async fn link(world: &World) -> String {
    let link = new_link(&*world.database.store, &world.clock, "http://rollcall.test").await.unwrap().unwrap();
    let token = link.strip_prefix("http://rollcall.test/setup#").unwrap().to_owned();
    assert_eq!(token.len(), 64, "256 bits");
    token
}

fn request(token: &str, slug: &str) -> Value {
    json!({
        "token": token, "slug": slug, "name": "Acme Ltd", "language": "de", "time_zone": "Europe/Berlin", "country": "DE",
        "plans": [{"name": "Standard", "seats": 40}, {"name": "Light"}],
        "owner_name": "Ann Okonkwo", "owner_email": "ann@acme.example", "password": "four unrelated words",
    })
}

async fn check(client: &mut Client, token: &str) -> u16 {
    client.post("/api/v1/setup/check", json!({"token": token})).await.status.as_u16()
}

async fn is_wanted(client: &mut Client) -> Value {
    client.get("/api/v1/info").await.json()["set_up"].clone()
}

async fn whoever_has_the_link_founds_the_first_organisation_and_owns_it(database: Database) {
    let world = World::on(database).await;
    let mut ann = world.client();
    assert_eq!(is_wanted(&mut ann).await, json!(true));
    assert_eq!(check(&mut ann, "").await, 410, "there is no link yet");
    let token = link(&world).await;
    assert_eq!((check(&mut ann, &token).await, check(&mut ann, &"0".repeat(64)).await), (204, 410));
    // What is refused uses nothing up.
    let mut weak = request(&token, "acme");
    weak["password"] = json!("acme ltd 1");
    let answer = ann.post("/api/v1/setup", weak).await;
    assert_eq!((answer.problem().0, answer.json()["field"].as_str()), (422, Some("password")));
    let mut twice = request(&token, "acme");
    twice["plans"] = json!([{"name": "Standard"}, {"name": "standard", "seats": 1}]);
    assert_eq!(ann.post("/api/v1/setup", twice).await.problem(), (409, "name_taken".into()));
    let mut odd = request(&token, "acme");
    odd["slug"] = json!("no slug");
    assert_eq!(ann.post("/api/v1/setup", odd).await.problem(), (422, "unexpected_value".into()));
    let wrong = ann.post("/api/v1/setup", request(&"0".repeat(64), "acme")).await;
    assert_eq!(wrong.problem(), (410, "link_over".into()));
    assert_eq!(is_wanted(&mut ann).await, json!(true));

    let answer = ann.post("/api/v1/setup", request(&token, "acme")).await;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    let session = answer.json();
    let place = &session["organisations"][0];
    assert_eq!((place["slug"].as_str(), place["name"].as_str()), (Some("acme"), Some("Acme Ltd")));
    assert_eq!(session["email"], json!("ann@acme.example"));
    let tenant = place["tenant"].as_str().unwrap().parse().unwrap();
    let founded = world.app.tenants.tenant(tenant);
    let read = founded.read(|directory| {
        let mut plans: Vec<_> = directory.licences().map(|plan| (plan.name.to_string(), plan.seats)).collect();
        plans.sort();
        let owner = directory.users().next().map(|user| (user.display_name().into_owned(), user.state));
        (plans, owner, directory.organisation().map(|found| (found.language.to_string(), found.time_zone.to_string())))
    });
    let (plans, owner, place) = read.await.unwrap();
    assert_eq!(plans, [("Light".into(), None), ("Standard".into(), Some(40))]);
    assert_eq!(owner, Some(("Ann Okonkwo".to_owned(), UserState::Active)));
    assert_eq!(place, Some(("de".to_owned(), "Europe/Berlin".to_owned())));
    // The cookie is a session, and so is the password.
    assert_eq!(ann.get("/api/v1/session").await.json()["organisations"][0]["slug"], "acme");
    world.signed_in("ann@acme.example", "four unrelated words").await;

    // Used, and there is an organisation: no link opens anything any more.
    assert_eq!(is_wanted(&mut ann).await, json!(false));
    assert_eq!(check(&mut ann, &token).await, 410);
    let again = world.client().post("/api/v1/setup", request(&token, "other")).await;
    assert_eq!(again.problem(), (410, "link_over".into()));
    assert!(new_link(&*world.database.store, &world.clock, "http://x").await.unwrap().is_none());
    assert_eq!(world.database.store.tenants().await.unwrap().len(), 1);
    // The operator may found others.
    world.found("north").await;
}

async fn of_two_who_found_at_once_one_does(database: Database) {
    let world = World::on(database).await;
    let token = link(&world).await;
    let (.., router) = world.another().await;
    let (mut one, mut other) = (world.client(), Client { router, cookie: None, device: None });
    let mut elsewhere = request(&token, "other");
    elsewhere["owner_email"] = json!("mallory@acme.example");
    let both = join(one.post("/api/v1/setup", request(&token, "acme")), other.post("/api/v1/setup", elsewhere)).await;
    let mut answers = [both.0.status.as_u16(), both.1.status.as_u16()];
    answers.sort_unstable();
    assert_eq!(answers, [200, 410], "{both:?}");
    assert_eq!(world.database.store.tenants().await.unwrap().len(), 1);
}

async fn a_set_up_link_is_one_and_ends(database: Database) {
    let world = World::on(database).await;
    let (first, second) = (link(&world).await, link(&world).await);
    let mut client = world.client();
    assert_eq!(
        (check(&mut client, &first).await, check(&mut client, &second).await),
        (410, 204),
        "the later one holds"
    );
    world.clock.advance(Span::days(1));
    assert_eq!(check(&mut client, &second).await, 410, "it has expired");
    let late = client.post("/api/v1/setup", request(&second, "acme")).await;
    assert_eq!(late.problem(), (410, "link_over".into()));
    // An organisation that the operator founds ends it.
    let third = link(&world).await;
    world.found("north").await;
    assert_eq!(check(&mut client, &third).await, 410);
    let late = client.post("/api/v1/setup", request(&third, "acme")).await;
    assert_eq!(late.problem(), (410, "link_over".into()));
    // Nor does a backup from before there was one.
    let before = Database::sqlite().await;
    assert!(before.store.put_set_up_link(&[7; 32], NOW.after(Span(9))).await.unwrap());
    assert_eq!(before.store.set_up_link(NOW).await.unwrap(), Some([7; 32]));
    before.store.end_everything_open().await.unwrap();
    assert_eq!(before.store.set_up_link(NOW).await.unwrap(), None);
}

async fn of_two_foundings_by_links_one_is_written(database: Database) {
    let store = &database.store;
    let used = |token| Some(UsedLink { token: [token; 32], now: NOW });
    let by = |slug: &str, token| {
        let batch = founding(tenant(), slug);
        let founding = batch.founding.clone().unwrap();
        Batch { founding: Some(Founding { by: used(token), ..founding }), ..batch }
    };
    assert!(store.put_set_up_link(&[1; 32], NOW.after(Span(1))).await.unwrap());
    assert_eq!(store.commit(&by("wrong", 2)).await.unwrap(), Commit::LinkOver);
    let (north, south) = (by("north", 1), by("south", 1));
    let both = join(store.commit(&north), store.commit(&south)).await;
    let done = [both.0.unwrap(), both.1.unwrap()];
    assert!(done.contains(&Commit::Done) && done.contains(&Commit::LinkOver), "{done:?}");
    assert_eq!(store.tenants().await.unwrap().len(), 1);
    assert!(!store.put_set_up_link(&[3; 32], NOW.after(Span(1))).await.unwrap());
    assert_eq!(store.commit(&by("east", 3)).await.unwrap(), Commit::LinkOver);
}

#[tokio::test]
async fn guessing_at_a_link_is_slowed_down() {
    let limits = Limits { tries: Tries { network: 5, ..Tries::default() }, ..Limits::default() };
    let world = World::with(Database::sqlite().await, None, limits).await;
    let token = link(&world).await;
    let mut client = world.client();
    for _ in 0..4 {
        assert_eq!(check(&mut client, &token).await, 204, "what is right is no guess");
        assert_eq!(check(&mut client, "nonsense").await, 410);
    }
    let wrong = client.post("/api/v1/setup", request("nonsense", "acme")).await;
    assert_eq!(wrong.problem(), (410, "link_over".into()));
    let answer = client.post("/api/v1/setup", request(&token, "acme")).await;
    assert_eq!(answer.problem(), (429, "too_many_requests".into()));
    assert_eq!(check(&mut client, &token).await, 429);
}
