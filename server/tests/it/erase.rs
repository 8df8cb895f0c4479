//! Erasing a person: afterwards nothing that is stored tells who it was, and the log that something happened.

use crate::{
    database::{Database, on_both},
    world::{PASSWORD, World, picture},
};
use rollcall_core::{
    Command,
    api::{LinkPurpose, MailFailure, SentMail},
    command::{EraseUser, InviteUser, NewUser, SendWelcome, SetAnswering, SetAvatar, SuspendUser},
    id::UserId,
    model::{Action, AnsweringRule, AvatarOf, Target, When},
    privacy,
    record::encode,
    sync::Seq,
    time::Span,
    value::PhoneNumber,
};
use rollcall_server::{
    house,
    store::{Batch, Clash, Commit, JobFailure, JobKind, NewJob, NotesOf, Queue},
};
use serde_json::json;

on_both! {
    nobody_knows_who_it_was many_are_erased_at_once what_stops_a_strangers_change_stays a_crash_in_between_is_made_up_for mails_to_its_account_go_wherever_that_was_reached what_was_set_apart_is_bounded_and_goes
}

/// What is told of somebody: in the log, in mails, in the security log.
async fn traces(world: &World, place: &crate::world::Place, texts: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    let store = &world.database.store;
    for row in store.log(place.tenant, 0, 1_000).await.unwrap() {
        let stored = [encode(&row.command), encode(&row.changes)].concat();
        let has = |text: &&&str| stored.windows(text.len()).any(|part| part.eq_ignore_ascii_case(text.as_bytes()));
        found.extend(texts.iter().filter(has).map(|text| format!("log {}: {text}", row.version)));
    }
    let mail = world.database.folder.path().join("outbox").join(place.tenant.to_string());
    for file in std::fs::read_dir(mail).unwrap() {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        found.extend(texts.iter().filter(|&&trace| text.contains(trace)).map(|trace| format!("mail: {trace}")));
    }
    found
}

/// Somebody who joined, changed its name, and was erased; the job waits.
async fn erased(world: &World) -> (crate::world::Place, rollcall_core::id::UserId) {
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    let (bob, _) = world.join(&mut ann, &place, "bobby@x.io").await;
    world.invite(&mut ann, &place, "carl@x.io").await;
    world.mails(place.tenant).await;
    assert!(!traces(world, &place, &["bobby@x.io"]).await.is_empty());
    ann.applied(&place, EraseUser { user: bob }).await;
    (place, bob)
}

/// An organisation makes up a user with an address that somebody left a day ago at most, and erases it.
async fn what_stops_a_strangers_change_stays(database: Database) {
    let world = World::on(database).await;
    let (north, south) = (world.found("north").await, world.found("south").await);
    let (mut ann, mut sam) = (world.owner_of(&north).await, world.owner_of(&south).await);
    let wanted = json!({"password": PASSWORD, "email": "sam@new.io"});
    let answer = sam.post("/api/v1/account/address", wanted).await;
    assert!(answer.status.is_success(), "{answer:?}");
    let linked = |mails: &[SentMail], to: &str| {
        let found = mails.iter().find(|mail| mail.to == to && mail.body.contains("/address/"));
        found.map(|mail| mail.body.split("/address/").nth(1).unwrap().split_whitespace().next().unwrap().to_owned())
    };
    let confirm = linked(&world.mails(south.tenant).await, "sam@new.io").unwrap();
    let answer = world.client().post(&format!("/api/v1/addresses/{confirm}"), json!({})).await;
    assert!(answer.status.is_success(), "{answer:?}");
    assert!(world.database.store.account_named(&south.email).await.unwrap().is_none(), "nobody has it now");
    let made_up = world.invite(&mut ann, &north, &south.email).await;
    ann.applied(&north, EraseUser { user: made_up }).await;
    assert!(linked(&world.mails(north.tenant).await, &south.email).is_some(), "it can still be stopped");
}

async fn nobody_knows_who_it_was(database: Database) {
    let world = World::on(database).await;
    let (place, bob) = erased(&world).await;
    let store = &world.database.store;
    let versions = store.log(place.tenant, 0, 1_000).await.unwrap().len();
    while world.runner.round().await > 0 {}
    assert_eq!(store.job_counts().await.unwrap().failing, 0);
    assert_eq!(traces(&world, &place, &["bobby@x.io", "Somebody"]).await, Vec::<String>::new());
    assert!(!traces(&world, &place, &["carl@x.io"]).await.is_empty(), "others stay as they are");
    assert_eq!(store.log(place.tenant, 0, 1_000).await.unwrap().len(), versions, "all that happened stays");
    assert!(store.account_named("bobby@x.io").await.unwrap().is_none());
    let notes = store
        .notes(NotesOf::Tenant(place.tenant, rollcall_core::Timestamp(0)), world.clock.now().after(Span(1)), 100)
        .await
        .unwrap();
    let about = notes.iter().filter(|note| note.place == Some((place.tenant, bob)));
    assert!(about.into_iter().all(|note| note.whereabouts.network.is_none() && note.whereabouts.agent.is_none()));
    let answer =
        world.client().post("/api/v1/session", json!({"identifier": "bobby@x.io", "password": PASSWORD})).await;
    assert_eq!(answer.status, 401);
}

