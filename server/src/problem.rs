//! Error answers as problem details (RFC 9457). What they say to people stands in the catalogue, by code, and is said in the
//! language that the request asks for; only what a program's writer has to put right is told here, in English.

use crate::{
    allowance::{Spending, Spent},
    heavy::NotComputed,
    identity::TooMany,
    store::StoreError,
    streams::Full,
    tenant::TenantError,
};
use axum::{
    Json,
    body::Body,
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use rollcall_core::{
    Nature, Refusal, Refusals,
    api::Problem,
    refusal::{Field, Subject},
};
use rollcall_words::{embedded::Spoken, text};

/// The code of [`Fault::signed_out`].
const SIGNED_OUT: &str = "signed_out";

/// An error answer.
#[derive(Debug)]
pub struct Fault {
    problem: Box<Problem>,
}

/// When to ask again for a live stream, in seconds: people close pages all the time.
const STREAMS_AGAIN: u64 = 30;

/// When to try again to get in, in seconds, after too many strangers wanted to at once.
const HASHING_AGAIN: u64 = 5;

/// What a route answers.
pub type Answer<T> = Result<T, Fault>;

/// A problem that people read: said again in another language before it goes out.
#[derive(Clone)]
struct Said(Box<Problem>);

impl Fault {
    /// An error with a status and a stable code, which the catalogue puts in words.
    pub fn coded(status: StatusCode, code: &str) -> Self {
        Self::new(status, code, "")
    }

    /// An error with a status, a stable code for machines, and a detail for whoever writes a program.
    pub fn new(status: StatusCode, code: &str, detail: impl Into<String>) -> Self {
        let problem = Problem {
            status: status.as_u16(),
            title: status.canonical_reason().unwrap_or("Error").to_owned(),
            detail: detail.into(),
            code: code.to_owned(),
            ..Problem::default()
        };
        Self { problem: Box::new(problem) }
    }

    /// Names the field of the request that it concerns.
    #[must_use]
    pub fn at(mut self, field: Field) -> Self {
        self.problem.field = Some(field);
        self
    }

    /// A code of an invitation is wrong; so many tries are left.
    pub fn wrong_code(left: u32) -> Self {
        let mut fault = Self::coded(StatusCode::UNPROCESSABLE_ENTITY, "wrong_code").at(Field::Code);
        fault.problem.left = Some(left);
        fault
    }

    /// The password of an account that somebody claims to be is wrong.
    pub fn wrong_password() -> Self {
        Self::coded(StatusCode::UNPROCESSABLE_ENTITY, "wrong_credentials").at(Field::Password)
    }

    /// A rule refused.
    pub fn refused(refusals: impl Into<Refusals>) -> Self {
        let refusals = refusals.into();
        let mut fault = Self::coded(status(refusals.first()), refusals.first().code());
        fault.problem.field = refusals.first().field();
        fault.problem.refusals = refusals.into_vec();
        fault
    }

    /// There is too much of something, which the code names: come again in so many seconds.
    fn later(code: &str, retry_after: u64) -> Self {
        let mut fault = Self::coded(StatusCode::TOO_MANY_REQUESTS, code);
        fault.problem.retry_after = Some(u32::try_from(retry_after).unwrap_or(u32::MAX));
        fault
    }

    /// Nobody is signed in.
    pub fn signed_out() -> Self {
        Self::coded(StatusCode::UNAUTHORIZED, SIGNED_OUT)
    }

    /// Whether it says that nobody is signed in.
    pub fn is_signed_out(&self) -> bool {
        self.problem.code == SIGNED_OUT
    }

    /// Somebody else ended the session: the browser deletes what it stored.
    pub fn session_ended() -> Self {
        Self::coded(StatusCode::UNAUTHORIZED, "session_ended")
    }

    /// An administrator asked for a new password, which the account does not have yet.
    pub fn new_password_needed() -> Self {
        Self::coded(StatusCode::FORBIDDEN, "new_password_needed")
    }

    /// The password is right, and temporary: another one is given along with it.
    pub fn password_change_needed() -> Self {
        Self::coded(StatusCode::FORBIDDEN, "password_change_needed")
    }

    /// The password is right, was temporary, and was handed over too long ago.
    pub fn temporary_password_expired() -> Self {
        Self::coded(StatusCode::FORBIDDEN, "temporary_password_expired")
    }

    /// The organisation lets nobody in who signed in by such an identifier.
    pub fn other_kind() -> Self {
        Self::coded(StatusCode::FORBIDDEN, "other_identifier")
    }

    /// Nothing is there, or nothing that this account may know of.
    pub fn unknown_organisation() -> Self {
        Self::refused(Refusal::Unknown(Subject::Organisation))
    }

    /// The answer to an address that there is not.
    pub fn nothing_at(uri: &Uri) -> Self {
        Self::new(StatusCode::NOT_FOUND, "not_found", format!("There is nothing at {}.", uri.path()))
    }

    /// Something of the server's own failed; the log says what.
    pub fn internal() -> Self {
        Self::coded(StatusCode::INTERNAL_SERVER_ERROR, "internal")
    }
}

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        Self::from(&error)
    }
}

impl From<&StoreError> for Fault {
    fn from(error: &StoreError) -> Self {
        tracing::error!(%error, "the store failed");
        match error {
            StoreError::Full => Self::coded(StatusCode::INSUFFICIENT_STORAGE, "storage_full"),
            StoreError::Unreachable(_) => Self::coded(StatusCode::SERVICE_UNAVAILABLE, "database_unreachable"),
            _ => Self::internal(),
        }
    }
}

