//! Who sees what (S3.1; edit implies read, invariant 8), against an oracle that reads the grants one by one; and that what a client is sent from time to time
//! adds up to what it would be sent at once.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "this file is tests, helpers included")]

use crate::support::{
    BROWSER, NOW, PRO, SALES, STANDARD, email,
    world::{ABE, INVITER, OLD, history, sorted, world},
};
use proptest::{prelude::*, sample::select};
use rollcall_core::{
    Directory, Record, Timestamp,
    access::{Holding, Permission as P, built_in, view_epoch, visible},
    change::Key,
    decide,
    id::{PhoneId, TeamId, UserId},
    model::{
        AvatarOf, CallHandling, Grant, GrantKey, GrantSource, Granted, LastSignIn, Membership, Number, NumberKind,
        Phone, Presence, PresenceState, Scope, Team, TeamKind, User, UserKind, UserState, Voicemail,
    },
    sync::{delta, snapshot},
    value::{Date, PhoneNumber, TeamName},
};
use std::collections::BTreeMap;

/// Who holds any permission but these over somebody looks after that person, and sees it whole. The rule names the others: a
/// new permission that stands in neither list fails here.
const LOOKS_AFTER_NOBODY: [P; 17] = [
    P::PortalLogin,
    P::ProfileSelf,
    P::CallhandlingSelf,
    P::QueuePresence,
    P::DirectoryRead,
    P::RoleManage,
    P::TeamRead,
    P::TeamManage,
    P::ChannelManage,
    P::SystemUserManage,
    P::ContactsShared,
    P::CallsRead,
    P::QueueSupervise,
    P::AuditRead,
    P::IntegrationManage,
    P::TenantSettings,
    P::BillingManage,
];

/// The oracle: whether a user holds a permission over another, by going through every grant there is.
fn holds(records: &[Record], viewer: UserId, permission: P, over: UserId, now: Timestamp) -> bool {
    let enabled = |id: TeamId| records.iter().any(|r| matches!(r, Record::Team(t) if t.id == id && !t.disabled));
    let member =
        |id: TeamId| records.iter().any(|r| matches!(r, Record::Membership(m) if m.team == id && m.user == over));
    let gives = |what: Granted| match what {
        Granted::Permission(given) => given == permission,
        Granted::Role(id) => {
            let custom = records.iter().find_map(|r| match r {
                Record::Role(role) if role.id == id => Some(role),
                _ => None,
            });
            built_in(id).or(custom).is_some_and(|role| role.permissions.has(permission))
        }
    };
    records.iter().any(|record| match record {
        Record::Grant(grant) if grant.key.user == viewer && grant.until.is_none_or(|until| now < until) => {
            let reaches = match grant.key.scope {
                Scope::Own => over == viewer,
                Scope::Organisation => true,
                Scope::Team(team) => enabled(team) && member(team),
            };
            reaches && gives(grant.key.what)
        }
        _ => false,
    })
}

/// Whether a user may know about another all there is.
fn in_scope(records: &[Record], viewer: UserId, over: UserId, now: Timestamp) -> bool {
    let shows = |permission: &&P| !LOOKS_AFTER_NOBODY.contains(permission);
    viewer == over || P::ALL.iter().filter(shows).any(|permission| holds(records, viewer, *permission, over, now))
}

/// Whose affair a record is.
fn subject(record: &Record) -> Option<UserId> {
    match record {
        Record::User(user) => Some(user.id),
        Record::Grant(grant) => Some(grant.key.user),
        Record::Membership(membership) => Some(membership.user),
        Record::Phone(phone) => Some(phone.user),
        Record::CallHandling(handling) => Some(handling.user),
        Record::Presence(presence) => Some(presence.user),
        Record::LastSignIn(sign_in) => Some(sign_in.user),
        Record::Number(number) => number.holder,
        _ => None,
    }
}

const PEOPLE: std::ops::Range<u128> = 1..7;

