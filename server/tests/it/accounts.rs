//! Accounts as an attacker tries them: mailed links, addresses, resets; and one's own account, as its person uses it.

use crate::{
    database::{Database, on_both},
    world::{Client, PASSWORD, Place, World},
};
use axum::http::StatusCode;
use rollcall_core::{
    access::{ADMIN, BASIC},
    api::SecurityKind,
    command::{
        ActivateUser, DeleteUser, EndSessions, ForcePasswordReset, GiveGrant, NewUser, PrepareUser, ResetUser,
        SendWelcome, SetIdentifiers, SuspendUser,
    },
    id::UserId,
    model::{GrantKey, Granted, Identifier, Scope},
    time::Span,
    value::{Email, FullName},
};
use rollcall_server::store::Whereabouts;
use serde_json::json;

on_both! {
    a_link_opens_no_account_of_anybody_else an_invitation_is_for_the_address_it_went_to
    a_reset_is_the_organisations_own an_address_changes_by_its_own_mailbox ends_of_a_user_end_its_links
    whoever_forgot_is_mailed_a_link_and_nobody_learns_of_whom one_sees_and_ends_ones_sessions
    a_person_with_an_account_confirms_that_it_joins no_page_of_the_security_log_skips_anything
    a_change_asked_for_with_an_old_password_is_not_mailed a_password_set_from_a_taken_back_address_dies_with_it
    a_link_to_an_address_that_was_given_on_opens_an_account_of_its_own
}

const NEW: &str = "battery staple";

fn identifiers(user: UserId, email: &str) -> SetIdentifiers {
    SetIdentifiers { user, identifiers: vec![Identifier::Email(Email::parse(email).unwrap())] }
}

/// The path, in the API, of the newest link of a kind that was mailed to an address.
async fn newest(world: &World, place: &Place, to: &str, kind: &str) -> Option<String> {
    let mails = world.mails(place.tenant).await;
    let mark = format!("/{kind}/");
    let found = mails.iter().filter(|mail| mail.to == to).find_map(|mail| mail.body.split(&mark).nth(1))?;
    let token = found.split_whitespace().next()?;
    Some(if kind == "password" { format!("/api/v1/passwords/{token}") } else { format!("/api/v1/addresses/{token}") })
}

async fn link(world: &World, place: &Place, to: &str) -> Option<String> {
    newest(world, place, to, "password").await
}

fn over() -> (u16, String) {
    (410, "link_over".into())
}

async fn may_sign_in(world: &World, email: &str, password: &str) -> bool {
    let answer = world.client().post("/api/v1/session", json!({"identifier": email, "password": password})).await;
    answer.status == StatusCode::OK
}

/// The takeover of the review: a link is mailed to the attacker's own mailbox, and then the directory is made to say that
/// the user has the victim's address.
async fn a_link_opens_no_account_of_anybody_else(database: Database) {
    let world = World::on(database).await;
    let (north, south) = (world.found("north").await, world.found("south").await);
    let (mut sam, mut eve) = (world.owner_of(&south).await, world.owner_of(&north).await);
    world.join(&mut sam, &south, "victim@x.io").await;
    let (puppet, _) = world.join(&mut eve, &north, "puppet@evil.io").await;
    world.clock.advance(Span(1));
    // With the account there, and with it gone.
    for gone in [false, true] {
        world.clock.advance(Span(1));
        eve.applied(&north, SendWelcome { user: puppet }).await;
        let path = link(&world, &north, "puppet@evil.io").await.unwrap();
        eve.applied(&north, identifiers(puppet, "victim@x.io")).await;
        if gone {
            let account = world.app.store.account_named("puppet@evil.io").await.unwrap().unwrap();
            assert_eq!(world.app.store.links(account.id).await.unwrap().len(), 1);
        }
        let answer = world.client().post(&path, json!({"password": NEW})).await;
        assert_eq!(answer.problem(), over());
        assert!(may_sign_in(&world, "victim@x.io", PASSWORD).await && !may_sign_in(&world, "victim@x.io", NEW).await);
        // A welcome goes where the account is, whatever the directory says.
        eve.applied(&north, SendWelcome { user: puppet }).await;
        assert!(link(&world, &north, "victim@x.io").await.is_none());
        eve.applied(&north, identifiers(puppet, "puppet@evil.io")).await;
    }
    assert!(
        newest(&world, &north, "victim@x.io", "address").await.is_none(),
        "an address with an account is no target"
    );
}

