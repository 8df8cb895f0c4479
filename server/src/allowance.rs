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

/// A command that changes so many records more counts as one more.
const USUAL: usize = 20;
/// Users whose buckets are empty are forgotten when there are so many more.
const TIDY_EVERY: usize = 4_096;

/// The user has had done what it may; so many seconds later there is room again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spent {
    pub what: Spending,
    pub retry_after: u64,
}

/// Of what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spending {
    Commands,
    Bytes,
}

impl Spent {
    fn commands(retry_after: u64) -> Self {
        Self { what: Spending::Commands, retry_after }
    }

    fn bytes(retry_after: u64) -> Self {
        Self { what: Spending::Bytes, retry_after }
    }
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

impl Default for Allowances {
    fn default() -> Self {
        Self::new(WorkLimits::default())
    }
}

impl Allowances {
    /// Nobody has had anything done.
    pub fn new(limits: WorkLimits) -> Self {
        Self { limits, users: Arc::default() }
    }

    /// Counts a request before its body is read, by the bytes that it may have. One that begins within the allowance is done
    /// whole.
    ///
    /// # Errors
    /// The user has spent what it may: the body needn't be read.
    pub fn send(&self, who: Who, bytes: usize, now: Timestamp) -> Result<Sending, Spent> {
        self.with(who, |account| {
            let (all, commands) = (self.bytes(), self.commands());
            account.bytes.look(all, now).map_err(Spent::bytes)?;
            account.commands.look(commands, now).map_err(Spent::commands)?;
            account.bytes.fill(all, bytes, now);
            Ok(())
        })?;
        Ok(Sending { allowances: self.clone(), who, unread: bytes })
    }

    /// Counts the commands of a request.
    pub fn commanded(&self, who: Who, commands: usize, now: Timestamp) {
        self.with(who, |account| account.commands.fill(self.commands(), commands, now));
    }

    /// Counts what commands of a user changed, beyond what commands usually do: deciding and writing it is what they cost.
    pub fn changed(&self, who: Who, weight: usize, now: Timestamp) {
        self.with(who, |account| account.commands.fill(self.commands(), weight / USUAL, now));
    }

    fn commands(&self) -> Rate {
        let each = u64::from(self.limits.commands).max(1);
        Rate { each, window: Span(60_000), burst: each.saturating_mul(u64::from(self.limits.burst)) }
    }

    fn bytes(&self) -> Rate {
        let each = self.limits.bytes.max(1);
        Rate { each, window: self.limits.window, burst: each }
    }

    fn with<T>(&self, who: Who, act: impl FnOnce(&mut Account) -> T) -> T {
        let mut users = self.users.lock().unwrap_or_else(PoisonError::into_inner);
        if users.len() % TIDY_EVERY == TIDY_EVERY - 1 && !users.contains_key(&who) {
            users.retain(|_, account| account.commands.spent > 0 || account.bytes.spent > 0);
        }
        act(users.entry(who).or_default())
    }
}

/// A request that is being read. What it turns out not to have is given back when it is dropped.
pub struct Sending {
    allowances: Allowances,
    who: Who,
    unread: usize,
}

impl Sending {
    /// So much more was read.
    pub fn read(&mut self, bytes: usize) {
        self.unread = self.unread.saturating_sub(bytes);
    }
}

impl Drop for Sending {
    fn drop(&mut self) {
        let unread = u64::try_from(self.unread).unwrap_or_default();
        self.allowances.with(self.who, |account| account.bytes.spent = account.bytes.spent.saturating_sub(unread));
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
    /// Whether there is room; the error is in how many seconds there is again.
    fn look(&mut self, rate: Rate, now: Timestamp) -> Result<(), u64> {
        self.run_out(rate, now);
        let Some(over) = self.spent.checked_sub(rate.burst) else { return Ok(()) };
        let window = u64::try_from(rate.window.0).unwrap_or(1);
        let millis = over.saturating_add(1).saturating_mul(window).div_ceil(rate.each);
        Err(millis.div_ceil(1_000).max(1))
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
        Allowances::new(WorkLimits { commands, bytes, ..WorkLimits::default() })
    }

    impl Allowances {
        /// Whether the user may send something.
        fn look(&self, who: Who, now: Timestamp) -> Result<(), Spent> {
            self.send(who, 0, now).map(drop)
        }

        /// Something of so many bytes was sent and read.
        fn sent(&self, bytes: usize) {
            self.send(WHO, bytes, NOW).unwrap().read(bytes);
        }
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
        assert_eq!(all.look(WHO, NOW), Err(Spent::commands(61)));
        assert_eq!(all.look((TenantId::fixed(2), WHO.1), NOW), Ok(()), "somebody else's are its own");
        assert_eq!(all.look(WHO, later(60)), Err(Spent::commands(1)));
        assert_eq!(all.look(WHO, later(61)), Ok(()));
    }

    #[test]
    fn a_command_that_changes_much_is_many() {
        let all = allowances(60, 1_000);
        for _ in 0..500 {
            all.commanded(WHO, 1, NOW);
            all.changed(WHO, USUAL - 1, NOW);
        }
        assert_eq!(all.look(WHO, NOW), Ok(()));
        all.changed(WHO, 100 * USUAL, NOW);
        assert_eq!(all.look(WHO, NOW), Err(Spent::commands(1)));
    }

    #[test]
    fn bytes_run_out_in_a_day() {
        let all = allowances(1_000, 86_400);
        all.sent(86_399);
        // It begins within the allowance.
        all.sent(3_600);
        assert_eq!(all.look(WHO, NOW), Err(Spent::bytes(3_600)));
        assert_eq!(all.look(WHO, later(3_600)), Ok(()));
    }

    /// As long as they are read, requests count with all that they may have; afterwards with what they had.
    #[test]
    fn what_is_being_read_is_counted_before() {
        let all = allowances(1_000, 1_000);
        let mut first = all.send(WHO, 600, NOW).unwrap();
        let second = all.send(WHO, 600, NOW).unwrap();
        assert!(all.send(WHO, 600, NOW).is_err(), "both may come whole");
        first.read(100);
        first.read(400);
        drop((first, second));
        let third = all.send(WHO, 499, NOW).unwrap();
        assert_eq!(all.look(WHO, NOW), Ok(()), "500 of them came");
        let mut fourth = all.send(WHO, 1, NOW).unwrap();
        assert!(all.look(WHO, NOW).is_err());
        fourth.read(2);
        drop((third, fourth));
        assert_eq!(all.look(WHO, NOW), Ok(()));
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
            all.sent(300_000);
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
