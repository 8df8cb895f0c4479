//! Calls of the demo: those of the last 30 days, and live ones that ring, are answered and end while the server runs. The same
//! every time: what looks like chance comes from the place of a call in the row.

use super::{Result, World, run};
use crate::{
    clock::Clock,
    tenant::{Order, Tenants},
};
use rollcall_core::{
    Actor, Timestamp,
    command::ReportCalls,
    id::{CallId, TeamId, TenantId, UserId},
    model::{CallDirection, CallEvent, CallReport, PresenceState},
    time::Span,
    value::{Date, PhoneNumber},
};
use std::time::Duration;

/// So many days back.
const DAYS: i64 = 30;
/// Reports in one command.
const TOGETHER: usize = 900;
/// How often something happens to a live call.
const STEP: Duration = Duration::from_secs(12);
/// So many calls go on at most.
const LIVE: usize = 3;

/// A number that looks drawn, and is not.
const fn drawn(place: u64, of: u64) -> u64 {
    // SplitMix64.
    let mut z = place.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (z ^ (z >> 31)) % of
}

/// Who takes calls, and for which team.
struct Taking {
    agents: Vec<UserId>,
    team: Option<TeamId>,
}

/// The number of somebody outside: one of those that Ofcom keeps for plays and films.
fn outside(place: u64) -> Option<PhoneNumber> {
    PhoneNumber::parse(&format!("+442079460{:03}", 700 + drawn(place ^ 0x5eed, 60))).ok()
}

/// Reports the calls of the last days.
pub async fn report(tenants: &Tenants, clock: &Clock, world: &World) -> Result<()> {
    let of = |addresses: &[&str]| addresses.iter().filter_map(|of| world.users.get(of).copied()).collect::<Vec<_>>();
    let [sales, care, ..] = world.teams;
    let takings = [
        Taking {
            agents: of(&["suhartini", "mohammed", "hanako.sato", "siobhan", "eleni", "kwame", "bjork"]),
            team: Some(care),
        },
        Taking { agents: of(&["noa", "minjun.kim", "chandra", "aroha", "kovalev"]), team: Some(sales) },
        Taking { agents: of(&["tomas", "ngozi", "rosalind", "zeljko", "asa"]), team: None },
    ];
    let now = clock.now();
    let mut reports = Vec::new();
    let mut place = 0_u64;
    for back in (0..DAYS).rev() {
        let midnight = Timestamp(now.0 - now.0.rem_euclid(Span::days(1).0) - back * Span::days(1).0);
        let number = u32::try_from(midnight.0 / Span::days(1).0).unwrap_or_default();
        let weekend = Date::of_days(number)?.weekday() >= rollcall_core::model::Weekday::Saturday;
        for _ in 0..(if weekend { 6 } else { 34 }) {
            place += 1;
            // Most calls come late in the morning and after lunch.
            let minute = 8 * 60 + drawn(place, 300) + drawn(place ^ 1, 300);
            let started = midnight.after(Span(i64::try_from(minute * 60_000).unwrap_or_default()));
            if started.after(Span::hours(1)) < now {
                reports.extend(one(clock, &takings, place, started));
            }
        }
    }
    let orders =
        reports.chunks(TOGETHER).map(|reports| Order::new(Actor::System, ReportCalls { reports: reports.to_vec() }));
    run(tenants, world.tenant, orders.collect()).await
}

/// The reports of one call that is over.
fn one(clock: &Clock, takings: &[Taking; 3], place: u64, started: Timestamp) -> Vec<CallReport> {
    let [care, sales, others] = takings;
    let (taking, direction) = match drawn(place ^ 2, 10) {
        0..=4 => (care, CallDirection::Incoming),
        5..=6 => (sales, CallDirection::Incoming),
        7 => (sales, CallDirection::Outgoing),
        8 => (others, CallDirection::Incoming),
        _ => (others, CallDirection::Internal),
    };
    let at = usize::try_from(drawn(place ^ 3, 64)).unwrap_or_default();
    let user = taking.agents.get(at % taking.agents.len().max(1)).copied();
    let team = taking.team.filter(|_| direction == CallDirection::Incoming);
    let peer = outside(place).filter(|_| direction != CallDirection::Internal);
    let seconds = |count: u64| Span(i64::try_from(count * 1000).unwrap_or_default());
    let waits = started.after(seconds(3 + drawn(place ^ 4, 40)));
    let ends = waits.after(seconds(20 + drawn(place ^ 5, 600)));
    let missed = direction == CallDirection::Incoming && drawn(place ^ 6, 8) == 0;
    let call = CallId::new(clock.id());
    let report = |event, at, user| CallReport { call, event, at, direction, peer, team, user };
    match missed {
        true => vec![report(CallEvent::Started, started, None), report(CallEvent::Ended, waits, None)],
        false => vec![
            report(CallEvent::Started, started, if direction == CallDirection::Incoming { None } else { user }),
            report(CallEvent::Answered, waits, user),
            report(CallEvent::Ended, ends, user),
        ],
    }
}