async fn an_invitation_is_for_the_address_it_went_to(database: Database) {
    let world = World::on(database).await;
    let north = world.found("north").await;
    let mut eve = world.owner_of(&north).await;
    let puppet = world.invite(&mut eve, &north, "puppet@evil.io").await;
    let (code, token) = world.newest_code(north.tenant, "puppet@evil.io").await;
    eve.applied(&north, identifiers(puppet, "victim@y.io")).await;
    let accept = json!({"code": code, "full_name": "Eve", "password": NEW});
    let answer = world.client().post(&format!("/api/v1/invitations/{token}/accept"), accept).await;
    assert_eq!(answer.problem(), (410, "invitation_ended".into()));
    assert!(world.app.store.account_named("victim@y.io").await.unwrap().is_none());
    assert!(world.app.store.account_named("puppet@evil.io").await.unwrap().is_none());
}

/// Decision D14.
async fn a_reset_is_the_organisations_own(database: Database) {
    let world = World::on(database).await;
    let (north, south) = (world.found("north").await, world.found("south").await);
    let (mut ann, mut sam) = (world.owner_of(&north).await, world.owner_of(&south).await);
    world.join(&mut sam, &south, "bob@x.io").await;
    let (bob, mut bobs) = world.join(&mut ann, &north, "bob@x.io").await;
    world.clock.advance(Span(1));
    let names = |session: &serde_json::Value, list: &str| {
        let list = session[list].as_array().unwrap().iter();
        list.map(|one| one["name"].as_str().or(one.as_str()).unwrap().to_owned()).collect::<Vec<_>>()
    };
    ann.applied(&north, ForcePasswordReset { user: bob }).await;
    world.mails(north.tenant).await;
    let session = bobs.get("/api/v1/session").await.json();
    assert_eq!(names(&session, "organisations"), ["The south"], "the session lives on elsewhere");
    world.clock.advance(Span(1));
    let mut again = world.signed_in("bob@x.io", PASSWORD).await;
    let session = again.get("/api/v1/session").await.json();
    assert_eq!(names(&session, "organisations"), ["The south"]);
    assert_eq!(names(&session, "new_password_needed"), ["The north"]);
    let path = format!("/api/v1/tenants/{}/audit", north.tenant);
    assert_eq!(again.get(&path).await.problem(), (403, "new_password_needed".into()));
    // The old password alone, which may have been stolen, does not satisfy the organisation.
    let change = json!({"old": PASSWORD, "new": "another battery"});
    assert_eq!(again.post("/api/v1/account/password", change).await.status, StatusCode::NO_CONTENT);
    assert_eq!(names(&again.get("/api/v1/session").await.json(), "new_password_needed"), ["The north"]);
    // The change ended the links that were mailed before; a further reset mails another.
    ann.applied(&north, ForcePasswordReset { user: bob }).await;
    world.clock.advance(Span(1));
    let mailed = link(&world, &north, "bob@x.io").await.unwrap();
    let mut renewed = world.client();
    assert_eq!(renewed.post(&mailed, json!({"password": NEW})).await.status, StatusCode::OK);
    assert_eq!(names(&renewed.get("/api/v1/session").await.json(), "organisations"), ["The north", "The south"]);
    // Deleting it here leaves the account to the other.
    world.clock.advance(Span(1));
    ann.applied(&north, DeleteUser { user: bob }).await;
    let session = world.signed_in("bob@x.io", NEW).await.get("/api/v1/session").await.json();
    assert_eq!(names(&session, "organisations"), ["The south"]);
}

