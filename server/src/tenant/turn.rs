//! Turns: whoever decides much lets other tasks of its thread have theirs in between.

use crate::limits::Tuning;
use rollcall_core::{Refusal, Refusals, command::MAX_CHANGES};

/// What a refusal counts as: reasons are looked for in what other commands only write to.
const REFUSAL: usize = 10;

/// How much work a refused command was. One that would change too much was counted until it was too much.
pub(super) fn refused(refusals: &Refusals) -> usize {
    let counted = refusals.iter().any(|refusal| matches!(refusal, Refusal::TooManyChanges { .. }));
    if counted { MAX_CHANGES } else { REFUSAL }
}

/// What was decided since others had a turn.
pub(super) struct Turns {
    decided: usize,
    most: usize,
}

impl Turns {
    /// Others have just had theirs.
    pub fn new(tuning: &Tuning) -> Self {
        Self { decided: 0, most: tuning.decided }
    }

    /// So much work was done: what a command changes, or what its refusal took ([`refused`]). Gives way, if that was enough for
    /// one turn.
    pub async fn pass(&mut self, work: usize) {
        self.decided = self.decided.saturating_add(work.max(1));
        if self.decided >= self.most {
            self.decided = 0;
            tokio::task::yield_now().await;
        }
    }
}