/// The deletion of one changes a record of the other, so a row of the log tells of both; several are erased side by side, on
/// each of two nodes.
async fn many_are_erased_at_once(database: Database) {
    let world = World::on(database).await;
    let (_, other, _) = world.another().await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    let mut people = Vec::new();
    for n in 0..12 {
        let called = world.invite(&mut ann, &place, &format!("called{n}@x.io")).await;
        let forwards = world.invite(&mut ann, &place, &format!("forwards{n}@x.io")).await;
        let number = PhoneNumber::parse(&format!("+4930555010{n:02}")).unwrap();
        let forward = |to| AnsweringRule { when: When::Always, action: Action::Forward(to) };
        let rules = vec![forward(Target::User(called)), forward(Target::Number(number))];
        ann.applied(&place, SetAnswering { user: forwards, rules }).await;
        people.extend([called, forwards]);
    }
    for user in &people {
        ann.applied(&place, EraseUser { user: *user }).await;
    }
    while {
        let (here, there) = tokio::join!(world.runner.round(), other.round());
        here + there > 0
    } {}
    let store = &world.database.store;
    assert_eq!(store.job_counts().await.unwrap().waiting, 0);
    let mut told = Vec::new();
    for row in store.log(place.tenant, 0, 1_000).await.unwrap() {
        let tells = |user: &&UserId| {
            let rewritten = privacy::erased(&row.command, &row.changes, **user);
            rewritten != (row.command.clone(), row.changes.clone())
        };
        told.extend(people.iter().filter(tells).map(|user| format!("version {} tells of {user}", row.version)));
    }
    assert_eq!(told, Vec::<String>::new());
}

/// So many commands that were set apart are kept of a user, and no long ones; those that tell who somebody was go, however
/// many there are.
async fn what_was_set_apart_is_bounded_and_goes(database: Database) {
    let world = World::on(database).await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    let bob = world.invite(&mut ann, &place, "bobby@x.io").await;
    let store = &world.database.store;
    let set_apart = async |by, command: Command, count: u8| {
        let clash = |n| Clash {
            user: by,
            device: world.device(),
            seq: Seq(1),
            content: [n; 32],
            at: world.clock.now(),
            command: command.clone(),
        };
        let head = store.head(place.tenant).await.unwrap().unwrap();
        let batch = Batch { forgotten: head.forgotten, ..Batch::new(place.tenant, head.version) };
        let batch = Batch { clashes: (0..count).map(clash).collect(), ..batch };
        assert_eq!(store.commit(&batch).await.unwrap(), Commit::Done);
        store.clashes(place.tenant).await.unwrap()
    };
    let named = |id, email: &str| InviteUser(NewUser { id, ..world.new_user(email) }).into();
    assert_eq!(set_apart(bob, SuspendUser { user: place.owner }.into(), 150).await, 100);
    assert_eq!(set_apart(place.owner, named(bob, "bobby@x.io"), 60).await, 160);
    assert_eq!(set_apart(place.owner, named(UserId::new(world.clock.id()), "carl@x.io"), 70).await, 200);
    let long = SetAvatar { of: AvatarOf::User(place.owner), picture: Some(picture(1)) };
    let eve = UserId::new(world.clock.id());
    assert_eq!(set_apart(eve, long.into(), 1).await, 201, "a picture is not too long");
    // A mail that was given up tells the address in the words of the mail server.
    let kind = JobKind::SendLink { user: bob, purpose: LinkPurpose::Welcome };
    let job = NewJob { id: world.clock.id(), kind, due: world.clock.now() };
    store.put_job(place.tenant, &job).await.unwrap();
    let failure = JobFailure { reason: MailFailure::Refused, error: "550 bobby@x.io: no such mailbox".into() };
    store.defer_job(job.id, None, &failure).await.unwrap();
    assert_eq!(store.failing_jobs(place.tenant, 9).await.unwrap().len(), 1);
    ann.applied(&place, EraseUser { user: bob }).await;
    while world.runner.round().await > 0 {}
    assert_eq!(store.failing_jobs(place.tenant, 9).await.unwrap().len(), 0);
    assert_eq!(store.job_counts().await.unwrap().failing, 0);
    assert_eq!(store.clashes(place.tenant).await.unwrap(), 41);
}