async fn an_address_changes_by_its_own_mailbox(database: Database) {
    let world = World::on(database).await;
    let north = world.found("north").await;
    let mut ann = world.owner_of(&north).await;
    let (bob, mut bobs) = world.join(&mut ann, &north, "bob@x.io").await;
    ann.applied(&north, identifiers(bob, "robert@x.io")).await;
    let confirm = newest(&world, &north, "robert@x.io", "address").await.unwrap();
    let stop = newest(&world, &north, "bob@x.io", "address").await.unwrap();
    assert!(may_sign_in(&world, "bob@x.io", PASSWORD).await, "until it is confirmed, the old one signs in");
    assert!(!may_sign_in(&world, "robert@x.io", PASSWORD).await);
    assert_eq!(bobs.get("/api/v1/account").await.json()["pending"]["email"], "robert@x.io");
    let view = world.client().get(&confirm).await.json();
    assert_eq!((&view["step"], &view["old"], &view["new"]), (&json!("confirm"), &json!(null), &json!("robert@x.io")));
    // Whoever named the mailbox, perhaps its own, learns nothing of the account by it.
    let mails = world.mails(north.tenant).await;
    let asked = mails.iter().find(|mail| mail.to == "robert@x.io" && mail.body.contains("/address/")).unwrap();
    assert!(asked.body.contains("The north") && !asked.body.contains("bob@x.io"), "{}", asked.body);
    assert_eq!(world.client().get(&stop).await.json()["old"], "bob@x.io");
    assert_eq!(world.client().post(&confirm, json!({})).await.status, StatusCode::NO_CONTENT);
    assert!(may_sign_in(&world, "robert@x.io", PASSWORD).await && !may_sign_in(&world, "bob@x.io", PASSWORD).await);
    assert_eq!(world.client().post(&confirm, json!({})).await.problem(), over());
    assert_eq!(world.client().get(&stop).await.json()["step"], "stop");
    assert_eq!(world.client().post(&stop, json!({})).await.status, StatusCode::NO_CONTENT);
    assert!(!may_sign_in(&world, "robert@x.io", PASSWORD).await);
    assert!(!may_sign_in(&world, "bob@x.io", PASSWORD).await, "it may have been set from the other mailbox");
    assert_eq!(bobs.get("/api/v1/session").await.problem(), (401, "session_ended".into()));
    let forgotten = json!({"identifier": "bob@x.io"});
    assert_eq!(world.client().post("/api/v1/passwords", forgotten).await.status, StatusCode::ACCEPTED);
    let path = link(&world, &north, "bob@x.io").await.unwrap();
    assert_eq!(world.client().post(&path, json!({"password": PASSWORD})).await.status, StatusCode::OK);
    // A change that only waits is stopped, and nobody could have set anything.
    world.clock.advance(Span(1));
    ann.applied(&north, identifiers(bob, "roberta@x.io")).await;
    let stop = newest(&world, &north, "bob@x.io", "address").await.unwrap();
    assert_eq!(world.client().post(&stop, json!({})).await.status, StatusCode::NO_CONTENT);
    // Its person may ask too, with the password; after a day the links are over.
    let mut bobs = world.signed_in("bob@x.io", PASSWORD).await;
    let ask = |password: &str| json!({"email": "bobby@x.io", "password": password});
    assert_eq!(bobs.post("/api/v1/account/address", ask("wrong")).await.problem(), (422, "wrong_credentials".into()));
    assert_eq!(bobs.post("/api/v1/account/address", ask(PASSWORD)).await.status, StatusCode::ACCEPTED);
    let confirm = newest(&world, &north, "bobby@x.io", "address").await.unwrap();
    world.clock.advance(Span::hours(24));
    assert_eq!(world.client().post(&confirm, json!({})).await.problem(), over());
}