impl From<TenantError> for Fault {
    fn from(error: TenantError) -> Self {
        match error {
            TenantError::Unknown => Self::unknown_organisation(),
            TenantError::Refused(refusals) => Self::refused(refusals),
            TenantError::OtherKind => Self::other_kind(),
            TenantError::Store(error) => Self::from(&*error),
            TenantError::Busy => Self::coded(StatusCode::SERVICE_UNAVAILABLE, "busy"),
        }
    }
}

impl From<NotComputed> for Fault {
    fn from(error: NotComputed) -> Self {
        tracing::error!(%error, "heavy work failed");
        Self::internal()
    }
}

impl From<TooMany> for Fault {
    fn from(too_many: TooMany) -> Self {
        Self::later("too_many_requests", too_many.retry_after)
    }
}

impl From<Spent> for Fault {
    fn from(spent: Spent) -> Self {
        let code = match spent.what {
            Spending::Commands => "commands_spent",
            Spending::Bytes => "bytes_spent",
        };
        Self::later(code, spent.retry_after)
    }
}

impl From<Full> for Fault {
    fn from(full: Full) -> Self {
        let code = match full {
            Full::Organisation => "organisation_full",
            Full::Server => "server_full",
        };
        Self::later(code, STREAMS_AGAIN)
    }
}

impl From<crate::identity::NotTaken> for Fault {
    fn from(error: crate::identity::NotTaken) -> Self {
        use crate::identity::NotTaken::{Hashing, Weak};
        match error {
            Weak(error) => Self::refused(Refusal::Invalid { field: Field::Password, error }),
            Hashing(error) => error.into(),
        }
    }
}

impl From<crate::identity::PasswordError> for Fault {
    fn from(error: crate::identity::PasswordError) -> Self {
        use crate::identity::PasswordError::{Busy, Failed};
        match error {
            Busy => Self::later("too_many_requests", HASHING_AGAIN),
            Failed => {
                tracing::error!(%error, "hashing failed");
                Self::internal()
            }
        }
    }
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let Self { problem } = self;
        let said = problem.detail.is_empty().then(|| Said(problem.clone()));
        let mut response = match &said {
            Some(said) => said.answer(Spoken::first([])),
            None => answer(*problem),
        };
        if let Some(said) = said {
            response.extensions_mut().insert(said);
        }
        response
    }
}

impl Said {
    /// The answer in a language.
    fn answer(&self, spoken: &Spoken) -> Response {
        let mut problem = (*self.0).clone();
        let text = match problem.refusals.first() {
            Some(first) => rollcall_words::refusal(first, None),
            None => rollcall_words::problem(&problem).unwrap_or_else(|| text!(problem_internal)),
        };
        problem.detail = spoken.say(&text);
        let mut response = answer(problem);
        if let Ok(tag) = HeaderValue::from_str(spoken.language().tag()) {
            response.headers_mut().insert(header::CONTENT_LANGUAGE, tag);
        }
        response
    }
}

fn answer(problem: Problem) -> Response {
    let status = StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let wait = problem.retry_after;
    let mut response = (status, Json(problem)).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Some(seconds) = wait {
        headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

/// An answer that goes out: an error that people read, in this language.
pub fn translated(response: Response, spoken: &Spoken) -> Response {
    let Some(said) = response.extensions().get::<Said>().cloned() else { return response };
    let (mut parts, _) = response.into_parts();
    let (again, body): (_, Body) = said.answer(spoken).into_parts();
    // It may have been compressed on its way.
    parts.headers.remove(header::CONTENT_ENCODING);
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.extend(again.headers);
    Response::from_parts(parts, body)
}

/// The language that a request asks for, as far as it is spoken here (RFC 9110, 12.5.4).
pub fn accepted_language(headers: &HeaderMap) -> &'static Spoken {
    let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let weighed = accepted.split(',').filter_map(|part| {
        let (tag, weight) = part.split_once(";q=").unwrap_or((part, "1"));
        let weight: f32 = weight.trim().parse().ok().filter(|weight| *weight > 0.0)?;
        Some((tag.trim(), weight))
    });
    let mut weighed: Vec<(&str, f32)> = weighed.collect();
    weighed.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    Spoken::first(weighed.into_iter().map(|(tag, _)| tag))
}

/// The status that goes with a refusal.
fn status(refusal: &Refusal) -> StatusCode {
    match refusal.nature() {
        Nature::Missing => StatusCode::NOT_FOUND,
        Nature::Barred | Nature::Outranked => StatusCode::FORBIDDEN,
        Nature::Input => StatusCode::UNPROCESSABLE_ENTITY,
        Nature::Unfit | Nature::Conflict => StatusCode::CONFLICT,
    }
}

/// A refusal as an English sentence, for the command line.
pub fn sentence(refusal: &Refusal) -> String {
    Spoken::first([]).say(&rollcall_words::refusal(refusal, None))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(accepted: &str) -> &'static str {
        let headers = [(header::ACCEPT_LANGUAGE, HeaderValue::from_str(accepted).unwrap())].into_iter().collect();
        accepted_language(&headers).language().tag()
    }

    #[test]
    fn the_language_is_the_best_that_is_accepted_and_spoken() {
        for (accepted, expected) in [
            ("de", "de"),
            ("de-CH, en;q=0.8", "de"),
            ("fr, ar;q=0.5, de;q=0.7", "de"),
            ("en;q=0.1, ar", "ar"),
            ("fr", "en"),
            ("*", "en"),
            ("de;q=0, ar;q=nonsense", "en"),
            (";;,,", "en"),
        ] {
            assert_eq!(first(accepted), expected, "{accepted}");
        }
        assert_eq!(accepted_language(&HeaderMap::new()).language().tag(), "en");
    }
}
