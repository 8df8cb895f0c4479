//! What one user, one organisation and the server take: commands and bytes of a user, bodies, long lists.

use crate::{
    database::Database,
    world::{World, picture},
};
use axum::{
    body::{Body, Bytes},
    http::{Request, StatusCode, header},
};
use futures_util::stream;
use rollcall_core::{
    Key,
    api::PROTOCOL_HEADER,
    command::SetAvatar,
    model::AvatarOf,
    sync::{Envelope, Held, MAX_BUCKETS, MAX_COMMANDS, PROTOCOL_VERSION, Put, Update},
    time::Span,
};
use rollcall_server::limits::{ConnectionLimits, Limits, Tuning, WorkLimits};
use serde_json::{Value, json};
use std::{collections::BTreeSet, convert::Infallible, time::Duration};

async fn limited(limits: Limits) -> World {
    World::with(Database::sqlite().await, None, limits).await
}

/// Somebody over its limit is asked to come later, and then has everything done that it kept.
#[tokio::test]
async fn whoever_sends_too_much_waits_and_loses_nothing() {
    let work = WorkLimits { commands: 2, ..WorkLimits::default() };
    let world = limited(Limits { work, ..Limits::default() }).await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    let (_, mut bob) = world.join(&mut ann, &place, "bob@x.io").await;
    let device = world.device();
    // Ann invited once: 19 are left of what may come at once.
    let commands = |from: u64, to: u64| -> Vec<Envelope> {
        (from..=to).map(|n| world.envelope(device, n, world.prepare(&format!("u{n}@x.io")))).collect()
    };
    ann.sync(&place, device, None, commands(1, 19)).await;
    let kept = commands(20, 25);
    let answer = ann.try_sync(&place, device, None, kept.clone()).await;
    assert_eq!(answer.problem(), (429, "commands_spent".into()));
    assert!(answer.json()["detail"].as_str().unwrap().starts_with("You sent more changes at once"), "{answer:?}");
    assert!(answer.headers.contains_key(PROTOCOL_HEADER), "the page takes only the server's word for it");
    let wait: i64 = answer.headers[header::RETRY_AFTER].to_str().unwrap().parse().unwrap();
    assert_eq!(wait, 30);
    let path = format!("/api/v1/tenants/{}/commands", place.tenant);
    let one = serde_json::to_value(world.prepare("v@x.io")).unwrap();
    assert_eq!(ann.post(&path, one.clone()).await.problem(), (429, "commands_spent".into()));
    assert_eq!(bob.post(&path, one).await.status, StatusCode::OK, "others have their own");
    world.clock.advance(Span(wait * 1_000));
    let verdicts = ann.sync(&place, device, None, kept.clone()).await.verdicts;
    let ids: Vec<_> = verdicts.iter().map(|verdict| verdict.command).collect();
    assert_eq!(ids, kept.iter().map(|envelope| envelope.id).collect::<Vec<_>>());
    assert!(verdicts.iter().all(|verdict| crate::world::codes(&verdict.outcome).is_empty()));
}

/// What one command may change, all of a dry run may; and what commands change beyond the usual counts as commands.
#[tokio::test]
async fn much_in_few_commands_is_much() {
    let tenants = Tuning { changes: 60, ..Tuning::default() };
    let work = WorkLimits { commands: 4, ..WorkLimits::default() };
    let world = limited(Limits { tenants, work, ..Limits::default() }).await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    let of = AvatarOf::User(place.owner);
    let picture = |n: u32| json!({"set_avatar": SetAvatar { of, picture: Some(picture(n)) }});
    let path = format!("/api/v1/tenants/{}/commands", place.tenant);
    // 25 changes of usual size, then 49 each, for there is a picture before.
    let tried = ann.post(&format!("{path}?dry_run=true"), json!([picture(1), picture(2), picture(3)])).await.json();
    let told: Vec<_> = tried.as_array().unwrap().iter().map(|answer| &answer["refusals"][0]["code"]).collect();
    assert_eq!(told, [&Value::Null, &json!("too_many_changes"), &json!("too_many_changes")], "{tried}");
    assert_eq!(tried[1]["refusals"][0]["refusal"], json!({"too_many_changes": {"changes": 74, "max": 60}}));
    // In earnest each goes into a transaction of its own when they are too much together, and has its verdict.
    let done = ann.post(&path, json!([picture(1), picture(2), picture(3), picture(4)])).await.json();
    let versions: Vec<_> =
        done.as_array().unwrap().iter().map(|verdict| verdict["outcome"]["applied"].clone()).collect();
    let first = versions[0]["version"].as_u64().unwrap();
    assert_eq!(versions, (first..first + 4).map(|version| json!({"version": version})).collect::<Vec<_>>(), "{done}");
    // Seven commands and what they changed are 15 of 40, and each of the next ones is three.
    for n in 5..14 {
        assert_eq!(ann.post(&path, picture(n)).await.status, StatusCode::OK, "{n}");
    }
    assert_eq!(ann.post(&path, picture(14)).await.problem(), (429, "commands_spent".into()));
}

