//! Signing in and out, sessions and their ends, the throttle.

use crate::{
    database::{Database, on_both},
    world::{Answer, Client, PASSWORD, World},
};
use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use rollcall_core::{
    Actor, Key,
    access::{BASIC, Permission, SIMPLE},
    command::{
        DeleteUser, Expire, GiveGrant, InviteUser, NewUser, ReactivateUser, RoleChoice, SetIdentifiers, SetPolicy,
        SuspendUser,
    },
    model::{GrantKey, Granted, Identifier, IdentifierKind, Policy, Scope},
    sync::{Put, Update},
    time::Span,
    value::{Email, Login, PhoneNumber},
};
use rollcall_server::store::{NewSession, Whereabouts};
use serde_json::json;

on_both! {
    sign_in_and_out suspension_ends_sessions guessing_is_slowed_down what_ends_by_itself_goes an_account_has_so_many_sessions
}

/// The answer says that nobody is signed in.
fn nobody(answer: Answer) {
    assert_eq!((answer.status, answer.body.as_slice()), (StatusCode::OK, b"null".as_slice()), "{answer:?}");
}

/// Whoever signs in again and again ends what it used longest ago, as if it had signed out there.
async fn an_account_has_so_many_sessions(database: Database) {
    let world = World::on(database).await;
    let place = world.found("north").await;
    let mut first = world.owner_of(&place).await;
    let store = &world.database.store;
    let account = store.account_named(&place.email).await.unwrap().unwrap();
    for n in 0..103 {
        world.clock.advance(Span(1));
        let (created, mut token) = (world.clock.now(), [1; 32]);
        token[0] = n;
        let (device, by, expires) = (world.device(), None, created.after(Span::days(1)));
        let (whereabouts, verified) = (Whereabouts::default(), account.password.clone());
        let new = NewSession { token, account: account.id, device, by, created, expires, whereabouts, verified };
        assert!(store.open_session(&new).await.unwrap());
    }
    let live = store.sessions_of(account.id, world.clock.now()).await.unwrap();
    assert_eq!((live.len(), live[0].token[0], live[99].token[0]), (100, 102, 3));
    nobody(first.get("/api/v1/session").await);
}

