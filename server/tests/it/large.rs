//! Large bodies and large views: how many of them a user has at a time, and that whoever wants more waits and keeps nobody
//! else waiting.

use crate::{
    database::Database,
    world::{Client, Place, World, picture},
};
use axum::{
    body::{Body, Bytes},
    http::{Request, StatusCode, header},
    response::Response,
};
use futures_util::stream;
use http_body_util::BodyExt;
use rollcall_core::{
    access::ADMIN,
    command::{Command, GiveGrant, SetAvatar},
    id::UserId,
    model::{AvatarOf, GrantKey, Granted, Scope},
    record::{decode, encode},
    sync::{Outcome, PROTOCOL_VERSION, SyncRequest, SyncResponse, Update},
    time::Span,
};
use rollcall_server::limits::{Answers, Bodies, Limits, ShareLimits, Turns, WorkLimits};
use std::{
    convert::Infallible,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};
use tokio::task::JoinHandle;
use tower::ServiceExt;

const JSON: &str = "application/json";
const STORED: &str = "application/octet-stream";
/// Nothing here takes so long unless it hangs.
const LONG: Duration = Duration::from_secs(20);

/// Somebody's request, which goes on by itself until its answer begins.
fn begin(client: &Client, path: &str, kind: &str, accepted: &str, body: Body) -> JoinHandle<Response> {
    let request = Request::post(path).header(header::CONTENT_TYPE, kind).header(header::ACCEPT_ENCODING, accepted);
    let request = request.header(header::COOKIE, client.cookie.clone().unwrap()).body(body).unwrap();
    let router = client.router.clone();
    tokio::spawn(async move { router.oneshot(request).await.unwrap() })
}

async fn answered(request: JoinHandle<Response>) -> Response {
    tokio::time::timeout(LONG, request).await.expect("it waits for ever").unwrap()
}

/// A body that does not say how long it is, so it may be as long as any; and whether somebody has begun to read it.
fn unmeasured(body: Vec<u8>) -> (Body, Arc<AtomicBool>) {
    let begun = Arc::new(AtomicBool::new(false));
    let told = begun.clone();
    let part = stream::once(async move {
        told.store(true, Ordering::SeqCst);
        Ok::<_, Infallible>(Bytes::from(body))
    });
    (Body::from_stream(part), begun)
}

/// An organisation of two.
async fn two(limits: Limits) -> (World, Place, Client, (UserId, Client)) {
    let world = World::with(Database::sqlite().await, None, limits).await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    let bob = world.join(&mut ann, &place, "bob@x.io").await;
    (world, place, ann, bob)
}

#[tokio::test]
async fn a_large_body_is_not_read_before_its_user_has_room_for_it() {
    let bodies = Bodies(ShareLimits { user: 8 * 1024, tenant: 64 * 1024, all: 64 * 1024 });
    let (world, place, ann, (_, bob)) = two(Limits { bodies, ..Limits::default() }).await;
    let path = format!("/api/v1/tenants/{}/commands?dry_run=true", place.tenant);
    let command = serde_json::to_vec(&world.prepare("u@x.io")).unwrap();
    let under_way = world.app.bodies.take((place.tenant, place.owner), 8 * 1024).await;
    let (body, begun) = unmeasured(command.clone());
    let waits = begin(&ann, &path, JSON, "", body);
    let others = begin(&bob, &path, JSON, "", unmeasured(command.clone()).0);
    assert_eq!(answered(others).await.status(), StatusCode::OK, "others have their own");
    let small = begin(&ann, &path, JSON, "", command.clone().into());
    assert_eq!(answered(small).await.status(), StatusCode::OK, "small ones are not counted");
    assert!(!waits.is_finished() && !begun.load(Ordering::SeqCst), "it was read");
    drop(under_way);
    assert_eq!(answered(waits).await.status(), StatusCode::OK);
    let after = begin(&ann, &path, JSON, "", unmeasured(command).0);
    assert_eq!(answered(after).await.status(), StatusCode::OK, "it was given back");
}

/// What commands changed is counted when they are done: however many requests of a user come at once, those that wait for their
/// turn find it counted.
#[tokio::test]
async fn many_requests_at_once_take_turns() {
    let turns = Turns(ShareLimits { user: 1, tenant: 8, all: 8 });
    let work = WorkLimits { commands: 2, burst: 1, ..WorkLimits::default() };
    let (world, place, ann, (_, bob)) = two(Limits { turns, work, ..Limits::default() }).await;
    world.clock.advance(Span::days(1));
    let path = format!("/api/v1/tenants/{}/commands", place.tenant);
    let of = AvatarOf::User(place.owner);
    let much = serde_json::to_vec(&Command::from(SetAvatar { of, picture: Some(picture(1)) })).unwrap();
    let under_way = world.app.turns.take((place.tenant, place.owner), 1).await;
    let first = begin(&ann, &path, JSON, "", much.clone().into());
    let second = begin(&ann, &path, JSON, "", much.into());
    let one = serde_json::to_vec(&world.prepare("u@x.io")).unwrap();
    assert_eq!(
        answered(begin(&bob, &path, JSON, "", one.into())).await.status(),
        StatusCode::OK,
        "others have their own"
    );
    assert!(!first.is_finished() && !second.is_finished());
    drop(under_way);
    let mut told = [answered(first).await.status(), answered(second).await.status()];
    told.sort_unstable();
    assert_eq!(told, [StatusCode::OK, StatusCode::TOO_MANY_REQUESTS]);
}

