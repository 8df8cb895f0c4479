//! Answers that no server of ours gives to a request: a hotel's page, a proxy's error, an empty success. And the pause that a
//! server asks for before it looks at a request.

use crate::{node::mark, universe::Universe};
use rollcall_client::simulated::Answer;

/// The status, the type and the body of what others answer in the server's place.
const OTHERS: [(u16, &str, &str); 5] = [
    (200, "text/html", "<html><title>Welcome to our hotel</title>Sign in to the network.</html>"),
    (200, "application/json", "{}"),
    (200, "application/octet-stream", ""),
    (401, "text/html", "<html>Proxy authentication</html>"),
    (502, "text/html", "<html>Bad gateway</html>"),
];

/// An answer in the server's place: nothing tells that it is the server's.
pub fn answer(universe: &Universe) -> Answer {
    let (status, kind, body) = universe.one_of(&OTHERS).copied().unwrap_or(OTHERS[0]);
    let headers = vec![("content-type".to_owned(), kind.to_owned())];
    Answer { status, headers, body: body.as_bytes().to_vec() }
}

/// The server has no time for it now, and says when to come again.
pub fn pause(universe: &Universe, path: &str) -> Answer {
    let mut headers = mark(path);
    headers.push(("retry-after".to_owned(), (1 + universe.below(20)).to_string()));
    let body = br#"{"status":429,"title":"","code":"too_many_requests"}"#.to_vec();
    Answer { status: 429, headers, body }
}
