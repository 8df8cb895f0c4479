//! Housekeeping as the store sees it: chores that one node does at a time, and the small steps that they are made of.

use super::Result;
use async_trait::async_trait;
use rollcall_core::{id::TenantId, time::Timestamp};
use uuid::Uuid;

/// What recurs by the clock. Its next due time is kept in the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chore {
    /// Removes what is no longer needed.
    Clean,
    /// Forgets verdicts.
    Forget,
    /// Notes who was signed in: never put down again once it was due.
    SignIns,
}

impl Chore {
    /// Under which it is stored.
    pub fn name(self) -> &'static str {
        match self {
            Self::Clean => "clean",
            Self::Forget => "forget",
            Self::SignIns => "sign_ins",
        }
    }
}

/// One kind of thing that gets old. A step removes a bounded number of them, in one short transaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Sessions that have expired and were not ended by anybody.
    ExpiredSessions,
    /// Sessions that were ended: their browsers may come back late to hear why.
    EndedSessions,
    /// Counters whose window is over.
    Strikes,
    /// Links with which passwords are set, by when they expired.
    PasswordLinks,
    /// Changes of a sign-in address, by when they expired.
    AddressChanges,
    /// Devices on which nobody signed in for long.
    KnownDevices,
    /// The security log, as far as it is of nobody.
    SecurityNotes,
    /// The security log of an account alone.
    SecurityNotesOfAccount(Uuid),
    /// The security log of an organisation.
    SecurityNotesOf(TenantId),
    /// Invitations, by when they expired.
    Invitations,
    /// Jobs that were given up, by when they were made.
    GivenUpJobs,
    /// What tells that a record was removed, up to the tenant's log floor.
    Tombstones(TenantId),
    /// The audit log.
    Log(TenantId),
    /// Commands that were set apart.
    Clashes(TenantId),
    /// Verdicts that an older node wrote: they are not removed but given the moment from which they age.
    UndatedVerdicts(TenantId),
    /// Verdicts. [`super::Store::raise_forgotten`] goes first.
    Verdicts(TenantId),
}

/// An account of which the security log tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotedAccount {
    pub account: Uuid,
    /// When the oldest note was made that is about the account alone.
    pub oldest: Option<Timestamp>,
    /// Where it is a user.
    pub tenants: Vec<TenantId>,
}

/// What gets old.
#[async_trait]
pub trait HouseStore: Send + Sync + 'static {
    /// Takes a chore that is due, so that no other node takes it until the lease ends. One that was never done is due at
    /// `first`.
    async fn take_chore(
        &self,
        chore: Chore,
        first: Timestamp,
        now: Timestamp,
        lease: Timestamp,
        holder: Uuid,
    ) -> Result<bool>;
    /// Goes on with a chore; no when another node has taken it since.
    async fn keep_chore(&self, chore: Chore, holder: Uuid, lease: Timestamp) -> Result<bool>;
    /// Puts a chore down until it is due again.
    async fn end_chore(&self, chore: Chore, holder: Uuid, due: Timestamp) -> Result<()>;
    /// Changes up to a moment are no longer told one by one. No when the floor stays where it is.
    async fn raise_log_floor(&self, tenant: TenantId, before: Timestamp) -> Result<bool>;
    /// Commands from up to a moment, of which no verdict is known, are refused from now on, so that their verdicts can go.
    /// No when there is none that old.
    async fn raise_forgotten(&self, tenant: TenantId, before: Timestamp) -> Result<bool>;
    /// The accounts of which the security log tells, in the order of their ids behind one, at most `limit`.
    async fn noted_accounts(&self, after: Option<Uuid>, limit: u32) -> Result<Vec<NotedAccount>>;
    /// Takes one step through what is older than a moment, and gives how many rows it took: at most so many.
    async fn clean(&self, step: Step, before: Timestamp, rows: u32) -> Result<u64>;
}
