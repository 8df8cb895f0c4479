//! Questions about calls: where one goes, which there were and are, and their figures.

use super::{
    Teller,
    list::{Page, page},
    listed, named, parts, word,
};
use crate::{
    name,
    table::{
        part::{extension, number, span},
        words::Words,
    },
};
use jiff::tz::TimeZone as Zone;
use rollcall_core::{
    Context, Timestamp,
    access::Holding,
    context::{Actor, View},
    id::CallId,
    model::Weekday,
    query::{
        self, CallFigures, CallFilter, CallGroup, CallLog, CallQuery, CallRow, Dialled, Leg, LocalTime, OfTeam,
        QueueAgent, Skipped, Step,
    },
    time::Span,
    value::{Date, TimeZone},
};

/// `route of +4930111111`, `route of 101`, `route of Sales`; `… on monday 600`: wherever that is; `… at
/// 2026-03-29T00:59:00Z`: as the clocks of the zones show it. What rings or takes the call, whatever it skips.
pub fn route(who: Teller<'_>, now: Timestamp, words: &mut Words<'_>) -> Result<String, String> {
    let steps = routed(who, now, words)?;
    let reached = steps.iter().filter(|step| !matches!(step.leg, Leg::Skipped { .. }));
    Ok(parts(reached.map(|step| leg(who, &step.leg)).collect()))
}

/// The same with the moment of each step, and what it skips.
pub fn steps(who: Teller<'_>, now: Timestamp, words: &mut Words<'_>) -> Result<String, String> {
    let steps = routed(who, now, words)?;
    Ok(parts(steps.iter().map(|step| format!("at {}s {}", step.after, leg(who, &step.leg))).collect()))
}

fn routed(who: Teller<'_>, now: Timestamp, words: &mut Words<'_>) -> Result<Vec<Step>, String> {
    words.expect("of")?;
    let dialled = words.next("what is dialled")?;
    let dialled = match dialled.chars().next() {
        Some('+') => Dialled::Number(number(dialled)?),
        Some(digit) if digit.is_ascii_digit() => Dialled::Extension(extension(dialled)?),
        _ => Dialled::Team(name::team(dialled)),
    };
    Ok(if words.eat("on") {
        let day: Weekday = word("a weekday", words)?;
        let date = (4..11).filter_map(|days| Date::of_days(days).ok()).find(|date| date.weekday() == day);
        let date = date.ok_or("no such day")?;
        let minute = words.next("the minute of the day")?;
        let minute = minute.parse().map_err(|_| format!("`{minute}` is no minute of a day"))?;
        query::route(who.0, &dialled, now, &|_, _| LocalTime { date, minute })
    } else {
        let at = if words.eat("at") {
            let said = words.next("the moment")?;
            let moment: jiff::Timestamp = said.parse().map_err(|error| format!("`{said}`: {error}"))?;
            Timestamp(moment.as_millisecond())
        } else {
            now
        };
        query::route(who.0, &dialled, at, &local)
    })
}

fn leg(who: Teller<'_>, leg: &Leg) -> String {
    match leg {
        Leg::Ring { users, mobiles, seconds } => {
            let ringing = users.iter().map(|user| who.user(*user)).chain(mobiles.iter().map(ToString::to_string));
            format!("ring {} {seconds}s", listed(ringing))
        }
        Leg::Outside { number, seconds } => format!("call {number} {seconds}s"),
        Leg::Voicemail(user) => format!("voicemail of {}", who.user(*user)),
        Leg::Reject => "reject".into(),
        Leg::Skipped { target, why: Skipped::Holiday(date) } => format!("skip {} holiday {date}", who.target(*target)),
        Leg::Skipped { target, why } => format!("skip {} {}", who.target(*target), named(why)),
    }
}

/// What the clocks of a zone show, by the IANA database.
fn local(zone: &TimeZone, at: Timestamp) -> LocalTime {
    let there = Zone::get(zone.as_str()).unwrap_or(Zone::UTC);
    let moment = jiff::Timestamp::from_millisecond(at.0).unwrap_or_default().to_zoned(there);
    let minute = u16::try_from(i32::from(moment.hour()) * 60 + i32::from(moment.minute())).unwrap_or_default();
    LocalTime { date: Date::parse(&moment.date().to_string()).unwrap_or(Date::FIRST), minute }
}

/// What is asked of calls besides the filter.
struct Asked {
    holding: Holding,
    query: CallQuery,
    page: (usize, usize),
}

