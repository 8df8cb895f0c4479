//! What is to happen to a user by itself: an off-boarding, or an invitation, ordered now and carried out by the server when it is
//! due. One record a user: who is prepared may be invited, who is active or suspended may be off-boarded, nobody both.

use super::Target;
use crate::{
    access::Permissions,
    id::{TeamId, UserId},
    refusal::Refusal,
    time::{Span, Timestamp},
};
use serde::{Deserialize, Serialize};

/// What somebody ordered for a user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Scheduled {
    pub user: UserId,
    /// Who ordered it last, and when.
    pub by: Option<UserId>,
    pub at: Timestamp,
    pub what: Task,
    /// The step that was due last could not be done.
    pub put_off: Option<PutOff>,
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Task {
    OffBoarding(Leaving),
    Invitation { at: Timestamp },
}

/// An off-boarding, with what was allowed when it was ordered, and how far it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Leaving {
    pub order: OffBoarding,
    /// The teams in which its place is handed over: those in which it was a member by hand when that was ordered.
    pub teams: Vec<TeamId>,
    /// What the user held over others then, in the organisation and in teams. Whoever ordered it held as much (invariant 7);
    /// of somebody who holds more by now nobody has judged that.
    pub everywhere: Permissions,
    pub in_teams: Vec<(TeamId, Permissions)>,
    /// Since when it is suspended, and all is handed over.
    pub done: Option<Timestamp>,
}

/// How somebody leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OffBoarding {
    /// When it is suspended, and hands over.
    pub suspend_at: Timestamp,
    /// Who gets its numbers, or where their calls go then. None: they stay its own.
    #[serde(default)]
    pub numbers: Option<Target>,
    /// Where calls go from then on that still reach it: by its extension, by numbers that stay its own, by what sends calls to it.
    #[serde(default)]
    pub calls: Option<Target>,
    /// Who takes its place in the teams where it is a member by hand. None: it stays a member.
    #[serde(default)]
    pub teams: Option<UserId>,
    /// Its licence and add-ons stay its own, and take seats again when it is reactivated; else they are taken from it. The seats
    /// are free either way (domain.md, 2.7).
    #[serde(default)]
    pub keep_licences: bool,
    /// How many days after that it is deleted, 1–3,650. None: never.
    #[serde(default)]
    pub delete_after: Option<u16>,
}

/// Why a step that was due was not done, and when it is tried again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PutOff {
    pub until: Timestamp,
    /// How often in a row.
    pub times: u16,
    pub why: Refusal,
}

impl Scheduled {
    /// When the next step is due; none when all is done that happens by itself.
    pub fn due(&self) -> Option<Timestamp> {
        let due = self.what.due()?;
        Some(self.put_off.as_ref().map_or(due, |put_off| put_off.until.max(due)))
    }

    /// Its off-boarding, if it is one.
    pub const fn leaving(&self) -> Option<&Leaving> {
        match &self.what {
            Task::OffBoarding(leaving) => Some(leaving),
            Task::Invitation { .. } => None,
        }
    }

    /// When its invitation is to be sent, if it is one.
    pub const fn invitation(&self) -> Option<Timestamp> {
        match &self.what {
            Task::OffBoarding(_) => None,
            Task::Invitation { at } => Some(*at),
        }
    }

    /// Where it sends calls, or will.
    pub fn calls(&self) -> Option<Target> {
        self.leaving()?.order.calls
    }

    /// The same after a step was refused: an hour later, and twice as long each further time, up to a day. So nothing is tried
    /// without end, and the log is not filled with it.
    #[must_use]
    pub fn put_off(self, why: Refusal, now: Timestamp) -> Self {
        let before = self.put_off.as_ref().map_or(0, |put_off| put_off.times);
        let hours = 1_i64.checked_shl(u32::from(before)).filter(|hours| (1..24).contains(hours)).unwrap_or(24);
        let put_off = PutOff { until: now.after(Span::hours(hours)), times: before.saturating_add(1), why };
        Self { put_off: Some(put_off), ..self }
    }
}

impl Task {
    /// When the next step is to be done.
    fn due(&self) -> Option<Timestamp> {
        match self {
            Self::OffBoarding(leaving) if leaving.done.is_none() => Some(leaving.order.suspend_at),
            Self::OffBoarding(leaving) => leaving.deletes_at(),
            Self::Invitation { at } => Some(*at),
        }
    }
}

impl OffBoarding {
    /// The most days after which somebody is deleted.
    pub const MAX_DAYS: u16 = 3_650;
}

impl Leaving {
    /// When the user is deleted, as far as that is known: its days begin when it is suspended.
    pub fn deletes_at(&self) -> Option<Timestamp> {
        let from = self.done.unwrap_or(self.order.suspend_at);
        self.order.delete_after.map(|days| from.after(Span::days(i64::from(days))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_refused_again_waits_longer_each_time_and_never_more_than_a_day() {
        let (user, at) = (UserId::fixed(1), Timestamp(0));
        let mut scheduled = Scheduled { user, by: None, at, what: Task::Invitation { at }, put_off: None };
        let mut waits = Vec::new();
        for _ in 0..7 {
            scheduled = scheduled.put_off(Refusal::NoEmail, at);
            waits.push(scheduled.due().map(|due| due.0 / 3_600_000));
        }
        assert_eq!(waits, [1, 2, 4, 8, 16, 24, 24].map(Some));
        let often = PutOff { until: at, times: u16::MAX, why: Refusal::NoEmail };
        scheduled = Scheduled { put_off: Some(often), ..scheduled }.put_off(Refusal::NoEmail, at);
        assert_eq!(scheduled.due(), Some(at.after(Span::days(1))));
    }
}
