//! Live streams: how many there may be, how one makes room for another, and that none outlives its session.

use crate::{
    database::{Database, on_both},
    world::{Client, PASSWORD, Place, World},
};
use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use http_body_util::BodyExt;
use rollcall_core::{
    command::{DeleteUser, EndSessions, ForcePasswordReset, SuspendUser},
    id::UserId,
    time::Span,
};
use rollcall_server::limits::{Limits, StreamLimits};
use serde_json::{Value, json};
use std::time::Duration;
use tower::ServiceExt;

on_both! { no_stream_outlives_its_session what_another_process_ended_is_noticed }

/// Nothing here takes so long unless it hangs.
const LONG: Duration = Duration::from_secs(20);

async fn limited(database: Database, streams: StreamLimits) -> World {
    World::with(database, None, Limits { streams, ..Limits::default() }).await
}

/// A stream of a client; what it says comes from its body.
async fn live(client: &Client, place: &Place) -> (StatusCode, Option<String>, Body) {
    let request = Request::get(format!("/api/v1/tenants/{}/live", place.tenant));
    let request = request.header(header::COOKIE, client.cookie.clone().unwrap()).body(Body::empty()).unwrap();
    let response = client.router.clone().oneshot(request).await.unwrap();
    let wait = response.headers().get(header::RETRY_AFTER).map(|wait| wait.to_str().unwrap().to_owned());
    (response.status(), wait, response.into_body())
}

/// A stream that is open and has told of the version.
async fn opened(client: &Client, place: &Place) -> Body {
    let (status, _, mut body) = live(client, place).await;
    assert_eq!(status, StatusCode::OK);
    let first = told(&mut body).await.unwrap();
    assert!(first.starts_with("event: version\n") && first.contains("retry: 3000\n"), "{first}");
    body
}

/// The code of an error.
async fn code(said: Body) -> String {
    let said: Value = serde_json::from_slice(&said.collect().await.unwrap().to_bytes()).unwrap();
    assert!(said["detail"].as_str().unwrap().contains("live connections"), "{said}");
    said["code"].as_str().unwrap().to_owned()
}

/// What a stream tells next, or none when it ends.
async fn told(body: &mut Body) -> Option<String> {
    let frame = tokio::time::timeout(LONG, body.frame()).await.expect("nothing is told")?;
    Some(String::from_utf8_lossy(frame.unwrap().data_ref().unwrap()).into_owned())
}

/// Whether a stream ends, whatever it tells before.
async fn ends(mut body: Body) -> bool {
    tokio::time::timeout(LONG, async { while told(&mut body).await.is_some() {} }).await.is_ok()
}

#[tokio::test]
async fn streams_are_numbered() {
    let streams = StreamLimits { user: 2, tenant: 3, all: 4, ..StreamLimits::default() };
    let world = limited(Database::sqlite().await, streams).await;
    let (north, south) = (world.found("north").await, world.found("south").await);
    let mut ann = world.owner_of(&north).await;
    let (_, bob) = world.join(&mut ann, &north, "bob@x.io").await;
    let sue = world.owner_of(&south).await;
    let mut hers = Vec::new();
    for _ in 0..3 {
        hers.push(opened(&ann, &north).await);
    }
    // The oldest made room for the third. Were it not told to wait, its page would take the place back, and so on.
    let last = told(&mut hers[0]).await.unwrap();
    assert!(last.contains("\"again\":300") && last.contains("retry: 300000\n"), "{last}");
    assert_eq!(told(&mut hers[0]).await, None);
    let his = live(&bob, &north).await;
    assert_eq!(his.0, StatusCode::OK);
    let (status, wait, said) = live(&bob, &north).await;
    assert_eq!((status, wait.as_deref()), (StatusCode::TOO_MANY_REQUESTS, Some("30")), "the organisation is full");
    assert_eq!(code(said).await, "organisation_full");
    let others = live(&sue, &south).await;
    assert_eq!(others.0, StatusCode::OK);
    let (status, wait, said) = live(&sue, &south).await;
    assert_eq!((status, wait.as_deref()), (StatusCode::TOO_MANY_REQUESTS, Some("30")), "the server is full");
    assert_eq!(code(said).await, "server_full");
    drop(his);
    assert_eq!(live(&sue, &south).await.0, StatusCode::OK, "somebody has gone");
    ann.applied(&north, world.prepare("c@x.io")).await;
    assert!(told(&mut hers[2]).await.is_some(), "the newest goes on");
}

/// Every way in which a session ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    SignOut,
    ByItsPerson,
    AllOthers,
    Password,
    MailedLink,
    AddressTakenBack,
    Suspended,
    SignedOutByAnAdministrator,
    ResetByAnAdministrator,
    Deleted,
}