#[tokio::test]
async fn bytes_are_counted_by_the_day() {
    let work = WorkLimits { bytes: 5_000, ..WorkLimits::default() };
    let world = limited(Limits { work, ..Limits::default() }).await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    let path = format!("/api/v1/tenants/{}/commands", place.tenant);
    let long = || json!([{"nonsense": "x".repeat(5_000)}]);
    assert_eq!(ann.post(&path, long()).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let answer = ann.post(&path, long()).await;
    assert_eq!(answer.problem(), (429, "bytes_spent".into()));
    assert!(answer.json()["detail"].as_str().unwrap().contains("more data in a day"), "{answer:?}");
    assert!(answer.headers.contains_key(header::RETRY_AFTER));
    world.clock.advance(Span::days(1));
    assert_eq!(ann.post(&path, long()).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_body_that_does_not_come_is_given_up() {
    let connections = ConnectionLimits { body: Duration::from_millis(20), ..ConnectionLimits::default() };
    let world = limited(Limits { connections, ..Limits::default() }).await;
    let mut client = world.client();
    let body = Body::from_stream(stream::pending::<Result<Bytes, Infallible>>());
    let request = Request::post("/api/v1/session").header(header::CONTENT_TYPE, "application/json");
    let answer = client.send(request.body(body).unwrap()).await;
    assert_eq!(answer.problem(), (408, "slow_body".into()));
    assert!(answer.headers.contains_key(PROTOCOL_HEADER));
}

#[tokio::test]
async fn too_much_in_a_request_is_said() {
    let world = World::new().await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    let path = format!("/api/v1/tenants/{}/commands", place.tenant);
    let mut commands = vec![serde_json::to_value(world.prepare("u@x.io")).unwrap(); MAX_COMMANDS];
    let tried = format!("{path}?dry_run=true");
    assert_eq!(ann.post(&tried, Value::Array(commands.clone())).await.status, StatusCode::OK);
    // What is too much isn't read, and needn't be commands.
    commands.resize(MAX_COMMANDS + 100_000, Value::Null);
    assert_eq!(ann.post(&tried, Value::Array(commands)).await.problem(), (422, "too_many_commands".into()));
    let deep = format!("[{}{}]", "[".repeat(100_000), "]".repeat(100_000));
    let answer = ann.write(axum::http::Method::POST, &path, "application/json", deep.into_bytes()).await;
    assert_eq!(answer.problem(), (400, "malformed".into()), "nobody goes so deep");
    // A digest of more buckets than any view has.
    let device = world.device();
    let held = |buckets: usize| {
        let held = vec![0_u64; buckets];
        json!({"protocol": PROTOCOL_VERSION, "user": place.owner, "device": device, "cursor": null, "commands": [], "held": held})
    };
    let path = format!("/api/v1/tenants/{}/sync", place.tenant);
    assert_eq!(ann.post(&path, held(MAX_BUCKETS)).await.status, StatusCode::OK);
    let answer = ann.post(&path, held(MAX_BUCKETS + 1)).await;
    assert_eq!(answer.problem(), (422, "unexpected_value".into()));
    assert!(answer.json()["detail"].as_str().unwrap().contains("At held: at most 4096"), "{answer:?}");
    let many: Held = serde_json::from_value(json!(vec![0_u64; 1_000_000])).unwrap();
    assert_eq!(many.buckets() as usize, MAX_BUCKETS + 1, "no more is kept of it");
}

/// Whoever was away for long is told the difference all the same, though it is read in slices between commits.
#[tokio::test]
async fn a_long_delta_is_complete() {
    let world = World::new().await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    let (old, busy) = (world.device(), world.device());
    let begun = ann.sync(&place, old, None, vec![]).await.cursor;
    let mut wanted = BTreeSet::new();
    for batch in 0..3 {
        let commands =
            (1..=1_000).map(|n| world.envelope(busy, batch * 1_000 + n, world.prepare(&format!("u{batch}-{n}@x.io"))));
        let commands: Vec<_> = commands.collect();
        wanted.extend(commands.iter().filter_map(|envelope| envelope.command.user()).map(Key::User));
        ann.sync(&place, busy, None, commands).await;
    }
    // While it is read, others go on.
    let mut reader = ann.clone();
    let late = world.envelope(busy, 3_001, world.prepare("late@x.io"));
    let last_one = Key::User(late.command.user().unwrap());
    let (news, last) =
        tokio::join!(reader.sync(&place, old, Some(begun), vec![]), ann.sync(&place, busy, None, vec![late]));
    let Update::Delta(puts) = news.update else { panic!("it is no delta") };
    let keys: Vec<Key> = puts.iter().map(|put| put.key).collect();
    assert!(keys.is_sorted_by(|a, b| a < b), "each once, in order");
    let there = |puts: Vec<Put>| puts.into_iter().filter_map(|put| put.record.is_some().then_some(put.key));
    let mut known: BTreeSet<Key> = there(puts).collect();
    assert_eq!(wanted.len(), 3_000);
    assert!(wanted.is_subset(&known));
    assert!(news.cursor.version == last.cursor.version || news.cursor.version + 1 == last.cursor.version);
    let rest = ann.sync(&place, old, Some(news.cursor), vec![]).await;
    let Update::Delta(rest) = rest.update else { panic!("it is no delta") };
    known.extend(there(rest));
    assert!(known.contains(&last_one), "now or then");
}
