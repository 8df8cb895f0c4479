//! Guessing, as somebody on the open internet does it: what it costs the server, and what it costs the one who is guessed at.

use crate::{
    database::{Database, on_both},
    world::{Answer, Client, PASSWORD, World},
};
use axum::{
    body::Body,
    extract::ConnectInfo,
    http::{Method, Request, StatusCode, header},
};
use rollcall_core::{
    command::SetIdentifiers,
    model::Identifier,
    time::Span,
    value::{Email, Login, PhoneNumber},
};
use rollcall_server::limits::{Limits, Tries};
use serde_json::{Value, json};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

on_both! {
    a_full_counter_is_told_from_memory a_known_device_gets_in_while_strangers_are_slowed
    a_known_device_gets_in_by_a_log_in_name_too a_copied_device_is_a_strangers
    a_known_device_gets_in_beside_a_guesser no_answer_tells_whose_a_log_in_name_is
    right_passwords_are_counted_by_the_account a_stolen_session_uses_up_no_more_than_its_own_tries
    judging_a_password_is_work_that_counts
}

/// Too long to be hashed, and counted all the same.
fn wrong(identifier: &str) -> Value {
    json!({"identifier": identifier, "password": "x".repeat(300)})
}

fn right(identifier: &str) -> Value {
    json!({"identifier": identifier, "password": PASSWORD})
}

/// Each costs a hash, which others wait for, however many sessions the account has.
async fn right_passwords_are_counted_by_the_account(database: Database) {
    let world = World::on(database).await;
    let place = world.found("north").await;
    let mut sessions = [world.owner_of(&place).await, world.owner_of(&place).await];
    let easy = json!({"old": PASSWORD, "new": "short"});
    for n in 0..30 {
        let answer = sessions[n % 2].post("/api/v1/account/password", easy.clone()).await;
        assert_eq!(answer.problem(), (422, "invalid_value".into()), "{n}");
    }
    for session in &mut sessions {
        let answer = session.post("/api/v1/account/password", easy.clone()).await;
        assert_eq!(answer.problem(), (429, "too_many_requests".into()));
    }
    // Two sign-ins were before.
    for n in 0..98 {
        let answer = ask(&mut world.client(), n, Method::POST, "/api/v1/session", right(&place.email)).await;
        assert_eq!(answer.status, StatusCode::OK, "{n}");
    }
    let answer = ask(&mut world.client(), 0, Method::POST, "/api/v1/session", right(&place.email)).await;
    assert_eq!(answer.problem(), (429, "too_many_requests".into()));
    // From now on none is hashed, so that a wrong one is told the same, from everywhere.
    let guessed = json!({"identifier": place.email, "password": "not this one"});
    for from in [200, 201] {
        let answer = ask(&mut world.client(), from, Method::POST, "/api/v1/session", guessed.clone()).await;
        assert_eq!(answer.problem(), (429, "too_many_requests".into()));
    }
    world.clock.advance(Span(15 * 60_000));
    world.owner_of(&place).await;
}

/// Whoever has somebody's session and not its password guesses that, again and again: its person can still change it.
async fn a_stolen_session_uses_up_no_more_than_its_own_tries(database: Database) {
    let world = World::on(database).await;
    let place = world.found("north").await;
    let (mut stolen, mut own) = (world.owner_of(&place).await, world.owner_of(&place).await);
    for n in 0..40 {
        let guess = json!({"old": format!("guess number {n}"), "new": "battery staple"});
        let expected = if n < 10 { 422 } else { 429 };
        assert_eq!(stolen.post("/api/v1/account/password", guess).await.status, expected, "{n}");
    }
    let change = json!({"old": PASSWORD, "new": "battery staple"});
    assert_eq!(own.post("/api/v1/account/password", change).await.status, StatusCode::NO_CONTENT);
}

