//! What each user may have done: commands a minute, bytes a day. Kept in the memory of this node, because it guards this
//! node; a user of several nodes may have as much on each.

use crate::limits::WorkLimits;
use rollcall_core::{
    id::{TenantId, UserId},
    time::{Span, Timestamp},
};
use rustc_hash::FxHashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// A user of an organisation.
pub type Who = (TenantId, UserId);

/// Users whose buckets are empty are forgotten when there are so many more.
const TIDY_EVERY: usize = 4_096;

/// The user has had done what it may; so many seconds later there is room again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spent {
    pub retry_after: u64,
}

/// What all users have had done.
#[derive(Clone)]
pub struct Allowances {
    limits: WorkLimits,
    users: Arc<Mutex<FxHashMap<Who, Account>>>,
}

#[derive(Clone, Copy, Default)]
struct Account {
    commands: Bucket,
    bytes: Bucket,
}

impl Allowances {
    /// Nobody has had anything done.
    pub fn new(limits: WorkLimits) -> Self {
        Self { limits, users: Arc::default() }
    }

    /// Whether the user may send a request at all, before its body is read.
    ///
    /// # Errors
    /// The user has spent what it may.
    pub fn look(&self, who: Who, now: Timestamp) -> Result<(), Spent> {
        self.with(who, |account| {
            account.bytes.look(self.bytes(), now)?;
            account.commands.look(self.commands(), now)
        })
    }

    /// Counts a request that was read. One that begins within the allowance is done whole.
    pub fn sent(&self, who: Who, bytes: usize, now: Timestamp) {
        self.with(who, |account| account.bytes.fill(self.bytes(), bytes, now));
    }

    /// Counts the commands of a request.
    pub fn commanded(&self, who: Who, commands: usize, now: Timestamp) {
        self.with(who, |account| account.commands.fill(self.commands(), commands, now));
    }

    fn commands(&self) -> Rate {
        let each = u64::from(self.limits.commands).max(1);
        Rate { each, window: Span(60_000), burst: each.saturating_mul(u64::from(WorkLimits::BURST)) }
    }

    fn bytes(&self) -> Rate {
        let each = self.limits.bytes.max(1);
        Rate { each, window: Span::days(1), burst: each }
    }

    fn with<T>(&self, who: Who, act: impl FnOnce(&mut Account) -> T) -> T {
        let mut users = self.users.lock().unwrap_or_else(PoisonError::into_inner);
        if users.len() % TIDY_EVERY == TIDY_EVERY - 1 && !users.contains_key(&who) {
            users.retain(|_, account| account.commands.spent > 0 || account.bytes.spent > 0);
        }
        act(users.entry(who).or_default())
    }
}

/// How fast a bucket runs out, and how much it takes.
#[derive(Clone, Copy)]
struct Rate {
    each: u64,
    window: Span,
    burst: u64,
}

/// A bucket that runs out evenly. It takes whatever comes while it isn't full, be that more than there was room for.
#[derive(Clone, Copy, Default)]
struct Bucket {
    spent: u64,
    at: Timestamp,
}

impl Bucket {
    fn look(&mut self, rate: Rate, now: Timestamp) -> Result<(), Spent> {
        self.run_out(rate, now);
        let Some(over) = self.spent.checked_sub(rate.burst) else { return Ok(()) };
        let window = u64::try_from(rate.window.0).unwrap_or(1);
        let millis = over.saturating_add(1).saturating_mul(window).div_ceil(rate.each);
        Err(Spent { retry_after: millis.div_ceil(1_000).max(1) })
    }

    fn fill(&mut self, rate: Rate, amount: usize, now: Timestamp) {
        self.run_out(rate, now);
        self.spent = self.spent.saturating_add(u64::try_from(amount).unwrap_or(u64::MAX));
    }

    fn run_out(&mut self, rate: Rate, now: Timestamp) {
        let window = u64::try_from(rate.window.0).unwrap_or(1).max(1);
        let elapsed = u64::try_from(now.since(self.at).0).unwrap_or_default();
        let gone = elapsed.saturating_mul(rate.each) / window;
        self.spent = self.spent.saturating_sub(gone);
        if self.spent == 0 || now < self.at {
            // A clock that was set back begins again.
            self.at = now;
        } else {
            // Not the whole time: a part of one may have run out as well.
            let counted = i64::try_from(gone.saturating_mul(window) / rate.each).unwrap_or_default();
            self.at = self.at.after(Span(counted));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHO: Who = (TenantId::fixed(1), UserId::fixed(1));
    const NOW: Timestamp = Timestamp(1_800_000_000_000);

    fn allowances(commands: u32, bytes: u64) -> Allowances {
        Allowances::new(WorkLimits { commands, bytes })
    }

    fn later(seconds: i64) -> Timestamp {
        NOW.after(Span(seconds * 1_000))
    }

    #[test]
    fn commands_run_out_by_the_minute() {
        let all = allowances(60, 1_000);
        all.commanded(WHO, 599, NOW);
        assert_eq!(all.look(WHO, NOW), Ok(()));
        all.commanded(WHO, 61, NOW);
        assert_eq!(all.look(WHO, NOW), Err(Spent { retry_after: 61 }));
        assert_eq!(all.look((TenantId::fixed(2), WHO.1), NOW), Ok(()), "somebody else's are its own");
        assert_eq!(all.look(WHO, later(60)), Err(Spent { retry_after: 1 }));
        assert_eq!(all.look(WHO, later(61)), Ok(()));
    }

    #[test]
    fn bytes_run_out_in_a_day() {
        let all = allowances(1_000, 86_400);
        all.sent(WHO, 86_400, NOW);
        assert_eq!(all.look(WHO, NOW), Err(Spent { retry_after: 1 }));
        all.sent(WHO, 3_599, NOW);
        assert_eq!(all.look(WHO, NOW), Err(Spent { retry_after: 3_600 }));
        assert_eq!(all.look(WHO, later(3_600)), Ok(()));
    }

    /// However often one asks, no time is lost: the bucket runs out all the same.
    #[test]
    fn asking_often_costs_nothing() {
        let all = allowances(60, 1_000);
        all.commanded(WHO, 601, NOW);
        for millis in [300, 700, 1_400, 1_900] {
            assert!(all.look(WHO, NOW.after(Span(millis))).is_err());
        }
        assert_eq!(all.look(WHO, later(2)), Ok(()));
    }

    #[test]
    fn an_import_of_fifty_thousand_rows_goes_through() {
        let all = Allowances::new(WorkLimits::default());
        for _ in 0..100 {
            assert_eq!(all.look(WHO, NOW), Ok(()));
            all.sent(WHO, 300_000, NOW);
            all.commanded(WHO, 1_000, NOW);
        }
    }

    #[test]
    fn whoever_has_nothing_left_is_forgotten() {
        let all = allowances(60, 1_000);
        for n in 0..TIDY_EVERY as u128 * 3 {
            let _ = all.look((WHO.0, UserId::fixed(n)), NOW);
        }
        assert!(all.users.lock().unwrap().len() <= TIDY_EVERY);
    }
}
