//! Calls, live and finished, as the phone system reports them.

use crate::{
    id::{CallId, TeamId, UserId},
    time::{Span, Timestamp},
    value::PhoneNumber,
};
use serde::{Deserialize, Serialize};

/// A call of which the phone system has said nothing for so long counts as ended: its report was lost, and nobody is kept
/// from being deleted for ever (S1.11).
pub const CALL_SILENCE: Span = Span::hours(12);

/// A call. It is live until it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
}

/// Who called whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CallDirection {
    Incoming,
    Outgoing,
    Internal,
}

impl Call {
    /// Whether it goes on at this moment: it was not reported as ended, and there was news of it not too long ago.
    pub fn live(&self, now: Timestamp) -> bool {
        let news = self.answered.map_or(self.started, |answered| answered.max(self.started));
        self.open() && now.since(news) < CALL_SILENCE
    }

    /// Whether its end was not reported yet. The phone system may still do so, however late.
    pub fn open(&self) -> bool {
        self.ended.is_none()
    }
}
