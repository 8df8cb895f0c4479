//! What a request is, and what comes back: for the browser that sends it, be it a real one or one in memory, and for who looks at the
//! answer.

use rollcall_core::api::{PROTOCOL_HEADER, TENANT_HEADER};

/// How long to wait for the head of an answer, in milliseconds.
pub const HEAD_MILLIS: u32 = 30_000;
/// How long to wait for the rest of it: a first snapshot over a slow line takes its time.
pub const BODY_MILLIS: u32 = 300_000;
/// The headers of an answer that are read.
pub const HEADERS: [&str; 5] = ["content-type", PROTOCOL_HEADER, TENANT_HEADER, "retry-after", OLDER.0];
/// By this header the answers of servers are known that are from before [`PROTOCOL_HEADER`]: they put it on all of their
/// own, exactly so. During an update of several servers, such a one may still answer a new page.
pub(super) const OLDER: (&str, &str) = ("permissions-policy", "camera=(), geolocation=(), microphone=()");

/// What came back, from the server or from something in between.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    pub status: u16,
    /// Those of [`HEADERS`] that were there, in lower case, with their values.
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

/// No answer: no network, no server, or too slow.
pub struct NoAnswer;

/// What a request carries.
#[derive(Clone, Copy)]
pub enum Body<'a> {
    Nothing,
    Json(&'a str),
    Bytes(&'a [u8]),
}
