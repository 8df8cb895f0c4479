//! Handing over (S2.4, S3.3): a link and a code, or a temporary password, told once to the administrator who asked.

use crate::{
    database::{Database, on_both},
    world::{Client, PASSWORD, Place, World, codes},
};
use axum::http::StatusCode;
use rollcall_core::{
    access::{BASIC, MANAGER},
    command::{
        ForcePasswordReset, GiveGrant, HandOver, Handed, InviteUser, NewUser, PrepareUser, ResendInvitation,
        RoleChoice, SendWelcome, SetIdentifiers,
    },
    id::UserId,
    model::{GrantKey, Granted, Identifier, Profile, Scope},
    time::Span,
    value::{Email, FullName, Login},
};
use serde_json::{Value, json};

on_both! {
    a_link_and_a_code_let_in_who_has_no_mailbox
    a_temporary_password_is_changed_before_anybody_is_let_in
    nobody_hands_over_what_others_use
    an_account_without_a_mailbox_gets_one_when_that_speaks
}

const OWN: &str = "battery staple";

fn route(place: &Place, user: UserId) -> String {
    format!("/api/v1/tenants/{}/users/{user}/hand-over", place.tenant)
}

/// Somebody with a log-in name and no mailbox.
fn lee(world: &World) -> NewUser {
    let profile = Profile { full_name: FullName::parse("Lee Marsh").ok(), ..Profile::default() };
    let role = Some(RoleChoice { role: BASIC, scope: Scope::Own });
    let id = UserId::new(world.clock.id());
    NewUser { login: Login::parse("lee").ok(), profile, role, ..NewUser::blank(id) }
}

async fn prepared(world: &World, ann: &mut Client, place: &Place) -> UserId {
    let new = lee(world);
    let user = new.id;
    ann.applied(place, PrepareUser(new)).await;
    user
}

async fn handed(ann: &mut Client, place: &Place, user: UserId, what: &str) -> Value {
    let answer = ann.post(&route(place, user), json!({ "what": what })).await;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    assert_eq!(answer.headers["cache-control"], "no-store");
    answer.json()
}

async fn password(ann: &mut Client, place: &Place, user: UserId) -> String {
    handed(ann, place, user, "password").await["secret"]["password"].as_str().unwrap().to_owned()
}

/// The path of an invitation that was handed over, and its code.
async fn invitation(ann: &mut Client, place: &Place, user: UserId) -> (String, String) {
    let handed = handed(ann, place, user, "invitation").await;
    let invitation = &handed["secret"]["invitation"];
    let token = invitation["link"].as_str().unwrap().split("/invite/").nth(1).unwrap();
    (format!("/api/v1/invitations/{token}"), invitation["code"].as_str().unwrap().to_owned())
}

fn has(bytes: &[u8], secret: &str) -> bool {
    bytes.windows(secret.len()).any(|text| text == secret.as_bytes())
}

/// A secret is in no file of the database, and in no mail.
fn stored_nowhere(world: &World, secret: &str) {
    let mut looked = 0;
    for file in std::fs::read_dir(world.database.folder.path()).unwrap() {
        let path = file.unwrap().path();
        if path.is_file() {
            assert!(!has(&std::fs::read(&path).unwrap(), secret), "{} has it", path.display());
            looked += 1;
        }
    }
    assert!(looked > 0 || world.database.url.is_some());
}

async fn said_nowhere(world: &World, ann: &mut Client, place: &Place, secret: &str) {
    let said = ann.try_sync(place, world.device(), None, Vec::new()).await;
    assert_eq!(said.status, StatusCode::OK);
    assert!(!has(&said.body, secret), "the sync tells it");
    for path in ["audit", "security", "mail"] {
        let answer = ann.get(&format!("/api/v1/tenants/{}/{path}", place.tenant)).await;
        assert!(!answer.json().to_string().contains(secret), "{path} tells it");
    }
    stored_nowhere(world, secret);
}

