//! The gate before the database: who tried too often is turned away from memory, without a query and without a hash. It knows
//! this process alone; the durable counters behind it know of other nodes and of restarts.
//!
//! INVARIANT: the table has a greatest size, and filling it frees nobody who is blocked, as long as fewer are blocked than it
//! holds. When it is full, windows that are over go first, then those who tried least: to be forgotten, a network must have
//! hardly tried, and what it gains are those few tries, which the durable counters still have.

use crate::{clock::Clock, limits::Tries, network::household, store::Digest};
use rollcall_core::time::Timestamp;
use std::{
    collections::HashMap,
    net::{IpAddr, Ipv4Addr},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// Too many tries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooMany {
    /// Seconds until the next one may succeed.
    pub retry_after: u64,
}

impl TooMany {
    /// Until a moment that lies ahead.
    pub(super) fn until(until: Timestamp, now: Timestamp) -> Self {
        let millis = u64::try_from(until.since(now).0).unwrap_or_default();
        Self { retry_after: millis.div_ceil(1000).max(1) }
    }
}

/// Counts tries in memory.
#[derive(Clone)]
pub struct Gate {
    clock: Clock,
    limits: Tries,
    table: Arc<Mutex<HashMap<Key, Entry>>>,
}

/// Who is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Key {
    V4(Ipv4Addr),
    /// The first 64 bits of an IPv6 address: one household or office.
    Network(u64),
    /// The first 48: what a provider gives to one customer, who has 65,536 networks in it.
    Site(u64),
    /// A device that somebody signed in on, wherever it is.
    Device(Digest),
    /// A durable counter that is known to be full.
    Counter(Digest),
}

#[derive(Clone, Copy)]
struct Entry {
    tries: u32,
    blocked: bool,
    /// When its window ends, and with it the block.
    until: Timestamp,
}

/// A try that was counted. It stays counted unless it is taken back.
pub struct Counted {
    gate: Gate,
    from: IpAddr,
    counted: Vec<(Key, u32)>,
}

impl Gate {
    /// An empty table.
    pub fn new(clock: Clock, limits: Tries) -> Self {
        Self { clock, limits, table: Arc::default() }
    }

    /// Counts a try from a network address.
    ///
    /// # Errors
    /// There were too many from there: nothing is to be done for it.
    pub fn enter(&self, from: IpAddr) -> Result<Counted, TooMany> {
        self.count(from, self.keys(from).collect())
    }

    /// Counts a try on a known device, whatever others try from its network address.
    ///
    /// # Errors
    /// There were too many on it: nothing is to be done for it.
    pub fn enter_known(&self, device: Digest, from: IpAddr) -> Result<Counted, TooMany> {
        self.count(from, vec![(Key::Device(device), self.limits.device)])
    }

    fn count(&self, from: IpAddr, counted: Vec<(Key, u32)>) -> Result<Counted, TooMany> {
        let now = self.clock.now();
        let mut table = self.table();
        for (key, _) in &counted {
            blocked(&table, *key, now)?;
        }
        for &(key, most) in &counted {
            let until = now.after(self.limits.window);
            let mut entry = table.get(&key).copied().filter(|entry| entry.until > now);
            let entry = entry.get_or_insert(Entry { tries: 0, blocked: false, until });
            entry.tries = entry.tries.saturating_add(1);
            entry.blocked = entry.tries >= most;
            self.put(&mut table, key, *entry, now);
        }
        drop(table);
        Ok(Counted { gate: self.clone(), from, counted })
    }

    /// Whether one of these durable counters is known to be full.
    ///
    /// # Errors
    /// It is.
    pub(super) fn check(&self, counters: impl IntoIterator<Item = Digest>) -> Result<(), TooMany> {
        let (table, now) = (self.table(), self.clock.now());
        counters.into_iter().try_for_each(|counter| blocked(&table, Key::Counter(counter), now))
    }

    /// A durable counter is full until its window ends.
    pub(super) fn block(&self, counter: Digest, until: Timestamp) {
        let entry = Entry { tries: u32::MAX, blocked: true, until };
        self.put(&mut self.table(), Key::Counter(counter), entry, self.clock.now());
    }

    /// What an address is counted under, and how many tries each has.
    fn keys(&self, from: IpAddr) -> impl Iterator<Item = (Key, u32)> + use<> {
        let Tries { network, site, .. } = self.limits;
        let (first, second) = match household(from) {
            IpAddr::V4(address) => ((Key::V4(address), network), None),
            IpAddr::V6(address) => {
                let half = u64::try_from(address.to_bits() >> 64).unwrap_or_default();
                ((Key::Network(half), network), Some((Key::Site(half >> 16), site)))
            }
        };
        std::iter::once(first).chain(second)
    }

    fn put(&self, table: &mut HashMap<Key, Entry>, key: Key, entry: Entry, now: Timestamp) {
        if table.len() >= self.limits.table && !table.contains_key(&key) {
            make_room(table, self.limits.table, now);
        }
        table.insert(key, entry);
    }

