//! Memberships that come through roles (S2.11, S2.21): they are made when a role is granted or brings a new team, and go
//! with it; what was given by hand stays (domain.md, 2.2).

use super::draft::Draft;
use crate::{
    access::built_in,
    change::{Key, Record},
    directory::Directory,
    id::{RoleId, TeamId, UserId},
    model::{Membership, Role, Team},
    sort,
};

/// The user joins the team through the role.
pub(super) fn join(draft: &mut Draft, team: TeamId, user: UserId, role: RoleId) {
    let mut membership = match draft.get(&Key::Membership(team, user)) {
        Some(Record::Membership(membership)) => membership,
        _ => Membership { team, user, by_hand: false, through: Vec::new() },
    };
    if !membership.through.contains(&role) {
        membership.through.push(role);
        sort::ascending(&mut membership.through);
    }
    draft.put(Record::Membership(membership));
}

/// The user no longer belongs to the team through the role; it leaves when nothing else keeps it there.
pub(super) fn leave(draft: &mut Draft, team: TeamId, user: UserId, role: RoleId) {
    let Some(Record::Membership(mut membership)) = draft.get(&Key::Membership(team, user)) else { return };
    membership.through.retain(|through| *through != role);
    if membership.by_hand || !membership.through.is_empty() {
        draft.put(Record::Membership(membership));
    } else {
        draft.remove(Key::Membership(team, user));
    }
}

/// All holders of a role follow when it brings other teams than before.
pub(super) fn follow(draft: &mut Draft, directory: &Directory, role: RoleId, before: &[TeamId], after: &[TeamId]) {
    for grant in directory.holders(role) {
        let user = grant.key.user;
        before.iter().filter(|team| !after.contains(team)).for_each(|team| leave(draft, *team, user, role));
        after.iter().filter(|team| !before.contains(team)).for_each(|team| join(draft, *team, user, role));
    }
}

/// The role brings these teams. A built-in one that brings none is no record.
pub(super) fn put(draft: &mut Draft, role: &Role, teams: Vec<TeamId>) {
    if teams.is_empty() && built_in(role.id).is_some() {
        draft.remove(Key::Role(role.id));
    } else {
        draft.put(Record::Role(Role { teams, ..role.clone() }));
    }
}

/// Disables those of the teams that are left with no member and no role (domain.md, 2.2).
pub(super) fn disable_empty(draft: &mut Draft, directory: &Directory, teams: &[TeamId], without: RoleId) {
    for id in teams {
        let member = |user: UserId| draft.get(&Key::Membership(*id, user)).is_some();
        let brought = directory.roles().any(|role| role.id != without && role.teams.contains(id));
        if brought || directory.members(*id).any(member) {
            continue;
        }
        if let Some(Record::Team(team)) = draft.get(&Key::Team(*id)) {
            draft.put(Record::Team(Team { disabled: true, ..team }));
        }
    }
}

/// The user leaves the teams of a role when none of its grants goes on in the draft.
pub(super) fn ended(draft: &mut Draft<'_>, directory: &Directory, user: UserId, role: RoleId) {
    let goes_on = directory
        .grants_of(user)
        .any(|grant| grant.key.role() == Some(role) && draft.get(&Key::Grant(grant.key)).is_some());
    if let Some(role) = directory.role(role).filter(|_| !goes_on) {
        role.teams.iter().for_each(|team| leave(draft, *team, user, role.id));
    }
}
