//! The world in which sentences are tried: `users: ann owner, bob agent · plan Standard seats 2/3 · teams: Sales`.

use super::{HOUR, words::Words};
use crate::name;
use rollcall_core::{
    Record, Timestamp,
    access::{Permissions, built_in},
    model::{
        ExtensionRange, Grant, GrantKey, GrantSource, Granted, Identifier, Invitation, Licence, LicenceKind, Line,
        Membership, Number, NumberKind, Organisation, PhoneType, Policy, Profile, Role, RoleScope, Scope, Team,
        TeamKind, User, UserKind, UserState,
    },
    time::Span,
    value::{
        Country, Domain, Email, Extension, FullName, Language, LicenceName, Login, OrganisationName, PhoneNumber,
        RoleName, Slug, TeamName, TimeZone, ValueError,
    },
};

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
        match words.next("a part of the world")? {
            "users:" => return words.rest().split(',').try_for_each(|entry| self.user(entry)),
            "teams:" => return words.rest().split(',').try_for_each(|entry| self.team(entry)),
            "numbers:" => return words.rest().split(',').try_for_each(|entry| self.number(entry)),
            "extensions" => {
                let range = words.next("a range such as 100-199")?;
                let (from, to) =
                    range.split_once('-').ok_or_else(|| format!("`{range}` is no range such as 100-199"))?;
                self.organisation.policy.extensions =
                    Some(ExtensionRange { from: extension(from)?, to: extension(to)? });
            }
            "domains:" => {
                let domains = words.rest();
                let parsed: Result<Vec<_>, _> = domains.split(',').map(Domain::parse).collect();
                self.organisation.policy.email_domains = parsed.map_err(|error| format!("{domains}: {error}"))?;
            }
            "single-role" => self.organisation.policy.single_role = true,
            "lifetime" => {
                let hours = words.next("how many hours")?;
                words.expect("hours")?;
                let hours = hours.parse().map_err(|_| format!("`{hours}` is no number of hours"))?;
                self.organisation.policy.invitation_lifetime = Span::hours(hours);
            }
            "plan" => self.licence(LicenceKind::Plan, &mut words)?,
            "add-on" => self.licence(LicenceKind::AddOn, &mut words)?,
            "role" => self.role(&mut words)?,
            other => return Err(format!("`{other}` begins no part of a world: users:, teams:, plan, add-on, role …")),
        }
        words.end()
    }

    fn licence(&mut self, kind: LicenceKind, words: &mut Words<'_>) -> Result<(), String> {
        let (licence, taken) = licence(kind, words)?;
        self.records.push(Record::Licence(licence.clone()));
        self.seats.push((licence, taken));
        Ok(())
    }

    /// `role billing organisation: billing.manage + user.read`
    fn role(&mut self, words: &mut Words<'_>) -> Result<(), String> {
        let called = words.next("the role's name")?;
        let scope = match words.next("own:, team: or organisation:")? {
            "own:" => RoleScope::Own,
            "team:" => RoleScope::Team,
            "organisation:" => RoleScope::Organisation,
            other => return Err(format!("`{other}` should be own:, team: or organisation:")),
        };
        let list = words.list("a permission")?;
        let permissions: Permissions = list
            .into_iter()
            .map(|permission| permission.parse().map_err(|_| format!("there is no permission {permission}")))
            .collect::<Result<Vec<_>, String>>()?
            .into_iter()
            .collect();
        let name = RoleName::parse(called).map_err(|error| error.to_string())?;
        self.records.push(Record::Role(Role::new(name::role(called), name, permissions, scope)));
        Ok(())
    }

    fn team(&mut self, entry: &str) -> Result<(), String> {
        let mut words = Words::of(entry);
        let called = words.next("the team's name")?;
        let name = TeamName::parse(called).map_err(|error| error.to_string())?;
        let disabled = words.eat("disabled");
        self.records.push(Record::Team(Team { disabled, ..Team::new(name::team(called), name, TeamKind::Team) }));
        words.end()
    }

    /// `+4930111 free`, `+4930222 of bob`, `+4930333 resting 24 hours`
    fn number(&mut self, entry: &str) -> Result<(), String> {
        let mut words = Words::of(entry);
        let mut number = Number {
            number: number(words.next("the number")?)?,
            kind: NumberKind::Virtual,
            holder: None,
            last_holder: None,
            quarantine_until: None,
            linked_mobile: None,
            target: None,
        };
        match words.next("free, of or resting")? {
            "free" => {}
            "of" => number.holder = Some(name::user(words.next("the holder")?)),
            "resting" => {
                let hours = words.next("how many hours")?;
                words.expect("hours")?;
                let hours: i64 = hours.parse().map_err(|_| format!("`{hours}` is no number of hours"))?;
                number.quarantine_until = Some(Timestamp(self.now.0 + hours * HOUR));
            }
            other => return Err(format!("a number is not `{other}`")),
        }
        self.records.push(Record::Number(number));
        words.end()
    }

    /// `cyd suspended manager of Sales in Sales with Standard + AutoDial`
    fn user(&mut self, entry: &str) -> Result<(), String> {
        let mut words = Words::of(entry);
        let called = words.next("the user's name")?;
        let mut user = person(called, self.now)?;
        let mut grants: Vec<(Granted, Scope, Option<Timestamp>)> = Vec::new();
        let mut until = None;
        while let Some(word) = words.any() {
            match word {
                "active" => user.state = UserState::Active,
                "prepared" => user.state = UserState::Prepared,
                "suspended" => user.state = UserState::Suspended,
                "invited" => invited(&mut user, self.now, 24),
                "expired" => invited(&mut user, self.now, 0),
                "in" => {
                    let team = name::team(words.next("the team")?);
                    let membership = Membership { team, user: user.id, by_hand: true, through: Vec::new() };
                    self.records.push(Record::Membership(membership));
                }
                "with" => (user.licence, user.add_ons) = licences(&mut words)?,
                "at" => {
                    let extension = extension(words.next("the extension")?)?;
                    user.line = Some(Line { extension, phone: PhoneType::default() });
                }
                "mobile" => user.identifiers.push(Identifier::Mobile(number(words.next("the mobile number")?)?)),
                "login" => user.identifiers.push(Identifier::Login(login(words.next("the log-in name")?)?)),
                "without-email" => user.identifiers.clear(),
                "formerly" => until = Some(self.now),
                "kind" => {
                    let kind = words.next("the kind of user")?;
                    let json = serde_json::Value::String(kind.to_owned());
                    user.kind =
                        serde_json::from_value(json).map_err(|_| format!("there is no kind of user `{kind}`"))?;
                }
                "may" => {
                    let permission = words.next("the permission")?;
                    let parsed = permission.parse().map_err(|_| format!("there is no permission {permission}"))?;
                    grants.push((
                        Granted::Permission(parsed),
                        scope(RoleScope::Organisation, &mut words)?,
                        until.take(),
                    ));
                }
                role => grants.push((Granted::Role(name::role(role)), self.scope_of(role, &mut words)?, until.take())),
            }
        }
        for (what, scope, until) in grants {
            let key = GrantKey { user: user.id, what, scope };
            self.records.push(Record::Grant(Grant { key, source: GrantSource::Hand, until }));
        }
        self.records.push(Record::User(user));
        Ok(())
    }

    fn scope_of(&self, role: &str, words: &mut Words<'_>) -> Result<Scope, String> {
        let id = name::role(role);
        let own = self.records.iter().find_map(|record| match record {
            Record::Role(role) if role.id == id => Some(role),
            _ => None,
        });
        let found =
            built_in(id).or(own).ok_or_else(|| format!("`{role}` is neither a state nor a role made before"))?;
        scope(found.scope, words)
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
                user.state = UserState::Prepared;
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

/// `of Sales`, `own`, `everywhere`, or else where such a role reaches by itself.
pub fn scope(role: RoleScope, words: &mut Words<'_>) -> Result<Scope, String> {
    if words.eat("of") {
        return Ok(Scope::Team(name::team(words.next("the team")?)));
    }
    if words.eat("own") {
        return Ok(Scope::Own);
    }
    if words.eat("everywhere") {
        return Ok(Scope::Organisation);
    }
    match role {
        RoleScope::Own => Ok(Scope::Own),
        RoleScope::Organisation => Ok(Scope::Organisation),
        RoleScope::Team => Err("such a role needs `of` and a team".into()),
    }
}

/// `Standard + AutoDial`: the first is the plan; `add-on AutoDial`: none is.
pub fn licences(
    words: &mut Words<'_>,
) -> Result<(Option<rollcall_core::id::LicenceId>, Vec<rollcall_core::id::LicenceId>), String> {
    if words.eat("none") {
        return Ok((None, Vec::new()));
    }
    let no_plan = words.eat("add-on");
    let mut names = words.list("the licence")?.into_iter().map(name::licence);
    let plan = if no_plan { None } else { names.next() };
    let mut add_ons: Vec<_> = names.collect();
    add_ons.sort_unstable();
    Ok((plan, add_ons))
}

/// Two to eight digits.
pub fn extension(text: &str) -> Result<Extension, String> {
    Extension::parse(text).map_err(|error| format!("`{text}` {error}"))
}

/// A phone number in the form of E.164.
pub fn number(text: &str) -> Result<PhoneNumber, String> {
    PhoneNumber::parse(text).map_err(|error| format!("`{text}` {error}"))
}

/// A log-in name.
pub fn login(text: &str) -> Result<Login, String> {
    Login::parse(text).map_err(|error| format!("`{text}` {error}"))
}

fn person(called: &str, now: Timestamp) -> Result<User, String> {
    let mut letters = called.chars();
    let capital: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    let email = Email::parse(&format!("{called}@x.io")).map_err(|error| format!("{called}@x.io {error}"))?;
    Ok(User {
        profile: Profile { full_name: FullName::parse(&capital).ok(), ..Profile::default() },
        identifiers: vec![Identifier::Email(email)],
        ..User::new(name::user(called), UserKind::Person, UserState::Active, now)
    })
}

/// An invitation that was sent some time ago and has so many hours left.
fn invited(user: &mut User, now: Timestamp, hours_left: i64) {
    let expires = Timestamp(now.0 + hours_left * HOUR);
    let sent = Timestamp(expires.0 - 24 * HOUR);
    user.state = UserState::Invited;
    user.invitation = Some(Invitation { sent, expires, round: 1, by: None });
}
