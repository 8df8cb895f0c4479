//! What went wrong for others, tried as they met it: each test is named for its line in `tests/cases/cases.txt`.

use crate::{
    database::{Database, on_both},
    world::{Answer, Client, PASSWORD, Place, World, codes},
};
use axum::{
    body::Body,
    http::{Method, Request, StatusCode},
};
use rollcall_core::{
    Command,
    access::{ADMIN, AGENT, BASIC, OWNER},
    command::{InviteUser, NewUser, ResendInvitation, RoleChoice},
    id::{CallId, PhoneId, TeamId, UserId},
    model::Scope,
    sync::Outcome,
    time::Span,
};
use serde_json::{Value, json};

on_both! {
    i02_accepted_twice_at_once r01_two_owners_at_once l01_the_last_seat_asked_for_at_once
}

/// Another password than everybody's.
const OTHER: &str = "battery staple horse";

async fn status(world: &World, token: &str) -> Value {
    world.client().get(&format!("/api/v1/invitations/{token}")).await.json()
}

async fn accept(world: &World, token: &str, code: &str, password: &str) -> Answer {
    let body = json!({"code": code, "full_name": "Somebody", "password": password});
    world.client().post(&format!("/api/v1/invitations/{token}/accept"), body).await
}

/// Says a command as an integrator writes it, and gives the codes of its refusal.
async fn said(client: &mut Client, place: &Place, command: Value) -> Vec<&'static str> {
    let command: Command = serde_json::from_value(command).unwrap();
    codes(&client.command(place, command).await)
}

/// An organisation, and its owner's client.
async fn north(database: Database) -> (World, Place, Client) {
    let world = World::on(database).await;
    let place = world.found("north").await;
    let ann = world.owner_of(&place).await;
    (world, place, ann)
}

async fn fresh() -> (World, Place, Client) {
    north(Database::sqlite().await).await
}

/// Invites somebody with a role, who accepts.
async fn joined(world: &World, ann: &mut Client, place: &Place, email: &str, role: RoleChoice) -> (UserId, Client) {
    let user = NewUser { role: Some(role), ..world.new_user(email) };
    let id = user.id;
    ann.applied(place, InviteUser(user)).await;
    let (code, token) = world.newest_code(place.tenant, email).await;
    assert_eq!(accept(world, &token, &code, PASSWORD).await.status, StatusCode::OK);
    (id, world.signed_in(email, PASSWORD).await)
}

#[tokio::test]
async fn i01_a_scanner_opens_the_link_first() {
    let (world, place, mut ann) = fresh().await;
    world.invite(&mut ann, &place, "bob@x.io").await;
    let (code, token) = world.newest_code(place.tenant, "bob@x.io").await;
    for _ in 0..20 {
        for (method, path) in [
            (Method::HEAD, format!("/invite/{token}")),
            (Method::GET, format!("/invite/{token}")),
            (Method::HEAD, format!("/api/v1/invitations/{token}")),
            (Method::GET, format!("/api/v1/invitations/{token}")),
        ] {
            let request = Request::builder().method(method).uri(path).body(Body::empty()).unwrap();
            let answer = world.client().send(request).await;
            assert!(!answer.headers.contains_key("set-cookie"), "{answer:?}");
        }
    }
    assert_eq!(status(&world, &token).await["status"], "open");
    // All five tries are left.
    let path = format!("/api/v1/invitations/{token}/code");
    let wrong = world.client().post(&path, json!({"code": "OOOOOO"})).await;
    assert!(wrong.json()["detail"].as_str().unwrap().contains("4 "), "{wrong:?}");
    assert_eq!(world.client().post(&path, json!({"code": code})).await.status, StatusCode::NO_CONTENT);
    assert_eq!(accept(&world, &token, &code, PASSWORD).await.status, StatusCode::OK);
}

async fn i02_accepted_twice_at_once(database: Database) {
    let (world, place, mut ann) = north(database).await;
    world.invite(&mut ann, &place, "bob@x.io").await;
    let (code, token) = world.newest_code(place.tenant, "bob@x.io").await;
    let (one, two) = tokio::join!(accept(&world, &token, &code, PASSWORD), accept(&world, &token, &code, PASSWORD));
    let (yes, no) = if one.status == StatusCode::OK { (one, two) } else { (two, one) };
    assert_eq!(yes.status, StatusCode::OK, "{yes:?}");
    assert_eq!(no.problem(), (410, "invitation_used".into()));
    world.clock.advance(Span::hours(30));
    assert_eq!(status(&world, &token).await["status"], "used");
    world.signed_in("bob@x.io", PASSWORD).await;
}

