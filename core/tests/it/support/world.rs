//! An organisation with somebody of every kind in it, and random commands over small pools of ids, addresses and names,
//! so that they meet each other often.

use super::{
    ANN, AUTODIAL, BROWSER, NOW, PRO, SALES, STANDARD, SUPPORT, email, founding, licence, name, organisation, verbs,
};
use proptest::{prelude::*, sample::select};
use rollcall_core::{
    Actor, Command, Context, Directory, Record, Timestamp,
    access::{ADMIN, ADVANCED, AGENT, BASIC, MANAGER, OWNER, Permission, Permissions, SIMPLE, SUPERVISOR},
    command::{
        AcceptInvitation, AddLicence, CreateTeam, DeleteUser, EditProfile, ImportUser, InviteUser, NewUser,
        PrepareUser, ReactivateUser, ResendInvitation, RevokeInvitation, RoleChoice, SendInvitation, SetLicence,
        SuspendUser,
    },
    context::View,
    id::{LicenceId, RoleId, TeamId, UserId},
    model::{
        Grant, GrantKey, GrantSource, Granted, Identifier, Invitation, LicenceKind, Line, Membership, Number,
        NumberKind, PhoneType, Profile, Role, RoleScope, Scope, Team, TeamKind, User, UserKind, UserState,
    },
    value::{Extension, FullName, Login, PhoneNumber, RoleName, TeamName},
};

pub const OLGA: UserId = UserId::fixed(0xC2);
pub const ADAM: UserId = UserId::fixed(0xC3);
pub const MIA: UserId = UserId::fixed(0xC4);
pub const SAM: UserId = UserId::fixed(0xC5);
pub const ABE: UserId = UserId::fixed(0xC6);
pub const BEA: UserId = UserId::fixed(0xC7);
pub const SID: UserId = UserId::fixed(0xC8);
pub const IVO: UserId = UserId::fixed(0xC9);
pub const PIA: UserId = UserId::fixed(0xCA);
pub const INA: UserId = UserId::fixed(0xCB);
pub const SUE: UserId = UserId::fixed(0xCC);
pub const BOT: UserId = UserId::fixed(0xCD);
/// Disabled.
pub const OLD: TeamId = TeamId::fixed(0xB3);
/// A custom role of the whole organisation.
pub const INVITER: RoleId = RoleId::fixed(0xD1);

/// Ann and Olga own it, Adam administers it; Mia manages Sales, Sam supervises Support; Abe is an agent in both; Bea may
/// also suspend in Sales; Sid is simple; nobody needs a plan to be invited; Ivo is invited, Pia prepared, Sue suspended; Ina invites; Bot is a service.
pub fn world() -> Directory {
    let mut directory = organisation();
    let mut founded = directory.organisation().cloned().unwrap();
    founded.policy.invite_without_plan = true;
    let mut put = |record: Record| directory.put(record.key(), Some(record));
    put(Record::Organisation(founded));
    put(Record::Team(Team { disabled: true, ..Team::new(OLD, TeamName::parse("Old").unwrap(), TeamKind::Department) }));
    let permissions = [
        Permission::UserInvite,
        Permission::UserEdit,
        Permission::LicenceAssign,
        Permission::RoleAssign,
        Permission::PortalLogin,
    ];
    put(Record::Role(Role::new(
        INVITER,
        RoleName::parse("Inviter").unwrap(),
        permissions.into_iter().collect(),
        RoleScope::Organisation,
    )));
    let invitation =
        Invitation { sent: NOW, expires: NOW.after(rollcall_core::time::Span::hours(24)), round: 1, by: None };
    for (id, first, state, plan) in [
        (OLGA, "Olga", UserState::Active, None),
        (ADAM, "Adam", UserState::Active, Some(STANDARD)),
        (MIA, "Mia", UserState::Active, Some(STANDARD)),
        (SAM, "Sam", UserState::Active, None),
        (ABE, "Abe", UserState::Active, Some(PRO)),
        (BEA, "Bea", UserState::Active, None),
        (SID, "Sid", UserState::Active, None),
        (IVO, "Ivo", UserState::Invited, None),
        (PIA, "Pia", UserState::Prepared, None),
        (INA, "Ina", UserState::Active, None),
        (SUE, "Sue", UserState::Suspended, Some(PRO)),
    ] {
        put(Record::User(User {
            profile: Profile { full_name: Some(name(first)), ..Profile::default() },
            identifiers: vec![Identifier::Email(email(&format!("{}@example.com", first.to_lowercase())))],
            licence: plan,
            add_ons: plan.map(|_| BROWSER).into_iter().collect(),
            invitation: (state == UserState::Invited).then_some(invitation),
            ..User::new(id, UserKind::Person, state, NOW)
        }));
    }
    put(Record::User(User::new(BOT, UserKind::Service, UserState::Active, NOW)));
    let grants = [
        (OLGA, Granted::Role(OWNER), Scope::Organisation),
        (ADAM, Granted::Role(ADMIN), Scope::Organisation),
        (MIA, Granted::Role(MANAGER), Scope::Team(SALES)),
        (SAM, Granted::Role(SUPERVISOR), Scope::Team(SUPPORT)),
        (SAM, Granted::Role(MANAGER), Scope::Team(OLD)),
        (ABE, Granted::Role(AGENT), Scope::Own),
        (BEA, Granted::Role(BASIC), Scope::Own),
        (BEA, Granted::Permission(Permission::UserSuspend), Scope::Team(SALES)),
        (SID, Granted::Role(SIMPLE), Scope::Own),
        (IVO, Granted::Role(AGENT), Scope::Own),
        (INA, Granted::Role(INVITER), Scope::Organisation),
        (SUE, Granted::Role(ADMIN), Scope::Organisation),
    ];
    for (user, what, scope) in grants {
        let key = GrantKey { user, what, scope };
        put(Record::Grant(Grant { key, source: GrantSource::Hand, until: None }));
    }
    for (team, user) in [
        (SALES, MIA),
        (SALES, ABE),
        (SALES, PIA),
        (SUPPORT, SAM),
        (SUPPORT, ABE),
        (SUPPORT, IVO),
        (OLD, SAM),
        (OLD, SUE),
    ] {
        put(Record::Membership(Membership { team, user, by_hand: true, through: Vec::new() }));
    }
    for digits in ["+4930901801", "+4930901802"] {
        put(Record::Number(Number::new(PhoneNumber::parse(digits).unwrap(), NumberKind::Virtual)));
    }
    directory
}

