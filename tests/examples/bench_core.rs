//! How fast the core is, and how that grows with the number of users: one command, a keystroke, loading, memory.
//! Prints a JSON line per figure. Sizes are arguments; without any, 1,000 to 100,000 users.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a benchmark may end when what it builds itself is wrong"
)]

use rollcall_core::{
    Actor, Command, Context, Directory, Record, Timestamp,
    access::OWNER,
    command::PrepareUser,
    context::View,
    id::{LicenceId, TenantId, UserId},
    model::{
        Grant, GrantKey, GrantSource, Granted, Identifier, Licence, LicenceKind, Organisation, Policy, Profile, Scope,
        User, UserKind, UserState,
    },
    query::{StateFilter, UserQuery, user_list, user_row},
    record,
    value::{Country, Email, FullName, Language, LicenceName, OrganisationName, Position, Slug, TimeZone},
};
use std::time::Instant;

const NOW: Timestamp = Timestamp(1_790_000_000_000);
const FIRST: [&str; 16] = [
    "Ann", "Bob", "Chloé", "Dana", "Emre", "Fatima", "Giulia", "Håkon", "Ines", "Jürgen", "Kofi", "Lena", "Mei",
    "Noor", "Oleg", "דנה",
];
const LAST: [&str; 16] = [
    "Lee",
    "Schneider",
    "García",
    "Nguyễn",
    "O'Brien",
    "Kowalski",
    "Rossi",
    "Yılmaz",
    "Andersson",
    "Dubois",
    "Haddad",
    "Ivanova",
    "Mensah",
    "Tanaka",
    "Van der Berg",
    "לוי",
];
const POSITION: [&str; 6] = ["Sales", "Support agent", "Team lead", "Engineer", "Receptionist", "Accountant"];

fn main() {
    let sizes: Vec<usize> = std::env::args().skip(1).filter_map(|size| size.parse().ok()).collect();
    for size in if sizes.is_empty() { vec![1_000, 10_000, 100_000] } else { sizes } {
        measure(size);
    }
}

fn measure(size: usize) {
    let records = world(size);
    let stored: Vec<Vec<u8>> = records.iter().map(record::encode).collect();
    let bytes: usize = stored.iter().map(Vec::len).sum();
    drop(records);
    tell("stored bytes per user", size, bytes as f64 / size as f64, "B");

    let before = resident();
    let start = Instant::now();
    let read = stored.iter().map(|bytes| record::decode::<Record>(bytes).expect("what was just written"));
    let mut directory = Directory::from_records(read);
    let seconds = start.elapsed().as_secs_f64();
    tell("load, records a second", size, stored.len() as f64 / seconds, "1/s");
    tell("memory per user", size, (resident() - before) as f64 / size as f64, "B");

    let context = Context { actor: Actor::User(user_id(0)), now: NOW, view: View::Whole };
    let mut next = size as u128;
    tell(
        "decide and apply one command, median",
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

    let keystroke = |name: &str, search: &str, state: StateFilter| {
        let query = UserQuery { search: search.into(), state };
        let _ = user_list(&directory, &query, NOW);
        tell(
            name,
            size,
            median(50, || {
                let start = Instant::now();
                let list = user_list(&directory, &query, NOW);
                let rows = list.users.iter().take(50).filter_map(|id| user_row(&directory, *id, NOW)).count();
                assert!(rows <= 50);
                start.elapsed().as_secs_f64() * 1e3
            }),
            "ms",
        );
    };
    keystroke("search \"mei tan\", active, first 50 rows, median", "mei tan", StateFilter::Active);
    keystroke("search \"a\", first 50 rows, median", "a", StateFilter::All);
    keystroke("no search, first 50 rows, median", "", StateFilter::All);
}

fn world(size: usize) -> Vec<Record> {
    let licence = LicenceId::fixed(7);
    let mut records = vec![
        Record::Organisation(Organisation {
            id: TenantId::fixed(1),
            slug: Slug::parse("bench").expect("a slug"),
            name: OrganisationName::parse("Bench").expect("a name"),
            language: Language::parse("en").expect("a language"),
            time_zone: TimeZone::parse("UTC").expect("a zone"),
            country: Country::parse("GB").expect("a country"),
            policy: Policy::default(),
        }),
        Record::Licence(Licence {
            id: licence,
            kind: LicenceKind::Plan,
            name: LicenceName::parse("Standard").expect("a name"),
            seats: None,
        }),
    ];
    for n in 0..size {
        let pick = |list: &[&'static str], step: usize| list[(n / step) % list.len()];
        let state = [UserState::Active, UserState::Active, UserState::Active, UserState::Prepared][n % 4];
        let name = format!("{} {} {n}", pick(&FIRST, 1), pick(&LAST, 16));
        records.push(Record::User(User {
            profile: Profile {
                full_name: FullName::parse(&name).ok(),
                position: Position::parse(pick(&POSITION, 3)).ok(),
                ..Profile::default()
            },
            identifiers: vec![Identifier::Email(Email::parse(&format!("user{n}@example.com")).expect("an address"))],
            licence: Some(licence),
            ..User::new(user_id(n), UserKind::Person, if n == 0 { UserState::Active } else { state }, NOW)
        }));
    }
    let key = GrantKey { user: user_id(0), what: Granted::Role(OWNER), scope: Scope::Organisation };
    records.push(Record::Grant(Grant { key, source: GrantSource::Hand, until: None }));
    records
}

/// Ids spread like real ones: time in front, noise behind.
fn user_id(n: usize) -> UserId {
    let noise = (n as u128).wrapping_mul(0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C834);
    UserId::fixed(((n as u128) << 80) | (noise >> 48))
}

fn median(times: usize, mut run: impl FnMut() -> f64) -> f64 {
    let mut all: Vec<f64> = (0..times).map(|_| run()).collect();
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
}

/// Resident memory of this process, in bytes (proc(5), statm).
fn resident() -> usize {
    let statm = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    let pages: usize = statm.split_whitespace().nth(1).and_then(|pages| pages.parse().ok()).unwrap_or_default();
    pages * 4096
}

fn tell(name: &str, size: usize, value: f64, unit: &str) {
    println!(r#"{{"name":"core, {size} users: {}","value":{value},"unit":"{unit}"}}"#, name.replace('"', "'"));
}