#[tokio::test]
async fn i03_one_mailbox_in_other_letters() {
    let (world, place, mut ann) = fresh().await;
    world.invite(&mut ann, &place, "Ira.Case@Casework.Example").await;
    let mails = world.mails(place.tenant).await;
    let to = mails[0].to.clone();
    let (code, token) = world.newest_code(place.tenant, &to).await;
    assert_eq!(accept(&world, &token, &code, PASSWORD).await.status, StatusCode::OK);
    world.signed_in("ira.case@casework.example ", PASSWORD).await;
    let again = ann.command(&place, InviteUser(world.new_user("IRA.CASE@casework.example"))).await;
    assert!(codes(&again).contains(&"already_a_user"), "{again:?}");
    let south = world.found("south").await;
    let mut sam = world.owner_of(&south).await;
    world.invite(&mut sam, &south, "ira.Case@casework.example").await;
    let to = world.mails(south.tenant).await[0].to.clone();
    let (code, token) = world.newest_code(south.tenant, &to).await;
    assert_eq!(status(&world, &token).await["has_account"], true);
    assert_eq!(accept(&world, &token, &code, "another password").await.problem().1, "wrong_credentials");
    assert_eq!(accept(&world, &token, &code, PASSWORD).await.status, StatusCode::OK);
}

#[tokio::test]
async fn i04_the_link_of_before_a_resend() {
    let (world, place, mut ann) = fresh().await;
    let bob = world.invite(&mut ann, &place, "bob@x.io").await;
    let (old_code, old) = world.newest_code(place.tenant, "bob@x.io").await;
    world.clock.advance(Span::hours(20));
    ann.applied(&place, ResendInvitation { user: bob }).await;
    let (code, token) = world.newest_code(place.tenant, "bob@x.io").await;
    let ended = accept(&world, &old, &code, PASSWORD).await;
    assert_eq!(ended.problem(), (410, "invitation_ended".into()));
    assert!(ended.json()["detail"].as_str().unwrap().contains("later"), "{ended:?}");
    assert_eq!(accept(&world, &token, &old_code, PASSWORD).await.problem(), (422, "wrong_code".into()));
    // It runs out 24 hours after it was sent again.
    world.clock.advance(Span(Span::hours(24).0 - 1));
    assert_eq!(status(&world, &token).await["status"], "open");
    assert_eq!(accept(&world, &token, &code, PASSWORD).await.status, StatusCode::OK);
}

#[tokio::test]
async fn i05_the_address_of_who_is_invited_changes() {
    let (world, place, mut ann) = fresh().await;
    let user = NewUser { licence: Some(place.plan), ..world.new_user("ivo@x.io") };
    let ivo = user.id;
    ann.applied(&place, InviteUser(user)).await;
    let (code, token) = world.newest_code(place.tenant, "ivo@x.io").await;
    // In other letters it is the same address.
    let set = |to: &str| json!({"set_identifiers": {"user": ivo, "identifiers": [{"email": to}]}});
    assert_eq!(said(&mut ann, &place, set("IVO@x.io")).await, Vec::<&str>::new());
    assert_eq!(status(&world, &token).await["status"], "open");
    assert_eq!(said(&mut ann, &place, set("eva@x.io")).await, Vec::<&str>::new());
    assert_eq!(accept(&world, &token, &code, PASSWORD).await.problem(), (410, "invitation_ended".into()));
    let send = json!({"send_invitation": {"user": ivo}});
    assert_eq!(said(&mut ann, &place, send).await, Vec::<&str>::new());
    let (code, token) = world.newest_code(place.tenant, "eva@x.io").await;
    assert_eq!(accept(&world, &token, &code, PASSWORD).await.status, StatusCode::OK);
}

