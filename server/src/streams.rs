//! The live streams that are open: how many a user, an organisation and the server may hold.

use crate::{allowance::Who, limits::StreamLimits};
use rollcall_core::id::{TenantId, UserId};
use rustc_hash::FxHashMap;
use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};
use tokio::sync::oneshot;

/// Who has as many as it may.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Full {
    Organisation,
    Server,
}

/// All streams of this node.
#[derive(Clone)]
pub struct Streams {
    limits: StreamLimits,
    open: Arc<Mutex<Open>>,
}

#[derive(Default)]
struct Open {
    /// Numbers streams, for good.
    next: u64,
    all: usize,
    tenants: FxHashMap<TenantId, Tenant>,
}

#[derive(Default)]
struct Tenant {
    all: usize,
    /// The oldest first.
    users: FxHashMap<UserId, VecDeque<(u64, oneshot::Sender<()>)>>,
}

/// A place for one stream, given back when it is dropped.
pub struct Place {
    streams: Streams,
    who: Who,
    number: u64,
    /// Comes when a newer stream of the same user takes the place.
    pub replaced: oneshot::Receiver<()>,
}

impl Streams {
    /// None is open.
    pub fn new(limits: StreamLimits) -> Self {
        Self { limits, open: Arc::default() }
    }

    /// A place for a stream of a user. Over what the user may hold, its oldest one ends: whoever loads a page again gets its
    /// stream, though the server doesn't know yet that the one before has gone. A page that is there and loses its stream
    /// so is asked to come back after [`StreamLimits::again`]: were it sooner, two devices would take it from each other
    /// without end.
    ///
    /// # Errors
    /// The organisation or the server is full.
    pub fn open(&self, who @ (tenant, user): Who) -> Result<Place, Full> {
        let mut open = self.lock();
        let held = open.tenants.get(&tenant).and_then(|there| there.users.get(&user)).map_or(0, VecDeque::len);
        if held >= self.limits.user {
            open.end_oldest(who);
        }
        let there = open.tenants.get(&tenant).map_or(0, |there| there.all);
        if there >= self.limits.tenant {
            return Err(Full::Organisation);
        }
        if open.all >= self.limits.all {
            return Err(Full::Server);
        }
        let (end, replaced) = oneshot::channel();
        let number = open.next;
        open.next += 1;
        open.all += 1;
        let there = open.tenants.entry(tenant).or_default();
        there.all += 1;
        there.users.entry(user).or_default().push_back((number, end));
        Ok(Place { streams: self.clone(), who, number, replaced })
    }

    fn lock(&self) -> MutexGuard<'_, Open> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Open {
    fn end_oldest(&mut self, who: Who) {
        let oldest = self.tenants.get(&who.0).and_then(|there| there.users.get(&who.1)?.front().map(|(n, _)| *n));
        if let Some(end) = oldest.and_then(|number| self.take(who, number)) {
            // Nobody listens any more when it has just ended by itself.
            let _ = end.send(());
        }
    }

    /// Takes a stream out, if it is still there.
    fn take(&mut self, (tenant, user): Who, number: u64) -> Option<oneshot::Sender<()>> {
        let there = self.tenants.get_mut(&tenant)?;
        let streams = there.users.get_mut(&user)?;
        let at = streams.iter().position(|(n, _)| *n == number)?;
        let (_, end) = streams.remove(at)?;
        if streams.is_empty() {
            there.users.remove(&user);
        }
        there.all = there.all.saturating_sub(1);
        if there.all == 0 {
            self.tenants.remove(&tenant);
        }
        self.all = self.all.saturating_sub(1);
        Some(end)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.streams.lock().take(self.who, self.number);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn streams(user: usize, tenant: usize, all: usize) -> Streams {
        Streams::new(StreamLimits { user, tenant, all, ..StreamLimits::default() })
    }

    fn who(tenant: u128, user: u128) -> Who {
        (TenantId::fixed(tenant), UserId::fixed(user))
    }

    #[test]
    fn one_more_of_a_user_ends_its_oldest() {
        let streams = streams(2, 9, 9);
        let mut first = streams.open(who(1, 1)).unwrap();
        let mut second = streams.open(who(1, 1)).unwrap();
        let _somebody_else = streams.open(who(1, 2)).unwrap();
        assert!(first.replaced.try_recv().is_err());
        let third = streams.open(who(1, 1)).unwrap();
        assert_eq!(first.replaced.try_recv(), Ok(()));
        assert!(second.replaced.try_recv().is_err());
        drop((first, third));
        let _fourth = streams.open(who(1, 1)).unwrap();
        assert!(second.replaced.try_recv().is_err(), "there was room again");
    }

    #[test]
    fn an_organisation_and_the_server_hold_so_many() {
        let streams = streams(1, 2, 3);
        let first = streams.open(who(1, 1)).unwrap();
        let _second = streams.open(who(1, 2)).unwrap();
        assert_eq!(streams.open(who(1, 3)).err(), Some(Full::Organisation));
        let again = streams.open(who(1, 1)).unwrap();
        drop(first);
        assert_eq!(streams.open(who(1, 3)).err(), Some(Full::Organisation), "one's own takes the place of one's own");
        let third = streams.open(who(2, 1)).unwrap();
        assert_eq!(streams.open(who(3, 1)).err(), Some(Full::Server));
        drop((again, third));
        let last = streams.open(who(3, 1)).unwrap();
        drop((last, _second));
        assert!(streams.lock().tenants.is_empty(), "nothing is left of who has gone");
    }
}
