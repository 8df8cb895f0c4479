//! Jobs: side effects that are written with the change that caused them, and carried out after it.

use super::{Digest, Result};
use async_trait::async_trait;
use rollcall_core::{
    api::{LinkPurpose, MailFailure, MailKind},
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
    /// As [`Self::AskAddress`]; written by an older version, which did not say with which password.
    ChangeAddress { account: Uuid, email: Email },
    /// Take out of what is stored who a user was.
    Erase { user: UserId },
    /// The person of an account wants to sign in by another address; of no tenant in particular. Over when the password's hash
    /// is no longer the one that was verified, of which this is the digest.
    AskAddress { account: Uuid, email: Email, verified: Digest },
    /// The operator vouches that an owner has this address, which the directory has by now: its account follows once that
    /// mailbox confirms, and where there is nothing to follow a link that sets a password goes there. Over when somebody gave
    /// the user another one meanwhile, for which nobody vouches.
    MoveOwner { user: UserId, to: Email },
    /// What was ordered for this moment is due in the organisation: whoever serves it carries that out before anything else.
    Wake { at: Timestamp },
}

/// Which jobs are taken together: slow ones hold up nobody's mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Queue {
    /// What sends mail.
    Mails,
    /// What does not, and may take its time.
    Chores,
}

impl JobKind {
    /// The queue that it stands in.
    pub fn queue(&self) -> Queue {
        if self.what().is_some() { Queue::Mails } else { Queue::Chores }
    }

    /// What mail it sends, and about whom: the one place that says so of every kind. None when it sends no mail.
    pub fn what(&self) -> Option<(MailKind, Option<UserId>)> {
        Some(match self {
            Self::SendInvitation { user, .. } => (MailKind::Invitation, Some(*user)),
            Self::SendPasswordLink { user, .. } | Self::SendLink { user, .. } => (MailKind::Password, Some(*user)),
            Self::SendForgotten { .. } => (MailKind::Password, None),
            Self::FollowAddress { user } | Self::MoveOwner { user, .. } => (MailKind::Address, Some(*user)),
            Self::ChangeAddress { .. } | Self::AskAddress { .. } => (MailKind::Address, None),
            Self::Erase { .. } | Self::Wake { .. } => return None,
        })
    }
}

/// Why a job was not done this time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JobFailure {
    pub reason: MailFailure,
    /// For the operator.
    pub error: String,
}

/// A job that failed at least once and is not done yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FailingJob {
    pub kind: JobKind,
    pub reason: MailFailure,
    pub tries: u32,
    /// When it is tried again; none when it was given up.
    pub again: Option<Timestamp>,
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
    /// Mails that were not sent yet.
    pub waiting: u64,
    /// Of those, the ones that failed at least once.
    pub failing: u64,
    /// Given up.
    pub failed: u64,
}

/// The queue of jobs.
#[async_trait]
pub trait JobStore: Send + Sync + 'static {
    /// Writes a job that no command asked for.
    async fn put_job(&self, tenant: TenantId, job: &NewJob) -> Result<()>;
    /// Takes jobs of a queue that are due, so that nobody else takes them until the lease ends. Tenants take turns, and so do the kinds
    /// of mail of a tenant.
    async fn claim_jobs(&self, queue: Queue, now: Timestamp, lease: Timestamp, limit: u32) -> Result<Vec<Job>>;
    /// Removes a job that is done.
    async fn finish_job(&self, id: Uuid) -> Result<()>;
    /// Puts a failed job off, or gives it up when there is no further moment to run it at. One that was over its budget has
    /// not been tried.
    async fn defer_job(&self, id: Uuid, again: Option<Timestamp>, failure: &JobFailure) -> Result<()>;
    /// A tenant's jobs that failed and are not done, at most `limit`.
    async fn failing_jobs(&self, tenant: TenantId, limit: u32) -> Result<Vec<FailingJob>>;
    /// How many jobs wait, have failed so far, were given up.
    async fn job_counts(&self) -> Result<JobCounts>;
}
