//! Random commands of every verb about organisation, roles, teams and telephony, over the pools of `world`.

use super::{
    ANN, NOW, SALES, SUPPORT,
    world::{ABE, INVITER, MIA, OLD, PIA, SAM, full_name, licence_id, permissions, role, scope, team, user, world},
};
use proptest::{option, prelude::*, sample::select};
use rollcall_core::{
    Command, Directory, Record, Timestamp,
    access::Permission,
    command::*,
    id::{CallId, ChannelId, ContactId, PhoneId, RoleId, TeamId, UserId},
    model::{
        Action, AnsweringRule, AvatarOf, Call, CallDirection, CallEvent, CallPolicy, CallReport, Channel, Contact,
        GrantKey, Granted, Holiday, Identifier, IdentifierKind, Keeping, LastSignIn, Line, Number, NumberKind,
        OffBoarding, OpeningHours, Phone, PhoneType, Policy, PresenceState, Removed, Role, RoleScope, RoleScopes,
        Routing, Scheduled, Strategy as Ring, Target, Task, TeamKind, User, UserKind, UserState, Voicemail, When,
    },
    time::Span,
    value::{
        ChannelName, Date, Domain, Email, Extension, ExtraKey, ExtraValue, LicenceName, Login, MacAddress, NumberLabel,
        OrganisationName, PhoneNumber, Picture, RoleName, TeamName,
    },
};

/// The world with telephony in it: Abe and Mia have extensions and phones, Abe a landline, Sales a channel; Sam is on a
/// call; one more user was deleted and can be restored.
pub fn rich_world() -> Directory {
    let mut directory = world();
    let mut organisation = directory.organisation().cloned().unwrap();
    organisation.policy.recycle_days = 2;
    let mut records = vec![Record::Organisation(organisation)];
    for (user, digits) in [(ABE, "20"), (MIA, "21")] {
        let extension = Extension::parse(digits).unwrap();
        let line = Some(Line { extension: extension.clone(), phone: PhoneType::Softphone });
        records.push(Record::User(User { line, ..directory.user(user).cloned().unwrap() }));
        let id = PhoneId::new(user.uuid());
        records.push(Record::Phone(Phone { id, user, model: None, mac: None, line: Some(extension) }));
    }
    let number = |digits, kind, holder| {
        Record::Number(Number { holder, ..Number::new(PhoneNumber::parse(digits).unwrap(), kind) })
    };
    let gone = User {
        identifiers: vec![Identifier::Login(Login::parse("gone").unwrap())],
        ..User::new(UserId::fixed(0xD0), UserKind::Person, UserState::Active, NOW)
    };
    records.extend([
        number("+4930901801", NumberKind::Landline, Some(ABE)),
        number("+4930901802", NumberKind::Group, None),
        number("+491711111111", NumberKind::Mobile, None),
        Record::Phone(Phone { id: PhoneId::fixed(0xF1), user: ABE, model: None, mac: None, line: None }),
        Record::Channel(Channel {
            id: ChannelId::fixed(0xE1),
            team: SALES,
            name: ChannelName::parse("General").unwrap(),
            public: true,
        }),
        Record::Contact(Contact {
            id: ContactId::fixed(1),
            name: super::name("Taxi"),
            company: None,
            numbers: Vec::new(),
            email: None,
        }),
        Record::Call(Call {
            team: Some(SUPPORT),
            user: Some(SAM),
            ..Call::new(CallId::fixed(1), CallDirection::Incoming, NOW)
        }),
        Record::Scheduled(Box::new(Scheduled {
            user: PIA,
            by: Some(ANN),
            at: NOW,
            what: Task::Invitation { at: NOW },
            put_off: None,
        })),
        Record::Removed(Box::new(Removed {
            user: gone,
            grants: Vec::new(),
            memberships: Vec::new(),
            handling: None,
            avatar: None,
            at: NOW,
            by: None,
            until: NOW.after(Span::days(2)),
        })),
    ]);
    records.into_iter().for_each(|record| directory.put(record.key(), Some(record)));
    directory
}

fn few<T: Clone + std::fmt::Debug + 'static>(one: impl Strategy<Value = T>) -> impl Strategy<Value = Vec<T>> {
    proptest::collection::vec(one, 0..3)
}

fn number() -> impl Strategy<Value = PhoneNumber> {
    select(vec!["+4930901801", "+4930901802", "+4930901803", "+491711111111"])
        .prop_map(|text| PhoneNumber::parse(text).unwrap())
}

