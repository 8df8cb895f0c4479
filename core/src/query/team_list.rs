//! The list of teams, and one team with all that belongs to it (S0.9–S0.11, S2.17–S2.20).

use crate::{
    access::Holding,
    directory::Directory,
    id::{ChannelId, RoleId, TeamId, UserId},
    model::{Channel, Membership, Routing, Team, TeamKind},
    sort,
    value::{ChannelName, RoleName, TeamName, fold},
};
use serde::Serialize;

/// One row of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TeamRow {
    pub id: TeamId,
    pub name: TeamName,
    pub kind: TeamKind,
    pub disabled: bool,
    pub members: usize,
    pub takes_calls: bool,
}

/// One team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TeamDetail {
    pub row: TeamRow,
    /// Members by name, and why they are members.
    pub members: Vec<TeamMember>,
    /// Roles whose holders belong to the team, by name.
    pub roles: Vec<(RoleId, RoleName)>,
    /// Channels by name; private ones are there only for who sees them.
    pub channels: Vec<(ChannelId, ChannelName, bool)>,
    pub routing: Option<Routing>,
}

/// A member of a team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TeamMember {
    pub user: UserId,
    /// Name, address or log-in name.
    pub name: String,
    pub by_hand: bool,
    pub through: Vec<RoleName>,
}

/// Teams whose name holds every word of the search, by name, disabled ones last.
pub fn team_list(directory: &Directory, search: &str) -> Vec<TeamRow> {
    let folded = fold(search);
    let words: Vec<&str> = folded.split_whitespace().collect();
    let fits = |team: &&Team| words.iter().all(|word| team.name.folded().contains(word));
    let mut rows: Vec<TeamRow> = directory.teams().filter(fits).map(|team| row(directory, team)).collect();
    sort::by_key(&mut rows, |row| (row.disabled, row.name.folded(), row.id));
    rows
}

/// One team with all that belongs to it.
pub fn team_detail(directory: &Directory, id: TeamId) -> Option<TeamDetail> {
    let team = directory.team(id)?;
    let role_name = |id: &RoleId| directory.role(*id).map(|role| role.name.clone());
    let member = |membership: &Membership| TeamMember {
        user: membership.user,
        name: directory.user(membership.user).map(|user| user.display_name().to_owned()).unwrap_or_default(),
        by_hand: membership.by_hand,
        through: membership.through.iter().filter_map(role_name).collect(),
    };
    let mut members: Vec<TeamMember> =
        directory.members(id).filter_map(|user| directory.membership(id, user)).map(member).collect();
    sort::by_key(&mut members, |member| (fold(&member.name), member.user));
    let brings = directory.roles().filter(|role| role.teams.contains(&id));
    let mut roles: Vec<_> = brings.map(|role| (role.id, role.name.clone())).collect();
    sort::by_key(&mut roles, |(_, name)| name.folded());
    let channel = |channel: &Channel| (channel.id, channel.name.clone(), channel.public);
    let mut channels: Vec<_> = directory.channels_of(id).map(channel).collect();
    sort::by_key(&mut channels, |(_, name, _)| name.folded());
    Some(TeamDetail { row: row(directory, team), members, roles, channels, routing: team.routing.clone() })
}

/// The teams in which a holder may do something with members, by name; for filters and forms.
pub fn teams_managed(directory: &Directory, holding: &Holding) -> Vec<(TeamId, TeamName)> {
    let may = |team: &&Team| holding.in_team(team.id).has(crate::access::Permission::TeamMembers);
    let mut teams: Vec<_> = directory.teams().filter(may).map(|team| (team.id, team.name.clone())).collect();
    sort::by_key(&mut teams, |(_, name)| name.folded());
    teams
}

fn row(directory: &Directory, team: &Team) -> TeamRow {
    TeamRow {
        id: team.id,
        name: team.name.clone(),
        kind: team.kind,
        disabled: team.disabled,
        members: directory.members(team.id).count(),
        takes_calls: team.routing.is_some(),
    }
}
