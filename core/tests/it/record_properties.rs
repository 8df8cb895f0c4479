//! The stored form: whatever there is comes back as it was, and no bytes make the reader panic.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "this file is tests, helpers included")]

use crate::support::world::{command, permissions};
use proptest::{collection::vec, option::of, prelude::*, sample::select};
use rollcall_core::{
    Change, Changes, Command, Record, Timestamp,
    access::Permission,
    change::Key,
    command::COMMAND_VERSION,
    id::{CallId, ChannelId, CommandId, ContactId, DeviceId, LicenceId, PhoneId, RoleId, TeamId, TenantId, UserId},
    model::{
        Action, AnsweringRule, Avatar, AvatarOf, Call, CallDirection, CallEvent, CallHandling, CallPolicy, Channel,
        Contact, ExtensionRange, Grant, GrantKey, GrantSource, Granted, Holiday, Identifier, IdentifierKind,
        Invitation, Keeping, LastSignIn, Leaving, Licence, LicenceKind, Line, Membership, Number, NumberKind,
        OffBoarding, OpeningHours, Organisation, Phone, PhoneType, Policy, Presence, PresenceState, Profile, PutOff,
        Removed, RemovedLines, Role, RoleScope, RoleScopes, Routing, Said, Scheduled, Scope, Shift,
        Strategy as Ringing, Target, Task, Team, TeamKind, User, UserKind, UserState, Voicemail, Weekday, When,
    },
    record::{STORED_VERSION, Unreadable, decode, encode},
    refusal::{Field, FieldPath, Refusal},
    sync::{
        Batch, Cursor, Envelope, Held, Kept, News, Outcome, PROTOCOL_VERSION, Part, Put, Rejected, Seq, SyncRequest,
        SyncResponse, Update, Verdict, protocol_of,
    },
    time::Span,
    value::*,
};

fn user() -> impl Strategy<Value = UserId> {
    any::<u128>().prop_map(UserId::fixed)
}

fn team() -> impl Strategy<Value = TeamId> {
    any::<u128>().prop_map(TeamId::fixed)
}

fn role() -> impl Strategy<Value = RoleId> {
    any::<u128>().prop_map(RoleId::fixed)
}

fn time() -> impl Strategy<Value = Timestamp> {
    any::<i64>().prop_map(Timestamp)
}

fn number() -> impl Strategy<Value = PhoneNumber> {
    "\\+[1-9][0-9]{6,14}".prop_map(|text| PhoneNumber::parse(&text).unwrap())
}

fn extension() -> impl Strategy<Value = Extension> {
    "[0-9]{2,8}".prop_map(|text| Extension::parse(&text).unwrap())
}

fn email() -> impl Strategy<Value = Email> {
    "[a-zA-Z0-9]{1,20}@[a-z]{1,10}\\.(io|example)".prop_map(|text| Email::parse(&text).unwrap())
}

/// A line of any writing that a value of this type takes.
fn line<T: std::fmt::Debug>(parse: fn(&str) -> Result<T, ValueError>) -> impl Strategy<Value = T> {
    "[\\PC&&[^\u{202A}-\u{202E}\u{2066}-\u{2069}\u{FEFF}\u{FFF9}-\u{FFFB}]]{1,30}"
        .prop_filter_map("only white space", move |text| parse(&text).ok())
}

fn target() -> impl Strategy<Value = Target> {
    prop_oneof![
        user().prop_map(Target::User),
        team().prop_map(Target::Team),
        user().prop_map(Target::Voicemail),
        number().prop_map(Target::Number),
    ]
}

fn hours() -> impl Strategy<Value = OpeningHours> {
    let day = select(vec![
        Weekday::Monday,
        Weekday::Tuesday,
        Weekday::Wednesday,
        Weekday::Thursday,
        Weekday::Friday,
        Weekday::Saturday,
        Weekday::Sunday,
    ]);
    vec((day, 0..1440_u16, 1..=1440_u16).prop_map(|(day, from, to)| Shift { day, from, to }), 0..4)
        .prop_map(OpeningHours)
}

