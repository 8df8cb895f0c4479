//! What ages by itself: each step of the housekeeping takes what is due, and nothing younger or of anybody else.

use crate::{
    database::{Database, on_both},
    store::{NOW, account, batch, clock, founded, founding, secrets, tenant, user},
    world::World,
};
use rollcall_core::{
    api::{MailFailure, SecurityKind},
    command::SetKeeping,
    model::Keeping,
    time::{Span, Timestamp},
    value::Email,
};
use rollcall_server::clock::Clock;
use rollcall_server::house::House;
use rollcall_server::store::{
    AddressChange, AddressState, Batch, Commit, JobFailure, JobKind, NewAccount, NewJob, NotesOf, Secret, SecurityNote,
    Step, Whereabouts,
};

on_both! {
    notes_of_an_organisation_age_by_its_terms notes_of_an_account_age_by_the_terms_of_its_organisations changes_of_address_age jobs_that_were_given_up_age
}

/// Each organisation has its own term, and what is of none another.
async fn notes_of_an_organisation_age_by_its_terms(database: Database) {
    let (store, north, south) = (&database.store, founded(&database).await, tenant());
    store.commit(&founding(south, "south")).await.unwrap();
    let later = NOW.after(Span(1));
    for (at, place) in [(NOW, None), (NOW, Some(north)), (NOW, Some(south)), (later, None), (later, Some(north))] {
        let place = place.map(|tenant| (tenant, user()));
        let (kind, whereabouts) = (SecurityKind::SignedIn, Whereabouts::default());
        store.put_note(&SecurityNote { id: clock().id(), at, kind, account: None, place, whereabouts }).await.unwrap();
    }
    let kept =
        async |tenant| store.notes(NotesOf::Tenant(tenant, Timestamp(0)), Timestamp(i64::MAX), 9).await.unwrap().len();
    assert_eq!(store.clean(Step::SecurityNotesOf(north), NOW.before(Span(1)), 9).await.unwrap(), 0);
    assert_eq!(store.clean(Step::SecurityNotesOf(north), NOW, 9).await.unwrap(), 1);
    assert_eq!((kept(north).await, kept(south).await), (1, 1));
    assert_eq!(store.clean(Step::SecurityNotes, NOW, 9).await.unwrap(), 1, "of no organisation");
    assert_eq!(store.clean(Step::SecurityNotes, later, 9).await.unwrap(), 1);
    assert_eq!((kept(north).await, kept(south).await), (1, 1));
    // What is kept for another organisation's longer term is not read in this one.
    let read = async |of| store.notes(of, Timestamp(i64::MAX), 9).await.unwrap().len();
    assert_eq!(read(NotesOf::Tenant(south, later)).await, 0);
    assert_eq!(read(NotesOf::Tenant(north, later)).await, 1);
}

/// How long notes of an account are kept is for its own organisations to say, and where it has none for the server.
async fn notes_of_an_account_age_by_the_terms_of_its_organisations(database: Database) {
    let world = World::on(database).await;
    let (north, south, west) = (world.found("north").await, world.found("south").await, world.found("west").await);
    let (mut ann, mut sam, mut wes) =
        (world.owner_of(&north).await, world.owner_of(&south).await, world.owner_of(&west).await);
    world.join(&mut sam, &south, "both@x.io").await;
    world.join(&mut ann, &north, "both@x.io").await;
    let keeping = |security_days| SetKeeping { keeping: Keeping { security_days, ..Keeping::default() } };
    ann.applied(&north, keeping(3_650)).await;
    wes.applied(&west, keeping(30)).await;
    let store = &world.database.store;
    let mut whose = Vec::new();
    for email in [&*north.email, &*south.email, &*west.email, "both@x.io"] {
        whose.push(store.account_named(email).await.unwrap().unwrap().id);
    }
    whose.push(world.clock.id());
    for account in &whose {
        let (id, at, kind) = (world.clock.id(), world.clock.now(), SecurityKind::PasswordChanged);
        let (account, place, whereabouts) = (Some(*account), None, Whereabouts::default());
        store.put_note(&SecurityNote { id, at, kind, account, place, whereabouts }).await.unwrap();
    }
    let noted = async || {
        let mut noted = Vec::new();
        for account in &whose {
            let notes = store.notes(NotesOf::Account(*account), Timestamp(i64::MAX), 99).await.unwrap();
            noted.push(notes.iter().any(|note| note.kind == SecurityKind::PasswordChanged));
        }
        noted
    };
    assert_eq!(noted().await, [true; 5]);
    for (days, kept) in [
        (29, [true; 5]),
        (31, [true, true, false, true, true]),
        (364, [true, true, false, true, true]),
        (366, [true, false, false, true, false]),
        (3_649, [true, false, false, true, false]),
        (3_651, [false; 5]),
    ] {
        let house = House { clock: Clock::fixed(world.clock.now().after(Span::days(days))), ..world.house.clone() };
        house.turn().await.unwrap();
        assert_eq!(noted().await, kept, "after {days} days");
    }
}

