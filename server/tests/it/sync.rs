//! The sync: verdicts that come once, deltas and snapshots, commands for integrators, the live stream.

use crate::{
    database::{Database, on_both},
    world::{Client, SEATS, World, codes},
};
use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use http_body_util::BodyExt;
use rollcall_core::{
    command::{DeleteUser, InviteUser, NewUser, PrepareUser},
    sync::{Cursor, Envelope, Held, Outcome, PROTOCOL_VERSION, Seq, SyncRequest, SyncResponse, Update},
    time::Span,
};
use serde_json::json;
use tower::ServiceExt;

on_both! {
    a_repeated_envelope_gets_its_old_verdict another_command_under_a_used_number_is_set_apart a_refusal_is_durable
    deltas_follow_the_cursor two_clients_spend_the_last_seat forgotten_tombstones_lead_to_a_snapshot
    work_carried_to_another_device_is_done_once
}

async fn a_repeated_envelope_gets_its_old_verdict(database: Database) {
    let world = World::on(database).await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    let device = world.device();
    let first = world.envelope(device, 1, world.prepare("b@x.io"));
    // A gap is accepted; twice in one request is once.
    let fourth = world.envelope(device, 4, world.prepare("c@x.io"));
    let before = ann.sync(&place, device, None, vec![first.clone(), fourth.clone()]).await;
    assert!(before.verdicts.iter().all(|verdict| codes(&verdict.outcome).is_empty()), "{before:?}");
    world.clock.advance(Span::hours(1));
    let after = ann.sync(&place, device, None, vec![first.clone(), fourth]).await;
    assert_eq!(before.verdicts, after.verdicts);
    assert_eq!(before.cursor.version, after.cursor.version);
    // Another process, which has the verdict from the store.
    let (_, _, router) = world.another().await;
    let mut elsewhere = Client { router, cookie: ann.cookie.clone(), device: None };
    let third = elsewhere.sync(&place, device, None, vec![first]).await;
    assert_eq!(third.verdicts[..], before.verdicts[..1]);
    let log = world.database.store.log(place.tenant, 0, 100).await.unwrap();
    assert_eq!(log.len(), 3, "the founding and two users");
    assert!(log.windows(2).all(|rows| rows[0].version < rows[1].version));
}

async fn another_command_under_a_used_number_is_set_apart(database: Database) {
    let world = World::on(database).await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    let device = world.device();
    let original = world.envelope(device, 1, world.prepare("b@x.io"));
    let copy = world.envelope(device, 1, world.prepare("c@x.io"));
    let before = ann.sync(&place, device, None, vec![original.clone()]).await;
    for _ in 0..2 {
        let clashed = ann.sync(&place, device, None, vec![copy.clone()]).await;
        assert_eq!(clashed.verdicts[0].outcome, Outcome::Clashed);
        assert_eq!(clashed.verdicts[0].command, copy.id);
        assert_eq!(clashed.cursor.version, before.cursor.version);
    }
    assert_eq!(world.database.store.clashes(place.tenant).await.unwrap(), 1);
    // Nor is it done under another name: whoever sent it may have heard that it was set apart.
    let renamed = Envelope { device: world.device(), seq: Seq(7), ..copy };
    let (_, _, router) = world.another().await;
    let mut elsewhere = Client { router, cookie: ann.cookie.clone(), device: None };
    for client in [&mut ann, &mut elsewhere] {
        let still = client.sync(&place, renamed.device, None, vec![renamed.clone()]).await;
        assert_eq!((still.verdicts[0].seq, &still.verdicts[0].outcome), (Seq(7), &Outcome::Clashed));
    }
    assert_eq!(ann.sync(&place, device, None, vec![original]).await.verdicts, before.verdicts);
    // Another user's device of the same name is another device.
    let (_, mut bob) = world.join(&mut ann, &place, "bob@x.io").await;
    let his = world.envelope(device, 1, world.prepare("d@x.io"));
    assert_eq!(codes(&bob.sync(&place, device, None, vec![his]).await.verdicts[0].outcome), ["not_allowed"]);
}

