//! How much one command may change: whatever is asked for, nothing that is accepted changes more than the limit, and
//! everything up to it is accepted.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "this file is tests, helpers included"
)]

use crate::support::{ANN, NOW, SALES, as_system, as_user, email, founding, licence, organisation, run};
use proptest::prelude::*;
use rollcall_core::{
    Command, Decision, Directory, Record, Refusal, Timestamp,
    access::Permissions,
    command::{
        AddMember, CreateTeam, DeleteRole, DeleteTeam, DeleteUser, EditNumber, EditRole, EraseUser, Expire,
        FoundOrganisation, GiveGrant, MAX_CHANGES, NewUser, PrepareUser, RemoveNumber, ReplaceRoles, RestoreUser,
        RoleChoice, SetTeamRoles, TakeGrant,
    },
    decide,
    id::{LicenceId, RoleId, TeamId, UserId},
    model::{
        Avatar, AvatarOf, Grant, GrantKey, GrantSource, Granted, Identifier, LicenceKind, Membership, Number,
        NumberKind, Organisation, Policy, Removed, Role, RoleScope, RoleScopes, Scope, Target, Team, User, UserKind,
        UserState,
    },
    value::{ExtraKey, ExtraValue, PhoneNumber, Picture, RoleName, TeamName},
};
use std::collections::BTreeMap;

const HELPER: RoleId = RoleId::fixed(0xE1);
const BOB: UserId = UserId::fixed(0xB0B);

fn with(directory: &Directory, more: impl IntoIterator<Item = Record>) -> Directory {
    Directory::from_records(directory.records().chain(more))
}

fn users(count: usize) -> impl Iterator<Item = UserId> {
    (0..count).map(|n| UserId::fixed(0x10_0000 + n as u128))
}

fn teams(count: usize) -> Vec<TeamId> {
    (0..count).map(|n| TeamId::fixed(0x20_0000 + n as u128)).collect()
}

fn numbers(count: usize) -> impl Iterator<Item = PhoneNumber> {
    (0..count).map(|n| PhoneNumber::parse(&format!("+49309{n:06}")).unwrap())
}

fn user(id: UserId) -> User {
    User::new(id, UserKind::Person, UserState::Active, NOW)
}

fn helper(teams: Vec<TeamId>) -> Role {
    let scopes = RoleScopes::from(RoleScope::Own).with(RoleScope::Team);
    Role { teams, ..Role::new(HELPER, RoleName::parse("Helper").unwrap(), Permissions::default(), scopes) }
}

fn grant(user: UserId, scope: Scope, until: Option<Timestamp>) -> Record {
    let key = GrantKey { user, what: Granted::Role(HELPER), scope };
    Record::Grant(Grant { key, source: GrantSource::Hand, until })
}

fn member(team: TeamId, user: UserId, by_hand: bool) -> Record {
    let through = if by_hand { Vec::new() } else { vec![HELPER] };
    Record::Membership(Membership { team, user, by_hand, through })
}

/// An organisation with so many teams more.
fn roomy(count: usize) -> Directory {
    let team =
        |id: TeamId| Record::Team(Team::new(id, TeamName::parse(&format!("Team {id}")).unwrap(), Default::default()));
    with(&organisation(), teams(count).into_iter().map(team))
}

/// How much it changes, or how much it would.
fn size(directory: &Directory, command: impl Into<Command>) -> Result<usize, u32> {
    let command = command.into();
    let context = if matches!(command, Command::FoundOrganisation(_)) { as_system() } else { as_user(ANN) };
    match decide(directory, &context, &command) {
        Ok(decision) => Ok(decision.changes.0.len()),
        Err(refusals) => match &*refusals {
            [Refusal::TooManyChanges { changes, max }] => {
                assert_eq!(*max as usize, MAX_CHANGES);
                assert!(changes > max);
                Err(*changes)
            }
            other => panic!("{}: {other:?}", command.name()),
        },
    }
}

/// Whether so much is changed, or refused because it is too much: how much too much is counted no longer.
fn is_as(size: Result<usize, u32>, wanted: usize) -> bool {
    match size {
        Ok(done) => done == wanted && done <= MAX_CHANGES,
        Err(told) => wanted > MAX_CHANGES && (MAX_CHANGES + 1..=wanted).contains(&(told as usize)),
    }
}