fn line() -> impl Strategy<Value = Line> {
    let phone = select(vec![PhoneType::Softphone, PhoneType::Webphone]);
    (select(vec!["20", "21", "300"]), phone)
        .prop_map(|(text, phone)| Line { extension: Extension::parse(text).unwrap(), phone })
}

fn target() -> impl Strategy<Value = Target> {
    prop_oneof![
        user().prop_map(Target::User),
        user().prop_map(Target::Voicemail),
        team().prop_map(Target::Team),
        number().prop_map(Target::Number),
    ]
}

fn some_role() -> impl Strategy<Value = RoleId> {
    prop_oneof![1 => role(), 2 => select(vec![INVITER, RoleId::fixed(0xD2), RoleId::fixed(0xD3)])]
}

fn whole_role() -> BoxedStrategy<Role> {
    let reach = proptest::sample::subsequence(RoleScope::ALL.to_vec(), 1..=3)
        .prop_map(|scopes| scopes.into_iter().fold(RoleScopes::NONE, RoleScopes::with));
    let name = select(vec!["Inviter", "Helper", "HELPER", "Owner", "Other"]);
    let teams = few(select(vec![SALES, SUPPORT, OLD, TeamId::fixed(0xB4)]));
    (some_role(), name, reach, permissions(), teams, permissions())
        .prop_map(|(id, name, scope, permissions, teams, team_permissions)| Role {
            teams,
            team_permissions,
            ..Role::new(id, RoleName::parse(name).unwrap(), permissions, scope)
        })
        .boxed()
}

fn grant() -> impl Strategy<Value = GrantKey> {
    let what = prop_oneof![
        3 => some_role().prop_map(Granted::Role),
        1 => select(Permission::ALL.to_vec()).prop_map(Granted::Permission),
    ];
    (user(), what, scope()).prop_map(|(user, what, scope)| GrantKey { user, what, scope })
}

fn choice() -> impl Strategy<Value = RoleChoice> {
    (some_role(), scope()).prop_map(|(role, scope)| RoleChoice { role, scope })
}

/// Something that was granted in the beginning.
fn granted() -> impl Strategy<Value = GrantKey> {
    let world = rich_world();
    let grants: Vec<GrantKey> =
        world.users().flat_map(|user| world.grants_of(user.id)).map(|grant| grant.key).collect();
    select(grants)
}

fn policy() -> BoxedStrategy<Policy> {
    let kinds = few(select(vec![IdentifierKind::Email, IdentifierKind::Mobile, IdentifierKind::Login]));
    let domains = few(select(vec!["example.com", "other.org"]).prop_map(|text| Domain::parse(text).unwrap()));
    (any::<[bool; 3]>(), kinds, 0..3_u16, 0..3_u16, domains, 0..100_i64)
        .prop_map(|(switches, login_kinds, recycle_days, quarantine_days, email_domains, hours)| Policy {
            single_role: switches[0],
            invite_without_plan: switches[1],
            managers_may_add: switches[2],
            login_kinds,
            recycle_days,
            quarantine_days,
            email_domains,
            invitation_lifetime: Span::hours(hours),
            ..Policy::default()
        })
        .boxed()
}

fn identifiers() -> impl Strategy<Value = Vec<Identifier>> {
    few(prop_oneof![
        select(vec!["n1@example.com", "n5@example.com", "ann@example.com"])
            .prop_map(|text| Identifier::Email(Email::parse(text).unwrap())),
        select(vec!["bob", "ann5"]).prop_map(|text| Identifier::Login(Login::parse(text).unwrap())),
        number().prop_map(Identifier::Mobile),
    ])
}

fn channel() -> impl Strategy<Value = ChannelId> {
    (0xE1..0xE4_u128).prop_map(ChannelId::fixed)
}

fn channel_name() -> impl Strategy<Value = ChannelName> {
    select(vec!["General", "GENERAL", "Secret"]).prop_map(|text| ChannelName::parse(text).unwrap())
}

/// A phone id of its own, or the one that comes with somebody's extension.
fn phone_id() -> impl Strategy<Value = PhoneId> {
    prop_oneof![(0xF1..0xF4_u128).prop_map(PhoneId::fixed), user().prop_map(|user| PhoneId::new(user.uuid()))]
}