async fn ends_of_a_user_end_its_links(database: Database) {
    let world = World::on(database).await;
    let north = world.found("north").await;
    let mut ann = world.owner_of(&north).await;
    for (n, end) in ["suspend", "delete", "reset", "end sessions", "newer"].into_iter().enumerate() {
        let email = format!("user{n}@x.io");
        let (user, _) = world.join(&mut ann, &north, &email).await;
        ann.applied(&north, SendWelcome { user }).await;
        let path = link(&world, &north, &email).await.unwrap();
        assert_eq!(world.client().get(&path).await.json()["purpose"], "welcome", "{end}");
        match end {
            "suspend" => ann.applied(&north, SuspendUser { user }).await,
            "delete" => ann.applied(&north, DeleteUser { user }).await,
            "reset" => ann.applied(&north, ResetUser { user }).await,
            "end sessions" => ann.applied(&north, EndSessions { user }).await,
            _ => {
                let version = ann.applied(&north, SendWelcome { user }).await;
                world.mails(north.tenant).await;
                version
            }
        };
        assert_eq!(world.client().get(&path).await.problem(), over(), "{end}");
        assert_eq!(world.client().post(&path, json!({"password": NEW})).await.problem(), over(), "{end}");
        if end != "newer" {
            assert!(!may_sign_in(&world, &email, NEW).await, "{end}");
        }
        // Three seats: the next one takes this one's.
        if !matches!(end, "suspend" | "delete" | "reset") {
            ann.applied(&north, DeleteUser { user }).await;
        }
    }
}

async fn whoever_forgot_is_mailed_a_link_and_nobody_learns_of_whom(database: Database) {
    let world = World::on(database).await;
    let north = world.found("north").await;
    let mut ann = world.owner_of(&north).await;
    let (_, mut bobs) = world.join(&mut ann, &north, "bob@x.io").await;
    let mut stranger = world.client();
    let mut answers = Vec::new();
    for identifier in ["bob@x.io", "nobody@x.io", "nobody"] {
        let answer = stranger.post("/api/v1/passwords", json!({"identifier": identifier})).await;
        answers.push((answer.status, answer.body));
    }
    assert!(answers.iter().all(|answer| *answer == (StatusCode::ACCEPTED, Vec::new())), "{answers:?}");
    let path = link(&world, &north, "bob@x.io").await.unwrap();
    assert!(link(&world, &north, "nobody@x.io").await.is_none());
    let view = world.client().get(&path).await.json();
    assert_eq!((&view["purpose"], &view["organisation"]), (&json!("forgotten"), &json!(null)));
    world.clock.advance(Span(1));
    for (password, code) in
        [("short", "invalid_value"), ("qwertyuiop", "invalid_value"), ("bob@x.io bob", "invalid_value")]
    {
        let answer = world.client().post(&path, json!({"password": password})).await;
        assert_eq!((answer.problem(), &answer.json()["field"]), ((422, code.into()), &json!("password")), "{password}");
    }
    assert_eq!(world.client().post(&path, json!({"password": NEW})).await.status, StatusCode::OK);
    assert_eq!(bobs.get("/api/v1/session").await.problem(), (401, "session_ended".into()));
    assert!(may_sign_in(&world, "bob@x.io", NEW).await);
    // Not without end.
    let mut statuses = Vec::new();
    for _ in 0..20 {
        statuses.push(stranger.post("/api/v1/passwords", json!({"identifier": "bob@x.io"})).await.status);
    }
    assert_eq!(statuses.last(), Some(&StatusCode::TOO_MANY_REQUESTS));
    assert_eq!(
        stranger.post("/api/v1/passwords", json!({"identifier": " "})).await.problem(),
        (422, "invalid_value".into())
    );
}

async fn sessions(client: &mut Client) -> Vec<serde_json::Value> {
    client.get("/api/v1/account/sessions").await.json().as_array().unwrap().clone()
}

