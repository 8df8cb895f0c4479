//! Who sees what: one pure function, used by the server to decide what to sync, and by nothing else.

use super::{Holder, Holding, Permission as P, Permissions};
use crate::{
    change::{Key, Record},
    directory::Directory,
    id::UserId,
    model::{AvatarOf, Call, Identifier, Line, PhoneType, Profile, Scheduled, Target, Team, User, UserState},
    refusal::{Refusal, Subject},
    sort,
    time::Timestamp,
};

/// Holding any of these over a user means seeing it whole: edit implies read (invariant 8).
const READS_USER: Permissions = Permissions::of(&[
    P::UserRead,
    P::UserInvite,
    P::UserEdit,
    P::UserIdentity,
    P::UserSuspend,
    P::UserDelete,
    P::UserResetCredentials,
    P::SessionRevoke,
    P::UserImport,
    P::UserExport,
    P::RoleAssign,
    P::PermissionGrant,
    P::TeamMembers,
    P::LicenceAssign,
    P::NumberAssign,
    P::DeviceManage,
    P::CallhandlingManage,
]);

/// Holding any of these in a team means seeing it and who is in it.
const READS_TEAM: Permissions =
    Permissions::of(&[P::TeamRead, P::TeamManage, P::TeamMembers, P::ChannelManage, P::UserRead]);

/// Holding any of these in a team means seeing its private channels.
const MANAGES_TEAM: Permissions = Permissions::of(&[P::TeamManage, P::ChannelManage]);

/// Holding any of these anywhere means seeing what seats there are.
const READS_LICENCES: Permissions =
    Permissions::of(&[P::UserRead, P::UserInvite, P::UserEdit, P::UserImport, P::LicenceAssign, P::BillingManage]);

/// Holding any of these over a user means seeing its phones, numbers and answering rules.
const READS_TELEPHONY: Permissions =
    READS_USER.and(Permissions::of(&[P::QueueSupervise])).without(Permissions::of(&[P::UserInvite, P::TeamMembers]));

/// Holding any of these over a user means seeing on which day it was last signed in.
const READS_SIGN_INS: Permissions = Permissions::of(&[
    P::UserEdit,
    P::UserIdentity,
    P::UserSuspend,
    P::UserDelete,
    P::UserResetCredentials,
    P::SessionRevoke,
    P::LicenceAssign,
]);

/// Holding any of these over somebody else means seeing how it is to leave.
const READS_LEAVING: Permissions = Permissions::of(&[P::UserSuspend, P::UserDelete]);

/// What a holder sees of a record: whole, redacted, or nothing.
pub fn visible(directory: &Directory, holding: &Holding, record: &Record) -> Option<Record> {
    match record {
        Record::User(user) if !sees_user(directory, holding, user.id) => listed(holding, user).map(Record::User),
        Record::Scheduled(scheduled) if sees(directory, holding, record) => {
            Some(Record::Scheduled(Box::new(without_unseen_team(holding, scheduled))))
        }
        _ => sees(directory, holding, record).then(|| record.clone()),
    }
}

