//! A crowd: as many invented people as somebody wants to try the page with.

use super::{Result, World};
use crate::{
    clock::Clock,
    tenant::{Mails, Order},
};
use rollcall_core::{
    Actor,
    access::BASIC,
    command::{AcceptInvitation, ImportUser, InviteUser, NewUser, RoleChoice},
    id::UserId,
    model::{Line, PhoneType, Profile, Scope},
    value::{Email, Extension, FullName, Position},
};

const FIRST: &[&str] = &[
    "Aisha",
    "Alejandro",
    "Amara",
    "Anders",
    "Aoife",
    "Arjun",
    "Astrid",
    "Ayumi",
    "Beatriz",
    "Bohdan",
    "Camille",
    "Chidi",
    "Dalia",
    "Davor",
    "Ebba",
    "Emeka",
    "Esra",
    "Farid",
    "Freya",
    "Giulia",
    "Hana",
    "Hiroshi",
    "Ines",
    "Iván",
    "Jelena",
    "Jomo",
    "Kalinda",
    "Katarzyna",
    "Lars",
    "Leilani",
    "Lucía",
    "Malik",
    "Mei",
    "Mohan",
    "Nadia",
    "Niamh",
    "Oksana",
    "Paolo",
    "Priya",
    "Quentin",
    "Ravi",
    "Renata",
    "Saoirse",
    "Sven",
    "Tariq",
    "Thandiwe",
    "Ugo",
    "Vera",
    "Wiremu",
    "Xenia",
    "Yaw",
    "Zanele",
    "Zoë",
];
const LAST: &[&str] = &[
    "Abebe",
    "Andersson",
    "Antoniou",
    "Balogun",
    "Barzani",
    "Bianchi",
    "Campbell",
    "Castro",
    "Chatterjee",
    "Dubois",
    "Eriksen",
    "Farouk",
    "García",
    "Grünwald",
    "Haddad",
    "Horvat",
    "Ivanova",
    "Jansen",
    "Kaya",
    "Kowalski",
    "Kurosawa",
    "Larsen",
    "Lopes",
    "Mbeki",
    "Moreau",
    "Nakamura",
    "Nowak",
    "O’Sullivan",
    "Okafor",
    "Papadakis",
    "Pérez",
    "Popescu",
    "Rahman",
    "Rossi",
    "Sato",
    "Schneider",
    "Silva",
    "Singh",
    "Tamm",
    "Tran",
    "Usman",
    "Vargas",
    "Weber",
    "Wang",
    "Yilmaz",
    "Zhou",
    "Zielińska",
];
const POSITIONS: &[&str] =
    &["Agent", "Senior Agent", "Team Lead", "Analyst", "Technician", "Buyer", "Driver", "Planner", "Trainer", "Clerk"];

/// The commands that make one member of the crowd: nine of ten are active, the others prepared.
pub fn member(clock: &Clock, world: &World, number: u32) -> Result<Vec<Order>> {
    let n = usize::try_from(number).unwrap_or_default();
    let pick = |from: &'static [&'static str], n: usize| from.get(n % from.len()).copied().unwrap_or_default();
    // 53 and 47 share no factor, so every pair comes before one comes again.
    let full_name = FullName::parse(&format!("{} {}", pick(FIRST, n), pick(LAST, n)))?;
    let user = UserId::new(clock.id());
    let extension = number.checked_add(20_000).filter(|extension| *extension < 100_000);
    let line = extension.map(|extension| Extension::parse(&extension.to_string())).transpose()?;
    let new = NewUser {
        profile: Profile {
            full_name: Some(full_name.clone()),
            position: Some(Position::parse(pick(POSITIONS, n))?),
            ..Profile::default()
        },
        licence: world.plans.last().copied(),
        role: Some(RoleChoice { role: BASIC, scope: Scope::Own }),
        line: line.map(|extension| Line { extension, phone: PhoneType::Softphone }),
        teams: world.teams.get(n % world.teams.len()).copied().into_iter().collect(),
        ..NewUser::with_email(user, Email::parse(&format!("user.{number}@demo.example"))?)
    };
    if n.is_multiple_of(10) {
        return Ok(vec![Order::new(Actor::System, ImportUser(new))]);
    }
    let invite = Order { mails: Mails::Quiet, ..Order::new(Actor::System, InviteUser(new)) };
    Ok(vec![invite, Order::new(Actor::Invitee(user), AcceptInvitation { user, full_name })])
}
