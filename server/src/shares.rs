//! Shares of something scarce: at a time whoever asks has so much of it, its organisation so much, all together so much.
//! Others wait until it is given back, in the order in which they came. Nobody who takes all of its own makes another user
//! wait.

use crate::{allowance::Who, limits::ShareLimits};
use rollcall_core::id::TenantId;
use rustc_hash::FxHashMap;
use std::{
    hash::Hash,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// All that there is of something. Cheap to clone.
#[derive(Clone)]
pub struct Shares(Arc<Inner>);

struct Inner {
    limits: ShareLimits,
    all: Arc<Semaphore>,
    held: Mutex<Held>,
}

/// Whoever has some of it, or waits for it.
#[derive(Default)]
struct Held {
    users: FxHashMap<Who, Arc<Semaphore>>,
    tenants: FxHashMap<TenantId, Arc<Semaphore>>,
}

/// So much of it, given back when it is dropped.
pub struct Share {
    shares: Shares,
    who: Who,
    permits: Vec<OwnedSemaphorePermit>,
}

impl Shares {
    /// Nobody has anything.
    pub fn new(limits: ShareLimits) -> Self {
        let all = Arc::new(Semaphore::new(permits(limits.all)));
        Self(Arc::new(Inner { limits, all, held: Mutex::default() }))
    }

    /// So much of it for a user, once it is there. Who asks for more than a user may have gets all that it may have.
    pub async fn take(&self, who @ (tenant, _): Who, amount: u32) -> Share {
        let ShareLimits { user, tenant: there, all } = self.0.limits;
        let amount = amount.min(user);
        let (own, theirs) = {
            let mut held = self.lock();
            (slots(&mut held.users, who, user), slots(&mut held.tenants, tenant, there))
        };
        // Whoever goes away while it waits leaves nothing behind.
        let mut share = Share { shares: self.clone(), who, permits: Vec::with_capacity(3) };
        // Its own first: what is everybody's must not be held while one waits for oneself.
        for (slots, most) in [(own, user), (theirs, there), (self.0.all.clone(), all)] {
            // It is never closed.
            if let Ok(permit) = slots.acquire_many_owned(amount.min(most)).await {
                share.permits.push(permit);
            }
        }
        share
    }

    fn lock(&self) -> MutexGuard<'_, Held> {
        self.0.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Share {
    /// Keeps so much of it, and gives the rest back.
    pub fn keep(&mut self, amount: u32) {
        for permit in &mut self.permits {
            let over = permit.num_permits().saturating_sub(permits(amount));
            drop(permit.split(over));
        }
    }
}

/// So many bytes in KiB, which shares of bytes are counted in.
pub fn kib(bytes: usize) -> u32 {
    u32::try_from(bytes.div_ceil(1024)).unwrap_or(u32::MAX)
}

fn permits(most: u32) -> usize {
    usize::try_from(most).unwrap_or(Semaphore::MAX_PERMITS).min(Semaphore::MAX_PERMITS)
}

fn slots<K: Hash + Eq>(of: &mut FxHashMap<K, Arc<Semaphore>>, who: K, most: u32) -> Arc<Semaphore> {
    of.entry(who).or_insert_with(|| Arc::new(Semaphore::new(permits(most)))).clone()
}

impl Drop for Share {
    fn drop(&mut self) {
        self.permits.clear();
        let mut held = self.shares.lock();
        let (user, tenant) = (self.who, self.who.0);
        // Only the table has them: nobody holds or waits for any.
        if held.users.get(&user).is_some_and(|slots| Arc::strong_count(slots) == 1) {
            held.users.remove(&user);
        }
        if held.tenants.get(&tenant).is_some_and(|slots| Arc::strong_count(slots) == 1) {
            held.tenants.remove(&tenant);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rollcall_core::id::UserId;
    use std::{future::poll_fn, pin::pin, task::Poll};

    fn who(tenant: u128, user: u128) -> Who {
        (TenantId::fixed(tenant), UserId::fixed(user))
    }

    /// What is there at once.
    async fn now(shares: &Shares, who: Who, amount: u32) -> Option<Share> {
        let mut taking = pin!(shares.take(who, amount));
        poll_fn(|cx| {
            Poll::Ready(match taking.as_mut().poll(cx) {
                Poll::Ready(share) => Some(share),
                Poll::Pending => None,
            })
        })
        .await
    }

    #[tokio::test]
    async fn a_user_an_organisation_and_all_have_so_much_at_a_time() {
        let shares = Shares::new(ShareLimits { user: 2, tenant: 3, all: 4 });
        let first = now(&shares, who(1, 1), 2).await.unwrap();
        assert!(now(&shares, who(1, 1), 1).await.is_none(), "it has all of its own");
        let second = now(&shares, who(1, 2), 1).await.unwrap();
        assert!(now(&shares, who(1, 2), 1).await.is_none(), "its organisation has all of its own");
        let third = now(&shares, who(2, 1), 1).await.unwrap();
        assert!(now(&shares, who(3, 1), 1).await.is_none(), "there is no more");
        drop(second);
        let fourth = now(&shares, who(3, 1), 1).await.unwrap();
        drop((first, third, fourth));
        let all = now(&shares, who(1, 1), 99).await.unwrap();
        assert!(now(&shares, who(1, 1), 1).await.is_none(), "all of its own is as much as it gets");
        drop(all);
        let held = shares.lock();
        assert!(held.users.is_empty() && held.tenants.is_empty(), "nothing is left of who has gone");
    }

    #[tokio::test]
    async fn what_turns_out_not_to_be_needed_is_given_back() {
        let shares = Shares::new(ShareLimits { user: 4, tenant: 4, all: 4 });
        let mut first = now(&shares, who(1, 1), 4).await.unwrap();
        first.keep(5);
        assert!(now(&shares, who(1, 1), 1).await.is_none(), "nobody gets more by keeping it");
        first.keep(1);
        let second = now(&shares, who(1, 1), 3).await;
        assert!(second.is_some() && now(&shares, who(1, 1), 1).await.is_none());
        drop((first, second));
        assert!(now(&shares, who(1, 1), 4).await.is_some());
    }

    #[tokio::test]
    async fn whoever_waits_has_its_turn_and_keeps_nothing_from_others() {
        let shares = Shares::new(ShareLimits { user: 1, tenant: 2, all: 2 });
        let first = now(&shares, who(1, 1), 1).await.unwrap();
        let mut waiting = pin!(shares.take(who(1, 1), 1));
        assert!(poll_fn(|cx| Poll::Ready(waiting.as_mut().poll(cx).is_pending())).await);
        let other = now(&shares, who(1, 2), 1).await;
        assert!(other.is_some(), "who waits for its own holds nothing of the others'");
        drop((first, other));
        drop(waiting.await);
        assert!(shares.lock().users.is_empty());
    }
}
