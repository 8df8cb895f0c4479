//! The one place where the server reads a clock. Everybody else is handed a [`Clock`], so tests can say what time it is.

use rollcall_core::time::{Span, Timestamp};
use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, AtomicU64, Ordering},
    },
    time::SystemTime,
};
use tokio::time::Instant;
use uuid::Uuid;

/// Tells the current moment, and makes identifiers that sort by it.
#[derive(Clone, Debug, Default)]
pub struct Clock(Source);

#[derive(Clone, Debug, Default)]
enum Source {
    #[default]
    System,
    Fixed(Arc<AtomicI64>),
    Simulated(Arc<Simulated>),
}

/// A clock of which every reading and every identifier can be had again.
#[derive(Debug)]
struct Simulated {
    start: Timestamp,
    began: Instant,
    seed: u64,
    ids: AtomicU64,
}

impl Clock {
    /// A clock that stands still until it is told to go on.
    pub fn fixed(at: Timestamp) -> Self {
        Self(Source::Fixed(Arc::new(AtomicI64::new(at.0))))
    }

    /// A clock that goes with tokio's, which a simulation may have paused, and whose identifiers follow from a seed.
    pub fn simulated(start: Timestamp, seed: u64) -> Self {
        let ids = AtomicU64::new(0);
        Self(Source::Simulated(Arc::new(Simulated { start, began: Instant::now(), seed, ids })))
    }

    /// Puts a fixed clock forward, for everybody who shares it; other clocks go by themselves.
    pub fn advance(&self, by: Span) {
        if let Source::Fixed(at) = &self.0 {
            at.fetch_add(by.0, Ordering::Relaxed);
        }
    }

    /// The current moment.
    pub fn now(&self) -> Timestamp {
        Timestamp(match &self.0 {
            Source::System => SystemTime::now()
                .duration_since(SystemTime::UNIX_EPOCH)
                .map_or(0, |since| i64::try_from(since.as_millis()).unwrap_or(i64::MAX)),
            Source::Fixed(at) => at.load(Ordering::Relaxed),
            Source::Simulated(clock) => {
                clock.start.0 + i64::try_from(clock.began.elapsed().as_millis()).unwrap_or(i64::MAX)
            }
        })
    }

    /// A new identifier: a UUIDv7 (RFC 9562), which sorts by the moment it was made.
    pub fn id(&self) -> Uuid {
        let mut random = [0; 10];
        match &self.0 {
            Source::Simulated(clock) => random = clock.random(),
            Source::System | Source::Fixed(_) => crate::account::fill(&mut random),
        }
        let millis = u64::try_from(self.now().0).unwrap_or_default();
        uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
    }
}

impl Simulated {
    /// The same bytes for the same seed and count.
    fn random(&self) -> [u8; 10] {
        let count = self.ids.fetch_add(1, Ordering::Relaxed);
        let mut bytes = [0; 10];
        let drawn = self.seed.to_be_bytes().into_iter().skip(4).chain(count.to_be_bytes().into_iter().skip(2));
        bytes.iter_mut().zip(drawn).for_each(|(byte, drawn)| *byte = drawn);
        bytes
    }
}
