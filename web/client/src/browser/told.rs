//! What a stream of events says, be it a real browser's or one in memory.

/// What a stream says.
pub enum Told {
    /// Connected; anything may have happened before.
    Open,
    /// An event of the wanted name, with its data.
    Event(String),
    /// The connection broke. Final: the browser will not try again.
    Broken { for_good: bool },
}