#[tokio::test]
async fn i06_addresses_and_headers_in_names() {
    let (world, place, mut ann) = fresh().await;
    let profile = |name: &str| {
        let rest = json!({"position": null, "language": null, "time_zone": null, "country": null, "full_name": name});
        json!({"edit_profile": {"user": place.owner, "profile": rest}})
    };
    let organisation = json!({"edit_organisation":
        {"name": "www.evil.example", "language": "en", "time_zone": "UTC", "country": "GB"}});
    // A refused name is as good as one that is made harmless.
    said(&mut ann, &place, profile("You won! https://evil.example/claim")).await;
    said(&mut ann, &place, organisation).await;
    world.invite(&mut ann, &place, "bob@x.io").await;
    let mails = world.mails(place.tenant).await;
    let mail = mails.iter().find(|mail| mail.to == "bob@x.io").unwrap();
    for text in [&mail.subject, &mail.body] {
        assert!(!text.contains("evil.example"), "{text}");
    }
    assert!(mail.body.contains("You won!"), "{mail:?}");
    assert_eq!(mail.body.matches("://").count(), 1, "{}", mail.body);
    // No name makes a header.
    for name in ["Bob\r\nBcc: x@y.example", "Bob\nBcc: x@y.example", "Bob\u{2028}Bcc: x@y.example"] {
        let user = json!({"edit_profile": {"user": place.owner, "profile":
            {"position": null, "language": null, "time_zone": null, "country": null, "full_name": name}}});
        let path = format!("/api/v1/tenants/{}/commands", place.tenant);
        ann.post(&path, user).await;
        world.clock.advance(Span(1));
        let to = format!("c{}@x.io", name.len());
        world.invite(&mut ann, &place, &to).await;
        let mails = world.mails(place.tenant).await;
        let mail = mails.iter().find(|mail| mail.to == to).unwrap();
        assert!(!mail.subject.contains(['\r', '\n']), "{mail:?}");
        assert!(!mail.body.lines().any(|line| line.starts_with("Bcc:")), "{mail:?}");
    }
}

#[tokio::test]
async fn i07_invited_again_after_a_deletion() {
    let (world, place, mut ann) = fresh().await;
    let admin = RoleChoice { role: ADMIN, scope: Scope::Organisation };
    let (rex, mut before) = joined(&world, &mut ann, &place, "rex@x.io", admin).await;
    assert_eq!(said(&mut ann, &place, json!({"delete_user": {"user": rex}})).await, Vec::<&str>::new());
    let agent = RoleChoice { role: AGENT, scope: Scope::Own };
    let again = NewUser { role: Some(agent), ..world.new_user("rex@x.io") };
    let new = again.id;
    world.clock.advance(Span(1));
    ann.applied(&place, InviteUser(again)).await;
    let (code, token) = world.newest_code(place.tenant, "rex@x.io").await;
    // Nobody else knew the account: it went with its last user, and another one is made with another password.
    assert_eq!(status(&world, &token).await["has_account"], false);
    assert_eq!(accept(&world, &token, &code, OTHER).await.status, StatusCode::OK);
    let old = world.client().post("/api/v1/session", json!({"identifier": "rex@x.io", "password": PASSWORD})).await;
    assert_eq!(old.problem().1, "wrong_credentials");
    // Neither the session nor the rights of before are back.
    assert_eq!(before.get("/api/v1/session").await.json()["account"], Value::Null);
    let mut now = world.signed_in("rex@x.io", OTHER).await;
    let suspend = json!({"suspend_user": {"user": place.owner}});
    assert!(said(&mut now, &place, suspend).await.contains(&"not_allowed"));
    // With days to restore, the one of before can't come back beside the new one.
    let mut policy = json!({"invitation_lifetime": 86_400_000, "single_role": false, "recycle_days": 7,
        "login_kinds": ["email", "mobile", "login"], "extensions": null, "quarantine_days": 30, "email_domains": [],
        "invite_without_plan": true, "managers_may_add": false});
    policy["recycle_days"] = json!(7);
    assert_eq!(said(&mut ann, &place, json!({"set_policy": {"policy": policy}})).await, Vec::<&str>::new());
    assert_eq!(said(&mut ann, &place, json!({"delete_user": {"user": new}})).await, Vec::<&str>::new());
    world.invite(&mut ann, &place, "rex@x.io").await;
    let restored = said(&mut ann, &place, json!({"restore_user": {"user": new}})).await;
    assert!(restored.contains(&"already_a_user"), "{restored:?}");
}