/// Somebody who may come.
fn newcomer() -> impl Strategy<Value = UserId> {
    select((0xCE..=0xD0).map(UserId::fixed).collect::<Vec<_>>())
}

/// Anybody: an owner, somebody who is there, somebody who may come.
pub fn user() -> impl Strategy<Value = UserId> {
    let there = select((0xC1..=0xCD).map(UserId::fixed).collect::<Vec<_>>());
    prop_oneof![2 => select(vec![ANN, OLGA]), 3 => there, 3 => newcomer()]
}

pub fn team() -> impl Strategy<Value = TeamId> {
    select(vec![SALES, SUPPORT, OLD, TeamId::fixed(0xB4), TeamId::fixed(0xB5)])
}

pub fn licence_id() -> impl Strategy<Value = LicenceId> {
    select(vec![STANDARD, PRO, BROWSER, AUTODIAL, LicenceId::fixed(0xA5)])
}

pub fn role() -> impl Strategy<Value = RoleId> {
    select(vec![OWNER, ADMIN, MANAGER, SUPERVISOR, AGENT, ADVANCED, BASIC, SIMPLE, INVITER, RoleId::fixed(0xD2)])
}

pub fn scope() -> impl Strategy<Value = Scope> {
    prop_oneof![Just(Scope::Own), Just(Scope::Organisation), team().prop_map(Scope::Team)]
}

pub fn full_name() -> impl Strategy<Value = FullName> {
    select(vec!["Ann Lee", "ann lee", "Zoë", "דנה לוי", "O'Neill"]).prop_map(name)
}

fn profile() -> impl Strategy<Value = Profile> {
    proptest::option::of(full_name()).prop_map(|full_name| Profile { full_name, ..Profile::default() })
}

fn new_user() -> impl Strategy<Value = NewUser> {
    let address = select(vec![
        "ann@example.com",
        "n1@example.com",
        "N1@Example.com",
        "n2@example.com",
        "n3@other.org",
        "n4@x.io",
    ]);
    let known = (proptest::option::weighted(0.9, address), proptest::option::weighted(0.2, select(vec!["bob", "Bob"])));
    let licences = (proptest::option::of(licence_id()), proptest::collection::vec(licence_id(), 0..3));
    let role = proptest::option::of((role(), scope()));
    let line = proptest::option::weighted(0.3, select(vec!["20", "21"]));
    let number = proptest::option::weighted(0.2, select(vec!["+4930901801", "+4930901802", "+4930901803"]));
    let id = prop_oneof![4 => newcomer(), 1 => user()];
    (id, known, profile(), licences, role, line, number, proptest::collection::vec(team(), 0..3)).prop_map(
        |(id, (address, login), profile, (licence, add_ons), role, line, number, teams)| NewUser {
            email: address.map(email),
            login: login.and_then(|login| Login::parse(login).ok()),
            profile,
            licence,
            add_ons,
            role: role.map(|(role, scope)| RoleChoice { role, scope }),
            line: line.map(|line| Line { extension: Extension::parse(line).unwrap(), phone: PhoneType::Softphone }),
            number: number.and_then(|number| PhoneNumber::parse(number).ok()),
            teams,
            ..NewUser::blank(id)
        },
    )
}

