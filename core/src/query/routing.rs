//! Where a call goes: an ordered list of targets, from routing, opening hours, answering rules and presence (S0.12).

use super::team_queue::{AgentState, agent_state};
use crate::{
    directory::Directory,
    id::{TeamId, UserId},
    model::{Action, Call, OpeningHours, Routing, Strategy, Target, UserKind, UserState, When},
    sort,
    time::Timestamp,
    value::{Date, Extension, PhoneNumber, TimeZone, fold},
};
use serde::{Deserialize, Serialize};

/// What was dialled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Dialled {
    Number(PhoneNumber),
    Extension(Extension),
    Team(TeamId),
}

/// What calendar and clock show somewhere. Time zones are data that a phone system or a browser has; the core asks for the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LocalTime {
    pub date: Date,
    /// Minutes since midnight.
    pub minute: u16,
}

/// One step of a call, as it comes when nobody answered before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Step {
    /// So many seconds after the call came in.
    pub after: u32,
    pub leg: Leg,
}

/// What happens in a step: everything in it rings at once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Leg {
    /// Ring these users' phones, and the mobiles linked to the number that was called (S2.8), for so many seconds.
    Ring {
        users: Vec<UserId>,
        mobiles: Vec<PhoneNumber>,
        seconds: u16,
    },
    /// Call a number outside.
    Outside {
        number: PhoneNumber,
        seconds: u16,
    },
    Voicemail(UserId),
    Reject,
    /// Nothing rings there, and the call goes on at once.
    Skipped {
        target: Target,
        why: Skipped,
    },
}

/// Why a call goes on without ringing somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Skipped {
    /// The team is outside of its opening hours.
    Closed,
    /// The team is closed on this day.
    Holiday(Date),
    /// The team is disabled.
    Disabled,
    /// The team takes no calls.
    NotRouted,
    /// No agent of the team is signed in, free and has a phone.
    NobodyAvailable,
    /// The user is not active, or what is called is not there.
    NotActive,
    /// On a call.
    Busy,
    /// Without a phone.
    Unreachable,
    /// Nobody holds the number, and its calls are sent nowhere.
    NotAssigned,
    /// The call was there before, or was passed on too often.
    GoesRound,
}

/// How long a phone rings when nothing else is said, in seconds.
pub const RING_SECONDS: u16 = 30;
/// How often calls may be passed on before they are rejected: forwarding can't go round for ever.
const PASSES: usize = 8;

/// Where a call to something dialled goes at this moment, step by step. `local` tells the time of the week in a zone.
pub fn route(
    directory: &Directory,
    dialled: &Dialled,
    now: Timestamp,
    local: &dyn Fn(&TimeZone, Timestamp) -> LocalTime,
) -> Vec<Step> {
    let mut router =
        Router { directory, now, local, steps: Vec::new(), after: 0, reached: 0, passed: Vec::new(), linked: None };
    match dialled {
        Dialled::Number(number) => router.number(*number),
        Dialled::Extension(extension) => match directory.user_at(extension) {
            Some(user) => router.user(user),
            None => router.put(Leg::Reject),
        },
        Dialled::Team(team) => router.team(*team),
    }
    if router.reached == 0 {
        router.put(Leg::Reject);
    }
    router.steps
}

struct Router<'d> {
    directory: &'d Directory,
    now: Timestamp,
    local: &'d dyn Fn(&TimeZone, Timestamp) -> LocalTime,
    steps: Vec<Step>,
    /// So many seconds ring the steps so far.
    after: u32,
    /// So many of them do more than pass on.
    reached: usize,
    passed: Vec<Target>,
    /// The mobile that rings with the number of this user.
    linked: Option<(UserId, PhoneNumber)>,
}

