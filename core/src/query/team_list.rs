//! The list of teams: search, filters and sorts combined, a count per filter, a page at a time; and one team with all that
//! belongs to it (S0.9–S0.11, S2.17–S2.20).

use crate::{
    access::{Holding, Permission},
    change::Key,
    context::Context,
    directory::Directory,
    id::{ChannelId, RoleId, TeamId, UserId},
    model::{Channel, Granted, Membership, Role, Routing, Target, Team, TeamKind},
    sort,
    time::Timestamp,
    value::{ChannelName, Extension, PhoneNumber, RoleName, TeamName, fold},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What a list of teams is to show.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(default)]
pub struct TeamQuery {
    /// Words, each of which must occur in the name.
    pub search: String,
    pub state: TeamState,
    pub kind: Option<TeamKind>,
    /// Teams that this role brings.
    pub role: Option<RoleId>,
    /// Teams that this user is in.
    pub member: Option<UserId>,
    /// Teams that take calls.
    pub takes_calls: bool,
    pub sort: TeamSort,
    pub descending: bool,
    /// How many teams of the list to leave out at its start.
    pub from: usize,
    /// How many teams to answer at most; all when absent.
    pub limit: Option<usize>,
}

/// Which teams, by whether they are in use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum TeamState {
    #[default]
    All,
    Active,
    Disabled,
}

/// What a list of teams is sorted by; equal ones, by name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum TeamSort {
    /// Disabled ones last.
    #[default]
    Name,
    /// Teams, departments, sites.
    Kind,
    /// By how many they are.
    Members,
    /// Active ones first.
    State,
}

/// How many teams match the search and every filter but the one by state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TeamCounts {
    pub all: usize,
    pub active: usize,
    pub disabled: usize,
}

/// The answer: ids in the order of the list, so that a page makes only the rows it shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TeamList {
    pub teams: Vec<TeamId>,
    /// How many teams the whole list has; a page of it may have fewer.
    pub total: usize,
    /// Of the search, whatever the filter by state.
    pub counts: TeamCounts,
}

/// The choices of each filter. A count tells how many teams match the search and every other filter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TeamFilters {
    pub kinds: Vec<(TeamKind, usize)>,
    /// Roles that bring teams, by name.
    pub roles: Vec<(RoleId, RoleName, usize)>,
    /// Teams that the asker is in.
    pub mine: usize,
    pub takes_calls: usize,
}

/// One row of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TeamRow {
    pub id: TeamId,
    pub name: TeamName,
    pub kind: TeamKind,
    pub disabled: bool,
    pub members: usize,
    pub takes_calls: bool,
    /// The names of those who were given the right to say who is in it, in the team itself and by a role that brings it.
    pub managers: Vec<String>,
    /// Roles whose holders belong to it, by name.
    pub roles: Vec<RoleName>,
    /// How many channels it has that are seen.
    pub channels: usize,
    /// Numbers whose calls go to it.
    pub numbers: Vec<PhoneNumber>,
    /// Extensions of queues and others whose calls go to it.
    pub extensions: Vec<Extension>,
}

/// One team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TeamDetail {
    pub row: TeamRow,
    /// Members by name, and why they are members.
    pub members: Vec<TeamMember>,
    /// Channels by name; private ones are there only for who sees them.
    pub channels: Vec<(ChannelId, ChannelName, bool)>,
    pub routing: Option<Routing>,
}

/// A member of a team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TeamMember {
    pub user: UserId,
    /// Name, address or log-in name.
    pub name: String,
    pub by_hand: bool,
    pub through: Vec<RoleName>,
}

/// Whether teams are of any use to the actor: it sees some, or may make some.
pub fn sees_teams(directory: &Directory, context: &Context) -> bool {
    let makes =
        || Holding::of_signed_in(directory, context).is_ok_and(|holding| holding.everywhere(Permission::TeamManage));
    directory.teams().next().is_some() || makes()
}

/// Those who match the search and every filter but the one by state.
fn matching<'d>(directory: &'d Directory, query: &TeamQuery) -> Vec<&'d Team> {
    let folded = fold(&query.search);
    let words: Vec<&str> = folded.split_whitespace().collect();
    let brought = query.role.map(|role| directory.role(role).map(|role| role.teams.as_slice()).unwrap_or_default());
    let fits = |team: &&Team| {
        query.kind.is_none_or(|kind| team.kind == kind)
            && (!query.takes_calls || team.routing.is_some())
            && brought.is_none_or(|brought| brought.contains(&team.id))
            && query.member.is_none_or(|user| directory.membership(team.id, user).is_some())
            && (words.is_empty() || {
                let name = team.name.folded();
                words.iter().all(|word| name.contains(word))
            })
    };
    directory.teams().filter(fits).collect()
}

fn in_state(team: &Team, state: TeamState) -> bool {
    match state {
        TeamState::All => true,
        TeamState::Active => !team.disabled,
        TeamState::Disabled => team.disabled,
    }
}

/// Finds teams.
pub fn team_list(directory: &Directory, query: &TeamQuery) -> TeamList {
    let mut found = matching(directory, query);
    let disabled = found.iter().filter(|team| team.disabled).count();
    let counts = TeamCounts { all: found.len(), active: found.len() - disabled, disabled };
    found.retain(|team| in_state(team, query.state));
    sort::by_key(&mut found, |team| {
        let first = match query.sort {
            TeamSort::Name | TeamSort::State => usize::from(team.disabled),
            TeamSort::Kind => team.kind as usize,
            TeamSort::Members => directory.members(team.id).count(),
        };
        (first, team.name.folded(), team.id)
    });
    if query.descending {
        found.reverse();
    }
    let page = found.iter().skip(query.from).take(query.limit.unwrap_or(usize::MAX));
    TeamList { teams: page.map(|team| team.id).collect(), total: found.len(), counts }
}

