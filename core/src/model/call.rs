//! Calls, live and finished, as the phone system reports them.

use crate::{
    id::{CallId, TeamId, UserId},
    time::{Span, Timestamp},
    value::PhoneNumber,
};
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, SeqAccess, Visitor},
};
use std::fmt;

/// A call of which the phone system has said nothing for so long counts as ended: its report was lost, and nobody is kept
/// from being deleted for ever (S1.11).
pub const CALL_SILENCE: Span = Span::hours(12);

/// A call. It is live until it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(remote = "Call")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Call {
    pub id: CallId,
    pub direction: CallDirection,
    /// The other side, when it is known and no colleague.
    pub peer: Option<PhoneNumber>,
    /// The team that was called.
    pub team: Option<TeamId>,
    /// Who is rung, calls, or answered.
    pub user: Option<UserId>,
    pub started: Timestamp,
    pub answered: Option<Timestamp>,
    pub ended: Option<Timestamp>,
    /// Which report named the user, where that is not the one of the answer, or of the start while there is none.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional = nullable))]
    pub user_said: Option<Said>,
    /// Which report named the team, where that is not the one of the start.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional = nullable))]
    pub team_said: Option<Said>,
    /// No device has it any more; the server still tells it to who asks.
    #[serde(default)]
    pub archived: bool,
}

/// Who called whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CallDirection {
    Incoming,
    Outgoing,
    Internal,
}

impl CallDirection {
    pub const ALL: [Self; 3] = [Self::Incoming, Self::Outgoing, Self::Internal];
}

/// What happened to a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CallEvent {
    /// It began to ring.
    Started,
    /// Somebody took it, or it was handed on to somebody.
    Answered,
    Ended,
}

/// Which report named somebody. Of two that name different ones the later stands; at the same moment, that of the later event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Said {
    pub at: Timestamp,
    pub event: CallEvent,
}

/// What the phone system says about a call. Reports may come late, twice and in any order: the same ones make the same call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CallReport {
    pub call: CallId,
    pub event: CallEvent,
    /// When it happened, by the clock of the phone system.
    pub at: Timestamp,
    pub direction: CallDirection,
    /// The other side, when it is known and no colleague.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional = nullable))]
    pub peer: Option<PhoneNumber>,
    /// The team that is called, when the report says so.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional = nullable))]
    pub team: Option<TeamId>,
    /// Who is rung, calls or has answered, when the report says so.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional = nullable))]
    pub user: Option<UserId>,
}

impl Call {
    /// A call that began at this moment, and of which nothing else is known.
    pub const fn new(id: CallId, direction: CallDirection, started: Timestamp) -> Self {
        Self {
            id,
            direction,
            peer: None,
            team: None,
            user: None,
            started,
            answered: None,
            ended: None,
            user_said: None,
            team_said: None,
            archived: false,
        }
    }

    /// Whether it goes on at this moment: it was not reported as ended, and there was news of it not too long ago.
    pub fn live(&self, now: Timestamp) -> bool {
        let said = self.user_said.max(self.team_said).map_or(self.started, |said| said.at);
        let news = self.answered.map_or(self.started, |answered| answered.max(self.started)).max(said);
        self.open() && now.since(news) < CALL_SILENCE
    }

    /// Whether its end was not reported yet. The phone system may still do so, however late.
    pub fn open(&self) -> bool {
        self.ended.is_none()
    }

    /// From its start to the last that is known of it.
    pub fn length(&self) -> Span {
        let said = self.user_said.max(self.team_said).map(|said| said.at);
        let last = self.ended.max(self.answered).max(said);
        last.map(|last| last.since(self.started)).unwrap_or_default()
    }

