//! Bugs that can be planted, to show that the oracles catch them: at the seams of the simulation, so that the product
//! needs no switch for them.

/// A bug to plant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bug {
    /// The server leaves out a verdict.
    SkipVerdict,
    /// The store forgets that a record was removed.
    DropTombstone,
    /// The store commits on whatever version there is.
    IgnoreExpectedVersion,
    /// The store forgets verdicts, so a repeated command runs again.
    ForgetVerdicts,
    /// The server takes the client's time for its own.
    TrustClientClock,
    /// The server sends a record that the viewer may not see.
    LeakRecord,
    /// The server keeps its log epoch after a backup was restored.
    KeepLogEpoch,
    /// The browser's store writes the outbox as relaxed as everything else.
    RelaxedOutbox,
    /// The server tells deltas as if nobody's rights ever changed.
    StaleViewEpoch,
    /// The server's cursor is one version ahead of its data.
    CursorSkips,
    /// The server acknowledges commits that the store did not make.
    AcknowledgeEarly,
    /// The server sends a delta without one of its puts.
    LosePut,
    /// The server answers an old page in words of today.
    IgnoreProtocol,
    /// The server does not hear what the author of an edit saw, and overwrites whatever stands.
    OverwriteUnseen,
    /// The server tells nobody that fields were kept out of an edit.
    ConcealKept,
    /// A mailed link sets the password of whoever has the address that the directory holds when it is used.
    LookUpLater,
    /// A forced reset keeps the account out of its other organisations too.
    ResetEverywhere,
    /// The links of a user outlive its suspension.
    SurviveSuspension,
    /// An account has its new address before anybody opened a mail there.
    ReaddressUnproven,
    /// Sessions outlive a change of the password.
    KeepStaleSessions,
    /// Sessions outlive the restore of a backup.
    KeepSessions,
}

impl Bug {
    /// Those of syncing.
    pub const SYNCING: [Self; 15] = [
        Self::SkipVerdict,
        Self::DropTombstone,
        Self::IgnoreExpectedVersion,
        Self::ForgetVerdicts,
        Self::TrustClientClock,
        Self::LeakRecord,
        Self::KeepLogEpoch,
        Self::RelaxedOutbox,
        Self::StaleViewEpoch,
        Self::CursorSkips,
        Self::AcknowledgeEarly,
        Self::LosePut,
        Self::IgnoreProtocol,
        Self::OverwriteUnseen,
        Self::ConcealKept,
    ];
    /// Those of accounts.
    pub const ACCOUNTS: [Self; 6] = [
        Self::LookUpLater,
        Self::ResetEverywhere,
        Self::SurviveSuspension,
        Self::ReaddressUnproven,
        Self::KeepStaleSessions,
        Self::KeepSessions,
    ];
}
