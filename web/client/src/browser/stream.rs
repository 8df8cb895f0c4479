//! Server-sent events. The browser reconnects by itself after a broken connection, but not after an error answer.

pub use super::system::stream::Stream;

/// What a stream says.
pub enum Told {
    /// Connected; anything may have happened before.
    Open,
    /// An event of the wanted name, with its data.
    Event(String),
    /// The connection broke. Final: the browser will not try again.
    Broken { for_good: bool },
}
