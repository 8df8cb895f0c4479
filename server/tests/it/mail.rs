//! Mail that isn't delivered: what is final, what is tried again, what waits for its budget, and who is shown it.

use crate::{
    database::{Database, on_both},
    store::{account, secrets},
    world::{Client, PASSWORD, Place, World},
};
use rollcall_core::{
    api::{MailFailure, MailKind, Undelivered},
    command::{ForcePasswordReset, ResendInvitation, SetIdentifiers},
    id::UserId,
    model::Identifier,
    time::Span,
    value::Email,
};
use rollcall_server::{
    limits::{Limits, MailBudget},
    outbound::mail::Mailer,
    store::{JobKind, NO_TENANT, NewJob, Queue, Secret},
};
use std::sync::{Arc, Mutex};
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
};

/// A mail server that answers every recipient with the same reply.
struct Smtp {
    reply: Arc<Mutex<&'static str>>,
    /// To whom mail was taken, and who is unknown whatever the reply.
    taken: Arc<Mutex<Vec<String>>>,
    mailer: Mailer,
}

/// A mailbox that there is no more.
const DEAD: &str = "dead@x.io";

impl Smtp {
    async fn start(reply: &'static str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("smtp://{}", listener.local_addr().unwrap());
        let reply = Arc::new(Mutex::new(reply));
        let (replies, taken) = (reply.clone(), Arc::<Mutex<Vec<String>>>::default());
        let takes = taken.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(speak(stream, replies.clone(), takes.clone()));
            }
        });
        Self { reply, taken, mailer: Mailer::smtp(&url, "rollcall@x.io").unwrap() }
    }

    fn replies(&self, reply: &'static str) {
        *self.reply.lock().unwrap() = reply;
    }
}

async fn speak(stream: TcpStream, reply: Arc<Mutex<&'static str>>, taken: Arc<Mutex<Vec<String>>>) {
    let mut stream = BufReader::new(stream);
    stream.write_all(b"220 mail\r\n").await.unwrap();
    let mut line = String::new();
    let mut content = false;
    while stream.read_line(&mut line).await.is_ok_and(|length| length > 0) {
        let said = line.trim_end().to_owned();
        line.clear();
        let answer = match said.get(..4) {
            _ if content && said != "." => continue,
            _ if content => {
                content = false;
                "250 taken"
            }
            Some("RCPT") if said.contains(DEAD) => "550 no such mailbox",
            Some("RCPT") => {
                taken.lock().unwrap().push(said);
                *reply.lock().unwrap()
            }
            Some("DATA") => {
                content = true;
                "354 go on"
            }
            Some("QUIT") => "221 bye",
            _ => "250 fine",
        };
        if stream.write_all(format!("{answer}\r\n").as_bytes()).await.is_err() {
            return;
        }
    }
}

async fn undelivered(client: &mut Client, place: &Place) -> Vec<Undelivered> {
    let answer = client.get(&format!("/api/v1/tenants/{}/undelivered", place.tenant)).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    serde_json::from_slice(&answer.body).unwrap()
}

fn invitation(user: UserId, reason: MailFailure, tries: u32) -> Undelivered {
    Undelivered { user, what: MailKind::Invitation, reason, tries, again: None }
}

on_both! {
    a_refused_mail_is_final_and_shown_until_it_is_sent_again
    what_the_mail_server_may_take_later_is_tried_again
    what_is_over_budget_waits_and_is_not_lost
    one_address_has_a_budget_across_organisations a_mailbox_has_a_budget_whatever_the_directory_says
    organisations_take_turns
    whoever_forgot_delays_no_invitation
    a_dead_mailbox_keeps_nobody_from_changing_its_address the_mailbox_that_is_to_hear_of_a_change_has_its_budget
    what_an_account_asked_for_is_not_kept_when_it_is_given_up
}

async fn a_refused_mail_is_final_and_shown_until_it_is_sent_again(database: Database) {
    let smtp = Smtp::start("550 no such mailbox").await;
    let world = World::with(database, Some(smtp.mailer.clone()), Limits::default()).await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    let bob = world.invite(&mut ann, &place, "bob@x.io").await;
    assert_eq!(undelivered(&mut ann, &place).await, [], "it waits");
    assert_eq!(world.runner.round().await, 1);
    assert_eq!(undelivered(&mut ann, &place).await, [invitation(bob, MailFailure::Refused, 1)]);
    world.clock.advance(Span::days(2));
    assert_eq!(world.runner.round().await, 0, "it is given up");
    // Another organisation is shown nothing of it.
    let south = world.found("south").await;
    let mut sam = world.owner_of(&south).await;
    assert_eq!(undelivered(&mut sam, &south).await, []);
    let path = format!("/api/v1/tenants/{}/undelivered", place.tenant);
    assert_eq!(sam.get(&path).await.problem().0, 404);
    assert_eq!(world.client().get(&path).await.problem().0, 401);
    smtp.replies("250 known by now");
    ann.applied(&place, ResendInvitation { user: bob }).await;
    assert_eq!(undelivered(&mut ann, &place).await, [], "another is on its way");
    assert_eq!(world.runner.round().await, 1);
    assert_eq!(undelivered(&mut ann, &place).await, []);
}

