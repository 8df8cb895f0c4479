//! Requests to the server besides the sync: signing in and out, invitations, sent mail.

use crate::ApiError;
use rollcall_core::{
    api::{Accept, CheckCode, Info, InvitationView, SentMail, Session, SignIn},
    id::TenantId,
};

/// Signs in; the session is a cookie that no script sees.
///
/// # Errors
/// [`ApiError`]; `wrong_credentials`, `too_many_requests` among the problems.
pub async fn sign_in(_request: &SignIn) -> Result<Session, ApiError> {
    Err(ApiError::Offline)
}

/// Who is signed in; none when nobody is.
///
/// # Errors
/// [`ApiError::Offline`] when the server can't be asked: [`crate::remembered`] says who was.
pub async fn session() -> Result<Option<Session>, ApiError> {
    Err(ApiError::Offline)
}

/// Ends the session. What is stored on the device is wiped by [`crate::Engine::wipe`] and [`crate::remembered::clear`].
///
/// # Errors
/// [`ApiError`].
pub async fn sign_out() -> Result<(), ApiError> {
    Err(ApiError::Offline)
}

/// What a page must know before anybody signs in.
///
/// # Errors
/// [`ApiError`].
pub async fn info() -> Result<Info, ApiError> {
    Err(ApiError::Offline)
}

/// Where the invitation behind a link stands.
///
/// # Errors
/// [`ApiError`].
pub async fn invitation(_token: &str) -> Result<InvitationView, ApiError> {
    Err(ApiError::Offline)
}

/// Whether the code is the one of the invitation's mail.
///
/// # Errors
/// [`ApiError`]; the problem `wrong_code` when it is not.
pub async fn check_code(_token: &str, _code: &CheckCode) -> Result<(), ApiError> {
    Err(ApiError::Offline)
}

/// Accepts an invitation: the account is an active user then, signed in.
///
/// # Errors
/// [`ApiError`]; the problem names the field that it concerns.
pub async fn accept(_token: &str, _request: &Accept) -> Result<Session, ApiError> {
    Err(ApiError::Offline)
}

/// The mails of the outbox folder, for want of an SMTP server; newest first.
///
/// # Errors
/// [`ApiError`].
pub async fn sent_mail(_tenant: TenantId) -> Result<Vec<SentMail>, ApiError> {
    Err(ApiError::Offline)
}
