//! The list of calls that a page shows: searched, filtered and sorted, a count for each result, a part at a time (S0.12, S3.11);
//! and the figures of the same calls. Everybody finds its own, and those that it may read.

use super::{
    call_figures::{CallQuery, FiguresOfCalls, call_figures},
    call_log::{CallFilter, CallResult, CallRow, OfTeam, matching},
    number_list::Word,
    routing::LocalTime,
};
use crate::{
    access::Holding,
    context::Context,
    directory::Directory,
    id::{CallId, UserId},
    model::{Call, CallDirection},
    sort,
    time::{Span, Timestamp},
    value::{PhoneNumber, TimeZone, fold},
};
use serde::{Deserialize, Serialize};
use std::{cmp::Reverse, collections::BTreeMap};

/// What a list of calls is to show.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CallListQuery {
    /// Words, each of which must occur in the number of the other side, what a shared contact with it is called, or the name of
    /// the agent or team.
    pub search: String,
    pub state: CallState,
    pub team: Option<OfTeam>,
    pub agent: Option<UserId>,
    pub direction: Option<CallDirection>,
    pub period: Option<CallPeriod>,
    pub sort: CallSort,
    pub descending: bool,
    /// How many calls of the list to leave out at its start.
    pub from: usize,
    /// How many to answer at most; all when absent.
    pub limit: Option<usize>,
}

/// Which calls, by what came of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CallState {
    #[default]
    All,
    Live,
    Answered,
    Missed,
    NotReached,
}

/// How far back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CallPeriod {
    /// The last 24 hours.
    Day,
    /// The last seven days.
    Week,
    /// The last thirty days.
    Month,
}

/// What a list of calls is sorted by; equal ones, the newest first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CallSort {
    /// The newest first.
    #[default]
    Started,
    /// Who waited longest first.
    Waited,
    /// The longest talk first.
    Talked,
}

/// How many calls match the search and every filter but the one by result.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CallCounts {
    pub all: usize,
    pub live: usize,
    pub answered: usize,
    pub missed: usize,
    pub not_reached: usize,
}

/// The answer: calls in the order of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CallList {
    pub calls: Vec<CallId>,
    /// How many calls the whole list has; a part of it may have fewer.
    pub total: usize,
    pub counts: CallCounts,
}

/// The choices of each filter. A count tells how many calls match the search and every other filter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CallFilters {
    pub teams: Vec<(OfTeam, usize)>,
    pub agents: Vec<(UserId, usize)>,
    pub directions: Vec<(CallDirection, usize)>,
    pub periods: Vec<(CallPeriod, usize)>,
}

impl CallPeriod {
    pub const ALL: [Self; 3] = [Self::Day, Self::Week, Self::Month];

    /// When it begins.
    pub fn from(self, now: Timestamp) -> Timestamp {
        let days = match self {
            Self::Day => 1,
            Self::Week => 7,
            Self::Month => 30,
        };
        Timestamp(now.0.saturating_sub(Span::days(days).0))
    }
}

impl CallState {
    fn takes(self, result: CallResult) -> bool {
        match self {
            Self::All => true,
            Self::Live => result == CallResult::Live,
            Self::Answered => result == CallResult::Answered,
            Self::Missed => result == CallResult::Missed,
            Self::NotReached => result == CallResult::NotReached,
        }
    }
}

impl CallListQuery {
    /// What of it the figures of the same calls are asked by.
    pub fn filter(&self, now: Timestamp) -> CallFilter {
        CallFilter {
            team: self.team,
            agent: self.agent,
            direction: self.direction,
            result: None,
            from: self.period.map(|period| period.from(now)),
            to: None,
        }
    }
}

/// Whether calls are of any use to the actor: everybody who is signed in has its own.
pub fn sees_calls(directory: &Directory, context: &Context) -> bool {
    Holding::of_signed_in(directory, context).is_ok()
}

/// Those that match the search and every filter but the one by result, newest first.
fn found<'d>(directory: &'d Directory, context: &Context, query: &CallListQuery) -> Vec<&'d Call> {
    let Ok(holding) = Holding::of_signed_in(directory, context) else { return Vec::new() };
    let folded = fold(&query.search);
    let words: Vec<Word<'_>> = folded.split_whitespace().map(Word::of).collect();
    let mut found = matching(directory, &holding, &query.filter(context.now), context.now);
    if !words.is_empty() {
        let callers = callers(directory);
        found.retain(|call| {
            let names = names(directory, &callers, call);
            words.iter().all(|word| call.peer.is_some_and(|peer| word.dials(peer)) || names.contains(word.text))
        });
    }
    found
}

