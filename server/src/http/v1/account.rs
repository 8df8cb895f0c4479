//! `/api/v1/account`: one's own account: password, address, sessions, security log. And the security log of an organisation.

use super::password::mail_link;
use crate::{
    http::{
        App,
        body::Json,
        device,
        peer::From,
        signed_in::{Here, Member, SignedIn},
    },
    identity::{Asker, Token, account::own_words},
    problem::{Answer, Fault},
    store::{Account, Digest, JobKind, NotesOf, SecurityNote, StoredSession},
};
use axum::{
    extract::{Path, Query, State, rejection::QueryRejection},
    http::{HeaderMap, HeaderName, StatusCode, header},
    response::AppendHeaders,
};
use rollcall_core::{
    Actor, Context, Refusal, Timestamp,
    api::{AccountView, ChangeAddress, ChangePassword, SecurityEvent, SecurityKind, SecurityPage, SessionView},
    context::View,
    id::DeviceId,
    query,
    refusal::Field,
    time::Span,
    value::Email,
};
use serde::Deserialize;

/// Notes in an answer.
const PAGE: u32 = 50;

/// `GET /api/v1/account`.
pub async fn get(State(app): State<App>, SignedIn(session): SignedIn) -> Answer<axum::Json<AccountView>> {
    let pending = app.addresses.pending(session.account).await?;
    Ok(axum::Json(AccountView { email: session.email, pending }))
}

/// `POST /api/v1/account/password`.
pub async fn change_password(
    State(app): State<App>,
    SignedIn(session): SignedIn,
    Here(here): Here,
    headers: HeaderMap,
    Json(ChangePassword { old, new }): Json<ChangePassword>,
) -> Answer<(AppendHeaders<[(HeaderName, String); 1]>, StatusCode)> {
    let account = verified(&app, &session, old).await?;
    let forbidden = own_words::of_account(&*app.store, &app.tenants, &account).await?;
    let new = app.passwords.choose(new, forbidden, Asker::Known(session.account)).await?;
    if !app.store.change_password(session.account, &account.password, &new, &session.token).await? {
        return Err(Fault::wrong_password());
    }
    app.security.note(SecurityKind::PasswordChanged, session.account, &here).await;
    // The other devices are strangers again, this one is not.
    let known = device::know(&app, session.account, &headers).await?;
    Ok((AppendHeaders([(header::SET_COOKIE, known)]), StatusCode::NO_CONTENT))
}

/// `POST /api/v1/account/address`.
pub async fn change_address(
    State(app): State<App>,
    SignedIn(session): SignedIn,
    From(from): From,
    Json(ChangeAddress { email, password }): Json<ChangeAddress>,
) -> Answer<StatusCode> {
    let email =
        Email::parse(&email).map_err(|error| Fault::refused(Refusal::Invalid { field: Field::Email, error }))?;
    let account = verified(&app, &session, password).await?;
    // Each may be two mails: not taken back.
    let _ = app.throttle.count(from, &format!("address {}", session.account)).await??;
    let verified = Token::brought(&account.password).digest();
    mail_link(&app, JobKind::AskAddress { account: session.account, email, verified }).await?;
    Ok(StatusCode::ACCEPTED)
}

/// The account of which whoever is signed in proved to know the password.
pub(super) async fn verified(app: &App, session: &StoredSession, password: String) -> Answer<Account> {
    // A session is known by itself, and what it may try comes first: whoever guesses elsewhere, a stolen session too, uses up
    // no more than that of what all may.
    let counted = app.throttle.count_known(&session.token, &session.key()).await??;
    // Right ones too: each is a hash, which others wait for.
    app.throttle.count_proof(session.account).await??;
    let account = app.store.account(session.account).await?.ok_or_else(Fault::signed_out)?;
    if !app.passwords.verify(password, Some(account.password.clone()), Asker::Known(account.id)).await? {
        return Err(Fault::wrong_password());
    }
    counted.pardon().await?;
    Ok(account)
}

/// `GET /api/v1/account/sessions`.
pub async fn sessions(State(app): State<App>, SignedIn(session): SignedIn) -> Answer<axum::Json<Vec<SessionView>>> {
    let sessions = app.store.sessions_of(session.account, app.clock.now()).await?;
    Ok(axum::Json(sessions.into_iter().map(|one| session_view(one, &session.token)).collect()))
}

/// A session as its person sees it; `token`: the one that asks.
pub(super) fn session_view(one: StoredSession, token: &Digest) -> SessionView {
    SessionView {
        device: one.device,
        current: one.token == *token,
        created: one.created,
        seen: one.seen,
        browser: one.whereabouts.browser(),
        network: one.whereabouts.network,
    }
}