fn person() -> impl Strategy<Value = UserId> {
    PEOPLE.prop_map(UserId::fixed)
}

fn team() -> impl Strategy<Value = TeamId> {
    (1..5_u128).prop_map(TeamId::fixed)
}

/// A directory of six people, four teams, and grants of all kinds between them, some over, some resting.
fn directory() -> impl Strategy<Value = Directory> {
    let what = prop_oneof![
        3 => select(rollcall_core::access::built_in_roles()).prop_map(|role| Granted::Role(role.id)),
        3 => select(P::ALL).prop_map(Granted::Permission),
        1 => Just(Granted::Role(INVITER)),
    ];
    let scope = prop_oneof![2 => Just(Scope::Own), 4 => team().prop_map(Scope::Team), 1 => Just(Scope::Organisation)];
    let until = proptest::option::weighted(0.3, select(vec![Timestamp(NOW.0 - 1), NOW, Timestamp(NOW.0 + 1)]));
    let grants = proptest::collection::vec((person(), what, scope, until), 0..10);
    let members = proptest::collection::vec((team(), person()), 0..12);
    let states = select(vec![UserState::Active, UserState::Active, UserState::Prepared, UserState::Suspended]);
    let people = proptest::collection::vec(states, PEOPLE.count());
    let disabled = proptest::collection::vec(any::<bool>(), 4);
    (people, disabled, grants, members, proptest::collection::vec(any::<u8>(), 6)).prop_map(
        |(people, disabled, grants, members, belongings)| {
            let mut records: Vec<Record> = world().records().filter(|r| matches!(r, Record::Licence(_))).collect();
            records.extend(world().get(&Key::Role(INVITER)));
            for (index, state) in people.into_iter().enumerate() {
                let id = UserId::fixed(index as u128 + 1);
                let mut user = User::new(id, UserKind::Person, state, NOW);
                user.licence = [None, Some(STANDARD), Some(PRO)][index % 3];
                user.add_ons = if index % 2 == 0 { vec![BROWSER] } else { Vec::new() };
                user.identifiers = vec![rollcall_core::model::Identifier::Email(email(&format!("p{index}@x.io")))];
                records.push(Record::User(user));
                let has = |bit: u8| belongings.get(index).is_some_and(|bits| bits & bit != 0);
                if has(1) {
                    let id = PhoneId::fixed(index as u128);
                    records.push(Record::Phone(Phone {
                        id,
                        user: UserId::fixed(index as u128 + 1),
                        model: None,
                        mac: None,
                        line: None,
                    }));
                }
                if has(2) {
                    records.push(Record::Presence(Presence { user: id, state: PresenceState::Available, since: NOW }));
                }
                if has(16) {
                    records.push(Record::LastSignIn(LastSignIn { user: id, day: Date::FIRST }));
                }
                if has(4) {
                    let voicemail = Voicemail::default();
                    records.push(Record::CallHandling(CallHandling { user: id, rules: Vec::new(), voicemail }));
                }
                let number = PhoneNumber::parse(&format!("+493090180{index}")).unwrap();
                let holder = has(8).then_some(id);
                records.push(Record::Number(Number { holder, ..Number::new(number, NumberKind::Work) }));
            }
            for (index, disabled) in disabled.into_iter().enumerate() {
                let name = TeamName::parse(&format!("Team {index}")).unwrap();
                records.push(Record::Team(Team {
                    disabled,
                    ..Team::new(TeamId::fixed(index as u128 + 1), name, TeamKind::Team)
                }));
            }
            for (user, what, scope, until) in grants {
                let key = GrantKey { user, what, scope };
                records.push(Record::Grant(Grant { key, source: GrantSource::Hand, until }));
            }
            for (team, user) in members {
                records.push(Record::Membership(Membership { team, user, by_hand: true, through: Vec::new() }));
            }
            Directory::from_records(records)
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn nothing_of_a_user_outside_the_scope_is_shown(directory in directory()) {
        let records: Vec<Record> = directory.records().collect();
        for viewer in PEOPLE.map(UserId::fixed) {
            let holding = Holding::of(&directory, viewer, NOW);
            let reads_directory = PEOPLE.map(UserId::fixed).any(|user| holds(&records, viewer, P::DirectoryRead, user, NOW))
                || holding.at_all(P::DirectoryRead);
            for record in &records {
                let shown = visible(&directory, &holding, record);
                let Some(user) = subject(record) else { continue };
                if in_scope(&records, viewer, user, NOW) {
                    if matches!(record, Record::User(_) | Record::Grant(_)) {
                        prop_assert_eq!(shown.as_ref(), Some(record), "hidden from {}", viewer);
                    }
                    continue;
                }
                match (record, shown) {
                    (_, None) => {}
                    (Record::User(whole), Some(Record::User(listed))) => {
                        prop_assert!(reads_directory && whole.state == UserState::Active, "{} sees {:?}", viewer, record);
                        prop_assert!(listed.licence.is_none() && listed.add_ons.is_empty());
                        prop_assert!(listed.extra.is_empty() && listed.invitation.is_none());
                    }
                    (Record::Presence(_), Some(_))
                        if reads_directory && directory.user(user).is_some_and(|user| user.state == UserState::Active) => {}
                    // Who reads a team sees who is in it, and who supervises its queue sees their telephony.
                    (Record::Membership(membership), Some(_)) => {
                        let reads = [P::TeamRead, P::TeamManage, P::ChannelManage].into_iter();
                        prop_assert!(reads.clone().any(|p| holding.in_team(membership.team).has(p)), "{} sees {:?}", viewer, record);
                    }
                    (_, Some(_)) => {
                        prop_assert!(holds(&records, viewer, P::QueueSupervise, user, NOW), "{} sees {:?}", viewer, record);
                    }
                }
            }
        }
    }

    #[test]
    fn a_disabled_team_is_seen_by_who_manages_it_only(directory in directory()) {
        let records: Vec<Record> = directory.records().collect();
        for viewer in PEOPLE.map(UserId::fixed) {
            let holding = Holding::of(&directory, viewer, NOW);
            // A grant scoped to the team itself rests with it, and shows that it is there all the same.
            let manages = |team: TeamId| records.iter().any(|record| match record {
                Record::Grant(grant) => {
                    let reaches = [Scope::Organisation, Scope::Team(team)].contains(&grant.key.scope);
                    grant.key.user == viewer
                        && grant.until.is_none_or(|until| NOW < until)
                        && match grant.key.what {
                            Granted::Permission(given) => reaches && given == P::TeamManage,
                            Granted::Role(role) => directory.role(role).is_some_and(|role| {
                                let brought = role.teams.contains(&team) && role.team_permissions.has(P::TeamManage);
                                brought || (reaches && role.permissions.has(P::TeamManage))
                            }),
                        }
                }
                _ => false,
            });
            for team in directory.teams().filter(|team| team.disabled) {
                let shown = visible(&directory, &holding, &Record::Team(team.clone())).is_some();
                prop_assert_eq!(shown, manages(team.id), "{} and {}", viewer, team.name);
            }
        }
    }

    #[test]
    fn deltas_add_up_to_a_snapshot(history in history(25)) {
        let mut directory = world();
        let viewers: Vec<UserId> = (0xC1..=0xD0).map(UserId::fixed).collect();
        let mut views: BTreeMap<UserId, View> = BTreeMap::new();
        for (index, (context, command)) in history.iter().enumerate() {
            let Ok(decision) = decide(&directory, context, command) else { continue };
            directory.apply(&decision.changes);
            for view in views.values_mut() {
                view.missed.extend(decision.changes.keys());
            }
            for (place, viewer) in viewers.iter().enumerate() {
                if directory.user(*viewer).is_none_or(|user| user.state != UserState::Active) {
                    views.remove(viewer);
                    continue;
                }
                // Some ask after every command, some after every other, some less often.
                if index % (place % 3 + 1) == 0 {
                    let holding = Holding::of(&directory, *viewer, context.now);
                    let view = View::next(views.remove(viewer), &directory, &holding);
                    let whole = Directory::from_records(snapshot(&directory, &holding));
                    prop_assert_eq!(sorted(&view.records), sorted(&whole), "{} after {:?}", viewer, command);
                    views.insert(*viewer, view);
                }
            }
        }
    }
}

/// What a client has, and what changed since it asked.
struct View {
    epoch: u64,
    records: Directory,
    missed: Vec<Key>,
}

impl View {
    /// As the server does it: a delta while the view epoch stays, else all of it.
    fn next(last: Option<Self>, directory: &Directory, holding: &Holding) -> Self {
        let epoch = view_epoch(holding);
        let records = match last {
            Some(mut last) if last.epoch == epoch => {
                for put in delta(directory, holding, last.missed) {
                    last.records.put(put.key, put.record);
                }
                last.records
            }
            _ => Directory::from_records(snapshot(directory, holding)),
        };
        Self { epoch, records, missed: Vec::new() }
    }
}

#[test]
fn the_oracle_and_the_world_agree_on_examples() {
    use crate::support::{
        ANN,
        world::{MIA, PIA, SAM},
    };
    let directory = world();
    let records: Vec<Record> = directory.records().collect();
    let sees = |viewer, user| in_scope(&records, viewer, user, NOW);
    assert!(sees(ANN, ABE) && sees(MIA, PIA) && sees(SAM, ABE) && sees(ABE, ABE));
    assert!(!sees(MIA, SAM) && !sees(SAM, PIA) && !sees(ABE, MIA), "outside their teams");
    let old = directory.team(OLD).unwrap();
    assert!(old.disabled && !sees(SAM, crate::support::world::SUE), "grants in a disabled team rest");
}

/// Some JSON readers keep 53 bits of a number.
#[test]
fn a_view_epoch_is_kept_whole_by_every_json_reader() {
    let directory = world();
    let epochs: Vec<u64> = directory.users().map(|user| view_epoch(&Holding::of(&directory, user.id, NOW))).collect();
    assert!(epochs.iter().all(|epoch| *epoch < 1 << 53), "{epochs:?}");
    let different: std::collections::BTreeSet<u64> = epochs.iter().copied().collect();
    assert!(different.len() > 5, "{epochs:?}");
}

/// Who holds a licence sees it, and who is listed shows a picture: both may change with the user.
#[test]
fn a_changed_user_may_change_what_is_seen_of_licences_and_of_its_picture() {
    let keys = rollcall_core::access::affected(&world(), Key::User(crate::support::ANN));
    assert_eq!(keys[0], Key::User(crate::support::ANN));
    for key in [Key::Licence(STANDARD), Key::Licence(PRO), Key::Licence(BROWSER)] {
        assert!(keys.contains(&key), "{key:?} is not in {keys:?}");
    }
    assert!(keys.contains(&Key::Avatar(AvatarOf::User(crate::support::ANN))));
}

/// A team is seen by its members, with its picture; and whoever reads the team sees its users, with all they have.
#[test]
fn a_changed_membership_may_change_what_is_seen_of_the_team_and_of_the_user() {
    let directory = world();
    let keys = rollcall_core::access::affected(&directory, Key::Membership(SALES, ABE));
    assert_eq!(keys[0], Key::Membership(SALES, ABE));
    let picture = Key::Avatar(AvatarOf::Team(SALES));
    let more = directory.channels_of(SALES).map(|channel| Key::Channel(channel.id)).chain(directory.keys_of(ABE));
    for key in [Key::Team(SALES), picture, Key::User(ABE)].into_iter().chain(more) {
        assert!(keys.contains(&key), "{key:?} is not in {keys:?}");
    }
}
