//! What no client should send, and what it is told.

use crate::world::{Client, PASSWORD, World};
use axum::{
    body::Body,
    http::{Method, Request, StatusCode},
};
use rollcall_core::record;
use serde_json::{Value, json};

const JSON: &str = "application/json";
const STORED: &str = "application/octet-stream";

async fn post(client: &mut Client, path: &str, kind: &str, body: impl Into<Vec<u8>>) -> (u16, String) {
    client.write(Method::POST, path, kind, body.into()).await.problem()
}

#[tokio::test]
async fn bodies_that_are_none() {
    let world = World::new().await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    let sync = format!("/api/v1/tenants/{}/sync", place.tenant);
    for path in ["/api/v1/session", &sync] {
        assert_eq!(post(&mut ann, path, JSON, "{\"email").await, (400, "malformed".into()));
        assert_eq!(post(&mut ann, path, JSON, "").await, (400, "malformed".into()));
        assert_eq!(post(&mut ann, path, JSON, "[]").await, (422, "unexpected_value".into()));
        assert_eq!(post(&mut ann, path, "text/plain", "{}").await, (415, "unsupported_media_type".into()));
    }
    assert_eq!(post(&mut ann, &sync, STORED, [1, 2, 3]).await, (400, "malformed".into()));
    assert_eq!(post(&mut ann, &sync, STORED, []).await, (400, "malformed".into()));
    assert_eq!(post(&mut ann, &sync, STORED, [9, 2, 3]).await, (400, "newer_format".into()));
    let answer = ann.post("/api/v1/session", json!({"identifier": "a@b.io", "password": 7})).await;
    assert!(answer.json()["detail"].as_str().unwrap().starts_with("At password: "), "{answer:?}");
    let large = format!("{{\"email\":\"{}\"}}", "x".repeat(100_000));
    assert_eq!(post(&mut ann, "/api/v1/session", JSON, large).await, (413, "too_large".into()));
    assert_eq!(post(&mut ann, &sync, STORED, vec![1; 9 << 20]).await, (413, "too_large".into()));
    assert_eq!(ann.try_sync(&place, world.device(), None, vec![]).await.status, StatusCode::OK, "nothing broke");
}

#[tokio::test]
async fn syncs_that_make_no_sense() {
    let world = World::new().await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    let device = world.device();
    let command = |seq| world.envelope(device, seq, world.prepare("b@x.io"));
    let mut refused = async |commands| ann.try_sync(&place, device, None, commands).await.problem();
    let unexpected = (422, "unexpected_value".to_owned());
    assert_eq!(refused(vec![command(2), command(1)]).await, unexpected);
    assert_eq!(refused(vec![command(1), command(1)]).await, unexpected);
    assert_eq!(refused(vec![command(u64::MAX)]).await, unexpected);
    assert_eq!(refused(vec![world.envelope(world.device(), 1, world.prepare("c@x.io"))]).await, unexpected);
    assert_eq!(refused((1..=1001).map(command).collect()).await, (422, "too_many_commands".into()));
    let newer = rollcall_core::sync::Envelope { version: 999, ..command(1) };
    assert_eq!(refused(vec![newer]).await, (400, "malformed".into()), "a later command comes in a later protocol");
    let protocol = json!({"protocol": 999, "user": place.owner, "device": device, "cursor": null, "commands": []});
    let answer = ann.post(&format!("/api/v1/tenants/{}/sync", place.tenant), protocol).await;
    assert_eq!(answer.problem(), (409, "newer_client".into()));
    assert_eq!(ann.sync(&place, device, None, vec![]).await.cursor.version, 1, "nothing was done");
}

#[tokio::test]
async fn addresses_and_methods_that_there_are_not() {
    let world = World::new().await;
    let mut client = world.client();
    for path in ["/api/v1/nothing", "/api/v1/tenants", "/nothing"] {
        assert_eq!(client.get(path).await.problem(), (404, "not_found".into()), "{path}");
    }
    let answer = client.write(Method::PUT, "/api/v1/session", JSON, b"{}".to_vec()).await;
    assert_eq!(answer.problem(), (405, "method_not_allowed".into()));
    assert!(answer.headers.get("allow").unwrap().to_str().unwrap().contains("POST"));
}

