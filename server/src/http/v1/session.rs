//! `/api/v1/session`: sign in, who is signed in, sign out.

use crate::{
    http::{
        App,
        body::Json,
        device::{self, SigningIn},
        signed_in::{COOKIE_SECONDS, Here, SignedIn, cookie, cookie_text},
    },
    identity::{
        Asker, Counted, PasswordError, Token,
        account::own_words,
        cookie_name, expiry,
        who::{self, NotMeant, Typed},
    },
    network::household,
    problem::{Answer, Fault},
    store::{Account, Digest, JobKind, KnownTo, Link, NewJob, NewSession, StoredSession, Whereabouts},
    tenant::TenantError,
};
use axum::{
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::{AppendHeaders, IntoResponse, Response},
};
use futures_util::future::join_all;
use rollcall_core::{
    Key, Record, Refusal,
    api::{LinkPurpose, PASSWORD_MAX, Place, SecurityKind, Session, SignIn},
    id::DeviceId,
    model::{IdentifierKind, Organisation},
    value::OrganisationName,
};
use std::net::IpAddr;
use uuid::Uuid;

/// The accounts that signed in on the device that asks.
struct Known(Option<(Digest, Vec<KnownTo>)>);

impl Known {
    async fn on(app: &App, headers: &HeaderMap) -> Answer<Self> {
        let Some(device) = device::brought(app, headers) else { return Ok(Self(None)) };
        let device = device.digest();
        let accounts = app.store.device_known_to(&device, app.clock.now()).await?;
        Ok(Self(Some((device, accounts)).filter(|(_, accounts)| !accounts.is_empty())))
    }

    fn has(&self, account: Uuid) -> bool {
        self.0.iter().flat_map(|(_, accounts)| accounts).any(|known| known.account == account)
    }

    /// Counts a try by what was typed: a known device's own counter, or that of all strangers.
    async fn count(&self, app: &App, from: IpAddr, typed: &Typed) -> Answer<Counted> {
        if let Some((device, accounts)) = &self.0 {
            // A log-in name could be any of its accounts'; whose it is, is known once it was looked for.
            if !typed.is_address() {
                return Ok(app.throttle.count_known(device, "").await??);
            }
            if accounts.iter().any(|known| known.folded == typed.folded()) {
                return Ok(app.throttle.count_known(device, typed.folded()).await??);
            }
        }
        Ok(app.throttle.count(from, &typed.counted()).await??)
    }
}

/// `GET /api/v1/session`. Nobody, when nobody is signed in: a question is no error, and no browser's console has to begin with
/// one. That an administrator ended the session is one: the device deletes what it stored.
pub async fn get(State(app): State<App>, signed_in: Answer<SignedIn>) -> Answer<axum::Json<Option<Session>>> {
    match signed_in {
        Ok(SignedIn(session)) => Ok(axum::Json(Some(describe(&app, &session).await?))),
        Err(fault) if fault.is_signed_out() => Ok(axum::Json(None)),
        Err(fault) => Err(fault),
    }
}