/// What is guessed easily was judged, which takes long; what is too short was not even looked at.
async fn judging_a_password_is_work_that_counts(database: Database) {
    let tries = Tries { network: 5, ..Tries::default() };
    let world = World::with(database, None, Limits { tries, ..Limits::default() }).await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    world.invite(&mut ann, &place, "bob@x.io").await;
    let (code, token) = world.newest_code(place.tenant, "bob@x.io").await;
    let path = format!("/api/v1/invitations/{token}/accept");
    let accept = |password: &str| json!({"code": code, "full_name": "Bob", "password": password});
    for _ in 0..10 {
        let answer = ask(&mut world.client(), 7, Method::POST, &path, accept("short")).await;
        assert_eq!(answer.problem(), (422, "invalid_value".into()));
    }
    for n in 0..10 {
        let answer = ask(&mut world.client(), 8, Method::POST, &path, accept("1234567890")).await;
        assert_eq!(answer.status, if n < 5 { 422 } else { 429 }, "{n}");
    }
    let elsewhere = ask(&mut world.client(), 9, Method::POST, &path, accept("battery staple")).await;
    assert_eq!(elsewhere.status, StatusCode::OK, "the invitation is as good as ever");
}

/// Asks from an address of the network.
async fn ask(client: &mut Client, from: u32, method: Method, path: &str, body: Value) -> Answer {
    let peer = SocketAddr::new(IpAddr::V4(Ipv4Addr::from_bits(0x0A00_0000 + from)), 40_000);
    let request = Request::builder().method(method).uri(path).header(header::CONTENT_TYPE, "application/json");
    let request = request.extension(ConnectInfo(peer)).body(Body::from(serde_json::to_vec(&body).unwrap()));
    client.send(request.unwrap()).await
}

async fn sign_in(client: &mut Client, from: u32, body: Value) -> Answer {
    ask(client, from, Method::POST, "/api/v1/session", body).await
}

/// Guesses at somebody until everybody's counter is full, each network a few times.
async fn besiege(world: &World, identifier: &str) {
    for n in 0..101 {
        sign_in(&mut world.client(), 1_000 + n / 9, wrong(identifier)).await;
    }
    let answer = sign_in(&mut world.client(), 2_000, right(identifier)).await;
    assert_eq!(answer.problem(), (429, "too_many_requests".into()), "strangers are slowed");
}

/// Without a database there is no query.
#[tokio::test]
async fn who_is_blocked_costs_nothing() {
    let world = World::new().await;
    world.found("north").await;
    let mut client = world.client();
    let link = "/api/v1/passwords/guessed";
    for n in 0..Tries::default().network {
        let answer = match n % 4 {
            0 => sign_in(&mut client, 1, wrong(&format!("user{n}@x.io"))).await,
            1 => ask(&mut client, 1, Method::GET, link, json!({})).await,
            2 => ask(&mut client, 1, Method::POST, "/api/v1/invitations/guessed/code", json!({"code": "AAAAAA"})).await,
            _ => ask(&mut client, 1, Method::GET, "/api/v1/invitations/guessed", json!({})).await,
        };
        assert_ne!(answer.status, StatusCode::TOO_MANY_REQUESTS, "{n}");
    }
    world.database.store.close().await;
    let accept = json!({"code": "AAAAAA", "full_name": "Eve", "password": PASSWORD});
    for (method, path, body) in [
        (Method::POST, "/api/v1/session", right("ann@north.io")),
        (Method::POST, "/api/v1/passwords", json!({"identifier": "ann@north.io"})),
        (Method::GET, link, json!({})),
        (Method::POST, link, json!({"password": PASSWORD})),
        (Method::GET, "/api/v1/addresses/guessed", json!({})),
        (Method::POST, "/api/v1/addresses/guessed", json!({})),
        (Method::GET, "/api/v1/invitations/guessed", json!({})),
        (Method::POST, "/api/v1/invitations/guessed/code", json!({"code": "AAAAAA"})),
        (Method::POST, "/api/v1/invitations/guessed/accept", accept),
    ] {
        let answer = ask(&mut client, 1, method.clone(), path, body.clone()).await;
        assert_eq!(answer.problem(), (429, "too_many_requests".into()), "{path}");
        assert_eq!(answer.headers["retry-after"], "900");
        let elsewhere = ask(&mut client, 2, method, path, body).await;
        assert!(elsewhere.status.is_server_error(), "it asks the database: {path} {elsewhere:?}");
    }
}