async fn a_refusal_is_durable(database: Database) {
    let world = World::on(database).await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    let device = world.device();
    let user = world.new_user("ann@north.io");
    let refused = world.envelope(device, 1, PrepareUser(user.clone()));
    let next = world.envelope(device, 2, world.prepare("b@x.io"));
    let answer = ann.sync(&place, device, None, vec![refused.clone(), next]).await;
    assert_eq!(codes(&answer.verdicts[0].outcome), ["already_a_user"]);
    assert!(matches!(answer.verdicts[1].outcome, Outcome::Applied { .. }), "a refusal jams nothing");
    // Later it would be allowed, and stays refused all the same.
    let fresh = world.new_user("c@x.io");
    ann.applied(&place, PrepareUser(fresh)).await;
    assert_eq!(ann.sync(&place, device, None, vec![refused]).await.verdicts[0], answer.verdicts[0]);
}

/// The same commands from two devices, in any order, in one process or two: each has one verdict.
async fn work_carried_to_another_device_is_done_once(database: Database) {
    let world = World::on(database).await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    let (_, _, router) = world.another().await;
    let mut elsewhere = Client { router, cookie: ann.cookie.clone(), device: None };
    let (old, new) = (world.device(), world.device());
    let refused = PrepareUser(world.new_user("ann@north.io"));
    let work: Vec<Envelope> = [world.prepare("b@x.io"), refused.into(), world.prepare("c@x.io")]
        .into_iter()
        .zip(1..)
        .map(|(command, seq)| world.envelope(old, seq, command))
        .collect();
    // The first arrived, its answer did not.
    let first = ann.sync(&place, old, None, work[..1].to_vec()).await.verdicts;
    let carried: Vec<Envelope> = work
        .iter()
        .zip(7..)
        .map(|(envelope, seq)| Envelope { device: new, seq: Seq(seq), ..envelope.clone() })
        .collect();
    let fresh = world.envelope(new, 10, world.prepare("d@x.io"));
    let answers = elsewhere.sync(&place, new, None, [carried.clone(), vec![fresh]].concat()).await.verdicts;
    assert_eq!(answers.iter().map(|verdict| verdict.seq.0).collect::<Vec<_>>(), [7, 8, 9, 10]);
    assert_eq!((&answers[0].outcome, answers[0].command), (&first[0].outcome, first[0].command));
    // Then the old device is heard again.
    let late = ann.sync(&place, old, None, work).await.verdicts;
    assert_eq!(late.iter().map(|verdict| verdict.seq.0).collect::<Vec<_>>(), [1, 2, 3]);
    let outcomes = |verdicts: &[rollcall_core::sync::Verdict]| -> Vec<Outcome> {
        verdicts.iter().take(3).map(|verdict| verdict.outcome.clone()).collect()
    };
    assert_eq!(outcomes(&late), outcomes(&answers));
    assert_eq!(codes(&late[1].outcome), ["already_a_user"]);
    assert_eq!(ann.sync(&place, new, None, carried).await.verdicts[..], answers[..3]);
    assert_eq!(world.database.store.log(place.tenant, 0, 100).await.unwrap().len(), 4, "the founding and three users");
    // Another user's command of the same id is another command.
    let (bob, mut bobs) = world.join(&mut ann, &place, "bob@x.io").await;
    assert_ne!(bob, place.owner);
    let same = Envelope { id: first[0].command, ..world.envelope(new, 1, world.prepare("e@x.io")) };
    assert_eq!(codes(&bobs.sync(&place, new, None, vec![same]).await.verdicts[0].outcome), ["not_allowed"]);
}

