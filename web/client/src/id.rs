//! New identifiers: made on the device, so that work offline can refer to what it made.

use uuid::Uuid;

/// A new UUIDv7 by the device's clock.
#[cfg(target_arch = "wasm32")]
pub fn new_id() -> Uuid {
    let now = crate::clock::device_now().0.max(0).unsigned_abs();
    let (seconds, millis) = (now / 1000, now % 1000);
    let nanos = u32::try_from(millis).unwrap_or_default() * 1_000_000;
    Uuid::new_v7(uuid::Timestamp::from_unix(uuid::ContextV7::new(), seconds, nanos))
}

/// A new UUIDv7 by the simulated device's clock and chance.
#[cfg(not(target_arch = "wasm32"))]
pub fn new_id() -> Uuid {
    let millis = crate::clock::device_now().0.max(0).unsigned_abs();
    uuid::Builder::from_unix_timestamp_millis(millis, &crate::browser::simulated::random_bytes()).into_uuid()
}