    fn table(&self) -> MutexGuard<'_, HashMap<Key, Entry>> {
        self.table.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Counted {
    /// Where it comes from.
    pub fn from(&self) -> IpAddr {
        self.from
    }

    /// The try was right, or no try at all.
    pub fn pardon(self) {
        let mut table = self.gate.table();
        for (key, most) in self.counted {
            if let Some(entry) = table.get_mut(&key) {
                entry.tries = entry.tries.saturating_sub(1);
                entry.blocked = entry.tries >= most;
            }
        }
    }
}

fn blocked(table: &HashMap<Key, Entry>, key: Key, now: Timestamp) -> Result<(), TooMany> {
    match table.get(&key).filter(|entry| entry.blocked && entry.until > now) {
        Some(entry) => Err(TooMany::until(entry.until, now)),
        None => Ok(()),
    }
}

/// Forgets an eighth of a full table, so that the next ones find room without looking through all of it again.
fn make_room(table: &mut HashMap<Key, Entry>, most: usize, now: Timestamp) {
    table.retain(|_, entry| entry.until > now);
    let wanted = most - most.div_ceil(8).min(most);
    let Some(surplus) = table.len().checked_sub(wanted).filter(|surplus| *surplus > 0) else { return };
    let mut all: Vec<_> = table.iter().map(|(key, e)| (e.blocked, e.tries, e.until, *key)).collect();
    all.select_nth_unstable(surplus - 1);
    for (_, _, _, key) in all.into_iter().take(surplus) {
        table.remove(&key);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rollcall_core::time::Span;

    fn gate(table: usize) -> (Gate, Clock) {
        let clock = Clock::fixed(Timestamp(1_000_000));
        let limits = Tries { network: 3, site: 8, device: 2, window: Span(60_000), table };
        (Gate::new(clock.clone(), limits), clock)
    }

    /// How many tries an address has before it is blocked, at most twenty.
    fn tries(gate: &Gate, from: &str) -> usize {
        (0..20).take_while(|_| gate.enter(from.parse().unwrap()).is_ok()).count()
    }

    #[test]
    fn a_network_is_blocked_until_its_window_ends() {
        let (gate, clock) = gate(100);
        assert_eq!(tries(&gate, "192.0.2.7"), 3);
        clock.advance(Span(59_000));
        assert_eq!(gate.enter("192.0.2.7".parse().unwrap()).err(), Some(TooMany { retry_after: 1 }));
        assert_eq!(tries(&gate, "::ffff:192.0.2.7"), 0, "the same address");
        assert_eq!(tries(&gate, "192.0.2.8"), 3);
        clock.advance(Span(1_000));
        assert_eq!(tries(&gate, "192.0.2.7"), 3);
    }

    #[test]
    fn an_ipv6_customer_has_no_more_tries_by_changing_addresses() {
        let (gate, _) = gate(100);
        assert_eq!(tries(&gate, "2001:db8:1:1::1"), 3);
        assert_eq!(tries(&gate, "2001:db8:1:1:ffff::2"), 0, "the same network");
        assert_eq!(tries(&gate, "2001:db8:1:2::1"), 3);
        assert_eq!(tries(&gate, "2001:db8:1:3::1"), 2, "the site has had its eight");
        assert_eq!(tries(&gate, "2001:db8:1:4::1"), 0);
        assert_eq!(tries(&gate, "2001:db8:2:1::1"), 3, "another customer");
    }

    #[test]
    fn a_known_device_is_counted_apart_from_its_network() {
        let (gate, _) = gate(100);
        let from: IpAddr = "192.0.2.7".parse().unwrap();
        assert_eq!(tries(&gate, "192.0.2.7"), 3);
        gate.enter_known([1; 32], from).unwrap().pardon();
        assert!(gate.enter(from).is_err(), "what was right on it helps nobody else");
        assert_eq!((0..9).take_while(|_| gate.enter_known([1; 32], from).is_ok()).count(), 2);
        assert!(gate.enter_known([1; 32], "192.0.2.8".parse().unwrap()).is_err(), "it takes its count along");
        assert!(gate.enter_known([2; 32], from).is_ok());
    }

    #[test]
    fn right_tries_are_taken_back() {
        let (gate, _) = gate(100);
        for _ in 0..20 {
            gate.enter("2001:db8::1".parse().unwrap()).unwrap().pardon();
        }
        assert_eq!(tries(&gate, "2001:db8::1"), 3);
    }

    #[test]
    fn filling_the_table_frees_nobody_who_is_blocked() {
        let (gate, clock) = gate(64);
        assert_eq!(tries(&gate, "192.0.2.7"), 3);
        gate.block([1; 32], clock.now().after(Span(60_000)));
        for n in 0..5_000_u32 {
            let _ = gate.enter(IpAddr::V4(Ipv4Addr::from_bits(0x0A00_0000 + n)));
            assert!(gate.table().len() <= 64);
        }
        assert_eq!(tries(&gate, "192.0.2.7"), 0);
        assert!(gate.check([[2; 32], [1; 32]]).is_err());
        // Only blocks: the one that ends first goes.
        for n in 0..200_u8 {
            clock.advance(Span(1));
            gate.block([n; 32], clock.now().after(Span(60_000)));
        }
        assert!(gate.table().len() <= 64 && gate.check([[199; 32]]).is_err());
        clock.advance(Span(60_000));
        assert!(gate.check([[199; 32]]).is_ok());
    }
}
