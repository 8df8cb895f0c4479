//! What is ordered for a moment is carried out then, whoever is there: off-boardings, invitations.

use crate::{
    database::{Database, on_both},
    world::{Client, Place, World},
};
use rollcall_core::{
    Actor, Command, Key, Record,
    access::ADMIN,
    command::{
        CarryOut, DeleteUser, InviteUser, NewUser, OffBoard, PrepareUser, RoleChoice, ScheduleInvitation, SuspendUser,
    },
    id::UserId,
    model::{OffBoarding, Scope, UserState},
    query::{self, Attention},
    sync::Outcome,
    time::{Span, Timestamp},
    value::Login,
};
use rollcall_server::{
    limits::{Limits, Tuning},
    outbound::job::Runner,
    store::{JobKind, NewJob, Queue},
};

on_both! {
    what_is_due_is_carried_out_with_nobody_there what_is_put_off_is_tried_again what_is_due_is_carried_out_after_a_restart
    two_processes_carry_it_out_once many_are_woken_once_and_all_are_invited an_order_stands_without_who_gave_it
    a_clock_that_jumps_skips_no_step_and_does_none_early whoever_asks_sees_what_is_due_done
}

/// Does every job that is due.
async fn rounds(runner: &Runner) {
    while runner.round().await > 0 {}
}

async fn state(database: &Database, place: &Place, user: UserId) -> Option<UserState> {
    match database.store.record(place.tenant, Key::User(user)).await.unwrap() {
        Some(Record::User(user)) => Some(user.state),
        _ => None,
    }
}

/// How often the log has that something was carried out for a user.
async fn carried_out(database: &Database, place: &Place, user: UserId) -> usize {
    let log = database.store.log(place.tenant, 0, 1_000).await.unwrap();
    log.iter().filter(|row| matches!(&row.command, Command::CarryOut(done) if done.user == user)).count()
}

async fn mails_to(world: &World, place: &Place, email: &str) -> usize {
    world.mails(place.tenant).await.iter().filter(|mail| mail.to == email).count()
}

fn leaving(suspend_at: Timestamp, delete_after: u16) -> OffBoarding {
    OffBoarding {
        suspend_at,
        numbers: None,
        calls: None,
        teams: None,
        keep_licences: false,
        delete_after: Some(delete_after),
    }
}

async fn what_is_due_is_carried_out_with_nobody_there(database: Database) {
    let world = World::on(database).await;
    let north = world.found("north").await;
    let mut ann = world.owner_of(&north).await;
    let (bob, mut bobs) = world.join(&mut ann, &north, "bob@x.io").await;
    let pat = NewUser { licence: Some(north.plan), ..world.new_user("pat@x.io") };
    let soon = world.clock.now().after(Span::hours(1));
    ann.applied(&north, PrepareUser(pat.clone())).await;
    ann.applied(&north, ScheduleInvitation { user: pat.id, at: Some(soon) }).await;
    ann.applied(&north, OffBoard { user: bob, order: Some(leaving(soon, 1)) }).await;
    let store = world.database.store.clone();
    let state = |user| state(&world.database, &north, user);
    rounds(&world.runner).await;
    let (mails, version) =
        (world.mails(north.tenant).await.len(), store.head(north.tenant).await.unwrap().unwrap().version);
    assert_eq!(state(bob).await, Some(UserState::Active));

    world.clock.advance(Span::hours(1));
    rounds(&world.runner).await;
    assert_eq!(state(bob).await, Some(UserState::Suspended));
    assert_eq!(state(pat.id).await, Some(UserState::Invited));
    assert_eq!(world.mails(north.tenant).await.len(), mails + 1);
    let log = store.log(north.tenant, version, 10).await.unwrap();
    let by = Some(north.owner);
    let mut done: Vec<_> = log.iter().map(|row| (row.actor, row.command.clone())).collect();
    done.sort_by_key(|(_, command)| command.user());
    let mut wanted = vec![Command::from(CarryOut { user: bob, by }), Command::from(CarryOut { user: pat.id, by })];
    wanted.sort_by_key(Command::user);
    assert_eq!(done, wanted.into_iter().map(|command| (Actor::System, command)).collect::<Vec<_>>());
    assert!(!bobs.try_sync(&north, world.device(), None, vec![]).await.status.is_success(), "its sessions have ended");

    world.clock.advance(Span::days(1));
    rounds(&world.runner).await;
    assert_eq!(state(bob).await, None);
    assert_eq!(store.record(north.tenant, Key::Scheduled(bob)).await.unwrap(), None);
}

