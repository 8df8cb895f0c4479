//! Housekeeping as the store sees it: chores that one node does at a time, and the small steps that they are made of.

use rollcall_core::id::TenantId;

/// What recurs by the clock. Its next due time is kept in the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chore {
    /// Removes what is no longer needed.
    Clean,
    /// Forgets verdicts.
    Forget,
}

impl Chore {
    /// Under which it is stored.
    pub fn name(self) -> &'static str {
        match self {
            Self::Clean => "clean",
            Self::Forget => "forget",
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
    /// The security log, as far as it is of no organisation.
    SecurityNotes,
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