impl Router<'_> {
    fn put(&mut self, leg: Leg) {
        let seconds = match leg {
            Leg::Ring { seconds, .. } | Leg::Outside { seconds, .. } => seconds,
            Leg::Voicemail(_) | Leg::Reject | Leg::Skipped { .. } => 0,
        };
        if !matches!(leg, Leg::Skipped { .. }) {
            self.reached = self.reached.saturating_add(1);
        }
        self.steps.push(Step { after: self.after, leg });
        self.after = self.after.saturating_add(u32::from(seconds));
    }

    fn skip(&mut self, target: Target, why: Skipped) {
        self.put(Leg::Skipped { target, why });
    }

    /// Whether the call may be passed on to there: not twice to the same, and not for ever.
    fn pass(&mut self, target: Target) -> bool {
        if self.passed.len() >= PASSES || self.passed.contains(&target) {
            self.skip(target, Skipped::GoesRound);
            return false;
        }
        self.passed.push(target);
        true
    }

    fn target(&mut self, target: Target) {
        match target {
            Target::User(user) => self.user(user),
            Target::Team(team) => self.team(team),
            Target::Voicemail(user) => self.put(Leg::Voicemail(user)),
            Target::Number(number) if self.directory.number(number).is_some() => self.number(number),
            Target::Number(number) => {
                if self.pass(target) {
                    self.put(Leg::Outside { number, seconds: RING_SECONDS });
                }
            }
        }
    }

    fn number(&mut self, dialled: PhoneNumber) {
        if !self.pass(Target::Number(dialled)) {
            return;
        }
        let nowhere = Target::Number(dialled);
        let Some(number) = self.directory.number(dialled) else { return self.skip(nowhere, Skipped::NotAssigned) };
        match (number.holder, number.target) {
            (Some(holder), _) => {
                self.linked = self.directory.ringing_mobile(number).map(|mobile| (holder, mobile));
                self.user(holder);
            }
            (None, Some(target)) => self.target(target),
            (None, None) => self.skip(nowhere, Skipped::NotAssigned),
        }
    }

    fn user(&mut self, id: UserId) {
        let target = Target::User(id);
        if !self.pass(target) {
            return;
        }
        let user = match self.directory.user(id) {
            Some(user) if user.state == UserState::Active => user,
            _ => {
                self.skip(target, Skipped::NotActive);
                // Who left has somebody who stands in.
                if let Some(successor) = self.directory.passes_on(id) {
                    self.target(successor);
                }
                return;
            }
        };
        if user.kind != UserKind::Person {
            match user.target {
                Some(target) => self.target(target),
                None => self.ring(vec![id], RING_SECONDS),
            }
            return;
        }
        let handling = self.directory.handling(id);
        let reachable = user.line.is_some() || self.linked.is_some_and(|(holder, _)| holder == id);
        let busy = self.directory.on_call(id, self.now);
        let mut seconds = RING_SECONDS;
        let mut after = None;
        for rule in handling.map(|handling| handling.rules.as_slice()).unwrap_or_default() {
            let fits = match &rule.when {
                When::Always => true,
                When::Busy => busy,
                When::Unreachable => !reachable,
                When::NoAnswer => false,
                When::Hours(hours) => {
                    let time = self.time_of(user.profile.time_zone.as_ref());
                    time.is_some_and(|time| hours.open(time.date.weekday(), time.minute))
                }
            };
            match rule.action {
                Action::Ring { seconds: wanted } if fits => seconds = wanted,
                action if rule.when == When::NoAnswer => after = after.or(Some(action)),
                action if fits => return self.act(id, action),
                _ => {}
            }
        }
        match (reachable, busy) {
            (true, false) => self.ring(vec![id], seconds),
            (true, true) => self.skip(target, Skipped::Busy),
            (false, _) => self.skip(target, Skipped::Unreachable),
        }
        match after {
            Some(action) => self.act(id, action),
            None => self.voicemail(id),
        }
    }

    /// Rings users, of whom those without a line have at most a linked mobile.
    fn ring(&mut self, mut users: Vec<UserId>, seconds: u16) {
        let linked = self.linked.filter(|(holder, _)| users.as_slice() == [*holder]);
        users.retain(|id| {
            self.directory.user(*id).is_some_and(|user| user.line.is_some() || user.kind != UserKind::Person)
        });
        let mobiles = linked.map(|(_, mobile)| mobile).into_iter().collect();
        self.put(Leg::Ring { users, mobiles, seconds });
    }

    /// The user's voicemail, when it is on.
    fn voicemail(&mut self, user: UserId) {
        if self.directory.handling(user).is_some_and(|handling| handling.voicemail.on) {
            self.put(Leg::Voicemail(user));
        }
    }

    fn act(&mut self, user: UserId, action: Action) {
        match action {
            Action::Ring { seconds } => self.ring(vec![user], seconds),
            Action::Forward(target) => {
                let before = self.reached;
                self.target(target);
                if self.reached == before {
                    // It came round, or nobody is there: whoever was called takes a message.
                    self.voicemail(user);
                }
            }
            Action::Voicemail => self.put(Leg::Voicemail(user)),
            Action::Reject => self.put(Leg::Reject),
        }
    }

    fn team(&mut self, id: TeamId) {
        if !self.pass(Target::Team(id)) {
            return;
        }
        let Some(team) = self.directory.team(id) else { return self.skip(Target::Team(id), Skipped::NotActive) };
        let Some(routing) = &team.routing else { return self.skip(Target::Team(id), Skipped::NotRouted) };
        let closed = if team.disabled { Some(Skipped::Disabled) } else { self.closed(&routing.hours) };
        let before = self.reached;
        match closed {
            Some(why) => self.skip(Target::Team(id), why),
            None => self.ring_team(id, routing),
        }
        if closed.is_none() && self.reached == before {
            self.skip(Target::Team(id), Skipped::NobodyAvailable);
        }
        if let Some(target) = routing.overflow {
            self.target(target);
        }
    }

    /// Why a team with these hours is closed, by the organisation's clock and list of holidays. Who is always open is open on
    /// holidays, too.
    fn closed(&self, hours: &OpeningHours) -> Option<Skipped> {
        let time = self.time_of(None).filter(|_| !hours.0.is_empty())?;
        if self.directory.holiday(time.date).is_some() {
            return Some(Skipped::Holiday(time.date));
        }
        (!hours.open(time.date.weekday(), time.minute)).then_some(Skipped::Closed)
    }

    /// Rings the available agents of a team as its strategy says.
    fn ring_team(&mut self, team: TeamId, routing: &Routing) {
        let mut agents: Vec<UserId> = self.directory.members(team).collect();
        sort::by_key(&mut agents, |id| (self.directory.user(*id).map(|user| fold(&user.display_name())), *id));
        let seconds = routing.ring_seconds;
        match routing.strategy {
            Strategy::AllAtOnce => {
                agents.retain(|agent| self.available(*agent));
                if !agents.is_empty() {
                    self.ring(agents, seconds);
                }
                return;
            }
            Strategy::InOrder => {}
            Strategy::RoundRobin => {
                let answered = |call: &&Call| call.answered.is_some();
                let last =
                    self.directory.calls_of_team(team).filter(answered).max_by_key(|call| (call.answered, call.id));
                let after =
                    last.and_then(|call| call.user).and_then(|user| agents.iter().position(|agent| *agent == user));
                if let Some(at) = after {
                    let next = at.saturating_add(1) % agents.len().max(1);
                    agents.rotate_left(next);
                }
            }
            Strategy::LongestIdle => {
                // Whoever never had a call has been idle for longest.
                let answered = |call: &&Call| call.answered.is_some();
                sort::by_key(&mut agents, |id| {
                    self.directory.calls_of(*id).filter(answered).filter_map(|call| call.ended).max()
                });
            }
        }
        // Whoever answered last is often on that very call: the order is of all, then who is away is left out.
        agents.retain(|agent| self.available(*agent));
        agents.into_iter().for_each(|agent| self.ring(vec![agent], seconds));
    }

    /// Whether an agent takes calls of its teams at this moment.
    fn available(&self, id: UserId) -> bool {
        agent_state(self.directory, id, self.now) == AgentState::Available
    }

    fn time_of(&self, own: Option<&TimeZone>) -> Option<LocalTime> {
        Some((self.local)(self.directory.time_zone(own)?, self.now))
    }
}
