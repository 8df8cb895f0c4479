//! Who takes the calls of a team at this moment, and who waits to be taken (S4.8): what its supervisor looks at all day.

use crate::{
    access::{Holding, reads_call},
    directory::Directory,
    id::{CallId, TeamId, UserId},
    model::{Call, CallDirection, PresenceState, UserState},
    sort,
    time::Timestamp,
    value::fold,
};
use serde::Serialize;

/// Whether somebody takes calls of its teams, and else why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum AgentState {
    Available,
    OnCall,
    Break,
    SignedOut,
    /// Without an extension.
    NoPhone,
    /// Not active.
    Inactive,
}

/// An agent of a team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct QueueAgent {
    pub user: UserId,
    pub state: AgentState,
    /// Since when, where that is known: of the call, or of what it said of itself.
    pub since: Option<Timestamp>,
}

/// A team's queue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TeamQueue {
    pub team: TeamId,
    /// Who takes calls first, then in the order of [`AgentState`]; by name.
    pub agents: Vec<QueueAgent>,
    /// How many of them take calls.
    pub available: usize,
    /// Calls that ring for the team, the one that has waited longest first.
    pub waiting: Vec<CallId>,
    /// Calls of the team in which somebody talks.
    pub talking: usize,
}

/// Whether a user takes calls of its teams at this moment.
pub fn agent_state(directory: &Directory, id: UserId, now: Timestamp) -> AgentState {
    let Some(user) = directory.user(id).filter(|user| user.state == UserState::Active) else {
        return AgentState::Inactive;
    };
    if user.line.is_none() {
        return AgentState::NoPhone;
    }
    if directory.on_call(id, now) {
        return AgentState::OnCall;
    }
    match directory.presence(id).map(|presence| presence.state) {
        Some(PresenceState::Break) => AgentState::Break,
        Some(PresenceState::SignedOut) => AgentState::SignedOut,
        // Whoever never said anything is there.
        Some(PresenceState::Available) | None => AgentState::Available,
    }
}

/// The queue of a team, when it is there, with the calls of it that the holder may see. A device knows the calls that its
/// user sees, and the presence of colleagues: who is on another call is available there.
pub fn team_queue(directory: &Directory, holding: &Holding, team: TeamId, now: Timestamp) -> Option<TeamQueue> {
    directory.team(team)?;
    let mut agents: Vec<QueueAgent> = directory.members(team).map(|user| agent(directory, user, now)).collect();
    let name = |user: UserId| directory.user(user).map(|user| fold(&user.display_name()));
    sort::by_key(&mut agents, |agent| (agent.state, name(agent.user), agent.user));
    let available = agents.iter().filter(|agent| agent.state == AgentState::Available).count();
    let mut queue = TeamQueue { team, agents, available, waiting: Vec::new(), talking: 0 };
    let of_team = |call: &&Call| call.team == Some(team) && call.live(now) && reads_call(directory, holding, call);
    let mut waiting: Vec<(Timestamp, CallId)> = Vec::new();
    for call in directory.open_calls().filter(of_team) {
        match (call.answered, call.direction) {
            (Some(_), _) => queue.talking = queue.talking.saturating_add(1),
            (None, CallDirection::Incoming | CallDirection::Internal) => waiting.push((call.started, call.id)),
            (None, CallDirection::Outgoing) => {}
        }
    }
    sort::ascending(&mut waiting);
    queue.waiting = waiting.into_iter().map(|(_, call)| call).collect();
    Some(queue)
}

fn agent(directory: &Directory, user: UserId, now: Timestamp) -> QueueAgent {
    let state = agent_state(directory, user, now);
    let since = match state {
        AgentState::OnCall => {
            let live = directory.calls_of(user).filter(|call| call.live(now));
            live.map(|call| call.answered.unwrap_or(call.started)).min()
        }
        AgentState::Available | AgentState::Break | AgentState::SignedOut => {
            directory.presence(user).map(|presence| presence.since)
        }
        AgentState::NoPhone | AgentState::Inactive => None,
    };
    QueueAgent { user, state, since }
}