#[tokio::test]
async fn i08_a_link_that_is_not_whole() {
    let (world, place, mut ann) = fresh().await;
    world.invite(&mut ann, &place, "bob@x.io").await;
    let (code, token) = world.newest_code(place.tenant, "bob@x.io").await;
    let half = &token[..token.len() / 2];
    for broken in [half.to_owned(), token.to_uppercase(), format!("{token}%20"), format!("{token}.")] {
        let told = status(&world, &broken).await["status"].clone();
        // A blank or a full stop at the end may do no harm; nothing is ever called used.
        let harmless = broken.len() > token.len() && told == "open";
        assert!(told == "unknown" || harmless, "{broken}: {told}");
        if told == "unknown" {
            let answer = accept(&world, &broken, "OOOOOO", PASSWORD).await;
            assert_eq!(answer.problem(), (404, "invitation_unknown".into()));
            assert!(answer.json()["detail"].as_str().unwrap().contains("whole link"), "{answer:?}");
        }
    }
    let path = format!("/api/v1/invitations/{token}/code");
    let wrong = world.client().post(&path, json!({"code": "OOOOOO"})).await;
    assert!(wrong.json()["detail"].as_str().unwrap().contains("4 "), "{wrong:?}");
    assert_eq!(accept(&world, &token, &code, PASSWORD).await.status, StatusCode::OK);
}

async fn r01_two_owners_at_once(database: Database) {
    let (world, place, mut ann) = north(database).await;
    let mut owners = vec![(place.owner, ann.clone())];
    let owner = RoleChoice { role: ADMIN, scope: Scope::Organisation };
    let (bob, bobs) = joined(&world, &mut ann, &place, "bob@x.io", owner).await;
    let give = |user: UserId| json!({"give_grant": {"grant": {"user": user, "what": {"role": OWNER}, "scope": "organisation"}}});
    let take = |user: UserId| json!({"take_grant": {"grant": {"user": user, "what": {"role": OWNER}, "scope": "organisation"}}});
    assert_eq!(said(&mut ann, &place, give(bob)).await, Vec::<&str>::new());
    // Whoever is no owner any more can still sign in.
    let too = json!({"give_grant": {"grant": {"user": place.owner, "what": {"role": ADMIN}, "scope": "organisation"}}});
    assert_eq!(said(&mut ann, &place, too).await, Vec::<&str>::new());
    owners.push((bob, bobs));
    for _ in 0..20 {
        let [(a, mut of_a), (b, mut of_b)] = [owners[0].clone(), owners[1].clone()];
        let (one, two) = tokio::join!(said(&mut of_a, &place, take(b)), said(&mut of_b, &place, take(a)));
        let outcomes = [one, two];
        assert_eq!(outcomes.iter().filter(|codes| codes.is_empty()).count(), 1, "{outcomes:?}");
        let refused = outcomes.iter().find(|codes| !codes.is_empty()).unwrap();
        assert!(
            refused
                .iter()
                .any(|code| ["actor_not_active", "not_allowed", "last_owner", "outranks_actor"].contains(code)),
            "{refused:?}"
        );
        // Whoever is left gives it back, and both try again.
        let (left, gone) = if outcomes[0].is_empty() { (&mut of_a, b) } else { (&mut of_b, a) };
        assert_eq!(said(left, &place, give(gone)).await, Vec::<&str>::new());
    }
}

#[tokio::test]
async fn r03_an_admin_against_the_owner() {
    let (world, place, mut ann) = fresh().await;
    let admin = RoleChoice { role: ADMIN, scope: Scope::Organisation };
    let (_, mut tom) = joined(&world, &mut ann, &place, "tom@x.io", admin).await;
    let owner = place.owner;
    let profile = json!({"position": null, "language": null, "time_zone": null, "country": null, "full_name": "X"});
    for command in [
        json!({"take_grant": {"grant": {"user": owner, "what": {"role": OWNER}, "scope": "organisation"}}}),
        json!({"suspend_user": {"user": owner}}),
        json!({"reset_user": {"user": owner}}),
        json!({"force_password_reset": {"user": owner}}),
        json!({"set_identifiers": {"user": owner, "identifiers": [{"email": "x@x.io"}]}}),
        json!({"edit_profile": {"user": owner, "profile": profile}}),
        json!({"delete_user": {"user": owner}}),
        json!({"end_sessions": {"user": owner}}),
        json!({"unassign_extension": {"user": owner}}),
    ] {
        let codes = said(&mut tom, &place, command.clone()).await;
        // Whoever may not is told nothing else: not that an owner can't be deleted either.
        assert_eq!(codes, ["outranks_actor"], "{command}");
    }
}

