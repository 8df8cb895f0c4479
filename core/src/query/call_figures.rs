//! Calls by team, with figures per agent: call statistics, productivity, service level (S0.12, S3.11).

use crate::{
    directory::Directory,
    id::{TeamId, UserId},
    model::Call,
    sort,
    time::{Span, Timestamp},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Which calls to count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CallQuery {
    /// Calls that started at or after this moment …
    pub from: Timestamp,
    /// … and before this one.
    pub to: Timestamp,
    /// A call answered within this span counts for the service level, usually 20 seconds.
    pub within: Span,
}

/// Figures of some calls.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CallFigures {
    pub calls: u32,
    pub answered: u32,
    /// Ended without an answer.
    pub missed: u32,
    pub live: u32,
    /// Answered in time.
    pub in_time: u32,
    /// All time talked.
    pub talked: Span,
    /// All time waited for an answer, of answered calls.
    pub waited: Span,
}

/// Figures of a team, as a whole and by agent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TeamFigures {
    pub team: TeamId,
    pub all: CallFigures,
    /// By number of calls, most first.
    pub agents: Vec<(UserId, CallFigures)>,
}

impl CallFigures {
    /// The share of calls answered in time, in percent of those that are no longer ringing.
    pub fn service_level(&self) -> Option<u32> {
        let done = self.answered.saturating_add(self.missed);
        (done > 0).then(|| self.in_time.saturating_mul(100) / done)
    }

    fn add(&mut self, call: &Call, within: Span, now: Timestamp) {
        self.calls += 1;
        self.live += u32::from(call.live(now));
        match call.answered {
            Some(answered) => {
                let waited = answered.since(call.started);
                self.answered += 1;
                self.in_time += u32::from(waited <= within);
                self.waited = Span(self.waited.0.saturating_add(waited.0));
                let talked = call.ended.map_or(Span(0), |ended| ended.since(answered));
                self.talked = Span(self.talked.0.saturating_add(talked.0));
            }
            None => self.missed += u32::from(!call.live(now)),
        }
    }
}

/// The figures of one team.
pub fn team_figures(directory: &Directory, team: TeamId, query: &CallQuery, now: Timestamp) -> TeamFigures {
    let mut all = CallFigures::default();
    let mut agents: BTreeMap<UserId, CallFigures> = BTreeMap::new();
    let asked = |call: &&Call| (query.from..query.to).contains(&call.started);
    for call in directory.calls_of_team(team).filter(asked) {
        all.add(call, query.within, now);
        if let Some(user) = call.user {
            agents.entry(user).or_default().add(call, query.within, now);
        }
    }
    let mut agents: Vec<_> = agents.into_iter().collect();
    sort::by_key(&mut agents, |(user, figures)| (std::cmp::Reverse(figures.calls), *user));
    TeamFigures { team, all, agents }
}

/// Every team that the viewer sees calls of, most calls first; only those with at least so many calls.
pub fn calls_by_team(directory: &Directory, query: &CallQuery, at_least: u32, now: Timestamp) -> Vec<TeamFigures> {
    let figures = directory.teams().map(|team| team_figures(directory, team.id, query, now));
    let mut list: Vec<_> = figures.filter(|figures| figures.all.calls >= at_least).collect();
    sort::by_key(&mut list, |figures| (std::cmp::Reverse(figures.all.calls), figures.team));
    list
}
