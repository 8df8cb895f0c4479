//! Housekeeping: due by the clock, on one node, in small steps; and what happens to a command whose verdict is forgotten.

use crate::{
    damage::undate_verdicts,
    database::{Database, on_both},
    world::{World, codes},
};
use rollcall_core::{
    Actor, Changes, Refusal, Timestamp,
    command::{CreateTeam, DeleteUser, PrepareUser, SetKeeping},
    id::{CommandId, DeviceId, TeamId, UserId},
    model::Keeping,
    sync::{Cursor, Envelope, Held, Outcome, Seq, SyncResponse},
    time::Span,
    value::TeamName,
};
use rollcall_server::{
    house::{House, Terms},
    store::{Batch, Chore, Commit, LogRow, Step},
};
use uuid::Uuid;

on_both! {
    a_chore_is_done_when_it_is_due a_dead_node_leaves_its_chore_to_others steps_are_small floors_move_only_up
    a_forgotten_command_is_not_done_again a_forgotten_number_is_not_used_again
    a_node_that_knows_an_older_floor_decides_again ids_of_the_future_are_remembered the_log_ends_with_its_oldest_row
    steps_take_the_oldest_first an_organisation_chooses_how_long_its_log_is_kept
    verdicts_of_an_older_version_age_as_well
}

const DAY: Span = Span::days(1);

impl World {
    fn team(&self, name: &str) -> CreateTeam {
        let id = TeamId::new(self.clock.id());
        CreateTeam { id, name: TeamName::parse(name).unwrap(), kind: Default::default(), members: vec![] }
    }

    /// A house that keeps everything for a month.
    fn monthly(&self) -> House {
        House { terms: Terms::all(Span::days(30)), ..self.house.clone() }
    }

    /// Past the first week, in which nothing is forgotten, and far enough for all that there was to be forgotten.
    async fn forget(&self) {
        self.monthly().turn().await.unwrap();
        self.clock.advance(Span::days(31));
        assert!(self.monthly().turn().await.unwrap() > 0);
    }
}

async fn a_chore_is_done_when_it_is_due(database: Database) {
    let world = World::on(database).await;
    let store = &world.database.store;
    let strike = async || store.strike(&[1; 32], world.clock.now(), Span(1)).await.unwrap();
    strike().await;
    world.clock.advance(Span(1));
    assert_eq!(world.house.turn().await.unwrap(), 1);
    strike().await;
    world.clock.advance(Span(60_000));
    assert_eq!(world.house.turn().await.unwrap(), 0, "not due, however often it is looked");
    let other = House { store: world.database.again().await, ..world.house.clone() };
    assert_eq!(other.turn().await.unwrap(), 0, "another node, or this one after a restart, knows it too");
    world.clock.advance(Span::hours(1));
    assert_eq!(other.turn().await.unwrap(), 1);
    assert_eq!(world.house.turn().await.unwrap(), 0);
}

async fn a_dead_node_leaves_its_chore_to_others(database: Database) {
    let world = World::on(database).await;
    let store = &world.database.store;
    let (now, dead) = (world.clock.now(), world.clock.id());
    let lease = now.after(Span(300_000));
    assert!(store.take_chore(Chore::Clean, now, now, lease, dead).await.unwrap());
    store.strike(&[1; 32], now, Span(1)).await.unwrap();
    world.clock.advance(Span(200_000));
    assert_eq!(world.house.turn().await.unwrap(), 0, "somebody is at it");
    assert!(store.keep_chore(Chore::Clean, dead, world.clock.now().after(Span(300_000))).await.unwrap());
    world.clock.advance(Span(200_000));
    assert_eq!(world.house.turn().await.unwrap(), 0, "it has gone on");
    world.clock.advance(Span(200_000));
    assert_eq!(world.house.turn().await.unwrap(), 1);
    // Were it not dead but slow, it would notice.
    assert!(!store.keep_chore(Chore::Clean, dead, lease).await.unwrap());
    store.end_chore(Chore::Clean, dead, Timestamp(0)).await.unwrap();
    assert_eq!(world.house.turn().await.unwrap(), 0, "and put nothing down that another has");
}