const ENDS: [End; 10] = [
    End::SignOut,
    End::ByItsPerson,
    End::AllOthers,
    End::Password,
    End::MailedLink,
    End::AddressTakenBack,
    End::Suspended,
    End::SignedOutByAnAdministrator,
    End::ResetByAnAdministrator,
    End::Deleted,
];

/// The path, in the API, of the newest mail's link to an address.
async fn newest(world: &World, place: &Place, to: &str, page: &str, api: &str) -> String {
    let mails = world.mails(place.tenant).await;
    let mark = format!("/{page}/");
    let mut found = mails.iter().filter(|mail| mail.to == to).filter_map(|mail| mail.body.split(&mark).nth(1));
    let token = found.next().unwrap().split_whitespace().next().unwrap();
    format!("/api/v1/{api}/{token}")
}

impl End {
    /// Brings about that the session of a client ends. Nothing is committed in its organisation where that isn't the way.
    async fn come(self, world: &World, place: &Place, ann: &mut Client, (user, bobs): (UserId, &Client)) {
        let (mut bobs, mut elsewhere) = (bobs.clone(), world.signed_in("bob@x.io", PASSWORD).await);
        let done = match self {
            Self::SignOut => bobs.delete("/api/v1/session").await.status,
            Self::ByItsPerson => {
                let sessions = elsewhere.get("/api/v1/account/sessions").await.json();
                let other = sessions["sessions"].as_array().or(sessions.as_array()).unwrap().clone();
                let other = other.iter().find(|session| session["current"] == json!(false)).unwrap();
                elsewhere
                    .delete(&format!("/api/v1/account/sessions/{}", other["device"].as_str().unwrap()))
                    .await
                    .status
            }
            Self::AllOthers => elsewhere.delete("/api/v1/account/sessions").await.status,
            Self::Password => {
                let change = json!({"old": PASSWORD, "new": "battery staple"});
                elsewhere.post("/api/v1/account/password", change).await.status
            }
            Self::MailedLink => {
                world.client().post("/api/v1/passwords", json!({"identifier": "bob@x.io"})).await;
                let link = newest(world, place, "bob@x.io", "password", "passwords").await;
                world.client().post(&link, json!({"password": "battery staple"})).await.status
            }
            Self::AddressTakenBack => {
                let change = json!({"email": "robert@x.io", "password": PASSWORD});
                elsewhere.post("/api/v1/account/address", change).await;
                let link = newest(world, place, "bob@x.io", "address", "addresses").await;
                world.client().post(&link, json!({})).await.status
            }
            Self::Suspended => return assert!(ann.applied(place, SuspendUser { user }).await > 0),
            Self::SignedOutByAnAdministrator => return assert!(ann.applied(place, EndSessions { user }).await > 0),
            Self::ResetByAnAdministrator => return assert!(ann.applied(place, ForcePasswordReset { user }).await > 0),
            Self::Deleted => return assert!(ann.applied(place, DeleteUser { user }).await > 0),
        };
        assert!(done.is_success(), "{self:?}: {done}");
    }
}

/// At once on this node: nothing else happens in the organisation, and no stream looks by itself.
async fn no_stream_outlives_its_session(database: Database) {
    let world = limited(database, StreamLimits { look: Duration::from_secs(3_600), ..StreamLimits::default() }).await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    for end in ENDS {
        world.clock.advance(Span::hours(1));
        let mut ann_again = world.owner_of(&place).await;
        let (user, bobs) = world.join(&mut ann, &place, "bob@x.io").await;
        world.clock.advance(Span(1));
        let (his, mut hers) = (opened(&bobs, &place).await, opened(&ann_again, &place).await);
        end.come(&world, &place, &mut ann_again, (user, &bobs)).await;
        assert!(ends(his).await, "{end:?}");
        ann_again.applied(&place, world.prepare(&format!("{end:?}@x.io"))).await;
        assert!(told(&mut hers).await.is_some(), "somebody else's goes on: {end:?}");
        if end != End::Deleted {
            ann_again.applied(&place, DeleteUser { user }).await;
        }
    }
}

/// Without a commit, and on another process: the stream looks by itself.
async fn what_another_process_ended_is_noticed(database: Database) {
    let world = limited(database, StreamLimits { look: Duration::from_millis(20), ..StreamLimits::default() }).await;
    let place = world.found("north").await;
    let ann = world.owner_of(&place).await;
    let hers = opened(&ann, &place).await;
    let (.., router) = world.another().await;
    let mut elsewhere = Client { router, ..ann.clone() };
    assert_eq!(elsewhere.delete("/api/v1/session").await.status, StatusCode::NO_CONTENT);
    assert!(ends(hers).await);
    // It expired.
    let hers = opened(&world.owner_of(&place).await, &place).await;
    world.clock.advance(Span::days(31));
    assert!(ends(hers).await);
}
