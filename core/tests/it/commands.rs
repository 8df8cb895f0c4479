//! What a command makes is what it says, field by field; and what clients and the server ask of a command.

#![expect(clippy::unwrap_used, reason = "this file is tests, helpers included")]

use crate::support::{
    ANN, BROWSER, NOW, SALES, STANDARD, SUPPORT, as_user, email, name, organisation, run, world::history,
};
use proptest::prelude::*;
use rollcall_core::{
    Command, Context, Directory, Record, Refusal, Timestamp,
    access::{BASIC, Holding, Permission, Permissions, SIMPLE},
    change::Key,
    command::{
        AddContact, CreateRole, DeleteTeam, DeleteUser, EditExtra, EditOrganisation, NewUser, PrepareUser, RoleChoice,
        SetAnswering, SetDisplayNumbers, SetIdentifiers, SetPolicy, SetTeamRoles,
    },
    context::Actor,
    decide,
    id::{ContactId, RoleId, TeamId, UserId},
    model::{
        Action, AnsweringRule, Contact, Grant, GrantKey, GrantSource, Granted, Identifier, Line, Number, NumberKind,
        Organisation, PhoneType, Policy, Profile, Role, RoleScope, Scope, User, UserKind, UserState, When,
    },
    refusal::Field,
    time::Span,
    value::{
        Country, Domain, Extension, ExtraKey, ExtraValue, Language, Login, OrganisationName, PhoneNumber, Position,
        RoleName, TimeZone, ValueError,
    },
};
use serde_json::Value;
use std::collections::BTreeMap;

const BOB: UserId = UserId::fixed(0xC2);
/// A role that brings its holders into both teams.
const HELPER: RoleId = RoleId::fixed(0xD1);
const NUMBER: &str = "+4930111111";

/// The organisation with the role, and a number that rested until a moment ago.
fn equipped() -> Directory {
    let name = RoleName::parse("Helper").unwrap();
    let role = Role {
        teams: vec![SALES, SUPPORT],
        ..Role::new(HELPER, name, Permissions::of(&[Permission::PortalLogin]), RoleScope::Own)
    };
    let number = Number::new(PhoneNumber::parse(NUMBER).unwrap(), NumberKind::Work);
    let rested = Number { quarantine_until: Some(Timestamp(NOW.0 - 1)), ..number };
    with(&organisation(), [Record::Role(role), Record::Number(rested)])
}

fn with(directory: &Directory, more: impl IntoIterator<Item = Record>) -> Directory {
    Directory::from_records(directory.records().chain(more))
}

fn extra(count: usize) -> BTreeMap<ExtraKey, ExtraValue> {
    let pair = |n| (ExtraKey::parse(&format!("key{n}")).unwrap(), ExtraValue::parse("value").unwrap());
    (0..count).map(pair).collect()
}

fn everything() -> NewUser {
    NewUser {
        mobile: PhoneNumber::parse("+491711111111").ok(),
        login: Login::parse("bobby").ok(),
        profile: Profile {
            full_name: Some(name("Bob Builder")),
            position: Position::parse("Builder").ok(),
            country: Country::parse("DE").ok(),
            ..Profile::default()
        },
        licence: Some(STANDARD),
        add_ons: vec![BROWSER],
        role: Some(RoleChoice { role: HELPER, scope: Scope::Own }),
        line: Some(Line { extension: Extension::parse("101").unwrap(), phone: PhoneType::DeskPhone }),
        number: PhoneNumber::parse(NUMBER).ok(),
        teams: vec![SALES],
        extra: extra(2),
        ..NewUser::with_email(BOB, email("bob@example.com"))
    }
}

#[test]
fn a_new_user_is_all_that_was_said() {
    let (mut directory, said) = (equipped(), everything());
    run(&mut directory, &as_user(ANN), PrepareUser(said.clone()));
    let user = User {
        profile: said.profile,
        identifiers: vec![
            Identifier::Email(email("bob@example.com")),
            Identifier::Mobile(PhoneNumber::parse("+491711111111").unwrap()),
            Identifier::Login(Login::parse("bobby").unwrap()),
        ],
        licence: said.licence,
        add_ons: said.add_ons,
        extra: said.extra,
        line: said.line.clone(),
        ..User::new(BOB, UserKind::Person, UserState::Prepared, NOW)
    };
    assert_eq!(directory.user(BOB), Some(&user));
    let number = directory.numbers_of(BOB).next().unwrap();
    assert_eq!((number.number.to_string().as_str(), number.quarantine_until), (NUMBER, None));
    let phone = directory.phones_of(BOB).next().unwrap();
    assert_eq!(phone.line, said.line.map(|line| line.extension));
    let key = GrantKey { user: BOB, what: Granted::Role(HELPER), scope: Scope::Own };
    let grants: Vec<_> = directory.grants_of(BOB).cloned().collect();
    assert_eq!(grants, [Grant { key, source: GrantSource::Hand, until: None }]);
    let member = |team: TeamId| {
        let membership = directory.membership(team, BOB).unwrap();
        (membership.by_hand, membership.through.clone())
    };
    // One team was named as well, the other only comes with the role.
    assert_eq!((member(SALES), member(SUPPORT)), ((true, vec![HELPER]), (false, vec![HELPER])));
}