fn organisation() -> impl Strategy<Value = Organisation> {
    let range = of((extension(), extension()).prop_map(|(from, to)| ExtensionRange { from, to }));
    let kinds = vec(select(vec![IdentifierKind::Email, IdentifierKind::Mobile, IdentifierKind::Login]), 0..3);
    let days = (any::<i64>(), any::<[bool; 3]>(), any::<u16>(), any::<u16>());
    (any::<u128>(), line(OrganisationName::parse), kinds, range, days).prop_map(
        |(id, name, login_kinds, extensions, days)| {
            let (lifetime, [single_role, invite_without_plan, managers_may_add], recycle_days, quarantine_days) = days;
            Organisation {
                id: TenantId::fixed(id),
                slug: Slug::parse("a-slug-1").unwrap(),
                name,
                language: Language::parse("pt-BR").unwrap(),
                time_zone: TimeZone::parse("America/Sao_Paulo").unwrap(),
                country: Country::parse("BR").unwrap(),
                policy: Policy {
                    invitation_lifetime: Span(lifetime),
                    single_role,
                    login_kinds,
                    recycle_days,
                    extensions,
                    quarantine_days,
                    email_domains: vec![Domain::parse("example.com").unwrap()],
                    invite_without_plan,
                    managers_may_add,
                },
            }
        },
    )
}

fn profile() -> impl Strategy<Value = Profile> {
    let language = of(select(vec!["en", "zh-Hant-TW"]));
    let place = of(select(vec![("Asia/Tokyo", "JP"), ("UTC", "GB")]));
    (of(line(FullName::parse)), of(line(Position::parse)), language, place).prop_map(
        |(full_name, position, language, place)| Profile {
            full_name,
            position,
            language: language.map(|tag| Language::parse(tag).unwrap()),
            time_zone: place.map(|(zone, _)| TimeZone::parse(zone).unwrap()),
            country: place.map(|(_, country)| Country::parse(country).unwrap()),
        },
    )
}

fn somebody() -> impl Strategy<Value = User> {
    let kinds = vec![
        UserKind::Person,
        UserKind::Service,
        UserKind::ConferenceBridge,
        UserKind::AutoAttendant,
        UserKind::CallQueue,
    ];
    let states = vec![UserState::Prepared, UserState::Invited, UserState::Active, UserState::Suspended];
    let login = "[a-zA-Z0-9]{2,64}".prop_map(|text| Identifier::Login(Login::parse(&text).unwrap()));
    let identifier = prop_oneof![email().prop_map(Identifier::Email), number().prop_map(Identifier::Mobile), login];
    let invitation = (time(), time(), any::<u32>(), of(user())).prop_map(|(sent, expires, round, by)| Invitation {
        sent,
        expires,
        round,
        by,
    });
    let phone = select(vec![PhoneType::Softphone, PhoneType::Webphone, PhoneType::DeskPhone]);
    let line_of = (extension(), phone).prop_map(|(extension, phone)| Line { extension, phone });
    let licences = (of(any::<u128>().prop_map(LicenceId::fixed)), vec(any::<u128>().prop_map(LicenceId::fixed), 0..3));
    let extra = vec((line(ExtraKey::parse), line(ExtraValue::parse)), 0..3);
    let whole =
        (of(invitation), of(line_of), vec(number(), 0..2), of(target()), vec(identifier, 0..3), licences, extra);
    ((user(), select(kinds), select(states), time()), profile(), whole).prop_map(
        |((id, kind, state, at), profile, whole)| {
            let (invitation, line, display_numbers, target, identifiers, (licence, add_ons), extra) = whole;
            User {
                profile,
                identifiers,
                licence,
                add_ons,
                extra: extra.into_iter().collect(),
                invitation,
                line,
                display_numbers,
                target,
                ..User::new(id, kind, state, at)
            }
        },
    )
}