async fn l01_the_last_seat_asked_for_at_once(database: Database) {
    let (world, place, ann) = north(database).await;
    let edit = json!({"edit_licence": {"licence": place.plan, "name": "Standard", "seats": 1}});
    assert_eq!(said(&mut ann.clone(), &place, edit).await, Vec::<&str>::new());
    let invitations = (0..20).map(|n| {
        let user = NewUser { licence: Some(place.plan), ..world.new_user(&format!("u{n}@x.io")) };
        let (mut client, place) = (ann.clone(), place.clone());
        async move { client.command(&place, InviteUser(user)).await }
    });
    let outcomes = futures_util::future::join_all(invitations).await;
    let taken = outcomes.iter().filter(|outcome| matches!(outcome, Outcome::Applied { .. })).count();
    assert_eq!(taken, 1, "{outcomes:?}");
    assert!(
        outcomes
            .iter()
            .filter(|outcome| !matches!(outcome, Outcome::Applied { .. }))
            .all(|outcome| codes(outcome) == ["no_seat_left"]),
        "{outcomes:?}"
    );
}

#[tokio::test]
async fn l02_a_pending_invitation_holds_its_own_seat() {
    let (world, place, mut ann) = fresh().await;
    let edit = json!({"edit_licence": {"licence": place.plan, "name": "Standard", "seats": 1}});
    assert_eq!(said(&mut ann, &place, edit).await, Vec::<&str>::new());
    let user = NewUser { licence: Some(place.plan), ..world.new_user("x@x.io") };
    let id = user.id;
    ann.applied(&place, InviteUser(user)).await;
    world.clock.advance(Span(1));
    let agent = json!({"user": id, "what": {"role": AGENT}, "scope": "own"});
    let basic = json!({"user": id, "what": {"role": BASIC}, "scope": "own"});
    for command in [
        json!({"resend_invitation": {"user": id}}),
        json!({"give_grant": {"grant": agent}}),
        json!({"take_grant": {"grant": basic}}),
        json!({"revoke_invitation": {"user": id}}),
        json!({"send_invitation": {"user": id}}),
    ] {
        assert_eq!(said(&mut ann, &place, command.clone()).await, Vec::<&str>::new(), "{command}");
        world.mails(place.tenant).await;
        world.clock.advance(Span(1));
        // The one seat is taken all the while.
        let other = NewUser { licence: Some(place.plan), ..world.new_user("y@x.io") };
        assert_eq!(codes(&ann.command(&place, InviteUser(other)).await), ["no_seat_left"]);
    }
    let (code, token) = world.newest_code(place.tenant, "x@x.io").await;
    assert_eq!(accept(&world, &token, &code, PASSWORD).await.status, StatusCode::OK);
}

#[tokio::test]
async fn l03_the_seat_of_who_is_suspended_is_taken() {
    let (world, place, mut ann) = fresh().await;
    let edit = |seats: u32| json!({"edit_licence": {"licence": place.plan, "name": "Standard", "seats": seats}});
    assert_eq!(said(&mut ann, &place, edit(1)).await, Vec::<&str>::new());
    let planned = |email: &str| NewUser { licence: Some(place.plan), ..world.new_user(email) };
    let (x, y) = (planned("x@x.io"), planned("y@x.io"));
    let (x_id, y_id) = (x.id, y.id);
    ann.applied(&place, InviteUser(x)).await;
    let (code, token) = world.newest_code(place.tenant, "x@x.io").await;
    assert_eq!(accept(&world, &token, &code, PASSWORD).await.status, StatusCode::OK);
    assert_eq!(said(&mut ann, &place, json!({"suspend_user": {"user": x_id}})).await, Vec::<&str>::new());
    ann.applied(&place, InviteUser(y)).await;
    for command in [json!({"reactivate_user": {"user": x_id}}), json!({"reset_user": {"user": x_id}})] {
        assert_eq!(said(&mut ann, &place, command.clone()).await, ["no_seat_left"], "{command}");
    }
    assert_eq!(said(&mut ann, &place, json!({"delete_user": {"user": y_id}})).await, Vec::<&str>::new());
    assert_eq!(said(&mut ann, &place, json!({"reactivate_user": {"user": x_id}})).await, Vec::<&str>::new());
}

