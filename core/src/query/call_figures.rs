//! Figures of calls, in all and by team, agent, hour or day: call statistics, productivity, service level (S0.12, S3.11). What
//! each means stands in domain.md, section 8.

use super::{
    call_log::{CallFilter, CallResult, OfTeam, matching},
    routing::LocalTime,
};
use crate::{
    access::Holding,
    directory::Directory,
    id::UserId,
    model::{Call, CallDirection},
    sort,
    time::{Span, Timestamp},
    value::{Date, TimeZone},
};
use serde::{Deserialize, Serialize};
use std::{cmp::Reverse, collections::BTreeMap};

/// Which calls to count, and how to group them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct CallQuery {
    pub filter: CallFilter,
    pub by: Option<GroupBy>,
    /// Only groups with at least so many calls.
    pub at_least: u32,
}

/// What figures are told for, each by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum GroupBy {
    Team,
    Agent,
    /// Of the day, by the organisation's clock.
    Hour,
    /// Of the organisation's calendar.
    Day,
}

/// A group of calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CallGroup {
    Team(OfTeam),
    Agent(UserId),
    /// Calls that nobody was named for.
    NoAgent,
    /// 0–23.
    Hour(u16),
    Day(Date),
}

/// Figures of some calls.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CallFigures {
    pub calls: u32,
    /// Incoming calls: answered, missed or still waiting.
    pub offered: u32,
    pub answered: u32,
    pub missed: u32,
    pub waiting: u32,
    /// Answered in time.
    pub in_time: u32,
    /// All time that callers waited who were answered.
    pub waited: Span,
    pub outgoing: u32,
    pub internal: u32,
    /// Calls of any direction that were answered and have ended …
    pub talks: u32,
    /// … and all time talked in them.
    pub talked: Span,
}

/// Figures of all that were asked for, and of each group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FiguresOfCalls {
    pub all: CallFigures,
    /// Hours and days in their order, others by number of calls, most first.
    pub groups: Vec<(CallGroup, CallFigures)>,
}

impl CallFigures {
    /// The share of offered calls that were answered in time, in percent of those that no longer wait.
    pub fn service_level(&self) -> Option<u32> {
        let done = self.answered.saturating_add(self.missed);
        self.in_time.saturating_mul(100).checked_div(done)
    }

    /// How long callers waited who were answered.
    pub fn average_wait(&self) -> Option<Span> {
        self.waited.0.checked_div(i64::from(self.answered)).map(Span)
    }

    /// How long was talked in a call.
    pub fn average_talk(&self) -> Option<Span> {
        self.talked.0.checked_div(i64::from(self.talks)).map(Span)
    }

    fn add(&mut self, call: &Call, in_time: Span, now: Timestamp) {
        let span = |from: Timestamp, to: Timestamp| to.since(from).0.max(0);
        self.calls += 1;
        match call.direction {
            CallDirection::Incoming => self.offer(call, in_time, now),
            CallDirection::Outgoing => self.outgoing += 1,
            CallDirection::Internal => self.internal += 1,
        }
        if let (Some(answered), Some(ended)) = (call.answered, call.ended) {
            self.talks += 1;
            self.talked = Span(self.talked.0.saturating_add(span(answered, ended)));
        }
    }

    fn offer(&mut self, call: &Call, in_time: Span, now: Timestamp) {
        self.offered += 1;
        if let Some(answered) = call.answered {
            let waited = answered.since(call.started);
            self.answered += 1;
            self.in_time += u32::from(waited <= in_time);
            self.waited = Span(self.waited.0.saturating_add(waited.0));
        } else if CallResult::of(call, now) == CallResult::Live {
            self.waiting += 1;
        } else {
            self.missed += 1;
        }
    }
}

/// The figures of the calls that fit and that the holder may see. Everybody sees its own: `agent` is itself then. `local` tells
/// the time in the organisation's zone.
pub fn call_figures(
    directory: &Directory,
    holding: &Holding,
    query: &CallQuery,
    now: Timestamp,
    local: &dyn Fn(&TimeZone, Timestamp) -> LocalTime,
) -> FiguresOfCalls {
    let in_time = Span(i64::from(directory.call_policy().service_seconds).saturating_mul(1_000));
    let zone = directory.organisation().map(|organisation| &organisation.time_zone);
    let group = |call: &Call, by| {
        let there = || zone.map(|zone| local(zone, call.started));
        Some(match by {
            GroupBy::Team => CallGroup::Team(call.team.map_or(OfTeam::NoTeam, OfTeam::Team)),
            GroupBy::Agent => call.user.map_or(CallGroup::NoAgent, CallGroup::Agent),
            GroupBy::Hour => CallGroup::Hour(there()?.minute / 60),
            GroupBy::Day => CallGroup::Day(there()?.date),
        })
    };
    let mut all = CallFigures::default();
    let mut groups: BTreeMap<CallGroup, CallFigures> = BTreeMap::new();
    for call in matching(directory, holding, &query.filter, now) {
        all.add(call, in_time, now);
        if let Some(group) = query.by.and_then(|by| group(call, by)) {
            groups.entry(group).or_default().add(call, in_time, now);
        }
    }
    let enough = |(_, figures): &(CallGroup, CallFigures)| figures.calls >= query.at_least;
    let mut groups: Vec<_> = groups.into_iter().filter(enough).collect();
    if matches!(query.by, Some(GroupBy::Team | GroupBy::Agent)) {
        sort::by_key(&mut groups, |(_, figures)| Reverse(figures.calls));
    }
    FiguresOfCalls { all, groups }
}