/// A filter that nobody reads would answer with too much, and `?dryrun=true` would carry out what was to be tried.
#[tokio::test]
async fn what_nothing_reads_behind_the_question_mark_is_refused() {
    let world = World::new().await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    let of = |what: &str| format!("/api/v1/tenants/{}/{what}", place.tenant);
    for path in
        ["audit?usr=1", "security?befor=1", "calls?agnet=1", "calls/figures?grouped=day", "users/export?wich=all"]
    {
        assert_eq!(ann.get(&of(path)).await.problem(), (400, "malformed".into()), "{path}");
    }
    for path in [
        "/api/v1/info",
        "/api/v1/session",
        "/api/v1/account",
        "/api/v1/account/sessions",
        &of("undelivered"),
        &of("live"),
    ] {
        assert_eq!(ann.get(&format!("{path}?dry_run=true")).await.problem(), (400, "malformed".into()), "{path}");
    }
    let bob = format!("users/{}/hand-over?dry_run=true", place.owner);
    assert_eq!(ann.post(&of(&bob), json!({"what": "password"})).await.problem(), (400, "malformed".into()));
    assert_eq!(ann.get("/api/v1/account/security?befor=1").await.problem(), (400, "malformed".into()));
    let command = serde_json::to_vec(&world.prepare("bob@x.io")).unwrap();
    assert_eq!(post(&mut ann, &of("commands?dryrun=true"), JSON, command).await, (400, "malformed".into()));
    assert_eq!(ann.sync(&place, world.device(), None, vec![]).await.cursor.version, 1, "nothing was done");
}

/// By this the page tells the server's answers from those that a network gives in its place.
#[tokio::test]
async fn every_answer_of_the_api_is_marked_as_the_servers() {
    let world = World::new().await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    let tenant = place.tenant.to_string();
    let sync = format!("/api/v1/tenants/{tenant}/sync");
    let mut answers = vec![
        (None, ann.get("/api/v1/info").await),
        (None, ann.get("/api/v1/nothing").await),
        (None, ann.post("/api/v1/session", json!({"identifier": "a@b.io", "password": "wrong"})).await),
        (None, ann.write(Method::PUT, "/api/v1/session", JSON, b"{}".to_vec()).await),
        (Some(&tenant), ann.try_sync(&place, world.device(), None, vec![]).await),
        (Some(&tenant), ann.write(Method::POST, &sync, JSON, b"{".to_vec()).await),
        (Some(&tenant), ann.write(Method::POST, &sync, STORED, vec![1; 9 << 20]).await),
        (Some(&tenant), ann.get(&format!("/api/v1/tenants/{tenant}/nothing")).await),
        (Some(&tenant), world.client().write(Method::POST, &sync, JSON, b"{}".to_vec()).await),
    ];
    answers.push((None, ann.delete("/api/v1/session").await));
    for (tenant, answer) in answers {
        let header = |name| answer.headers.get(name).map(|value| value.to_str().unwrap().to_owned());
        let protocol = header("rollcall-protocol").and_then(|text| text.parse::<u16>().ok());
        assert_eq!(protocol, Some(rollcall_core::sync::PROTOCOL_VERSION), "{answer:?}");
        assert_eq!(header("rollcall-tenant").as_ref(), tenant, "{answer:?}");
        let kind = header("content-type");
        match answer.status.as_u16() {
            204 => assert_eq!(kind, None),
            200..300 => assert!(matches!(kind.as_deref(), Some(JSON | STORED)), "{answer:?}"),
            _ => assert_eq!(kind.as_deref(), Some("application/problem+json"), "{answer:?}"),
        }
    }
}

#[tokio::test]
async fn every_answer_ties_the_browsers_hands() {
    let world = World::new().await;
    for path in ["/api/v1/info", "/api/v1/nothing", "/healthz"] {
        let headers = world.client().get(path).await.headers;
        let policy = headers.get("content-security-policy").unwrap().to_str().unwrap();
        assert!(policy.contains("'wasm-unsafe-eval'") && policy.contains("frame-ancestors 'none'"), "{policy}");
        assert_eq!(headers.get("x-content-type-options").unwrap(), "nosniff");
        assert!(!headers.contains_key("strict-transport-security"), "not behind TLS here");
    }
    let info = world.client().get("/api/v1/info").await;
    assert_eq!(info.headers.get("cache-control").unwrap(), "no-store");
    let said = json!({"version": env!("CARGO_PKG_VERSION"), "demo": Value::Null, "mail_outbox": true, "set_up": true});
    assert_eq!(info.json(), said);
}

