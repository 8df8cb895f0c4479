//! For how long what is kept.

use rollcall_core::{model::Keeping, time::Span};

/// For how long each kind of thing is kept. Whoever runs the server has these; an organisation may choose its own for what
/// its people can read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    /// What tells clients that a record was removed. Whoever was away for longer reads its view anew.
    pub tombstones: Span,
    /// Ended sessions, links and invitations, to say to whoever comes late why they open nothing.
    pub ended: Span,
    /// Jobs that were given up.
    pub given_up: Span,
    /// The audit log.
    pub log: Span,
    /// The security log.
    pub security: Span,
    /// Commands that were set apart.
    pub clashes: Span,
    /// Verdicts. A command that is sent after so long, and of which no verdict is known, is refused.
    pub verdicts: Span,
}

impl Default for Terms {
    fn default() -> Self {
        Self {
            tombstones: Span::days(90),
            ended: Span::days(90),
            given_up: Span::days(90),
            log: Span::days(3_650),
            security: Span::days(365),
            clashes: Span::days(400),
            verdicts: Span::days(400),
        }
    }
}

impl Terms {
    /// With what an organisation chose.
    pub(super) fn chosen(self, keeping: &Keeping) -> Self {
        let (log, security) = (Span::days(keeping.log_days.into()), Span::days(keeping.security_days.into()));
        Self { log, security, ..self }
    }

    /// The same for everything.
    pub fn all(span: Span) -> Self {
        Self { tombstones: span, ended: span, given_up: span, log: span, security: span, clashes: span, verdicts: span }
    }
}