fn phone() -> impl Strategy<Value = Phone> {
    let mac = option::of(select(vec!["00:1b:44:11:3a:b7", "00:1b:44:11:3a:b8"]));
    (phone_id(), user(), mac, option::weighted(0.3, line())).prop_map(|(id, user, mac, line)| Phone {
        id,
        user,
        model: None,
        mac: mac.map(|mac| MacAddress::parse(mac).unwrap()),
        line: line.map(|line| line.extension),
    })
}

fn contact() -> impl Strategy<Value = Contact> {
    ((1..3_u128).prop_map(ContactId::fixed), full_name(), few(number())).prop_map(|(id, name, numbers)| Contact {
        id,
        name,
        company: None,
        numbers,
        email: None,
    })
}

fn call() -> impl Strategy<Value = CallId> {
    (1..4_u128).prop_map(CallId::fixed)
}

fn report() -> impl Strategy<Value = CallReport> {
    let event = select(vec![CallEvent::Started, CallEvent::Answered, CallEvent::Ended]);
    let ago = prop_oneof![4 => 0..9_000_i64, 1 => (0..9_i64).prop_map(|days| Span::days(days).0)];
    (call(), event, ago, option::of(user()), option::of(team())).prop_map(|(call, event, ago, user, team)| {
        let direction = CallDirection::Incoming;
        CallReport { call, event, at: NOW.before(Span(ago)), direction, peer: None, team, user }
    })
}

fn holiday() -> impl Strategy<Value = Holiday> {
    (0..3_u32).prop_map(|days| Holiday { date: Date::of_days(days).unwrap(), name: None })
}

fn rule() -> impl Strategy<Value = AnsweringRule> {
    let action = prop_oneof![target().prop_map(Action::Forward), Just(Action::Voicemail), Just(Action::Reject)];
    (select(vec![When::Always, When::Busy]), action).prop_map(|(when, action)| AnsweringRule { when, action })
}

fn avatar_of() -> impl Strategy<Value = AvatarOf> {
    prop_oneof![user().prop_map(AvatarOf::User), team().prop_map(AvatarOf::Team)]
}

fn made<C: Into<Command>>(command: C) -> Command {
    command.into()
}

/// Verbs about the organisation, its roles and its licences.
pub fn access() -> BoxedStrategy<Command> {
    let edit = |name: &'static str| {
        let organisation = super::founding().organisation;
        EditOrganisation {
            name: OrganisationName::parse(name).unwrap(),
            language: organisation.language,
            time_zone: organisation.time_zone,
            country: organisation.country,
        }
    };
    let until = option::weighted(0.3, (NOW.0..NOW.0 + 40_000_000).prop_map(Timestamp));
    let licence_name = || select(vec!["Pro", "Max"]).prop_map(|name| LicenceName::parse(name).unwrap());
    let seats = option::of(0..4_u32);
    let extra = few((select(vec!["a", "b"]), select(vec!["x", "y"]))
        .prop_map(|(key, value)| (ExtraKey::parse(key).unwrap(), ExtraValue::parse(value).unwrap())));
    let users = prop_oneof![
        2 => user().prop_map(|user| made(ResetUser { user })),
        1 => user().prop_map(|user| made(ForcePasswordReset { user })),
        1 => user().prop_map(|user| made(SendWelcome { user })),
        2 => (user(), any::<bool>()).prop_map(|(user, link)| {
            made(HandOver { user, what: if link { Handed::Invitation } else { Handed::Password } })
        }),
        1 => user().prop_map(|user| made(ActivateUser { user })),
        1 => user().prop_map(|user| made(EndSessions { user })),
        3 => (user(), identifiers()).prop_map(|(user, identifiers)| made(SetIdentifiers { user, identifiers })),
        5 => user().prop_map(|user| made(RestoreUser { user })),
        1 => (user(), extra).prop_map(|(user, extra)| made(EditExtra { user, extra: extra.into_iter().collect() })),
        1 => (avatar_of(), any::<bool>()).prop_map(|(of, there)| {
            made(SetAvatar { of, picture: there.then(|| Picture::parse(b"\xff\xd8\xff").unwrap()) })
        }),
    ]
    .boxed();
    prop_oneof![
        1 => select(vec!["Example", "Umbrella"]).prop_map(move |name| made(edit(name))),
        2 => policy().prop_map(|policy| made(SetPolicy { policy })),
        1 => (1..9_u16).prop_map(|days| made(SetKeeping { keeping: Keeping { offline_days: days, ..Keeping::default() } })),
        1 => user().prop_map(|user| made(RecoverOwner { user })),
        1 => user().prop_map(|user| made(EraseUser { user })),
        4 => whole_role().prop_map(|role| made(CreateRole { role })),
        4 => whole_role().prop_map(|role| made(EditRole { role })),
        2 => some_role().prop_map(|role| made(DeleteRole { role })),
        8 => (grant(), until).prop_map(|(grant, until)| made(GiveGrant { grant, until })),
        2 => grant().prop_map(|grant| made(TakeGrant { grant })),
        3 => granted().prop_map(|grant| made(TakeGrant { grant })),
        4 => (granted(), few(choice()), few(choice())).prop_map(|(grant, mut take, give)| {
            take.extend(grant.role().map(|role| RoleChoice { role, scope: grant.scope }));
            made(ReplaceRoles { user: grant.user, take, give })
        }),
        1 => (licence_id(), licence_name(), seats)
            .prop_map(|(licence, name, seats)| made(EditLicence { licence, name, seats })),
        1 => licence_id().prop_map(|licence| made(RemoveLicence { licence })),
        12 => users,
    ]
    .boxed()
}

