//! What needs attention: the things an administrator would want to know of without looking for them.

use super::{
    invitations::invitations,
    licence_usage::licence_usage,
    needs::{UserNeed, in_need},
};
use crate::{
    access::{Holding, OWNER, Permission},
    change::Key,
    context::Context,
    directory::Directory,
    id::{LicenceId, RoleId, TeamId, UserId},
    model::{Granted, Target},
    sort,
    time::Timestamp,
    value::fold,
};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// One thing that needs attention.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Attention {
    /// Only one active owner: if that person is lost, so is the organisation.
    OneOwner(UserId),
    /// Every seat is taken.
    NoSeatLeft(LicenceId),
    InvitationsExpired(Vec<UserId>),
    InvitationsExpiring(Vec<UserId>),
    /// Prepared users that nobody has invited.
    Prepared(usize),
    /// Active people who can neither make nor take calls (S3.5).
    NoPhone(usize),
    /// Active people who may sign in and have not for long.
    Away(usize),
    /// A team takes calls and has nobody to take them.
    TeamWithoutMembers(TeamId),
    /// Calls are sent to a disabled team.
    RoutedToDisabled(TeamId, Vec<Key>),
    /// Nobody has this custom role.
    UnusedRole(RoleId),
    /// Permissions granted without a role: possible, advised against (S2.23).
    DirectPermissions(UserId, Vec<Permission>),
    /// An off-boarding or an invitation that was due could not be done, and is tried again.
    PutOff(Vec<UserId>),
    /// Grants that end within a week.
    GrantsEnding(Vec<UserId>),
    /// Off-boardings of which a step is due within a week.
    Leaving(Vec<UserId>),
}

impl Attention {
    /// The same as far as it concerns somebody: what it can do something about.
    fn of(self, directory: &Directory, holding: &Holding) -> Option<Self> {
        use Permission::{DeviceManage, LicenceAssign, RoleAssign, RoleManage, TeamManage, UserInvite, UserSuspend};
        let over = |user: UserId, permission| holding.over(directory, user).has(permission);
        let those = |users: Vec<UserId>, permission, as_item: fn(Vec<UserId>) -> Self| {
            let users: Vec<UserId> = users.into_iter().filter(|user| over(*user, permission)).collect();
            (!users.is_empty()).then(|| as_item(users))
        };
        let when = |may: bool, item: Self| may.then_some(item);
        match self {
            Self::InvitationsExpired(users) => those(users, UserInvite, Self::InvitationsExpired),
            Self::InvitationsExpiring(users) => those(users, UserInvite, Self::InvitationsExpiring),
            Self::GrantsEnding(users) => those(users, RoleAssign, Self::GrantsEnding),
            Self::PutOff(users) => those(users, UserSuspend, Self::PutOff),
            Self::Leaving(users) => those(users, UserSuspend, Self::Leaving),
            item @ Self::OneOwner(_) => when(holding.everywhere(RoleAssign), item),
            item @ Self::UnusedRole(_) => when(holding.everywhere(RoleManage), item),
            item @ Self::NoSeatLeft(_) => when(holding.somewhere(LicenceAssign), item),
            item @ Self::Prepared(_) => when(holding.everywhere(UserInvite), item),
            item @ Self::NoPhone(_) => when(holding.everywhere(DeviceManage), item),
            item @ Self::Away(_) => when(holding.everywhere(UserSuspend), item),
            item @ (Self::TeamWithoutMembers(team) | Self::RoutedToDisabled(team, _)) => {
                when(holding.in_team(team).has(TeamManage), item)
            }
            item @ Self::DirectPermissions(user, _) => when(over(user, RoleAssign), item),
        }
    }
}

/// What needs attention and somebody can do something about.
pub fn attention_of(directory: &Directory, context: &Context) -> Vec<Attention> {
    let Ok(holding) = Holding::of_actor(directory, context) else { return Vec::new() };
    attention(directory, context.now).into_iter().filter_map(|item| item.of(directory, &holding)).collect()
}