async fn steps_are_small(database: Database) {
    let world = World::on(database).await;
    let store = &world.database.store;
    for n in 0..25_u8 {
        store.strike(&[n; 32], world.clock.now(), Span(1)).await.unwrap();
    }
    let later = world.clock.now().after(DAY);
    assert_eq!(store.clean(Step::Strikes, later, 10).await.unwrap(), 10);
    world.clock.advance(DAY);
    let house = House { rows: 4, ..world.house.clone() };
    assert_eq!(house.turn().await.unwrap(), 15);
}

/// A log row of a version.
fn row(version: u64, at: Timestamp) -> LogRow {
    LogRow {
        version,
        at,
        actor: Actor::System,
        device: None,
        id: CommandId::new(Uuid::from_u128(u128::from(version))),
        command: DeleteUser { user: UserId::new(Uuid::from_u128(1)) }.into(),
        changes: Changes::default(),
    }
}

async fn floors_move_only_up(database: Database) {
    let world = World::on(database).await;
    let place = world.found("north").await;
    let store = &world.database.store;
    let now = world.clock.now();
    assert!(store.raise_log_floor(place.tenant, now).await.unwrap());
    assert!(!store.raise_log_floor(place.tenant, now).await.unwrap(), "it stands there already");
    let floor = || async { store.head(place.tenant).await.unwrap().unwrap().log_floor };
    assert_eq!(floor().await, 1);
    assert_eq!(store.clean(Step::Log(place.tenant), now, 10).await.unwrap(), 1);
    assert!(!store.raise_log_floor(place.tenant, now).await.unwrap());
    assert_eq!(floor().await, 1, "nor does it fall with the log");
}

async fn a_forgotten_command_is_not_done_again(database: Database) {
    let world = World::on(database).await;
    let place = world.found("north").await;
    let tenant = world.app.tenants.tenant(place.tenant);
    let device = world.device();
    let made = world.envelope(device, 1, world.team("Sales"));
    let first = tenant.push(place.owner, vec![made.clone()]).await.unwrap();
    assert!(matches!(first[0].outcome, Outcome::Applied { .. }));
    world.clock.advance(DAY);
    assert_eq!(tenant.push(place.owner, vec![made.clone()]).await.unwrap(), first, "it is known");
    world.forget().await;
    let version = || async { world.database.store.head(place.tenant).await.unwrap().unwrap().version };
    let before = version().await;
    // From its own device, from another one (a file of work), and from a process that was there all the while or not.
    let carried = Envelope { device: world.device(), ..made.clone() };
    let (app, ..) = world.another().await;
    let elsewhere = app.tenants.tenant(place.tenant);
    for envelope in [made.clone(), carried.clone(), made, carried] {
        for tenant in [&tenant, &elsewhere] {
            let verdicts = tenant.push(place.owner, vec![envelope.clone()]).await.unwrap();
            assert_eq!(codes(&verdicts[0].outcome), ["too_old"]);
        }
    }
    assert_eq!(version().await, before);
    let fresh = world.envelope(device, 2, world.team("Support"));
    assert!(matches!(tenant.push(place.owner, vec![fresh]).await.unwrap()[0].outcome, Outcome::Applied { .. }));
}

