//! Who asks: the session of the cookie, and the user that it is in the organisation of the address.

use super::{App, peer::From};
use crate::{
    identity::{NOTED_EVERY, Token, cookie_name, expiry},
    problem::{Answer, Fault},
    store::{StoredSession, Whereabouts},
};
use axum::{
    extract::{FromRequestParts, RawPathParams},
    http::{HeaderMap, header, request::Parts},
};
use rollcall_core::id::{TenantId, UserId};

/// A live session.
pub struct SignedIn(pub StoredSession);

/// A live session whose account is a user of the organisation in the address. Whether that user is active, and what it
/// may do, is for the core to say.
pub struct Member {
    pub session: StoredSession,
    pub tenant: TenantId,
    pub user: UserId,
}

/// Where a request comes from, in words for people.
pub struct Here(pub Whereabouts);

impl FromRequestParts<App> for SignedIn {
    type Rejection = Fault;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Answer<Self> {
        let token = cookie(app, &parts.headers).ok_or_else(Fault::signed_out)?;
        let now = app.clock.now();
        let digest = token.digest();
        let Some(session) = app.store.session(&digest, now).await? else {
            let ended = app.store.session_ended(&digest).await?;
            return Err(if ended { Fault::session_ended() } else { Fault::signed_out() });
        };
        if now.since(session.seen) > NOTED_EVERY {
            let Here(here) = Here::from_request_parts(parts, app).await?;
            app.store.touch_session(&session.token, now, expiry(session.created, now), &here).await?;
        }
        Ok(Self(session))
    }
}

impl FromRequestParts<App> for Member {
    type Rejection = Fault;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Answer<Self> {
        let SignedIn(session) = SignedIn::from_request_parts(parts, app).await?;
        let path = RawPathParams::from_request_parts(parts, app).await.map_err(|_| Fault::unknown_organisation())?;
        let tenant = path.iter().find(|(name, _)| *name == "tenant").and_then(|(_, text)| text.parse().ok());
        let tenant: TenantId = tenant.ok_or_else(Fault::unknown_organisation)?;
        let user = user_in(app, &session, tenant).await?;
        app.seen.note(tenant, user, app.clock.now());
        Ok(Self { session, tenant, user })
    }
}

impl FromRequestParts<App> for Here {
    type Rejection = Fault;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Answer<Self> {
        let From(from) = From::from_request_parts(parts, app).await?;
        Ok(Self(Whereabouts::of(from, &parts.headers)))
    }
}

/// The user that a session is in an organisation.
///
/// # Errors
/// It is nobody there, its sessions there were ended, or a new password is asked for there.
pub async fn user_in(app: &App, session: &StoredSession, tenant: TenantId) -> Answer<UserId> {
    let links = app.store.links(session.account).await?;
    let link = links.into_iter().find(|link| link.tenant == tenant).ok_or_else(Fault::unknown_organisation)?;
    if session.created <= link.ended {
        return Err(Fault::session_ended());
    }
    if link.needs_new_password(session.proven) { Err(Fault::new_password_needed()) } else { Ok(link.user) }
}

/// For how long browsers keep a cookie (400 days): when it ends is for the server to say.
pub(super) const COOKIE_SECONDS: u32 = 34_560_000;

/// What sets a cookie that no script reads and no other site's page sends along.
pub(super) fn cookie_text(name: &str, value: &str, seconds: u32, secure: bool) -> String {
    let secure = if secure { "; Secure" } else { "" };
    format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}")
}

/// The session's token, when the browser sends one.
pub fn cookie(app: &App, headers: &HeaderMap) -> Option<Token> {
    cookie_named(headers, cookie_name(app.options.secure()))
}

/// The secret in the cookie of this name.
pub(super) fn cookie_named(headers: &HeaderMap, wanted: &str) -> Option<Token> {
    let values = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = values.flat_map(|value| value.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(name, _)| *name == wanted).map(|(_, value)| Token::brought(value))
}