    /// The call with one more report of it, whichever was the first: of each event the earliest moment counts, of users and
    /// teams who was named last. A direction or other side that reports disagree about is the greater one: no order makes a
    /// difference.
    ///
    /// INVARIANT: the same reports make the same call, in any order and however often each comes.
    #[must_use]
    pub fn reported(known: Option<&Self>, report: &CallReport) -> Self {
        let CallReport { call, event, at, direction, peer, team, user } = *report;
        let known = known.copied().unwrap_or(Self::new(call, direction, at));
        let said = Said { at, event };
        let (user, user_said) = later((known.user, known.user_said()), (user, said));
        let (team, team_said) = later((known.team, known.team_said()), (team, said));
        let earliest = |moment: Option<Timestamp>, of| match (moment, event == of) {
            (moment, false) => moment,
            (moment, true) => Some(moment.map_or(at, |moment| moment.min(at))),
        };
        let mut call = Self {
            direction: known.direction.max(direction),
            peer: known.peer.max(peer),
            team,
            user,
            started: known.started.min(at),
            answered: earliest(known.answered, CallEvent::Answered),
            ended: earliest(known.ended, CallEvent::Ended),
            user_said: None,
            team_said: None,
            ..known
        };
        // What goes without saying is not kept.
        call.user_said = Some(user_said).filter(|said| user.is_some() && *said != call.user_said());
        call.team_said = Some(team_said).filter(|said| team.is_some() && *said != call.team_said());
        call
    }

    /// Which report named the user.
    fn user_said(&self) -> Said {
        self.user_said.unwrap_or(match self.answered {
            Some(at) => Said { at, event: CallEvent::Answered },
            None => Said { at: self.started, event: CallEvent::Started },
        })
    }

    /// Which report named the team.
    fn team_said(&self) -> Said {
        self.team_said.unwrap_or(Said { at: self.started, event: CallEvent::Started })
    }
}

/// What was named last, with the report that did.
fn later<Id: Ord + Copy>(known: (Option<Id>, Said), new: (Option<Id>, Said)) -> (Option<Id>, Said) {
    match (known, new) {
        (known, (None, _)) => known,
        ((None, _), new) => new,
        ((Some(known), said), (Some(id), again)) if (said, known) >= (again, id) => (Some(known), said),
        (_, new) => new,
    }
}

/// In the stored form the direction has the lowest two bits of a byte, which were all of it once. Then: it is archived; which
/// reports named user and team follows at the end.
const DIRECTION: u8 = 0b11;
const ARCHIVED: u8 = 0b100;
const SAID: u8 = 0b1000;

impl Serialize for Call {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            return Self::serialize(self, serializer);
        }
        let said = (self.user_said, self.team_said);
        let archived = if self.archived { ARCHIVED } else { 0 };
        let more = if said == (None, None) { 0 } else { SAID };
        let mark = self.direction as u8 | archived | more;
        let Self { id, peer, team, user, started, answered, ended, .. } = self;
        let fields = (id, mark, peer, team, user, started, answered, ended);
        if more == 0 { fields.serialize(serializer) } else { (fields, said).serialize(serializer) }
    }
}

impl<'de> Deserialize<'de> for Call {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            return Self::deserialize(deserializer);
        }
        // The second part is read when the first says that it is there.
        deserializer.deserialize_tuple(2, Stored)
    }
}

/// Reads the stored form.
struct Stored;

impl<'de> Visitor<'de> for Stored {
    type Value = Call;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a call")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<Call, A::Error> {
        let missing = || A::Error::custom("a call cut short");
        let (id, mark, peer, team, user, started, answered, ended) = parts.next_element()?.ok_or_else(missing)?;
        let mark: u8 = mark;
        let direction = CallDirection::ALL.get(usize::from(mark & DIRECTION)).copied();
        let direction = direction.filter(|_| mark & !(DIRECTION | ARCHIVED | SAID) == 0);
        let direction = direction.ok_or_else(|| A::Error::custom("no such direction of a call"))?;
        let (user_said, team_said) =
            if mark & SAID == 0 { (None, None) } else { parts.next_element()?.ok_or_else(missing)? };
        let archived = mark & ARCHIVED != 0;
        Ok(Call { id, direction, peer, team, user, started, answered, ended, user_said, team_said, archived })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{decode, encode};
    use proptest::{option, prelude::*, sample::select};

    /// A call as it was written up to protocol 5.
    #[derive(Serialize)]
    struct Before {
        id: CallId,
        direction: CallDirection,
        peer: Option<PhoneNumber>,
        team: Option<TeamId>,
        user: Option<UserId>,
        started: Timestamp,
        answered: Option<Timestamp>,
        ended: Option<Timestamp>,
    }

    const NEW: Call = Call::new(CallId::fixed(1), CallDirection::Incoming, Timestamp(100));

