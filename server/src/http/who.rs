//! Whom somebody means who signs in: an e-mail address names an account wherever it belongs; a mobile number or a log-in
//! name means somebody in one organisation, as far as that lets people in by such.

use super::App;
use crate::{
    problem::{Answer, Fault},
    store::Account,
};
use axum::http::StatusCode;
use rollcall_core::{
    id::TenantId,
    model::IdentifierKind,
    query,
    value::{Email, Slug},
};

/// What the words of a sign-in come to.
pub struct Meant {
    /// The account, and the kind of identifier that named it.
    pub account: Option<(Account, IdentifierKind)>,
    /// Under which name the try is counted.
    pub counted: String,
}

/// Finds whom `typed` means.
///
/// # Errors
/// When it takes an organisation to say, and there are several; or the store failed.
pub async fn meant(app: &App, typed: &str, organisation: Option<&str>) -> Answer<Meant> {
    let folded = Email::parse(typed).map_or_else(|_| typed.trim().to_lowercase(), |email| email.folded());
    if typed.contains('@') {
        let account = app.store.account_named(&folded).await?;
        return Ok(Meant { account: account.map(|account| (account, IdentifierKind::Email)), counted: folded });
    }
    let Some(tenant) = place(app, organisation).await? else { return Ok(Meant { account: None, counted: folded }) };
    let words = typed.trim().to_owned();
    for (user, kind) in app.tenants.tenant(tenant).read(move |directory| query::who_signs_in(directory, &words)).await?
    {
        if let Some(account) = app.store.account_of(tenant, user).await? {
            let counted = account.email.folded();
            return Ok(Meant { account: Some((account, kind)), counted });
        }
    }
    Ok(Meant { account: None, counted: format!("{tenant} {folded}") })
}

/// The organisation that was named, or the only one. None when there is none of that name, which is answered like a wrong
/// password.
async fn place(app: &App, named: Option<&str>) -> Answer<Option<TenantId>> {
    if let Some(named) = named.map(str::trim).filter(|named| !named.is_empty()) {
        let Ok(slug) = Slug::parse(&named.to_lowercase()) else { return Ok(None) };
        return Ok(app.store.tenant_named(&slug).await?);
    }
    match app.store.tenants().await?.as_slice() {
        [only] => Ok(Some(*only)),
        _ => {
            let detail = "Say which organisation you are in, by its short name, or sign in with your e-mail address.";
            Err(Fault::new(StatusCode::UNPROCESSABLE_ENTITY, "organisation_needed", detail))
        }
    }
}
