//! New identifiers: made on the device, so that work offline can refer to what it made.

use uuid::{ContextV7, Timestamp, Uuid};

/// A new UUIDv7 by the device's clock.
pub fn new_id() -> Uuid {
    let now = crate::clock::device_now().0.max(0).unsigned_abs();
    let (seconds, millis) = (now / 1000, now % 1000);
    let nanos = u32::try_from(millis).unwrap_or_default() * 1_000_000;
    Uuid::new_v7(Timestamp::from_unix(ContextV7::new(), seconds, nanos))
}