/// The choices that a query leaves; `asker` is who might look for its own teams.
pub fn team_filters(directory: &Directory, query: &TeamQuery, asker: Option<UserId>) -> TeamFilters {
    let without = |query: TeamQuery| {
        let mut found = matching(directory, &query);
        found.retain(|team| in_state(team, query.state));
        found
    };
    let of_any_kind = without(TeamQuery { kind: None, ..query.clone() });
    let of_any_role = without(TeamQuery { role: None, ..query.clone() });
    let mut roles: Vec<&Role> = directory.roles().filter(|role| !role.teams.is_empty()).collect();
    sort::by_key(&mut roles, |role| (role.name.folded(), role.id));
    let count = |role: &Role| of_any_role.iter().filter(|team| role.teams.contains(&team.id)).count();
    let of_kind = |kind| of_any_kind.iter().filter(|team| team.kind == kind).count();
    TeamFilters {
        kinds: TeamKind::ALL.map(|kind| (kind, of_kind(kind))).into(),
        roles: roles.into_iter().map(|role| (role.id, role.name.clone(), count(role))).collect(),
        mine: asker.map_or(0, |user| without(TeamQuery { member: Some(user), ..query.clone() }).len()),
        takes_calls: without(TeamQuery { takes_calls: true, ..query.clone() }).len(),
    }
}

/// The row of one team.
pub fn team_row(directory: &Directory, id: TeamId, now: Timestamp) -> Option<TeamRow> {
    directory.team(id).map(|team| row(directory, team, now))
}

/// One team with all that belongs to it.
pub fn team_detail(directory: &Directory, id: TeamId, now: Timestamp) -> Option<TeamDetail> {
    let team = directory.team(id)?;
    let role_name = |id: &RoleId| directory.role(*id).map(|role| role.name.clone());
    let member = |membership: &Membership| TeamMember {
        user: membership.user,
        name: directory.user(membership.user).map(|user| user.display_name().into_owned()).unwrap_or_default(),
        by_hand: membership.by_hand,
        through: membership.through.iter().filter_map(role_name).collect(),
    };
    let mut members: Vec<TeamMember> =
        directory.members(id).filter_map(|user| directory.membership(id, user)).map(member).collect();
    sort::by_key(&mut members, |member| (fold(&member.name), member.user));
    let channel = |channel: &Channel| (channel.id, channel.name.clone(), channel.public);
    let mut channels: Vec<_> = directory.channels_of(id).map(channel).collect();
    sort::by_key(&mut channels, |(_, name, _)| name.folded());
    Some(TeamDetail { row: row(directory, team, now), members, channels, routing: team.routing.clone() })
}

/// The teams in which a holder may do something with members, by name; for filters and forms.
pub fn teams_managed(directory: &Directory, holding: &Holding) -> Vec<(TeamId, TeamName)> {
    let may = |team: &&Team| holding.in_team(team.id).has(Permission::TeamMembers);
    let mut teams: Vec<_> = directory.teams().filter(may).map(|team| (team.id, team.name.clone())).collect();
    sort::by_key(&mut teams, |(_, name)| name.folded());
    teams
}

fn row(directory: &Directory, team: &Team, now: Timestamp) -> TeamRow {
    let mut brings: Vec<&Role> = directory.roles().filter(|role| role.teams.contains(&team.id)).collect();
    sort::by_key(&mut brings, |role| (role.name.folded(), role.id));
    let (mut numbers, mut extensions) = (Vec::new(), Vec::new());
    for key in directory.routed_to(Target::Team(team.id)) {
        match key {
            Key::Number(number) => numbers.push(number),
            Key::User(user) => extensions.extend(directory.user(user).and_then(|user| user.extension()).cloned()),
            _ => {}
        }
    }
    sort::ascending(&mut numbers);
    sort::ascending(&mut extensions);
    TeamRow {
        id: team.id,
        name: team.name.clone(),
        kind: team.kind,
        disabled: team.disabled,
        members: directory.members(team.id).count(),
        takes_calls: team.routing.is_some(),
        managers: managers(directory, team.id, &brings, now),
        roles: brings.into_iter().map(|role| role.name.clone()).collect(),
        channels: directory.channels_of(team.id).count(),
        numbers,
        extensions,
    }
}

/// Who was given the right to say who is in a team, in the team itself or by a role that brings it: the names, in order.
fn managers(directory: &Directory, team: TeamId, brings: &[&Role], now: Timestamp) -> Vec<String> {
    let manages = |what: Granted| match what {
        Granted::Permission(permission) => permission == Permission::TeamMembers,
        Granted::Role(role) => directory.role(role).is_some_and(|role| role.permissions.has(Permission::TeamMembers)),
    };
    let lasts = |until: Option<Timestamp>| until.is_none_or(|until| until > now);
    let here =
        directory.grants_in(team).filter(|grant| manages(grant.what)).filter_map(|grant| directory.grant(&grant));
    let brought = brings.iter().filter(|role| role.team_permissions.has(Permission::TeamMembers));
    let brought = brought.flat_map(|role| directory.holders(role.id));
    let users: BTreeSet<UserId> =
        here.chain(brought).filter(|grant| lasts(grant.until)).map(|grant| grant.key.user).collect();
    let mut names: Vec<String> =
        users.into_iter().filter_map(|user| Some(directory.user(user)?.display_name().into_owned())).collect();
    sort::by_key(&mut names, |name| fold(name));
    names
}