/// `of Sales`, `of no-team`, `agent bob`, `direction outgoing`, `result missed`, `since 2 hours`, `before 2 hours`, `by team`,
/// `at-least 2`, `skip 1`, `limit 2`, `as bob`
fn asked(who: Teller<'_>, now: Timestamp, words: &mut Words<'_>) -> Result<Asked, String> {
    let mut asked = Asked { holding: Holding::system(), query: CallQuery::default(), page: (0, usize::MAX) };
    let many = |words: &mut Words<'_>| {
        let many = words.next("how many")?;
        many.parse::<u16>().map_err(|_| format!("`{many}` is no number"))
    };
    let filter: &mut CallFilter = &mut asked.query.filter;
    while let Some(part) = words.any() {
        match part {
            "of" if words.eat("no-team") => filter.team = Some(OfTeam::NoTeam),
            "of" => filter.team = Some(OfTeam::Team(name::team(words.next("the team")?))),
            "agent" => filter.agent = Some(name::user(words.next("the agent")?)),
            "direction" => filter.direction = Some(word("a direction", words)?),
            "result" => filter.result = Some(word("a result", words)?),
            "since" => filter.from = Some(now.before(span(words)?)),
            "before" => filter.to = Some(now.before(span(words)?)),
            "by" => asked.query.by = Some(word("team, agent, hour or day", words)?),
            "at-least" => asked.query.at_least = many(words)?.into(),
            "skip" => asked.page.0 = many(words)?.into(),
            "limit" => asked.page.1 = many(words)?.into(),
            "as" => asked.holding = Holding::of(who.0, name::user(words.next("who asks")?), now),
            other => return Err(format!("calls are not asked `{other}`")),
        }
    }
    Ok(asked)
}

/// `calls`, `calls of Sales by agent`: their figures.
pub fn figures(who: Teller<'_>, now: Timestamp, words: &mut Words<'_>) -> Result<String, String> {
    let Asked { holding, query, .. } = asked(who, now, words)?;
    let found = query::call_figures(who.0, &holding, &query, now, &local);
    let group = |(group, figures): &(CallGroup, CallFigures)| {
        let name = match group {
            CallGroup::Team(OfTeam::Team(team)) => who.team(*team),
            CallGroup::Team(OfTeam::NoTeam) => "no team".into(),
            CallGroup::Agent(user) => who.user(*user),
            CallGroup::NoAgent => "nobody".into(),
            CallGroup::Hour(hour) => format!("{hour} o'clock"),
            CallGroup::Day(date) => date.to_string(),
        };
        format!("{name} {}", counted(figures))
    };
    let mut told = vec![counted(&found.all)];
    told.extend(found.groups.iter().map(group));
    Ok(parts(told))
}

fn counted(figures: &CallFigures) -> String {
    let seconds = |span: Option<Span>| span.map_or(String::new(), |span| format!(" {}s each", span.0 / 1_000));
    let level = figures.service_level().map(|level| format!(" ({level}%)")).unwrap_or_default();
    let some = |many: u32, what: &str| if many > 0 { format!(" {many} {what}") } else { String::new() };
    let counts = [
        some(figures.offered, "offered"),
        some(figures.answered, "answered"),
        some(figures.missed, "missed"),
        some(figures.waiting, "waiting"),
        some(figures.in_time, "in time"),
        level,
        some(figures.outgoing, "outgoing"),
        some(figures.internal, "internal"),
    ];
    let (waited, talked) = (figures.waited.0 / 1_000, figures.talked.0 / 1_000);
    let times = format!(
        "waited {waited}s{} talked {talked}s{}",
        seconds(figures.average_wait()),
        seconds(figures.average_talk())
    );
    format!("{}{}, {times}", figures.calls, counts.concat())
}

/// `log of Sales result missed limit 3`
pub fn log(who: Teller<'_>, now: Timestamp, words: &mut Words<'_>) -> Result<String, String> {
    let Asked { holding, query, page } = asked(who, now, words)?;
    Ok(told(who, now, &query::call_log(who.0, &holding, &query.filter, page, now)))
}

/// `live of Sales`
pub fn live(who: Teller<'_>, now: Timestamp, words: &mut Words<'_>) -> Result<String, String> {
    let Asked { holding, query, .. } = asked(who, now, words)?;
    Ok(told(who, now, &query::live_calls(who.0, &holding, &query.filter, now)))
}