/// Any command.
pub fn command() -> BoxedStrategy<Command> {
    // Boxed: the strategies of all verbs are too large for a test's stack.
    prop_oneof![4 => user_command(), 3 => verbs::access(), 2 => verbs::teams(), 3 => verbs::telephony()].boxed()
}

/// Commands about users and their invitations.
fn user_command() -> BoxedStrategy<Command> {
    let licences = || (user(), proptest::option::of(licence_id()), proptest::collection::vec(licence_id(), 0..3));
    prop_oneof![
        1 => Just(Command::from(founding())),
        4 => new_user().prop_map(|new| PrepareUser(new).into()),
        2 => new_user().prop_map(|new| ImportUser(new).into()),
        4 => new_user().prop_map(|new| InviteUser(new).into()),
        2 => user().prop_map(|user| SendInvitation { user }.into()),
        1 => user().prop_map(|user| ResendInvitation { user }.into()),
        1 => user().prop_map(|user| RevokeInvitation { user }.into()),
        2 => (user(), full_name()).prop_map(|(user, full_name)| AcceptInvitation { user, full_name }.into()),
        2 => (user(), profile()).prop_map(|(user, profile)| EditProfile { user, profile }.into()),
        3 => licences().prop_map(|(user, licence, add_ons)| SetLicence { user, licence, add_ons }.into()),
        3 => user().prop_map(|user| SuspendUser { user }.into()),
        2 => user().prop_map(|user| ReactivateUser { user }.into()),
        2 => Just(Command::from(ReactivateUser { user: SUE })),
        3 => user().prop_map(|user| DeleteUser { user }.into()),
        2 => (team(), select(vec!["Sales", "SALES", "New", "Newer"]), proptest::collection::vec(user(), 0..4)).prop_map(
            |(id, name, members)| {
                CreateTeam { id, name: TeamName::parse(name).unwrap(), kind: TeamKind::Site, members }.into()
            }
        ),
        1 => (licence_id(), any::<bool>(), select(vec!["Pro", "pro", "Max"]), proptest::option::of(0..3_u32)).prop_map(
            |(id, plan, name, seats)| {
                let kind = if plan { LicenceKind::Plan } else { LicenceKind::AddOn };
                AddLicence(licence(id, kind, name, seats)).into()
            }
        ),
    ]
    .boxed()
}

/// Anybody, the mighty more often, so that enough is allowed to happen.
pub fn actor() -> impl Strategy<Value = Actor> {
    prop_oneof![
        4 => select(vec![ANN, OLGA, ADAM]).prop_map(Actor::User),
        3 => select(vec![MIA, SAM, INA, BEA]).prop_map(Actor::User),
        2 => user().prop_map(Actor::User),
        1 => user().prop_map(Actor::Invitee),
        2 => Just(Actor::System),
    ]
}

/// Commands with their contexts, the clock going on by some minutes, at times by up to a day.
pub fn history(most: usize) -> impl Strategy<Value = Vec<(Context, Command)>> {
    let later = prop_oneof![9 => 0..1_000_000_i64, 1 => 0..86_400_000_i64];
    proptest::collection::vec((actor(), later, command()), 1..most).prop_map(|steps| {
        let mut now = NOW.0;
        let step = |(actor, later, command): (Actor, i64, Command)| {
            // An invitee accepts its own invitation, or nobody would.
            let actor = match &command {
                Command::AcceptInvitation(accept) => Actor::Invitee(accept.user),
                _ => actor,
            };
            now += later;
            (Context { actor, now: Timestamp(now), view: View::Whole }, command)
        };
        steps.into_iter().map(step).collect()
    })
}

/// The records of a directory, in an order that doesn't depend on how they came there.
pub fn sorted(directory: &Directory) -> Vec<Record> {
    let mut records: Vec<Record> = directory.records().collect();
    records.sort_by_key(Record::key);
    records
}

/// A set of permissions from bits.
pub fn permissions() -> impl Strategy<Value = Permissions> {
    proptest::collection::vec(select(Permission::ALL.to_vec()), 0..4).prop_map(|list| list.into_iter().collect())
}