#[tokio::test]
async fn damaged_records_do_not_bring_the_server_down() {
    let garbled = record::encode(&(1_u16, "no request"));
    let world = World::new().await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    let path = format!("/api/v1/tenants/{}/sync", place.tenant);
    for length in 0..garbled.len() {
        assert_eq!(post(&mut ann, &path, STORED, &garbled[..length]).await, (400, "malformed".into()));
    }
}

#[tokio::test]
async fn behind_tls_cookies_and_headers_say_so() {
    let world = World::new().await;
    let place = world.found("north").await;
    let options = rollcall_server::http::Options { page: "https://rollcall.test".into(), ..Default::default() };
    let app = rollcall_server::http::App { options: options.into(), ..world.app.clone() };
    let mut client = Client { router: rollcall_server::http::router(app, None), cookie: None, device: None };
    let sign_in = json!({"identifier": place.email, "password": crate::world::PASSWORD});
    let answer = client.post("/api/v1/session", sign_in).await;
    assert!(answer.headers["set-cookie"].to_str().unwrap().contains("; Secure"));
    assert!(answer.headers.contains_key("strict-transport-security"));
}

#[tokio::test]
async fn large_answers_travel_compressed() {
    let world = World::new().await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    for n in 0..20 {
        ann.applied(&place, world.prepare(&format!("user.{n}@x.io"))).await;
    }
    let body = json!({"protocol": 1, "user": place.owner, "device": world.device(), "cursor": null, "commands": []});
    let path = format!("/api/v1/tenants/{}/sync", place.tenant);
    let plain = ann.post(&path, body.clone()).await;
    let request = axum::http::Request::post(&path).header("content-type", JSON).header("accept-encoding", "br");
    let small = ann.send(request.body(body.to_string().into()).unwrap()).await;
    assert_eq!(small.headers["content-encoding"], "br");
    assert!(small.body.len() * 3 < plain.body.len(), "{} of {}", small.body.len(), plain.body.len());
}

/// Whatever went wrong, and however the answer is packed.
#[tokio::test]
async fn errors_are_said_in_the_language_that_is_asked_for() {
    let world = World::new().await;
    let place = world.found("north").await;
    let ask = async |client: &mut Client, path: &str, body: Value, language: &str| {
        let request = Request::post(path).header("content-type", JSON).header("accept-encoding", "gzip, br");
        let request = request.header("accept-language", language).header("sec-fetch-site", "same-origin");
        let answer = client.send(request.body(Body::from(serde_json::to_vec(&body).unwrap())).unwrap()).await;
        assert!(answer.headers.get("content-encoding").is_none(), "{answer:?}");
        let spoken = answer.headers.get("content-language").map(|tag| tag.to_str().unwrap().to_owned());
        let said = answer.json()["detail"].as_str().unwrap().to_owned();
        (answer.problem().1, said, spoken)
    };
    let wrong = json!({"identifier": "ann@north.io", "password": "wrong"});
    for (language, says, spoken) in [
        ("de-CH, en;q=0.5", "Die E-Mail-Adresse", "de"),
        ("ar", "عنوان البريد", "ar"),
        ("fr, en;q=0.5", "The e-mail address", "en"),
        ("", "The e-mail address", "en"),
    ] {
        let (code, said, in_language) = ask(&mut world.client(), "/api/v1/session", wrong.clone(), language).await;
        assert_eq!((code.as_str(), in_language.as_deref()), ("wrong_credentials", Some(spoken)));
        assert!(said.starts_with(says), "{language}: {said}");
    }
    // A rule that refuses, in a route of an organisation.
    let mut ann = world.owner_of(&place).await;
    let change = json!({"old": PASSWORD, "new": "short"});
    let (code, said, _) = ask(&mut ann, "/api/v1/account/password", change, "de").await;
    assert_eq!((code.as_str(), said.as_str()), ("invalid_value", "Passwort: Mindestens 10 Zeichen sind nötig."));
    // What only a program's writer can put right is English.
    let answer = ann.post("/api/v1/session", json!([])).await;
    assert!(answer.json()["detail"].as_str().unwrap().starts_with("The body"), "{answer:?}");
    assert!(answer.headers.get("content-language").is_none(), "{answer:?}");
}
