//! The line of jobs that one node claimed, and which of them is next: no organisation has more than half of the places, so that
//! one whose jobs take long holds up nobody else's.

use crate::{limits::JobLimits, store::Job};
use rollcall_core::{id::TenantId, time::Timestamp};
use std::collections::{BTreeMap, VecDeque};

/// A job that this node claimed.
pub(super) struct Claimed {
    pub job: Job,
    /// Until another process may think that this one crashed.
    pub lease: Timestamp,
}

/// Jobs that were claimed together or one after the other, in that order.
pub(super) struct Line {
    limits: JobLimits,
    waiting: VecDeque<Claimed>,
    /// How many are being done, by tenant.
    busy: BTreeMap<TenantId, u32>,
}

impl Line {
    pub fn new(limits: JobLimits) -> Self {
        Self { limits, waiting: VecDeque::new(), busy: BTreeMap::new() }
    }

    /// How many more may be claimed.
    pub fn room(&self) -> u32 {
        let held = u32::try_from(self.waiting.len()).unwrap_or(u32::MAX).saturating_add(self.running());
        self.limits.claimed.saturating_sub(held)
    }

    /// Whether there is so much room that asking for more is worth it.
    pub fn has_much_room(&self) -> bool {
        self.room() > 0 && self.room().saturating_mul(2) >= self.limits.claimed
    }

    pub fn add(&mut self, claimed: impl IntoIterator<Item = Claimed>) {
        self.waiting.extend(claimed);
    }

    /// The next one to be done now: the first that waits, of a tenant that has a place.
    pub fn next(&mut self) -> Option<Claimed> {
        if self.running() >= self.limits.abreast.max(1) {
            return None;
        }
        let most = half(self.limits);
        let has_place = |claimed: &Claimed| self.busy.get(&claimed.job.tenant).is_none_or(|busy| *busy < most);
        let claimed = self.waiting.remove(self.waiting.iter().position(has_place)?)?;
        let busy = self.busy.entry(claimed.job.tenant).or_default();
        *busy = busy.saturating_add(1);
        Some(claimed)
    }

    /// A job of this tenant is done.
    pub fn done(&mut self, tenant: TenantId) {
        if let Some(busy) = self.busy.get_mut(&tenant) {
            *busy = busy.saturating_sub(1);
        }
        self.busy.retain(|_, busy| *busy > 0);
    }

    fn running(&self) -> u32 {
        self.busy.values().sum()
    }
}

/// How many jobs of one tenant are done at the same time.
pub(super) fn half(JobLimits { abreast, .. }: JobLimits) -> u32 {
    abreast.div_ceil(2).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::JobKind;
    use rollcall_core::id::UserId;
    use uuid::Uuid;

    fn job(tenant: u128) -> Claimed {
        let kind = JobKind::FollowAddress { user: UserId::fixed(1) };
        let job = Job { id: Uuid::nil(), tenant: TenantId::fixed(tenant), kind, tries: 1 };
        Claimed { job, lease: Timestamp(0) }
    }

    fn line(jobs: &[u128]) -> Line {
        let mut line = Line::new(JobLimits { claimed: 16, abreast: 8, ..JobLimits::default() });
        line.add(jobs.iter().map(|tenant| job(*tenant)));
        line
    }

    fn all_next(line: &mut Line) -> Vec<TenantId> {
        std::iter::from_fn(|| line.next().map(|claimed| claimed.job.tenant)).collect()
    }

    #[test]
    fn one_tenant_has_half_of_the_places() {
        let mut line = line(&[1, 1, 1, 1, 1, 1, 1, 2, 3]);
        assert_eq!(all_next(&mut line), [1, 1, 1, 1, 2, 3].map(TenantId::fixed));
        assert_eq!(line.room(), 7);
        line.done(TenantId::fixed(3));
        assert_eq!(all_next(&mut line), []);
        line.done(TenantId::fixed(1));
        assert_eq!(all_next(&mut line), [TenantId::fixed(1)]);
    }

    #[test]
    fn all_places_are_used_and_no_more() {
        let mut line = line(&[1, 2, 1, 2, 1, 2, 1, 2, 3]);
        assert_eq!(all_next(&mut line).len(), 8);
        line.done(TenantId::fixed(1));
        assert_eq!(all_next(&mut line), [TenantId::fixed(3)]);
        assert_eq!((line.room(), line.has_much_room()), (8, true));
        line.add([job(4)]);
        assert_eq!((line.room(), line.has_much_room()), (7, false));
    }
}