/// `POST /api/v1/session`. Who is unknown and whose password is wrong get the same answer after the same work.
pub async fn sign_in(
    State(app): State<App>,
    SigningIn(tried): SigningIn,
    Here(here): Here,
    headers: HeaderMap,
    Json(SignIn { identifier, password, organisation, new_password }): Json<SignIn>,
) -> Answer<Response> {
    let (wrong, from) = (wrong_credentials, tried.from());
    let known = Known::on(&app, &headers).await?;
    // Before anything is looked for or loaded.
    let typed = Typed::new(&identifier, organisation.as_deref());
    let counted = known.count(&app, from, &typed).await?;
    let meant = match who::meant(&*app.store, &app.tenants, &typed).await {
        Err(NotMeant::Tenant(error)) => {
            // Nor was this a guess. The network's tries stay counted: a busy organisation isn't asked more often for it.
            counted.take_back().await?;
            return Err(error.into());
        }
        meant => meant?,
    };
    // A name is counted by itself, and not with the address of the account that it names: a counter that is full for one and
    // told of at the other would say that they belong together. What means nobody is counted and hashed like any other.
    let counted_there = match meant.accounts.as_slice() {
        _ if typed.is_address() => None,
        accounts if accounts.iter().any(|(account, _)| known.has(account.id)) => None,
        _ => Some(app.throttle.count(from, &meant.counted).await??),
    };
    if password.len() > usize::from(PASSWORD_MAX) {
        return Err(wrong());
    }
    // A device is known to the accounts that signed in on it, and one of many strangers to all others.
    let asker_for = |account: Uuid| match known.has(account) {
        true => Asker::Known(account),
        false => Asker::Stranger(household(from)),
    };
    let found = match verified(&app, &meant.accounts, &password, asker_for, from).await {
        Err(NotVerified::Busy) => {
            // It was not looked at, so it was no guess.
            tried.pardon();
            for counted in std::iter::once(counted).chain(counted_there) {
                counted.take_back().await?;
            }
            return Err(PasswordError::Busy.into());
        }
        Err(NotVerified::Fault(fault)) => return Err(fault),
        Ok(found) => found.and_then(|place| meant.accounts.get(place).cloned()),
    };
    let Some((account, by)) = found else {
        for (account, _) in &meant.accounts {
            app.security.note_later(SecurityKind::SignInFailed, account.id, &here).await;
        }
        return Err(wrong());
    };
    tried.pardon();
    for counted in std::iter::once(counted).chain(counted_there) {
        counted.pardon().await?;
    }
    app.throttle.count_sign_in(account.id).await??;
    let asker = asker_for(account.id);
    if account.is_expired(app.clock.now()) {
        return Err(Fault::temporary_password_expired());
    }
    let account = match (account.must_change, new_password) {
        (false, _) => account,
        (true, None) => return Err(Fault::password_change_needed()),
        (true, Some(new)) => replace_temporary(&app, account, (password, new), asker, &here).await?,
    };
    // Whoever signs in again leaves the session that it had here.
    if let Some(old) = cookie(&app, &headers) {
        app.store.close_session(&old.digest()).await?;
    }
    let token = Token::random(app.clock.random(), 32);
    let verified = account.password.clone();
    let session = session(&app, &token, account, here, Some(by));
    let described = describe(&app, &session).await?;
    let nowhere = described.places().next().is_none();
    if nowhere && !described.new_password_needed.is_empty() {
        mail_new_password(&app, from, session.account).await?;
        return Err(Fault::new_password_needed());
    }
    if nowhere && !described.by_another_identifier.is_empty() {
        return Err(Fault::other_kind());
    }
    if nowhere && !described.without_portal.is_empty() {
        return Err(portal_closed());
    }
    begin(&app, &token, session, described, verified, &headers).await
}

/// Why no password was looked at.
enum NotVerified {
    Busy,
    Fault(Fault),
}

/// Which of these accounts has this password. Where there is none, as much is done as for one.
async fn verified(
    app: &App,
    accounts: &[(Account, IdentifierKind)],
    password: &str,
    asker_for: impl Fn(Uuid) -> Asker,
    from: IpAddr,
) -> Result<Option<usize>, NotVerified> {
    let verify = async |hash, asker| match app.passwords.verify(password.to_owned(), hash, asker).await {
        Err(PasswordError::Busy) => Err(NotVerified::Busy),
        verified => verified.map_err(|error| NotVerified::Fault(error.into())),
    };
    if accounts.is_empty() {
        return verify(None, Asker::Stranger(household(from))).await.map(|_| None);
    }
    for (place, (account, _)) in accounts.iter().enumerate() {
        // Before the work: a right password costs as much as a wrong one.
        app.throttle.may_sign_in(account.id).map_err(|too_many| NotVerified::Fault(too_many.into()))?;
        if verify(Some(account.password.clone()), asker_for(account.id)).await? {
            return Ok(Some(place));
        }
    }
    Ok(None)
}

/// The account with its person's own password, in place of the temporary one that it just gave.
async fn replace_temporary(
    app: &App,
    account: Account,
    (temporary, new): (String, String),
    asker: Asker,
    here: &Whereabouts,
) -> Answer<Account> {
    // Nor anything made of the one that somebody else knows.
    let mut forbidden = vec![temporary];
    forbidden.extend(own_words::of_account(&*app.store, &app.tenants, &account).await?);
    let new = app.passwords.choose(new, forbidden, asker).await?;
    // No session is spared: there is none.
    if !app.store.change_password(account.id, &account.password, &new, &Digest::default()).await? {
        return Err(wrong_credentials());
    }
    app.security.note(SecurityKind::PasswordChanged, account.id, here).await;
    Ok(Account { password: new, must_change: false, temporary_until: None, ..account })
}