async fn a_link_and_a_code_let_in_who_has_no_mailbox(database: Database) {
    let world = World::on(database).await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    let user = prepared(&world, &mut ann, &place).await;
    let (first, first_code) = invitation(&mut ann, &place, user).await;
    let (path, code) = invitation(&mut ann, &place, user).await;
    // A request that comes again shows nothing again, and what it shows takes the place of the first.
    assert_ne!((&first, &first_code), (&path, &code));
    let mut stranger = world.client();
    assert_eq!(stranger.get(&first).await.json()["status"], "ended");
    let view = stranger.get(&path).await.json();
    assert_eq!((&view["status"], &view["sign_in"], &view["email"]), (&json!("open"), &json!("lee"), &Value::Null));
    said_nowhere(&world, &mut ann, &place, &code).await;
    let token = path.rsplit('/').next().unwrap();
    said_nowhere(&world, &mut ann, &place, token).await;
    // The audit log says who handed over what to whom.
    let entry = &ann.get(&format!("/api/v1/tenants/{}/audit?verb=hand_over", place.tenant)).await.json()["entries"][0];
    assert_eq!(entry["command"]["hand_over"], json!({"user": user, "what": "invitation"}));
    assert_eq!(entry["actor"]["user"], json!(place.owner));
    assert!(world.mails(place.tenant).await.is_empty(), "nobody is mailed");

    let accept = |code: &str| json!({"code": code, "full_name": "Lee Marsh", "password": PASSWORD});
    for left in (0..=3).rev() {
        let answer = stranger.post(&format!("{path}/accept"), accept("AAAAAA")).await;
        assert_eq!((answer.problem().1.as_str(), &answer.json()["left"]), ("wrong_code", &json!(left + 1)));
    }
    let answer = stranger.post(&format!("{path}/accept"), accept("AAAAAA")).await;
    assert_eq!(answer.problem(), (410, "invitation_locked".into()), "wrong tries lock the code");
    let (path, code) = invitation(&mut ann, &place, user).await;
    let answer = stranger.post(&format!("{path}/accept"), accept(&code)).await;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    assert_eq!(answer.json()["email"], Value::Null);
    assert_eq!(stranger.get("/api/v1/account").await.json()["email"], Value::Null);
    assert_eq!(
        stranger.post(&format!("{path}/accept"), accept(&code)).await.problem(),
        (410, "invitation_used".into())
    );
    world.signed_in("lee", PASSWORD).await;
    // It is out of date, like any.
    world.clock.advance(Span(1));
    let another = { NewUser { login: Login::parse("lia").ok(), ..lee(&world) } };
    let late = another.id;
    ann.applied(&place, PrepareUser(another)).await;
    let (path, code) = invitation(&mut ann, &place, late).await;
    world.clock.advance(Span::hours(24));
    assert_eq!(
        stranger.post(&format!("{path}/accept"), accept(&code)).await.problem(),
        (410, "invitation_expired".into())
    );
}

async fn a_temporary_password_is_changed_before_anybody_is_let_in(database: Database) {
    let world = World::on(database).await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    let user = prepared(&world, &mut ann, &place).await;
    let first = password(&mut ann, &place, user).await;
    world.clock.advance(Span(1));
    let temporary = password(&mut ann, &place, user).await;
    assert_ne!(first, temporary);
    said_nowhere(&world, &mut ann, &place, &temporary).await;
    let mut lees = world.client();
    let sign_in = |password: &str| json!({"identifier": "Lee", "password": password});
    let with = |new: &str| json!({"identifier": "lee", "password": temporary, "new_password": new});
    assert_eq!(lees.post("/api/v1/session", sign_in(&first)).await.problem(), (401, "wrong_credentials".into()));
    let answer = lees.post("/api/v1/session", sign_in(&temporary)).await;
    assert_eq!(answer.problem(), (403, "password_change_needed".into()));
    assert!(lees.cookie.is_none());
    for weak in ["short", "lee marsh lee", &temporary, &format!("{temporary}1")] {
        assert_eq!(lees.post("/api/v1/session", with(weak)).await.problem(), (422, "invalid_value".into()), "{weak}");
    }
    assert_eq!(lees.post("/api/v1/session", with(OWN)).await.status, StatusCode::OK);
    assert_eq!(lees.post("/api/v1/session", with(OWN)).await.problem(), (401, "wrong_credentials".into()), "once");
    let mut lees = world.signed_in("lee", OWN).await;

    // Of who is active it ends the sessions.
    world.clock.advance(Span(1));
    let again = password(&mut ann, &place, user).await;
    assert_eq!(lees.get("/api/v1/session").await.problem(), (401, "session_ended".into()));
    assert_eq!(lees.post("/api/v1/session", sign_in(OWN)).await.problem(), (401, "wrong_credentials".into()));
    let mut renewed = with("another staple");
    renewed["password"] = json!(again);
    assert_eq!(lees.post("/api/v1/session", renewed).await.status, StatusCode::OK);
    // Without a mailbox there is no link: a forced reset asks for another at the next sign-in, and knows the old one.
    world.clock.advance(Span(1));
    ann.applied(&place, ForcePasswordReset { user }).await;
    let answer = world.client().post("/api/v1/session", sign_in("another staple")).await;
    assert_eq!(answer.problem(), (403, "password_change_needed".into()));
    assert!(world.mails(place.tenant).await.is_empty());

    // The administrator says one, for somebody who is made for it (S3.3).
    let mia = NewUser { login: Login::parse("mia").ok(), ..lee(&world) };
    let ask = |password: &str| json!({"what": "password", "password": password, "new": mia});
    let answer = ann.post(&route(&place, mia.id), ask("mia")).await;
    assert_eq!(answer.problem(), (422, "invalid_value".into()));
    assert_eq!(answer.json()["field"], "password");
    let answer = ann.post(&route(&place, mia.id), ask("orange teapot")).await;
    assert_eq!((answer.status, &answer.json()["secret"]), (StatusCode::OK, &json!("said")), "{answer:?}");
    assert_eq!(answer.json()["sign_in"], json!(["mia"]));
    assert_eq!(ann.post(&route(&place, mia.id), ask("orange teapot")).await.problem(), (409, "id_in_use".into()));
    stored_nowhere(&world, "orange teapot");
    let sign_in = json!({"identifier": "mia", "password": "orange teapot"});
    assert_eq!(world.client().post("/api/v1/session", sign_in).await.problem(), (403, "password_change_needed".into()));
    let other = json!({"what": "password", "new": lee(&world)});
    assert_eq!(ann.post(&route(&place, mia.id), other).await.problem(), (400, "malformed".into()));
}

