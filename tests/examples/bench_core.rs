//! How fast the core is, and how that grows with the number of users: one command, a keystroke, loading, memory.
//! Prints a JSON line per figure. Sizes are arguments; without any, 1,000 to 1,000,000 users.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a benchmark may end when what it builds itself is wrong"
)]

#[path = "parts/names.rs"]
mod names;
#[path = "parts/organisation.rs"]
mod organisation;

use names::{FIRST, LAST};
use organisation::organisation;
use rollcall_core::{
    Actor, Command, Context, Directory, Record, Timestamp,
    access::{BASIC, OWNER},
    command::{EditProfile, PrepareUser},
    context::View,
    id::{LicenceId, PhoneId, TeamId, TenantId, UserId},
    model::{
        Grant, GrantKey, GrantSource, Granted, Identifier, Licence, LicenceKind, Line, Membership, Number, NumberKind,
        Phone, PhoneType, Profile, Scope, Team, TeamKind, User, UserKind, UserState,
    },
    query::{StateFilter, UserQuery, UserSort, user_list, user_row},
    record,
    value::{Email, Extension, FullName, LicenceName, MacAddress, PhoneModel, PhoneNumber, Position, TeamName},
};
use stats_alloc::{INSTRUMENTED_SYSTEM, StatsAlloc};
use std::{alloc::System, time::Instant};

#[global_allocator]
static COUNTED: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

const NOW: Timestamp = Timestamp(1_790_000_000_000);
const TEAM: [&str; 5] = ["Sales", "Support", "Field service", "Logistics", "Reception"];
const POSITION: [&str; 6] = ["Sales", "Support agent", "Team lead", "Engineer", "Receptionist", "Accountant"];

fn main() {
    let sizes: Vec<usize> = std::env::args().skip(1).filter_map(|size| size.parse().ok()).collect();
    for size in if sizes.is_empty() { vec![1_000, 10_000, 100_000, 1_000_000] } else { sizes } {
        measure(size);
    }
}

fn measure(size: usize) {
    let stored: Vec<Vec<u8>> = world(size).iter().map(record::encode).collect();
    let bytes: usize = stored.iter().map(Vec::len).sum();
    tell("stored bytes per user, all its records", size, bytes as f64 / size as f64, "B");

    let load = || {
        let read = stored.iter().map(|bytes| record::decode::<Record>(bytes).expect("what was just written"));
        Directory::from_records(read)
    };
    let seconds = median(5, || {
        let start = Instant::now();
        let directory = load();
        let seconds = start.elapsed().as_secs_f64();
        drop(directory);
        seconds
    });
    tell("load, records a second", size, stored.len() as f64 / seconds, "1/s");
    let decoding = median(5, || {
        let start = Instant::now();
        for bytes in &stored {
            std::hint::black_box(record::decode::<Record>(bytes).expect("what was just written"));
        }
        start.elapsed().as_secs_f64()
    });
    tell("of it decoding, records a second", size, stored.len() as f64 / decoding, "1/s");

    let before = allocated();
    let mut directory = load();
    tell("memory per user", size, (allocated() - before) as f64 / size as f64, "B");
    let start = Instant::now();
    let _ = user_list(&directory, &UserQuery::default(), NOW);
    tell("first search, which makes the index", size, start.elapsed().as_secs_f64() * 1e3, "ms");
    tell("memory per user, with the search", size, (allocated() - before) as f64 / size as f64, "B");

    for query in keystrokes() {
        // The first time, an order is made; that is told above for the order by name.
        let _ = user_list(&directory, &query, NOW);
        let mut times: Vec<f64> = (0..31)
            .map(|_| {
                let start = Instant::now();
                let list = user_list(&directory, &query, NOW);
                let rows = list.users.iter().take(50).filter_map(|id| user_row(&directory, *id, NOW)).count();
                assert!(rows <= 50);
                start.elapsed().as_secs_f64() * 1e3
            })
            .collect();
        times.sort_by(f64::total_cmp);
        tell(&format!("{}, median", told(&query)), size, times[15], "ms");
    }

    let mut times = Vec::new();
    for query in (0..5).flat_map(|_| typed()) {
        let start = Instant::now();
        let list = user_list(&directory, &query, NOW);
        let rows = list.users.iter().filter_map(|id| user_row(&directory, *id, NOW)).count();
        times.push(start.elapsed().as_secs_f64() * 1e3);
        assert!(rows <= 50);
    }
    times.sort_by(f64::total_cmp);
    tell("keystroke with filter, sort and first 50 rows, p50", size, times[times.len() / 2], "ms");
    tell("keystroke with filter, sort and first 50 rows, p95", size, times[times.len() * 95 / 100], "ms");

    let context = Context { actor: Actor::User(user_id(0)), now: NOW, view: View::Whole };
    let mut next = size as u128;
    tell(
        "decide and apply one command, kept searchable, median",
        size,
        median(2_000, || {
            next += 1;
            let email = Email::parse(&format!("new{next}@example.com")).expect("an address");
            let command = Command::from(PrepareUser(rollcall_core::command::NewUser::with_email(
                UserId::fixed(next << 8),
                email,
            )));
            let start = Instant::now();
            let decision = rollcall_core::decide(&directory, &context, &command).expect("allowed");
            directory.apply(&decision.changes);
            start.elapsed().as_secs_f64() * 1e6
        }),
        "µs",
    );
    let mut n = 0;
    tell(
        "decide and apply one edited position, kept searchable, median",
        size,
        median(500, || {
            n = (n + 1) % (size - 1);
            let user = user_id(n + 1);
            let mut profile = directory.user(user).expect("somebody").profile.clone();
            profile.position = Position::parse(&format!("Clerk {n}")).ok();
            let command = Command::from(EditProfile { user, profile });
            let start = Instant::now();
            let decision = rollcall_core::decide(&directory, &context, &command).expect("allowed");
            directory.apply(&decision.changes);
            start.elapsed().as_secs_f64() * 1e6
        }),
        "µs",
    );
}