#[test]
fn fifty_extras_are_enough() {
    let refusals = |count| {
        let user = NewUser { extra: extra(count), ..everything() };
        decide(&equipped(), &as_user(ANN), &PrepareUser(user).into()).err()
    };
    assert_eq!(refusals(50), None);
    assert_eq!(refusals(51), Some(Refusal::TooMany { max: 50 }.into()));
}

/// Wherever a decision is made, its changes come in the same order: that of no table in memory.
#[test]
fn a_decision_has_one_order() {
    let role = |n: u128, teams: Vec<TeamId>| {
        let name = RoleName::parse(&format!("Role {n}")).unwrap();
        Record::Role(Role { teams, ..Role::new(RoleId::fixed(n), name, Permissions::default(), RoleScope::Own) })
    };
    let ids = || (0xE0..0xF8).map(RoleId::fixed);
    let apart = with(&organisation(), (0xE0..0xF8).map(|n| role(n, Vec::new())));
    let brought = with(&organisation(), (0xE0..0xF8).map(|n| role(n, vec![SALES])));
    let set = Command::from(SetTeamRoles { team: SALES, roles: ids().collect() });
    let delete = Command::from(DeleteTeam { team: SALES });
    for (directory, command) in [(apart, set), (brought, delete)] {
        let mut records: Vec<Record> = directory.records().collect();
        records.reverse();
        let other = Directory::from_records(records);
        let decided = decide(&directory, &as_user(ANN), &command).unwrap();
        assert!(decided.changes.0.len() >= 24);
        assert_eq!(decide(&other, &as_user(ANN), &command), Ok(decided));
    }
}

/// So many of a thing are taken, and not one more, whatever else is wrong with them.
#[test]
fn limits_are_reached_and_not_passed() {
    let mut directory = equipped();
    run(&mut directory, &as_user(ANN), PrepareUser(everything()));
    let policy = directory.organisation().unwrap().policy.clone();
    let number = |n: usize| PhoneNumber::parse(&format!("+49309018{n:04}")).unwrap();
    let login = |n: usize| Identifier::Login(Login::parse(&format!("user{n}")).unwrap());
    let domain = |n: usize| Domain::parse(&format!("d{n}.example")).unwrap();
    let rule = AnsweringRule { when: When::Busy, action: Action::Voicemail };
    let many = |max: u16, command: &dyn Fn(usize) -> Command| {
        let too_many = |count: usize| {
            let refusals = decide(&directory, &as_user(ANN), &command(count)).err();
            refusals.is_some_and(|refusals| refusals.contains(&Refusal::TooMany { max }))
        };
        let max = usize::from(max);
        assert!(!too_many(max) && too_many(max + 1), "{:?}", command(1));
    };
    many(50, &|n| EditExtra { user: BOB, extra: extra(n) }.into());
    many(30, &|n| SetAnswering { user: BOB, rules: vec![rule.clone(); n] }.into());
    many(50, &|n| SetDisplayNumbers { user: BOB, numbers: (0..n).map(number).collect() }.into());
    many(10, &|n| SetIdentifiers { user: BOB, identifiers: (0..n).map(login).collect() }.into());
    let contact = |n| Contact {
        id: ContactId::fixed(1),
        name: name("Taxi"),
        company: None,
        numbers: (0..n).map(number).collect(),
        email: None,
    };
    many(10, &|n| AddContact { contact: contact(n) }.into());
    let role = Role::new(HELPER, RoleName::parse("Many").unwrap(), Permissions::default(), RoleScope::Own);
    let role = |n| Role { teams: (0..n as u128).map(TeamId::fixed).collect(), ..role.clone() };
    many(100, &|n| CreateRole { role: role(n) }.into());
    let policy = |n| Policy { email_domains: (0..n).map(domain).collect(), ..policy.clone() };
    many(100, &|n| SetPolicy { policy: policy(n) }.into());
    let too_long = Policy { invitation_lifetime: Span::days(91), ..policy(0) };
    let error = ValueError::OutOfRange { min: 1, max: 2_160 };
    let refused = Refusal::Invalid { field: Field::Hours, error }.into();
    assert_eq!(decide(&directory, &as_user(ANN), &SetPolicy { policy: too_long }.into()), Err(refused));
}

#[test]
fn a_founder_is_what_was_said_and_owns_all() {
    let directory = organisation();
    let founder = directory.user(ANN).unwrap();
    assert_eq!(founder.identifiers, [Identifier::Email(email("ann@example.com"))]);
    assert_eq!((founder.state, founder.profile.full_name.clone()), (UserState::Active, Some(name("Ann Owner"))));
    assert!(Permission::ALL.iter().all(|permission| Holding::of(&directory, ANN, NOW).everywhere(*permission)));
    assert_eq!(directory.licences().count(), 4);
}

