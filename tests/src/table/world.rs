//! The world in which sentences are tried: `users: ann owner, bob agent · plan Standard seats 2/3 · teams: Sales`; many
//! alike are `crowd 200 agent in Sales` and `many-teams 100`.

mod person;
mod telephony;

use super::{
    part::{self, target},
    words::Words,
};
use crate::name;
use person::person;
use rollcall_core::{
    Record, Timestamp,
    model::{Licence, LicenceKind, OpeningHours, Organisation, Policy, Role, Routing, Strategy, Team, TeamKind},
    value::{Country, Language, LicenceName, OrganisationName, Slug, TeamName, TimeZone, ValueError},
};
pub use telephony::{KINDS, call, contact, phone};

/// The names of a crowd of users or teams: `many1`, `many2` ….
pub fn crowd(count: usize) -> impl Iterator<Item = String> {
    (1..=count).map(|number| format!("many{number}"))
}

/// Reads a world; whatever it doesn't say is plain: one organisation, everybody active, no seats counted.
pub fn read(line: &str, now: Timestamp) -> Result<Vec<Record>, String> {
    if line == "nothing founded" {
        return Ok(Vec::new());
    }
    let mut world = World { organisation: organisation("acme", "Acme")?, records: Vec::new(), seats: Vec::new(), now };
    for part in line.split('·') {
        world.part(part.trim())?;
    }
    world.fill_seats()?;
    Ok([Record::Organisation(world.organisation)].into_iter().chain(world.records).collect())
}

/// An organisation with nothing special about it.
pub fn organisation(slug: &str, name: &str) -> Result<Organisation, String> {
    let made = || -> Result<Organisation, ValueError> {
        Ok(Organisation {
            id: name::tenant(slug),
            slug: Slug::parse(slug)?,
            name: OrganisationName::parse(name)?,
            language: Language::parse("en")?,
            time_zone: TimeZone::parse("Europe/Berlin")?,
            country: Country::parse("DE")?,
            policy: Policy::default(),
        })
    };
    made().map_err(|error| format!("the organisation {slug}: {error}"))
}

/// A plan or an add-on: `Standard seats 3`, `Standard unlimited`.
pub fn licence(kind: LicenceKind, words: &mut Words<'_>) -> Result<(Licence, u32), String> {
    let called = words.next("the licence's name")?;
    let name = LicenceName::parse(called).map_err(|error| error.to_string())?;
    let (taken, seats) = if words.eat("unlimited") {
        (0, None)
    } else {
        words.expect("seats")?;
        let seats = words.next("how many seats")?;
        let (taken, all) = seats.split_once('/').unwrap_or(("0", seats));
        let number = |text: &str| text.parse::<u32>().map_err(|_| format!("`{seats}` is no number of seats"));
        (number(taken)?, Some(number(all)?))
    };
    Ok((Licence { id: name::licence(called), kind, name, seats }, taken))
}

struct World {
    organisation: Organisation,
    records: Vec<Record>,
    /// How many seats the line says are taken, holders among the users included.
    seats: Vec<(Licence, u32)>,
    now: Timestamp,
}

impl World {
    fn part(&mut self, part: &str) -> Result<(), String> {
        let mut words = Words::of(part);
        let each =
            |words: &mut Words<'_>, read: fn(&mut Self, &mut Words<'_>) -> Result<(), String>, world: &mut Self| {
                words.rest().split(',').try_for_each(|entry| {
                    let mut words = Words::of(entry);
                    read(world, &mut words)?;
                    words.end()
                })
            };
        match words.next("a part of the world")? {
            "users:" => each(&mut words, Self::user, self)?,
            "teams:" => each(&mut words, Self::team, self)?,
            "channels:" => each(&mut words, Self::channel, self)?,
            "numbers:" => each(&mut words, Self::number, self)?,
            "phones:" => each(&mut words, Self::phone, self)?,
            "contacts:" => each(&mut words, Self::contact, self)?,
            "calls:" => each(&mut words, Self::call, self)?,
            "leaving:" => each(&mut words, Self::leaving, self)?,
            "awaiting:" => each(&mut words, Self::awaiting, self)?,
            "plan" => self.licence(LicenceKind::Plan, &mut words)?,
            "add-on" => self.licence(LicenceKind::AddOn, &mut words)?,
            "crowd" => {
                let count = words.number("how many users")?;
                let said = words.rest();
                crowd(count).try_for_each(|name| {
                    let one = format!("{name} {said}");
                    let mut words = Words::of(&one);
                    self.user(&mut words)?;
                    words.end()
                })?;
            }
            "many-teams" => {
                let count = words.number("how many teams")?;
                crowd(count).try_for_each(|name| self.team(&mut Words::of(&name)))?;
            }
            "role" => {
                let role = part::role(&mut words)?;
                self.records.push(Record::Role(role));
            }
            other => {
                if !part::policy(other, &mut self.organisation.policy, &mut words)? {
                    return Err(format!("`{other}` begins no part of a world: users:, teams:, plan, add-on, role …"));
                }
            }
        }
        words.end()
    }

    fn licence(&mut self, kind: LicenceKind, words: &mut Words<'_>) -> Result<(), String> {
        let (licence, taken) = licence(kind, words)?;
        self.records.push(Record::Licence(licence.clone()));
        self.seats.push((licence, taken));
        Ok(())
    }

    /// `Sales`, `Old disabled`, `Sales routing in_order`, `Sales overflow team Help`: all at once, then there.
    fn team(&mut self, words: &mut Words<'_>) -> Result<(), String> {
        let called = words.next("the team's name")?;
        let name = TeamName::parse(called).map_err(|error| error.to_string())?;
        let disabled = words.eat("disabled");
        let mut team = Team { disabled, ..Team::new(name::team(called), name, TeamKind::Team) };
        if words.eat("routing") {
            let (strategy, hours) = (part::word("a strategy", words)?, OpeningHours::default());
            team.routing = Some(Routing { strategy, ring_seconds: 20, hours, overflow: None });
        }
        if words.eat("overflow") {
            let overflow = Some(target(words)?);
            let hours = OpeningHours::default();
            team.routing = Some(Routing { strategy: Strategy::AllAtOnce, ring_seconds: 20, hours, overflow });
        }
        self.records.push(Record::Team(team));
        Ok(())
    }

    fn role_made(&self, called: &str) -> Option<&Role> {
        let id = name::role(called);
        self.records.iter().find_map(|record| match record {
            Record::Role(role) if role.id == id => Some(role),
            _ => None,
        })
    }

    /// Somebody has to sit on the seats that are taken.
    fn fill_seats(&mut self) -> Result<(), String> {
        for (licence, taken) in std::mem::take(&mut self.seats) {
            let holds =
                |record: &&Record| matches!(record, Record::User(user) if user.seats().any(|id| id == licence.id));
            let holders = self.records.iter().filter(holds).count();
            let missing = (taken as usize).checked_sub(holders).or(if taken == 0 { Some(0) } else { None });
            let missing = missing.ok_or_else(|| format!("{} has {holders} holders, not {taken}", licence.name))?;
            for number in 1..=missing {
                let mut user = person(&format!("{}-{number}", licence.name.as_str().to_lowercase()), self.now)?;
                user.state = rollcall_core::model::UserState::Prepared;
                match licence.kind {
                    LicenceKind::Plan => user.licence = Some(licence.id),
                    LicenceKind::AddOn => user.add_ons = vec![licence.id],
                }
                self.records.push(Record::User(user));
            }
        }
        Ok(())
    }
}
