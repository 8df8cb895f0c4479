//! Edits of every verb that merges, each about one thing of a rich world: some fields get another value than they have
//! in the author's view.

use super::{
    AUTODIAL, BROWSER, PRO, SALES, STANDARD, SUPPORT, name,
    verbs::rich_world,
    world::{ABE, BEA, BOT, INVITER, OLGA, PIA},
};
use rollcall_core::{
    Command, Directory, Key, Record,
    access::{AGENT, BASIC, Permission, Permissions},
    command::*,
    id::{ChannelId, ContactId, PhoneId},
    model::{
        Action, AnsweringRule, Identifier, IdentifierKind, NumberKind, OpeningHours, PhoneType, RoleScope, Routing,
        Shift, Strategy, Target, TeamKind, Weekday, When,
    },
    time::Span,
    value::{
        ChannelName, Country, Description, Domain, Email, Extension, ExtraKey, ExtraValue, Language, LicenceName,
        Login, MacAddress, NumberLabel, OrganisationName, PhoneModel, PhoneNumber, Position, RoleName, TeamName,
        TimeZone,
    },
};

/// How many kinds of edits there are: one for each verb that merges.
pub const KINDS: usize = 24;

/// The rich world, in which the bot has a name as well.
pub fn world() -> Directory {
    let mut directory = rich_world();
    let mut bot = directory.user(BOT).cloned().unwrap();
    bot.profile.full_name = Some(name("Bot"));
    directory.put(Key::User(BOT), Some(Record::User(bot)));
    directory
}

/// A change of one or more fields of an edit: each bit is a field, `pick` which value it gets.
#[derive(Clone, Copy)]
struct Wish {
    bits: u8,
    pick: usize,
}

impl Wish {
    /// Gives a field another value, if it is wished.
    fn set<T>(self, bit: u8, field: &mut T, values: impl Into<Vec<T>>) {
        let mut values = values.into();
        if self.bits & 1 << bit != 0 {
            *field = values.swap_remove((self.pick + usize::from(bit)) % values.len());
        }
    }

    /// Adds a member to a set, or takes it.
    fn toggle<T: PartialEq + Ord>(self, bit: u8, set: &mut Vec<T>, members: impl Into<Vec<T>>) {
        let mut members = members.into();
        if self.bits & 1 << bit != 0 {
            let member = members.swap_remove(self.pick % members.len());
            match set.iter().position(|other| *other == member) {
                Some(at) => drop(set.remove(at)),
                None => set.push(member),
            }
            set.sort();
        }
    }

    fn permission(self, bit: u8, set: &mut Permissions) {
        let one = match self.pick % 3 {
            0 => Permission::UserRead,
            1 => Permission::UserInvite,
            _ => Permission::PortalLogin,
        };
        if self.bits & 1 << bit != 0 {
            let only = [one].into_iter().collect();
            *set = if set.has(one) { set.without(only) } else { set.and(only) };
        }
    }
}

fn some<T, E: std::fmt::Debug>(parse: fn(&str) -> Result<T, E>, texts: &[&str]) -> Vec<Option<T>> {
    texts.iter().map(|text| Some(parse(text).unwrap())).collect()
}

fn each<T, E: std::fmt::Debug>(parse: fn(&str) -> Result<T, E>, texts: &[&str]) -> Vec<T> {
    texts.iter().map(|text| parse(text).unwrap()).collect()
}