/// Whether the holder sees a record whole.
fn sees(directory: &Directory, holding: &Holding, record: &Record) -> bool {
    if holding.holder == Holder::System {
        return true;
    }
    let me = |user: UserId| holding.user() == Some(user);
    let over = |user: UserId, wanted: Permissions| any(holding.over(directory, user), wanted);
    match record {
        Record::Organisation(_) | Record::Role(_) | Record::Keeping(_) | Record::CallPolicy(_) | Record::Holiday(_) => {
            true
        }
        Record::Licence(licence) => {
            let own = |user: &User| user.seats().any(|id| id == licence.id);
            anywhere(holding, READS_LICENCES) || holding.user().and_then(|id| directory.user(id)).is_some_and(own)
        }
        Record::Team(team) => sees_team(directory, holding, team) || (team.disabled && holding.enables(team.id)),
        Record::User(user) => sees_user(directory, holding, user.id),
        Record::Grant(grant) => sees_user(directory, holding, grant.key.user),
        Record::Membership(membership) => {
            let rests = directory.team(membership.team).is_some_and(|team| team.disabled)
                && !holding.in_team(membership.team).has(P::TeamManage);
            !rests
                && (any(holding.in_team(membership.team), READS_TEAM) || sees_user(directory, holding, membership.user))
        }
        Record::Channel(channel) => {
            let member = holding.user().is_some_and(|id| directory.membership(channel.team, id).is_some());
            let team = directory.team(channel.team).is_some_and(|team| sees_team(directory, holding, team));
            team && (channel.public || member || any(holding.in_team(channel.team), MANAGES_TEAM))
        }
        Record::Number(number) => match number.holder {
            Some(holder) => me(holder) || over(holder, READS_TELEPHONY),
            None => anywhere(holding, Permissions::of(&[P::NumberAssign])),
        },
        Record::Phone(phone) => me(phone.user) || over(phone.user, READS_TELEPHONY),
        Record::CallHandling(handling) => me(handling.user) || over(handling.user, READS_TELEPHONY),
        Record::Presence(presence) => {
            me(presence.user)
                || over(presence.user, READS_TELEPHONY)
                || directory.user(presence.user).is_some_and(|user| is_listed(holding, user))
        }
        // For oneself, and for whoever looks after the account: colleagues do not watch each other.
        Record::LastSignIn(sign_in) => me(sign_in.user) || over(sign_in.user, READS_SIGN_INS),
        Record::Contact(_) => holding.at_all(P::DirectoryRead) || holding.everywhere(P::ContactsShared),
        Record::Avatar(avatar) => match avatar.of {
            AvatarOf::User(user) => {
                sees_user(directory, holding, user) || directory.user(user).is_some_and(|user| is_listed(holding, user))
            }
            AvatarOf::Team(team) => directory.team(team).is_some_and(|team| sees_team(directory, holding, team)),
        },
        Record::Call(call) => !call.archived && reads_call(directory, holding, call),
        // Nobody finds out by it that it is to leave.
        Record::Scheduled(scheduled) if scheduled.leaving().is_some() => {
            !me(scheduled.user) && over(scheduled.user, READS_LEAVING)
        }
        Record::Scheduled(scheduled) => over(scheduled.user, READS_USER),
        // What owners restore from; nobody else.
        Record::Removed(_) | Record::RemovedLines(_) => sees_removed(holding),
    }
}

/// Whether the holder sees of everybody when they were here last.
pub fn reads_sign_ins_over(holding: &Holding) -> bool {
    holding.holder == Holder::System || READS_SIGN_INS.iter().any(|permission| holding.everywhere(permission))
}

/// Whether deleted users that can be restored are for the holder to see.
pub fn sees_removed(holding: &Holding) -> bool {
    holding.holder == Holder::System || holding.everywhere == Permissions::all()
}

/// Whether a call is for the holder to see: its own, and what `calls.read` reaches. Devices have those that are not archived.
pub fn reads_call(directory: &Directory, holding: &Holding, call: &Call) -> bool {
    let (me, reads) = (holding.user(), P::CallsRead);
    holding.holder == Holder::System
        // Some calls are nobody's: to a number of the house, or of somebody who is gone.
        || holding.everywhere(reads)
        || call.user.is_some_and(|user| me == Some(user) || holding.over(directory, user).has(reads))
        || call.team.is_some_and(|team| holding.in_team(team).has(reads))
}

/// Whether the holder sees nobody but itself whole: it only looks people up.
pub fn only_looks_up(holding: &Holding) -> bool {
    holding.holder != Holder::System && !READS_USER.iter().any(|permission| holding.somewhere(permission))
}

fn sees_user(directory: &Directory, holding: &Holding, user: UserId) -> bool {
    holding.user() == Some(user) || any(holding.over(directory, user), READS_USER)
}

fn sees_team(directory: &Directory, holding: &Holding, team: &Team) -> bool {
    if team.disabled {
        return holding.in_team(team.id).has(P::TeamManage);
    }
    holding.at_all(P::DirectoryRead)
        || any(holding.in_team(team.id), READS_TEAM)
        || holding.user().is_some_and(|id| directory.membership(team.id, id).is_some())
}

