//! Requests to the server besides the sync: signing in and out, invitations, sent mail.

mod account;
mod audit;

pub use account::{
    account, address_link, change_address, change_password, end_one_session, end_other_sessions, forgot_password,
    hand_over, own_security, password_link, person_export, security, sessions, set_password, set_pin, undelivered,
    use_address_link,
};

pub use audit::audit;

use crate::{
    ApiError,
    browser::{
        fetch::{Body, Ours, Unheard, fetch, read_json},
        page::segment,
    },
    databases, remembered,
};
use rollcall_core::{
    api::{Accept, CheckCode, CheckSetUp, Info, InvitationView, Problem, SentMail, Session, SetUp, SignIn},
    id::TenantId,
};
use serde::{Serialize, de::DeserializeOwned};

const SESSION: &str = "/session";

/// Signs in; the session is a cookie that no script sees.
///
/// # Errors
/// [`ApiError`]; `wrong_credentials`, `too_many_requests` among the problems.
pub async fn sign_in(request: &SignIn) -> Result<Session, ApiError> {
    // A session left here need not end first: signing in replaces it.
    let session = read(&exchange("POST", SESSION, Body::Json(&json(request))).await?)?;
    remembered::told_signed_out();
    Ok(session)
}

/// Who is signed in; none when nobody is.
///
/// # Errors
/// [`ApiError::Offline`] when the server can't be asked: [`crate::remembered`] says who was.
pub async fn session() -> Result<Option<Session>, ApiError> {
    match get(SESSION).await {
        Ok(answer) => read(&answer),
        // Servers from before they answered "nobody" said so by an error.
        Err(ApiError::Problem(problem)) if problem.status == 401 => {
            if problem.code == "session_ended" {
                databases::session_ended().await;
            }
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

/// Ends the session at the server, and takes the mark from the device that it is still to be ended. To be called by
/// [`crate::devices::sign_out`] alone: what is stored on the device goes first.
pub(crate) async fn end_session() -> Result<(), ApiError> {
    match exchange("DELETE", SESSION, Body::Nothing).await {
        Ok(_) => {}
        // It had ended before.
        Err(ApiError::Problem(problem)) if problem.status == 401 => {}
        Err(error) => return Err(error),
    }
    remembered::told_signed_out();
    Ok(())
}

/// What a page must know before anybody signs in.
///
/// # Errors
/// [`ApiError`].
pub async fn info() -> Result<Info, ApiError> {
    read(&get("/info").await?)
}

/// Where the invitation behind a link stands.
///
/// # Errors
/// [`ApiError`].
pub async fn invitation(token: &str) -> Result<InvitationView, ApiError> {
    read(&get(&format!("/invitations/{}", segment(token))).await?)
}

/// Whether the code is the one of the invitation's mail.
///
/// # Errors
/// [`ApiError`]; the problem `wrong_code` when it is not.
pub async fn check_code(token: &str, code: &CheckCode) -> Result<(), ApiError> {
    post(&format!("/invitations/{}/code", segment(token)), code).await.map(drop)
}

/// Accepts an invitation: the account is an active user then, signed in.
///
/// # Errors
/// [`ApiError`]; the problem names the field that it concerns.
pub async fn accept(token: &str, request: &Accept) -> Result<Session, ApiError> {
    read(&post(&format!("/invitations/{}/accept", segment(token)), request).await?)
}

/// Whether the token is that of the set-up link.
///
/// # Errors
/// [`ApiError`]; the problem `link_over` when it is not.
pub async fn check_set_up(token: &str) -> Result<(), ApiError> {
    post("/setup/check", &CheckSetUp { token: token.to_owned() }).await.map(drop)
}

/// Founds the first organisation of the server: its owner is signed in then.
///
/// # Errors
/// [`ApiError`]; the problem names the field that it concerns.
pub async fn set_up(request: &SetUp) -> Result<Session, ApiError> {
    read(&post("/setup", request).await?)
}

/// The mails of the outbox folder of a server without SMTP, newest first.
///
/// # Errors
/// [`ApiError`].
pub async fn sent_mail(tenant: TenantId) -> Result<Vec<SentMail>, ApiError> {
    read(&get(&format!("/tenants/{tenant}/mail")).await?)
}

async fn get(path: &str) -> Result<Ours, ApiError> {
    send("GET", path, Body::Nothing).await
}

async fn post<T: Serialize>(path: &str, body: &T) -> Result<Ours, ApiError> {
    send("POST", path, Body::Json(&json(body))).await
}

/// The types of the API are plain data, which can always be written.
fn json<T: Serialize>(body: &T) -> String {
    serde_json::to_string(body).unwrap_or_default()
}

/// Sends a request; a session that was left with no network ends before anything is asked by it.
async fn send(method: &str, path: &str, body: Body<'_>) -> Result<Ours, ApiError> {
    if remembered::is_signed_out() {
        end_session().await?;
    }
    exchange(method, path, body).await
}

async fn exchange(method: &str, path: &str, body: Body<'_>) -> Result<Ours, ApiError> {
    let answer = fetch(method, path, body).await.map_err(|unheard| match unheard {
        Unheard::NoAnswer => ApiError::Offline,
        Unheard::Foreign { .. } => ApiError::Intercepted,
    })?;
    match answer.status {
        200..300 => Ok(answer),
        status => Err(problem(status, &answer.body)),
    }
}

/// Reads an answer. One that can't be read was cut off on its way.
fn read<T: DeserializeOwned>(answer: &Ours) -> Result<T, ApiError> {
    answer.json().ok_or(ApiError::Intercepted)
}

/// What an error answer says.
fn problem(status: u16, body: &[u8]) -> ApiError {
    match read_json::<Problem>(body) {
        Some(problem) => ApiError::Problem(Problem { status, ..problem }),
        None => ApiError::Intercepted,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_answer_is_what_the_server_says_or_was_cut_off() {
        let ours = br#"{"status":401,"title":"Not signed in","code":"wrong_credentials"}"#;
        assert!(matches!(problem(401, ours), ApiError::Problem(p) if p.code == "wrong_credentials" && p.status == 401));
        assert_eq!(problem(403, &ours[..20]), ApiError::Intercepted);
        assert_eq!(problem(403, b"{}"), ApiError::Intercepted);
    }
}