fn grant() -> impl Strategy<Value = Grant> {
    let what = prop_oneof![role().prop_map(Granted::Role), select(Permission::ALL).prop_map(Granted::Permission)];
    let scope = prop_oneof![Just(Scope::Own), team().prop_map(Scope::Team), Just(Scope::Organisation)];
    (user(), what, scope, of(time()), any::<bool>()).prop_map(|(user, what, scope, until, hand)| Grant {
        key: GrantKey { user, what, scope },
        source: if hand { GrantSource::Hand } else { GrantSource::Provisioning },
        until,
    })
}

fn membership() -> impl Strategy<Value = Membership> {
    (team(), user(), any::<bool>(), vec(role(), 0..3)).prop_map(|(team, user, by_hand, through)| Membership {
        team,
        user,
        by_hand,
        through,
    })
}

fn said() -> impl Strategy<Value = Said> {
    let event = select(vec![CallEvent::Started, CallEvent::Answered, CallEvent::Ended]);
    (time(), event).prop_map(|(at, event)| Said { at, event })
}

fn handling() -> impl Strategy<Value = CallHandling> {
    let when = prop_oneof![
        select(vec![When::Always, When::Busy, When::NoAnswer, When::Unreachable]),
        hours().prop_map(When::Hours)
    ];
    let action = prop_oneof![
        any::<u16>().prop_map(|seconds| Action::Ring { seconds }),
        target().prop_map(Action::Forward),
        select(vec![Action::Voicemail, Action::Reject]),
    ];
    let rule = (when, action).prop_map(|(when, action)| AnsweringRule { when, action });
    (user(), vec(rule, 0..4), any::<bool>(), any::<bool>()).prop_map(|(user, rules, on, mail_copy)| CallHandling {
        user,
        rules,
        voicemail: Voicemail { on, mail_copy },
    })
}

fn avatar() -> impl Strategy<Value = Avatar> {
    let of = prop_oneof![user().prop_map(AvatarOf::User), team().prop_map(AvatarOf::Team)];
    (of, vec(any::<u8>(), 0..50)).prop_map(|(of, rest)| {
        let picture = Picture::parse(&[b"\xff\xd8\xff".to_vec(), rest].concat()).unwrap();
        Avatar { of, picture }
    })
}

fn scopes() -> impl Strategy<Value = RoleScopes> {
    proptest::sample::subsequence(RoleScope::ALL.to_vec(), 1..=3)
        .prop_map(|scopes| scopes.into_iter().fold(RoleScopes::NONE, RoleScopes::with))
}

