//! What a colleague is shown, and what a dry run tells.

use crate::support::{
    ANN, BROWSER, NOW, SALES, STANDARD, as_user, email, name,
    world::{ABE, BEA, MIA, SID, world},
};
use rollcall_core::{
    Command, Record, Timestamp,
    access::{Holding, Permission as P, apply_and_see, visible},
    change::Key,
    command::{DeleteUser, NewUser, PrepareUser},
    decide,
    id::UserId,
    model::{
        Grant, GrantKey, GrantSource, Granted, Identifier, Invitation, Line, Number, NumberKind, PhoneType, Profile,
        Scope, Target, User, UserKind, UserState,
    },
    query,
    refusal::Refusal,
    value::{Country, Extension, ExtraKey, ExtraValue, Language, Login, PhoneNumber, Position, TimeZone},
};

/// What `directory.read` shows of a colleague is a list; everything else stays where it is (D15).
#[test]
fn of_a_colleague_the_directory_shows_what_is_on_the_list() {
    let number = PhoneNumber::parse("+491711111111").unwrap();
    let address = Identifier::Email(email("work@x.io"));
    let extension = Extension::parse("20").unwrap();
    let whole = User {
        profile: Profile {
            full_name: Some(name("Una")),
            position: Position::parse("Chef").ok(),
            language: Language::parse("fr").ok(),
            time_zone: TimeZone::parse("Europe/Paris").ok(),
            country: Country::parse("FR").ok(),
        },
        identifiers: vec![
            Identifier::Login(Login::parse("una").unwrap()),
            Identifier::Mobile(number),
            address.clone(),
            Identifier::Email(email("una@home.io")),
        ],
        licence: Some(STANDARD),
        add_ons: vec![BROWSER],
        extra: [(ExtraKey::parse("room").unwrap(), ExtraValue::parse("12").unwrap())].into(),
        invitation: Some(Invitation { sent: NOW, expires: NOW, round: 1, by: None }),
        line: Some(Line { extension: extension.clone(), phone: PhoneType::DeskPhone }),
        display_numbers: vec![number],
        target: Some(Target::Number(number)),
        ..User::new(UserId::fixed(0x99), UserKind::Person, UserState::Active, NOW)
    };
    let mut directory = world();
    directory.put(Key::User(whole.id), Some(Record::User(whole.clone())));
    // Every field is named: whoever adds one decides whether a colleague sees it.
    let shown = User {
        id: whole.id,
        kind: UserKind::Person,
        state: UserState::Active,
        profile: Profile {
            full_name: whole.profile.full_name.clone(),
            position: whole.profile.position.clone(),
            language: None,
            time_zone: None,
            country: None,
        },
        identifiers: vec![address],
        licence: None,
        add_ons: Vec::new(),
        extra: Default::default(),
        invitation: None,
        line: Some(Line { extension, phone: PhoneType::default() }),
        display_numbers: Vec::new(),
        target: None,
        created: Timestamp(0),
    };
    let record = Record::User(whole);
    assert_eq!(visible(&directory, &Holding::of(&directory, ABE, NOW), &record), Some(Record::User(shown)));
    assert_eq!(visible(&directory, &Holding::of(&directory, SID, NOW), &record), None);
    assert_eq!(visible(&directory, &Holding::of(&directory, ANN, NOW), &record), Some(record));
}

/// Somebody who may delete in Sales deletes a member to whom a number leads that it does not see: the dry run does not tell of it.
#[test]
fn a_dry_run_tells_only_of_what_the_asker_sees() {
    let mut directory = world();
    let number = PhoneNumber::parse("+4930901801").unwrap();
    let leads = Number { target: Some(Target::User(ABE)), ..Number::new(number, NumberKind::Group) };
    directory.put(Key::Number(number), Some(Record::Number(leads)));
    let key = GrantKey { user: BEA, what: Granted::Permission(P::UserDelete), scope: Scope::Team(SALES) };
    directory.put(Key::Grant(key), Some(Record::Grant(Grant { key, source: GrantSource::Hand, until: None })));
    let decision = decide(&directory, &as_user(BEA), &DeleteUser { user: ABE }.into()).unwrap();
    assert!(decision.changes.keys().any(|key| key == Key::Number(number)));
    let holding = Holding::of(&directory, BEA, NOW);
    let mut after = directory.clone();
    let seen = apply_and_see(&mut after, &holding, &decision.changes);
    assert!(after.user(ABE).is_none());
    let seen: Vec<Key> = seen.keys().collect();
    assert!(seen.contains(&Key::User(ABE)) && !seen.contains(&Key::Number(number)), "{seen:?}");
    // An owner sees all of it.
    let owner = Holding::of(&directory, ANN, NOW);
    assert_eq!(apply_and_see(&mut directory, &owner, &decision.changes), decision.changes);
}

/// A refusal says that something is taken, and by whom only to those who see it: otherwise trying numbers would tell whose they
/// are.
#[test]
fn a_refusal_names_nobody_that_its_actor_does_not_see() {
    let private = PhoneNumber::parse("+491711111111").unwrap();
    let una = User {
        identifiers: vec![Identifier::Mobile(private), Identifier::Email(email("work@x.io"))],
        line: Some(Line { extension: Extension::parse("20").unwrap(), phone: PhoneType::DeskPhone }),
        ..User::new(UserId::fixed(0x99), UserKind::Person, UserState::Active, NOW)
    };
    let mut directory = world();
    directory.put(Key::User(una.id), Some(Record::User(una.clone())));
    let new = |address: Option<_>, mobile, line| {
        let login = Login::parse("new").ok();
        let stand_in = NewUser::with_email(UserId::fixed(0x98), email("n@x.io"));
        Command::from(PrepareUser(NewUser { email: address, mobile, login, line, teams: vec![SALES], ..stand_in }))
    };
    let by_mobile = new(None, Some(private), None);
    let by_address = new(Some(email("work@x.io")), None, None);
    let at_extension = new(None, None, una.line.clone());
    // Mia manages Sales, where Una is not; Ann owns all.
    for (command, of_mia) in [(by_mobile, UserId::NOBODY), (by_address, una.id), (at_extension, una.id)] {
        let heard = |by| {
            let refusals = decide(&directory, &as_user(by), &command).unwrap_err();
            refusals.iter().find_map(|refusal| match refusal {
                Refusal::AlreadyAUser { user, .. } | Refusal::ExtensionTaken { user } => Some(*user),
                _ => None,
            })
        };
        assert_eq!((heard(MIA), heard(ANN)), (Some(of_mia), Some(una.id)), "{command:?}");
    }
}

/// Whoever sees nobody but itself whole only looks people up; a permission over somebody in a team is enough not to.
#[test]
fn who_only_looks_people_up() {
    let world = world();
    let only = |who| query::looks_up_only(&world, &as_user(who));
    assert_eq!([ANN, MIA, BEA].map(only), [false; 3], "they see some of the others whole");
    assert!(only(ABE), "an agent sees colleagues as the directory shows them");
    assert!(!only(SID), "who may not sign in looks nobody up");
    assert!(!only(UserId::fixed(0xFFFF)), "and a stranger neither");
}
