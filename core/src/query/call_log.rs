//! Single calls, newest first: those that go on at this moment, and the log of all that are kept (S0.12, S3.11).

use crate::{
    access::{Holding, reads_call},
    directory::Directory,
    id::{TeamId, UserId},
    model::{Call, CallDirection},
    sort,
    time::{Span, Timestamp},
};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// Which calls are asked for; what is left out fits all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct CallFilter {
    pub team: Option<OfTeam>,
    /// Who was rung, called or answered.
    pub agent: Option<UserId>,
    pub direction: Option<CallDirection>,
    pub result: Option<CallResult>,
    /// Calls that started at or after this moment …
    pub from: Option<Timestamp>,
    /// … and before this one.
    pub to: Option<Timestamp>,
}

/// A team, or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum OfTeam {
    Team(TeamId),
    NoTeam,
}

/// What came of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CallResult {
    /// It goes on.
    Live,
    Answered,
    /// An incoming call that nobody answered.
    Missed,
    /// An outgoing or internal call that nobody answered.
    NotReached,
}

/// A call as a list shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CallRow {
    pub call: Call,
    pub result: CallResult,
    /// From the start to the answer, or to the end without one; of a call that rings, until now. None when the end of an
    /// unanswered call was never reported.
    pub waited: Option<Span>,
    /// From the answer to the end; of a call that goes on, until now. None when there was no answer, or its end was never
    /// reported.
    pub talked: Option<Span>,
}

/// Calls, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CallLog {
    /// How many fit in all.
    pub total: usize,
    pub rows: Vec<CallRow>,
}

impl CallResult {
    /// What came of a call, as far as is known at this moment.
    pub fn of(call: &Call, now: Timestamp) -> Self {
        match (call.live(now), call.answered, call.direction) {
            (true, _, _) => Self::Live,
            (false, Some(_), _) => Self::Answered,
            (false, None, CallDirection::Incoming) => Self::Missed,
            (false, None, CallDirection::Outgoing | CallDirection::Internal) => Self::NotReached,
        }
    }
}

impl CallFilter {
    fn takes(&self, call: &Call, now: Timestamp) -> bool {
        let of_team = |team| match team {
            OfTeam::Team(team) => call.team == Some(team),
            OfTeam::NoTeam => call.team.is_none(),
        };
        self.team.is_none_or(of_team)
            && self.agent.is_none_or(|agent| call.user == Some(agent))
            && self.direction.is_none_or(|direction| call.direction == direction)
            && self.result.is_none_or(|result| CallResult::of(call, now) == result)
            && self.from.is_none_or(|from| call.started >= from)
            && self.to.is_none_or(|to| call.started < to)
    }
}

impl CallRow {
    /// A call as it stands at this moment.
    pub fn of(call: &Call, now: Timestamp) -> Self {
        let result = CallResult::of(call, now);
        let over = call.ended.or((result == CallResult::Live).then_some(now));
        let span = |from: Timestamp, to: Timestamp| Span(to.since(from).0.max(0));
        let waited = call.answered.or(over).map(|until| span(call.started, until));
        let talked = call.answered.zip(over).map(|(answered, over)| span(answered, over));
        Self { call: *call, result, waited, talked }
    }
}

/// The calls that fit and that the holder may see, newest first.
pub(super) fn matching<'d>(
    directory: &'d Directory,
    holding: &Holding,
    filter: &CallFilter,
    now: Timestamp,
) -> Vec<&'d Call> {
    let fits = |call: &&Call| filter.takes(call, now) && reads_call(directory, holding, call);
    let few: Vec<&Call> = match (filter.result, filter.agent, filter.team) {
        (Some(CallResult::Live), _, _) => directory.open_calls().filter(fits).collect(),
        (_, Some(agent), _) => directory.calls_of(agent).filter(fits).collect(),
        (_, _, Some(OfTeam::Team(team))) => directory.calls_of_team(team).filter(fits).collect(),
        _ => {
            let (from, to) = (filter.from.unwrap_or(Timestamp(i64::MIN)), filter.to.unwrap_or(Timestamp(i64::MAX)));
            return directory.calls_between(from, to).rev().filter(fits).collect();
        }
    };
    let mut few = few;
    sort::by_key(&mut few, |call| Reverse((call.started, call.id)));
    few
}

/// The log: the calls that fit and that the holder may see, from a place in it, at most so many.
pub fn call_log(
    directory: &Directory,
    holding: &Holding,
    filter: &CallFilter,
    (skip, limit): (usize, usize),
    now: Timestamp,
) -> CallLog {
    let found = matching(directory, holding, filter, now);
    let rows = found.iter().skip(skip).take(limit).map(|call| CallRow::of(call, now)).collect();
    CallLog { total: found.len(), rows }
}

/// The calls that go on at this moment.
pub fn live_calls(directory: &Directory, holding: &Holding, filter: &CallFilter, now: Timestamp) -> CallLog {
    let live = CallFilter { result: Some(CallResult::Live), ..*filter };
    call_log(directory, holding, &live, (0, usize::MAX), now)
}