async fn one_sees_and_ends_ones_sessions(database: Database) {
    let world = World::on(database).await;
    let north = world.found("north").await;
    let mut ann = world.owner_of(&north).await;
    let (bob, mut here) = world.join(&mut ann, &north, "bob@x.io").await;
    world.clock.advance(Span(1));
    let mut there = world.signed_in("bob@x.io", PASSWORD).await;
    let mut stolen = world.signed_in("bob@x.io", PASSWORD).await;
    let seen = sessions(&mut here).await;
    assert_eq!(seen.iter().filter(|session| session["current"] == json!(true)).count(), 1);
    assert_eq!(seen.len(), 3);
    // Anns are none of Bob's.
    let anns = sessions(&mut ann).await;
    let path = format!("/api/v1/account/sessions/{}", anns[0]["device"].as_str().unwrap());
    assert_eq!(here.delete(&path).await.status, StatusCode::NO_CONTENT);
    assert_eq!(ann.get("/api/v1/session").await.status, StatusCode::OK);
    let current = sessions(&mut there).await.into_iter().find(|session| session["current"] == json!(true)).unwrap();
    let path = format!("/api/v1/account/sessions/{}", current["device"].as_str().unwrap());
    assert_eq!(here.delete(&path).await.status, StatusCode::NO_CONTENT);
    assert_eq!(there.get("/api/v1/session").await.problem(), (401, "session_ended".into()));
    // The log is in the order of time.
    world.clock.advance(Span(1));
    let change = |old: &str, new: &str| json!({"old": old, "new": new});
    let wrong = here.post("/api/v1/account/password", change("wrong", NEW)).await;
    assert_eq!((wrong.problem(), &wrong.json()["field"]), ((422, "wrong_credentials".into()), &json!("password")));
    assert_eq!(here.post("/api/v1/account/password", change(PASSWORD, "bob@x.io")).await.problem().0, 422);
    assert_eq!(here.post("/api/v1/account/password", change(PASSWORD, NEW)).await.status, StatusCode::NO_CONTENT);
    assert_eq!(stolen.get("/api/v1/session").await.problem(), (401, "session_ended".into()), "the thief hears it");
    assert_eq!(sessions(&mut here).await.len(), 1);
    // The log: one's own for each, all for owners.
    let kinds = |page: serde_json::Value| {
        let events = page["events"].as_array().unwrap().clone();
        events.iter().map(|event| event["kind"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let own = kinds(here.get("/api/v1/account/security").await.json());
    assert_eq!(own[0], "password_changed");
    for kind in ["signed_in", "joined", "session_ended"] {
        assert!(own.contains(&kind.to_owned()), "{own:?}");
    }
    world.clock.advance(Span(1));
    assert!(!may_sign_in(&world, "bob@x.io", PASSWORD).await);
    assert_eq!(kinds(here.get("/api/v1/account/security").await.json())[0], "sign_in_failed");
    let path = format!("/api/v1/tenants/{}/security", north.tenant);
    let page = ann.get(&path).await.json();
    let bobs = page["events"].as_array().unwrap().iter().filter(|event| event["user"] == json!(bob)).count();
    assert!(bobs >= own.len(), "{page}");
    assert_eq!(here.get(&path).await.problem(), (403, "not_allowed".into()));
    let key = GrantKey { user: bob, what: Granted::Role(ADMIN), scope: Scope::Organisation };
    ann.applied(&north, GiveGrant { grant: key, until: None }).await;
    assert_eq!(here.get(&path).await.problem(), (403, "not_allowed".into()), "for owners alone");
}

async fn a_person_with_an_account_confirms_that_it_joins(database: Database) {
    let world = World::on(database).await;
    let (north, south) = (world.found("north").await, world.found("south").await);
    let (mut ann, mut sam) = (world.owner_of(&north).await, world.owner_of(&south).await);
    world.join(&mut sam, &south, "bob@x.io").await;
    // An active user of the north that is no account: its link is for another address first.
    let (user, _) = world.join(&mut ann, &north, "robert@x.io").await;
    let account = world.app.store.account_named("robert@x.io").await.unwrap().unwrap();
    ann.applied(&north, identifiers(user, "bob@x.io")).await;
    ann.applied(&north, SendWelcome { user }).await;
    assert!(link(&world, &north, "bob@x.io").await.is_none(), "it is mailed to the account that the user is");
    assert_eq!(world.app.store.account_of(north.tenant, user).await.unwrap().unwrap().id, account.id);
    // A new owner by the operator, whose address has an account.
    let mut bobs = world.signed_in("bob@x.io", PASSWORD).await;
    assert_eq!(bobs.get("/api/v1/session").await.json()["organisations"].as_array().unwrap().len(), 1);
    let west = world.found_for("west", "bob@x.io").await;
    let path = link(&world, &west, "bob@x.io").await.unwrap();
    assert_eq!(world.client().get(&path).await.json()["purpose"], "join");
    assert_eq!(
        bobs.get("/api/v1/session").await.json()["organisations"].as_array().unwrap().len(),
        1,
        "nothing before"
    );
    assert_eq!(world.client().post(&path, json!({"password": NEW})).await.problem(), (422, "wrong_credentials".into()));
    assert_eq!(world.client().post(&path, json!({"password": PASSWORD})).await.status, StatusCode::OK);
    assert_eq!(bobs.get("/api/v1/session").await.json()["organisations"].as_array().unwrap().len(), 2);
}

/// Bob signs in by his old address until he has confirmed the new one; who has the old one by now was activated without an account.
async fn a_link_to_an_address_that_was_given_on_opens_an_account_of_its_own(database: Database) {
    let world = World::on(database).await;
    let north = world.found("north").await;
    let mut ann = world.owner_of(&north).await;
    let (bob, _) = world.join(&mut ann, &north, "bob@x.io").await;
    ann.applied(&north, identifiers(bob, "robert@x.io")).await;
    let mut nora = NewUser { role: None, ..world.new_user("bob@x.io") };
    nora.profile.full_name = FullName::parse("Nora").ok();
    let user = nora.id;
    ann.applied(&north, PrepareUser(nora)).await;
    ann.applied(&north, ActivateUser { user }).await;
    let grant = GrantKey { user, what: Granted::Role(BASIC), scope: Scope::Own };
    ann.applied(&north, GiveGrant { grant, until: None }).await;
    world.clock.advance(Span(1));
    ann.applied(&north, SendWelcome { user }).await;
    let path = link(&world, &north, "bob@x.io").await.unwrap();
    assert_eq!(world.client().get(&path).await.json()["purpose"], "welcome", "nobody asks for Bob's password");
    let answer = world.client().post(&path, json!({"password": NEW})).await;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    for (password, whose) in [(NEW, user), (PASSWORD, bob)] {
        let mut client = world.signed_in("bob@x.io", password).await;
        assert_eq!(client.get("/api/v1/session").await.json()["organisations"][0]["user"], json!(whose));
    }
}

/// More than a page in one moment, and around it.
async fn no_page_of_the_security_log_skips_anything(database: Database) {
    let world = World::on(database).await;
    let north = world.found("north").await;
    let mut ann = world.owner_of(&north).await;
    let account = world.app.store.account_named("ann@north.io").await.unwrap().unwrap().id;
    for (kind, count) in
        [(SecurityKind::SignInFailed, 60), (SecurityKind::LinkMailed, 120), (SecurityKind::SignedOut, 30)]
    {
        world.clock.advance(Span(1));
        for _ in 0..count {
            world.app.security.note(kind, account, &Whereabouts::default()).await;
        }
    }
    let (mut seen, mut before) = (Vec::new(), String::new());
    loop {
        let page = ann.get(&format!("/api/v1/account/security{before}")).await.json();
        seen.extend(page["events"].as_array().unwrap().iter().map(|event| event["kind"].clone()));
        let Some(next) = page["next"].as_u64() else { break };
        before = format!("?before={next}");
    }
    let count = |kind: &str| seen.iter().filter(|seen| **seen == kind).count();
    assert_eq!((count("sign_in_failed"), count("link_mailed"), count("signed_out")), (60, 120, 30));
}

/// Whoever knew the password asked; its person set another before the mail went out.
async fn a_change_asked_for_with_an_old_password_is_not_mailed(database: Database) {
    let world = World::on(database).await;
    let north = world.found("north").await;
    let mut ann = world.owner_of(&north).await;
    let (_, mut bobs) = world.join(&mut ann, &north, "bob@x.io").await;
    let mut thief = world.signed_in("bob@x.io", PASSWORD).await;
    let ask = json!({"email": "thief@y.io", "password": PASSWORD});
    assert_eq!(thief.post("/api/v1/account/address", ask.clone()).await.status, StatusCode::ACCEPTED);
    let change = json!({"old": PASSWORD, "new": NEW});
    assert_eq!(bobs.post("/api/v1/account/password", change).await.status, StatusCode::NO_CONTENT);
    for to in ["thief@y.io", "bob@x.io"] {
        assert!(newest(&world, &north, to, "address").await.is_none(), "{to}");
    }
    let ask = json!({"email": "robert@x.io", "password": NEW});
    assert_eq!(bobs.post("/api/v1/account/address", ask).await.status, StatusCode::ACCEPTED);
    assert!(newest(&world, &north, "robert@x.io", "address").await.is_some());
}

/// An administrator moves an account to a mailbox of its own, sets a password from there, and the old mailbox takes it back.
async fn a_password_set_from_a_taken_back_address_dies_with_it(database: Database) {
    let world = World::on(database).await;
    let north = world.found("north").await;
    let mut ann = world.owner_of(&north).await;
    let (bob, _) = world.join(&mut ann, &north, "bob@x.io").await;
    world.clock.advance(Span(1));
    ann.applied(&north, identifiers(bob, "evil@y.io")).await;
    let confirm = newest(&world, &north, "evil@y.io", "address").await.unwrap();
    let stop = newest(&world, &north, "bob@x.io", "address").await.unwrap();
    assert_eq!(world.client().post(&confirm, json!({})).await.status, StatusCode::NO_CONTENT);
    world.clock.advance(Span(1));
    let mut evil = world.client();
    let forgotten = json!({"identifier": "evil@y.io"});
    assert_eq!(evil.post("/api/v1/passwords", forgotten).await.status, StatusCode::ACCEPTED);
    let path = link(&world, &north, "evil@y.io").await.unwrap();
    assert_eq!(evil.post(&path, json!({"password": NEW})).await.status, StatusCode::OK);
    // Changed once more, by who knows it now.
    let change = json!({"old": NEW, "new": "another battery"});
    assert_eq!(evil.post("/api/v1/account/password", change).await.status, StatusCode::NO_CONTENT);
    assert_eq!(world.client().post(&stop, json!({})).await.status, StatusCode::NO_CONTENT);
    assert_eq!(evil.get("/api/v1/session").await.problem(), (401, "session_ended".into()));
    for password in [NEW, "another battery"] {
        assert!(!may_sign_in(&world, "bob@x.io", password).await, "{password}");
    }
    let forgotten = json!({"identifier": "bob@x.io"});
    assert_eq!(world.client().post("/api/v1/passwords", forgotten).await.status, StatusCode::ACCEPTED);
    let path = link(&world, &north, "bob@x.io").await.unwrap();
    assert_eq!(world.client().post(&path, json!({"password": "quite another"})).await.status, StatusCode::OK);
    assert!(may_sign_in(&world, "bob@x.io", "quite another").await);
}
