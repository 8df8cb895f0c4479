//! The list of calls (S0.12, S3.11).

use super::{Asker, Called, Chip, Choice, Column, Declared, Filter, FilterKind, Found, Query, Sort, Words};
use rollcall_core::{
    Directory,
    id::{TeamId, UserId},
    model::CallDirection,
    query::{self, CallCounts, CallListQuery, CallPeriod, CallResult, OfTeam},
};
use rollcall_words::{Text, text};
use std::ops::Range;

/// What is said of it.
pub static CALLS: Declared = Declared {
    name: "calls",
    words: Words {
        title: || text!(calls),
        search: || text!(calls_search),
        search_hint: || text!(calls_search_hint),
        loading: || text!(loading),
        found: |count| text!(calls_found, count),
        selected: |count| text!(bulk_selected, count),
        empty: (|| text!(calls_empty_title), || text!(calls_empty_sentence)),
        unfound: (|| text!(list_unfound_title), || text!(list_unfound_sentence)),
        detail: || text!(calls_detail),
    },
    filters: &[
        Filter {
            key: "state",
            name: || text!(calls_result),
            kind: FilterKind::Chips(&[
                Chip { value: "", name: || text!(list_all) },
                Chip { value: "live", name: || call_result_name(CallResult::Live) },
                Chip { value: "answered", name: || call_result_name(CallResult::Answered) },
                Chip { value: "missed", name: || call_result_name(CallResult::Missed) },
                Chip { value: "not_reached", name: || call_result_name(CallResult::NotReached) },
            ]),
        },
        Filter {
            key: "period",
            name: || text!(calls_period),
            kind: FilterKind::Choice {
                any: || text!(calls_any_time),
                named: |_, key| period_of_key(key).map(|period| Called::Words(period_name(period))),
                reads: |text| period_of_key(text).is_some(),
            },
        },
        Filter {
            key: "team",
            name: || text!(calls_team),
            kind: FilterKind::Choice {
                any: || text!(calls_any_team),
                named: |names, key| team_of_key(key).and_then(|team| team_name(names, team)),
                reads: |text| team_of_key(text).is_some(),
            },
        },
        Filter {
            key: "agent",
            name: || text!(calls_agent),
            kind: FilterKind::Choice {
                any: || text!(calls_any_agent),
                named: |names, key| key.parse().ok().and_then(|agent| agent_name(names, agent)),
                reads: |text| text.parse::<UserId>().is_ok(),
            },
        },
        Filter {
            key: "direction",
            name: || text!(calls_direction),
            kind: FilterKind::Choice {
                any: || text!(calls_any_direction),
                named: |_, key| direction_of_key(key).map(|direction| Called::Words(call_direction_name(direction))),
                reads: |text| direction_of_key(text).is_some(),
            },
        },
    ],
    sorts: &[
        Sort { key: "started", name: || text!(calls_newest) },
        Sort { key: "waited", name: || text!(calls_waited) },
        Sort { key: "talked", name: || text!(calls_talked) },
    ],
    columns: &[
        Column::new("who", || text!(calls_other_side), (11, 20)).fixed(),
        Column::new("agent", || text!(calls_agent), (8, 16)).rank(1),
        Column::new("team", || text!(calls_team), (7, 12)),
        Column::new("direction", || text!(calls_direction), (7, 4)).optional(),
        Column::new("started", || text!(calls_started), (8, 4)).sorted("started").rank(2),
        Column::new("waited", || text!(calls_waited), (5, 0)).sorted("waited"),
        Column::new("talked", || text!(calls_talked), (5, 0)).sorted("talked"),
        Column::new("state", || text!(calls_result), (7, 0)).fixed(),
    ],
    selects: false,
    find,
    choices,
};

/// What came of a call, in a word.
pub fn call_result_name(result: CallResult) -> Text {
    let result = match result {
        CallResult::Live => "live",
        CallResult::Answered => "answered",
        CallResult::Missed => "missed",
        CallResult::NotReached => "not_reached",
    };
    text!(call_result, result)
}

/// Who called whom, in a word.
pub fn call_direction_name(direction: CallDirection) -> Text {
    text!(call_direction, direction = direction_key(direction))
}

const fn direction_key(direction: CallDirection) -> &'static str {
    match direction {
        CallDirection::Incoming => "incoming",
        CallDirection::Outgoing => "outgoing",
        CallDirection::Internal => "internal",
    }
}

fn direction_of_key(key: &str) -> Option<CallDirection> {
    CallDirection::ALL.into_iter().find(|direction| direction_key(*direction) == key)
}

/// How far back, in words.
pub fn period_name(period: CallPeriod) -> Text {
    text!(call_period, period = period_key(period))
}

/// As the core writes it.
pub const fn period_key(period: CallPeriod) -> &'static str {
    match period {
        CallPeriod::Day => "day",
        CallPeriod::Week => "week",
        CallPeriod::Month => "month",
    }
}