/// A refusal is no failure: the record says why, and there is a next time. With the order the reason goes.
async fn what_is_put_off_is_tried_again(database: Database) {
    let world = World::on(database).await;
    let north = world.found("north").await;
    let mut ann = world.owner_of(&north).await;
    let login = Login::parse("pat").unwrap();
    let pat = NewUser { email: None, login: Some(login), ..world.new_user("pat@x.io") };
    let soon = world.clock.now().after(Span::hours(1));
    ann.applied(&north, PrepareUser(pat.clone())).await;
    ann.applied(&north, ScheduleInvitation { user: pat.id, at: Some(soon) }).await;
    let store = world.database.store.clone();
    let put_off = || async {
        match store.record(north.tenant, Key::Scheduled(pat.id)).await.unwrap() {
            Some(Record::Scheduled(scheduled)) => scheduled.put_off.map(|put_off| (put_off.why.code(), put_off.times)),
            _ => None,
        }
    };
    for (hours, times) in [(1, 1), (1, 2), (1, 2), (1, 3)] {
        world.clock.advance(Span::hours(hours));
        rounds(&world.runner).await;
        assert_eq!(put_off().await, Some(("no_email", times)));
    }
    let now = world.clock.now();
    let tenant = world.app.tenants.tenant(north.tenant);
    let shown = tenant.read(move |directory| query::attention(directory, now)).await.unwrap();
    assert!(shown.contains(&Attention::PutOff(vec![pat.id])), "{shown:?}");
    ann.applied(&north, DeleteUser { user: pat.id }).await;
    world.clock.advance(Span::days(1));
    rounds(&world.runner).await;
    assert_eq!(put_off().await, None);
}

/// A user that is prepared, and invited in an hour.
async fn awaiting(world: &World, ann: &mut Client, place: &Place, email: &str) -> UserId {
    let user = world.new_user(email);
    let (id, at) = (user.id, Some(world.clock.now().after(Span::hours(1))));
    ann.applied(place, PrepareUser(user)).await;
    ann.applied(place, ScheduleInvitation { user: id, at }).await;
    id
}

async fn what_is_due_is_carried_out_after_a_restart(database: Database) {
    let world = World::on(database).await;
    let north = world.found("north").await;
    let mut ann = world.owner_of(&north).await;
    let pat = awaiting(&world, &mut ann, &north, "pat@x.io").await;
    // Whoever was asked for it is gone when it is due.
    let World { clock, database, .. } = world;
    clock.advance(Span::days(3));
    let world = World::reopened(database, &clock).await;
    rounds(&world.runner).await;
    assert_eq!(state(&world.database, &north, pat).await, Some(UserState::Invited));
    assert_eq!(mails_to(&world, &north, "pat@x.io").await, 1);
}

/// Each has the organisation in memory, and both find it due.
async fn two_processes_carry_it_out_once(database: Database) {
    let world = World::on(database).await;
    let (app, runner, _) = world.another().await;
    let north = world.found("north").await;
    let mut ann = world.owner_of(&north).await;
    let (bob, _) = world.join(&mut ann, &north, "bob@x.io").await;
    let pat = awaiting(&world, &mut ann, &north, "pat@x.io").await;
    let soon = world.clock.now().after(Span::hours(1));
    ann.applied(&north, OffBoard { user: bob, order: Some(leaving(soon, 1)) }).await;
    app.tenants.tenant(north.tenant).read(|_| ()).await.unwrap();
    world.clock.advance(Span::hours(1));
    tokio::join!(
        async { app.tenants.tenant(north.tenant).read(|_| ()).await.unwrap() },
        async { world.app.tenants.tenant(north.tenant).read(|_| ()).await.unwrap() },
        rounds(&runner),
        rounds(&world.runner),
    );
    assert_eq!(state(&world.database, &north, pat).await, Some(UserState::Invited));
    assert_eq!(state(&world.database, &north, bob).await, Some(UserState::Suspended));
    for user in [bob, pat] {
        assert_eq!(carried_out(&world.database, &north, user).await, 1);
    }
    assert_eq!(mails_to(&world, &north, "pat@x.io").await, 1);
}

