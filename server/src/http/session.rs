//! `/api/session`: sign in, who is signed in, sign out.

use super::{
    App,
    body::Json,
    signed_in::{From, SignedIn, cookie},
    who,
};
use crate::{
    account::{COOKIE, LIFETIME, Token},
    problem::{Answer, Fault},
    store::{JobKind, NewJob, NewSession, StoredSession},
    tenant::TenantError,
};
use axum::{
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::{AppendHeaders, IntoResponse, Response},
};
use rollcall_core::{
    Directory, Refusal,
    api::{PASSWORD_MAX, Place, Session, SignIn},
    id::DeviceId,
    model::IdentifierKind,
    value::{Email, OrganisationName},
};
use uuid::Uuid;

/// `GET /api/session`.
pub async fn get(State(app): State<App>, SignedIn(session): SignedIn) -> Answer<axum::Json<Session>> {
    Ok(axum::Json(describe(&app, &session).await?))
}

/// `POST /api/session`. Who is unknown and whose password is wrong get the same answer after the same work.
pub async fn sign_in(
    State(app): State<App>,
    From(from): From,
    headers: HeaderMap,
    Json(SignIn { identifier, password, organisation }): Json<SignIn>,
) -> Answer<Response> {
    let wrong = || {
        let detail = "The e-mail address, mobile number or log-in name is wrong, or the password is.";
        Fault::new(StatusCode::UNAUTHORIZED, "wrong_credentials", detail)
    };
    let meant = who::meant(&app, &identifier, organisation.as_deref()).await?;
    // Whatever names an account, its tries are counted together. What means nobody is counted and hashed like any other.
    let counted = app.throttle.count(from, &meant.counted).await??;
    if password.len() > usize::from(PASSWORD_MAX) {
        return Err(wrong());
    }
    let hash = meant.account.as_ref().map(|(account, _)| account.password.clone());
    let right = app.passwords.verify(password, hash).await?;
    let Some((account, by)) = meant.account.filter(|_| right) else { return Err(wrong()) };
    counted.pardon().await?;
    if account.must_change {
        return Err(new_password_needed(&app, account.id).await?);
    }
    // Whoever signs in anew leaves the session that it had here.
    if let Some(old) = cookie(&headers) {
        app.store.close_session(&old.digest()).await?;
    }
    let token = Token::random(32);
    let session = session(&app, &token, account.id, account.email, Some(by));
    let described = describe(&app, &session).await?;
    if described.organisations.is_empty() && !described.by_another_identifier.is_empty() {
        return Err(Fault::other_kind());
    }
    if described.organisations.is_empty() && !described.without_portal.is_empty() {
        return Err(portal_closed());
    }
    begin(&app, &token, session, described).await
}

/// The account is right, and only has phones.
fn portal_closed() -> Fault {
    let detail = "Your account has a phone, but no access to the portal. Ask an owner or an admin of your organisation for \
                  a role that opens it.";
    Fault::new(StatusCode::FORBIDDEN, "portal_closed", detail)
}

/// An administrator asked for a new password: the one at hand proves who it is, and another link is on its way.
async fn new_password_needed(app: &App, account: Uuid) -> Answer<Fault> {
    if let Some(link) = app.store.links(account).await?.first() {
        let kind = JobKind::SendPasswordLink { user: link.user, forced: true };
        let job = NewJob { id: app.clock.id(), kind, due: app.clock.now() };
        app.store.put_job(link.tenant, &job).await?;
        app.tenants.job_bell().notify_one();
    }
    let detail = "You must choose a new password. Open the link that is on its way to your address.";
    Ok(Fault::new(StatusCode::FORBIDDEN, "new_password_needed", detail))
}

/// `DELETE /api/session`. Signing out twice is fine.
pub async fn sign_out(State(app): State<App>, headers: HeaderMap) -> Answer<Response> {
    if let Some(token) = cookie(&headers) {
        app.store.close_session(&token.digest()).await?;
    }
    let gone = format!("{COOKIE}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0{}", secure(&app));
    Ok((StatusCode::NO_CONTENT, AppendHeaders([(header::SET_COOKIE, gone)])).into_response())
}

/// Makes a session for an account and answers with it.
pub(super) async fn open(app: &App, account: Uuid, email: Email) -> Answer<Response> {
    let token = Token::random(32);
    let session = session(app, &token, account, email, None);
    let described = describe(app, &session).await?;
    begin(app, &token, session, described).await
}

/// A session in the making.
fn session(app: &App, token: &Token, account: Uuid, email: Email, by: Option<IdentifierKind>) -> StoredSession {
    let (created, device) = (app.clock.now(), DeviceId::new(app.clock.id()));
    StoredSession { token: token.digest(), account, email, device, by, created, expires: created.after(LIFETIME) }
}

/// Stores a session and answers with it.
async fn begin(app: &App, token: &Token, session: StoredSession, described: Session) -> Answer<Response> {
    let StoredSession { token: digest, account, device, by, created, expires, .. } = session;
    app.store.open_session(&NewSession { token: digest, account, device, by, created, expires }).await?;
    // The browser keeps it for as long as browsers do (400 days); when it ends is for the server to say.
    let cookie =
        format!("{COOKIE}={}; Path=/; HttpOnly; SameSite=Lax; Max-Age=34560000{}", token.expose(), secure(app));
    let body = axum::Json(described);
    Ok((AppendHeaders([(header::SET_COOKIE, cookie)]), body).into_response())
}

fn secure(app: &App) -> &'static str {
    if app.options.secure() { "; Secure" } else { "" }
}

/// Who is signed in, and where it may open the portal (S2.2, invariant 13).
async fn describe(app: &App, session: &StoredSession) -> Answer<Session> {
    let (organisations, without_portal, by_another_identifier, new_password_needed) = Default::default();
    let (account, email) = (session.account, session.email.clone());
    let mut described =
        Session { account, email, organisations, without_portal, by_another_identifier, new_password_needed };
    for link in app.store.links(session.account).await? {
        if session.created <= link.ended {
            continue;
        }
        let tenant = app.tenants.tenant(link.tenant);
        let named =
            |directory: &Directory| directory.organisation().map(|named| (named.slug.clone(), named.name.clone()));
        let Some((slug, name)) = tenant.read(named).await? else { continue };
        match tenant.admit(link.user, session.by).await {
            Ok(_) => described.organisations.push(Place { tenant: link.tenant, user: link.user, slug, name }),
            Err(TenantError::OtherKind) => described.by_another_identifier.push(name),
            Err(TenantError::Refused(refusals)) => {
                if refusals.iter().any(|refusal| matches!(refusal, Refusal::NotAllowed { .. })) {
                    described.without_portal.push(name);
                }
            }
            Err(error) => return Err(error.into()),
        }
    }
    let by_name = |name: &OrganisationName| name.as_str().to_lowercase();
    described.organisations.sort_by_cached_key(|place| by_name(&place.name));
    described.without_portal.sort_by_cached_key(by_name);
    described.by_another_identifier.sort_by_cached_key(by_name);
    Ok(described)
}
