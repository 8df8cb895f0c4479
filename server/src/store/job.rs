//! Jobs: side effects that are written with the change that caused them, and carried out after it.

use rollcall_core::{
    api::LinkPurpose,
    id::{TenantId, UserId},
    time::Timestamp,
    value::Email,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What is to be done. Stored: append only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum JobKind {
    /// Make a code and a link for this round of a user's invitation, and mail them.
    SendInvitation { user: UserId, round: u32 },
    /// Mail a link with which a user sets its password: because it is new here, or because it must.
    SendPasswordLink { user: UserId, forced: bool },
    /// Mail a user a link for this purpose.
    SendLink { user: UserId, purpose: LinkPurpose },
    /// Somebody forgot the password of what it typed, perhaps of no account at all; of no tenant in particular.
    SendForgotten { identifier: String, organisation: Option<String> },
    /// A user has another e-mail address: ask the new one whether its account may follow.
    FollowAddress { user: UserId },
    /// The person of an account wants to sign in by another address; of no tenant in particular.
    ChangeAddress { account: Uuid, email: Email },
    /// Take out of what is stored who a user was.
    Erase { user: UserId },
}

/// A job to be written.
#[derive(Clone, Debug)]
pub struct NewJob {
    pub id: Uuid,
    pub kind: JobKind,
    pub due: Timestamp,
}

/// A job to be carried out.
#[derive(Clone, Debug)]
pub struct Job {
    pub id: Uuid,
    pub tenant: TenantId,
    pub kind: JobKind,
    /// How often it was begun, this time included.
    pub tries: u32,
}

/// How the jobs stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct JobCounts {
    /// Not done yet.
    pub waiting: u64,
    /// Of those, the ones that failed at least once.
    pub failing: u64,
    /// Given up.
    pub failed: u64,
}
