//! What taking in the server's word costs a client with pending work: a rebase over a large delta, and a long outbox that
//! is sent in parts. Beside it, the same outbox with a rebase after every answer. Prints a JSON line per figure. Sizes of
//! outboxes are arguments; without any, 10,000 and 40,000 commands.
#![expect(clippy::expect_used, reason = "a benchmark may end when what it builds itself is wrong")]

#[path = "parts/organisation.rs"]
mod organisation;

use organisation::organisation;
use rollcall_core::{
    Actor, Command, Context, Directory, Record, Timestamp,
    access::OWNER,
    command::{COMMAND_VERSION, EditProfile, NewUser, PrepareUser},
    context::View,
    decide,
    id::{CommandId, DeviceId, TenantId, UserId},
    model::{Grant, GrantKey, GrantSource, Granted, Identifier, Profile, Scope, User, UserKind, UserState},
    sync::{ALWAYS_REDONE, Cursor, Envelope, MAX_COMMANDS, Outcome, Put, Replica, Seq, SyncResponse, Update, Verdict},
    value::{Email, FullName},
};
use std::time::Instant;

const NOW: Timestamp = Timestamp(1_790_000_000_000);
const USERS: u128 = 20_000;
const ANN: UserId = user_id(0);
const DEVICE: DeviceId = DeviceId::fixed(9);

fn main() {
    let world = world();
    rebase(&world);
    let sizes: Vec<usize> = std::env::args().skip(1).filter_map(|size| size.parse().ok()).collect();
    for size in if sizes.is_empty() { vec![10_000, 40_000] } else { sizes } {
        let put_off = drain(&world, size, true);
        tell(&format!("send an outbox of {size} commands, client's own time"), put_off, "ms");
        if size <= 10_000 {
            let each = drain(&world, size, false);
            tell(&format!("send an outbox of {size} commands, a rebase after each answer"), each, "ms");
        }
    }
}

/// One answer: 1,000 commands pending, 10,000 changes of others.
fn rebase(world: &[Record]) {
    let mut replica = replica(world);
    for n in 0..1_000 {
        replica.adopt(envelope(n), NOW);
    }
    let puts: Vec<Put> = world.iter().rev().take(10_000).map(edited).collect();
    let mut times: Vec<f64> = (0..7)
        .map(|version| {
            let response = SyncResponse {
                cursor: cursor(version),
                user: ANN,
                now: NOW,
                verdicts: Vec::new(),
                update: Update::Delta(puts.clone()),
            };
            let batch = replica.batch(response).expect("an update");
            let start = Instant::now();
            replica.absorb(batch, NOW);
            start.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    assert_eq!(replica.pending().filter(|pending| pending.refusals.is_none()).count(), 1_000);
    times.sort_by(f64::total_cmp);
    tell("rebase of 1,000 commands over 10,000 changes, median", times.get(3).copied().unwrap_or_default(), "ms");
}

/// An outbox that is sent in full requests to a server that applies it all.
fn drain(world: &[Record], size: usize, put_off: bool) -> f64 {
    let mut server = Directory::from_records(world.iter().cloned());
    let mut replica = replica(world);
    for n in 0..size {
        replica.adopt(envelope(n), NOW);
    }
    let context = Context { actor: Actor::User(ANN), now: Timestamp(NOW.0 + 60_000), view: View::Whole };
    let (mut version, mut spent) = (0, 0.0);
    while replica.pending().len() > 0 {
        let request = replica.request();
        assert!(request.commands.len() <= MAX_COMMANDS);
        let (mut verdicts, mut puts) = (Vec::new(), Vec::new());
        for envelope in request.commands {
            let decision = decide(&server, &context, &envelope.command).expect("allowed");
            server.apply(&decision.changes);
            version += 1;
            puts.extend(decision.changes.0.into_iter().map(|change| Put { key: change.key, record: change.after }));
            let outcome = Outcome::Applied { version };
            verdicts.push(Verdict { seq: envelope.seq, command: envelope.id, at: context.now, outcome });
        }
        let response =
            SyncResponse { cursor: cursor(version), user: ANN, now: NOW, verdicts, update: Update::Delta(puts) };
        let start = Instant::now();
        let batch = replica.batch(response).expect("an update");
        if put_off {
            replica.absorb_more(batch, NOW, ALWAYS_REDONE);
        } else {
            replica.absorb(batch, NOW);
        }
        spent += start.elapsed().as_secs_f64() * 1e3;
    }
    let start = Instant::now();
    replica.settle_if_behind(NOW);
    assert_eq!(replica.view().len(), server.len());
    spent + start.elapsed().as_secs_f64() * 1e3
}

fn replica(world: &[Record]) -> Replica {
    Replica::restore(ANN, DEVICE, world.iter().cloned(), Some(cursor(0)), [], [], NOW)
}

fn cursor(version: u64) -> Cursor {
    Cursor { log_epoch: 1, version, view_epoch: 1 }
}

/// New users and edits of them, in turns, as an import with corrections.
fn envelope(n: usize) -> Envelope {
    let number = n as u128;
    let command: Command = if n.is_multiple_of(2) {
        let email = Email::parse(&format!("new{n}@example.com")).expect("an address");
        PrepareUser(NewUser::with_email(user_id(USERS + number), email)).into()
    } else {
        let full_name = FullName::parse(&format!("New Name {n}")).ok();
        EditProfile { user: user_id(USERS + number - 1), profile: Profile { full_name, ..Profile::default() } }.into()
    };
    let (seq, id) = (Seq(number as u64 + 1), CommandId::fixed(number + 1));
    Envelope { device: DEVICE, seq, id, version: COMMAND_VERSION, claimed: NOW, command, seen: None }
}

fn edited(record: &Record) -> Put {
    let mut record = record.clone();
    if let Record::User(user) = &mut record {
        user.profile.full_name = FullName::parse(&format!("Other Name {}", user.id)).ok();
    }
    Put { key: record.key(), record: Some(record) }
}

fn world() -> Vec<Record> {
    let mut records = vec![Record::Organisation(organisation(TenantId::fixed(1), "bench"))];
    let key = GrantKey { user: ANN, what: Granted::Role(OWNER), scope: Scope::Organisation };
    records.push(Record::Grant(Grant { key, source: GrantSource::Hand, until: None }));
    records.extend((0..USERS).map(|n| {
        let full_name = FullName::parse(&format!("Name {} {n}", n % 97)).ok();
        Record::User(User {
            profile: Profile { full_name, ..Profile::default() },
            identifiers: vec![Identifier::Email(Email::parse(&format!("user{n}@example.com")).expect("an address"))],
            ..User::new(user_id(n), UserKind::Person, UserState::Active, NOW)
        })
    }));
    records
}

/// Ids spread like real ones: time in front, noise behind.
const fn user_id(n: u128) -> UserId {
    UserId::fixed((n << 80) | (n.wrapping_mul(0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C834) >> 48))
}

fn tell(name: &str, value: f64, unit: &str) {
    println!(r#"{{"name":"sync: {name}","value":{value},"unit":"{unit}"}}"#);
}
