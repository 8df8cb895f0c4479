//! What one commit of a tenant writes: all of it in one transaction, or nothing.

use super::{Digest, Ending, NewAccount, NewJob, Result, SecurityNote, StoredInvitation};
use async_trait::async_trait;
use rollcall_core::{
    Actor, Changes, Command, Key, Record,
    id::{CommandId, DeviceId, TenantId, UserId},
    sync::{Outcome, Seq, Verdict},
    time::Timestamp,
    value::Slug,
};
use uuid::Uuid;

/// Where a tenant stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// One more for each applied command.
    pub version: u64,
    /// Changes when the server was restored from a backup. 53 bits, which every JSON reader keeps whole.
    pub log_epoch: u64,
    /// Changes up to this version are no longer told one by one: removed records have been forgotten.
    pub log_floor: u64,
    /// Verdicts from up to this moment may be gone.
    pub forgotten: Timestamp,
}

impl Head {
    /// Whether the verdict on this command, if there ever was one, may be gone: then it must not be decided (again). An id
    /// that does not say when it was made is never forgotten.
    pub fn forgot(&self, command: CommandId) -> bool {
        made_at(command).is_some_and(|made| made <= self.forgotten)
    }
}

/// When an id says that it was made; none when it is no UUIDv7.
pub(super) fn made_at(command: CommandId) -> Option<Timestamp> {
    let id = command.uuid();
    let (seconds, nanos) = id.get_timestamp().filter(|_| id.get_version_num() == 7)?.to_unix();
    let seconds = i64::try_from(seconds).ok()?;
    Some(Timestamp(seconds.checked_mul(1_000)?.checked_add(i64::from(nanos / 1_000_000))?))
}

/// What happened to a tenant after a version.
#[derive(Debug)]
pub struct Since {
    pub head: Head,
    pub puts: Vec<StoredPut>,
}

/// One record as it stands after a commit; absent when it is gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredPut {
    pub key: Key,
    pub version: u64,
    pub record: Option<Record>,
}

/// A durable verdict on a command, with the device that sent it first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredVerdict {
    pub user: UserId,
    pub device: DeviceId,
    pub verdict: Verdict,
}

/// A command under a number that another command of the same device used before: kept apart, never applied.
#[derive(Clone, Debug)]
pub struct Clash {
    pub user: UserId,
    pub device: DeviceId,
    pub seq: Seq,
    pub content: Digest,
    pub at: Timestamp,
    pub command: Command,
}

/// One row of the audit log: who did what when, and what it changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogRow {
    pub version: u64,
    pub at: Timestamp,
    pub actor: Actor,
    pub device: Option<(DeviceId, Seq)>,
    pub id: CommandId,
    pub command: Command,
    pub changes: Changes,
}

/// A change of what is never part of a directory: credentials, links, sessions.
#[derive(Clone, Debug)]
pub enum Secret {
    /// End the open invitations of a user.
    EndInvitations { user: UserId, ending: Ending },
    /// End every session of a user in this tenant, and the links that were mailed for it.
    EndSessions { user: UserId, at: Timestamp },
    /// End the links that were mailed for a user.
    EndLinks { user: UserId },
    /// Forget that an account is this user, and the account with it when it is nobody else.
    Forget { user: UserId },
    /// Make the account. Fits only while its address has none.
    OpenAccount(NewAccount),
    /// The account is this user. Fits only while there is the account, nobody else in the tenant, and as it was verified.
    Link { account: Uuid, user: UserId, at: Timestamp, verified: Option<Verified> },
    /// The account that is this user must have a new password before it is let in here (decision D14: nowhere else).
    ExpirePassword { user: UserId, at: Timestamp },
    /// A temporary password, good until a moment, for the account that is this user, or for this new one. Fits only while the account
    /// is nobody in another organisation (decision D14).
    SetTemporary { user: UserId, new: NewAccount, until: Timestamp },
    /// An invitation that is handed over. The user's older ones end.
    Invite(StoredInvitation),
    /// Write into the security log.
    Note(SecurityNote),
}

/// What was verified of an account before it was linked.
#[derive(Clone, Debug)]
pub struct Verified {
    /// The folded address.
    pub folded: String,
    /// The password's hash.
    pub password: String,
}

/// A new tenant.
#[derive(Clone, Debug)]
pub struct Founding {
    pub slug: Slug,
    pub log_epoch: u64,
    /// The set-up link that founds it; none: the operator does.
    pub by: Option<UsedLink>,
}

/// A set-up link that is used up.
#[derive(Clone, Copy, Debug)]
pub struct UsedLink {
    pub token: Digest,
    pub now: Timestamp,
}

/// Everything that a group of commands leads to.
#[derive(Clone, Debug)]
pub struct Batch {
    pub tenant: TenantId,
    /// The tenant is made by this batch.
    pub founding: Option<Founding>,
    /// The version that the decisions were made on.
    pub expected: u64,
    /// The head's moment that they were made on.
    pub forgotten: Timestamp,
    /// The version after them; equal when nothing was applied.
    pub version: u64,
    pub puts: Vec<StoredPut>,
    pub log: Vec<LogRow>,
    pub verdicts: Vec<StoredVerdict>,
    pub clashes: Vec<Clash>,
    pub secrets: Vec<Secret>,
    pub jobs: Vec<NewJob>,
}

/// How a commit ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Commit {
    Done,
    /// The tenant's version is no longer the expected one, or verdicts were forgotten since: nothing was written.
    Conflict,
    /// A command has a verdict already: nothing was written.
    Repeated,
    /// What a secret needs is no longer so, such as the account that this user was to be linked to: nothing was written.
    Unfit(UserId),
    /// The set-up link that was to found it is used, has expired, or there is an organisation: nothing was written.
    LinkOver,
}

impl Batch {
    /// A batch in which nothing stands yet.
    pub fn new(tenant: TenantId, version: u64) -> Self {
        Self {
            tenant,
            founding: None,
            expected: version,
            forgotten: Timestamp(0),
            version,
            puts: Vec::new(),
            log: Vec::new(),
            verdicts: Vec::new(),
            clashes: Vec::new(),
            secrets: Vec::new(),
            jobs: Vec::new(),
        }
    }

    /// Whether there is nothing to write.
    pub fn is_empty(&self) -> bool {
        self.log.is_empty() && self.verdicts.is_empty() && self.clashes.is_empty()
    }
}

impl StoredVerdict {
    /// Whether the command was applied.
    pub fn applied(&self) -> bool {
        matches!(self.verdict.outcome, Outcome::Applied { .. } | Outcome::Merged { .. })
    }
}

/// Writes what was decided.
#[async_trait]
pub trait CommitStore: Send + Sync + 'static {
    /// Writes all of a batch in one transaction, or nothing when the tenant has gone on meanwhile, or a command in it
    /// has a verdict already.
    async fn commit(&self, batch: &Batch) -> Result<Commit>;
}
