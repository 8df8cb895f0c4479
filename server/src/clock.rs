//! The one place where the server reads a clock. Everybody else is handed a [`Clock`], so tests can say what time it is.

use rollcall_core::time::{Span, Timestamp};
use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::SystemTime,
};
use uuid::Uuid;

/// Tells the current moment, and makes identifiers that sort by it.
#[derive(Clone, Debug, Default)]
pub struct Clock(Source);

#[derive(Clone, Debug, Default)]
enum Source {
    #[default]
    System,
    Fixed(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands still until it is told to go on.
    pub fn fixed(at: Timestamp) -> Self {
        Self(Source::Fixed(Arc::new(AtomicI64::new(at.0))))
    }

    /// Puts a fixed clock forward, for everybody who shares it; the system's clock goes by itself.
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
        })
    }

    /// A new identifier: a UUIDv7 (RFC 9562), which sorts by the moment it was made.
    pub fn id(&self) -> Uuid {
        let mut random = [0; 10];
        crate::account::fill(&mut random);
        let millis = u64::try_from(self.now().0).unwrap_or_default();
        uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
    }
}
