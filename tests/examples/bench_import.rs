//! Measures the import of a CSV file: reading it, and trying 10,000 rows dry, into an organisation of 10,000 users.
//! Prints a line of JSON for each figure, for `cargo xtask bench`.

use rollcall_core::{
    Actor, Command, Context, Directory, Timestamp,
    command::{FoundOrganisation, ImportUser, NewUser},
    context::View,
    decide,
    id::{LicenceId, TenantId, UserId},
    model::{Licence, LicenceKind, Organisation, Policy},
    transfer::{Hints, ImportOptions, Mapping, Table, plan},
    value::{Country, Email, FullName, Language, LicenceName, OrganisationName, Slug, TimeZone, ValueError},
};
use std::{sync::Arc, time::Instant};

const ROWS: usize = 10_000;
const RUNS: usize = 5;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let directory = organisation()?;
    let context = Context { actor: Actor::User(UserId::fixed(1)), now: Timestamp(0), view: View::Whole };
    let file = file();
    let (mut reading, mut planning) = (f64::MAX, f64::MAX);
    for _ in 0..RUNS {
        let start = Instant::now();
        let table = Arc::new(Table::read(file.as_bytes(), &Hints::default())?);
        let mapping = Mapping::guess(&table);
        reading = reading.min(start.elapsed().as_secs_f64());
        let mut id = 1_000_000;
        let start = Instant::now();
        let plan = plan(&directory, context, &table, &mapping, ImportOptions::default(), || {
            id += 1;
            UserId::fixed(id)
        })?;
        planning = planning.min(start.elapsed().as_secs_f64());
        if plan.counts.ready != ROWS {
            return Err(format!("{} of {ROWS} rows are ready", plan.counts.ready).into());
        }
    }
    figure("read a CSV file of 10,000 rows, natively", reading * 1_000.0, "ms");
    figure("dry run of 10,000 rows, natively", planning * 1_000.0, "ms");
    figure("CSV rows read and planned, natively", ROWS as f64 / (reading + planning), "rows/s");
    Ok(())
}

fn figure(name: &str, value: f64, unit: &str) {
    println!(r#"{{"name":"{name}","value":{value:.1},"unit":"{unit}"}}"#);
}

/// A file such as people have: names, a licence, a role, a phone number.
fn file() -> String {
    let mut file = String::from("Vorname;Nachname;E-Mail;Position;Lizenz;Rolle;Sprache;Zeitzone;Land;Telefon\r\n");
    for row in 0..ROWS {
        file.push_str(&format!(
            "Jörg;Müller {row};user{row}@import.example;Account Manager;Standard;Agent;de-DE;Europe/Berlin;DE;\"+49 30 {row}\"\r\n"
        ));
    }
    file
}

fn organisation() -> Result<Directory, Box<dyn std::error::Error>> {
    let standard = LicenceId::fixed(1);
    let founding = FoundOrganisation {
        organisation: Organisation {
            id: TenantId::fixed(1),
            slug: Slug::parse("example")?,
            name: OrganisationName::parse("Example")?,
            language: Language::parse("en")?,
            time_zone: TimeZone::parse("UTC")?,
            country: Country::parse("DE")?,
            policy: Policy::default(),
        },
        owner: UserId::fixed(1),
        owner_email: Email::parse("ann@example.com")?,
        owner_name: FullName::parse("Ann")?,
        licences: vec![Licence {
            id: standard,
            kind: LicenceKind::Plan,
            name: LicenceName::parse("Standard")?,
            seats: Some(50_000),
        }],
    };
    let mut directory = Directory::default();
    let system = Context { actor: Actor::System, now: Timestamp(0), view: View::Whole };
    run(&mut directory, &system, founding.into())?;
    for n in 0..ROWS {
        let user = user(n, standard)?;
        run(&mut directory, &system, ImportUser(user).into())?;
    }
    Ok(directory)
}

fn user(n: usize, licence: LicenceId) -> Result<NewUser, ValueError> {
    let mut user = NewUser::with_email(UserId::fixed(1_000 + n as u128), Email::parse(&format!("p{n}@example.com"))?);
    user.profile.full_name = Some(FullName::parse(&format!("Person {n}"))?);
    user.licence = Some(licence);
    Ok(user)
}

fn run(directory: &mut Directory, context: &Context, command: Command) -> Result<(), Box<dyn std::error::Error>> {
    let decision = decide(directory, context, &command).map_err(|refusals| format!("{refusals:?}"))?;
    directory.apply(&decision.changes);
    Ok(())
}
