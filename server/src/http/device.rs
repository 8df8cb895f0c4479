//! The cookie by which a browser is known again on which somebody signed in: who guesses elsewhere doesn't slow it down. It
//! opens nothing.

use super::{
    App,
    peer::From,
    signed_in::{COOKIE_SECONDS, cookie_named, cookie_text},
};
use crate::{
    identity::{Entered, Token},
    problem::{Answer, Fault},
    store::NewKnownDevice,
};
use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, request::Parts},
};
use rollcall_core::time::Span;
use uuid::Uuid;

/// For how long a device is known on which nobody signs in.
const KNOWN: Span = Span::days(180);

/// The cookie's name, with the prefix that keeps other hosts of the domain from setting it.
const fn name(secure: bool) -> &'static str {
    if secure { "__Host-rollcall_device" } else { "rollcall_device" }
}

/// The device's secret, when the browser sends one.
pub fn brought(app: &App, headers: &HeaderMap) -> Option<Token> {
    cookie_named(headers, name(app.options.secure()))
}

/// A try to sign in. Strangers who guess from the same network address don't slow down a device that is known.
pub struct SigningIn(pub Entered);

impl FromRequestParts<App> for SigningIn {
    type Rejection = Fault;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Answer<Self> {
        let From(from) = From::from_request_parts(parts, app).await?;
        let known = match brought(app, &parts.headers) {
            Some(brought) => app.devices.genuine(&brought).await,
            None => None,
        };
        Ok(Self(match known {
            Some(device) => app.throttle.enter_known(device, from)?,
            None => app.throttle.enter(from)?,
        }))
    }
}

/// The device is known to the account from now on. Gives the text that sets its new cookie: each is sent once, so that a copy
/// of an older one is a stranger's.
pub async fn know(app: &App, account: Uuid, headers: &HeaderMap) -> Answer<String> {
    let (token, seen) = (app.devices.secret().await?, app.clock.now());
    let before = brought(app, headers).map(|token| token.digest());
    let known = NewKnownDevice { account, before, device: token.digest(), seen, expires: seen.after(KNOWN) };
    app.store.know_device(&known).await?;
    let secure = app.options.secure();
    Ok(cookie_text(name(secure), token.expose(), COOKIE_SECONDS, secure))
}