/// What shared contacts are called, by their numbers (S4.4); the first by name where several have one. Made once for many calls.
fn callers(directory: &Directory) -> BTreeMap<PhoneNumber, &str> {
    let mut callers: BTreeMap<PhoneNumber, &str> = BTreeMap::new();
    for contact in directory.contacts() {
        let name = contact.name.as_str();
        for number in &contact.numbers {
            let first = callers.entry(*number).or_insert(name);
            *first = name.min(first);
        }
    }
    callers
}

/// What a call is found by, folded.
fn names(directory: &Directory, callers: &BTreeMap<PhoneNumber, &str>, call: &Call) -> String {
    let agent = call.user.and_then(|user| directory.user(user)).map(|user| fold(&user.display_name()));
    let team = call.team.and_then(|team| directory.team(team)).map(|team| fold(team.name.as_str()));
    let peer = call.peer.and_then(|peer| callers.get(&peer)).map(|name| fold(name));
    // Nobody searches for a line break.
    [agent, team, peer].into_iter().flatten().collect::<Vec<_>>().join("\n")
}

/// What the shared contact is called that has a number (S4.4); the first by name where several have it.
pub fn caller(directory: &Directory, number: PhoneNumber) -> Option<String> {
    let contacts = directory.contacts().filter(|contact| contact.numbers.contains(&number));
    contacts.map(|contact| contact.name.to_string()).min()
}

/// Finds calls.
pub fn call_list(directory: &Directory, context: &Context, query: &CallListQuery) -> CallList {
    let mut found = found(directory, context, query);
    let mut counts = CallCounts { all: found.len(), ..CallCounts::default() };
    found.retain(|call| {
        let result = CallResult::of(call, context.now);
        let count = match result {
            CallResult::Live => &mut counts.live,
            CallResult::Answered => &mut counts.answered,
            CallResult::Missed => &mut counts.missed,
            CallResult::NotReached => &mut counts.not_reached,
        };
        *count += 1;
        query.state.takes(result)
    });
    let row = |call: &Call| CallRow::of(call, context.now);
    match query.sort {
        CallSort::Started => {}
        CallSort::Waited => sort::by_key(&mut found, |call| Reverse(row(call).waited.map(|waited| waited.0))),
        CallSort::Talked => sort::by_key(&mut found, |call| Reverse(row(call).talked.map(|talked| talked.0))),
    }
    if query.descending {
        found.reverse();
    }
    let page = found.iter().skip(query.from).take(query.limit.unwrap_or(usize::MAX));
    CallList { calls: page.map(|call| call.id).collect(), total: found.len(), counts }
}

/// The choices that a query leaves: teams and agents with the most calls first.
pub fn call_filters(directory: &Directory, context: &Context, query: &CallListQuery) -> CallFilters {
    let without = |query: CallListQuery| {
        let mut found = found(directory, context, &query);
        found.retain(|call| query.state.takes(CallResult::of(call, context.now)));
        found
    };
    let mut teams: BTreeMap<OfTeam, usize> = BTreeMap::new();
    for call in without(CallListQuery { team: None, ..query.clone() }) {
        *teams.entry(call.team.map_or(OfTeam::NoTeam, OfTeam::Team)).or_default() += 1;
    }
    let mut agents: BTreeMap<UserId, usize> = BTreeMap::new();
    for user in without(CallListQuery { agent: None, ..query.clone() }).into_iter().filter_map(|call| call.user) {
        *agents.entry(user).or_default() += 1;
    }
    let of_any_direction = without(CallListQuery { direction: None, ..query.clone() });
    let direction = |direction| of_any_direction.iter().filter(|call| call.direction == direction).count();
    let period = |period| without(CallListQuery { period: Some(period), ..query.clone() }).len();
    let (mut teams, mut agents): (Vec<_>, Vec<_>) = (teams.into_iter().collect(), agents.into_iter().collect());
    sort::by_key(&mut teams, |(_, count)| Reverse(*count));
    sort::by_key(&mut agents, |(_, count)| Reverse(*count));
    CallFilters {
        teams,
        agents,
        directions: CallDirection::ALL.map(|each| (each, direction(each))).into(),
        periods: CallPeriod::ALL.map(|each| (each, period(each))).into(),
    }
}

/// One call as a list shows it; none where it is not there, or not the actor's to read.
pub fn call_row(directory: &Directory, context: &Context, call: CallId) -> Option<CallRow> {
    let holding = Holding::of_signed_in(directory, context).ok()?;
    let call = directory.call(call)?;
    crate::access::reads_call(directory, &holding, call).then(|| CallRow::of(call, context.now))
}

/// The figures of the calls that the actor may read; of nothing for somebody who is not signed in.
pub fn own_call_figures(
    directory: &Directory,
    context: &Context,
    query: &CallQuery,
    local: &dyn Fn(&TimeZone, Timestamp) -> LocalTime,
) -> Option<FiguresOfCalls> {
    let holding = Holding::of_signed_in(directory, context).ok()?;
    Some(call_figures(directory, &holding, query, context.now, local))
}
