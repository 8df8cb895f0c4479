//! Requests about accounts: mailed links, passwords, the sign-in address, sessions, security logs, undelivered mail.

use super::{get, post, read, send};
use crate::{
    ApiError,
    browser::{fetch::Body, page::segment},
};
use rollcall_core::{
    api::{
        AccountView, AddressView, AskHandOver, ChangeAddress, ChangePassword, ForgotPassword, HandedOver, PasswordView,
        SecurityPage, Session, SessionView, SetPassword, SetPin, Undelivered,
    },
    id::{DeviceId, TenantId, UserId},
};

/// Asks for a link that sets a new password. The answer does not say whether there is such an account.
///
/// # Errors
/// [`ApiError`]; `too_many_requests` among the problems.
pub async fn forgot_password(request: &ForgotPassword) -> Result<(), ApiError> {
    post("/passwords", request).await.map(drop)
}

/// Makes a user something to sign in with, which the answer tells, once.
///
/// # Errors
/// [`ApiError`]; the problem names the field that it concerns.
pub async fn hand_over(tenant: TenantId, user: UserId, ask: &AskHandOver) -> Result<HandedOver, ApiError> {
    read(&post(&format!("/tenants/{tenant}/users/{user}/hand-over"), ask).await?)
}

/// What a mailed link is for.
///
/// # Errors
/// [`ApiError`]; the problem `link_over` when it is no longer good.
pub async fn password_link(token: &str) -> Result<PasswordView, ApiError> {
    read(&get(&format!("/passwords/{}", segment(token))).await?)
}

/// Does what a mailed link is for: sets the password, or confirms with it. Whoever does is signed in then.
///
/// # Errors
/// [`ApiError`]; the problem names the field that it concerns.
pub async fn set_password(token: &str, request: &SetPassword) -> Result<Session, ApiError> {
    read(&post(&format!("/passwords/{}", segment(token)), request).await?)
}

/// What a link about a change of address is for.
///
/// # Errors
/// [`ApiError`]; the problem `link_over` when it is no longer good.
pub async fn address_link(token: &str) -> Result<AddressView, ApiError> {
    read(&get(&format!("/addresses/{}", segment(token))).await?)
}

/// Does what a link about a change of address is for.
///
/// # Errors
/// [`ApiError`]; the problem `link_over` when it is no longer good.
pub async fn use_address_link(token: &str) -> Result<(), ApiError> {
    send("POST", &format!("/addresses/{}", segment(token)), Body::Nothing).await.map(drop)
}

/// Sets one's own voicemail PIN in an organisation.
///
/// # Errors
/// [`ApiError`]; the problem names the field that it concerns.
pub async fn set_pin(tenant: TenantId, request: &SetPin) -> Result<(), ApiError> {
    post(&format!("/tenants/{tenant}/voicemail-pin"), request).await.map(drop)
}

/// One's own account.
///
/// # Errors
/// [`ApiError`].
pub async fn account() -> Result<AccountView, ApiError> {
    read(&get("/account").await?)
}

/// Changes one's own password. All other sessions of the account end.
///
/// # Errors
/// [`ApiError`]; the problem `wrong_credentials` when the old one is wrong.
pub async fn change_password(request: &ChangePassword) -> Result<(), ApiError> {
    post("/account/password", request).await.map(drop)
}

/// Asks for another sign-in address. A link is mailed to it; until it is opened, the old one signs in.
///
/// # Errors
/// [`ApiError`]; the problem `wrong_credentials` when the password is wrong.
pub async fn change_address(request: &ChangeAddress) -> Result<(), ApiError> {
    post("/account/address", request).await.map(drop)
}

/// All that there is about a user, in the directory and beside it, as a JSON file.
///
/// # Errors
/// [`ApiError`]; its problem says why one may not have it.
pub async fn person_export(tenant: TenantId, user: UserId) -> Result<Vec<u8>, ApiError> {
    Ok(get(&format!("/tenants/{tenant}/users/{user}/export")).await?.body)
}

/// One's own sessions.
///
/// # Errors
/// [`ApiError`].
pub async fn sessions() -> Result<Vec<SessionView>, ApiError> {
    read(&get("/account/sessions").await?)
}

/// Ends one of one's own sessions.
///
/// # Errors
/// [`ApiError`].
pub async fn end_one_session(device: DeviceId) -> Result<(), ApiError> {
    send("DELETE", &format!("/account/sessions/{device}"), Body::Nothing).await.map(drop)
}

/// Ends all of one's own sessions but this one.
///
/// # Errors
/// [`ApiError`].
pub async fn end_other_sessions() -> Result<(), ApiError> {
    send("DELETE", "/account/sessions", Body::Nothing).await.map(drop)
}

/// One's own security log, newest first; `before` is what the page before this one gave as `next`.
///
/// # Errors
/// [`ApiError`].
pub async fn own_security(before: Option<u64>) -> Result<SecurityPage, ApiError> {
    read(&get(&format!("/account/security{}", paged(before))).await?)
}

/// The security log of an organisation, for its owners; paged like [`own_security`].
///
/// # Errors
/// [`ApiError`].
pub async fn security(tenant: TenantId, before: Option<u64>) -> Result<SecurityPage, ApiError> {
    read(&get(&format!("/tenants/{tenant}/security{}", paged(before))).await?)
}

/// The mails that could not be delivered, for those who may invite.
///
/// # Errors
/// [`ApiError`].
pub async fn undelivered(tenant: TenantId) -> Result<Vec<Undelivered>, ApiError> {
    read(&get(&format!("/tenants/{tenant}/undelivered")).await?)
}

fn paged(before: Option<u64>) -> String {
    before.map(|before| format!("?before={before}")).unwrap_or_default()
}
