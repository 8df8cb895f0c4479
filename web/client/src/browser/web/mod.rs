//! What a real browser gives, by web-sys.

pub mod channel;
pub mod fetch;
pub mod idb;
pub mod lock;
pub mod page;
pub mod storage;
pub mod stream;
pub mod task;
pub mod timer;

use crate::Tuning;

/// From which sizes on the engine goes other ways: the same in every browser.
pub const fn tuning() -> Tuning {
    Tuning::USUAL
}
