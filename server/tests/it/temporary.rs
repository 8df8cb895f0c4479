//! What a temporary password opens, and whom it keeps out: nobody of the same address, and nobody once it is over.

use crate::{
    database::{Database, on_both},
    world::{Client, PASSWORD, Place, World},
};
use axum::http::StatusCode;
use rollcall_core::{
    command::{EndSessions, PrepareUser, ReactivateUser, SetIdentifiers, SetPolicy, SuspendUser},
    id::UserId,
    model::{Identifier, IdentifierKind, Policy},
    time::Span,
    value::{Email, FullName, Login, PhoneNumber},
};
use serde_json::{Value, json};

on_both! {
    an_address_that_means_two_lets_each_in_by_its_own_password
    a_log_in_name_that_is_anothers_number_lets_each_in
    a_temporary_password_ends_with_a_suspension
    a_temporary_password_expires_as_an_invitation_does
}

const OWN: &str = "battery staple";

async fn hand(ann: &mut Client, place: &Place, user: UserId) -> Value {
    let path = format!("/api/v1/tenants/{}/users/{user}/hand-over", place.tenant);
    let answer = ann.post(&path, json!({"what": "password"})).await;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    answer.json()
}

fn password(handed: &Value) -> String {
    handed["secret"]["password"].as_str().unwrap().to_owned()
}

/// Somebody who is known by these, and has a temporary password.
async fn handed(world: &World, ann: &mut Client, place: &Place, identifiers: &[Identifier]) -> (UserId, String) {
    let mut new = world.new_user("nobody@x.io");
    (new.email, new.profile.full_name) = (None, FullName::parse("Noor").ok());
    for identifier in identifiers {
        match identifier.clone() {
            Identifier::Email(email) => new.email = Some(email),
            Identifier::Mobile(number) => new.mobile = Some(number),
            Identifier::Login(login) => new.login = Some(login),
        }
    }
    let user = new.id;
    ann.applied(place, PrepareUser(new)).await;
    let temporary = password(&hand(ann, place, user).await);
    (user, temporary)
}

fn address(text: &str) -> Identifier {
    Identifier::Email(Email::parse(text).unwrap())
}

/// What comes of a sign-in: its status and code, or nothing when it is let in.
async fn tried(world: &World, identifier: &str, organisation: Option<&str>, password: &str) -> Option<(u16, String)> {
    let sign_in = json!({"identifier": identifier, "organisation": organisation, "password": password});
    let answer = world.client().post("/api/v1/session", sign_in).await;
    (answer.status != StatusCode::OK).then(|| answer.problem())
}

async fn renewed(world: &World, identifier: &str, temporary: &str) -> Option<(u16, String)> {
    let renew = json!({"identifier": identifier, "organisation": "north", "password": temporary, "new_password": OWN});
    let answer = world.client().post("/api/v1/session", renew).await;
    (answer.status != StatusCode::OK).then(|| answer.problem())
}

fn wrong() -> Option<(u16, String)> {
    Some((401, "wrong_credentials".into()))
}

fn change_needed() -> Option<(u16, String)> {
    Some((403, "password_change_needed".into()))
}

async fn an_address_that_means_two_lets_each_in_by_its_own_password(database: Database) {
    let world = World::on(database).await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    let (xavier, _) = world.join(&mut ann, &place, "xavier@x.io").await;
    // The directory has another address of his; he signs in by the old one until the new one is confirmed.
    ann.applied(&place, SetIdentifiers { user: xavier, identifiers: vec![address("xavier2@x.io")] }).await;
    let (_, temporary) = handed(&world, &mut ann, &place, &[address("xavier@x.io")]).await;
    world.clock.advance(Span(1));
    for organisation in [None, Some("north")] {
        assert_eq!(tried(&world, "xavier@x.io", organisation, PASSWORD).await, None, "{organisation:?}");
        assert_eq!(tried(&world, "xavier@x.io", organisation, &temporary).await, change_needed());
        assert_eq!(tried(&world, "xavier@x.io", organisation, "neither of them").await, wrong());
    }
    assert_eq!(renewed(&world, "xavier@x.io", &temporary).await, None);
    assert_eq!(tried(&world, "xavier@x.io", Some("north"), OWN).await, None);
    let mut xaviers = world.signed_in("xavier@x.io", PASSWORD).await;
    assert_eq!(xaviers.get("/api/v1/session").await.json()["organisations"][0]["user"], json!(xavier));

    // A password that was forgotten: the mailbox is his who proved it.
    let mailed = world.mails(place.tenant).await.len();
    let forgotten = json!({"identifier": "xavier@x.io", "organisation": "north"});
    assert_eq!(world.client().post("/api/v1/passwords", forgotten).await.status, StatusCode::ACCEPTED);
    let mails = world.mails(place.tenant).await;
    assert_eq!(mails.len(), mailed + 1);
    let letter =
        mails.iter().find(|mail| mail.to == "xavier@x.io" && mail.body.contains("/password/")).expect("a link");
    let token = letter.body.split("/password/").nth(1).unwrap().split_whitespace().next().unwrap();
    let answer = world.client().post(&format!("/api/v1/passwords/{token}"), json!({"password": "orange teapot"})).await;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    assert_eq!(tried(&world, "xavier@x.io", Some("north"), "orange teapot").await, None);
    assert_eq!(tried(&world, "xavier@x.io", Some("north"), OWN).await, None, "hers is as it was");
}