/// A picture of 24 KiB.
fn picture() -> Picture {
    let mut bytes = b"\xff\xd8\xff".to_vec();
    bytes.resize(24 * 1024, 0);
    Picture::parse(&bytes).unwrap()
}

/// So many extra fields, about a KiB each.
fn extra(count: usize) -> BTreeMap<ExtraKey, ExtraValue> {
    let value = ExtraValue::parse(&"\u{10348}".repeat(250)).unwrap();
    (0..count).map(|n| (ExtraKey::parse(&format!("Field {n}")).unwrap(), value.clone())).collect()
}

/// How many KiB a decision has.
fn kib(decision: &Decision) -> usize {
    decision.changes.weight() - decision.changes.0.len()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// The product decides, not how many people or teams there are.
    #[test]
    fn a_role_moves_no_more_people_than_fit(holders in 150..300_usize, count in 60..=100_usize, twice in 0..50_usize) {
        let brought = teams(count);
        let people = users(holders).map(|id| Record::User(user(id)));
        // Some hold it twice, which puts nobody into a team twice.
        let again = users(twice).map(|id| grant(id, Scope::Team(SALES), None));
        let held = people.chain(users(holders).map(|id| grant(id, Scope::Own, None))).chain(again);
        let without = with(&roomy(count), held.chain([Record::Role(helper(Vec::new()))]));
        let wanted = 1 + holders * count;
        let bring = EditRole { role: helper(brought.clone()) };
        prop_assert!(is_as(size(&without, bring), wanted));

        let memberships = brought.iter().flat_map(|team| users(holders).map(|user| member(*team, user, false)));
        let inside = with(&without, memberships.chain([Record::Role(helper(brought.clone()))]));
        let leave = EditRole { role: helper(Vec::new()) };
        prop_assert!(is_as(size(&inside, leave), wanted));
        let gone = wanted + holders + twice + count;
        let delete = DeleteRole { role: HELPER };
        prop_assert!(is_as(size(&inside, delete), gone));
    }
}

/// A directory and a command for each verb that fans out, of a size that goes up by one with the number.
type Sized = Box<dyn Fn(usize) -> (Directory, Command)>;

