//! Who sees what: one pure function, used by the server to decide what to sync, and by nothing else.

use super::{Holding, Permission as P, Permissions};
use crate::{
    change::{Key, Record},
    directory::Directory,
    id::UserId,
    model::{User, UserState},
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

/// Holding any of these anywhere means seeing what seats there are.
const READS_LICENCES: Permissions =
    Permissions::of(&[P::UserRead, P::UserInvite, P::UserEdit, P::UserImport, P::LicenceAssign, P::BillingManage]);

/// What a holder sees of a record: whole, redacted, or nothing.
pub fn visible(directory: &Directory, holding: &Holding, record: &Record) -> Option<Record> {
    if holding.user.is_none() {
        return Some(record.clone());
    }
    let me = |user: UserId| holding.user == Some(user);
    let whole = match record {
        Record::Organisation(_) | Record::Role(_) => true,
        Record::Licence(licence) => {
            anywhere(holding, READS_LICENCES)
                || holding
                    .user
                    .and_then(|id| directory.user(id))
                    .is_some_and(|user| user.seats().any(|l| l == licence.id))
        }
        Record::Team(team) if team.disabled => holding.in_team(team.id).has(P::TeamManage),
        Record::Team(team) => {
            holding.at_all(P::DirectoryRead)
                || any(holding.in_team(team.id), READS_TEAM)
                || holding.user.is_some_and(|id| directory.membership(team.id, id).is_some())
        }
        Record::User(user) => {
            if !me(user.id) && !any(holding.over(directory, user.id), READS_USER) {
                return listed(holding, user).map(Record::User);
            }
            true
        }
        Record::Grant(grant) => me(grant.key.user) || any(holding.over(directory, grant.key.user), READS_USER),
        Record::Membership(membership) => {
            let hidden = directory.team(membership.team).is_some_and(|team| team.disabled)
                && !holding.in_team(membership.team).has(P::TeamManage);
            !hidden
                && (me(membership.user)
                    || any(holding.in_team(membership.team), READS_TEAM)
                    || any(holding.over(directory, membership.user), READS_USER))
        }
    };
    whole.then(|| record.clone())
}

/// What `directory.read` shows of somebody else: an active user's name, position, address and extension.
fn listed(holding: &Holding, user: &User) -> Option<User> {
    let shown = holding.at_all(P::DirectoryRead) && user.state == UserState::Active;
    shown.then(|| User {
        licence: None,
        add_ons: Vec::new(),
        extra: Default::default(),
        invitation: None,
        ..user.clone()
    })
}

/// The records whose visibility may differ, for somebody, after a record changed; the record itself comes first.
pub fn affected(directory: &Directory, changed: Key) -> Vec<Key> {
    let mut keys = vec![changed];
    match changed {
        // Scopes reach users through their teams: whoever reads the team gains or loses the user.
        Key::Membership(team, user) => {
            keys.push(Key::Team(team));
            keys.push(Key::User(user));
            keys.extend(directory.grants_of(user).map(|grant| Key::Grant(grant.key)));
            keys.extend(directory.teams_of(user).map(|team| Key::Membership(team, user)));
        }
        Key::Team(team) => keys.extend(directory.members(team).map(|user| Key::Membership(team, user))),
        // Who holds a licence sees it.
        Key::User(user) => {
            if let Some(user) = directory.user(user) {
                keys.extend(user.licence.iter().chain(&user.add_ons).map(|licence| Key::Licence(*licence)));
            }
        }
        Key::Organisation | Key::Licence(_) | Key::Role(_) | Key::Grant(_) => {}
    }
    keys
}

/// A digest of everything that one holder's view depends on besides the records themselves. When it differs from the
/// one a client last saw, what the client has is no longer its view, and it gets the difference.
pub fn view_epoch(holding: &Holding) -> u64 {
    use std::hash::Hasher;
    let mut teams = holding.teams.clone();
    teams.sort_unstable_by_key(|(team, _)| *team);
    let mut hasher = rustc_hash::FxHasher::default();
    hasher.write_u64(holding.everywhere.bits());
    hasher.write_u64(holding.own.bits());
    for (team, held) in teams {
        hasher.write_u128(team.uuid().as_u128());
        hasher.write_u64(held.bits());
    }
    hasher.finish()
}

fn any(held: Permissions, wanted: Permissions) -> bool {
    held.without(wanted) != held
}

fn anywhere(holding: &Holding, wanted: Permissions) -> bool {
    any(holding.everywhere, wanted) || holding.teams.iter().any(|(_, held)| any(*held, wanted))
}