/// Verbs about teams and channels.
pub fn teams() -> BoxedStrategy<Command> {
    let name = select(vec!["Sales", "New", "OLD"]).prop_map(|name| TeamName::parse(name).unwrap());
    let routing =
        (option::of(target()), select(vec![Ring::AllAtOnce, Ring::RoundRobin])).prop_map(|(overflow, strategy)| {
            Routing { strategy, ring_seconds: 20, hours: OpeningHours::default(), overflow }
        });
    prop_oneof![
        (team(), name).prop_map(|(team, name)| made(EditTeam { team, name, kind: TeamKind::Team })),
        (team(), user()).prop_map(|(team, user)| made(AddMember { team, user })),
        (team(), user()).prop_map(|(team, user)| made(RemoveMember { team, user })),
        team().prop_map(|team| made(DisableTeam { team })),
        team().prop_map(|team| made(EnableTeam { team })),
        team().prop_map(|team| made(DeleteTeam { team })),
        (team(), few(some_role())).prop_map(|(team, roles)| made(SetTeamRoles { team, roles })),
        (team(), option::of(routing)).prop_map(|(team, routing)| made(SetRouting { team, routing })),
        (channel(), team(), channel_name(), any::<bool>())
            .prop_map(|(id, team, name, public)| made(CreateChannel { channel: Channel { id, team, name, public } })),
        (channel(), channel_name(), any::<bool>()).prop_map(|(channel, name, public)| made(EditChannel {
            channel,
            name,
            public
        })),
        channel().prop_map(|channel| made(DeleteChannel { channel })),
    ]
    .boxed()
}

fn soon() -> impl Strategy<Value = Timestamp> {
    prop_oneof![Just(NOW), (NOW.0..NOW.0 + 40_000_000).prop_map(Timestamp)]
}

fn off_boarding() -> impl Strategy<Value = OffBoarding> {
    let handed = (option::of(target()), option::of(target()), option::of(user()));
    (soon(), handed, any::<bool>(), option::of(0..3_u16)).prop_map(
        |(suspend_at, (numbers, calls, teams), keep_licences, delete_after)| OffBoarding {
            suspend_at,
            numbers,
            calls,
            teams,
            keep_licences,
            delete_after,
        },
    )
}