fn change(account: &NewAccount, after: &str, expires: Timestamp, token: u8) -> AddressChange {
    AddressChange {
        id: clock().id(),
        account: account.id,
        before: account.email.clone(),
        after: Email::parse(after).unwrap(),
        confirm: [token; 32],
        stop: [token + 100; 32],
        tenant: None,
        expires,
        state: AddressState::Waits,
    }
}

async fn changes_of_address_age(database: Database) {
    let tenant = founded(&database).await;
    let (store, ann) = (&database.store, account("ann@x.io"));
    secrets(&database, tenant, vec![Secret::OpenAccount(ann.clone())]).await;
    let first = change(&ann, "first@x.io", NOW, 1);
    let second = change(&ann, "second@x.io", NOW.after(Span(1)), 2);
    store.put_address_change(&first).await.unwrap();
    store.put_address_change(&second).await.unwrap();
    assert_eq!(store.clean(Step::AddressChanges, first.expires.before(Span(1)), 9).await.unwrap(), 0);
    assert_eq!(store.clean(Step::AddressChanges, first.expires, 9).await.unwrap(), 1);
    assert!(store.address_change(&first.confirm).await.unwrap().is_none());
    assert!(store.address_change(&second.confirm).await.unwrap().is_some());
}

/// By when they were made; one that still waits is kept however old it is.
async fn jobs_that_were_given_up_age(database: Database) {
    let tenant = founded(&database).await;
    let store = &database.store;
    let made = |at: Timestamp, nth: u8| {
        let millis = u64::try_from(at.0).unwrap();
        let id = uuid::Builder::from_unix_timestamp_millis(millis, &[nth; 10]).into_uuid();
        NewJob { id, kind: JobKind::SendInvitation { user: user(), round: 1 }, due: NOW }
    };
    let later = NOW.after(Span(5));
    let (old, waiting, young) = (made(NOW, 1), made(NOW, 2), made(later, 3));
    let version = store.head(tenant).await.unwrap().unwrap().version;
    let jobs = vec![old.clone(), waiting.clone(), young.clone()];
    assert_eq!(store.commit(&Batch { jobs, ..batch(tenant, version, vec![]) }).await.unwrap(), Commit::Done);
    let failure = JobFailure { reason: MailFailure::Unavailable, error: "gone".into() };
    store.defer_job(old.id, None, &failure).await.unwrap();
    store.defer_job(young.id, None, &failure).await.unwrap();
    assert_eq!(store.clean(Step::GivenUpJobs, NOW, 9).await.unwrap(), 0, "not of the very moment");
    assert_eq!(store.clean(Step::GivenUpJobs, NOW.after(Span(1)), 9).await.unwrap(), 1);
    let counts = store.job_counts().await.unwrap();
    assert_eq!((counts.waiting, counts.failed), (1, 1));
    assert_eq!(store.clean(Step::GivenUpJobs, later.after(Span(1)), 9).await.unwrap(), 1);
    assert_eq!(store.job_counts().await.unwrap().waiting, 1);
}
