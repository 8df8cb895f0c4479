//! Every kind of record alike: what is kept is counted, gone through by key and by record, got, put and taken, and told.

#![expect(clippy::unwrap_used, reason = "this file is tests, helpers included")]

use crate::support::{
    ANN, NOW, SALES, name,
    world::{OLGA, world},
};
use rollcall_core::{
    Directory, Record,
    access::Holding,
    change::Key,
    id::{CallId, ChannelId, ContactId, PhoneId},
    model::{
        Avatar, AvatarOf, Call, CallDirection, CallHandling, CallPolicy, Channel, Contact, Holiday, Keeping,
        LastSignIn, Phone, Presence, PresenceState, Removed, RemovedLines, Scheduled, Task, User, UserKind, UserState,
        Voicemail,
    },
    record::encode,
    sync::{Held, PROTOCOL_VERSION, Update, difference, puts, snapshot},
    value::{ChannelName, Date, Picture},
};
use std::collections::{BTreeMap, BTreeSet};

/// A directory with records of every kind.
fn all_kinds() -> Directory {
    let mut directory = world();
    let gone = User::new(crate::support::ids(0x5000)(), UserKind::Person, UserState::Active, NOW);
    let picture = Picture::parse(b"\xff\xd8\xff\x00").unwrap();
    let phone = Phone { id: PhoneId::fixed(1), user: ANN, model: None, mac: None, line: None };
    for record in [
        Record::Keeping(Keeping::default()),
        Record::CallPolicy(CallPolicy::default()),
        Record::Holiday(Holiday { date: Date::of_days(1).unwrap(), name: None }),
        Record::Scheduled(Box::new(Scheduled {
            user: ANN,
            by: None,
            at: NOW,
            what: Task::Invitation { at: NOW },
            put_off: None,
        })),
        Record::Channel(Channel {
            id: ChannelId::fixed(1),
            team: SALES,
            name: ChannelName::parse("news").unwrap(),
            public: true,
        }),
        Record::Phone(phone.clone()),
        Record::CallHandling(CallHandling { user: ANN, rules: Vec::new(), voicemail: Voicemail::default() }),
        Record::LastSignIn(LastSignIn { user: ANN, day: Date::of_days(2).unwrap() }),
        Record::Presence(Presence { user: ANN, state: PresenceState::Break, since: NOW }),
        Record::Contact(Contact {
            id: ContactId::fixed(1),
            name: name("Cab"),
            company: None,
            numbers: Vec::new(),
            email: None,
        }),
        Record::Avatar(Avatar { of: AvatarOf::User(ANN), picture }),
        Record::Call(Call {
            user: Some(ANN),
            ended: Some(NOW),
            ..Call::new(CallId::fixed(1), CallDirection::Incoming, NOW)
        }),
        Record::RemovedLines(Box::new(RemovedLines { user: gone.id, numbers: Vec::new(), phones: vec![phone] })),
        Record::Removed(Box::new(Removed {
            user: gone,
            grants: Vec::new(),
            memberships: Vec::new(),
            handling: None,
            avatar: None,
            at: NOW,
            by: None,
            until: NOW,
        })),
    ] {
        directory.put(record.key(), Some(record));
    }
    directory
}

#[test]
fn there_is_one_of_each() {
    let kinds: BTreeSet<&str> = all_kinds().records().map(|record| record.kind()).collect();
    assert_eq!(kinds, Key::KINDS.iter().copied().collect());
}

#[test]
fn what_is_there_is_counted_and_found_by_its_key() {
    let directory = all_kinds();
    let records: BTreeMap<Key, Record> = directory.records().map(|record| (record.key(), record)).collect();
    let keys: BTreeSet<Key> = directory.keys().collect();
    assert_eq!(keys, records.keys().copied().collect());
    assert_eq!((directory.len(), directory.keys().count()), (records.len(), records.len()));
    for (key, record) in records {
        assert_eq!(directory.get(&key), Some(record));
    }
}

#[test]
fn what_is_taken_is_gone_and_comes_back_as_it_was() {
    let mut directory = all_kinds();
    let count = directory.len();
    for record in all_kinds().records() {
        let key = record.key();
        directory.put(key, None);
        assert_eq!((directory.get(&key), directory.len()), (None, count - 1), "{key:?}");
        directory.put(key, Some(record.clone()));
        assert_eq!((directory.get(&key), directory.len()), (Some(record), count));
    }
}

/// As the server reads a large view, key by key: an owner gets all of it, and a difference takes nothing away.
#[test]
fn a_difference_takes_nothing_away_that_is_there() {
    let directory = all_kinds();
    let owner = Holding::of(&directory, OLGA, NOW);
    let whole = snapshot(&directory, &owner);
    let held = Held::of(whole.iter().cloned(), whole.len());
    let read: Vec<Record> = directory.keys().filter_map(|key| directory.get(&key)).collect();
    assert_eq!(read.len(), whole.len());
    let news = match difference(read, &held) {
        Update::Difference { buckets, parts } => puts(buckets, parts, whole),
        other => unreachable!("{other:?}"),
    };
    assert_eq!(news, []);
}

/// A kind that came in a later version than this one could not be sent to anybody.
#[test]
fn a_kind_is_not_of_the_future() {
    assert!(Key::SINCE.iter().all(|since| (1..=PROTOCOL_VERSION).contains(since)));
    assert!(Key::SINCE.is_sorted());
}

/// The number of a kind in the stored form never changes.
#[test]
fn a_kind_keeps_its_number() {
    for record in all_kinds().records() {
        let number = Key::KINDS.iter().position(|kind| *kind == record.kind()).unwrap();
        for bytes in [encode(&record), encode(&record.key())] {
            assert_eq!(bytes.get(1).copied().map(usize::from), Some(number), "{}", record.kind());
        }
    }
    let first = ["Organisation", "Licence", "Role", "Team", "User", "Grant", "Membership", "Channel", "Number"];
    let then = ["Phone", "CallHandling", "Presence", "Contact", "Avatar", "Call", "Removed", "RemovedLines"];
    assert!(Key::KINDS.starts_with(&[first.as_slice(), &then].concat()));
}