fn sized() -> Vec<Sized> {
    fn of<C: Into<Command>>(make: impl Fn(usize) -> (Directory, C) + 'static) -> Sized {
        Box::new(move |count| {
            let (directory, command) = make(count);
            (directory, command.into())
        })
    }
    let people = |count: usize| users(count).map(|id| Record::User(user(id)));
    vec![
        of(move |count| {
            let holders = people(count - 1).chain(users(count - 1).map(|id| grant(id, Scope::Own, None)));
            let directory = with(&organisation(), holders.chain([Record::Role(helper(Vec::new()))]));
            (directory, SetTeamRoles { team: SALES, roles: vec![HELPER] })
        }),
        of(move |count| {
            let name = TeamName::parse("All").unwrap();
            let members = users(count - 1).collect();
            (
                with(&organisation(), people(count - 1)),
                CreateTeam { id: teams(1)[0], name, kind: Default::default(), members },
            )
        }),
        of(move |count| {
            let picture = Record::Avatar(Avatar { of: AvatarOf::Team(SALES), picture: Picture::blank() });
            let members = users(count - 2).map(|user| member(SALES, user, true));
            (with(&organisation(), people(count - 2).chain(members).chain([picture])), DeleteTeam { team: SALES })
        }),
        of(|count| {
            let held = numbers(count - 3)
                .map(|number| Number { holder: Some(BOB), ..Number::new(number, NumberKind::Virtual) });
            let held = held.map(Record::Number).chain([Record::User(user(BOB))]);
            (with(&organisation(), held), DeleteUser { user: BOB })
        }),
        of(|count| {
            // Its lines are not kept, and counted all the same.
            let in_teams = teams(count - 3).into_iter().map(|team| member(team, BOB, true));
            (with(&roomy(count - 3), in_teams.chain([Record::User(user(BOB))])), EraseUser { user: BOB })
        }),
        of(|count| {
            let in_teams = teams(count - 6).into_iter().map(|team| member(team, BOB, true));
            let bob = User { identifiers: vec![Identifier::Email(email("bob@example.com"))], ..user(BOB) };
            let mut directory = with(&roomy(count - 6), in_teams.chain([Record::User(bob)]));
            let before = directory.organisation().unwrap();
            let policy = Policy { recycle_days: 7, ..before.policy.clone() };
            let recycling = Record::Organisation(Organisation { policy, ..before.clone() });
            directory = with(&directory, [recycling]);
            run(&mut directory, &as_user(ANN), DeleteUser { user: BOB });
            (directory, RestoreUser { user: BOB })
        }),
        of(|count| {
            let directory = with(&roomy(count - 1), [Record::User(user(BOB)), Record::Role(helper(teams(count - 1)))]);
            let key = GrantKey { user: BOB, what: Granted::Role(HELPER), scope: Scope::Own };
            (directory, GiveGrant { grant: key, until: None })
        }),
        of(|count| {
            let brought = teams(count - 1);
            let inside = brought.clone().into_iter().map(|team| member(team, BOB, false));
            let held =
                inside.chain([Record::User(user(BOB)), Record::Role(helper(brought)), grant(BOB, Scope::Own, None)]);
            let key = GrantKey { user: BOB, what: Granted::Role(HELPER), scope: Scope::Own };
            (with(&roomy(count - 1), held), TakeGrant { grant: key })
        }),
        of(|count| {
            let brought = teams(count - 1);
            let inside = brought.clone().into_iter().map(|team| member(team, BOB, false));
            let held =
                inside.chain([Record::User(user(BOB)), Record::Role(helper(brought)), grant(BOB, Scope::Own, None)]);
            let take = vec![RoleChoice { role: HELPER, scope: Scope::Own }];
            (with(&roomy(count - 1), held), ReplaceRoles { user: BOB, take, give: Vec::new() })
        }),
        of(|count| {
            let new = NewUser { teams: teams(count - 4), ..NewUser::with_email(BOB, email("bob@example.com")) };
            (roomy(count - 4), PrepareUser(new))
        }),
        of(move |count| {
            let number = numbers(1).next().unwrap();
            let shows =
                users(count - 1).map(move |id| Record::User(User { display_numbers: vec![number], ..user(id) }));
            let group = Record::Number(Number::new(number, NumberKind::Group));
            (with(&organisation(), shows.chain([group])), RemoveNumber { number })
        }),
        of(move |count| {
            let number = numbers(1).next().unwrap();
            let shows =
                users(count - 1).map(move |id| Record::User(User { display_numbers: vec![number], ..user(id) }));
            let group = Record::Number(Number::new(number, NumberKind::Group));
            let edit = EditNumber { number, kind: NumberKind::Work, label: None, target: None };
            (with(&organisation(), shows.chain([group])), edit)
        }),
        of(|count| {
            let plan = |n: usize| licence(LicenceId::fixed(n as u128), LicenceKind::Plan, &format!("Plan {n}"), None);
            let founding = FoundOrganisation { licences: (0..count - 4).map(plan).collect(), ..founding() };
            (Directory::default(), founding)
        }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    /// Who is deleted changes all who send their calls to it, and each of those has as many bytes as a hundred others.
    #[test]
    fn no_decision_has_more_bytes_than_fit(senders in 100..400_usize, fields in 0..=50_usize) {
        let sends = |id: UserId| User { target: Some(Target::User(BOB)), extra: extra(fields), ..user(id) };
        let held = users(senders).map(|id| Record::User(sends(id))).chain([Record::User(user(BOB))]);
        let directory = with(&organisation(), held);
        let weighs = 2 * senders * fields;
        match decide(&directory, &as_user(ANN), &DeleteUser { user: BOB }.into()) {
            Ok(decision) => prop_assert!(kib(&decision) <= MAX_CHANGES && decision.changes.0.len() > senders),
            Err(refusals) => {
                prop_assert!(weighs + 4 * senders > MAX_CHANGES, "{} KiB are refused", weighs);
                let told = match &*refusals {
                    [Refusal::TooManyChanges { changes, .. }] => *changes as usize,
                    _ => 0,
                };
                prop_assert!(told > MAX_CHANGES, "{:?}", refusals);
            }
        }
    }

    /// Whatever is over, each step is one that may be done, and in the end all of it is gone.
    #[test]
    fn heavy_people_go_in_steps(pictures in 0..1_200_usize, others in 0..1_200_usize, fields in 0..=20_usize) {
        let removed = |id: UserId, avatar: bool| {
            let picture = picture();
            let avatar = avatar.then_some(Avatar { of: AvatarOf::User(id), picture });
            let user = User { extra: extra(fields), ..user(id) };
            let (grants, memberships) = Default::default();
            let (handling, at, by, until) = (None, NOW, None, NOW);
            Record::Removed(Box::new(Removed { user, grants, memberships, handling, avatar, at, by, until }))
        };
        let held = users(pictures + others).enumerate().map(|(n, id)| removed(id, n < pictures));
        let mut directory = with(&organisation(), held);
        let mut steps = 0;
        while directory.due(NOW).next().is_some() {
            let decision = decide(&directory, &as_system(), &Expire {}.into()).unwrap();
            prop_assert!(kib(&decision) <= MAX_CHANGES);
            directory.apply(&decision.changes);
            steps += 1;
        }
        let weighs = pictures * 24 + (pictures + others) * fields;
        prop_assert!(steps >= weighs.div_ceil(MAX_CHANGES), "{} steps for {} KiB", steps, weighs);
        prop_assert!(steps <= (weighs + 5 * (pictures + others)) / (MAX_CHANGES - 100) + 1, "{} steps for {} KiB", steps, weighs);
    }
}

/// What may come with it is counted though it may be missing, so a verb may change a little less than is allowed.
#[test]
fn every_verb_that_fans_out_counts_before_it_builds() {
    for make in sized() {
        let (directory, command) = make(MAX_CHANGES);
        let done = size(&directory, command.clone()).unwrap_or_else(|told| panic!("{}: {told}", command.name()));
        assert!((MAX_CHANGES - 6..=MAX_CHANGES).contains(&done), "{} changes {done}", command.name());
        let (directory, command) = make(MAX_CHANGES + 1);
        assert_eq!(size(&directory, command.clone()), Err(MAX_CHANGES as u32 + 1), "{}", command.name());
    }
}

/// What the refusal says to do instead: person by person any number come into the team, or give the role back, and then the
/// role itself can bring the team, or go.
#[test]
fn a_role_that_more_people_hold_than_one_command_changes_is_managed_person_by_person() {
    let most = MAX_CHANGES;
    let held = users(most).flat_map(|id| [Record::User(user(id)), grant(id, Scope::Own, None)]);
    let mut directory = with(&organisation(), held.chain([Record::Role(helper(Vec::new()))]));
    let bring = SetTeamRoles { team: SALES, roles: vec![HELPER] };
    assert_eq!(size(&directory, bring.clone()), Err(most as u32 + 1));
    assert_eq!(size(&directory, DeleteRole { role: HELPER }), Err(most as u32 + 1));
    for user in users(3) {
        run(&mut directory, &as_user(ANN), AddMember { team: SALES, user });
        assert!(directory.membership(SALES, user).is_some());
    }
    let first = users(1).next().unwrap();
    run(
        &mut directory,
        &as_user(ANN),
        TakeGrant { grant: GrantKey { user: first, what: Granted::Role(HELPER), scope: Scope::Own } },
    );
    assert_eq!(size(&directory, bring), Ok(most));
    assert_eq!(size(&directory, DeleteRole { role: HELPER }), Ok(most));
}

/// The server must get rid of what is over however much it is, so this is never refused: it is done in steps.
#[test]
fn what_is_over_goes_in_steps() {
    let brought = teams(40);
    let people = users(1_000).map(|id| Record::User(user(id)));
    let grants = users(1_000).map(|id| grant(id, Scope::Own, Some(NOW)));
    let memberships = brought.iter().flat_map(|team| users(1_000).map(|user| member(*team, user, false)));
    let held = people.chain(grants).chain(memberships).chain([Record::Role(helper(brought.clone()))]);
    let mut directory = with(&roomy(40), held);
    let mut steps = Vec::new();
    assert!(!Expire::suffices(&directory, NOW));
    while directory.due(NOW).next().is_some() {
        let decision = decide(&directory, &as_system(), &Expire {}.into()).unwrap();
        directory.apply(&decision.changes);
        steps.push(decision.changes.0.len());
    }
    assert!(Expire::suffices(&directory, NOW));
    // 487 grants with 40 memberships each, twice, then the rest.
    assert_eq!(steps, [487 * 41, 487 * 41, 26 * 41]);
    assert_eq!(decide(&directory, &as_system(), &Expire {}.into()), Err(Refusal::NothingToChange.into()));
    assert!(users(1_000).all(|user| directory.teams_of(user).next().is_none()));
}