/// What people type and choose, each asking for the first 50 rows.
fn keystrokes() -> Vec<UserQuery> {
    let page = |search: &str| UserQuery { search: search.into(), limit: Some(50), ..UserQuery::default() };
    vec![
        page(""),
        page("a"),
        page("me"),
        page("mei"),
        UserQuery { state: StateFilter::Active, ..page("mei tan") },
        UserQuery { sort: UserSort::Extension, descending: true, state: StateFilter::Active, ..page("an") },
        UserQuery { sort: UserSort::Role, team: Some(team_id(3)), hide_system: true, ..page("e o") },
        UserQuery { sort: UserSort::Email, ..page("example") },
        page("user4711"),
        page("+4930"),
        page("nobody is called so"),
        UserQuery { limit: None, ..page("a") },
    ]
}

/// What is typed, letter by letter, with a filter and a sort that change from word to word; tests/bench/core.mjs types the
/// same.
fn typed() -> Vec<UserQuery> {
    let page = || UserQuery { limit: Some(50), ..UserQuery::default() };
    let words = [
        ("mei tanaka", page()),
        ("user4711", UserQuery { state: StateFilter::Active, ..page() }),
        ("schneider", UserQuery { sort: UserSort::Email, ..page() }),
        ("an sup", UserQuery { sort: UserSort::Extension, descending: true, state: StateFilter::Active, ..page() }),
        ("+4930100", UserQuery { sort: UserSort::Created, ..page() }),
        ("håkon", UserQuery { hide_system: true, licence: Some(LicenceId::fixed(7)), ..page() }),
        ("nobody", UserQuery { state: StateFilter::Prepared, sort: UserSort::Position, ..page() }),
    ];
    let starts = |word: &'static str| word.char_indices().map(move |(at, letter)| &word[..at + letter.len_utf8()]);
    let typed = |(word, query): (&'static str, UserQuery)| {
        starts(word).map(move |start| UserQuery { search: start.into(), ..query.clone() })
    };
    words.into_iter().flat_map(typed).collect()
}