async fn deltas_follow_the_cursor(database: Database) {
    let world = World::on(database).await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    let device = world.device();
    let whole = ann.sync(&place, device, None, vec![]).await;
    assert!(matches!(&whole.update, Update::Snapshot(records) if records.len() >= 4), "{whole:?}");
    let user = world.new_user("b@x.io");
    let id = user.id;
    ann.applied(&place, PrepareUser(user)).await;
    let news = ann.sync(&place, device, Some(whole.cursor), vec![]).await;
    let Update::Delta(puts) = &news.update else { panic!("{news:?}") };
    assert!(puts.iter().any(|put| put.key == rollcall_core::Key::User(id) && put.record.is_some()));
    ann.applied(&place, DeleteUser { user: id }).await;
    // Also from a process that has none of it in memory.
    let (_, _, router) = world.another().await;
    let mut elsewhere = Client { router, cookie: ann.cookie.clone(), device: None };
    for client in [&mut ann, &mut elsewhere] {
        let gone = client.sync(&place, device, Some(news.cursor), vec![]).await;
        let Update::Delta(puts) = &gone.update else { panic!("{gone:?}") };
        assert!(puts.iter().any(|put| put.key == rollcall_core::Key::User(id) && put.record.is_none()));
        let still = client.sync(&place, device, Some(gone.cursor), vec![]).await;
        assert_eq!(still.update, Update::Delta(vec![]));
    }
    for foreign in [
        Cursor { log_epoch: whole.cursor.log_epoch + 1, ..whole.cursor },
        Cursor { view_epoch: whole.cursor.view_epoch + 1, ..whole.cursor },
        Cursor { version: 1_000, ..whole.cursor },
    ] {
        let answer = ann.sync(&place, device, Some(foreign), vec![]).await;
        assert!(matches!(answer.update, Update::Snapshot(_)), "{foreign:?}");
    }
}

/// A backup put in place, and what was removed long ago.
async fn forgotten_tombstones_lead_to_a_snapshot(database: Database) {
    let world = World::on(database).await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    let device = world.device();
    let old = ann.sync(&place, device, None, vec![]).await.cursor;
    let user = world.new_user("b@x.io");
    let id = user.id;
    ann.applied(&place, PrepareUser(user)).await;
    ann.applied(&place, DeleteUser { user: id }).await;
    let newer = ann.sync(&place, device, None, vec![]).await.cursor;
    world.clock.advance(Span::days(1));
    world.clean().await;
    let (_, _, router) = world.another().await;
    let mut elsewhere = Client { router, cookie: ann.cookie.clone(), device: None };
    let answer = elsewhere.sync(&place, device, Some(old), vec![]).await;
    assert!(matches!(answer.update, Update::Snapshot(_)), "{answer:?}");
    assert_eq!(elsewhere.sync(&place, device, Some(newer), vec![]).await.update, Update::Delta(vec![]));
    world.database.store.renew_log_epochs(77).await.unwrap();
    let (_, _, router) = world.another().await;
    let mut restored = Client { router, cookie: ann.cookie.clone(), device: None };
    let answer = restored.sync(&place, device, Some(newer), vec![]).await;
    assert!(matches!(answer.update, Update::Snapshot(_)) && answer.cursor.log_epoch == 77, "{answer:?}");
}

/// Offline, in two processes, at once: one seat is spent once (invariant 5).
async fn two_clients_spend_the_last_seat(database: Database) {
    let world = World::on(database).await;
    let place = world.found("north").await;
    let ann = world.owner_of(&place).await;
    let (_, _, router) = world.another().await;
    let clients = [ann.clone(), Client { router, cookie: ann.cookie.clone(), device: None }];
    let mut tasks = Vec::new();
    for n in 0..20 {
        let mut client = clients[n % 2].clone();
        let (place, device) = (place.clone(), world.device());
        let user = NewUser { licence: Some(place.plan), ..world.new_user(&format!("u{n}@x.io")) };
        let envelope = world.envelope(device, 1, InviteUser(user));
        tasks.push(tokio::spawn(async move {
            let answer = client.sync(&place, device, None, vec![envelope]).await;
            answer.verdicts.into_iter().next().unwrap().outcome
        }));
    }
    let mut applied = Vec::new();
    for task in tasks {
        match task.await.unwrap() {
            Outcome::Applied { version } => applied.push(version),
            other => assert_eq!(codes(&other), ["no_seat_left"]),
        }
    }
    applied.sort_unstable();
    applied.dedup();
    assert_eq!(applied.len(), SEATS as usize, "each in a version of its own");
    let (_, records) = world.database.store.load(place.tenant).await.unwrap().unwrap();
    assert_eq!(rollcall_core::invariant::verify(&rollcall_core::Directory::from_records(records)), []);
}