/// Whether anything could ever need somebody's attention.
pub fn sees_attention(directory: &Directory, context: &Context) -> bool {
    use Permission::{LicenceAssign, RoleAssign, TeamManage, UserInvite, UserSuspend};
    let any = [UserInvite, UserSuspend, RoleAssign, TeamManage, LicenceAssign];
    Holding::of_actor(directory, context).is_ok_and(|holding| any.into_iter().any(|of| holding.somewhere(of)))
}

/// Everything that needs attention, most important first.
pub fn attention(directory: &Directory, now: Timestamp) -> Vec<Attention> {
    let mut list = Vec::new();
    let owners: Vec<UserId> = directory.lasting_holders(OWNER).collect();
    if let [only] = owners.as_slice() {
        list.push(Attention::OneOwner(*only));
    }
    let full = licence_usage(directory).into_iter().filter(|licence| licence.left() == Some(0));
    list.extend(full.map(|licence| Attention::NoSeatLeft(licence.id)));
    let invitations = invitations(directory, now);
    if !invitations.expired.is_empty() {
        list.push(Attention::InvitationsExpired(invitations.expired));
    }
    if !invitations.expiring.is_empty() {
        list.push(Attention::InvitationsExpiring(invitations.expiring));
    }
    if !invitations.prepared.is_empty() {
        list.push(Attention::Prepared(invitations.prepared.len()));
    }
    let named = |need| by_name(directory, in_need(directory, need, now));
    let some = |users: Vec<UserId>, item: fn(Vec<UserId>) -> Attention| (!users.is_empty()).then(|| item(users));
    list.extend(some(named(UserNeed::PutOff), Attention::PutOff));
    list.extend(some(named(UserNeed::Leaving), Attention::Leaving));
    let silent = directory.silent();
    if silent > 0 {
        list.push(Attention::NoPhone(silent));
    }
    let away = in_need(directory, UserNeed::Away, now).len();
    if away > 0 {
        list.push(Attention::Away(away));
    }
    list.extend(teams(directory));
    let unused = directory.roles().filter(|role| crate::access::built_in(role.id).is_none());
    let unused = unused.filter(|role| directory.holders(role.id).next().is_none()).map(|role| role.id);
    let mut unused: Vec<RoleId> = unused.filter(|id| *id != crate::access::ADVANCED).collect();
    sort::ascending(&mut unused);
    list.extend(unused.into_iter().map(Attention::UnusedRole));
    list.extend(grants(directory, now));
    list
}

fn teams(directory: &Directory) -> Vec<Attention> {
    let mut list = Vec::new();
    let mut teams: Vec<_> = directory.teams().collect();
    sort::by_key(&mut teams, |team| team.name.folded());
    for team in teams {
        if team.disabled {
            let by: Vec<Key> = directory.routed_to(Target::Team(team.id)).collect();
            if !by.is_empty() {
                list.push(Attention::RoutedToDisabled(team.id, by));
            }
        } else if team.routing.is_some() && directory.members(team.id).next().is_none() {
            list.push(Attention::TeamWithoutMembers(team.id));
        }
    }
    list
}

fn grants(directory: &Directory, now: Timestamp) -> Vec<Attention> {
    let mut direct: BTreeMap<UserId, Vec<Permission>> = BTreeMap::new();
    for key in directory.direct_grants() {
        if let Granted::Permission(permission) = key.what {
            direct.entry(key.user).or_default().push(permission);
        }
    }
    let held = |user: UserId| Some(Attention::DirectPermissions(user, direct.remove(&user)?));
    let mut list: Vec<_> =
        by_name(directory, in_need(directory, UserNeed::Direct, now)).into_iter().filter_map(held).collect();
    let ending = by_name(directory, in_need(directory, UserNeed::Ending, now));
    if !ending.is_empty() {
        list.push(Attention::GrantsEnding(ending));
    }
    list
}

/// Users by name.
fn by_name(directory: &Directory, users: BTreeSet<UserId>) -> Vec<UserId> {
    let mut users: Vec<UserId> = users.into_iter().collect();
    sort::by_key(&mut users, |user| (directory.user(*user).map(|user| fold(&user.display_name())), *user));
    users
}
