//! Requests to the server that the page came from. What answers need not be that server: hotel networks, proxies and
//! half-dead servers answer in its place. Only an answer that carries what the server puts on all of its own is handed on;
//! of any other nobody above sees more than its status.

pub use super::request::{Answer, Body};

use super::{request::OLDER, system};
use rollcall_core::api::{API, API_BEFORE, PROTOCOL_HEADER, Problem, TENANT_HEADER, tenant_in};
use serde::de::DeserializeOwned;

/// The longest wait that a server can ask for, in milliseconds: an hour.
const LONGEST_WAIT: u32 = 3_600_000;
/// An answer of Rollcall's server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ours {
    pub status: u16,
    /// How many milliseconds the server asks to wait before the next request, an hour at most.
    pub retry_after: Option<u32>,
    pub body: Vec<u8>,
}

impl Ours {
    /// What the body says; none when it was cut off on its way. Read as text, as all JSON of the page is: each kind of
    /// source would bring readers of its own.
    pub fn json<T: DeserializeOwned>(&self) -> Option<T> {
        read_json(&self.body)
    }
}

/// What JSON in bytes says; none when it was cut off.
pub fn read_json<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    serde_json::from_str(std::str::from_utf8(bytes).ok()?).ok()
}

/// Why there is no answer of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unheard {
    /// Nobody answered, or a gateway said that it does not reach the server.
    NoAnswer,
    /// Something else answered in the server's place. Status 0: with a redirect.
    Foreign { status: u16 },
}

/// Sends one request to a path of the API. Cookies go along; the answer comes neither from a cache nor from where a redirect
/// leads.
///
/// # Errors
/// [`Unheard`] when the server did not answer.
pub async fn fetch(method: &str, path: &str, body: Body<'_>) -> Result<Ours, Unheard> {
    let mut address = format!("{API}{path}");
    let mut answer = system::fetch::fetch(method, &address, body).await.map_err(|_| Unheard::NoAnswer)?;
    if answer.knows_no_versions() {
        address = format!("{API_BEFORE}{path}");
        answer = system::fetch::fetch(method, &address, body).await.map_err(|_| Unheard::NoAnswer)?;
    }
    if answer.is_ours(&address) {
        let retry_after = answer.header("retry-after").and_then(|text| text.trim().parse::<u32>().ok());
        let retry_after = retry_after.map(|seconds| seconds.saturating_mul(1_000).min(LONGEST_WAIT));
        return Ok(Ours { status: answer.status, retry_after, body: answer.body });
    }
    Err(match answer.status {
        502..=504 => Unheard::NoAnswer,
        status => Unheard::Foreign { status },
    })
}

impl Answer {
    /// A header's value, by its name in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Whether it carries what every answer of the server to this path does: its mark, the tenant, and a type that it
    /// sends.
    pub fn is_ours(&self, path: &str) -> bool {
        let marked = match self.header(PROTOCOL_HEADER) {
            Some(protocol) => protocol.parse::<u16>().is_ok() && self.header(TENANT_HEADER) == tenant_in(path),
            None => self.header(OLDER.0) == Some(OLDER.1),
        };
        let kind = self.header("content-type").map(|kind| kind.split(';').next().unwrap_or_default().trim());
        let fits = match self.status {
            200..300 => matches!(kind, None | Some("application/json" | "application/octet-stream")),
            400..600 => kind == Some("application/problem+json"),
            // The server sends nobody elsewhere.
            _ => false,
        };
        marked && fits
    }

    /// Whether it is of a server from before addresses had versions, which says that there is nothing at this one. During an
    /// update of several servers, such a one may still answer a new page.
    fn knows_no_versions(&self) -> bool {
        let marked = self.header(PROTOCOL_HEADER).is_some() || self.header(OLDER.0) == Some(OLDER.1);
        // A later one finds the tenant in the path.
        let early = self.header(TENANT_HEADER).is_none();
        let nothing_there = || read_json::<Problem>(&self.body).is_some_and(|problem| problem.code == "not_found");
        self.status == 404 && marked && early && nothing_there()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SYNC: &str = "/api/v1/tenants/t1/sync";

    fn answer(status: u16, headers: &[(&str, &str)]) -> Answer {
        let headers = headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Answer { status, headers, body: Vec::new() }
    }

    #[test]
    fn only_what_carries_the_servers_mark_is_ours() {
        let (mark, tenant) = ((PROTOCOL_HEADER, "4"), (TENANT_HEADER, "t1"));
        let (json, stored) = (("content-type", "application/json"), ("content-type", "application/octet-stream"));
        let (html, problem) = (("content-type", "text/html"), ("content-type", "application/problem+json"));
        assert!(answer(200, &[mark, tenant, stored]).is_ours(SYNC));
        assert!(answer(403, &[mark, tenant, problem]).is_ours(SYNC));
        assert!(answer(200, &[mark, json]).is_ours("/api/v1/session"));
        assert!(answer(204, &[mark]).is_ours("/api/v1/session"));
        for foreign in [
            answer(200, &[html]),
            answer(200, &[json]),
            answer(200, &[]),
            answer(401, &[problem]),
            answer(511, &[html]),
            answer(0, &[]),
            // Another place's answer, or one that was touched on its way.
            answer(200, &[mark, stored]),
            answer(200, &[mark, (TENANT_HEADER, "t2"), stored]),
            answer(200, &[mark, tenant, html]),
            answer(403, &[mark, tenant, html]),
            answer(302, &[mark, tenant, html]),
            answer(200, &[(PROTOCOL_HEADER, "<html>"), tenant, stored]),
        ] {
            assert!(!foreign.is_ours(SYNC), "{foreign:?}");
        }
    }

    #[test]
    fn a_server_from_before_the_mark_is_understood() {
        let older = (OLDER.0, OLDER.1);
        assert!(answer(200, &[older, ("content-type", "application/octet-stream")]).is_ours(SYNC));
        assert!(answer(409, &[older, ("content-type", "application/problem+json")]).is_ours(SYNC));
        assert!(!answer(200, &[older, ("content-type", "text/html")]).is_ours(SYNC));
        assert!(!answer(200, &[(OLDER.0, "camera=()"), ("content-type", "application/json")]).is_ours(SYNC));
    }

    #[test]
    fn a_server_from_before_versions_is_asked_where_it_answers() {
        let mark = (PROTOCOL_HEADER, "4");
        let said = |headers: &[(&str, &str)], status, code: &str| {
            let body = format!("{{\"status\":{status},\"title\":\"\",\"code\":\"{code}\"}}").into_bytes();
            Answer { body, ..answer(status, headers) }.knows_no_versions()
        };
        assert!(said(&[mark], 404, "not_found"));
        assert!(said(&[(OLDER.0, OLDER.1)], 404, "not_found"));
        assert!(!said(&[mark, (TENANT_HEADER, "t1")], 404, "not_found"), "it knows the address, and has nothing there");
        assert!(!said(&[mark], 404, "unknown_organisation"));
        assert!(!said(&[mark], 410, "not_found"));
        assert!(!said(&[], 404, "not_found"), "not ours");
    }
}