#[tokio::test]
async fn t03_one_phone_in_other_letters() {
    let (world, place, mut ann) = fresh().await;
    let add = |mac: &str, user: UserId| {
        let id = PhoneId::new(world.clock.id());
        json!({"add_phone": {"phone": {"id": id, "user": user, "model": null, "mac": mac, "line": null}}})
    };
    assert_eq!(said(&mut ann, &place, add("00:1B:44:11:3A:B7", place.owner)).await, Vec::<&str>::new());
    for mac in ["001b.4411.3ab7", "00-1b-44-11-3a-b7", "001B44113AB7", " 00:1b:44:11:3a:b7 "] {
        assert_eq!(said(&mut ann, &place, add(mac, place.owner)).await, ["mac_taken"], "{mac}");
    }
    let path = format!("/api/v1/tenants/{}/commands", place.tenant);
    let short = ann.post(&path, add("00:1B:44:11:3A:B", place.owner)).await;
    assert_eq!(short.problem().0, 422);
    assert!(short.json()["detail"].as_str().unwrap().contains("mac"), "{short:?}");
    // Another organisation is told nothing of it.
    let south = world.found("south").await;
    let mut sam = world.owner_of(&south).await;
    assert_eq!(said(&mut sam, &south, add("001b.4411.3ab7", south.owner)).await, Vec::<&str>::new());
}

#[tokio::test]
async fn t04_the_number_of_who_was_deleted() {
    let (world, place, mut ann) = fresh().await;
    let basic = RoleChoice { role: BASIC, scope: Scope::Own };
    let (x, _) = joined(&world, &mut ann, &place, "x@x.io", basic).await;
    let (y, _) = joined(&world, &mut ann, &place, "y@x.io", basic).await;
    const NUMBER: &str = "+442079460018";
    let add = json!({"add_number": {"number": NUMBER, "kind": "landline", "label": null}});
    let assign = |user: UserId| json!({"assign_number": {"number": NUMBER, "user": user}});
    let delete = json!({"delete_user": {"user": x}});
    let call = CallId::new(world.clock.id());
    let start = json!({"start_call":
        {"id": call, "direction": "incoming", "peer": null, "team": null, "user": x}});
    for command in [add.clone(), assign(x), start] {
        assert_eq!(said(&mut ann, &place, command.clone()).await, Vec::<&str>::new(), "{command}");
    }
    assert_eq!(said(&mut ann, &place, delete.clone()).await, ["live_call"]);
    world.clock.advance(Span(1_000));
    assert_eq!(said(&mut ann, &place, json!({"end_call": {"call": call}})).await, Vec::<&str>::new());
    assert_eq!(said(&mut ann, &place, delete).await, Vec::<&str>::new());
    assert_eq!(said(&mut ann, &place, add).await, ["number_exists"]);
    assert_eq!(said(&mut ann, &place, assign(y)).await, ["number_in_quarantine"]);
    world.clock.advance(Span::hours(31 * 24));
    let mut ann = world.owner_of(&place).await;
    assert_eq!(said(&mut ann, &place, assign(y)).await, Vec::<&str>::new());
}

#[tokio::test]
async fn j01_texts_where_something_else_belongs() {
    let (world, place, mut ann) = fresh().await;
    let path = format!("/api/v1/tenants/{}/commands", place.tenant);
    let version = async || world.database.store.head(place.tenant).await.unwrap().unwrap().version;
    let before = version().await;
    let policy = json!({"invitation_lifetime": 86_400_000, "single_role": "False", "recycle_days": 0,
        "login_kinds": ["email"], "extensions": null, "quarantine_days": 30, "email_domains": [],
        "invite_without_plan": true, "managers_may_add": false});
    let seats = |seats: Value| json!({"edit_licence": {"licence": place.plan, "name": "Standard", "seats": seats}});
    let team = TeamId::new(world.clock.id());
    let fine = json!({"create_team": {"id": team, "name": "Fine", "kind": "team", "members": []}});
    for (command, named) in [
        (json!({"set_policy": {"policy": policy}}), "single_role"),
        (seats(json!("5")), "seats"),
        (seats(json!(-1)), "seats"),
        (seats(json!(1.5)), "seats"),
        (seats(json!(4_294_967_296_u64)), "seats"),
        (json!({"disable_team": {"team": team, "now": true}}), "now"),
        (json!([fine, seats(json!("5")), fine]), "[1].edit_licence.seats"),
    ] {
        let answer = ann.post(&path, command.clone()).await;
        assert_eq!(answer.problem().0, 422, "{command}: {answer:?}");
        assert!(answer.json()["detail"].as_str().unwrap().contains(named), "{command}: {answer:?}");
    }
    // Nothing of any of them was done.
    assert_eq!(version().await, before);
}