/// The node that took the job died over it, after some of the steps.
async fn a_crash_in_between_is_made_up_for(database: Database) {
    let world = World::on(database).await;
    let (place, bob) = erased(&world).await;
    let store = &world.database.store;
    let now = world.clock.now();
    assert_eq!(store.claim_jobs(Queue::Chores, now, now.after(Span(120_000)), 8).await.unwrap().len(), 1);
    store.erase_from_log(place.tenant, bob, 0, 3).await.unwrap();
    assert_eq!(world.runner.round().await, 0, "somebody has it");
    assert!(!traces(&world, &place, &["bobby@x.io"]).await.is_empty());
    world.clock.advance(Span::hours(1));
    while world.runner.round().await > 0 {}
    assert_eq!(traces(&world, &place, &["bobby@x.io"]).await, Vec::<String>::new());
    let before = store.log(place.tenant, 0, 1_000).await.unwrap();
    house::erase(&**store, &world.app.mailer, (place.tenant, bob), world.clock.now(), 100).await.unwrap();
    assert_eq!(store.log(place.tenant, 0, 1_000).await.unwrap(), before, "doing it again changes nothing");
}

/// The account has another address than the directory, waits for a third, and forgot its password.
async fn mails_to_its_account_go_wherever_that_was_reached(database: Database) {
    let world = World::on(database).await;
    let north = world.found("north").await;
    let mut ann = world.owner_of(&north).await;
    let (bob, mut bobs) = world.join(&mut ann, &north, "bobby@x.io").await;
    world.join(&mut ann, &north, "carl@x.io").await;
    world.clock.advance(Span(1));
    let ask = |email: &str| json!({"email": email, "password": PASSWORD});
    assert_eq!(bobs.post("/api/v1/account/address", ask("second@x.io")).await.status, 202);
    let mails = world.mails(north.tenant).await;
    let mail = mails.iter().find(|mail| mail.to == "second@x.io").unwrap();
    let token = mail.body.split("/address/").nth(1).unwrap().split_whitespace().next().unwrap();
    assert_eq!(world.client().post(&format!("/api/v1/addresses/{token}"), json!({})).await.status, 204);
    assert_eq!(bobs.post("/api/v1/account/address", ask("third@x.io")).await.status, 202);
    ann.applied(&north, SendWelcome { user: bob }).await;
    for identifier in ["second@x.io", "carl@x.io"] {
        assert_eq!(world.client().post("/api/v1/passwords", json!({"identifier": identifier})).await.status, 202);
    }
    let to = async |address: &str| world.mails(north.tenant).await.iter().filter(|mail| mail.to == address).count();
    for (address, mails) in [("bobby@x.io", 2), ("second@x.io", 4), ("third@x.io", 1), ("carl@x.io", 2)] {
        assert_eq!(to(address).await, mails, "{address}");
    }
    ann.applied(&north, EraseUser { user: bob }).await;
    for (address, mails) in [("bobby@x.io", 0), ("second@x.io", 0), ("third@x.io", 0), ("carl@x.io", 2)] {
        assert_eq!(to(address).await, mails, "{address}");
    }
}

/// What another organisation, or the account itself, was mailed is not for this one to remove.
#[tokio::test]
async fn mails_of_an_account_that_lives_on_stay_its_own() {
    let world = World::new().await;
    let (north, south) = (world.found("north").await, world.found("south").await);
    let (mut ann, mut sam) = (world.owner_of(&north).await, world.owner_of(&south).await);
    let (bob, _) = world.join(&mut ann, &north, "bobby@x.io").await;
    world.join(&mut sam, &south, "bobby@x.io").await;
    assert_eq!(world.client().post("/api/v1/passwords", json!({"identifier": "bobby@x.io"})).await.status, 202);
    ann.applied(&north, EraseUser { user: bob }).await;
    let subjects = async |tenant| {
        let mails = world.mails(tenant).await.into_iter().filter(|mail| mail.to == "bobby@x.io");
        let mut subjects: Vec<String> = mails.map(|mail| mail.subject).collect();
        subjects.sort_unstable();
        subjects
    };
    assert_eq!(subjects(north.tenant).await, ["Choose a new password"]);
    assert_eq!(subjects(south.tenant).await, ["Choose a new password", "Invitation to The south"]);
}