async fn sign_in_and_out(database: Database) {
    let world = World::on(database).await;
    let place = world.found("north").await;
    let mut client = world.client();
    nobody(client.get("/api/v1/session").await);
    let answer = client.post("/api/v1/session", json!({"identifier": "ANN@north.io ", "password": PASSWORD})).await;
    let cookie = answer.headers.get("set-cookie").unwrap().to_str().unwrap().to_owned();
    for part in ["HttpOnly", "SameSite=Lax", "Path=/"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    assert!(!cookie.contains("Secure"), "the page is not behind TLS here");
    let session = client.get("/api/v1/session").await.json();
    assert_eq!(session["email"], "ann@north.io");
    assert_eq!(session["organisations"][0]["tenant"], place.tenant.to_string());
    // The client space that one is in (S1.2).
    assert_eq!(session["organisations"][0]["name"], "The north");
    let mut copy = client.clone();
    assert_eq!(client.delete("/api/v1/session").await.status, StatusCode::NO_CONTENT);
    nobody(copy.get("/api/v1/session").await);
    assert_eq!(client.delete("/api/v1/session").await.status, StatusCode::NO_CONTENT);
}

/// Ends at once, in this organisation only, and does not come back with the reactivation (invariant 12).
async fn suspension_ends_sessions(database: Database) {
    let world = World::on(database).await;
    let (north, south) = (world.found("north").await, world.found("south").await);
    let (mut ann, mut sam) = (world.owner_of(&north).await, world.owner_of(&south).await);
    let (bob, mut bobs) = world.join(&mut ann, &north, "bob@x.io").await;
    // Bob is in the south too, with the account that he has.
    world.clock.advance(Span(1));
    world.join(&mut sam, &south, "bob@x.io").await;
    let places = |answer: crate::world::Answer| answer.json()["organisations"].as_array().unwrap().len();
    assert_eq!(places(bobs.get("/api/v1/session").await), 2);
    world.clock.advance(Span(1));
    ann.applied(&north, SuspendUser { user: bob }).await;
    assert_eq!(places(bobs.get("/api/v1/session").await), 1);
    assert_eq!(bobs.try_sync(&north, world.device(), None, vec![]).await.problem(), (401, "session_ended".into()));
    assert_eq!(bobs.try_sync(&south, world.device(), None, vec![]).await.status, StatusCode::OK);
    let mut again = world.signed_in("bob@x.io", PASSWORD).await;
    assert_eq!(again.try_sync(&north, world.device(), None, vec![]).await.problem(), (401, "session_ended".into()));
    world.clock.advance(Span(1));
    let mut later = world.signed_in("bob@x.io", PASSWORD).await;
    assert_eq!(later.try_sync(&north, world.device(), None, vec![]).await.problem(), (403, "actor_not_active".into()));
    ann.applied(&north, ReactivateUser { user: bob }).await;
    assert_eq!(later.try_sync(&north, world.device(), None, vec![]).await.status, StatusCode::OK);
    // Who is deleted hears why, even when the account is gone with the user, and the house was cleaned.
    let (carl, mut carls) = world.join(&mut ann, &north, "carl@x.io").await;
    ann.applied(&north, DeleteUser { user: carl }).await;
    world.clean().await;
    assert_eq!(carls.get("/api/v1/session").await.problem(), (401, "session_ended".into()));
    let mut own = world.signed_in(&north.email, PASSWORD).await;
    let mut copy = own.clone();
    assert_eq!(own.delete("/api/v1/session").await.status, StatusCode::NO_CONTENT);
    // That was the person's own doing.
    nobody(copy.get("/api/v1/session").await);
    assert_eq!(bobs.try_sync(&north, world.device(), None, vec![]).await.status, StatusCode::UNAUTHORIZED);
    ann.applied(&north, DeleteUser { user: bob }).await;
    assert_eq!(
        later.try_sync(&north, world.device(), None, vec![]).await.problem(),
        (404, "unknown_organisation".into())
    );
    assert_eq!(places(later.get("/api/v1/session").await), 1);
}

/// A mobile number or a log-in name means somebody in one organisation, where that lets people in by such (S2.4).
#[tokio::test]
async fn a_log_in_name_opens_what_an_address_does() {
    let world = World::new().await;
    let north = world.found("north").await;
    let mut ann = world.owner_of(&north).await;
    let (bob, _) = world.join(&mut ann, &north, "bob@x.io").await;
    let identifiers = vec![
        Identifier::Email(Email::parse("bob@x.io").unwrap()),
        Identifier::Mobile(PhoneNumber::parse("+447700900123").unwrap()),
        Identifier::Login(Login::parse("bobby").unwrap()),
    ];
    ann.applied(&north, SetIdentifiers { user: bob, identifiers }).await;
    let with = |typed: &str, organisation: Option<&str>| json!({"identifier": typed, "password": PASSWORD, "organisation": organisation});
    let sign_in = async |body| world.client().post("/api/v1/session", body).await;
    for typed in ["bobby", " BOBBY ", "+447700900123", "07700 900123"] {
        let session = sign_in(with(typed, None)).await;
        assert_eq!(session.status, StatusCode::OK, "{typed}: {session:?}");
        assert_eq!(session.json()["email"], "bob@x.io");
    }
    assert_eq!(sign_in(with("nobody", None)).await.problem(), (401, "wrong_credentials".into()));
    // With several organisations one is to be named, whether there is such a name or not.
    world.found("south").await;
    assert_eq!(sign_in(with("bobby", None)).await.problem(), (422, "organisation_needed".into()));
    assert_eq!(sign_in(with("nobody", None)).await.problem(), (422, "organisation_needed".into()));
    assert_eq!(sign_in(with("bobby", Some("North "))).await.status, StatusCode::OK);
    assert_eq!(sign_in(with("bobby", Some("south"))).await.problem(), (401, "wrong_credentials".into()));
    assert_eq!(sign_in(with("bobby", Some("nowhere"))).await.problem(), (401, "wrong_credentials".into()));
    assert_eq!(sign_in(with("bob@x.io", None)).await.status, StatusCode::OK);
    let policy = Policy { login_kinds: vec![IdentifierKind::Email], ..Policy::default() };
    ann.applied(&north, SetPolicy { policy }).await;
    assert_eq!(sign_in(with("bobby", Some("north"))).await.problem(), (401, "wrong_credentials".into()));
}

/// Where an organisation takes log-in names only, a session begun with an address opens nothing, from that moment on.
#[tokio::test]
async fn an_organisation_chooses_what_lets_people_in() {
    let world = World::new().await;
    let north = world.found("north").await;
    let mut ann = world.owner_of(&north).await;
    let annie = vec![
        Identifier::Email(Email::parse("ann@north.io").unwrap()),
        Identifier::Login(Login::parse("annie").unwrap()),
    ];
    ann.applied(&north, SetIdentifiers { user: north.owner, identifiers: annie }).await;
    let with = |typed: &str| json!({"identifier": typed, "password": PASSWORD});
    let policy = Policy { login_kinds: vec![IdentifierKind::Login], ..Policy::default() };
    ann.applied(&north, SetPolicy { policy }).await;
    let closed = (403, "other_identifier".to_owned());
    assert_eq!(ann.try_sync(&north, world.device(), None, vec![]).await.problem(), closed);
    for path in ["live", "audit", "mail", "undelivered"] {
        assert_eq!(ann.get(&format!("/api/v1/tenants/{}/{path}", north.tenant)).await.problem(), closed);
    }
    assert_eq!(ann.get("/api/v1/session").await.json()["by_another_identifier"], json!(["The north"]));
    assert_eq!(world.client().post("/api/v1/session", with("ann@north.io")).await.problem(), closed);
    let mut annie = world.signed_in("annie", PASSWORD).await;
    assert_eq!(annie.try_sync(&north, world.device(), None, vec![]).await.status, StatusCode::OK);
}

/// Simple users can't open the portal, which takes a permission (invariant 13, S2.1, S4.5): not to sign in, not with a session they have, not to sync.
#[tokio::test]
async fn the_portal_is_closed_to_simple_users() {
    let world = World::new().await;
    let north = world.found("north").await;
    let mut ann = world.owner_of(&north).await;
    let role = Some(RoleChoice { role: SIMPLE, scope: Scope::Own });
    let new = NewUser { role, ..world.new_user("sam@x.io") };
    let sam = new.id;
    ann.applied(&north, InviteUser(new)).await;
    let (code, token) = world.newest_code(north.tenant, "sam@x.io").await;
    let mut sams = world.client();
    let accept = json!({"code": code, "full_name": "Sam", "password": PASSWORD});
    let session = sams.post(&format!("/api/v1/invitations/{token}/accept"), accept).await.json();
    assert_eq!(session["organisations"], json!([]));
    assert_eq!(session["without_portal"], json!(["The north"]));
    let closed = (403, "not_allowed".to_owned());
    assert_eq!(sams.try_sync(&north, world.device(), None, vec![]).await.problem(), closed);
    let path = |rest: &str| format!("/api/v1/tenants/{}/{rest}", north.tenant);
    assert_eq!(sams.get(&path("live")).await.problem(), closed);
    assert_eq!(sams.post(&path("commands"), json!([])).await.problem(), closed);
    let right = json!({"identifier": "sam@x.io", "password": PASSWORD});
    let refused = world.client().post("/api/v1/session", right.clone()).await;
    assert_eq!(refused.problem(), (403, "portal_closed".into()));
    assert!(refused.headers.get("set-cookie").is_none());
    // A role opens it, and the end of the role closes it, at once.
    let grant = GrantKey { user: sam, what: Granted::Role(BASIC), scope: Scope::Own };
    let until = Some(world.clock.now().after(Span::hours(1)));
    ann.applied(&north, GiveGrant { grant, until }).await;
    let mut sams = world.signed_in("sam@x.io", PASSWORD).await;
    assert_eq!(sams.try_sync(&north, world.device(), None, vec![]).await.status, StatusCode::OK);
    world.clock.advance(Span::hours(1));
    assert_eq!(sams.try_sync(&north, world.device(), None, vec![]).await.problem(), closed);
    assert_eq!(world.client().post("/api/v1/session", right).await.problem(), (403, "portal_closed".into()));
}

/// What the clock has ended is written down before anything is answered: the grant is gone, and everybody learns of it.
async fn what_ends_by_itself_goes(database: Database) {
    let world = World::on(database).await;
    let north = world.found("north").await;
    let mut ann = world.owner_of(&north).await;
    let (bob, _) = world.join(&mut ann, &north, "bob@x.io").await;
    let grant = GrantKey { user: bob, what: Granted::Permission(Permission::UserRead), scope: Scope::Organisation };
    let until = Some(world.clock.now().after(Span::hours(1)));
    ann.applied(&north, GiveGrant { grant, until }).await;
    let device = world.device();
    let before = ann.sync(&north, device, None, vec![]).await;
    world.clock.advance(Span::hours(1));
    let after = ann.sync(&north, device, Some(before.cursor), vec![]).await;
    let gone = Put { key: Key::Grant(grant), record: None };
    assert_eq!(after.update, Update::Delta(vec![gone]));
    let log = world.app.store.log(north.tenant, before.cursor.version, 10).await.unwrap();
    assert!(
        matches!(log.as_slice(), [row] if row.actor == Actor::System && row.command == Expire {}.into()),
        "{log:?}"
    );
    let again = ann.sync(&north, device, Some(after.cursor), vec![]).await;
    assert_eq!(again.cursor, after.cursor, "it happens once");
}

async fn guessing_is_slowed_down(database: Database) {
    let world = World::on(database).await;
    world.found("north").await;
    let wrong = |email: &str| json!({"identifier": email, "password": "not the password"});
    let mut client = world.client();
    let unknown = client.post("/api/v1/session", wrong("nobody@north.io")).await;
    let known = client.post("/api/v1/session", wrong("ann@north.io")).await;
    assert_eq!(unknown.problem(), (401, "wrong_credentials".into()));
    assert_eq!(unknown.body, known.body, "an answer must not tell who has an account");
    for _ in 0..9 {
        assert_eq!(client.post("/api/v1/session", wrong("ann@north.io")).await.problem().0, 401);
    }
    let right = json!({"identifier": "ann@north.io", "password": PASSWORD});
    let blocked = client.post("/api/v1/session", right.clone()).await;
    assert_eq!(blocked.problem(), (429, "too_many_requests".into()));
    assert_eq!(blocked.headers.get("retry-after").unwrap(), "900");
    assert_eq!(blocked.json()["retry_after"], 900);
    assert!(blocked.json()["detail"].as_str().unwrap().contains("Wait 15 minutes"), "{blocked:?}");
    // Another process has the same counters, and the wait ends.
    let (_, _, router) = world.another().await;
    let mut other = crate::world::Client { router, cookie: None, device: None };
    assert_eq!(other.post("/api/v1/session", right.clone()).await.problem().0, 429);
    world.clock.advance(Span(15 * 60_000));
    assert_eq!(client.post("/api/v1/session", right).await.status, StatusCode::OK);
}

#[tokio::test]
async fn right_sign_ins_are_never_slowed_down() {
    let world = World::new().await;
    let place = world.found("north").await;
    for _ in 0..15 {
        world.owner_of(&place).await;
    }
}

#[tokio::test]
async fn a_session_lives_while_it_is_used() {
    let world = World::new().await;
    let place = world.found("north").await;
    let mut client = world.owner_of(&place).await;
    for _ in 0..3 {
        world.clock.advance(Span::days(20));
        assert_eq!(client.get("/api/v1/session").await.status, StatusCode::OK);
    }
    world.clock.advance(Span::days(31));
    nobody(client.get("/api/v1/session").await);
}

#[tokio::test]
async fn other_sites_can_not_act_for_anybody() {
    let world = World::new().await;
    let place = world.found("north").await;
    let mut client = world.owner_of(&place).await;
    for (name, value) in [("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")] {
        let request = Request::delete("/api/v1/session").header(name, value).header("host", "rollcall.test");
        let answer = client.send(request.body(Body::empty()).unwrap()).await;
        assert_eq!(answer.problem(), (403, "cross_site".into()), "{name}");
    }
    assert_eq!(client.get("/api/v1/session").await.status, StatusCode::OK);
}

/// What ends nothing writes nothing: nobody fills the log that owners read, or wakes everybody, by asking for it again and again.
#[tokio::test]
async fn ending_no_session_leaves_no_note() {
    let world = World::new().await;
    let north = world.found("north").await;
    let mut ann = world.owner_of(&north).await;
    let mut elsewhere = world.owner_of(&north).await;
    let notes = async |client: &mut Client| {
        let log = client.get("/api/v1/account/security").await.json();
        log["events"].as_array().unwrap().iter().filter(|event| event["kind"] == "session_ended").count()
    };
    let mut told = world.database.store.ended();
    for _ in 0..3 {
        assert_eq!(ann.delete("/api/v1/account/sessions").await.status, 204);
    }
    assert_eq!(notes(&mut ann).await, 1, "only the first ended one");
    assert!(told.try_recv().is_ok() && told.try_recv().is_err(), "and told of it");
    assert_eq!(elsewhere.get("/api/v1/account/security").await.status, 401);
    let unknown = format!("/api/v1/account/sessions/{}", world.device());
    assert_eq!(ann.delete(&unknown).await.status, 204);
    assert_eq!(notes(&mut ann).await, 1);
}