/// What is ordered, without a word that a team is disabled, for whom there is no such team: it is put off because nobody knows the
/// team (invariant 10).
fn without_unseen_team(holding: &Holding, scheduled: &Scheduled) -> Scheduled {
    let mut seen = scheduled.clone();
    let targets = seen.leaving().into_iter().flat_map(|leaving| [leaving.order.numbers, leaving.order.calls]);
    // By rights alone, whatever became of the team since: what somebody sees changes with nothing but the record and its rights.
    let unseen = |target: Target| match target {
        Target::Team(team) => !holding.enables(team),
        _ => false,
    };
    let unseen = holding.holder != Holder::System && targets.flatten().any(unseen);
    if let Some(put_off) = seen.put_off.as_mut().filter(|put_off| unseen && put_off.why == Refusal::TeamDisabled) {
        put_off.why = Refusal::Unknown(Subject::Team);
    }
    seen
}

/// Whether `directory.read` shows somebody else: who is active.
fn is_listed(holding: &Holding, user: &User) -> bool {
    holding.at_all(P::DirectoryRead) && user.state == UserState::Active
}

/// What `directory.read` shows of somebody else: name, position, work address and extension; and besides, by records of
/// their own, picture and presence. Each field of a user is named here, so that a new one is not shown by accident.
fn listed(holding: &Holding, user: &User) -> Option<User> {
    let Profile { full_name, position, language: _, time_zone: _, country: _ } = &user.profile;
    is_listed(holding, user).then(|| User {
        id: user.id,
        kind: user.kind,
        state: user.state,
        profile: Profile {
            full_name: full_name.clone(),
            position: position.clone(),
            language: None,
            time_zone: None,
            country: None,
        },
        identifiers: user.email().cloned().map(Identifier::Email).into_iter().collect(),
        licence: None,
        add_ons: Vec::new(),
        extra: Default::default(),
        invitation: None,
        line: user.extension().cloned().map(|extension| Line { extension, phone: PhoneType::default() }),
        display_numbers: Vec::new(),
        target: None,
        created: Timestamp::default(),
    })
}

/// The records whose visibility may differ, for somebody, after a record changed; the record itself comes first.
pub fn affected(directory: &Directory, changed: Key) -> Vec<Key> {
    let mut keys = vec![changed];
    match changed {
        // Scopes reach users through their teams: whoever reads the team gains or loses the user and all it has.
        Key::Membership(team, user) => {
            keys.push(Key::Team(team));
            keys.push(Key::Avatar(AvatarOf::Team(team)));
            keys.push(Key::User(user));
            keys.extend(directory.channels_of(team).map(|channel| Key::Channel(channel.id)));
            keys.extend(directory.keys_of(user));
        }
        Key::Team(team) => {
            keys.extend(directory.members(team).map(|user| Key::Membership(team, user)));
            keys.extend(directory.channels_of(team).map(|channel| Key::Channel(channel.id)));
            keys.push(Key::Avatar(AvatarOf::Team(team)));
        }
        // Who holds a licence sees it, and no longer when it is taken away; who is listed shows a picture and its presence.
        Key::User(user) => {
            keys.push(Key::Avatar(AvatarOf::User(user)));
            keys.push(Key::Presence(user));
            keys.extend(directory.licences().map(|licence| Key::Licence(licence.id)));
        }
        _ => {}
    }
    keys
}

/// A digest of everything that one holder's view depends on besides the records themselves. When it differs from the
/// one a client last saw, what the client has is no longer its view, and it gets the difference. 53 bits, which every
/// JSON reader keeps whole.
pub fn view_epoch(holding: &Holding) -> u64 {
    use std::hash::Hasher;
    let mut teams = holding.teams.clone();
    sort::by_key(&mut teams, |(team, _)| *team);
    let mut hasher = rustc_hash::FxHasher::default();
    hasher.write_u64(holding.everywhere.bits());
    hasher.write_u64(holding.own.bits());
    for (team, held) in teams {
        hasher.write_u128(team.uuid().as_u128());
        hasher.write_u64(held.bits());
    }
    let mut resting = holding.resting.clone();
    sort::ascending(&mut resting);
    resting.into_iter().for_each(|team| hasher.write_u128(team.uuid().as_u128()));
    hasher.finish() >> 11
}

fn any(held: Permissions, wanted: Permissions) -> bool {
    held.without(wanted) != held
}

fn anywhere(holding: &Holding, wanted: Permissions) -> bool {
    any(holding.everywhere, wanted) || holding.teams.iter().any(|(_, held)| any(*held, wanted))
}