#[test]
fn an_organisation_is_what_was_said() {
    let mut directory = organisation();
    let before = directory.organisation().unwrap().clone();
    let after = Organisation {
        name: OrganisationName::parse("Southwind").unwrap(),
        language: Language::parse("pt-BR").unwrap(),
        time_zone: TimeZone::parse("Europe/Lisbon").unwrap(),
        country: Country::parse("PT").unwrap(),
        ..before.clone()
    };
    let Organisation { name, language, time_zone, country, .. } = after.clone();
    assert!(before.name != name && before.language != language);
    assert!(before.time_zone != time_zone && before.country != country);
    run(&mut directory, &as_user(ANN), EditOrganisation { name, language, time_zone, country });
    assert_eq!(directory.organisation(), Some(&after));
}

/// Invariant 13, as server and replica ask it.
#[test]
fn the_portal_takes_a_permission() {
    let user = |id, state| {
        let identifiers =
            vec![Identifier::Login(Login::parse(&format!("user{}", UserId::uuid(id).as_u128())).unwrap())];
        Record::User(User { identifiers, ..User::new(id, UserKind::Person, state, NOW) })
    };
    let grant = |user, role| {
        let key = GrantKey { user, what: Granted::Role(role), scope: Scope::Own };
        Record::Grant(Grant { key, source: GrantSource::Hand, until: None })
    };
    let [basic, simple, idle] = [1, 2, 3].map(|n| UserId::fixed(0xE0 + n));
    let directory = with(
        &organisation(),
        [
            user(basic, UserState::Active),
            user(simple, UserState::Active),
            user(idle, UserState::Suspended),
            grant(basic, BASIC),
            grant(simple, SIMPLE),
            grant(idle, BASIC),
        ],
    );
    let asked = |user| Holding::of_signed_in(&directory, &as_user(user)).map(|holding| holding.user());
    assert_eq!(asked(basic), Ok(Some(basic)));
    assert_eq!(asked(simple), Err(Refusal::NotAllowed { permission: Permission::PortalLogin }));
    assert_eq!(asked(idle), Err(Refusal::ActorNotActive));
    let invitee = Context { actor: Actor::Invitee(basic), ..as_user(basic) };
    assert_eq!(Holding::of_signed_in(&directory, &invitee).map(drop), Err(Refusal::ActorNotActive));
}

#[test]
fn only_a_deletion_waits_for_the_server() {
    assert!(!Command::from(DeleteUser { user: BOB }).shown_early());
    assert!(Command::from(PrepareUser(everything())).shown_early());
}

/// The user that the JSON form of a command names.
fn named(command: &Command) -> Option<UserId> {
    let Value::Object(verb) = serde_json::to_value(command).unwrap() else { return None };
    let (verb, fields) = verb.into_iter().next()?;
    let makes = ["prepare_user", "import_user", "invite_user", "create_system_user"].contains(&verb.as_str());
    let place = match verb.as_str() {
        _ if makes => "/id",
        "give_grant" | "take_grant" => "/grant/user",
        "add_phone" | "edit_phone" => "/phone/user",
        "found_organisation" => "/owner",
        _ => "/user",
    };
    fields.pointer(place).and_then(Value::as_str).and_then(|id| id.parse().ok())
}

proptest! {
    #[test]
    fn a_command_tells_whom_it_is_about(history in history(40)) {
        for (_, command) in &history {
            prop_assert_eq!(command.user(), named(command), "{:?}", command);
        }
    }
}

#[test]
fn nothing_stays_of_the_deleted_where_nothing_is_recycled() {
    let mut directory = equipped();
    run(&mut directory, &as_user(ANN), PrepareUser(everything()));
    assert_eq!(directory.organisation().unwrap().policy.recycle_days, 0);
    let decision = decide(&directory, &as_user(ANN), &DeleteUser { user: BOB }.into()).unwrap();
    let added: Vec<_> = decision.changes.0.iter().filter(|change| change.before.is_none()).collect();
    assert!(added.is_empty(), "{added:?}");
}

/// What comes back with a restored user: its numbers and its phones, or nothing to come back.
#[test]
fn the_lines_of_the_deleted_stay_if_there_are_any() {
    let kept = |line: Option<Line>, number: Option<PhoneNumber>| {
        let mut directory = equipped();
        let mut policy = directory.organisation().unwrap().policy.clone();
        policy.recycle_days = 7;
        run(&mut directory, &as_user(ANN), SetPolicy { policy });
        run(&mut directory, &as_user(ANN), PrepareUser(NewUser { line, number, ..everything() }));
        let phones = directory.phones_of(BOB).count();
        run(&mut directory, &as_user(ANN), DeleteUser { user: BOB });
        let lines = directory.get(&Key::RemovedLines(BOB));
        lines.map(|lines| match lines {
            Record::RemovedLines(lines) => (lines.numbers.len(), lines.phones.len() == phones && phones > 0),
            other => unreachable!("{other:?}"),
        })
    };
    let NewUser { line, number, .. } = everything();
    assert_eq!(kept(None, None), None);
    assert_eq!(kept(None, number), Some((1, false)));
    assert_eq!(kept(line.clone(), None), Some((0, true)));
    assert_eq!(kept(line, number), Some((1, true)));
}
