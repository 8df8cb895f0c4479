//! Questions about calls: where one goes, and the figures of those that were.

use super::{Teller, listed, parts, word};
use crate::{
    name,
    table::{
        part::{extension, number},
        words::Words,
    },
};
use jiff::tz::TimeZone as Zone;
use rollcall_core::{
    Timestamp,
    model::Weekday,
    query::{self, CallFigures, CallQuery, Dialled, Leg, LocalTime, TeamFigures},
    time::Span,
    value::TimeZone,
};

const WEEK: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

/// `route of +4930111111`, `route of 101`, `route of Sales`; `… on monday 600`: wherever that is; `… at
/// 2026-03-29T00:59:00Z`: as the clocks of the zones show it.
pub fn route(who: Teller<'_>, now: Timestamp, words: &mut Words<'_>) -> Result<String, String> {
    words.expect("of")?;
    let dialled = words.next("what is dialled")?;
    let dialled = match dialled.chars().next() {
        Some('+') => Dialled::Number(number(dialled)?),
        Some(digit) if digit.is_ascii_digit() => Dialled::Extension(extension(dialled)?),
        _ => Dialled::Team(name::team(dialled)),
    };
    let legs = if words.eat("on") {
        let day = word("a weekday", words)?;
        let minute = words.next("the minute of the day")?;
        let minute = minute.parse().map_err(|_| format!("`{minute}` is no minute of a day"))?;
        query::route(who.0, &dialled, now, &|_, _| LocalTime { day, minute })
    } else {
        let at = if words.eat("at") {
            let said = words.next("the moment")?;
            let moment: jiff::Timestamp = said.parse().map_err(|error| format!("`{said}`: {error}"))?;
            Timestamp(moment.as_millisecond())
        } else {
            now
        };
        query::route(who.0, &dialled, at, &local)
    };
    let leg = |leg: &Leg| match leg {
        Leg::Ring { users, mobiles, seconds } => {
            let ringing = users.iter().map(|user| who.user(*user)).chain(mobiles.iter().map(ToString::to_string));
            format!("ring {} {seconds}s", listed(ringing))
        }
        Leg::Outside { number, seconds } => format!("call {number} {seconds}s"),
        Leg::Voicemail(user) => format!("voicemail of {}", who.user(*user)),
        Leg::Reject => "reject".into(),
    };
    Ok(parts(legs.iter().map(leg).collect()))
}

/// What the clocks of a zone show, by the IANA database.
fn local(zone: &TimeZone, at: Timestamp) -> LocalTime {
    let there = Zone::get(zone.as_str()).unwrap_or(Zone::UTC);
    let moment = jiff::Timestamp::from_millisecond(at.0).unwrap_or_default().to_zoned(there);
    let day = usize::try_from(moment.weekday().to_monday_zero_offset()).unwrap_or_default();
    let minute = u16::try_from(i32::from(moment.hour()) * 60 + i32::from(moment.minute())).unwrap_or_default();
    LocalTime { day: WEEK.get(day).copied().unwrap_or(Weekday::Monday), minute }
}

/// `calls of Sales`, `calls`, `calls at-least 2`; all since the world began, in time within 20 seconds.
pub fn figures(who: Teller<'_>, now: Timestamp, words: &mut Words<'_>) -> Result<String, String> {
    let query = CallQuery { from: super::super::BEGIN, to: Timestamp(now.0 + 1), within: Span(20_000) };
    let list = if words.eat("of") {
        vec![query::team_figures(who.0, name::team(words.next("the team")?), &query, now)]
    } else {
        let at_least = if words.eat("at-least") { words.next("how many")?.parse().unwrap_or_default() } else { 0 };
        query::calls_by_team(who.0, &query, at_least, now)
    };
    let team = |team: &TeamFigures| {
        let agents = team.agents.iter().map(|(user, figures)| format!("{} {}", who.user(*user), counted(figures)));
        format!("{} {}: {}", who.team(team.team), counted(&team.all), listed(agents))
    };
    Ok(parts(list.iter().map(team).collect()))
}

fn counted(figures: &CallFigures) -> String {
    let level = figures.service_level().map(|level| format!(", {level}% in time")).unwrap_or_default();
    let parts = [(figures.answered, "answered"), (figures.missed, "missed"), (figures.live, "live")];
    let parts: Vec<String> =
        parts.iter().filter(|(many, _)| *many > 0).map(|(many, what)| format!(" {many} {what}")).collect();
    let (talked, waited) = (figures.talked.0 / 1000, figures.waited.0 / 1000);
    format!("{} calls{} talked {talked}s waited {waited}s{level}", figures.calls, parts.concat())
}