/// A note as it is read; in one's own log nobody is named.
pub(super) fn security_event(note: SecurityNote, own: bool) -> SecurityEvent {
    SecurityEvent {
        at: note.at,
        kind: note.kind,
        user: note.place.map(|(_, user)| user).filter(|_| !own),
        browser: note.whereabouts.browser(),
        network: note.whereabouts.network,
    }
}

/// `DELETE /api/v1/account/sessions/{device}`. One that has ended already is fine.
pub async fn end_session(
    State(app): State<App>,
    SignedIn(session): SignedIn,
    Here(here): Here,
    Path(device): Path<String>,
) -> Answer<StatusCode> {
    if let Ok(device) = device.parse::<DeviceId>()
        && others(&app, &session, |other| other.device == device).await?
        && app.store.end_session(session.account, device).await?
    {
        app.security.note(SecurityKind::SessionEnded, session.account, &here).await;
    }
    Ok(StatusCode::NO_CONTENT)
}

/// `DELETE /api/v1/account/sessions`: all but the one that asks.
pub async fn end_other_sessions(
    State(app): State<App>,
    SignedIn(session): SignedIn,
    Here(here): Here,
) -> Answer<StatusCode> {
    if others(&app, &session, |other| other.token != session.token).await? {
        app.store.end_other_sessions(session.account, &session.token).await?;
        app.security.note(SecurityKind::SessionEnded, session.account, &here).await;
    }
    Ok(StatusCode::NO_CONTENT)
}

/// Whether the account has such a session. Looked at first: what ends nothing writes nothing, wakes nobody and is no note.
async fn others(app: &App, session: &StoredSession, such: impl Fn(&StoredSession) -> bool) -> Answer<bool> {
    Ok(app.store.sessions_of(session.account, app.clock.now()).await?.iter().any(such))
}

/// What follows the `?` of a security log.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Options {
    before: Option<u64>,
}

type Asked = Result<Query<Options>, QueryRejection>;

/// `GET /api/v1/account/security`.
pub async fn security(
    State(app): State<App>,
    SignedIn(session): SignedIn,
    options: Asked,
) -> Answer<axum::Json<SecurityPage>> {
    page(&app, NotesOf::Account(session.account), options).await
}

/// `GET /api/v1/tenants/{tenant}/security`, for owners.
pub async fn security_of(
    State(app): State<App>,
    Member { session, tenant, user }: Member,
    options: Asked,
) -> Answer<axum::Json<SecurityPage>> {
    let asked = app.tenants.tenant(tenant);
    asked.admit(user, session.by).await?;
    let context = Context { actor: Actor::User(user), now: app.clock.now(), view: View::Whole };
    let answer = asked.read(move |directory| query::security_log(directory, &context).map(|()| directory.keeping()));
    let since = app.clock.now().before(Span::days(answer.await?.map_err(Fault::refused)?.security_days.into()));
    page(&app, NotesOf::Tenant(tenant, since), options).await
}

async fn page(app: &App, of: NotesOf, options: Asked) -> Answer<axum::Json<SecurityPage>> {
    let Query(Options { before }) = options.map_err(|rejection| {
        let detail = format!("The address is wrong behind its question mark: {}.", rejection.body_text());
        Fault::new(StatusCode::BAD_REQUEST, "malformed", detail)
    })?;
    let before = Timestamp(before.and_then(|before| i64::try_from(before).ok()).unwrap_or(i64::MAX));
    app.security.settle().await;
    // A page ends between two moments, so that the next one begins after all of this one: it is longer when more than a page
    // happened in one.
    let mut limit = PAGE;
    let (mut notes, more) = loop {
        let notes = app.store.notes(of, before, limit.saturating_add(1)).await?;
        let more = notes.len() > limit as usize;
        let one_moment = notes.first().map(|note| note.at) == notes.last().map(|note| note.at);
        if !more || !one_moment {
            break (notes, more);
        }
        limit = limit.saturating_mul(2);
    };
    if more && let Some(last) = notes.last().map(|note| note.at) {
        notes.retain(|note| note.at != last);
    }
    let next = notes.last().filter(|_| more).and_then(|note| u64::try_from(note.at.0).ok());
    let own = matches!(of, NotesOf::Account(_));
    let events = notes.into_iter().map(|note| security_event(note, own)).collect();
    Ok(axum::Json(SecurityPage { events, next }))
}