/// A copy of a profile from years ago counts from an old number: that is noticed still.
async fn a_forgotten_number_is_not_used_again(database: Database) {
    let world = World::on(database).await;
    let place = world.found("north").await;
    let device = world.device();
    let work = (1..=3).map(|n| world.envelope(device, n, world.team(&format!("Team {n}")))).collect();
    world.app.tenants.tenant(place.tenant).push(place.owner, work).await.unwrap();
    // Forgotten in the same step, each to its own number.
    let second = world.device();
    let work = vec![world.envelope(second, 7, world.team("Seventh")), world.envelope(second, 5, world.team("Fifth"))];
    for envelope in work {
        world.app.tenants.tenant(place.tenant).push(place.owner, vec![envelope]).await.unwrap();
    }
    world.forget().await;
    for device in [device, second] {
        let floor = world.database.store.forgotten_seq(place.tenant, place.owner, device).await.unwrap();
        assert_eq!(floor, Some(Seq(if device == second { 7 } else { 3 })));
    }
    let (app, ..) = world.another().await;
    let tenant = app.tenants.tenant(place.tenant);
    let other = world.envelope(device, 2, world.team("Another"));
    let verdicts = tenant.push(place.owner, vec![other]).await.unwrap();
    assert_eq!(verdicts[0].outcome, Outcome::Clashed);
    assert_eq!(world.database.store.clashes(place.tenant).await.unwrap(), 1);
    let next = world.envelope(device, 4, world.team("Fourth"));
    assert!(matches!(tenant.push(place.owner, vec![next]).await.unwrap()[0].outcome, Outcome::Applied { .. }));
}

/// Between what a node read and what it writes another one may forget.
async fn a_node_that_knows_an_older_floor_decides_again(database: Database) {
    let world = World::on(database).await;
    let place = world.found("north").await;
    let tenant = world.app.tenants.tenant(place.tenant);
    let made = world.envelope(world.device(), 1, world.team("Sales"));
    tenant.push(place.owner, vec![made]).await.unwrap();
    let store = &world.database.store;
    let head = store.head(place.tenant).await.unwrap().unwrap();
    let batch = Batch { forgotten: head.forgotten, ..Batch::new(place.tenant, head.version) };
    world.forget().await;
    assert_eq!(store.commit(&batch).await.unwrap(), Commit::Conflict);
    let head = store.head(place.tenant).await.unwrap().unwrap();
    let batch = Batch { forgotten: head.forgotten, ..Batch::new(place.tenant, head.version) };
    assert_eq!(store.commit(&batch).await.unwrap(), Commit::Done);
}

/// A device whose clock is years ahead, and ids that tell no time: what can't be refused by its id keeps its verdict.
async fn ids_of_the_future_are_remembered(database: Database) {
    let world = World::on(database).await;
    let place = world.found("north").await;
    let tenant = world.app.tenants.tenant(place.tenant);
    let device: DeviceId = world.device();
    let ahead = world.clock.now().after(Span::days(3_000));
    let ahead = uuid::Builder::from_unix_timestamp_millis(ahead.0 as u64, &[7; 10]).into_uuid();
    let timeless = uuid::Builder::from_random_bytes([7; 16]).into_uuid();
    let envelope =
        |seq, id| Envelope { id: CommandId::new(id), ..world.envelope(device, seq, world.team(&format!("{seq}"))) };
    let work = vec![envelope(1, ahead), envelope(2, timeless), envelope(3, world.clock.id())];
    let first = tenant.push(place.owner, work.clone()).await.unwrap();
    world.forget().await;
    let again = tenant.push(place.owner, work).await.unwrap();
    assert_eq!(again[..2], first[..2]);
    assert_eq!(codes(&again[2].outcome), ["too_old"]);
}

/// Each is given its own date, a bounded number in a step.
async fn verdicts_of_an_older_version_age_as_well(database: Database) {
    let world = World::on(database).await;
    let (place, south) = (world.found("north").await, world.found("south").await);
    let timeless = uuid::Builder::from_random_bytes([7; 16]).into_uuid();
    let mut work: Vec<_> = (1..=5).map(|n| world.envelope(world.device(), n, world.team(&format!("{n}")))).collect();
    work[2].id = CommandId::new(timeless);
    let mut first = Vec::new();
    for envelope in &work {
        first.extend(world.app.tenants.tenant(place.tenant).push(place.owner, vec![envelope.clone()]).await.unwrap());
    }
    undate_verdicts(&world.database).await;
    let store = &world.database.store;
    let date = async |tenant| store.clean(Step::UndatedVerdicts(tenant), Timestamp(0), 2).await.unwrap();
    assert_eq!(date(south.tenant).await, 0, "those of others are none of its business");
    for expected in [2, 2, 1, 0] {
        assert_eq!(date(place.tenant).await, expected);
    }
    world.forget().await;
    for (envelope, first) in work.iter().zip(first) {
        let again = world.app.tenants.tenant(place.tenant).push(place.owner, vec![envelope.clone()]).await.unwrap();
        if envelope.id.uuid() == timeless {
            assert_eq!(again, [first], "its id tells no time");
        } else {
            assert_eq!(codes(&again[0].outcome), ["too_old"]);
        }
    }
}

