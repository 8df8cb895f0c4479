//! Requests to the server that the page came from.

pub use super::system::fetch::fetch;

/// How long to wait for the head of an answer, in milliseconds.
pub const HEAD_MILLIS: u32 = 30_000;
/// How long to wait for the rest of it: a first snapshot over a slow line takes its time.
pub const BODY_MILLIS: u32 = 300_000;

/// An answer, whatever its status.
pub struct Answer {
    pub status: u16,
    pub body: Vec<u8>,
}

/// No answer: no network, no server, or too slow.
pub struct NoAnswer;

/// What a request carries.
pub enum Body<'a> {
    Nothing,
    Json(&'a str),
    Bytes(&'a [u8]),
}