/// An edit of a kind, by somebody who sees this.
pub fn edit(view: &Directory, kind: usize, bits: u8, pick: usize) -> Option<Command> {
    let wish = Wish { bits, pick };
    let user = |id| view.user(id).cloned();
    let number = |text| view.number(PhoneNumber::parse(text).unwrap()).cloned();
    let targets = [None, Some(Target::User(OLGA)), Some(Target::Team(SUPPORT))];
    Some(match kind {
        0 => {
            let mut profile = user(ABE)?.profile;
            wish.set(0, &mut profile.full_name, [Some(name("Abe A")), Some(name("Abe B")), Some(name("Abe C"))]);
            wish.set(1, &mut profile.position, some(Position::parse, &["Cook", "Chef", "Clerk"]));
            wish.set(2, &mut profile.language, some(Language::parse, &["de", "fr", "ar"]));
            wish.set(3, &mut profile.time_zone, some(TimeZone::parse, &["Europe/Rome", "Europe/Paris", "Asia/Tokyo"]));
            wish.set(4, &mut profile.country, some(Country::parse, &["IT", "FR", "JP"]));
            EditProfile { user: ABE, profile }.into()
        }
        1 => {
            let mut extra = user(ABE)?.extra;
            for (bit, key) in (0..).zip(["room", "badge", "desk"]) {
                let key = ExtraKey::parse(key).unwrap();
                let mut value = extra.remove(&key);
                wish.set(bit, &mut value, [None, ExtraValue::parse("1").ok(), ExtraValue::parse("2").ok()]);
                extra.extend(value.map(|value| (key, value)));
            }
            EditExtra { user: ABE, extra }.into()
        }
        2 => {
            let mut identifiers = user(PIA)?.identifiers;
            let mut set = |bit: u8, kind, mut values: Vec<Identifier>| {
                if bits & 1 << bit != 0 {
                    identifiers.retain(|identifier| identifier.kind() != kind);
                    identifiers.push(values.swap_remove((pick + usize::from(bit)) % values.len()));
                }
            };
            let emails = each(Email::parse, &["p1@x.io", "p2@x.io"]).into_iter().map(Identifier::Email);
            let logins = each(Login::parse, &["pia1", "pia2"]).into_iter().map(Identifier::Login);
            let mobiles = each(PhoneNumber::parse, &["+491790000001", "+491790000002"]);
            set(0, IdentifierKind::Email, emails.collect());
            set(1, IdentifierKind::Login, logins.collect());
            set(2, IdentifierKind::Mobile, mobiles.into_iter().map(Identifier::Mobile).collect());
            SetIdentifiers { user: PIA, identifiers }.into()
        }
        3 => {
            let bot = user(BOT)?;
            let (mut name_, mut target) = (bot.profile.full_name?, bot.target);
            wish.set(0, &mut name_, [name("Bot A"), name("Bot B")]);
            wish.set(1, &mut target, targets);
            EditSystemUser { user: BOT, name: name_, target }.into()
        }
        4 => {
            let bea = user(BEA)?;
            let (mut licence, mut add_ons) = (bea.licence, bea.add_ons);
            wish.set(0, &mut licence, [None, Some(STANDARD), Some(PRO)]);
            wish.toggle(1, &mut add_ons, [BROWSER, AUTODIAL]);
            SetLicence { user: BEA, licence, add_ons }.into()
        }
        5 => {
            let mut numbers = user(ABE)?.display_numbers;
            // Its own alone: a group's is shown no longer when it is a group's no longer.
            wish.toggle(0, &mut numbers, each(PhoneNumber::parse, &["+4930901801"]));
            SetDisplayNumbers { user: ABE, numbers }.into()
        }
        6 => {
            let mut line = user(ABE)?.line?;
            wish.set(0, &mut line.extension, each(Extension::parse, &["31", "32", "33"]));
            wish.set(1, &mut line.phone, [PhoneType::Softphone, PhoneType::Webphone, PhoneType::DeskPhone]);
            ChangeExtension { user: ABE, line }.into()
        }
        7 => {
            let mut rules = view.handling(ABE).map(|handling| handling.rules.clone()).unwrap_or_default();
            let rule = |action| vec![AnsweringRule { when: When::Busy, action }];
            wish.set(0, &mut rules, [rule(Action::Reject), rule(Action::Voicemail), Vec::new()]);
            SetAnswering { user: ABE, rules }.into()
        }
        8 => {
            let mut voicemail = view.handling(ABE).map(|handling| handling.voicemail).unwrap_or_default();
            wish.set(0, &mut voicemail.on, [true, false]);
            wish.set(1, &mut voicemail.mail_copy, [true, false]);
            SetVoicemail { user: ABE, voicemail }.into()
        }
        9 => {
            let now = view.organisation()?.clone();
            let mut edit = EditOrganisation {
                name: now.name,
                language: now.language,
                time_zone: now.time_zone,
                country: now.country,
            };
            wish.set(0, &mut edit.name, each(OrganisationName::parse, &["Acme A", "Acme B"]));
            wish.set(1, &mut edit.language, each(Language::parse, &["de", "fr", "ar"]));
            wish.set(2, &mut edit.time_zone, each(TimeZone::parse, &["Europe/Rome", "Europe/Paris"]));
            wish.set(3, &mut edit.country, each(Country::parse, &["IT", "FR"]));
            edit.into()
        }
        10 => {
            let mut policy = view.organisation()?.policy.clone();
            wish.set(0, &mut policy.invitation_lifetime, [Span::hours(24), Span::hours(48), Span::hours(72)]);
            wish.set(1, &mut policy.recycle_days, [2, 3, 4]);
            wish.set(2, &mut policy.quarantine_days, [10, 11, 12]);
            wish.set(3, &mut policy.invite_without_plan, [true, false]);
            wish.set(4, &mut policy.managers_may_add, [true, false]);
            wish.toggle(5, &mut policy.email_domains, each(Domain::parse, &["x.io", "example.com"]));
            wish.set(6, &mut policy.single_role, [true, false]);
            SetPolicy { policy }.into()
        }
        11 => {
            let mut keeping = view.keeping();
            wish.set(0, &mut keeping.offline_days, [7, 8, 9]);
            wish.set(1, &mut keeping.log_days, [70, 80, 90]);
            wish.set(2, &mut keeping.security_days, [70, 80, 90]);
            SetKeeping { keeping }.into()
        }
        12 => {
            let mut role = view.role(INVITER)?.clone();
            wish.set(0, &mut role.name, each(RoleName::parse, &["Host", "Hostess"]));
            wish.set(1, &mut role.description, some(Description::parse, &["Invites", "Welcomes"]));
            wish.toggle(2, &mut role.teams, [SALES, SUPPORT]);
            wish.permission(3, &mut role.permissions);
            wish.permission(4, &mut role.team_permissions);
            let (one, both) = (RoleScope::Organisation, RoleScope::Team);
            wish.set(5, &mut role.scopes, [one.into(), rollcall_core::model::RoleScopes::from(one).with(both)]);
            EditRole { role }.into()
        }
        13 => {
            let team = view.team(SALES)?;
            let (mut name, mut kind) = (team.name.clone(), team.kind);
            wish.set(0, &mut name, each(TeamName::parse, &["Sell", "Verkauf"]));
            wish.set(1, &mut kind, TeamKind::ALL);
            EditTeam { team: SALES, name, kind }.into()
        }
        14 => {
            let mut roles: Vec<_> =
                view.roles().filter(|role| role.teams.contains(&SALES)).map(|role| role.id).collect();
            wish.toggle(0, &mut roles, [INVITER, AGENT, BASIC]);
            SetTeamRoles { team: SALES, roles }.into()
        }
        15 => {
            let default = || Routing {
                strategy: Strategy::AllAtOnce,
                ring_seconds: 20,
                hours: OpeningHours::default(),
                overflow: None,
            };
            let mut routing = view.team(SALES)?.routing.clone().unwrap_or_else(default);
            wish.set(0, &mut routing.strategy, [Strategy::InOrder, Strategy::RoundRobin, Strategy::LongestIdle]);
            wish.set(1, &mut routing.ring_seconds, [30_u16, 40, 50]);
            let open = |from| OpeningHours(vec![Shift { day: Weekday::Monday, from, to: 1_000 }]);
            wish.set(2, &mut routing.hours, [open(500), open(600)]);
            wish.set(3, &mut routing.overflow, targets);
            SetRouting { team: SALES, routing: Some(routing).filter(|_| bits & 0x10 == 0) }.into()
        }
        16 => {
            let channel = view.channel(ChannelId::fixed(0xE1))?;
            let (mut name, mut public) = (channel.name.clone(), channel.public);
            wish.set(0, &mut name, each(ChannelName::parse, &["Chat", "Talk"]));
            wish.set(1, &mut public, [true, false]);
            EditChannel { channel: channel.id, name, public }.into()
        }
        17 => {
            let licence = view.licence(STANDARD)?;
            let (mut name, mut seats) = (licence.name.clone(), licence.seats);
            wish.set(0, &mut name, each(LicenceName::parse, &["Gold", "Silver"]));
            wish.set(1, &mut seats, [None, Some(50), Some(60)]);
            EditLicence { licence: STANDARD, name, seats }.into()
        }
        18 => {
            let now = number("+4930901802")?;
            let mut edit = EditNumber { number: now.number, kind: now.kind, label: now.label, target: now.target };
            wish.set(0, &mut edit.kind, [NumberKind::Group, NumberKind::Landline, NumberKind::Work]);
            wish.set(1, &mut edit.label, some(NumberLabel::parse, &["Desk", "Door", "Hall"]));
            wish.set(2, &mut edit.target, targets);
            edit.into()
        }
        19 => {
            let now = number("+4930901802")?;
            let mut target = now.target;
            wish.set(0, &mut target, targets);
            RouteNumber { number: now.number, target }.into()
        }
        20 => {
            let now = number("+4930901801")?;
            let (mut mobile, mut off) = (now.linked_mobile, now.link_off);
            wish.set(0, &mut mobile, some(PhoneNumber::parse, &["+491790000003", "+491790000004"]));
            wish.set(1, &mut off, [true, false]);
            LinkMobile { number: now.number, mobile, off }.into()
        }
        21 => {
            let mut phone = view.phone(PhoneId::fixed(0xF1))?.clone();
            wish.set(0, &mut phone.model, some(PhoneModel::parse, &["A1", "B2"]));
            wish.set(1, &mut phone.mac, some(MacAddress::parse, &["00:1b:44:11:3a:b7", "00:1b:44:11:3a:b8"]));
            wish.set(2, &mut phone.line, [None, view.user(ABE)?.extension().cloned()]);
            EditPhone { phone }.into()
        }
        22 => {
            let mut policy = view.call_policy();
            wish.set(0, &mut policy.call_days, [7, 8, 9]);
            wish.set(1, &mut policy.service_seconds, [10, 15, 30]);
            SetCallPolicy { policy }.into()
        }
        _ => {
            let mut contact = view.contact(ContactId::fixed(1))?.clone();
            wish.set(0, &mut contact.name, [name("Cab"), name("Car")]);
            wish.set(1, &mut contact.company, some(OrganisationName::parse, &["Cabs", "Cars"]));
            wish.set(2, &mut contact.email, some(Email::parse, &["c1@x.io", "c2@x.io"]));
            wish.toggle(3, &mut contact.numbers, each(PhoneNumber::parse, &["+4930901801", "+4930901802"]));
            EditContact { contact }.into()
        }
    })
}

/// The members of the sets that an edit writes, each with where it stands; extra information too.
pub fn members(command: &Command) -> Vec<String> {
    fn all<T: std::fmt::Debug>(of: impl std::fmt::Debug, members: impl IntoIterator<Item = T>) -> Vec<String> {
        members.into_iter().map(|member| format!("{of:?} {member:?}")).collect()
    }
    match command {
        Command::SetLicence(c) => all(c.user, &c.add_ons),
        Command::EditExtra(c) => all(c.user, &c.extra),
        Command::SetDisplayNumbers(c) => all(c.user, &c.numbers),
        // The same, seen from both sides.
        Command::SetTeamRoles(c) => c.roles.iter().map(|role| format!("{role:?} {:?}", c.team)).collect(),
        Command::EditRole(EditRole { role }) => [
            all(role.id, &role.teams),
            all((role.id, "may"), role.permissions.iter()),
            all((role.id, "may there"), role.team_permissions.iter()),
        ]
        .concat(),
        Command::EditContact(c) => all(c.contact.id, &c.contact.numbers),
        Command::SetPolicy(c) => [all("domain", &c.policy.email_domains), all("kind", &c.policy.login_kinds)].concat(),
        _ => Vec::new(),
    }
}