/// A call that goes on.
struct Live {
    report: CallReport,
    answered: bool,
}

/// Has calls come, be answered and end for as long as the server runs.
pub async fn live(tenants: Tenants, clock: Clock, tenant: TenantId) {
    let mut going: Vec<Live> = Vec::new();
    let mut place = u64::try_from(clock.now().0).unwrap_or_default();
    let mut tick = tokio::time::interval(STEP);
    tick.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        tick.tick().await;
        place = place.wrapping_add(1);
        let Ok(free) = free(&tenants, tenant, &going).await else { continue };
        let now = clock.now();
        let reports = step(&clock, &mut going, &free, place, now);
        if !reports.is_empty() {
            // What could not be reported is passed over: the next step tells how things stand.
            let _ = tenants.tenant(tenant).run(vec![Order::new(Actor::System, ReportCalls { reports })]).await;
        }
    }
}

/// Agents who could be rung, each with a team that takes calls.
async fn free(
    tenants: &Tenants,
    tenant: TenantId,
    going: &[Live],
) -> std::result::Result<Vec<(UserId, TeamId)>, crate::tenant::TenantError> {
    let busy: Vec<UserId> = going.iter().filter_map(|live| live.report.user).collect();
    tenants
        .tenant(tenant)
        .read(move |directory| {
            let taking = directory.teams().filter(|team| team.routing.is_some() && !team.disabled);
            let members = taking.flat_map(|team| directory.members(team.id).map(move |user| (user, team.id)));
            let available = |user: &UserId| {
                directory.presence(*user).is_some_and(|presence| presence.state == PresenceState::Available)
            };
            members.filter(|(user, _)| available(user) && !busy.contains(user)).collect()
        })
        .await
}

/// What happens next: one call moves on, or a new one comes.
fn step(
    clock: &Clock,
    going: &mut Vec<Live>,
    free: &[(UserId, TeamId)],
    place: u64,
    now: Timestamp,
) -> Vec<CallReport> {
    if let Some(ringing) = going.iter_mut().find(|live| !live.answered) {
        ringing.answered = true;
        return vec![CallReport { event: CallEvent::Answered, at: now, ..ringing.report }];
    }
    if going.len() >= LIVE || (!going.is_empty() && drawn(place, 3) == 0) {
        let over = going.remove(0);
        return vec![CallReport { event: CallEvent::Ended, at: now, ..over.report }];
    }
    let at = usize::try_from(drawn(place ^ 3, 64)).unwrap_or_default();
    let Some((user, team)) = free.get(at % free.len().max(1)).copied() else { return Vec::new() };
    let report = CallReport {
        call: CallId::new(clock.id()),
        event: CallEvent::Started,
        at: now,
        direction: CallDirection::Incoming,
        peer: outside(place),
        team: Some(team),
        user: Some(user),
    };
    going.push(Live { report, answered: false });
    vec![report]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn live_calls_come_are_answered_and_end() {
        let clock = Clock::fixed(Timestamp(1_000));
        let free = [(UserId::fixed(1), TeamId::fixed(1)), (UserId::fixed(2), TeamId::fixed(1))];
        let mut going = Vec::new();
        let mut seen = [0_usize; 3];
        for place in 0..60 {
            for report in step(&clock, &mut going, &free, place, Timestamp(1_000)) {
                seen[report.event as usize] += 1;
            }
            assert!(going.len() <= LIVE);
        }
        assert!(seen.iter().all(|count| *count > 10), "{seen:?}");
    }
}