/// A record of any kind.
fn record() -> BoxedStrategy<Record> {
    let small = prop_oneof![
        (any::<u16>(), any::<u16>(), any::<u16>()).prop_map(|(offline_days, log_days, security_days)| {
            Record::Keeping(Keeping { offline_days, log_days, security_days })
        }),
        (any::<u128>(), any::<bool>(), line(LicenceName::parse), of(any::<u32>())).prop_map(
            |(id, plan, name, seats)| {
                let kind = if plan { LicenceKind::Plan } else { LicenceKind::AddOn };
                Record::Licence(Licence { id: LicenceId::fixed(id), kind, name, seats })
            }
        ),
        (role(), line(RoleName::parse), of(line(Description::parse)), permissions(), vec(team(), 0..2), scopes())
            .prop_map(|(id, name, description, permissions, teams, scopes)| {
                let role = Role::new(id, name, permissions, scopes);
                Record::Role(Role { description, teams, team_permissions: permissions, ..role })
            }),
        (any::<u128>(), team(), line(ChannelName::parse), any::<bool>()).prop_map(|(id, team, name, public)| {
            Record::Channel(Channel { id: ChannelId::fixed(id), team, name, public })
        }),
        (user(), 0..9_999_u32)
            .prop_map(|(user, day)| { Record::LastSignIn(LastSignIn { user, day: Date::of_days(day).unwrap() }) }),
        (user(), time())
            .prop_map(|(user, since)| { Record::Presence(Presence { user, state: PresenceState::Break, since }) }),
        (any::<u128>(), line(FullName::parse), of(line(OrganisationName::parse)), vec(number(), 0..3), of(email()))
            .prop_map(|(id, name, company, numbers, email)| {
                Record::Contact(Contact { id: ContactId::fixed(id), name, company, numbers, email })
            }),
        (any::<u128>(), user(), of(line(PhoneModel::parse)), of("[0-9a-f]{12}"), of(extension())).prop_map(
            |(id, user, model, mac, line)| {
                let mac = mac.map(|mac| MacAddress::parse(&mac).unwrap());
                Record::Phone(Phone { id: PhoneId::fixed(id), user, model, mac, line })
            }
        ),
    ];
    let order = (time(), of(target()), of(target()), of(user()), any::<bool>(), of(any::<u16>())).prop_map(
        |(suspend_at, numbers, calls, teams, keep_licences, delete_after)| OffBoarding {
            suspend_at,
            numbers,
            calls,
            teams,
            keep_licences,
            delete_after,
        },
    );
    let leaving = (order, vec(team(), 0..2), permissions(), vec((team(), permissions()), 0..2), of(time()))
        .prop_map(|(order, teams, everywhere, in_teams, done)| Leaving { order, teams, everywhere, in_teams, done });
    let task = prop_oneof![leaving.prop_map(Task::OffBoarding), time().prop_map(|at| Task::Invitation { at }),];
    let put_off = (time(), any::<u16>()).prop_map(|(until, times)| PutOff { until, times, why: Refusal::LiveCall });
    let scheduled = (user(), of(user()), time(), task, of(put_off)).prop_map(|(user, by, at, what, put_off)| {
        Record::Scheduled(Box::new(Scheduled { user, by, at, what, put_off }))
    });
    let strategies = vec![Ringing::AllAtOnce, Ringing::InOrder, Ringing::RoundRobin, Ringing::LongestIdle];
    let routing = (select(strategies), any::<u16>(), hours(), of(target()))
        .prop_map(|(strategy, ring_seconds, hours, overflow)| Routing { strategy, ring_seconds, hours, overflow });
    let large = prop_oneof![
        scheduled,
        organisation().prop_map(Record::Organisation),
        somebody().prop_map(Record::User),
        grant().prop_map(Record::Grant),
        membership().prop_map(Record::Membership),
        handling().prop_map(Record::CallHandling),
        avatar().prop_map(Record::Avatar),
        (team(), line(TeamName::parse), any::<bool>(), of(routing)).prop_map(|(id, name, disabled, routing)| {
            Record::Team(Team { disabled, routing, ..Team::new(id, name, TeamKind::Site) })
        }),
        (number(), of(user()), of(time()), of(number()), of(target()), any::<bool>(), of(line(NumberLabel::parse)))
            .prop_map(|(number, holder, quarantine_until, linked_mobile, target, link_off, label)| {
                let number = Number::new(number, NumberKind::Landline);
                let last_holder = holder;
                Record::Number(Number {
                    holder,
                    last_holder,
                    quarantine_until,
                    linked_mobile,
                    target,
                    link_off,
                    label,
                    ..number
                })
            }),
        (
            (any::<u128>(), time(), any::<bool>()),
            (of(number()), of(team()), of(user())),
            (of(time()), of(time()), of(said()), of(said()))
        )
            .prop_map(
                |((id, started, archived), (peer, team, user), (answered, ended, user_said, team_said))| {
                    let call = Call::new(CallId::fixed(id), CallDirection::Outgoing, started);
                    Record::Call(Call { peer, team, user, answered, ended, user_said, team_said, archived, ..call })
                }
            ),
        (0..2_932_897_u32, of(line(HolidayName::parse)))
            .prop_map(|(days, name)| Record::Holiday(Holiday { date: Date::of_days(days).unwrap(), name })),
        (any::<u16>(), any::<u16>())
            .prop_map(|(call_days, service_seconds)| { Record::CallPolicy(CallPolicy { call_days, service_seconds }) }),
        (somebody(), vec(grant(), 0..2), vec(membership(), 0..2), of(handling()), of(avatar()), time(), of(user()))
            .prop_map(|(user, grants, memberships, handling, avatar, at, by)| {
                Record::Removed(Box::new(Removed { user, grants, memberships, handling, avatar, at, by, until: at }))
            }),
        (user(), vec(number().prop_map(|number| Number::new(number, NumberKind::Work)), 0..3)).prop_map(
            |(user, numbers)| {
                let phones = vec![Phone { id: PhoneId::new(user.uuid()), user, model: None, mac: None, line: None }];
                Record::RemovedLines(Box::new(RemovedLines { user, numbers, phones }))
            }
        ),
    ];
    prop_oneof![small, large].boxed()
}