/// Who is unknown and whose password is wrong are told the same.
fn wrong_credentials() -> Fault {
    Fault::coded(StatusCode::UNAUTHORIZED, "wrong_credentials")
}

/// The account is right, and only has phones.
fn portal_closed() -> Fault {
    Fault::coded(StatusCode::FORBIDDEN, "portal_closed")
}

/// An administrator asked for a new password: the one at hand proves who it is, and another link goes on its way, now and
/// then.
async fn mail_new_password(app: &App, from: IpAddr, account: Uuid) -> Answer<()> {
    if app.throttle.count(from, &format!("reset {account}")).await?.is_err() {
        return Ok(());
    }
    let links = app.store.links(account).await?;
    if let Some(link) = links.iter().find(|link| link.renew.0 > 0) {
        let kind = JobKind::SendLink { user: link.user, purpose: LinkPurpose::Reset };
        app.store.put_job(link.tenant, &NewJob { id: app.clock.id(), kind, due: app.clock.now() }).await?;
        app.tenants.job_bell().notify_one();
    }
    Ok(())
}

/// `DELETE /api/v1/session`. Signing out twice is fine.
pub async fn sign_out(State(app): State<App>, Here(here): Here, headers: HeaderMap) -> Answer<Response> {
    if let Some(token) = cookie(&app, &headers)
        && let Some(session) = app.store.session(&token.digest(), app.clock.now()).await?
    {
        app.security.note(SecurityKind::SignedOut, session.account, &here).await;
        app.store.close_session(&token.digest()).await?;
    }
    let gone = set_cookie(&app, "", 0);
    Ok((StatusCode::NO_CONTENT, AppendHeaders([(header::SET_COOKIE, gone)])).into_response())
}

/// Makes a session for an account that a mailed link or a code proved, and answers with it.
pub(super) async fn open(app: &App, account: Account, here: Whereabouts, headers: &HeaderMap) -> Answer<Response> {
    let token = Token::random(app.clock.random(), 32);
    let verified = account.password.clone();
    let session = session(app, &token, account, here, None);
    let described = describe(app, &session).await?;
    begin(app, &token, session, described, verified, headers).await
}

/// A session in the making.
fn session(
    app: &App,
    token: &Token,
    account: Account,
    whereabouts: Whereabouts,
    by: Option<IdentifierKind>,
) -> StoredSession {
    let (created, device) = (app.clock.now(), DeviceId::new(app.clock.id()));
    let Account { id, email, proven, .. } = account;
    let (token, expires) = (token.digest(), expiry(created, created));
    StoredSession { token, account: id, email, proven, device, by, created, expires, seen: created, whereabouts }
}

/// Stores a session and answers with it.
async fn begin(
    app: &App,
    token: &Token,
    session: StoredSession,
    described: Session,
    verified: String,
    headers: &HeaderMap,
) -> Answer<Response> {
    let StoredSession { token: digest, account, device, by, created, expires, whereabouts, .. } = session;
    let (token_of, at) = (token.expose(), whereabouts.clone());
    let new = NewSession { token: digest, account, device, by, created, expires, whereabouts, verified };
    if !app.store.open_session(&new).await? {
        // The password was changed while this one was looked at.
        return Err(wrong_credentials());
    }
    app.security.note(SecurityKind::SignedIn, account, &at).await;
    let cookies = [set_cookie(app, token_of, COOKIE_SECONDS), device::know(app, account, headers).await?];
    let body = axum::Json(described);
    Ok((AppendHeaders(cookies.map(|cookie| (header::SET_COOKIE, cookie))), body).into_response())
}

fn set_cookie(app: &App, value: &str, seconds: u32) -> String {
    cookie_text(cookie_name(app.options.secure()), value, seconds, app.options.secure())
}