fn told(query: &UserQuery) -> String {
    let mut told = format!("search '{}'", query.search);
    if query.state != StateFilter::All {
        told += ", active";
    }
    if query.team.is_some() {
        told += ", persons of a team";
    }
    if query.sort != UserSort::Name {
        told += &format!(", by {:?}", query.sort).to_lowercase();
    }
    told + if query.limit.is_some() { ", first 50 rows" } else { ", everybody" }
}

/// Whole people: name, e-mail address, position, plan, extension, a number, a phone, a role and a team.
fn world(size: usize) -> Vec<Record> {
    let licence = LicenceId::fixed(7);
    let mut records = vec![
        Record::Organisation(organisation(TenantId::fixed(1), "bench")),
        Record::Licence(Licence {
            id: licence,
            kind: LicenceKind::Plan,
            name: LicenceName::parse("Standard").expect("a name"),
            seats: None,
        }),
    ];
    let teams = (size / 50).clamp(10, 500);
    for n in 0..teams {
        let name = TeamName::parse(&format!("{} {n}", TEAM[n % TEAM.len()])).expect("a name");
        records.push(Record::Team(Team::new(team_id(n), name, TeamKind::Team)));
    }
    for n in 0..size {
        records.extend(person(n, licence, team_id(n % teams)));
    }
    records
}

fn person(n: usize, licence: LicenceId, team: TeamId) -> Vec<Record> {
    let pick = |list: &[&'static str], step: usize| list[(n / step) % list.len()];
    let state = [UserState::Active, UserState::Active, UserState::Active, UserState::Prepared][n % 4];
    let user = user_id(n);
    let extension = Extension::parse(&format!("{}", 100_000 + n)).expect("an extension");
    let number = PhoneNumber::parse(&format!("+4930{}", 10_000_000 + n)).expect("a number");
    let mac = MacAddress::parse(&format!("02{n:010x}")).expect("an address");
    let role = if n == 0 { OWNER } else { BASIC };
    let scope = if n == 0 { Scope::Organisation } else { Scope::Own };
    let key = GrantKey { user, what: Granted::Role(role), scope };
    vec![
        Record::User(User {
            profile: Profile {
                full_name: FullName::parse(&format!("{} {} {n}", pick(&FIRST, 1), pick(&LAST, 16))).ok(),
                position: Position::parse(pick(&POSITION, 3)).ok(),
                ..Profile::default()
            },
            identifiers: vec![Identifier::Email(Email::parse(&format!("user{n}@example.com")).expect("an address"))],
            licence: Some(licence),
            line: Some(Line { extension: extension.clone(), phone: PhoneType::DeskPhone }),
            ..User::new(user, UserKind::Person, if n == 0 { UserState::Active } else { state }, NOW)
        }),
        Record::Grant(Grant { key, source: GrantSource::Hand, until: None }),
        Record::Membership(Membership { team, user, by_hand: true, through: Vec::new() }),
        Record::Number(Number { holder: Some(user), ..Number::new(number, NumberKind::Landline) }),
        Record::Phone(Phone {
            id: PhoneId::new(user.uuid()),
            user,
            model: PhoneModel::parse("Yealink T54W").ok(),
            mac: Some(mac),
            line: Some(extension),
        }),
    ]
}

/// Ids spread like real ones: time in front, noise behind.
fn user_id(n: usize) -> UserId {
    let noise = (n as u128).wrapping_mul(0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C834);
    UserId::fixed(((n as u128) << 80) | (noise >> 48))
}

fn team_id(n: usize) -> TeamId {
    TeamId::fixed(0x7EA0 + n as u128)
}

fn median(times: usize, mut run: impl FnMut() -> f64) -> f64 {
    let mut all: Vec<f64> = (0..times).map(|_| run()).collect();
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
}

/// Bytes that are allocated at this moment, and for each block sixteen more: what the system's allocator takes for itself
/// and rounds up by.
fn allocated() -> usize {
    let stats = COUNTED.stats();
    let blocks = stats.allocations - stats.deallocations;
    (stats.bytes_allocated + 16 * blocks).saturating_sub(stats.bytes_deallocated)
}

fn tell(name: &str, size: usize, value: f64, unit: &str) {
    println!(r#"{{"name":"core, {size} users: {}","value":{value},"unit":"{unit}"}}"#, name.replace('"', "'"));
}
