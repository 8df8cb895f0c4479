//! Calls, live and finished, as the phone system reports them.

use crate::{
    id::{CallId, TeamId, UserId},
    time::Timestamp,
    value::PhoneNumber,
};
use serde::{Deserialize, Serialize};

/// A call. It is live until it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
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
#[serde(rename_all = "snake_case")]
pub enum CallDirection {
    Incoming,
    Outgoing,
    Internal,
}

impl Call {
    /// Whether it is going on.
    pub fn live(&self) -> bool {
        self.ended.is_none()
    }
}
