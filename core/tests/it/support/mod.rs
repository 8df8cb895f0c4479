//! A small organisation to try things on, and short ways to say things in tests.
#![allow(dead_code, clippy::unwrap_used, reason = "each test program uses a part of it, and all of it is for tests")]

pub mod edits;
mod founding;
pub mod verbs;
pub mod world;

pub use founding::ANN;
use rollcall_core::{
    Actor, Command, Context, Directory, Timestamp,
    command::{CreateTeam, FoundOrganisation},
    context::View,
    decide,
    id::{LicenceId, TeamId, UserId},
    model::{Licence, LicenceKind},
    value::{Email, FullName, LicenceName, TeamName},
};

/// The plan "Standard", without a limit.
pub const STANDARD: LicenceId = LicenceId::fixed(0xA1);
/// The plan "Pro", with two seats.
pub const PRO: LicenceId = LicenceId::fixed(0xA2);
/// The add-on "Browser Calling", with three seats.
pub const BROWSER: LicenceId = LicenceId::fixed(0xA3);
/// The add-on "AutoDial", without a limit.
pub const AUTODIAL: LicenceId = LicenceId::fixed(0xA4);
/// The team "Sales".
pub const SALES: TeamId = TeamId::fixed(0xB1);
/// The team "Support & Service".
pub const SUPPORT: TeamId = TeamId::fixed(0xB2);

pub const NOW: Timestamp = Timestamp(1_700_000_000_000);

pub fn email(text: &str) -> Email {
    Email::parse(text).unwrap()
}

pub fn name(text: &str) -> FullName {
    FullName::parse(text).unwrap()
}

pub fn as_user(user: UserId) -> Context {
    Context { actor: Actor::User(user), now: NOW, view: View::Whole }
}

pub fn as_system() -> Context {
    Context { actor: Actor::System, now: NOW, view: View::Whole }
}

/// Decides and applies; panics on a refusal.
pub fn run(directory: &mut Directory, context: &Context, command: impl Into<Command>) {
    let decision = decide(directory, context, &command.into()).unwrap();
    directory.apply(&decision.changes);
}

pub fn licence(id: LicenceId, kind: LicenceKind, name: &str, seats: Option<u32>) -> Licence {
    Licence { id, kind, name: LicenceName::parse(name).unwrap(), seats }
}

/// Founds it with four licences.
pub fn founding() -> FoundOrganisation {
    founding::founding(vec![
        licence(STANDARD, LicenceKind::Plan, "Standard", None),
        licence(PRO, LicenceKind::Plan, "Pro", Some(2)),
        licence(BROWSER, LicenceKind::AddOn, "Browser Calling", Some(3)),
        licence(AUTODIAL, LicenceKind::AddOn, "AutoDial", None),
    ])
}

/// An organisation with Ann as its owner, four licences and two teams.
pub fn organisation() -> Directory {
    let mut directory = Directory::default();
    run(&mut directory, &as_system(), founding());
    for (id, name) in [(SALES, "Sales"), (SUPPORT, "Support & Service")] {
        let name = TeamName::parse(name).unwrap();
        run(&mut directory, &as_user(ANN), CreateTeam { id, name, kind: Default::default(), members: Vec::new() });
    }
    directory
}

/// Ids in a row, from a number of one's own.
pub fn ids(first: u128) -> impl FnMut() -> UserId {
    let mut next = first;
    move || {
        next += 1;
        UserId::fixed(next)
    }
}