#[tokio::test]
async fn json_in_json_out() {
    let world = World::new().await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    let body = json!({"protocol": 1, "user": place.owner, "device": world.device(), "cursor": null, "commands": []});
    let answer = ann.post(&format!("/api/v1/tenants/{}/sync", place.tenant), body).await;
    assert_eq!(answer.headers.get("content-type").unwrap(), "application/json");
    assert!(answer.json()["update"]["snapshot"].is_array(), "{answer:?}");
}

/// A browser may hold another account's session by the time that its outbox is sent.
#[tokio::test]
async fn nobodys_work_is_done_in_anothers_name() {
    let world = World::new().await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    let (bob, _) = world.join(&mut ann, &place, "bob@x.io").await;
    let device = world.device();
    let his = world.envelope(device, 1, world.prepare("c@x.io"));
    let body = json!({"protocol": 1, "user": bob, "device": device, "cursor": null, "commands": [his]});
    let before = ann.sync(&place, world.device(), None, vec![]).await.cursor;
    let answer = ann.post(&format!("/api/v1/tenants/{}/sync", place.tenant), body).await;
    assert_eq!(answer.problem(), (401, "another_user".into()));
    assert_eq!(ann.sync(&place, world.device(), None, vec![]).await.cursor, before);
}

/// A page of the first version, still open, is served as ever; one of a later version is told to wait.
#[tokio::test]
async fn pages_of_other_versions() {
    let world = World::new().await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    let device = world.device();
    let commands = vec![world.envelope(device, 1, world.prepare("b@x.io"))];
    let old = ann.ask(&place, &(1_u16, place.owner, device, None::<Cursor>, &commands)).await;
    assert_eq!(old.status, StatusCode::OK, "{old:?}");
    let answer: SyncResponse = rollcall_core::record::decode(&old.body).unwrap();
    assert!(matches!(answer.verdicts[0].outcome, Outcome::Applied { version: 2 }), "{answer:?}");
    let later = PROTOCOL_VERSION + 1;
    let newer = ann.ask(&place, &(later, "in words that nobody here knows")).await;
    assert_eq!(newer.problem(), (409, "newer_client".into()));
    let path = format!("/api/v1/tenants/{}/sync", place.tenant);
    assert_eq!(ann.post(&path, json!({"protocol": later})).await.problem(), (409, "newer_client".into()));
    assert_eq!(ann.post(&path, json!({"protocol": 0})).await.problem(), (409, "unknown_protocol".into()));
    assert_eq!(ann.post(&path, json!({"protocol": 1})).await.problem(), (422, "unexpected_value".into()));
}