/// Verbs about numbers, extensions, phones, call handling, contacts, system users and calls.
pub fn telephony() -> BoxedStrategy<Command> {
    let kinds = select(vec![NumberKind::Virtual, NumberKind::Landline, NumberKind::Mobile, NumberKind::Group]);
    let new_system_user = || {
        let kind = select(vec![UserKind::Service, UserKind::CallQueue, UserKind::Person]);
        (user(), kind, full_name(), option::of(line()), option::of(target()))
            .prop_map(|(id, kind, name, line, target)| made(CreateSystemUser { id, kind, name, line, target }))
    };
    let presence = select(vec![PresenceState::Available, PresenceState::Break]);
    let edited = select(NumberKind::ALL.to_vec());
    let label = select(vec!["Desk", "Door"]).prop_map(|label| NumberLabel::parse(label).unwrap());
    let numbers = prop_oneof![
        2 => (number(), kinds).prop_map(|(number, kind)| made(AddNumber { number, kind })),
        1 => number().prop_map(|number| made(RemoveNumber { number })),
        3 => (number(), user()).prop_map(|(number, user)| made(AssignNumber { number, user })),
        4 => number().prop_map(|number| made(UnassignNumber { number })),
        1 => (number(), option::of(number()), any::<bool>())
            .prop_map(|(number, mobile, off)| made(LinkMobile { number, mobile, off })),
        9 => number().prop_map(|number| made(ReleaseNumber { number })),
        2 => (number(), edited, option::of(label), option::of(target()))
            .prop_map(|(number, kind, label, target)| made(EditNumber { number, kind, label, target })),
        1 => (number(), option::of(target())).prop_map(|(number, target)| made(RouteNumber { number, target })),
        2 => (user(), few(number())).prop_map(|(user, numbers)| made(SetDisplayNumbers { user, numbers })),
    ]
    .boxed();
    let lines = prop_oneof![
        3 => (user(), line()).prop_map(|(user, line)| made(AssignExtension { user, line })),
        2 => (user(), line()).prop_map(|(user, line)| made(ChangeExtension { user, line })),
        1 => user().prop_map(|user| made(UnassignExtension { user })),
        2 => phone().prop_map(|phone| made(AddPhone { phone })),
        1 => phone().prop_map(|phone| made(EditPhone { phone })),
        2 => phone().prop_map(|phone| made(EditPhone { phone: Phone { id: PhoneId::fixed(0xF1), user: ABE, ..phone } })),
        1 => phone_id().prop_map(|phone| made(DeletePhone { phone })),
    ]
    .boxed();
    let handling = prop_oneof![
        2 => (user(), few(rule())).prop_map(|(user, rules)| made(SetAnswering { user, rules })),
        1 => (user(), any::<bool>()).prop_map(|(user, on)| {
            made(SetVoicemail { user, voicemail: Voicemail { on, mail_copy: false } })
        }),
        1 => (user(), presence).prop_map(|(user, state)| made(SetPresence { user, state })),
        1 => contact().prop_map(|contact| made(AddContact { contact })),
        1 => contact().prop_map(|contact| made(ImportContact { contact })),
        1 => contact().prop_map(|contact| made(EditContact { contact })),
        1 => contact().prop_map(|contact| made(DeleteContact { contact: contact.id })),
    ]
    .boxed();
    let rest = prop_oneof![
        2 => new_system_user(),
        2 => (user(), full_name(), option::of(target()))
            .prop_map(|(user, name, target)| made(EditSystemUser { user, name, target })),
        1 => (call(), option::of(user()), option::of(team())).prop_map(|(id, user, team)| {
            made(StartCall { id, direction: CallDirection::Incoming, peer: None, team, user })
        }),
        1 => (call(), user()).prop_map(|(call, user): (CallId, UserId)| made(AnswerCall { call, user })),
        2 => call().prop_map(|call| made(EndCall { call })),
        2 => few(report()).prop_map(|reports| made(ReportCalls { reports })),
        1 => (0..9_u16).prop_map(|call_days| made(SetCallPolicy { policy: CallPolicy { call_days, ..CallPolicy::default() } })),
        1 => (few(holiday()), few(holiday())).prop_map(|(add, remove)| {
            made(ChangeHolidays { add, remove: remove.into_iter().map(|holiday| holiday.date).collect() })
        }),
        2 => Just(made(Expire {})),
        3 => (user(), option::weighted(0.9, off_boarding())).prop_map(|(user, order)| made(OffBoard { user, order })),
        1 => (few(user()), 0..40_u32).prop_map(|(users, day)| {
            let day = Date::of_days(20_000 + day).unwrap_or(Date::FIRST);
            made(NoteSignIns { sign_ins: users.into_iter().map(|user| LastSignIn { user, day }).collect() })
        }),
        1 => (user(), option::of(soon())).prop_map(|(user, at)| made(ScheduleInvitation { user, at })),
        2 => (user(), option::of(user())).prop_map(|(user, by)| made(CarryOut { user, by })),
        1 => option::of(soon()).prop_map(|at| made(ScheduleInvitation { user: PIA, at })),
        1 => Just(made(CarryOut { user: PIA, by: Some(ANN) })),
    ]
    .boxed();
    prop_oneof![numbers, lines, handling, rest].boxed()
}