/// A page of the first version is refused for a reason that came later, in words that it has.
#[tokio::test]
async fn an_old_page_is_refused_in_words_that_it_knows() {
    let world = World::new().await;
    let place = world.found("north").await;
    let device = world.device();
    let commands = vec![world.envelope(device, 1, world.prepare("b@x.io"))];
    // What was done since is forgotten: then nobody knows any more whether the earlier was.
    let done = vec![world.envelope(world.device(), 1, world.team("Sales"))];
    world.app.tenants.tenant(place.tenant).push(place.owner, done).await.unwrap();
    world.forget().await;
    let mut ann = world.owner_of(&place).await;
    for (protocol, reason) in [(1_u16, Refusal::NothingToChange), (2, Refusal::NothingToChange), (3, Refusal::TooOld)] {
        let answer = match protocol {
            1 => ann.ask(&place, &(1_u16, place.owner, device, None::<Cursor>, &commands)).await,
            _ => ann.ask(&place, &(protocol, place.owner, device, None::<Cursor>, &commands, None::<Held>)).await,
        };
        let answer: SyncResponse = rollcall_core::record::decode(&answer.body).unwrap();
        assert_eq!(answer.verdicts[0].outcome, Outcome::Refused { refusals: reason.into() }, "protocol {protocol}");
    }
}

async fn the_log_ends_with_its_oldest_row(database: Database) {
    let world = World::on(database).await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    ann.applied(&place, PrepareUser(world.new_user("old@x.io"))).await;
    world.monthly().turn().await.unwrap();
    world.clock.advance(Span::days(31));
    let mut ann = world.owner_of(&place).await;
    ann.applied(&place, PrepareUser(world.new_user("new@x.io"))).await;
    world.monthly().turn().await.unwrap();
    let page = ann.get(&format!("/api/v1/tenants/{}/audit", place.tenant)).await.json();
    assert_eq!(page["entries"].as_array().unwrap().len(), 1, "{page}");
    assert_eq!(page["next"], serde_json::Value::Null);
}

async fn an_organisation_chooses_how_long_its_log_is_kept(database: Database) {
    let world = World::on(database).await;
    let (north, south) = (world.found("north").await, world.found("south").await);
    let mut ann = world.owner_of(&north).await;
    let keeping = Keeping { log_days: 30, ..Keeping::default() };
    ann.applied(&north, SetKeeping { keeping }).await;
    world.clock.advance(Span::days(31));
    world.house.turn().await.unwrap();
    let log = async |tenant| world.database.store.log(tenant, 0, 10).await.unwrap().len();
    assert_eq!((log(north.tenant).await, log(south.tenant).await), (0, 1));
}

/// On a log of many rows.
async fn steps_take_the_oldest_first(database: Database) {
    let world = World::on(database).await;
    let place = world.found("north").await;
    let store = &world.database.store;
    let now = world.clock.now();
    for chunk in 0..20_u64 {
        let head = store.head(place.tenant).await.unwrap().unwrap().version;
        let log = (1..=1_000).map(|n| row(head + n, now.after(Span((chunk * 1_000 + n) as i64)))).collect();
        let batch = Batch { version: head + 1_000, log, ..Batch::new(place.tenant, head) };
        store.commit(&batch).await.unwrap();
    }
    let before = now.after(Span(5_000));
    let mut steps = 0;
    while store.clean(Step::Log(place.tenant), before, 200).await.unwrap() == 200 {
        steps += 1;
    }
    assert_eq!(steps, 25);
    assert_eq!(store.log(place.tenant, 0, 1).await.unwrap()[0].version, 5_002);
}