/// A flood of tries at one account, from ever new networks, costs no query, and no organisation is loaded for it.
async fn a_full_counter_is_told_from_memory(database: Database) {
    let world = World::on(database).await;
    world.found("north").await;
    besiege(&world, "ann@north.io").await;
    let name = json!({"identifier": "nobody", "organisation": "north", "password": "x".repeat(300)});
    for n in 0..101 {
        sign_in(&mut world.client(), 5_000 + n / 9, name.clone()).await;
    }
    world.database.store.close().await;
    for n in 0..50 {
        assert_eq!(sign_in(&mut world.client(), 3_000 + n, wrong("ann@north.io")).await.problem().0, 429);
        assert_eq!(sign_in(&mut world.client(), 3_000 + n, name.clone()).await.problem().0, 429);
    }
}

async fn a_known_device_gets_in_while_strangers_are_slowed(database: Database) {
    let world = World::on(database).await;
    let place = world.found("north").await;
    let mut own = world.client();
    let answer = sign_in(&mut own, 1, right(&place.email)).await;
    let cookies: Vec<_> = answer.headers.get_all("set-cookie").iter().map(|set| set.to_str().unwrap()).collect();
    assert!(cookies.iter().any(|set| set.starts_with("rollcall_device=") && set.contains("; HttpOnly; SameSite=Lax")));
    besiege(&world, &place.email).await;
    assert_eq!(own.delete("/api/v1/session").await.status, StatusCode::NO_CONTENT);
    // From a network that is new, and again and again.
    for n in 0..12 {
        assert_eq!(sign_in(&mut own, 4_000 + n, right(&place.email)).await.status, StatusCode::OK);
    }
    let mut new = own.clone();
    new.device = Some("rollcall_device=0000".into());
    assert_eq!(sign_in(&mut new, 4_100, right(&place.email)).await.problem().0, 429);
    // Whoever has the device has ten tries on it.
    for n in 0..10 {
        assert_eq!(sign_in(&mut own, 4_200 + n, wrong(&place.email)).await.problem().0, 401);
    }
    assert_eq!(sign_in(&mut own, 4_300, right(&place.email)).await.problem().0, 429);
    world.clock.advance(Span(15 * 60_000));
    assert_eq!(sign_in(&mut own, 4_300, right(&place.email)).await.status, StatusCode::OK);
    // With a new password the device that set it stays known, and others are strangers' again.
    let mut other = world.client();
    assert_eq!(sign_in(&mut other, 1, right(&place.email)).await.status, StatusCode::OK);
    let new = "battery staple";
    let change = json!({"old": PASSWORD, "new": new});
    assert_eq!(own.post("/api/v1/account/password", change).await.status, StatusCode::NO_CONTENT);
    besiege(&world, &place.email).await;
    let now = json!({"identifier": place.email, "password": new});
    assert_eq!(sign_in(&mut other, 1, now.clone()).await.problem().0, 429);
    assert_eq!(sign_in(&mut own, 1, now).await.status, StatusCode::OK);
}

async fn a_known_device_gets_in_by_a_log_in_name_too(database: Database) {
    let world = World::on(database).await;
    let place = world.found("north").await;
    let mut own = world.owner_of(&place).await;
    let login = Identifier::Login(Login::parse("annie").unwrap());
    let identifiers = vec![Identifier::Email(Email::parse(&place.email).unwrap()), login];
    own.applied(&place, SetIdentifiers { user: place.owner, identifiers }).await;
    besiege(&world, "annie").await;
    besiege(&world, &place.email).await;
    assert_eq!(sign_in(&mut own, 4_000, right("annie")).await.status, StatusCode::OK);
    // What somebody else's device tries at this account counts as a stranger's.
    let south = world.found("south").await;
    let mut sam = world.owner_of(&south).await;
    let name = json!({"identifier": "annie", "organisation": "north", "password": PASSWORD});
    assert_eq!(sign_in(&mut sam, 4_001, name).await.problem().0, 429);
}

