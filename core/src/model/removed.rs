//! A deleted user, kept while the organisation's `recycle_days` run (domain.md, 2.3).

use super::{Avatar, CallHandling, Grant, Membership, Number, Phone, User};
use crate::{id::UserId, time::Timestamp};
use serde::{Deserialize, Serialize};

/// All that is needed to restore a deleted user; only owners see it. Credentials are never restored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Removed {
    pub user: User,
    pub grants: Vec<Grant>,
    pub memberships: Vec<Membership>,
    pub handling: Option<CallHandling>,
    pub avatar: Option<Avatar>,
    pub at: Timestamp,
    pub by: Option<UserId>,
    /// After this moment it can't be restored, and the server forgets it.
    pub until: Timestamp,
}

/// The numbers and phones that a deleted user had; it gets back those that are still free. Apart from [`Removed`], whose
/// stored form came first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RemovedLines {
    pub user: UserId,
    /// As they were when it held them.
    pub numbers: Vec<Number>,
    pub phones: Vec<Phone>,
}