async fn a_log_in_name_that_is_anothers_number_lets_each_in(database: Database) {
    let world = World::on(database).await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    let kinds = vec![IdentifierKind::Email, IdentifierKind::Mobile, IdentifierKind::Login];
    let policy = Policy { login_kinds: kinds, invite_without_plan: true, ..Policy::default() };
    // Where the kinds are these already, there is nothing to change.
    ann.command(&place, SetPolicy { policy }).await;
    let mobile = PhoneNumber::parse("+447700900123").unwrap();
    let (_, first) = handed(&world, &mut ann, &place, &[Identifier::Mobile(mobile)]).await;
    let login = Login::parse("07700900123").unwrap();
    let (_, second) = handed(&world, &mut ann, &place, &[Identifier::Login(login)]).await;
    for temporary in [&first, &second] {
        assert_eq!(tried(&world, "07700900123", Some("north"), temporary).await, change_needed());
    }
    assert_eq!(tried(&world, "07700900123", Some("north"), "neither of them").await, wrong());
}

async fn a_temporary_password_ends_with_a_suspension(database: Database) {
    let world = World::on(database).await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    let lee = Identifier::Login(Login::parse("lee").unwrap());
    let (user, temporary) = handed(&world, &mut ann, &place, &[lee]).await;
    assert_eq!(tried(&world, "lee", Some("north"), &temporary).await, change_needed());
    ann.applied(&place, SuspendUser { user }).await;
    assert_eq!(tried(&world, "lee", Some("north"), &temporary).await, wrong());
    assert_eq!(renewed(&world, "lee", &temporary).await, wrong());
    world.clock.advance(Span(1));
    ann.applied(&place, ReactivateUser { user }).await;
    assert_eq!(tried(&world, "lee", Some("north"), &temporary).await, wrong());
    assert_eq!(renewed(&world, "lee", &temporary).await, wrong());

    // Another is handed over. Ending the sessions ends it as well, as it ends mailed links.
    let temporary = password(&hand(&mut ann, &place, user).await);
    world.clock.advance(Span(1));
    assert_eq!(tried(&world, "lee", Some("north"), &temporary).await, change_needed());
    ann.applied(&place, EndSessions { user }).await;
    assert_eq!(tried(&world, "lee", Some("north"), &temporary).await, wrong());
    // A password of its own ends with nothing.
    world.clock.advance(Span(1));
    let temporary = password(&hand(&mut ann, &place, user).await);
    world.clock.advance(Span(1));
    assert_eq!(renewed(&world, "lee", &temporary).await, None);
    ann.applied(&place, SuspendUser { user }).await;
    ann.applied(&place, ReactivateUser { user }).await;
    world.clock.advance(Span(1));
    assert_eq!(tried(&world, "lee", Some("north"), OWN).await, None);
}

async fn a_temporary_password_expires_as_an_invitation_does(database: Database) {
    let world = World::on(database).await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    let lee = Identifier::Login(Login::parse("lee").unwrap());
    let (user, first) = handed(&world, &mut ann, &place, &[lee]).await;
    world.clock.advance(Span::hours(24));
    let over = Some((403, "temporary_password_expired".to_owned()));
    assert_eq!(tried(&world, "lee", Some("north"), &first).await, over);
    assert_eq!(renewed(&world, "lee", &first).await, over);
    assert_eq!(tried(&world, "lee", Some("north"), "not the password").await, wrong(), "told to who knows it alone");

    let policy = Policy { invitation_lifetime: Span::hours(48), invite_without_plan: true, ..Policy::default() };
    ann.applied(&place, SetPolicy { policy }).await;
    let handed = hand(&mut ann, &place, user).await;
    let until = world.clock.now().after(Span::hours(48));
    assert_eq!(handed["expires"], json!(until));
    world.clock.advance(Span(until.since(world.clock.now()).0 - 1));
    assert_eq!(tried(&world, "lee", Some("north"), &password(&handed)).await, change_needed());
    assert_eq!(renewed(&world, "lee", &password(&handed)).await, None);
    world.clock.advance(Span::hours(48));
    assert_eq!(tried(&world, "lee", Some("north"), OWN).await, None, "one's own does not expire");
}
