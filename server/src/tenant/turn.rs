//! Turns: whoever decides much lets other tasks of its thread have theirs in between.

use crate::limits::Tuning;

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

    /// A command was decided that changes so much. Gives way, if that was enough for one turn.
    pub async fn pass(&mut self, weight: usize) {
        self.decided = self.decided.saturating_add(weight.max(1));
        if self.decided >= self.most {
            self.decided = 0;
            tokio::task::yield_now().await;
        }
    }
}