/// The period of that key.
pub fn period_of_key(key: &str) -> Option<CallPeriod> {
    CallPeriod::ALL.into_iter().find(|period| period_key(*period) == key)
}

const NO_TEAM: &str = "none";

/// A team, or none, as it stands in an address.
pub fn team_key(team: OfTeam) -> String {
    match team {
        OfTeam::Team(team) => team.to_string(),
        OfTeam::NoTeam => NO_TEAM.to_owned(),
    }
}

/// The team of that key.
pub fn team_of_key(key: &str) -> Option<OfTeam> {
    if key == NO_TEAM { Some(OfTeam::NoTeam) } else { key.parse::<TeamId>().ok().map(OfTeam::Team) }
}

/// What a team is called, or none; nothing for one that is not there.
pub fn team_name(names: &Directory, team: OfTeam) -> Option<Called> {
    match team {
        OfTeam::Team(team) => names.team(team).map(|team| Called::Name(team.name.to_string())),
        OfTeam::NoTeam => Some(Called::Words(text!(calls_no_team))),
    }
}

fn agent_name(names: &Directory, agent: UserId) -> Option<Called> {
    names.user(agent).map(|user| Called::Name(user.display_name().into_owned()))
}

/// The query in the core's terms.
pub fn call_query(query: &Query, part: Range<usize>) -> CallListQuery {
    CallListQuery {
        search: query.search().to_owned(),
        state: query.value("state").unwrap_or_default(),
        team: team_of_key(query.get("team")),
        agent: query.get("agent").parse().ok(),
        direction: query.value("direction"),
        period: query.value("period"),
        sort: query.value("sort").unwrap_or_default(),
        descending: query.descending(),
        from: part.start,
        limit: Some(part.len()),
    }
}

fn find(asker: &Asker<'_>, query: &Query, part: Range<usize>) -> Found {
    let list = query::call_list(asker.directory, asker.context, &call_query(query, part));
    let CallCounts { all, live, answered, missed, not_reached } = list.counts;
    Found {
        ids: list.calls.into_iter().map(|id| id.uuid()).collect(),
        total: list.total,
        counts: vec![all, live, answered, missed, not_reached],
    }
}

fn choices(asker: &Asker<'_>, query: &Query) -> Vec<Vec<Choice>> {
    let names = asker.directory;
    let filters = query::call_filters(names, asker.context, &call_query(query, 0..0));
    let called = |value: String, name: Option<Called>, count| Some(Choice { value, name: name?, count });
    let team = |(team, count)| called(team_key(team), team_name(names, team), count);
    let agent = |(agent, count): (UserId, _)| called(agent.to_string(), agent_name(names, agent), count);
    let direction = |(direction, count)| {
        called(direction_key(direction).to_owned(), Some(Called::Words(call_direction_name(direction))), count)
    };
    let period =
        |(period, count)| called(period_key(period).to_owned(), Some(Called::Words(period_name(period))), count);
    vec![
        filters.periods.into_iter().filter_map(period).collect(),
        filters.teams.into_iter().filter_map(team).collect(),
        filters.agents.into_iter().filter_map(agent).collect(),
        filters.directions.into_iter().filter_map(direction).collect(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use rollcall_core::query::{CallSort, CallState};

    #[test]
    fn every_name_is_one_of_the_cores() {
        CALLS.names::<CallSort, CallState>();
        let mut query = Query::default();
        for direction in CallDirection::ALL {
            query.set("direction", direction_key(direction).to_owned());
            assert_eq!(query.value("direction"), Some(direction));
        }
        for period in CallPeriod::ALL {
            query.set("period", period_key(period).to_owned());
            assert_eq!(query.value("period"), Some(period));
        }
    }

    #[test]
    fn a_query_comes_to_the_core_whole() {
        let (team, agent) = (TeamId::fixed(3), UserId::fixed(7));
        let fields = [("state", "missed"), ("direction", "incoming"), ("period", "week"), ("sort", "waited")];
        let fields = fields.map(|(name, text)| (name.to_owned(), text.to_owned()));
        let more = [("team".to_owned(), team.to_string()), ("agent".to_owned(), agent.to_string())];
        let expected = CallListQuery {
            state: CallState::Missed,
            team: Some(OfTeam::Team(team)),
            agent: Some(agent),
            direction: Some(CallDirection::Incoming),
            period: Some(CallPeriod::Week),
            sort: CallSort::Waited,
            from: 3,
            limit: Some(2),
            ..CallListQuery::default()
        };
        let query = Query::read(&CALLS, fields.into_iter().chain(more));
        assert_eq!(call_query(&query, 3..5), expected);
        assert_eq!(team_of_key(&team_key(OfTeam::NoTeam)), Some(OfTeam::NoTeam));
        assert_eq!(team_of_key("sales"), None);
    }
}
