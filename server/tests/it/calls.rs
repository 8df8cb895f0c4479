//! Calls over HTTP: reported in batches, asked for from the server also where devices no longer have them, and each asker gets
//! its own.

use crate::{
    database::{Database, on_both},
    world::{Client, Place, World},
};
use axum::http::StatusCode;
use rollcall_core::{
    Timestamp,
    command::{ReportCalls, SetCallPolicy},
    id::{CallId, UserId},
    model::{CallDirection, CallEvent, CallPolicy, CallReport},
    query::{CallLog, FiguresOfCalls},
    time::Span,
    value::PhoneNumber,
};

on_both! { calls_are_told_to_whom_they_concern the_log_keeps_no_number_of_a_caller older_calls_are_on_the_server_alone }

async fn ask<T: serde::de::DeserializeOwned>(client: &mut Client, place: &Place, path: &str) -> T {
    let answer = client.get(&format!("/api/v1/tenants/{}/{path}", place.tenant)).await;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    serde_json::from_slice(&answer.body).unwrap()
}

fn report(call: u128, event: CallEvent, at: Timestamp, user: UserId) -> CallReport {
    let (call, direction) = (CallId::fixed(call), CallDirection::Incoming);
    CallReport { call, event, at, direction, peer: None, team: None, user: Some(user) }
}

async fn calls_are_told_to_whom_they_concern(database: Database) {
    let world = World::on(database).await;
    let north = world.found("north").await;
    let mut ann = world.owner_of(&north).await;
    let (bob, mut bobs) = world.join(&mut ann, &north, "bob@x.io").await;
    let (cyd, mut cyds) = world.join(&mut ann, &north, "cyd@x.io").await;
    let now = world.clock.now();
    let ago = |seconds: i64| now.before(Span(seconds * 1_000));
    let reports = vec![
        report(1, CallEvent::Ended, ago(10), bob),
        report(1, CallEvent::Started, ago(50), bob),
        report(1, CallEvent::Answered, ago(40), bob),
        report(2, CallEvent::Started, ago(30), cyd),
    ];
    ann.applied(&north, ReportCalls { reports: reports.clone() }).await;
    // What comes twice is taken twice, and changes nothing.
    ann.applied(&north, ReportCalls { reports }).await;
    let told = async |client: &mut Client, path: &str| ask::<CallLog>(client, &north, path).await;
    let ids = |log: &CallLog| log.rows.iter().map(|row| row.call.id).collect::<Vec<_>>();
    let all = told(&mut ann, "calls").await;
    assert_eq!((all.total, ids(&all)), (2, vec![CallId::fixed(2), CallId::fixed(1)]));
    assert_eq!((all.rows[1].waited, all.rows[1].talked), (Some(Span(10_000)), Some(Span(30_000))));
    assert_eq!(ids(&told(&mut bobs, "calls").await), [CallId::fixed(1)]);
    assert_eq!(ids(&told(&mut cyds, "calls?result=live").await), [CallId::fixed(2)]);
    assert_eq!(told(&mut cyds, &format!("calls?agent={bob}")).await.total, 0);
    assert_eq!(ids(&told(&mut ann, "calls?skip=1&limit=1&team=none").await), [CallId::fixed(1)]);
    assert_eq!(told(&mut ann, &format!("calls?to={}", ago(50).0)).await.total, 0);
    assert_eq!(told(&mut ann, &format!("calls?from={}&direction=incoming", ago(30).0)).await.total, 1);
    let figures: FiguresOfCalls = ask(&mut bobs, &north, "calls/figures?by=day").await;
    assert_eq!((figures.all.offered, figures.all.in_time, figures.groups.len()), (1, 1, 1));
    let figures: FiguresOfCalls = ask(&mut ann, &north, "calls/figures?by=agent&at_least=1").await;
    assert_eq!((figures.all.offered, figures.all.waiting, figures.groups.len()), (2, 1, 2));
    let figures: FiguresOfCalls = ask(&mut ann, &north, "calls/figures?by=agent&at_least=2").await;
    assert_eq!(figures.groups, []);
    for wrong in [
        "calls?team=some",
        "calls?agent=bob",
        "calls?agnet=1",
        "calls?by=day",
        "calls/figures?by=year",
        "calls/figures?limit=1",
    ] {
        let answer = ann.get(&format!("/api/v1/tenants/{}/{wrong}", north.tenant)).await;
        assert_eq!(answer.problem(), (400, "malformed".into()), "{wrong}");
    }
    let (elsewhere, own) = (world.found("south").await, format!("/api/v1/tenants/{}/calls", north.tenant));
    let mut owner = world.owner_of(&elsewhere).await;
    assert_eq!(owner.get(&own).await.problem().0, 404);
}

async fn the_log_keeps_no_number_of_a_caller(database: Database) {
    let world = World::on(database).await;
    let north = world.found("north").await;
    let mut ann = world.owner_of(&north).await;
    let peer = PhoneNumber::parse("+442079460123").ok();
    let report = CallReport { peer, ..report(1, CallEvent::Started, world.clock.now(), north.owner) };
    ann.applied(&north, ReportCalls { reports: vec![report] }).await;
    assert_eq!(ask::<CallLog>(&mut ann, &north, "calls").await.rows[0].call.peer, peer);
    let log = ann.get(&format!("/api/v1/tenants/{}/audit", north.tenant)).await;
    let log = String::from_utf8(log.body).unwrap();
    assert!(log.contains("report_calls") && !log.contains("442079460123"), "{log}");
}

async fn older_calls_are_on_the_server_alone(database: Database) {
    let world = World::on(database).await;
    let north = world.found("north").await;
    let mut ann = world.owner_of(&north).await;
    let call = report(1, CallEvent::Started, world.clock.now(), north.owner);
    ann.applied(&north, ReportCalls { reports: vec![call] }).await;
    world.clock.advance(Span::days(31));
    let mut ann = world.owner_of(&north).await;
    let log: CallLog = ask(&mut ann, &north, "calls").await;
    assert_eq!((log.total, log.rows[0].call.archived), (1, true));
    let policy = CallPolicy { call_days: 31, ..CallPolicy::default() };
    ann.applied(&north, SetCallPolicy { policy }).await;
    world.clock.advance(Span::days(1));
    let mut ann = world.owner_of(&north).await;
    assert_eq!(ask::<CallLog>(&mut ann, &north, "calls").await.total, 0);
}
