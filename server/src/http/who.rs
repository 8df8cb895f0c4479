//! Whom somebody means who signs in: an e-mail address names an account wherever it belongs; a mobile number or a log-in
//! name means somebody in one organisation, as far as that lets people in by such.

use crate::{
    problem::Fault,
    store::{Account, Store},
    tenant::{TenantError, Tenants},
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

/// Why it can't be said whom somebody means.
pub enum NotMeant {
    /// It takes an organisation to say, and there are several.
    OrganisationNeeded,
    Tenant(TenantError),
}

impl<E: Into<TenantError>> From<E> for NotMeant {
    fn from(error: E) -> Self {
        Self::Tenant(error.into())
    }
}

impl From<NotMeant> for Fault {
    fn from(error: NotMeant) -> Self {
        match error {
            NotMeant::OrganisationNeeded => {
                let detail =
                    "Say which organisation you are in, by its short name, or sign in with your e-mail address.";
                Self::new(StatusCode::UNPROCESSABLE_ENTITY, "organisation_needed", detail)
            }
            NotMeant::Tenant(error) => error.into(),
        }
    }
}

/// Whether `typed` is an e-mail address, which names an account by itself.
pub fn is_address(typed: &str) -> bool {
    typed.contains('@')
}

/// What somebody typed, in the form in which it is compared.
pub fn folded(typed: &str) -> String {
    Email::parse(typed).map_or_else(|_| typed.trim().to_lowercase(), |email| email.folded())
}

/// Finds whom `typed` means.
///
/// # Errors
/// When it takes an organisation to say, and there are several; or the store failed.
pub async fn meant(
    store: &dyn Store,
    tenants: &Tenants,
    typed: &str,
    organisation: Option<&str>,
) -> Result<Meant, NotMeant> {
    let folded = folded(typed);
    if is_address(typed) {
        let account = store.account_named(&folded).await?;
        return Ok(Meant { account: account.map(|account| (account, IdentifierKind::Email)), counted: folded });
    }
    let Some(tenant) = place(store, organisation).await? else { return Ok(Meant { account: None, counted: folded }) };
    let words = typed.trim().to_owned();
    for (user, kind) in tenants.tenant(tenant).read(move |directory| query::who_signs_in(directory, &words)).await? {
        if let Some(account) = store.account_of(tenant, user).await? {
            let counted = account.email.folded();
            return Ok(Meant { account: Some((account, kind)), counted });
        }
    }
    Ok(Meant { account: None, counted: format!("{tenant} {folded}") })
}

/// The organisation that was named, or the only one. None when there is none of that name, which is answered like a wrong
/// password.
async fn place(store: &dyn Store, named: Option<&str>) -> Result<Option<TenantId>, NotMeant> {
    if let Some(named) = named.map(str::trim).filter(|named| !named.is_empty()) {
        let Ok(slug) = Slug::parse(&named.to_lowercase()) else { return Ok(None) };
        return Ok(store.tenant_named(&slug).await?);
    }
    match store.tenants().await?.as_slice() {
        [only] => Ok(Some(*only)),
        _ => Err(NotMeant::OrganisationNeeded),
    }
}