    #[test]
    fn a_call_of_an_earlier_version_is_read_and_written_as_it_was() {
        for direction in CallDirection::ALL {
            let peer = PhoneNumber::parse("+4930111111").ok();
            let (team, user) = (Some(TeamId::fixed(2)), Some(UserId::fixed(3)));
            let call = Call { direction, peer, team, user, answered: Some(Timestamp(7)), ..NEW };
            let Call { id, started, answered, ended, .. } = call;
            let before = Before { id, direction, peer, team, user, started, answered, ended };
            assert_eq!(encode(&call), encode(&before));
            assert_eq!(decode::<Call>(&encode(&before)), Ok(call));
            let said = Some(Said { at: Timestamp(9), event: CallEvent::Ended });
            for (user_said, team_said, archived) in [(said, None, false), (None, said, true), (None, None, true)] {
                let call = Call { user_said, team_said, archived, ..call };
                // What follows it is read as before.
                assert_eq!(decode(&encode(&(call, 7_u8))), Ok((call, 7_u8)));
                assert_eq!(serde_json::from_value::<Call>(serde_json::to_value(call).unwrap()).unwrap(), call);
            }
        }
        let mut stored = encode(&NEW);
        let at = encode(&NEW.id).len();
        for mark in [3, 0b1_0000] {
            stored[at] = mark;
            assert!(decode::<Call>(&stored).is_err(), "{mark}");
        }
    }

    #[test]
    fn silence_counts_from_the_last_news() {
        let hours = |hours| Timestamp(100).after(Span::hours(hours));
        assert!(NEW.live(hours(11)) && !NEW.live(hours(12)));
        let handed = Said { at: hours(6), event: CallEvent::Answered };
        let call = Call { answered: Some(hours(1)), ..NEW };
        assert!(call.live(hours(12)) && !call.live(hours(13)));
        for call in [Call { user_said: Some(handed), ..call }, Call { team_said: Some(handed), ..call }] {
            assert!(call.live(hours(17)) && !call.live(hours(18)));
        }
    }

    fn report() -> impl Strategy<Value = CallReport> {
        let event = select(vec![CallEvent::Started, CallEvent::Answered, CallEvent::Ended]);
        let direction = select(vec![CallDirection::Incoming, CallDirection::Internal]);
        let peer = option::of(select(vec!["+4930111111", "+4930222222"]));
        let (team, user) = (option::of(1..3_u128), option::of(1..4_u128));
        (event, 0..4_i64, direction, peer, team, user).prop_map(|(event, at, direction, peer, team, user)| CallReport {
            call: NEW.id,
            event,
            at: Timestamp(at),
            direction,
            peer: peer.map(|peer| PhoneNumber::parse(peer).unwrap()),
            team: team.map(TeamId::fixed),
            user: user.map(UserId::fixed),
        })
    }

    fn all<'r>(reports: impl IntoIterator<Item = &'r CallReport>) -> Option<Call> {
        reports.into_iter().fold(None, |call, report| Some(Call::reported(call.as_ref(), report)))
    }

    proptest! {
        #[test]
        fn late_and_doubled_reports_make_the_same_call(
            (reports, shuffled) in proptest::collection::vec(report(), 1..7).prop_flat_map(|reports| {
                let twice = [reports.clone(), reports.clone()].concat();
                (Just(reports), Just(twice).prop_shuffle())
            })
        ) {
            let call = all(&reports).unwrap();
            prop_assert_eq!(all(&shuffled), Some(call));
            let first = |event| reports.iter().filter(|r| r.event == event).map(|r| r.at).min();
            prop_assert_eq!(call.answered, first(CallEvent::Answered));
            prop_assert_eq!(call.ended, first(CallEvent::Ended));
            prop_assert_eq!(Some(call.started), reports.iter().map(|r| r.at).min());
            let last = reports.iter().filter(|r| r.user.is_some()).max_by_key(|r| (r.at, r.event, r.user));
            prop_assert_eq!(call.user, last.and_then(|report| report.user));
            let last = reports.iter().filter(|r| r.team.is_some()).max_by_key(|r| (r.at, r.event, r.team));
            prop_assert_eq!(call.team, last.and_then(|report| report.team));
            // Between two reports it may be stored.
            prop_assert_eq!(decode::<Call>(&encode(&call)), Ok(call));
        }
    }
}