fn envelope() -> impl Strategy<Value = Envelope> {
    let numbers = (any::<u128>(), any::<u64>(), any::<u128>());
    let commands = (command(), proptest::option::of(command()));
    (numbers, time(), commands).prop_map(|((device, seq, id), claimed, (command, seen))| Envelope {
        device: DeviceId::fixed(device),
        seq: Seq(seq),
        id: CommandId::fixed(id),
        version: COMMAND_VERSION,
        claimed,
        command,
        seen,
    })
}

fn cursor() -> impl Strategy<Value = Cursor> {
    (any::<u64>(), any::<u64>(), any::<u64>()).prop_map(|(log_epoch, version, view_epoch)| Cursor {
        log_epoch,
        version,
        view_epoch,
    })
}

fn update() -> impl Strategy<Value = Update> {
    let put = (record(), any::<bool>())
        .prop_map(|(record, there)| Put { key: record.key(), record: there.then_some(record) });
    let part = (any::<u32>(), vec(record(), 0..3)).prop_map(|(bucket, records)| Part { bucket, records });
    prop_oneof![
        vec(put, 0..4).prop_map(Update::Delta),
        vec(record(), 0..4).prop_map(Update::Snapshot),
        Just(Update::Stale),
        (any::<u32>(), vec(part, 0..3)).prop_map(|(buckets, parts)| Update::Difference { buckets, parts }),
    ]
}

/// Stored and read again, it is the same; cut short or prolonged, it is damaged; of a later version, it says so.
fn round_trip<T>(value: &T) -> Result<(), TestCaseError>
where
    T: serde::Serialize + serde::de::DeserializeOwned + PartialEq + std::fmt::Debug,
{
    let bytes = encode(value);
    prop_assert_eq!(&decode::<T>(&bytes).unwrap(), value);
    prop_assert!(decode::<T>(&bytes[..bytes.len() - 1]).is_err());
    prop_assert_eq!(decode::<T>(&[bytes.as_slice(), &[0]].concat()).unwrap_err(), Unreadable::Damaged);
    let newer = [&[STORED_VERSION + 1], &bytes[1..]].concat();
    prop_assert_eq!(decode::<T>(&newer).unwrap_err(), Unreadable::Newer(STORED_VERSION + 1));
    let text = serde_json::to_string(value).unwrap();
    prop_assert_eq!(&serde_json::from_str::<T>(&text).unwrap(), value, "as JSON: {}", text);
    Ok(())
}