/// Who holds most of a large view already is told the rest of it.
#[tokio::test]
async fn a_large_view_is_told_as_a_difference() {
    let world = World::new().await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    let device = world.device();
    for n in 0..2 {
        let user = |m: u64| world.envelope(device, n * 1_000 + m + 1, world.prepare(&format!("u{n}-{m}@x.io")));
        ann.sync(&place, device, None, (0..1_000).map(user).collect()).await;
    }
    let whole = ann.sync(&place, device, None, vec![]).await;
    let Update::Snapshot(mut records) = whole.update else { panic!() };
    let gone = PrepareUser(world.new_user("gone@x.io"));
    ann.applied(&place, gone.clone()).await;
    ann.applied(&place, DeleteUser { user: gone.0.id }).await;
    ann.applied(&place, world.prepare("new@x.io")).await;
    let foreign = Cursor { view_epoch: whole.cursor.view_epoch ^ 1, ..whole.cursor };
    // Whoever can't tell gets everything.
    let old = ann.ask(&place, &(1_u16, place.owner, device, Some(foreign), Vec::<Envelope>::new())).await;
    let old: SyncResponse = rollcall_core::record::decode(&old.body).unwrap();
    let Update::Snapshot(now) = old.update else { panic!() };
    let work = vec![world.envelope(device, 2_001, world.prepare("own@x.io"))];
    let stale = ann.sync(&place, device, Some(foreign), work.clone()).await;
    assert_eq!((&stale.update, stale.cursor, stale.verdicts.len()), (&Update::Stale, foreign, 1));
    let held = Some(Held::of(records.iter().cloned(), records.len()));
    let request = SyncRequest {
        protocol: PROTOCOL_VERSION,
        user: place.owner,
        device,
        cursor: Some(foreign),
        commands: work,
        held,
    };
    let answer = ann.ask(&place, &request).await;
    let answer: SyncResponse = rollcall_core::record::decode(&answer.body).unwrap();
    assert_eq!(answer.verdicts, stale.verdicts);
    assert_eq!(answer.cursor.view_epoch, whole.cursor.view_epoch);
    let Update::Difference { buckets, parts } = answer.update else { panic!("{:?}", answer.update) };
    assert!(parts.len() < 10, "{} of {buckets} buckets", parts.len());
    let puts = rollcall_core::sync::puts(buckets, parts, records.clone());
    assert_eq!(puts.iter().filter(|put| put.record.is_some()).count(), 2);
    records.extend(puts.into_iter().filter_map(|put| put.record));
    assert_eq!(records.len(), now.len() + 1, "what was told before, and the own work");
}

/// A large tenant goes on while whole views of it are read, and each of them is the view of one version.
#[tokio::test]
async fn whole_views_are_read_between_commits() {
    let world = World::new().await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    let device = world.device();
    let mut ids = Vec::new();
    for n in 0..3 {
        let mut envelopes = Vec::new();
        for m in 0..1_000 {
            let user = world.new_user(&format!("u{n}-{m}@x.io"));
            ids.push(user.id);
            envelopes.push(world.envelope(device, n * 1_000 + m + 1, PrepareUser(user)));
        }
        ann.sync(&place, device, None, envelopes).await;
    }
    let mut reading = Vec::new();
    for _ in 0..4 {
        let (mut client, place, device) = (ann.clone(), place.clone(), world.device());
        reading.push(tokio::spawn(async move { client.sync(&place, device, None, vec![]).await }));
    }
    let mut writing = Vec::new();
    for n in 0..20 {
        let (mut client, place, device) = (ann.clone(), place.clone(), world.device());
        let work = vec![
            world.envelope(device, 1, world.prepare(&format!("new{n}@x.io"))),
            world.envelope(device, 2, DeleteUser { user: ids[n * 100] }),
        ];
        writing.push(tokio::spawn(async move { client.sync(&place, device, None, work).await }));
    }
    let mut answers = Vec::new();
    for task in reading.into_iter().chain(writing) {
        answers.push(task.await.unwrap());
    }
    let last = ann.sync(&place, device, None, vec![]).await;
    let Update::Snapshot(records) = last.update else { panic!() };
    let all = |directory: &rollcall_core::Directory| {
        let mut all: Vec<_> = directory.records().map(|record| (record.key(), record)).collect();
        all.sort_unstable_by_key(|(key, _)| *key);
        all
    };
    let wanted = all(&rollcall_core::Directory::from_records(records));
    for answer in answers {
        let Update::Snapshot(records) = answer.update else { panic!() };
        let mut directory = rollcall_core::Directory::from_records(records);
        let news = ann.sync(&place, device, Some(answer.cursor), vec![]).await;
        let Update::Delta(puts) = news.update else { panic!("{:?}", news.update) };
        puts.into_iter().for_each(|put| directory.put(put.key, put.record));
        assert!(all(&directory) == wanted, "the view of no version");
    }
}