/// Decision D14, and the rules of the core.
async fn nobody_hands_over_what_others_use(database: Database) {
    let world = World::on(database).await;
    let (north, south) = (world.found("north").await, world.found("south").await);
    let (mut ann, mut sue) = (world.owner_of(&north).await, world.owner_of(&south).await);
    let (bob, _) = world.join(&mut ann, &north, "bob@x.io").await;
    world.clock.advance(Span(1));
    let temporary = password(&mut ann, &north, bob).await;
    // What somebody else may know joins nothing else.
    let there = world.invite(&mut sue, &south, "bob@x.io").await;
    let (code, token) = world.newest_code(south.tenant, "bob@x.io").await;
    let accept = |password: &str| json!({"code": code, "full_name": "Bob", "password": password});
    let path = format!("/api/v1/invitations/{token}/accept");
    let mut bobs = world.client();
    let answer = bobs.post(&path, accept(&temporary)).await;
    assert_eq!(answer.problem(), (403, "password_change_needed".into()));
    let renew = json!({"identifier": "bob@x.io", "password": temporary, "new_password": OWN});
    assert_eq!(bobs.post("/api/v1/session", renew).await.status, StatusCode::OK);
    assert_eq!(bobs.post(&path, accept(OWN)).await.status, StatusCode::OK);
    for (owner, place, user) in [(&mut ann, &north, bob), (&mut sue, &south, there)] {
        let answer = owner.post(&route(place, user), json!({"what": "password"})).await;
        assert_eq!(answer.problem(), (409, "account_elsewhere".into()));
    }
    assert_eq!(bobs.get("/api/v1/session").await.status, StatusCode::OK, "nothing was done to it");
    world.signed_in("bob@x.io", OWN).await;

    // An invitation that is handed over proves no mailbox: nobody gets the account of an address, nor hears that there is one.
    let puppet = world.new_user("bob@x.io");
    let id = puppet.id;
    let (mut eve, west) = (world.client(), world.found("west").await);
    assert_eq!(eve.get("/api/v1/info").await.status, StatusCode::OK);
    let mut wes = world.owner_of(&west).await;
    wes.applied(&west, PrepareUser(puppet)).await;
    let (path, code) = invitation(&mut wes, &west, id).await;
    assert_eq!(eve.get(&path).await.json()["has_account"], false);
    let accept = json!({"code": code, "full_name": "Eve", "password": PASSWORD});
    assert_eq!(eve.post(&format!("{path}/accept"), accept).await.status, StatusCode::OK);
    let session = eve.get("/api/v1/session").await.json();
    assert_eq!((&session["email"], session["organisations"].as_array().unwrap().len()), (&Value::Null, 1));
    world.signed_in("bob@x.io", OWN).await;
    let named = |password, organisation: &str| json!({"identifier": "bob@x.io", "password": password, "organisation": organisation});
    let try_in = async |sign_in: Value| world.client().post("/api/v1/session", sign_in).await.status;
    assert_eq!(try_in(named(PASSWORD, "west")).await, StatusCode::OK);
    assert_eq!(try_in(named(PASSWORD, "north")).await, StatusCode::UNAUTHORIZED);
    assert_eq!(try_in(named(OWN, "north")).await, StatusCode::OK);
    assert_eq!(try_in(json!({"identifier": "bob@x.io", "password": PASSWORD})).await, StatusCode::UNAUTHORIZED);

    // No route but this one, and nobody without the right.
    let outcome = ann.command(&north, HandOver { user: bob, what: Handed::Password }).await;
    assert_eq!(codes(&outcome), ["handed_over_elsewhere"]);
    let dry = format!("/api/v1/tenants/{}/commands?dry_run=true", north.tenant);
    let tried = ann.post(&dry, json!({"hand_over": {"user": bob, "what": "password"}})).await.json();
    assert_eq!((&tried["allowed"], &tried["refusals"][0]["code"]), (&json!(false), &json!("handed_over_elsewhere")));
    let (cyd, mut cyds) = world.join(&mut ann, &north, "cyd@x.io").await;
    let key = GrantKey { user: cyd, what: Granted::Role(MANAGER), scope: Scope::Organisation };
    ann.applied(&north, GiveGrant { grant: key, until: None }).await;
    let lee = prepared(&world, &mut ann, &north).await;
    let ask = json!({"what": "password"});
    assert_eq!(cyds.post(&route(&north, lee), ask.clone()).await.problem(), (403, "not_allowed".into()));
    assert_eq!(cyds.post(&route(&north, north.owner), ask.clone()).await.problem().0, 403);
    assert_eq!(ann.post(&route(&north, north.owner), ask.clone()).await.problem(), (409, "oneself".into()));
    assert_eq!(sue.post(&route(&north, lee), ask.clone()).await.problem(), (404, "unknown_organisation".into()));
    assert_eq!(sue.post(&route(&south, lee), ask.clone()).await.problem(), (404, "unknown_user".into()));
    assert_eq!(world.client().post(&route(&north, lee), ask).await.problem(), (401, "signed_out".into()));
}