async fn what_the_mail_server_may_take_later_is_tried_again(database: Database) {
    let smtp = Smtp::start("451 later").await;
    let world = World::with(database, Some(smtp.mailer.clone()), Limits::default()).await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    let bob = world.invite(&mut ann, &place, "bob@x.io").await;
    // Its own credentials are refused for good, but no mail is.
    for (tries, reply) in [(1, "451 later"), (2, "535 who are you")] {
        smtp.replies(reply);
        assert_eq!(world.runner.round().await, 1);
        let shown = undelivered(&mut ann, &place).await;
        let again = shown[0].again.unwrap();
        assert!(again > world.clock.now());
        let expected = Undelivered { again: Some(again), ..invitation(bob, MailFailure::Unavailable, tries) };
        assert_eq!(shown, [expected]);
        world.clock.advance(again.since(world.clock.now()));
    }
    smtp.replies("250 fine");
    assert_eq!(world.runner.round().await, 1);
    assert_eq!(undelivered(&mut ann, &place).await, []);
}

fn budget(organisation: u32, address: u32) -> Limits {
    Limits { mail: MailBudget { organisation, address, forgotten: 2, window: Span::hours(1) }, ..Limits::default() }
}

async fn what_is_over_budget_waits_and_is_not_lost(database: Database) {
    let world = World::with(database, None, budget(1, 100)).await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    for email in ["bob@x.io", "cem@x.io"] {
        world.invite(&mut ann, &place, email).await;
    }
    assert_eq!(world.mails(place.tenant).await.len(), 1);
    let shown = undelivered(&mut ann, &place).await;
    let again = world.clock.now().after(Span::hours(1));
    assert_eq!(shown.len(), 1);
    let expected = invitation(shown[0].user, MailFailure::OverBudget, 0);
    assert_eq!(shown, [Undelivered { again: Some(again), ..expected }]);
    world.clock.advance(Span::hours(1));
    assert_eq!(world.mails(place.tenant).await.len(), 2);
    assert_eq!(undelivered(&mut ann, &place).await, []);
}

async fn one_address_has_a_budget_across_organisations(database: Database) {
    let world = World::with(database, None, budget(100, 1)).await;
    let (north, south) = (world.found("north").await, world.found("south").await);
    let (mut ann, mut sam) = (world.owner_of(&north).await, world.owner_of(&south).await);
    world.invite(&mut ann, &north, "bob@x.io").await;
    assert_eq!(world.mails(north.tenant).await.len(), 1);
    world.invite(&mut sam, &south, "Bob@x.io").await;
    assert_eq!(world.mails(south.tenant).await.len(), 0);
    assert_eq!(undelivered(&mut sam, &south).await[0].reason, MailFailure::OverBudget);
    world.clock.advance(Span::hours(1));
    assert_eq!(world.mails(south.tenant).await.len(), 1);
}

/// An administrator writes another address for a member again and again; the mails go to the account's.
async fn a_mailbox_has_a_budget_whatever_the_directory_says(database: Database) {
    let world = World::with(database, None, budget(100, 1)).await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    let (bob, _) = world.join(&mut ann, &place, "bob@x.io").await;
    world.clock.advance(Span::hours(1));
    let mailed = async || world.mails(place.tenant).await.iter().filter(|mail| mail.to == "bob@x.io").count();
    let before = mailed().await;
    for n in 0..3 {
        let identifiers = vec![Identifier::Email(Email::parse(&format!("other-{n}@x.io")).unwrap())];
        ann.applied(&place, SetIdentifiers { user: bob, identifiers }).await;
        ann.applied(&place, ForcePasswordReset { user: bob }).await;
    }
    assert_eq!(mailed().await, before + 1);
}

async fn organisations_take_turns(database: Database) {
    let world = World::on(database).await;
    let (north, south) = (world.found("north").await, world.found("south").await);
    let due = world.clock.now();
    let store = &world.database.store;
    let many = |count: usize| (0..count).map(|_| UserId::new(world.clock.id()));
    for user in many(40) {
        put(&world, &north, user).await;
    }
    world.clock.advance(Span(1));
    for user in many(3) {
        put(&world, &south, user).await;
    }
    let claimed = store.claim_jobs(Queue::Mails, due.after(Span(1)), due.after(Span(2)), 8).await.unwrap();
    assert_eq!(claimed.len(), 8);
    assert_eq!(claimed.iter().filter(|job| job.tenant == south.tenant).count(), 3);
}