/// Where an account stands in one of its organisations.
enum Stand {
    In(Place),
    NewPasswordNeeded(OrganisationName),
    ByAnotherIdentifier(OrganisationName),
    WithoutPortal(OrganisationName),
    Unavailable(Place),
    /// It is nobody there any more, or not active.
    Nobody,
}

/// Who is signed in, and where it may open the portal (S2.2, invariant 13). An organisation that can't be asked keeps nobody
/// out of the others.
async fn describe(app: &App, session: &StoredSession) -> Answer<Session> {
    let (organisations, without_portal, by_another_identifier, new_password_needed) = Default::default();
    let (account, email, unavailable) = (session.account, session.email.clone(), Vec::new());
    let mut described = Session {
        account,
        email,
        organisations,
        without_portal,
        by_another_identifier,
        new_password_needed,
        unavailable,
    };
    let links = app.store.links(session.account).await?;
    let live = links.into_iter().filter(|link| session.created > link.ended);
    for stand in join_all(live.map(|link| stand(app, session, link))).await {
        match stand? {
            Stand::In(place) => described.organisations.push(place),
            Stand::NewPasswordNeeded(name) => described.new_password_needed.push(name),
            Stand::ByAnotherIdentifier(name) => described.by_another_identifier.push(name),
            Stand::WithoutPortal(name) => described.without_portal.push(name),
            Stand::Unavailable(place) => described.unavailable.push(place),
            Stand::Nobody => {}
        }
    }
    for places in [&mut described.organisations, &mut described.unavailable] {
        places.sort_by_cached_key(|place| place.name.folded());
    }
    for names in
        [&mut described.without_portal, &mut described.by_another_identifier, &mut described.new_password_needed]
    {
        names.sort_by_cached_key(OrganisationName::folded);
    }
    Ok(described)
}

async fn stand(app: &App, session: &StoredSession, link: Link) -> Answer<Stand> {
    let place = |Organisation { slug, name, .. }| Place { tenant: link.tenant, user: link.user, slug, name };
    let asked = tokio::time::timeout(app.options.limits.patience.0, ask(app, session, &link));
    let error = match asked.await {
        Ok(Ok(None)) | Ok(Err(TenantError::Unknown)) => return Ok(Stand::Nobody),
        Ok(Ok(Some((organisation, admitted)))) => {
            return Ok(match admitted {
                Ok(()) if link.needs_new_password(session.proven) => Stand::NewPasswordNeeded(organisation.name),
                Ok(()) => Stand::In(place(organisation)),
                Err(TenantError::OtherKind) => Stand::ByAnotherIdentifier(organisation.name),
                Err(TenantError::Refused(refusals))
                    if refusals.iter().any(|refusal| matches!(refusal, Refusal::NotAllowed { .. })) =>
                {
                    Stand::WithoutPortal(organisation.name)
                }
                Err(TenantError::Refused(_)) => Stand::Nobody,
                Err(error) => return unavailable(app, &link, error, place).await,
            });
        }
        Ok(Err(error)) => error,
        Err(_) => TenantError::Busy,
    };
    unavailable(app, &link, error, place).await
}

/// What an organisation is, and whether it lets the session in.
async fn ask(
    app: &App,
    session: &StoredSession,
    link: &Link,
) -> Result<Option<(Organisation, Result<(), TenantError>)>, TenantError> {
    let tenant = app.tenants.tenant(link.tenant);
    let Some(organisation) = tenant.read(|directory| directory.organisation().cloned()).await? else { return Ok(None) };
    Ok(Some((organisation, tenant.admit(link.user, session.by).await.map(drop))))
}

/// An organisation that can't be asked is told by its one record that names it. When not even that can be read, the database
/// is what fails, and not the organisation.
async fn unavailable(
    app: &App,
    link: &Link,
    error: TenantError,
    place: impl Fn(Organisation) -> Place,
) -> Answer<Stand> {
    tracing::warn!(tenant = %link.tenant, %error, "an organisation could not be asked for a sign-in");
    match app.store.record(link.tenant, Key::Organisation).await? {
        Some(Record::Organisation(organisation)) => Ok(Stand::Unavailable(place(organisation))),
        _ => Ok(Stand::Nobody),
    }
}
