//! Whoever is erased is told by nothing that is left in the log; whoever is not is left as it was.

#![expect(clippy::unwrap_used, reason = "this file is tests, helpers included")]

use crate::support::{
    ANN, NOW, as_user, email,
    verbs::rich_world,
    world::{ABE, ADAM, MIA, SAM, history, world},
};
use proptest::prelude::*;
use rollcall_core::{
    Actor, Change, Changes, Command, Context, Directory, Record,
    change::Key,
    command::*,
    context::View,
    decide,
    id::{PhoneId, UserId},
    model::{
        Action, AnsweringRule, Avatar, AvatarOf, CallHandling, Identifier, Line, Number, NumberKind, Phone, PhoneType,
        Profile, Removed, RemovedLines, Target, User, UserKind, UserState, Voicemail, When,
    },
    privacy::{Beside, beside, erased, person},
    record::encode,
    value::{
        Extension, ExtraKey, ExtraValue, FullName, Login, MacAddress, NumberLabel, PhoneModel, PhoneNumber, Picture,
        Position,
    },
};
use std::collections::BTreeMap;

const WHO: UserId = UserId::fixed(0x77);

/// Stands in every text of the person.
const MARK: &str = "Zyzzyva";

fn number(digits: &str) -> PhoneNumber {
    PhoneNumber::parse(digits).unwrap()
}

fn extra() -> BTreeMap<ExtraKey, ExtraValue> {
    [(ExtraKey::parse("room Zyzzyva").unwrap(), ExtraValue::parse("Zyzzyva 7").unwrap())].into()
}

fn profile() -> Profile {
    Profile {
        full_name: FullName::parse("Zyzzyva Smith").ok(),
        position: Position::parse("Zyzzyva keeper").ok(),
        ..Profile::default()
    }
}

fn line() -> Line {
    Line { extension: Extension::parse("7777777").unwrap(), phone: PhoneType::Softphone }
}

fn identifiers() -> Vec<Identifier> {
    vec![
        Identifier::Email(email("Zyzzyva@example.com")),
        Identifier::Login(Login::parse("Zyzzyva").unwrap()),
        Identifier::Mobile(number("+491777777777")),
    ]
}

fn user() -> User {
    User {
        profile: profile(),
        identifiers: identifiers(),
        extra: extra(),
        line: Some(line()),
        display_numbers: vec![number("+491777777777")],
        target: Some(Target::Number(number("+491777777777"))),
        ..User::new(WHO, UserKind::Person, UserState::Active, NOW)
    }
}

fn phone() -> Phone {
    Phone {
        id: PhoneId::fixed(1),
        user: WHO,
        model: PhoneModel::parse("Zyzzyva phone").ok(),
        mac: MacAddress::parse("777777777777").ok(),
        line: Some(line().extension),
    }
}

fn handling() -> CallHandling {
    let rule = AnsweringRule { when: When::Busy, action: Action::Forward(Target::Number(number("+491777777777"))) };
    CallHandling { user: WHO, rules: vec![rule], voicemail: Voicemail::default() }
}

fn picture() -> Picture {
    Picture::parse(b"\xff\xd8\xff Zyzzyva").unwrap()
}

fn records() -> Vec<Record> {
    let avatar = Avatar { of: AvatarOf::User(WHO), picture: picture() };
    let numbers = vec![Number { holder: Some(WHO), ..Number::new(number("+491777777777"), NumberKind::Mobile) }];
    let landline = Number::new(number("+49301234567"), NumberKind::Landline);
    let label = NumberLabel::parse("Zyzzyva").ok();
    vec![
        Record::User(user()),
        Record::Phone(phone()),
        Record::CallHandling(handling()),
        Record::Avatar(avatar.clone()),
        Record::Number(Number { holder: Some(WHO), linked_mobile: Some(number("+491777777777")), label, ..landline }),
        Record::RemovedLines(Box::new(RemovedLines { user: WHO, numbers, phones: vec![phone()] })),
        Record::Removed(Box::new(Removed {
            user: user(),
            grants: Vec::new(),
            memberships: Vec::new(),
            handling: Some(handling()),
            avatar: Some(avatar),
            at: NOW,
            by: None,
            until: NOW,
        })),
    ]
}