/// One job for a moment and a commit, however many are invited then, and no more of them at a time than fit.
async fn many_are_woken_once_and_all_are_invited(database: Database) {
    let tuning = Tuning { commands: 2, ..Tuning::default() };
    let world = World::with(database, None, Limits { tenants: tuning, ..Limits::default() }).await;
    let north = world.found("north").await;
    let mut ann = world.owner_of(&north).await;
    let mut users = Vec::new();
    for n in 0..5 {
        users.push(awaiting(&world, &mut ann, &north, &format!("pat{n}@x.io")).await);
    }
    world.clock.advance(Span::hours(1));
    rounds(&world.runner).await;
    for (n, user) in users.iter().enumerate() {
        assert_eq!(state(&world.database, &north, *user).await, Some(UserState::Invited));
        assert_eq!(mails_to(&world, &north, &format!("pat{n}@x.io")).await, 1);
    }
    let counts = world.database.store.job_counts().await.unwrap();
    assert_eq!((counts.waiting, counts.failing, counts.failed), (0, 0, 0));

    // All of one push at one moment.
    let soon = world.clock.now().after(Span::hours(1));
    let more: Vec<_> = (0..5).map(|n| world.new_user(&format!("pia{n}@x.io"))).collect();
    for user in &more {
        ann.applied(&north, PrepareUser(user.clone())).await;
    }
    let device = world.device();
    let order = |(seq, user): (u64, &NewUser)| {
        world.envelope(device, seq, ScheduleInvitation { user: user.id, at: Some(soon) })
    };
    let orders = (1..).zip(&more).map(order).collect();
    let verdicts = ann.sync(&north, device, None, orders).await.verdicts;
    assert!(verdicts.iter().all(|verdict| matches!(verdict.outcome, Outcome::Applied { .. })), "{verdicts:?}");
    let woken = world.database.store.claim_jobs(Queue::Chores, soon, soon.after(Span(1)), 99).await.unwrap();
    assert!(woken.len() < more.len(), "{woken:?}");
    assert!(woken.iter().all(|job| job.kind == JobKind::Wake { at: soon }), "{woken:?}");
}

/// It was allowed to when it gave it, and it is the organisation's order since.
async fn an_order_stands_without_who_gave_it(database: Database) {
    let world = World::on(database).await;
    let north = world.found("north").await;
    let mut ann = world.owner_of(&north).await;
    let role = Some(RoleChoice { role: ADMIN, scope: Scope::Organisation });
    let dan = NewUser { role, ..world.new_user("dan@x.io") };
    ann.applied(&north, InviteUser(dan.clone())).await;
    let mut dans = world.accept(&north, "dan@x.io").await;
    let (bob, _) = world.join(&mut ann, &north, "bob@x.io").await;
    let pat = awaiting(&world, &mut dans, &north, "pat@x.io").await;
    let soon = world.clock.now().after(Span::hours(1));
    dans.applied(&north, OffBoard { user: bob, order: Some(leaving(soon, 1)) }).await;
    ann.applied(&north, SuspendUser { user: dan.id }).await;
    world.clock.advance(Span::hours(1));
    rounds(&world.runner).await;
    assert_eq!(state(&world.database, &north, bob).await, Some(UserState::Suspended));
    assert_eq!(state(&world.database, &north, pat).await, Some(UserState::Invited));
}

async fn a_clock_that_jumps_skips_no_step_and_does_none_early(database: Database) {
    let world = World::on(database).await;
    let north = world.found("north").await;
    let mut ann = world.owner_of(&north).await;
    let (bob, _) = world.join(&mut ann, &north, "bob@x.io").await;
    let soon = world.clock.now().after(Span::hours(1));
    ann.applied(&north, OffBoard { user: bob, order: Some(leaving(soon, 1)) }).await;
    // A job was taken, and then the clock put back: it is done when it is due, and is no failure of anything.
    let early = NewJob { id: world.clock.id(), kind: JobKind::Wake { at: soon }, due: world.clock.now() };
    world.database.store.put_job(north.tenant, &early).await.unwrap();
    rounds(&world.runner).await;
    assert_eq!(state(&world.database, &north, bob).await, Some(UserState::Active));
    assert_eq!(carried_out(&world.database, &north, bob).await, 0);
    // Far ahead, where by its order both steps would be over: one after the other, a day apart.
    world.clock.advance(Span::days(30));
    rounds(&world.runner).await;
    assert_eq!(state(&world.database, &north, bob).await, Some(UserState::Suspended));
    // Back again: it does not happen twice, and what comes next waits.
    world.clock.advance(Span(-Span::days(29).0));
    rounds(&world.runner).await;
    assert_eq!(state(&world.database, &north, bob).await, Some(UserState::Suspended));
    assert_eq!(carried_out(&world.database, &north, bob).await, 1);
    world.clock.advance(Span::days(30));
    rounds(&world.runner).await;
    assert_eq!(state(&world.database, &north, bob).await, None);
    assert_eq!(carried_out(&world.database, &north, bob).await, 2);
}

/// With the organisation in memory nobody waits for the job.
async fn whoever_asks_sees_what_is_due_done(database: Database) {
    let world = World::on(database).await;
    let north = world.found("north").await;
    let mut ann = world.owner_of(&north).await;
    let pat = awaiting(&world, &mut ann, &north, "pat@x.io").await;
    world.clock.advance(Span::hours(1));
    let tenant = world.app.tenants.tenant(north.tenant);
    let state = tenant.read(move |directory| directory.user(pat).map(|user| user.state)).await.unwrap();
    assert_eq!(state, Some(UserState::Invited));
    rounds(&world.runner).await;
    assert_eq!(carried_out(&world.database, &north, pat).await, 1);
    assert_eq!(mails_to(&world, &north, "pat@x.io").await, 1);
}