#[tokio::test]
async fn a_body_that_says_it_is_too_large_is_not_read() {
    let (_world, place, ann, _) = two(Limits::default()).await;
    let path = format!("/api/v1/tenants/{}/sync", place.tenant);
    let too_large = begin(&ann, &path, JSON, "", vec![b' '; 8 * 1024 * 1024 + 1].into());
    assert_eq!(answered(too_large).await.status(), StatusCode::PAYLOAD_TOO_LARGE);
    let (body, begun) = unmeasured(vec![b' '; 8 * 1024 * 1024 + 1]);
    let too_large = begin(&ann, &path, JSON, "", body);
    assert_eq!(answered(too_large).await.status(), StatusCode::PAYLOAD_TOO_LARGE);
    assert!(begun.load(Ordering::SeqCst), "it did not say");
}

/// Few records, and much to send: pictures of so many people.
async fn pictures(world: &World, place: &Place, ann: &mut Client, count: u32) {
    for n in 0..count {
        let command = world.prepare(&format!("pictured-{n}@x.io"));
        let of = AvatarOf::User(command.user().unwrap());
        ann.applied(place, command).await;
        ann.applied(place, SetAvatar { of, picture: Some(picture(n)) }).await;
    }
}

/// However many ask at once, and whether they read what they get: what is large goes by the bytes, and not by how many
/// records have them.
#[tokio::test]
async fn a_user_has_so_many_bytes_of_large_answers_on_their_way() {
    let answers = Answers(ShareLimits { user: 128, tenant: 8 * 128, all: 8 * 128 });
    let (world, place, mut ann, (bob_id, bob)) = two(Limits { answers, ..Limits::default() }).await;
    let grant = GrantKey { user: bob_id, what: Granted::Role(ADMIN), scope: Scope::Organisation };
    ann.applied(&place, GiveGrant { grant, until: None }).await;
    let device = world.device();
    let before = ann.sync(&place, device, None, vec![]).await.cursor;
    pictures(&world, &place, &mut ann, 6).await;
    let path = format!("/api/v1/tenants/{}/sync", place.tenant);
    let view = |client: &Client, user, accepted: &str| {
        let (device, cursor, commands) = (world.device(), None, Vec::new());
        let request = SyncRequest { protocol: PROTOCOL_VERSION, user, device, cursor, commands, held: None };
        begin(client, &path, STORED, accepted, encode(&request).into())
    };
    for accepted in ["identity", "br", "gzip"] {
        let unread = answered(view(&ann, place.owner, accepted)).await;
        assert_eq!(unread.status(), StatusCode::OK);
        let waits = view(&ann, place.owner, "br");
        let others = answered(view(&bob, bob_id, accepted)).await;
        assert_eq!(others.status(), StatusCode::OK, "others have their own");
        assert!(!waits.is_finished(), "{accepted}: it was answered");
        drop(unread);
        let answer = answered(waits).await;
        assert_eq!(answer.headers()[header::CONTENT_ENCODING], "br");
        let compressed = answer.into_body().collect().await.unwrap().to_bytes();
        let mut plain = Vec::new();
        brotli::BrotliDecompress(&mut &*compressed, &mut plain).unwrap();
        let answer: SyncResponse = decode(&plain).unwrap();
        assert!(matches!(answer.update, Update::Snapshot(records) if records.len() > 2));
    }
    // So it is with what changed.
    let since = |client: &Client| {
        let (user, cursor, commands) = (place.owner, Some(before), Vec::new());
        let request = SyncRequest { protocol: PROTOCOL_VERSION, user, device, cursor, commands, held: None };
        begin(client, &path, STORED, "identity", encode(&request).into())
    };
    let unread = answered(since(&ann)).await;
    let waits = since(&ann);
    assert_eq!(answered(view(&bob, bob_id, "identity")).await.status(), StatusCode::OK);
    assert!(!waits.is_finished(), "it was answered");
    drop(unread);
    let answer = answered(waits).await.into_body().collect().await.unwrap().to_bytes();
    assert!(matches!(decode::<SyncResponse>(&answer).unwrap().update, Update::Delta(_)));
    // What comes in plain says how long it is.
    let plain = answered(view(&ann, place.owner, "identity")).await;
    let length: usize = plain.headers()[header::CONTENT_LENGTH].to_str().unwrap().parse().unwrap();
    assert_eq!(plain.into_body().collect().await.unwrap().to_bytes().len(), length);
    // Commands that come with the question have their verdicts, once.
    let device = world.device();
    let pushed = world.envelope(device, 1, world.prepare("u@x.io"));
    for _ in 0..2 {
        let answer = ann.sync(&place, device, None, vec![pushed.clone()]).await;
        let verdicts: Vec<_> = answer.verdicts.iter().map(|verdict| (verdict.command, &verdict.outcome)).collect();
        assert!(matches!(verdicts[..], [(id, Outcome::Applied { .. })] if id == pushed.id), "{verdicts:?}");
        assert!(matches!(answer.update, Update::Snapshot(_)));
    }
}
