//! What is said of a database in a browser, be it a real one or one in memory: what can go wrong, how sure a write is, and where a
//! value stands.

/// How long the browser may take to open a database, in milliseconds: some hang for ever when their disk is ill.
pub const OPEN_MILLIS: u32 = 10_000;

/// Why the database did not do what was asked. Nothing of the transaction happened then.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IdbError {
    /// The handle is dead; opening the database again may help.
    #[error("the connection to this device's storage was closed")]
    Closed,
    /// The disk, or what the browser grants of it, is full.
    #[error("this device's storage is full")]
    Full,
    /// Anything else, as the browser names it.
    #[error("this device's storage failed ({0})")]
    Failed(String),
}

impl IdbError {
    /// The browser did not answer in time.
    pub fn late() -> Self {
        Self::Failed("no answer".to_owned())
    }
}

/// How sure a write must be before it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    Read,
    /// Written, as far as the operating system knows: for what the server can send again.
    Relaxed,
    /// On the disk: for what exists nowhere else.
    Strict,
}

/// Where a value stands in its object store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key<'a> {
    /// Exact up to 2^53.
    Number(u64),
    Name(&'a str),
}

impl From<u64> for Key<'_> {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

impl<'a> From<&'a str> for Key<'a> {
    fn from(name: &'a str) -> Self {
        Self::Name(name)
    }
}