async fn an_account_without_a_mailbox_gets_one_when_that_speaks(database: Database) {
    let world = World::on(database).await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    let user = prepared(&world, &mut ann, &place).await;
    let temporary = password(&mut ann, &place, user).await;
    let renew = json!({"identifier": "lee", "password": temporary, "new_password": OWN});
    assert_eq!(world.client().post("/api/v1/session", renew).await.status, StatusCode::OK);
    world.clock.advance(Span(1));
    let email = Email::parse("lee@x.io").unwrap();
    let identifiers = vec![Identifier::Login(Login::parse("lee").unwrap()), Identifier::Email(email.clone())];
    ann.applied(&place, SetIdentifiers { user, identifiers }).await;
    let mails = world.mails(place.tenant).await;
    assert_eq!(
        mails.iter().map(|mail| mail.to.as_str()).collect::<Vec<_>>(),
        ["lee@x.io"],
        "there is no old one to tell"
    );
    // In this organisation it is called so already.
    world.signed_in("lee@x.io", OWN).await;
    let token = mails[0].body.split("/address/").nth(1).unwrap().split_whitespace().next().unwrap();
    let answer = world.client().post(&format!("/api/v1/addresses/{token}"), json!({})).await;
    assert_eq!(answer.status, StatusCode::NO_CONTENT, "{answer:?}");
    let session = world.signed_in("lee@x.io", OWN).await.get("/api/v1/session").await.json();
    assert_eq!(session["email"], "lee@x.io");
    // And now a link can be mailed.
    world.clock.advance(Span(1));
    ann.applied(&place, SendWelcome { user }).await;
    assert!(world.mails(place.tenant).await[0].body.contains("/password/"));
}

/// A mail takes the place of what was handed over, and the other way round.
#[tokio::test]
async fn the_later_one_of_a_mail_and_a_hand_over_holds() {
    let world = World::new().await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    let new = world.new_user("bob@x.io");
    let user = new.id;
    ann.applied(&place, InviteUser(new)).await;
    let (_, mailed) = world.newest_code(place.tenant, "bob@x.io").await;
    let (path, _) = invitation(&mut ann, &place, user).await;
    let mut stranger = world.client();
    assert_eq!(stranger.get(&format!("/api/v1/invitations/{mailed}")).await.json()["status"], "ended");
    assert_eq!(stranger.get(&path).await.json()["status"], "open");
    ann.applied(&place, ResendInvitation { user }).await;
    assert_eq!(stranger.get(&path).await.json()["status"], "ended");
}