proptest! {
    #[test]
    fn every_record_comes_back(record in record()) {
        round_trip(&record)?;
        round_trip(&record.key())?;
        let change = Change { key: record.key(), before: None, after: Some(record) };
        round_trip(&Changes(vec![change]))?;
    }

    #[test]
    fn every_command_comes_back(command in command()) {
        round_trip(&command)?;
    }

    #[test]
    fn every_message_comes_back(
        envelope in envelope(), cursor in proptest::option::of(cursor()), now in time(), update in update(), seq in any::<u64>(),
    ) {
        let refused = Outcome::Refused { refusals: rollcall_core::Refusal::NothingToChange.into() };
        let at = cursor.unwrap_or(Cursor { log_epoch: 0, version: 0, view_epoch: 0 });
        let user = UserId::fixed(1);
        let (device, commands) = (envelope.device, vec![envelope.clone()]);
        for held in [None, Some(Held::of([], 0))] {
            let (protocol, commands) = (PROTOCOL_VERSION, commands.clone());
            round_trip(&SyncRequest { protocol, user, device, cursor, commands, held })?;
        }
        // As the first version wrote it.
        let old = encode(&(1_u16, user, device, cursor, &commands));
        let read = SyncRequest { protocol: 1, user, device, cursor, commands, held: None };
        prop_assert_eq!(decode::<SyncRequest>(&old), Ok(read));
        prop_assert_eq!(protocol_of(&old), Some(1));
        // As version 2 of the command format wrote it, which told nothing of what was seen.
        let Envelope { device, seq: number, id, claimed, command, .. } = envelope.clone();
        let old = encode(&((device, number, id, 2_u16, claimed, &command), 7_u8));
        let read = Envelope { seen: None, ..envelope.clone() };
        prop_assert_eq!(decode::<(Envelope, u8)>(&old), Ok((read, 7)));
        // What an earlier version reads is written as that one wrote it.
        let position = Kept { field: Field::Position, key: None, by: Some(user), at: Some(now) };
        let merged = |kept| Outcome::Merged { version: seq, kept };
        let old = encode(&(3_u8, seq, vec![(Field::Position, Some(user), Some(now))]));
        prop_assert_eq!(&encode(&merged(vec![position.clone()])), &old);
        let room = Kept { key: ExtraKey::parse("room").ok(), ..FieldPath::from(Field::Extra).into() };
        for kept in [vec![position.clone(), FieldPath::from(Field::Extra).into()], vec![position, room]] {
            round_trip(&Verdict { seq: Seq(seq), command: envelope.id, at: now, outcome: merged(kept) })?;
        }
        let verdict = Verdict { seq: Seq(seq), command: envelope.id, at: now, outcome: refused.clone() };
        round_trip(&SyncResponse { cursor: at, user, now, verdicts: vec![verdict], update: update.clone() })?;
        let rejected = vec![Rejected { envelope, at: now, outcome: refused }];
        let update = match update {
            Update::Delta(puts) => News::Delta(puts),
            Update::Snapshot(records) => News::Snapshot(records),
            _ => News::Delta(Vec::new()),
        };
        round_trip(&Batch { base: cursor, cursor: at, now, update, settled: vec![Seq(seq)], rejected })?;
    }

    #[test]
    fn no_bytes_make_the_reader_panic(mut bytes in vec(any::<u8>(), 0..300)) {
        try_everything(&bytes);
        if let Some(version) = bytes.first_mut() {
            *version = STORED_VERSION;
        }
        try_everything(&bytes);
    }

    #[test]
    fn no_damage_makes_the_reader_panic(record in record(), envelope in envelope(), at in any::<prop::sample::Index>(), bit in 0..8_u32) {
        for mut bytes in [encode(&record), encode(&envelope)] {
            let place = at.index(bytes.len());
            bytes[place] ^= 1_u8 << bit;
            try_everything(&bytes);
            try_everything(&bytes[..place]);
        }
    }
}

/// Whatever comes of it, it is no panic; and what can be read at all can be stored and read again.
fn try_everything(bytes: &[u8]) {
    if let Ok(record) = decode::<Record>(bytes) {
        assert_eq!(decode(&encode(&record)), Ok(record));
    }
    if let Ok(envelope) = decode::<Envelope>(bytes) {
        assert_eq!(decode(&encode(&envelope)), Ok(envelope));
    }
    let _ = decode::<Command>(bytes);
    let _ = decode::<Changes>(bytes);
    let _ = decode::<Key>(bytes);
    let _ = decode::<SyncRequest>(bytes);
    let _ = decode::<SyncResponse>(bytes);
    let _ = decode::<Batch>(bytes);
    let _ = decode::<Vec<Record>>(bytes);
}