async fn put(world: &World, place: &Place, user: UserId) {
    let kind = rollcall_server::store::JobKind::SendInvitation { user, round: 1 };
    let job = rollcall_server::store::NewJob { id: world.clock.id(), kind, due: world.clock.now() };
    world.database.store.put_job(place.tenant, &job).await.unwrap();
}

async fn whoever_forgot_delays_no_invitation(database: Database) {
    let world = World::with(database, None, budget(100, 1)).await;
    let (north, south) = (world.found("north").await, world.found("south").await);
    let (mut ann, mut sam) = (world.owner_of(&north).await, world.owner_of(&south).await);
    world.join(&mut ann, &north, "bob@x.io").await;
    world.clock.advance(Span::hours(1));
    let before = world.mails(north.tenant).await.len();
    let mut stranger = world.client();
    for typed in ["bob@x.io", "BOB@x.io", "bob@x.io ", "bob@x.io"] {
        let answer = stranger.post("/api/v1/passwords", serde_json::json!({"identifier": typed})).await;
        assert_eq!(answer.status, 202);
    }
    assert_eq!(world.mails(north.tenant).await.len() - before, 2, "as many as one needs");
    world.invite(&mut sam, &south, "bob@x.io").await;
    let invited = world.mails(south.tenant).await.iter().filter(|mail| mail.subject.starts_with("Invitation")).count();
    assert_eq!(invited, 1, "nothing of it is used up");
    assert_eq!(world.database.store.job_counts().await.unwrap().waiting, 0, "and nothing piles up");
    world.clock.advance(Span::hours(1));
    stranger.post("/api/v1/passwords", serde_json::json!({"identifier": "bob@x.io"})).await;
    assert_eq!(world.mails(north.tenant).await.len() - before, 3);
}

async fn a_dead_mailbox_keeps_nobody_from_changing_its_address(database: Database) {
    let smtp = Smtp::start("250 fine").await;
    let world = World::with(database, Some(smtp.mailer.clone()), Limits::default()).await;
    let place = world.found("north").await;
    let account = account(DEAD);
    let (store, id) = (&world.database.store, account.id);
    secrets(&world.database, place.tenant, vec![Secret::OpenAccount(account)]).await;
    let after = rollcall_core::value::Email::parse("new@x.io").unwrap();
    let kind = JobKind::ChangeAddress { account: id, email: after };
    let job = NewJob { id: world.clock.id(), kind, due: world.clock.now() };
    store.put_job(place.tenant, &job).await.unwrap();
    assert_eq!(world.runner.round().await, 1);
    assert_eq!(*smtp.taken.lock().unwrap(), ["RCPT TO:<new@x.io>"]);
    assert_eq!(store.job_counts().await.unwrap(), rollcall_server::store::JobCounts::default());
}

/// Whoever knows a password asks for one address after another: each time a mail goes to the old one as well.
async fn the_mailbox_that_is_to_hear_of_a_change_has_its_budget(database: Database) {
    let world = World::with(database, None, budget(100, 2)).await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    let (_, mut bobs) = world.join(&mut ann, &place, "bob@x.io").await;
    world.clock.advance(Span::hours(1));
    let mailed = async || world.mails(place.tenant).await.iter().filter(|mail| mail.to == "bob@x.io").count();
    let before = mailed().await;
    for n in 0..4 {
        let change = serde_json::json!({"email": format!("new-{n}@x.io"), "password": PASSWORD});
        assert_eq!(bobs.post("/api/v1/account/address", change).await.status, 202);
    }
    assert_eq!(mailed().await, before + 2);
    let unheard = world.mails(place.tenant).await.iter().filter(|mail| mail.to.starts_with("new-")).count();
    assert_eq!(unheard, 2, "no address is asked of which the old one does not hear");
}

/// Nobody could be shown it, and it says which address somebody has.
async fn what_an_account_asked_for_is_not_kept_when_it_is_given_up(database: Database) {
    let smtp = Smtp::start("550 no such mailbox").await;
    let world = World::with(database, Some(smtp.mailer.clone()), Limits::default()).await;
    let place = world.found("north").await;
    let ann = account("ann@x.io");
    let (store, id) = (&world.database.store, ann.id);
    secrets(&world.database, place.tenant, vec![Secret::OpenAccount(ann)]).await;
    let kind = JobKind::ChangeAddress { account: id, email: Email::parse(DEAD).unwrap() };
    for (tenant, failed) in [(NO_TENANT, 0), (place.tenant, 1)] {
        let job = NewJob { id: world.clock.id(), kind: kind.clone(), due: world.clock.now() };
        store.put_job(tenant, &job).await.unwrap();
        assert_eq!(world.runner.round().await, 1);
        let counts = store.job_counts().await.unwrap();
        assert_eq!((counts.waiting, counts.failed), (0, failed));
    }
}
