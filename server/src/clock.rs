//! The one place where the server reads a clock. Everybody else is handed a [`Clock`], so tests can say what time it is.

use crate::random::Random;
use rollcall_core::time::{Span, Timestamp};
use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::SystemTime,
};
use tokio::time::Instant;
use uuid::Uuid;

/// A moment to measure how long something takes from; it tells nobody what time it is.
pub fn ticks() -> Instant {
    Instant::now()
}

/// Tells the current moment, and makes identifiers that sort by it.
#[derive(Clone, Debug, Default)]
pub struct Clock {
    source: Source,
    random: Random,
}

#[derive(Clone, Debug, Default)]
enum Source {
    #[default]
    System,
    Fixed(Arc<AtomicI64>),
    Simulated(Arc<Simulated>),
}

/// A clock of which every reading can be had again.
#[derive(Debug)]
struct Simulated {
    start: AtomicI64,
    began: Instant,
}

impl Clock {
    /// A clock that stands still until it is told to go on.
    pub fn fixed(at: Timestamp) -> Self {
        Self { source: Source::Fixed(Arc::new(AtomicI64::new(at.0))), random: Random::default() }
    }

    /// A clock that goes with tokio's, which a simulation may have paused, and what is drawn beside it.
    pub fn simulated(start: Timestamp, random: Random) -> Self {
        let simulated = Simulated { start: AtomicI64::new(start.0), began: Instant::now() };
        Self { source: Source::Simulated(Arc::new(simulated)), random }
    }

    /// Puts a fixed or a simulated clock forward, for everybody who shares it; the system's goes by itself.
    pub fn advance(&self, by: Span) {
        match &self.source {
            Source::System => {}
            Source::Fixed(at) => drop(at.fetch_add(by.0, Ordering::Relaxed)),
            Source::Simulated(clock) => drop(clock.start.fetch_add(by.0, Ordering::Relaxed)),
        }
    }

    /// What is drawn beside the clock.
    pub fn random(&self) -> &Random {
        &self.random
    }

    /// The current moment.
    pub fn now(&self) -> Timestamp {
        Timestamp(match &self.source {
            Source::System => SystemTime::now()
                .duration_since(SystemTime::UNIX_EPOCH)
                .map_or(0, |since| i64::try_from(since.as_millis()).unwrap_or(i64::MAX)),
            Source::Fixed(at) => at.load(Ordering::Relaxed),
            Source::Simulated(clock) => {
                let elapsed = i64::try_from(clock.began.elapsed().as_millis()).unwrap_or(i64::MAX);
                clock.start.load(Ordering::Relaxed).saturating_add(elapsed)
            }
        })
    }

    /// A new identifier: a UUIDv7 (RFC 9562), which sorts by the moment it was made.
    pub fn id(&self) -> Uuid {
        let millis = u64::try_from(self.now().0).unwrap_or_default();
        uuid::Builder::from_unix_timestamp_millis(millis, &self.random.bytes()).into_uuid()
    }
}
