//! Requests to the server besides the sync: signing in and out, invitations, sent mail.

mod account;

pub use account::{
    account, address_link, change_address, change_password, end_one_session, end_other_sessions, forgot_password,
    own_security, password_link, security, sessions, set_password, undelivered, use_address_link,
};

use crate::{
    ApiError,
    browser::{
        fetch::{Answer, Body, fetch},
        page::segment,
    },
};
use rollcall_core::{
    api::{Accept, CheckCode, Info, InvitationView, Problem, SentMail, Session, SignIn},
    id::TenantId,
};
use serde::{Serialize, de::DeserializeOwned};

/// Signs in; the session is a cookie that no script sees.
///
/// # Errors
/// [`ApiError`]; `wrong_credentials`, `too_many_requests` among the problems.
pub async fn sign_in(request: &SignIn) -> Result<Session, ApiError> {
    read(&post("/api/session", request).await?)
}

/// Who is signed in; none when nobody is.
///
/// # Errors
/// [`ApiError::Offline`] when the server can't be asked: [`crate::remembered`] says who was.
pub async fn session() -> Result<Option<Session>, ApiError> {
    match get("/api/session").await {
        Ok(answer) => read(&answer).map(Some),
        Err(ApiError::Problem(problem)) if problem.status == 401 => Ok(None),
        Err(error) => Err(error),
    }
}

/// Ends the session. What is stored on the device is wiped by [`crate::Engine::wipe`] and [`crate::remembered::clear`].
///
/// # Errors
/// [`ApiError`].
pub async fn sign_out() -> Result<(), ApiError> {
    match send("DELETE", "/api/session", Body::Nothing).await {
        // It had ended before.
        Err(ApiError::Problem(problem)) if problem.status == 401 => Ok(()),
        result => result.map(drop),
    }
}

/// What a page must know before anybody signs in.
///
/// # Errors
/// [`ApiError`].
pub async fn info() -> Result<Info, ApiError> {
    read(&get("/api/info").await?)
}

/// Where the invitation behind a link stands.
///
/// # Errors
/// [`ApiError`].
pub async fn invitation(token: &str) -> Result<InvitationView, ApiError> {
    read(&get(&format!("/api/invitations/{}", segment(token))).await?)
}

/// Whether the code is the one of the invitation's mail.
///
/// # Errors
/// [`ApiError`]; the problem `wrong_code` when it is not.
pub async fn check_code(token: &str, code: &CheckCode) -> Result<(), ApiError> {
    post(&format!("/api/invitations/{}/code", segment(token)), code).await.map(drop)
}

/// Accepts an invitation: the account is an active user then, signed in.
///
/// # Errors
/// [`ApiError`]; the problem names the field that it concerns.
pub async fn accept(token: &str, request: &Accept) -> Result<Session, ApiError> {
    read(&post(&format!("/api/invitations/{}/accept", segment(token)), request).await?)
}

/// The mails of the outbox folder, for want of an SMTP server; newest first.
///
/// # Errors
/// [`ApiError`].
pub async fn sent_mail(tenant: TenantId) -> Result<Vec<SentMail>, ApiError> {
    read(&get(&format!("/api/tenants/{tenant}/mail")).await?)
}

async fn get(path: &str) -> Result<Answer, ApiError> {
    send("GET", path, Body::Nothing).await
}

async fn post<T: Serialize>(path: &str, body: &T) -> Result<Answer, ApiError> {
    let text = serde_json::to_string(body).map_err(|_| unreadable(0))?;
    send("POST", path, Body::Json(&text)).await
}

async fn send(method: &str, path: &str, body: Body<'_>) -> Result<Answer, ApiError> {
    let answer = fetch(method, path, body).await.map_err(|_| ApiError::Offline)?;
    match answer.status {
        200..300 => Ok(answer),
        status => Err(problem(status, &answer.body)),
    }
}

fn read<T: DeserializeOwned>(answer: &Answer) -> Result<T, ApiError> {
    serde_json::from_slice(&answer.body).map_err(|_| unreadable(answer.status))
}

/// What an error answer says. One that isn't Rollcall's own comes from something in between: a proxy whose server is
/// down, a hotspot that wants to be paid first.
fn problem(status: u16, body: &[u8]) -> ApiError {
    match serde_json::from_slice::<Problem>(body) {
        Ok(problem) => ApiError::Problem(Problem { status, ..problem }),
        Err(_) if status >= 500 => ApiError::Offline,
        Err(_) => unreadable(status),
    }
}

fn unreadable(status: u16) -> ApiError {
    ApiError::Problem(Problem {
        status,
        title: "The server's answer can't be read.".to_owned(),
        detail: "Something answered that is not Rollcall, or another version of it. Reload the page and try again."
            .to_owned(),
        code: "unreadable_answer".to_owned(),
        ..Problem::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_answer_is_what_the_server_says_or_says_that_it_is_not() {
        let ours = br#"{"status":401,"title":"Not signed in","code":"wrong_credentials"}"#;
        assert!(matches!(problem(401, ours), ApiError::Problem(p) if p.code == "wrong_credentials" && p.status == 401));
        assert_eq!(problem(502, b"<html>Bad Gateway"), ApiError::Offline);
        assert!(matches!(problem(403, b"<html>Pay first"), ApiError::Problem(p) if p.code == "unreadable_answer"));
    }
}