#[tokio::test]
async fn integrators_get_a_verdict_each() {
    let world = World::new().await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    let path = format!("/api/v1/tenants/{}/commands", place.tenant);
    let user = world.new_user("b@x.io");
    let command = serde_json::to_value(rollcall_core::Command::from(PrepareUser(user))).unwrap();
    let answer = ann.post(&path, json!([command, command])).await.json();
    assert_eq!(answer[0]["outcome"]["applied"]["version"], 2);
    assert_eq!(answer[1]["outcome"]["refused"]["refusals"][0], "id_in_use");
    let answer = ann.post(&path, json!([])).await;
    assert_eq!((answer.status, answer.json()), (StatusCode::OK, json!([])));
    let answer = ann.post(&path, json!([command, {"prepare_user": {"id": 1}}])).await;
    assert_eq!(answer.problem(), (422, "unexpected_value".into()));
    assert!(answer.json()["detail"].as_str().unwrap().contains("[1].prepare_user.id"), "{answer:?}");
}

#[tokio::test]
async fn a_dry_run_tells_and_does_nothing() {
    let world = World::new().await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    let path = format!("/api/v1/tenants/{}/commands?dry_run=true", place.tenant);
    let command = serde_json::to_value(world.prepare("b@x.io")).unwrap();
    for _ in 0..2 {
        let answer = ann.post(&path, json!([command, command])).await.json();
        assert_eq!((&answer[0]["allowed"], &answer[1]["allowed"]), (&json!(true), &json!(false)));
        assert_eq!(answer[1]["refusals"][0]["code"], "id_in_use");
        assert!(!answer[0]["changes"].as_array().unwrap().is_empty());
    }
    assert_eq!(ann.post(&path, command).await.json()["allowed"], true);
    assert_eq!(world.database.store.head(place.tenant).await.unwrap().unwrap().version, 1);
    assert_eq!(ann.post(&path.replace("true", "perhaps"), json!([])).await.problem(), (400, "malformed".into()));
}

#[tokio::test]
async fn the_live_stream_tells_each_version_and_ends_with_the_session() {
    let world = World::new().await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    let (bob, bobs) = world.join(&mut ann, &place, "bob@x.io").await;
    // Bob is somebody elsewhere, so his session goes on; the stream of this place does not.
    let south = world.found("south").await;
    let mut sam = world.owner_of(&south).await;
    world.join(&mut sam, &south, "bob@x.io").await;
    let path = format!("/api/v1/tenants/{}/live", place.tenant);
    let request = Request::get(&path).header("cookie", bobs.cookie.clone().unwrap()).body(Body::empty()).unwrap();
    let response = world.router.clone().oneshot(request).await.unwrap();
    assert_eq!(response.headers().get("content-type").unwrap(), "text/event-stream");
    let mut body = response.into_body();
    let mut told = String::new();
    let mut next = async || {
        let frame = tokio::time::timeout(std::time::Duration::from_secs(20), body.frame()).await.expect("no event");
        frame.map(|frame| String::from_utf8(frame.unwrap().into_data().unwrap().to_vec()).unwrap())
    };
    told += &next().await.unwrap();
    let version = ann.applied(&place, world.prepare("c@x.io")).await;
    told += &next().await.unwrap();
    assert!(told.contains(&format!("event: version\ndata: {{\"version\":{version}}}")), "{told}");
    let last = ann.applied(&place, rollcall_core::command::SuspendUser { user: bob }).await;
    // It ends, after it has told of this very commit or before.
    if let Some(told) = next().await {
        assert!(told.contains(&format!("{{\"version\":{last}}}")), "{told}");
        assert_eq!(next().await, None);
    }
}