/// `listed by bob missed of Sales agent eve direction outgoing week sorted waited last-first skip 1 take 2 ann`: the list of calls as
/// somebody finds it, how many there are of each result, and what each choice of a filter would leave.
pub fn list(who: Teller<'_>, now: Timestamp, words: &mut Words<'_>) -> Result<String, String> {
    words.expect("by")?;
    let actor = Actor::User(super::a_user(words)?);
    let states = ["live", "answered", "missed", "not_reached"];
    let state = states.into_iter().find(|state| words.eat(state)).unwrap_or("all");
    let mut query = query::CallListQuery::default();
    if words.eat("of") {
        let none = words.eat("no-team");
        query.team = Some(if none { OfTeam::NoTeam } else { OfTeam::Team(name::team(words.next("the team")?)) });
    }
    if words.eat("agent") {
        query.agent = Some(name::user(words.next("the agent")?));
    }
    if words.eat("direction") {
        query.direction = Some(word("a direction", words)?);
    }
    let periods = ["day", "week", "month"];
    let period = periods.into_iter().find(|period| words.eat(period));
    let Page { sort, descending, from, limit } = page(words, "started")?;
    let more = serde_json::json!({
        "state": state, "period": period, "sort": sort, "descending": descending, "from": from, "limit": limit,
        "search": words.rest(),
    });
    let more: query::CallListQuery = serde_json::from_value(more).map_err(|error| error.to_string())?;
    let query = query::CallListQuery { team: query.team, agent: query.agent, direction: query.direction, ..more };
    let context = Context { actor, now, view: View::Whole };
    let list = query::call_list(who.0, &context, &query);
    let rows = list.calls.iter().filter_map(|id| query::call_row(who.0, &context, *id)).collect();
    let query::CallCounts { all, live, answered, missed, not_reached } = list.counts;
    let filters = query::call_filters(who.0, &context, &query);
    let team = |(team, count): &(OfTeam, usize)| match team {
        OfTeam::Team(team) => format!("{} {count}", who.team(*team)),
        OfTeam::NoTeam => format!("no team {count}"),
    };
    let agent = |(agent, count): &(_, usize)| format!("{} {count}", who.user(*agent));
    Ok(parts(vec![
        told(who, now, &CallLog { total: list.total, rows }),
        format!("of {all}: {live} live + {answered} answered + {missed} missed + {not_reached} not reached"),
        format!("teams {}", listed(filters.teams.iter().map(team))),
        format!("agents {}", listed(filters.agents.iter().map(agent))),
    ]))
}

fn told(who: Teller<'_>, now: Timestamp, log: &CallLog) -> String {
    let row = |row: &CallRow| {
        let CallRow { call, result, waited, talked } = row;
        let ago = now.since(call.started).0 / 1_000;
        let team = call.team.map_or("no team".into(), |team| who.team(team));
        let user = call.user.map_or("nobody".into(), |user| who.user(user));
        let span = |span: &Option<Span>| span.map_or("-".into(), |span| format!("{}s", span.0 / 1_000));
        format!("{ago}s ago {team} {user} {} waited {} talked {}", named(result), span(waited), span(talked))
    };
    format!("{}: {}", log.total, parts(log.rows.iter().map(row).collect()))
}

/// `queue of Sales`, `queue of Sales as bob`: its agents, and which of its calls wait.
pub fn queue(who: Teller<'_>, now: Timestamp, words: &mut Words<'_>) -> Result<String, String> {
    words.expect("of")?;
    let team = name::team(words.next("the team")?);
    let holding =
        if words.eat("as") { Holding::of(who.0, name::user(words.next("who asks")?), now) } else { Holding::system() };
    let Some(queue) = query::team_queue(who.0, &holding, team, now) else { return Ok("no such team".into()) };
    let agent = |agent: &QueueAgent| {
        let since = agent.since.map(|since| format!(" for {}s", now.since(since).0 / 1_000)).unwrap_or_default();
        format!("{} {}{since}", who.user(agent.user), named(&agent.state))
    };
    let waits = |call: &CallId| {
        let started = who.0.call(*call).map(|call| now.since(call.started).0 / 1_000).unwrap_or_default();
        format!("waiting {started}s")
    };
    let mut told: Vec<String> = queue.agents.iter().map(agent).collect();
    told.push(format!("{} available", queue.available));
    told.extend(queue.waiting.iter().map(waits));
    told.push(format!("{} talking", queue.talking));
    Ok(parts(told))
}
