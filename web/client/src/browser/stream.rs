//! Server-sent events. The browser reconnects by itself after a broken connection, but not after an error answer.

pub use super::{system::stream::Stream, told::Told};