/// Whoever has used up the tries at an address learns nothing of the names that it may belong to: those of its account are
/// answered as those of nobody. Tries at a name are counted together, however it is written.
async fn no_answer_tells_whose_a_log_in_name_is(database: Database) {
    let world = World::on(database).await;
    let place = world.found("north").await;
    let mut own = world.owner_of(&place).await;
    let identifiers = vec![
        Identifier::Email(Email::parse(&place.email).unwrap()),
        Identifier::Login(Login::parse("annie").unwrap()),
        Identifier::Mobile(PhoneNumber::parse("+447700900123").unwrap()),
    ];
    own.applied(&place, SetIdentifiers { user: place.owner, identifiers }).await;
    let guess = async |from: u32, name: &str| {
        let mut wrong = json!({"identifier": name, "password": "not the password"});
        wrong["organisation"] = json!("north");
        let answer = sign_in(&mut world.client(), from, wrong).await;
        let after = answer.headers.get(header::RETRY_AFTER).cloned();
        (answer.status, after, answer.body)
    };
    besiege(&world, &place.email).await;
    let nobodys = ["nobody", "+447700900999", "nobody@north.io"];
    let answers = async |from: u32, names: [&str; 3]| {
        let mut answers = Vec::new();
        for name in names {
            answers.push(guess(from, name).await);
        }
        answers
    };
    let unknown = answers(5_000, nobodys).await;
    assert_eq!(unknown[0].0, StatusCode::UNAUTHORIZED);
    assert_eq!(answers(5_001, ["annie", "+447700900123", "other@north.io"]).await, unknown);
    // Names that are used up look alike as well.
    for n in 0..101 {
        for name in ["annie", "nobody"] {
            guess(6_000 + n / 9, name).await;
        }
    }
    assert_eq!(guess(7_000, "annie").await.0, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(guess(7_000, "annie").await, guess(7_001, "nobody").await);
    for n in 0..101 {
        guess(8_000 + n / 9, if n % 2 == 0 { "+447700900123" } else { "07700 900123" }).await;
    }
    assert_eq!(guess(9_000, "07700 900 123").await.0, StatusCode::TOO_MANY_REQUESTS);
}

/// Behind the address of a provider's network a neighbour guesses.
async fn a_known_device_gets_in_beside_a_guesser(database: Database) {
    let world = World::on(database).await;
    let place = world.found("north").await;
    let mut own = world.client();
    assert_eq!(sign_in(&mut own, 1, right(&place.email)).await.status, StatusCode::OK);
    for n in 0..Tries::default().network {
        sign_in(&mut world.client(), 1, wrong(&format!("user{n}@x.io"))).await;
    }
    assert_eq!(sign_in(&mut world.client(), 1, right(&place.email)).await.problem().0, 429);
    for _ in 0..30 {
        assert_eq!(sign_in(&mut own, 1, right(&place.email)).await.status, StatusCode::OK);
    }
    // Tries on it count, too.
    let mut tries = own.clone();
    for _ in 0..Tries::default().device {
        assert_ne!(sign_in(&mut tries, 1, wrong("nobody@x.io")).await.status, StatusCode::OK);
    }
    // What was made up or altered is a stranger's, without a query.
    let genuine = own.device.clone().unwrap();
    let (name, secret) = genuine.split_once('=').unwrap();
    let (drawn, signature) = secret.split_once('.').unwrap();
    let zeros = "0".repeat(64);
    world.database.store.close().await;
    let answer = sign_in(&mut tries, 1, right(&place.email)).await;
    assert_eq!(answer.problem(), (429, "too_many_requests".into()), "its own are used up");
    for forged in [
        drawn.to_owned(),
        format!("{drawn}."),
        format!("{drawn}.{zeros}"),
        format!("{zeros}.{signature}"),
        format!("{drawn}.{}", signature.to_uppercase()),
        format!("{drawn}.{signature}00"),
        format!(".{signature}"),
        format!("{drawn}.{signature}.{signature}"),
    ] {
        let mut forger = world.client();
        forger.device = Some(format!("{name}={forged}"));
        let answer = sign_in(&mut forger, 1, right(&place.email)).await;
        assert_eq!(answer.problem(), (429, "too_many_requests".into()), "{forged}");
    }
}

async fn a_copied_device_is_a_strangers(database: Database) {
    let world = World::on(database).await;
    let place = world.found("north").await;
    let mut own = world.owner_of(&place).await;
    let mut copy = own.clone();
    assert_eq!(sign_in(&mut own, 1, right(&place.email)).await.status, StatusCode::OK);
    besiege(&world, &place.email).await;
    assert_eq!(sign_in(&mut copy, 1, right(&place.email)).await.problem().0, 429);
    assert_eq!(sign_in(&mut own, 1, right(&place.email)).await.status, StatusCode::OK);
}