fn commands() -> Vec<Command> {
    let new = || NewUser {
        email: Some(email("Zyzzyva@example.com")),
        mobile: Some(number("+491777777777")),
        login: Login::parse("Zyzzyva").ok(),
        profile: profile(),
        line: Some(line()),
        number: Some(number("+491777777777")),
        extra: extra(),
        ..NewUser::blank(WHO)
    };
    let full_name = FullName::parse("Zyzzyva Smith").unwrap();
    let founding = FoundOrganisation {
        owner: WHO,
        owner_email: email("Zyzzyva@example.com"),
        owner_name: full_name.clone(),
        ..crate::support::founding()
    };
    let label = NumberLabel::parse("Zyzzyva").ok();
    let edited = EditNumber { number: number("+49301234567"), kind: NumberKind::Landline, label, target: None };
    vec![
        founding.into(),
        PrepareUser(new()).into(),
        ImportUser(new()).into(),
        InviteUser(new()).into(),
        AcceptInvitation { user: WHO, full_name: full_name.clone() }.into(),
        EditProfile { user: WHO, profile: profile() }.into(),
        EditExtra { user: WHO, extra: extra() }.into(),
        SetIdentifiers { user: WHO, identifiers: identifiers() }.into(),
        SetAvatar { of: AvatarOf::User(WHO), picture: Some(picture()) }.into(),
        AddPhone { phone: phone() }.into(),
        EditPhone { phone: phone() }.into(),
        SetAnswering { user: WHO, rules: handling().rules }.into(),
        SetDisplayNumbers { user: WHO, numbers: vec![number("+491777777777")] }.into(),
        AssignNumber { user: WHO, number: number("+491777777777") }.into(),
        LinkMobile { number: number("+49301234567"), mobile: Some(number("+491777777777")), off: true }.into(),
        edited.into(),
        AssignExtension { user: WHO, line: line() }.into(),
        ChangeExtension { user: WHO, line: line() }.into(),
        EditSystemUser { user: WHO, name: full_name, target: None }.into(),
    ]
}

/// What tells who it is: the mark, the number, the extension, the hardware address.
fn tells(command: &Command, changes: &Changes) -> bool {
    let text = serde_json::to_string(&(command, changes)).unwrap();
    let bytes = encode(&(command, changes));
    let marked = bytes.windows(MARK.len()).any(|window| window.eq_ignore_ascii_case(MARK.as_bytes()));
    marked || ["777777777", "7777777"].iter().any(|digits| text.contains(digits))
}

/// Every record and command with something of a person in it, whole and then without it.
#[test]
fn nothing_tells_who_it_was() {
    let change = |record: Record| Change { key: record.key(), before: Some(record.clone()), after: Some(record) };
    let all = Changes(records().into_iter().map(change).collect());
    for command in commands() {
        assert!(tells(&command, &Changes::default()), "{command:?} is no trial");
        let (command, changes) = erased(&command, &all, WHO);
        assert!(!tells(&command, &changes), "{command:?} {changes:?}");
        assert_eq!(changes.keys().collect::<Vec<_>>(), all.keys().collect::<Vec<_>>());
        assert_eq!(erased(&command, &changes, WHO), (command, changes), "twice is once");
    }
}

proptest! {
    /// Erasing somebody changes nothing about others; a row keeps its keys, and which were made and removed.
    #[test]
    fn others_stay_as_they_were(history in history(30)) {
        let mut directory = world();
        for (context, command) in &history {
            let Ok(decision) = decide(&directory, context, command) else { continue };
            directory.apply(&decision.changes);
            let (same, changes) = erased(command, &decision.changes, WHO);
            prop_assert_eq!((&same, &changes), (command, &decision.changes));
            for user in [ANN, ABE, MIA] {
                let (_, changes) = erased(command, &decision.changes, user);
                prop_assert_eq!(changes.0.len(), decision.changes.0.len());
                for (after, before) in changes.0.iter().zip(&decision.changes.0) {
                    prop_assert_eq!(after.key, before.key);
                    prop_assert_eq!(after.before.as_ref().map(Record::key), before.before.as_ref().map(Record::key));
                    prop_assert_eq!(after.after.as_ref().map(Record::key), before.after.as_ref().map(Record::key));
                }
            }
        }
    }
}

#[test]
fn a_person_is_exported_whole_to_itself_and_to_whoever_may_erase_it() {
    let directory: Directory = rich_world();
    let keys = |actor: Context, user| {
        person(&directory, &actor, user).map(|person| person.records.iter().map(Record::key).collect::<Vec<Key>>())
    };
    let whole = keys(as_user(ABE), ABE).unwrap();
    assert!(whole.contains(&Key::User(ABE)) && whole.iter().any(|key| matches!(key, Key::Number(_))), "{whole:?}");
    assert_eq!(whole.len(), 1 + directory.keys_of(ABE).len());
    assert_eq!(keys(as_user(ANN), ABE).as_ref(), Ok(&whole));
    assert_eq!(keys(as_user(ADAM), ABE).as_ref(), Ok(&whole));
    // Where it was is for itself and for owners.
    let reach = |actor| beside(&directory, &actor, ABE);
    assert_eq!(
        [reach(as_user(ABE)), reach(as_user(ANN)), reach(as_user(ADAM))],
        [Beside::Own, Beside::Owner, Beside::Mails]
    );
    // One that was deleted, and is kept.
    assert_eq!(keys(as_user(ANN), UserId::fixed(0xD0)), Ok(vec![Key::Removed(UserId::fixed(0xD0))]));
    for (actor, user, code) in [
        (as_user(MIA), ABE, "not_allowed"),
        (as_user(ABE), SAM, "not_allowed"),
        (as_user(ADAM), ANN, "outranks_actor"),
        (as_user(ANN), UserId::fixed(0x99), "unknown_user"),
        (Context { actor: Actor::Invitee(ABE), now: NOW, view: View::Whole }, ABE, "actor_not_active"),
    ] {
        assert_eq!(keys(actor, user).unwrap_err().first().code(), code);
    }
}
